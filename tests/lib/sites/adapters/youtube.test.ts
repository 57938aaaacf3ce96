import { describe, expect, it } from 'vitest'
import youtube from '../../../../lib/sites/adapters/youtube.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const WATCH = 'https://www.youtube.com/watch?v=Zq3vT0aB1cD'

function read(html: string, address = WATCH) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(youtube, page, address, { now: new Date('2026-11-22T12:00:00Z') }).observation
}

const watch = (inside: string, videoId = 'Zq3vT0aB1cD') =>
  `<ytd-watch-flexy video-id="${videoId}"><ytd-watch-metadata><div id="title"><h1>A ferry</h1></div>${inside}</ytd-watch-metadata></ytd-watch-flexy>`

const likeButton = (pressed: boolean) =>
  watch(
    `<like-button-view-model><button aria-pressed="${pressed}" aria-label="like this video along with 99 other people">100</button></like-button-view-model>`,
  )

const lockup = (title: string) =>
  `<yt-lockup-view-model><a href="/watch?v=Zq3vT0aB1cD">12:31</a>${title}<yt-content-metadata-view-model><div><span><a href="/@mara">Mara</a></span></div><div><span>6.1K views</span><div><span> • </span></div><span> • </span><span>2 days ago</span></div></yt-content-metadata-view-model></yt-lockup-view-model>`

const paidOverlay = (text: string) => `<div class="ytp-paid-content-overlay"><a>${text}</a></div>`

/** A tile as until 2024. */
const oldTile = (line: string) =>
  `<ytd-video-renderer><h3><a href="/watch?v=Zq3vT0aB1cD">A ferry</a></h3>${line}</ytd-video-renderer>`

describe('YouTube', () => {
  it('does not take the video before for the one in the address', () => {
    expect(read(watch('')).posts).toHaveLength(1)
    expect(read(watch('', 'Before00001')).posts).toEqual([])
  })

  it('reports nothing of a page that has not filled', () => {
    expect(read('<ytd-watch-flexy><ytd-watch-metadata hidden></ytd-watch-metadata></ytd-watch-flexy>').posts).toEqual(
      [],
    )
  })

  it.each([
    ['15447836', ['ai-generated']],
    ['14328491', ['ai-generated']],
    ['15569972', []],
  ])('help page %s in "How this was made" means %j, in any language', (answer, labels) => {
    const section = `<how-this-was-made-section-view-model><a href="https://support.google.com/youtube/answer/${answer}?hl=de">…</a></how-this-was-made-section-view-model>`
    expect(read(watch(section)).posts[0]?.labels).toEqual(labels)
  })

  it.each([
    ['<div class="ytp-paid-content-overlay"><a>Includes paid promotion</a></div>', ['paid-promotion']],
    ['<div class="ytp-paid-content-overlay"><a></a></div>', []],
    ['<div class="ytp-paid-content-overlay" style="display: none;"><a>Includes paid promotion</a></div>', []],
    ['<div class="ytp-paid-content-overlay"><a style="display: none;">Includes paid promotion</a></div>', []],
  ])('takes the paid overlay only while it says something: %s', (overlay, labels) => {
    expect(read(watch('') + overlay).posts[0]?.labels).toEqual(labels)
  })

  it('counts the reader in once the like button is pressed', () => {
    expect(read(likeButton(true)).posts[0]?.metrics.likes).toEqual({ value: 100, step: 1 })
    expect(read(likeButton(false)).posts[0]?.metrics.likes).toEqual({ value: 99, step: 1 })
  })

  it('does not know the likes that a channel hides', () => {
    const button = '<like-button-view-model><button aria-label="I like this">Like</button></like-button-view-model>'
    expect(read(watch(button)).posts[0]?.metrics.likes).toBeNull()
  })

  it('reads the small print of an old tile where its line lost its name', () => {
    const print =
      '<span class="ytd-video-meta-block">6.1K views</span><span class="ytd-video-meta-block">2 days ago</span>'
    const named = read(oldTile(`<div id="metadata-line">${print}</div>`), 'https://www.youtube.com/').posts[0]
    expect(named).toMatchObject({ metrics: { views: { value: 6100, step: 100 } }, publishedText: '2 days ago' })
    expect(read(oldTile(`<div>${print}</div>`), 'https://www.youtube.com/').posts[0]).toEqual(named)
  })

  it('does not call the watchers of a stream views', () => {
    const live =
      '<div class="ytp-live"></div><ytd-watch-info-text><yt-formatted-string id="info"><span>1.2K watching now</span></yt-formatted-string></ytd-watch-info-text>'
    expect(read(watch(live)).posts[0]?.metrics.views).toBeNull()
  })

  it('finds the video wherever it stands in the query', () => {
    expect(read(watch(''), 'https://www.youtube.com/watch?list=PL1&v=Zq3vT0aB1cD&t=3').posts[0]?.id).toBe('Zq3vT0aB1cD')
  })

  it('reads the paid label where nothing else of the page is there', () => {
    expect(read(paidOverlay('Includes paid promotion')).posts).toMatchObject([{ text: '', labels: ['paid-promotion'] }])
    expect(read(paidOverlay('')).posts).toEqual([])
  })

  it.each([
    '<h3><a href="/watch?v=Zq3vT0aB1cD">A ferry</a></h3>',
    '<h4><a href="/watch?v=Zq3vT0aB1cD">A ferry</a></h4>',
  ])('reads a tile with %s and dots between its facts', (title) => {
    expect(read(lockup(title), 'https://www.youtube.com/').posts).toMatchObject([
      { text: 'A ferry', author: { name: 'Mara' }, publishedText: '2 days ago', metrics: { views: { value: 6100 } } },
    ])
  })
})

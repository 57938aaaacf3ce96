import { describe, expect, it } from 'vitest'
import reddit from '../../../../lib/sites/adapters/reddit.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const FEED = 'https://www.reddit.com/'
const THREAD = 'https://www.reddit.com/r/sourdough/comments/1ab2cd3/rye/'

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const read = (html: string, address = FEED) => readPage(parse(html), address)
const readPage = (page: Document, address = FEED) =>
  extract(reddit, page, address, { now: new Date('2026-11-22T12:00:00Z') })

/** A post of the new design whose figures are only drawn, in the component's shadow root. */
function drawn(inside: string, attributes = '') {
  const page = parse(
    `<shreddit-post id="t3_1ab2cd3" author="maya_bakes" post-title="Rye" ${attributes}><span slot="credit-bar">r/sourdough</span></shreddit-post>`,
  )
  const shadow = page.querySelector('shreddit-post')?.attachShadow({ mode: 'open' })
  if (shadow) shadow.innerHTML = `<rpl-action-bar>${inside}</rpl-action-bar>`
  return readPage(page).observation.posts[0]?.metrics
}

const comment = (id: string, inside = '', attributes = '') =>
  `<shreddit-comment thingid="t1_${id}" author="ben" ${attributes}><div slot="comment"><p>Text of ${id}</p></div>${inside}</shreddit-comment>`

describe('Reddit', () => {
  it('reads figures that are only drawn: exact where an attribute says so, as shown where not', () => {
    const both = '<faceplate-number number="2145">2.1K</faceplate-number><faceplate-number>39</faceplate-number>'
    expect(drawn(both)).toMatchObject({ likes: { value: 2145, step: 1 }, comments: { value: 39, step: 1 } })
    expect(drawn('<faceplate-number>2.1K</faceplate-number>')?.likes).toEqual({ value: 2100, step: 100 })
  })

  it('knows no votes where they are hidden', () => {
    expect(drawn('<span>Vote</span>')?.likes).toBeNull()
    expect(drawn('<faceplate-number>1</faceplate-number>', 'score="1" score-hidden')?.likes).toBeNull()
    expect(drawn('', 'score="0"')?.likes).toEqual({ value: 0, step: 1 })
  })

  it('gives a post of a deleted account to nobody', () => {
    const html = '<shreddit-post id="t3_1ab2cd3" author="[deleted]" post-title="Rye"></shreddit-post>'
    expect(read(html).observation.posts).toMatchObject([{ id: 't3_1ab2cd3', author: { handle: null } }])
  })

  it('puts the badge where the post draws it', () => {
    const html =
      '<shreddit-post id="t3_1ab2cd3" author="maya" post-title="Rye"><span slot="credit-bar">r/x</span></shreddit-post>'
    expect(read(html).badgeSpots[0]?.getAttribute('slot')).toBe('credit-bar')
    const bare = '<article><shreddit-post id="t3_1ab2cd3" author="maya" post-title="Rye"></shreddit-post></article>'
    expect(read(bare).badgeSpots[0]?.tagName).toBe('ARTICLE')
  })

  it('reads drawn figures without their component where both are there: alone it could be either', () => {
    expect(drawn('<span>Vote</span><b>2.1K</b><b>39</b>')).toMatchObject({
      likes: { value: 2100, step: 100 },
      comments: { value: 39, step: 1 },
    })
    expect(drawn('<span>Vote</span><b>39</b>')).toMatchObject({ likes: null, comments: null })
  })

  it('gives a thread its comments by who answers whom, also without the depth', () => {
    const post = '<shreddit-post id="t3_1ab2cd3" author="maya" post-title="Rye"></shreddit-post>'
    const thread = `${post}<shreddit-comment-tree>${comment('a', comment('b', comment('c')))}</shreddit-comment-tree>`
    const comments = read(thread, THREAD).observation.posts[0]?.comments
    expect(comments?.map(({ text, depth }) => [text, depth])).toEqual([
      ['Text of a', 0],
      ['Text of b', 1],
      ['Text of c', 2],
    ])
  })

  it('never takes the advertisement above a thread, or what is recommended below it, for the thread’s post', () => {
    const ad =
      '<shreddit-comments-page-ad id="t3_ad" author="mill" post-title="Rye!" class="promotedlink"></shreddit-comments-page-ad>'
    const other = '<shreddit-post id="t3_other" author="ida" post-title="More"></shreddit-post>'
    const { observation, misses } = read(`${ad}${other}${comment('a')}`, THREAD)
    expect(observation.posts.map(({ id, labels, comments }) => [id, labels, comments.length])).toEqual([
      ['t3_ad', ['sponsored'], 0],
    ])
    expect(misses).toContainEqual(expect.objectContaining({ field: 'page.posts', missing: 1 }))
  })

  it('reads the old design on any host', () => {
    const thing =
      '<div class="thing link" data-fullname="t3_9ab8cd" data-author="maya" data-score="12" data-comments-count="3"><div class="entry"><p class="title"><a class="title" href="https://maya.example/">Rye</a></p><p class="tagline"><time datetime="2026-11-20T08:00:00+00:00">2 days ago</time></p></div></div>'
    for (const host of ['old', 'www'])
      expect(read(thing, `https://${host}.reddit.com/r/sourdough/`).observation.posts).toMatchObject([
        { id: 't3_9ab8cd', author: { handle: 'maya' }, text: 'Rye', links: ['https://maya.example/'] },
      ])
  })

  it('leaves the votes open that the old design shows as a dot', () => {
    const thing =
      '<div class="thing link" data-fullname="t3_9ab8cd"><div class="midcol"><div class="score unvoted">•</div></div><div class="entry"><a class="title" href="/x">Rye</a></div></div>'
    expect(read(thing).observation.posts[0]?.metrics.likes).toBeNull()
  })
})

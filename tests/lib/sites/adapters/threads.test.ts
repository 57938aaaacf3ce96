import { describe, expect, it } from 'vitest'
import threads from '../../../../lib/sites/adapters/threads.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const POST = 'https://www.threads.com/@mara.bakes/post/DVark3EZrWO'
const FEED = 'https://www.threads.com/'

function read(html: string, address = FEED) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(threads, page, address, { now: new Date('2026-11-22T12:00:00Z') })
}
const first = (html: string, address?: string) => read(html, address).observation.posts[0]

const icon = (name: string) => `<svg aria-label="${name}"><title>${name}</title></svg>`
const slot = (name: string, shown = '') =>
  `<div role="button"><div>${icon(name)}${shown && `<span dir="auto"><span>${shown}</span></span>`}</div></div>`
const BAR = `<div>${slot('Like', '700')}${slot('Comment', '8')}${slot('Repost', '90')}${slot('Share', '6')}</div>`
const header = (code: string, below = '') =>
  `<a href="/@mara.bakes"><img alt=""></a><div><span><a href="/@mara.bakes"><span dir="auto">mara.bakes</span></a></span><span dir="auto"><a href="/@mara.bakes/post/${code}"><time datetime="2026-03-03T09:15:00.000Z">03/03/26</time></a></span>${below}<div role="button">${icon('More')}</div></div>`
const post = (text: string, { bar = BAR, code = 'DVark3EZrWO', below = '' } = {}) =>
  `<div data-pressable-container="true"><div>${header(code, below)}<div>${text}${bar}</div></div></div>`
const line = (text: string) => `<span dir="auto">${text}</span>`

describe('the figures of a post on Threads', () => {
  it('go by the names of the icons where the bar has more of them than usual', () => {
    const bar = `<div>${slot('Views', '5K')}${slot('Like', '700')}${slot('Reply', '8')}${slot('Repost')}${slot('Share')}</div>`
    expect(first(post(line('Rye'), { bar }))?.metrics).toMatchObject({
      likes: { value: 700 },
      comments: { value: 8 },
      shares: { value: 0 },
    })
  })

  it('go by their places in a language nobody listed', () => {
    expect(first(post(line('Rye'), { bar: BAR.replace(/Like|Comment|Repost|Share/g, 'ጽሑፍ') }))?.metrics).toMatchObject({
      likes: { value: 700 },
      comments: { value: 8 },
      shares: { value: 90 },
    })
  })

  it('are missed, not 0, where they stand in words below the icons', () => {
    const bar = `<div>${slot('Like')}${slot('Comment')}${slot('Repost')}${slot('Share')}</div><div><span>36 replies</span> · <span>253 likes</span></div>`
    const { observation, misses } = read(post(line('Rye'), { bar }))
    expect(observation.posts[0]?.metrics.likes).toBeNull()
    expect(misses.map(({ field }) => field)).toEqual(['post.likes', 'post.comments', 'post.shares'])
  })
})

describe('the text of a post on Threads', () => {
  it('keeps what a creator wrote, though it reads like a label of the site', () => {
    const seen = first(post(`<div>${line('Anzeige')}${line('Paid partnership with North Mill')}${line('Rye')}</div>`))
    expect(seen?.text).toBe('Anzeige\nPaid partnership with North Mill\nRye')
    expect(seen?.labels).toEqual([])
  })

  it.each([
    ['<span dir="auto">Paid partnership</span>', ['paid-partnership']],
    ['<div><a href="/@north.mill">Bezahlte Werbepartnerschaft mit north.mill</a></div>', ['paid-partnership']],
    ['<span dir="auto">AI info</span>', ['ai-generated']],
    ['<span dir="auto">Bearbeitet</span>', ['edited']],
    ['<a href="/search?q=Sponsored&serp_type=tags">Sponsored</a>', []],
  ])('is not %s of its header', (below, labels) => {
    const seen = first(post(line('Rye'), { below }))
    expect([seen?.text, seen?.labels]).toEqual(['Rye', labels])
  })

  it('says where the site cut it', () => {
    const seen = first(post(line('Rye, salt … <div role="button">Mehr lesen</div>')))
    expect(seen).toMatchObject({ text: 'Rye, salt …', textComplete: false, visibleText: 'Rye, salt …' })
  })

  it('is found between header and icons where its lines lost their mark', () => {
    const html = post(`<div>${line('Rye, salt')}${line('and time')}</div><a href="/x"><img><div>Card</div></a>`)
    expect(first(html.replaceAll('dir="auto"', ''))?.text).toBe('Rye, salt\nand time')
  })

  it('is read without the mark of the client, each post with its own figures', () => {
    const html = post(line('Rye')) + post(line('Bun'), { code: 'DVarsL0ZzFK', bar: BAR.replace('700', '12') })
    const { posts } = read(`<main>${html}</main>`.replaceAll('data-pressable-container="true"', '')).observation
    expect(posts.map(({ id, text, metrics }) => [id, text, metrics.likes?.value])).toEqual([
      ['DVark3EZrWO', 'Rye', 700],
      ['DVarsL0ZzFK', 'Bun', 12],
    ])
  })
})

it('takes the day from the code where the page shows none', () => {
  const seen = first(post(line('Rye')).replace(/ datetime="[^"]*"/, ''))
  expect(seen?.publishedAt).toBe('2026-03-03T09:15:00.000Z')
})

it('reports no post on a page that is still loading, and none of the account seen before', () => {
  expect(read('<div role="region"><div role="status"></div></div>', POST).observation.posts).toEqual([])
  const stale = '<h1>Leo</h1><span>leo.ferries</span><a href="/login"><span title="531">531</span> followers</a>'
  expect(read(`<div>${stale}</div>`, 'https://www.threads.com/@mara.bakes').observation.profile).toBeNull()
})

import { describe, expect, it } from 'vitest'
import type { RepairableField } from '../../../lib/domain/repairable.ts'
import { peek, propose } from '../../../lib/sites/propose.ts'
import { isHashed, wordIn } from '../../../lib/sites/stable.ts'

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
function ways(html: string, field: RepairableField, target: string, item: string | null = '#item') {
  const page = parse(html)
  const found = page.querySelector(target)
  if (!found) throw new Error(`${target} is not there`)
  return propose(found, item === null ? null : page.querySelector(item), field).map(({ repair, by }) =>
    Object.assign({}, repair, { by }),
  )
}
const selects = (...args: Parameters<typeof ways>) => ways(...args).map(({ select }) => select)

describe('the ways to find again what was pointed at', () => {
  it('hold on to what a site writes for machines first, to the position last, and never to a class', () => {
    const html =
      '<div id="item" class="x1"><div class="css-1ab2"><b class="count" data-testid="like-count">12</b></div></div>'
    const found = selects(html, 'post.likes', 'b')
    expect(found[0]).toBe('[data-testid="like-count"]')
    expect(found).toContain('div:nth-of-type(1) > b:nth-of-type(1)')
    expect(found.join()).not.toMatch(/\.|css-|x1|count"\]\./)
  })

  it('read the button whose picture was pointed at, exactly where it says so', () => {
    const html =
      '<div id="item"><button aria-label="1,204 likes" data-e2e="like"><svg><path></path></svg><span>1.2K</span></button></div>'
    expect(ways(html, 'post.likes', 'svg')[0]).toMatchObject({ select: '[data-e2e="like"]', attr: 'aria-label' })
  })

  it('know a link by its shape, not by whose it is', () => {
    const html =
      '<header id="item"><a href="/maya.bakes/followers/"><span>1,204</span></a><a href="/maya.bakes/following/"><span>9</span></a></header>'
    const found = selects(html, 'profile.followers', 'span')
    expect(found).toContain('a[href$="/followers/"]')
    expect(found.join()).not.toContain('maya')
  })

  it('know a figure by the word beside it where nothing else tells', () => {
    const html = '<header id="item"><p><i>31</i> posts</p><p><i>1,204</i> followers</p></header>'
    const word = ways(html, 'profile.followers', 'p:nth-of-type(2) i').find(({ by }) => by === 'word')
    expect(word).toMatchObject({ select: 'p', saying: 'followers' })
  })

  it('take the instant of a time', () => {
    const html = '<div id="item"><a href="/p/x1"><time datetime="2026-11-20T09:00:00Z">2d</time></a></div>'
    expect(ways(html, 'post.publishedAt', 'time')[0]).toMatchObject({ select: 'time[datetime]', attr: 'datetime' })
  })

  it('take whose account it is from the link where the words are a name', () => {
    const html = '<div id="item"><a href="/profile/maya.example"><b>Maya Lind</b></a></div>'
    expect(ways(html, 'post.handle', 'b')[0]).toMatchObject({ select: 'a[href^="/profile/"]', attr: 'href' })
  })

  it('keep of a mark with a name in it only what every post has', () => {
    const html = '<main><div data-testid="feedItem-by-maya.example">a</div></main>'
    expect(selects(html, 'post', 'div', null)).toContain('[data-testid^="feedItem-"]')
  })

  it('go through open shadow roots', () => {
    const page = parse('<article id="item"><site-post></site-post></article>')
    const shadow = page.querySelector('site-post')?.attachShadow({ mode: 'open' })
    const count = page.createElement('site-number')
    count.setAttribute('number', '42')
    shadow?.append(count)
    const [first] = propose(count, page.querySelector('#item'), 'post.likes')
    expect(first?.repair).toMatchObject({ select: 'site-post >>> site-number', attr: 'number' })
  })

  it('are none where nothing can be read as the field', () => {
    expect(ways('<div id="item"><b>hello</b></div>', 'post.likes', 'b')).toEqual([])
    expect(ways('<div id="item"><img></div>', 'post.text', 'img')).toEqual([])
  })

  it('look in the whole page where the header is not known', () => {
    const html = '<p data-testid="fans">1.2M</p>'
    expect(ways(html, 'profile.followers', 'p', null)[0]).toMatchObject({
      within: 'page',
      select: '[data-testid="fans"]',
    })
  })
})

it('under the pointer stands what would be read', () => {
  const page = parse('<div id="item"><p><b>1,204</b><i>followers</i></p></div>')
  const [p, item] = [page.querySelector('p'), page.querySelector('#item')]
  expect(p && peek(p, item, 'profile.followers')).toBe('1,204')
  expect(p && peek(p, item, 'profile.bio')).toBe('1,204followers')
})

it.each(['css-1x2y3z', 'x1lliihq', 'r-18u37iz', '_aagu3', 'a3f09bc2', '550e8400-e29b-41d4', 'xqjwrtsp'])(
  '%s was made up by a machine',
  (value) => {
    expect(isHashed(value)).toBe(true)
  },
)
it.each(['like-count', 'followers', 'post-text', 'h1', 'UserName', 'tweetText', 'video-title'])(
  '%s was not',
  (value) => {
    expect(isHashed(value)).toBe(false)
  },
)
it('the word of a label is no number and not a short one', () => {
  expect(wordIn('1,204 Me gusta')).toBe('gusta')
  expect(wordIn('12')).toBeNull()
})

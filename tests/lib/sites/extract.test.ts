import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_COMMENTS, MAX_POSTS, observationSchema } from '../../../lib/domain/observation.ts'
import { extract } from '../../../lib/sites/extract.ts'
import { sites } from '../../../lib/sites/index.ts'
import { defineSite, maybe } from '../../../lib/sites/types.ts'
import type { Field, Site } from '../../../lib/sites/types.ts'
import { examplesOf } from './examples.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const boom = (): never => {
  throw new Error('the page did it')
}

/** A small site: `.post[id]` with `.who`, `.text`, `.likes`, and `.reply` below. */
const small: Site = defineSite({
  id: 'small',
  name: 'Small',
  matches: ['*://small.example/*'],
  pages: [
    { kind: 'post', path: '/@:handle/:id' },
    { kind: 'profile', path: '/@:handle' },
  ],
  posts: [
    {
      select: '.post',
      keep: (item) => !item.matches('.ad'),
      id: { select: '', attr: 'id' },
      url: (id, author) => `https://small.example/@${author.handle}/${id}`,
      handle: [boom, '.nobody', { select: '.who', attr: 'data-handle' }, '.who'],
      name: { from: ['.who'], absent: 'unknown' },
      text: '.text',
      textWithout: '.more',
      textCut: '.more',
      publishedAt: { select: 'time', attr: 'datetime' },
      likes: ['[data-likes]', { select: '.likes', attr: 'title' }, '.likes'],
      shares: { from: ['.shares'], absent: 'zero' },
      views: { from: ['.views'], absent: 'unknown' },
      saves: { from: ['.saves'], on: ['profile'] },
      labels: (item) => (item.matches('.pinned') ? ['pinned', 'pinned'] : []),
      badge: (item) => item.querySelector('.who'),
    },
  ],
  comments: [
    {
      on: ['post'],
      select: '.reply',
      id: { select: '', attr: 'id' },
      handle: '.who',
      text: '.text',
      depth: () => Number.NaN,
    },
  ],
  profile: [{ on: ['profile'], root: '.header', handle: '.who', bio: '.bio', followers: '.followers', verified: boom }],
})

const post = (id: string, inner = '', classes = '') =>
  `<div class="post ${classes}" id="${id}"><b class="who">maya</b><p class="text">Rye day <a href="/t/ad">#ad</a> <a href="/@mill">@mill</a> <a href="/x">shop</a><span class="more">more</span></p>${inner}</div>`
const reply = (id: string) => `<div class="reply" id="${id}"><b class="who">Maya</b><p class="text">Thanks</p></div>`
const read = (html: string, address = 'https://small.example/@maya', site = small) =>
  extract(site, parse(html), address, { now })

describe('extract', () => {
  it('reads a post by the first strategy that finds something, and says which', () => {
    const { observation, fields } = read(post('1', '<i class="likes" title="1,234">1.2K</i>'))
    expect(observation.posts[0]).toMatchObject({
      id: '1',
      url: 'https://small.example/@maya/1',
      author: { handle: 'maya', name: 'maya' },
      text: 'Rye day #ad @mill shop',
      textComplete: false,
      metrics: { likes: { value: 1234, step: 1 } },
      hashtags: ['ad'],
      mentions: ['mill'],
      links: ['https://small.example/x'],
    })
    expect(fields).toContainEqual({ field: 'post.likes', of: 1, won: [0, 1, 0] })
    expect(fields).toContainEqual({ field: 'post.handle', of: 1, won: [0, 0, 0, 1] })
  })

  it('tells what is missing from what is zero and from what is normal', () => {
    const { observation, misses } = read(post('1') + post('2', '<i class="likes">7</i>'))
    expect(observation.posts[0]?.metrics).toEqual({
      likes: null,
      comments: null,
      shares: { value: 0, step: 1 },
      views: null,
      saves: null,
    })
    expect(misses.find(({ field }) => field === 'post.likes')).toEqual({
      field: 'post.likes',
      of: 2,
      missing: 1,
      tried: ['[data-likes]', '.likes@title', '.likes'],
    })
    expect(misses.map(({ field }) => field)).not.toContain('post.views')
  })

  it('counts no place for a field that is not looked for, so that advertisements without votes dilute no rate', () => {
    const ads = small.posts.map((rule) => ({ ...rule, keep: () => true, select: '.ad', likes: { from: [] } }))
    const html = post('1', '<i class="likes">7</i>') + post('2', '', 'ad')
    const { observation, fields } = read(html, undefined, { ...small, posts: [...small.posts, ...ads] })
    expect(observation.posts).toHaveLength(2)
    expect(fields.find(({ field }) => field === 'post.likes')).toMatchObject({ of: 1, won: [0, 0, 1] })
  })

  it('expects a field only on the pages that show it', () => {
    const profile = read(post('1'), 'https://small.example/@maya')
    const other = read(post('1'), 'https://small.example/@maya/1')
    expect(profile.misses.map(({ field }) => field)).toContain('post.saves')
    expect(other.misses.map(({ field }) => field)).not.toContain('post.saves')
  })

  it('leaves refused, empty and repeated items out, without counting them as misses', () => {
    const { observation, misses, elements, badgeSpots } = read(
      post('1', '<i class="likes">1</i>') + post('1') + post('2', '', 'ad') + '<div class="post"></div>',
    )
    expect(observation.posts.map(({ id }) => id)).toEqual(['1'])
    expect(misses.find(({ field }) => field === 'post.likes')).toBeUndefined()
    expect(elements.map(({ id }) => id)).toEqual(['1'])
    expect(badgeSpots.map(({ className }) => className)).toEqual(['who'])
  })

  it('gives the comments to nobody while the page still shows another post than its address names', () => {
    const { posts } = read(post('1') + reply('a'), 'https://small.example/@maya/2').observation
    expect(posts.map(({ id, comments }) => [id, comments.length])).toEqual([['1', 0]])
  })

  it("gives the comments to the address's post", () => {
    const html = post('1') + post('2') + reply('a') + reply('a') + reply('b')
    const { posts } = read(html, 'https://small.example/@maya/2').observation
    expect(posts.map(({ comments }) => comments.length)).toEqual([0, 2])
    expect(posts[1]?.comments[0]).toMatchObject({ id: 'a', byAuthor: true, depth: 0, pinned: false })
  })

  it('reads a profile whose last field throws', () => {
    const { observation } = read(
      '<div class="header"><b class="who">@maya</b><p class="bio">Bread</p><i class="followers">86.4K</i></div>',
    )
    expect(observation.profile).toEqual({
      handle: 'maya',
      name: null,
      bio: 'Bread',
      followers: { value: 86_400, step: 100 },
      following: null,
      posts: null,
      verified: null,
    })
  })

  it('reads only the items it is given', () => {
    const page = parse(post('1') + post('2'))
    const second = [...page.querySelectorAll('.post')].slice(1)
    const { observation } = extract(small, page, 'https://small.example/', { now, items: second, profile: false })
    expect(observation.posts.map(({ id }) => id)).toEqual(['2'])
  })

  it('stops when its time is over and keeps what it has', () => {
    let time = 0
    const clock = () => (time += 30)
    const many = Array.from({ length: 50 }, (_, index) => post(String(index))).join('')
    const { observation } = extract(small, parse(many), 'https://small.example/', { now, clock })
    expect(observation.posts.length).toBeGreaterThan(0)
    expect(observation.posts.length).toBeLessThan(10)
  })

  it('changes nothing on the page', () => {
    const page = parse(post('1') + post('2'))
    const before = page.documentElement.outerHTML
    extract(small, page, 'https://small.example/@maya', { now })
    expect(page.documentElement.outerHTML).toBe(before)
  })

  it.each([
    '',
    'nonsense',
    'javascript:alert(1)',
    'https://small.example/%E0%A4%A/@%',
    `https://small.example/${'@'.repeat(100_000)}`,
  ])('takes any address: %.40s', (address) => {
    expect(() => observationSchema.parse(read(post('1'), address).observation)).not.toThrow()
  })

  it('survives a site whose every function throws and whose selectors are no selectors', () => {
    const broken = defineSite({
      ...small,
      kindOf: boom,
      focal: boom,
      finish: boom,
      posts: [
        {
          select: '.post',
          id: '>>>',
          handle: boom,
          text: '.text',
          textWithout: ':::',
          textCut: boom,
          visibleText: boom,
          url: boom,
          labels: boom,
          hashtags: boom,
          mentions: boom,
          links: boom,
          badge: boom,
        },
        { select: '!!!', id: boom, handle: boom, text: boom },
        { select: '.post', keep: boom, id: boom, handle: boom, text: boom },
      ],
      profile: [{ root: '.post', keep: boom, handle: boom }],
    })
    expect(read(post('1'), undefined, broken).observation.posts).toEqual([])
  })

  it('survives elements whose properties throw', () => {
    const page = parse(post('1') + post('2', '<i class="likes">3</i>'))
    const first = page.querySelector('.post')
    for (const name of ['querySelector', 'querySelectorAll'] as const)
      if (first) Object.defineProperty(first, name, { get: boom })
    const { observation } = extract(small, page, 'https://small.example/', { now })
    expect(observation.posts.map(({ id, text }) => [id, text])).toEqual([
      ['1', ''],
      ['2', 'Rye day #ad @mill shop'],
    ])
  })

  it('bounds what a hostile page can make it keep', () => {
    const long = 'x'.repeat(1_000_000)
    const links = Array.from({ length: 1_000 }, (_, index) => `<a href="/t/${index}">#tag${index}</a>`).join('')
    const html =
      `<div class="post" id="${long}"><b class="who">${long}</b><p class="text">${links}${long}</p><i class="likes" title="${long}">${long}</i></div>` +
      Array.from({ length: 500 }, (_, index) => post(`p${index}`)).join('') +
      Array.from(
        { length: 1_000 },
        (_, index) => `<div class="reply" id="r${index}"><p class="text">hi</p></div>`,
      ).join('')
    const { observation } = read(html, 'https://small.example/@maya/p1')
    expect(() => observationSchema.parse(observation)).not.toThrow()
    expect(observation.posts.length).toBe(MAX_POSTS)
    expect(observation.posts.flatMap(({ comments }) => comments).length).toBe(MAX_COMMENTS)
    expect(observation.posts[0]?.textComplete).toBe(false)
  })
})

const link = (to: string) => `<a href="${to}">3h</a>`

/** What is missed of the words of so many posts that show none. */
function wordlessOf(n: number, text: Field) {
  const site: Site = { ...small, posts: small.posts.map((rule) => Object.assign({}, rule, { text })) }
  const page = parse(Array.from({ length: n }, (_, i) => post(`p${i}`)).join(''))
  const { misses } = extract(site, page, 'https://small.example/@maya', { now })
  return misses.filter(({ field }) => field === 'post.text')
}

describe('the parts of a page', () => {
  const signed: Site = { ...small, signs: { posts: 'a[href^="/@"]', comments: '.answer', profile: '.tabs' } }
  const missing = (html: string, address: string, site: Site = signed) =>
    extract(site, parse(html), `https://small.example${address}`, { now }).misses.flatMap(
      ({ field, of, missing: lost }) => (field.startsWith('page.') ? `${field} ${lost}/${of}` : []),
    )
  const header = '<div class="header"><b class="who">maya</b></div>'

  it('are missed where the page shows signs of them and none could be read', () => {
    expect(missing(`${header}${link('/@maya/1')}${link('/@maya/2')}`, '/@maya')).toEqual(['page.posts 1/1'])
    expect(missing('<div class="tabs"></div>', '/@maya')).toEqual(['page.profile 1/1'])
    expect(missing(post('a'), '/@maya')).toEqual(['page.profile 1/1'])
    expect(missing(link('/@maya/1'), '/@maya/1')).toEqual(['page.posts 1/1'])
  })

  it('are not missed on a page that has none, is still loading or is no page of the site', () => {
    expect(missing(header, '/@maya')).toEqual([])
    expect(missing('<main></main><a href="https://elsewhere.example/@maya/1">', '/@maya')).toEqual([])
    expect(missing(link('/@ben/1'), '/settings/a/b')).toEqual([])
    expect(missing(`${header}${post('a')}${link('/@maya/1')}`, '/@maya')).toEqual([])
  })

  it('are missed as far as they are not read: the post of the address, comments', () => {
    expect(missing(post('a'), '/@maya/b')).toEqual(['page.posts 1/1'])
    const answer = '<div class="answer"></div>'
    expect(missing(`${post('a')}${answer}${answer}`, '/@maya/a')).toEqual(['page.comments 2/2'])
    expect(missing(`${post('a')}${reply('1')}${answer}${answer}`, '/@maya/a')).toEqual(['page.comments 1/2'])
    expect(missing(`${post('a')}${reply('1')}${answer}`, '/@maya/a')).toEqual([])
  })

  it('are of another software where a server was added as what it is not', () => {
    const federated: Site = { ...signed, detect: (root) => root.querySelector('#small') !== null }
    expect(missing('<main>A wiki</main>', '/about/us/all', federated)).toEqual(['page.software 1/1'])
    expect(missing('<main id="small"></main>', '/about/us/all', federated)).toEqual([])
    expect(missing(`${header}${post('a')}`, '/@maya', federated)).toEqual([])
  })

  it('are not judged by a reading of some items', () => {
    const page = parse(link('/@maya/1'))
    expect(extract(signed, page, 'https://small.example/@maya', { now, items: [] }).misses).toEqual([])
  })

  it('count as found where they were read', () => {
    const { fields } = extract(small, parse(`${header}${post('a')}`), 'https://small.example/@maya', { now })
    expect(fields).toContainEqual({ field: 'page.posts', of: 1, won: [1] })
    expect(fields).toContainEqual({ field: 'page.profile', of: 1, won: [1] })
  })

  it('lack their words when none of many posts has any, even where one may have none', () => {
    expect(wordlessOf(4, maybe('.caption'))).toEqual([])
    expect(wordlessOf(6, maybe('.caption'))).toEqual([{ field: 'post.text', of: 6, missing: 6, tried: ['.caption'] }])
  })

  it('are not missed in a grid of pictures, whose tiles show no words', () => {
    expect(wordlessOf(12, maybe())).toEqual([])
    expect(wordlessOf(12, { from: ['.caption'], absent: 'unknown', on: [] })).toEqual([])
  })
})

describe('every adapter', () => {
  const markup = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(
        'maya',
        '@maya',
        '1.2K',
        '3h',
        'Ad',
        '·',
        '2026-11-22T09:00:00Z',
        '\ud800',
        '__proto__',
        '<br>',
        '<time datetime="x">',
      ),
      fc
        .tuple(
          fc.constantFrom(
            '<article data-testid="tweet">',
            '<div data-testid="cellInnerDiv">',
            '<div data-testid="User-Name">',
            '<a href="/maya/status/1790000000000000000">',
            '<div role="group" aria-label="1 2 3 4 5 6">',
            '<div data-testid="feedItem-by-">',
            '<div role="link" data-testid="postThreadItem-by-maya.example">',
            '<a href="/profile/x/post/" data-tooltip="">',
            '<button data-testid="replyBtn" aria-label="">',
            '<div class="status" data-id="">',
            '<div class="detailed-status">',
            '<a class="status__display-name" href="http://[">',
            '<div class="column"><i class="account__header__tabs__name">',
            '<ytd-comment-thread-renderer>',
            '<div data-e2e="recommend-list-item-container">',
            '<main><article>',
          ),
          fc.array(tie('node'), { maxLength: 5 }),
        )
        .map(([open, inner]) => `${open}${inner.join('')}</${/\w+/.exec(open)?.[0]}>`),
    ),
  })).node

  it.each(sites.map((site) => [site.id, site] as const))('%s gives a valid observation of any page', (_id, site) => {
    const addresses = examplesOf(site.id).map(({ url }) => url)
    fc.assert(
      fc.property(markup, fc.constantFrom(...addresses), (html, address) => {
        const { observation, elements, badgeSpots } = extract(site, parse(html), address, { now })
        expect(() => observationSchema.parse(observation)).not.toThrow()
        expect(elements.length).toBe(observation.posts.length)
        expect(badgeSpots.length).toBe(observation.posts.length)
      }),
      { numRuns: 60 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Repair } from '../../../lib/domain/override.ts'
import { extract } from '../../../lib/sites/extract.ts'
import { repairSite } from '../../../lib/sites/repair-site.ts'
import { defineSite } from '../../../lib/sites/types.ts'

const site = defineSite({
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
      keep: (item) => item.matches('.kept'),
      id: { select: '', attr: 'id' },
      handle: '.who',
      text: '.text',
      likes: ['.likes'],
      badge: (item) => item.querySelector('.who'),
    },
  ],
  comments: [{ on: ['post'], select: '.reply', handle: '.who', text: '.said' }],
  profile: [{ on: ['profile'], root: '.header', handle: '.who', followers: '.followers' }],
})

const repair = (changes: Partial<Repair>): Repair => ({
  field: 'post.likes',
  page: null,
  select: '[data-x="likes"]',
  attr: null,
  saying: null,
  within: 'item',
  ...changes,
})
const read = (html: string, repairs: Repair[], address = 'https://small.example/@maya') =>
  extract(repairSite(site, repairs), new DOMParser().parseFromString(html, 'text/html'), address, {
    now: new Date('2026-11-22T12:00:00.000Z'),
  })
const won = ({ fields }: ReturnType<typeof read>, name: string) => fields.find(({ field }) => field === name)?.won
const post = (id: string, inner: string) =>
  `<div class="post kept" id="${id}"><b class="who">maya</b><p class="text">Rye</p>${inner}</div>`
const followersIn = (header: string, changes: Partial<Repair>) =>
  read(`<header class="header"><b class="who">maya</b>${header}</header>`, [
    repair({ field: 'profile.followers', ...changes }),
  ])

describe('a field that a person has shown', () => {
  it('is read there first, in every post, and said to be', () => {
    const likes = '<i data-x="likes">1,204</i><i class="likes">9</i>'
    const reading = read(post('1', likes) + post('2', likes), [repair({})])
    expect(reading.observation.posts.map(({ metrics }) => metrics.likes?.value)).toEqual([1204, 1204])
    expect(won(reading, 'post.likes')).toEqual([2, 0])
  })

  it('is read by the adapter where it is not there', () => {
    const reading = read(post('1', '<i class="likes">9</i>') + post('2', ''), [repair({})])
    expect(reading.observation.posts[0]?.metrics.likes?.value).toBe(9)
    expect(won(reading, 'post.likes')).toEqual([0, 1])
    expect(reading.misses.find(({ field }) => field === 'post.likes')).toMatchObject({
      of: 2,
      missing: 1,
      tried: ['override', '.likes'],
    })
  })

  it('may be one that the adapter does not read at all', () => {
    const { observation, misses } = read(post('1', '<i data-x="views">3K</i>') + post('2', ''), [
      repair({ field: 'post.views', select: '[data-x="views"]' }),
    ])
    expect(observation.posts.map(({ metrics }) => metrics.views?.value)).toEqual([3000, undefined])
    expect(misses.map(({ field }) => field)).not.toContain('post.views')
  })

  it('counts on its kind of page only', () => {
    const { observation } = read(post('1', '<i data-x="likes">1</i>'), [repair({ page: 'post' })])
    expect(observation.posts[0]?.metrics.likes).toBeNull()
  })

  it.each(['a[', ':has(', '\u0000', ''])('with the selector %j is a miss, never an error', (select) => {
    const { observation, misses } = read(post('1', ''), [repair({ select })])
    expect(observation.posts[0]?.metrics.likes).toBeNull()
    expect(misses.map(({ field }) => field)).toContain('post.likes')
  })

  it('is the one that says the right word', () => {
    const list = '<li><b>31</b>posts</li><li><b>1,204</b>followers</li><li><b>88</b>following</li>'
    const { observation } = followersIn(list, { select: 'li', saying: 'Followers' })
    expect(observation.profile?.followers).toEqual({ value: 1204, step: 1 })
  })

  it('may stand in an attribute, also of the item itself', () => {
    expect(
      followersIn('<i title="1,204">1.2K</i>', { select: 'i', attr: 'title' }).observation.profile?.followers,
    ).toEqual({ value: 1204, step: 1 })
    const own = read(post('1', '').replace('<div ', '<div data-likes="7" '), [
      repair({ select: '', attr: 'data-likes' }),
    ])
    expect(own.observation.posts[0]?.metrics.likes?.value).toBe(7)
  })

  it('may stand outside the header, anywhere on the page', () => {
    const html = '<header class="header"><b class="who">maya</b></header><p id="f">1.2M followers</p>'
    const { observation } = read(html, [repair({ field: 'profile.followers', select: '#f', within: 'page' })])
    expect(observation.profile?.followers).toEqual({ value: 1_200_000, step: 100_000 })
  })

  it('is found behind open shadow roots', () => {
    const page = new DOMParser().parseFromString(post('1', '<x-post></x-post>'), 'text/html')
    const shadow = page.querySelector('x-post')?.attachShadow({ mode: 'open' })
    const count = page.createElement('x-number')
    count.textContent = '42'
    shadow?.append(count)
    const repairs = [repair({ select: 'x-post >>> x-number' })]
    const { observation } = extract(repairSite(site, repairs), page, 'https://small.example/@maya', { now: new Date() })
    expect(observation.posts[0]?.metrics.likes?.value).toBe(42)
  })

  it('takes whose account it is from the end of a link', () => {
    const { observation } = read(post('1', '<a href="/u/maya.bakes/?ref=x">Maya</a>'), [
      repair({ field: 'post.handle', select: 'a[href^="/u/"]', attr: 'href' }),
    ])
    expect(observation.posts[0]?.author.handle).toBe('maya.bakes')
  })
})

describe('a box that a person has shown', () => {
  const boxes = `<section data-x="box" id="1"><b class="who">maya</b><p class="text">Rye</p></section>
    <section data-x="box" id="2"><div class="post kept" id="3"><b class="who">lee</b><p class="text">Oat</p></div></section>`

  it('is a post, read by the adapter’s rules and badged', () => {
    const { observation, badgeSpots } = read(boxes, [repair({ field: 'post', select: '[data-x="box"]' })])
    expect(observation.posts.map(({ id, author }) => [id, author.handle])).toEqual([
      ['1', 'maya'],
      ['2', 'lee'],
    ])
    expect(badgeSpots[0]?.className).toBe('who')
  })

  it('is the profile header, or a comment', () => {
    const header = '<div id="top"><b class="who">maya</b><i class="followers">5</i></div>'
    expect(read(header, [repair({ field: 'profile', select: '#top' })]).observation.profile?.followers?.value).toBe(5)
    const comments = '<ul><li data-x="c"><b class="who">kim</b><q class="said">Yum</q></li></ul>'
    const { observation } = read(
      post('1', '') + comments,
      [repair({ field: 'comment', select: '[data-x="c"]' })],
      'https://small.example/@maya/1',
    )
    expect(observation.posts[0]?.comments.map(({ text }) => text)).toEqual(['Yum'])
  })
})

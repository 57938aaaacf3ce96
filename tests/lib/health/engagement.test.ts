import { describe, expect, it } from 'vitest'
import { BENCHMARKS_VERSION, benchmarks, benchmarksFor, tierOf } from '../../../lib/health/benchmarks.ts'
import { compare } from '../../../lib/health/compare.ts'
import { againstBaseline, engagementRate } from '../../../lib/health/engagement.ts'
import { formulaOf, formulasOf } from '../../../lib/health/formulas.ts'
import { sites } from '../../../lib/sites/index.ts'
import { parseCount } from '../../../lib/sites/counts.ts'
import { at, NOW, postOf } from './fixtures.ts'

const THOUSAND = { value: 1_000, step: 1 }
const posts = (likes: (number | null)[]) => likes.map((value, i) => postOf(i, i + 3, value))
const nine = posts([10, 20, 30, 40, 50, 60, 70, 80, 90])
const rounded = (value: number, step: number) => ({
  likes: { value, step },
  comments: null,
  shares: null,
  views: null,
  saves: null,
})
const videoOf = (n: number, likes: number, views: number) =>
  postOf(n, n + 3, likes, { metrics: { ...rounded(likes, 1), views: { value: views, step: 1 } } })
const talked = (n: number, likes: number) =>
  postOf(n, n + 3, likes, { metrics: { ...rounded(likes, 1), comments: { value: 10, step: 1 } } })

describe('engagement rate (B0)', () => {
  it('9 posts with 10 to 90 likes and a pinned viral one, 1,000 followers: 5.0 %', () => {
    const pinned = postOf(90, 3, 5_000, { labels: ['pinned'] })
    const rate = engagementRate('instagram', [...nine, pinned], THOUSAND, { now: NOW })
    expect(rate).toMatchObject({
      rate: 0.05,
      low: 0.05,
      high: 0.05,
      n: 9,
      formula: 'median(likes)/followers',
      left: { pinned: 1, hidden: 0, outside: 0 },
      confidence: 'high',
    })
    expect(rate.window).toEqual({ from: at(11), to: at(3) })
    expect(rate.posts[0]).toBe('instagram:0')
  })

  it('hidden likes make n smaller; no usable post is "n/a" and not 0', () => {
    expect(engagementRate('instagram', posts([10, null, 30]), THOUSAND)).toMatchObject({
      rate: 0.02,
      n: 2,
      left: { hidden: 1 },
    })
    expect(engagementRate('instagram', posts([null]), THOUSAND)).toMatchObject({ rate: null, low: null, n: 0 })
    expect(engagementRate('instagram', posts([10]), null)).toMatchObject({ rate: null, n: 0, confidence: 'low' })
  })

  it('posts of more than two months ago are outside the window', () => {
    const old = postOf(70, 61, 900)
    expect(engagementRate('instagram', [...nine, old], THOUSAND, { now: NOW })).toMatchObject({
      n: 9,
      left: { outside: 1 },
    })
    expect(engagementRate('instagram', [...nine, old], THOUSAND, { now: NOW, days: 90 }).n).toBe(10)
  })

  it('a figure from "1.2K" knows its own error', () => {
    const shown = [0, 1, 2].map((n) => postOf(n, n + 3, 0, { metrics: rounded(1_200, 100) }))
    const rate = engagementRate('instagram', shown, { value: 12_000, step: 1_000 })
    expect(rate.rate).toBeCloseTo(0.1)
    expect(rate.low).toBeCloseTo(1_200 / 12_999)
    expect(rate.high).toBeCloseTo(1_299 / 12_000)
  })

  it('video sites divide mean likes by mean views, so a small post does not weigh as much as a large one', () => {
    const rate = engagementRate('tiktok', [videoOf(0, 90, 100), videoOf(1, 10, 9_900)], null)
    expect(rate).toMatchObject({ rate: 0.01, n: 2, formula: 'mean(likes)/mean(views)' })
  })

  it('the user may choose another formula of the site; an unknown one is the default', () => {
    expect(formulaOf('instagram', 'mean(likes+comments)/followers').parts).toEqual(['likes', 'comments'])
    expect(formulaOf('instagram', 'nonsense')).toEqual(formulaOf('instagram'))
    expect(engagementRate('instagram', nine, THOUSAND, { formula: 'mean(likes+comments)/followers' }).n).toBe(0)
  })

  it.each([
    ['instagram', 'median(likes)/followers'],
    ['tiktok', 'mean(likes)/mean(views)'],
    ['youtube', 'mean(likes)/mean(views)'],
    ['facebook', 'median(likes+comments+shares)/followers'],
    ['x', 'median(likes+shares)/followers'],
    ['linkedin', 'median(likes+comments+shares)/followers'],
    ['threads', 'median(likes+comments+shares)/followers'],
    ['mastodon', 'median(likes+shares)/followers'],
  ])('the default of %s is %s', (platform, id) => {
    expect(formulaOf(platform).id).toBe(id)
    expect(engagementRate(platform, [], null).formula).toBe(id)
  })

  it('the mean of likes and comments is of the last 9-12 posts: older ones are outside', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => talked(n, 40))
    const rate = engagementRate('instagram', [talked(20, 9_000), ...twelve], THOUSAND, {
      formula: 'mean(likes+comments)/followers',
      now: NOW,
    })
    expect(rate).toMatchObject({ rate: 0.05, n: 12, left: { outside: 1 } })
  })

  it('every derived number carries n, window, formula id, capture times and confidence', () => {
    const { n, window, formula, seen, confidence } = engagementRate('instagram', nine, THOUSAND, { now: NOW })
    expect({ n, window, formula, seen, confidence }).toEqual({
      n: 9,
      window: { from: at(11), to: at(3) },
      formula: 'median(likes)/followers',
      seen: { first: at(11), last: at(0) },
      confidence: 'high',
    })
  })

  it('every site has formulas with ids of their own, and names who publishes them', () => {
    for (const { id } of sites) {
      const ids = formulasOf(id).map((formula) => formula.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(formulasOf(id).every(({ source }) => source !== '')).toBe(true)
    }
  })
})

describe('figures of the pages (B0)', () => {
  it.each([
    ['4,86 Mio.', 'de', 4_860_000],
    ['1.2K', 'en', 1_200],
    ['17億', 'ja', 1_700_000_000],
    ['3,5 mi', 'pt-br', 3_500_000],
  ])('%s is %s: %i, and keeps how far it was rounded', (text, lang, value) => {
    const count = parseCount(text, lang)
    expect(count?.value).toBe(value)
    expect(count?.step).toBeGreaterThan(1)
  })
})

describe('against the creator’s own earlier posts', () => {
  it('compares the newest three with the older ones, by medians', () => {
    expect(againstBaseline('instagram', posts([50, 50, 50, 100, 100, 100, 100, 900]))).toMatchObject({
      ratio: 0.5,
      n: 8,
      recent: ['instagram:0', 'instagram:1', 'instagram:2'],
    })
    expect(againstBaseline('instagram', posts([50, 50, 50, 100, 100, 100, 100]))).toMatchObject({ ratio: null, n: 7 })
  })

  it('does not compare a post that is still gathering likes', () => {
    const young = postOf(50, 1, 3, { lastSeenAt: at(0) })
    expect(againstBaseline('instagram', [young, ...posts(Array.from({ length: 12 }, () => 100))]).ratio).toBe(1)
  })
})

describe('what a rate is held against', () => {
  const rate = engagementRate('instagram', nine, THOUSAND)
  const about = { earlier: [], peers: [], tier: 'nano', followers: 1_000 }
  const peer = (value: number, tier = 'nano', formula = rate.formula) => ({
    rate: { ...rate, rate: value, formula },
    tier,
  })

  it('the creator before all', () => {
    const earlier = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
    expect(compare('instagram', rate, { ...about, earlier, peers: [1, 2, 3, 4, 5].map((n) => peer(n)) })).toEqual({
      to: 'self',
      ratio: 0.5,
      distance: null,
      n: 8,
    })
  })

  it('then five others of the same size and formula', () => {
    const peers = [0.01, 0.02, 0.03, 0.05, 0.09].map((value) => peer(value))
    expect(compare('instagram', rate, { ...about, peers })).toEqual({
      to: 'cohort',
      percentile: 0.7,
      peers: 5,
      widened: false,
    })
  })

  it('says so where others of every size had to be taken, and never mixes formulas', () => {
    const values = [0.01, 0.02, 0.03, 0.04, 0.06]
    const peers = values.map((value) => peer(value, 'mega'))
    expect(compare('instagram', rate, { ...about, peers })).toMatchObject({ to: 'cohort', widened: true })
    const others = values.map((value) => peer(value, 'mega', 'other'))
    expect(compare('instagram', rate, { ...about, peers: others })).toMatchObject({ to: 'published' })
  })

  it('then what is published for the same formula and size, else nothing', () => {
    const comparison = compare('instagram', rate, about)
    expect(comparison).toMatchObject({ to: 'published' })
    expect(benchmarksFor('instagram', rate.formula, 1_000).map(({ source }) => source)).toEqual(['Modash'])
    expect(compare('instagram', rate, { ...about, followers: 90_000 })).toBeNull()
    expect(compare('mastodon', { ...rate, formula: 'median(likes+shares)/followers' }, about)).toBeNull()
  })

  it('published figures carry version, formula or none, source and year', () => {
    expect(BENCHMARKS_VERSION).toMatch(/^\d{4}-\d+$/)
    for (const { platform, formula, source, year, low, high } of benchmarks) {
      const isOurs = formula === null || formulasOf(platform).some(({ id }) => id === formula)
      expect([isOurs, source !== '', year >= 2020, low <= high, high < 1]).toEqual([true, true, true, true, true])
    }
  })

  it('sizes part at 10, 100 and 500 thousand', () => {
    expect([0, 9_999, 10_000, 100_000, 499_999, 500_000].map(tierOf)).toEqual([
      'nano',
      'nano',
      'micro',
      'macro',
      'macro',
      'mega',
    ])
  })
})

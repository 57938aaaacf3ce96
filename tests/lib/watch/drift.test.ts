import { array, assert, boolean, double, integer, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRatesSchema } from '../../../lib/domain/read-rates.ts'
import type { ReadRates } from '../../../lib/domain/read-rates.ts'
import { alarmsOf, lostFields, withhold, withoutLost } from '../../../lib/watch/drift.ts'
import { commentSeen, postSeen } from '../background/seen.ts'
import { postRow } from '../store/rows.ts'
import { after, alarms, followers, hour, likes, posts } from './looks.ts'
import type { Look } from './looks.ts'

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const codes = (rates: ReadRates | null) => alarms(rates).map(({ code, field }) => `${code} ${field}`)
/** `n` profiles, each at an address of its own. */
const visits = (n: number, look: Look): Look[] => times(n, (i) => ({ url: `https://x.com/someone${i}`, ...look }))

const maybe = (of: number, hits: number) => likes(of, hits, { expected: false })
const pageOf = (count: number): Look => ({
  posts: count,
  fields: [{ field: 'page.posts', of: 1, won: [Number(count > 0)] }],
  misses: count > 0 ? [] : [{ field: 'page.posts', of: 1, missing: 1, tried: [] }],
})
const captions = (text: string) => posts(5, { text })
const postPage = (i: number, shown: boolean): Look => ({
  page: 'post',
  url: `https://x.com/creator/status/${i}`,
  posts: [
    postSeen(`${i}`, {
      metrics: { likes: null, comments: { value: 12, step: 1 }, shares: null, views: null, saves: null },
      comments: shown ? [commentSeen('Nice')] : [],
    }),
  ],
})

/** A coin that falls the same way every time it is thrown with the same seed. */
function coin(seed: number) {
  let state = seed >>> 0
  return (rate: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 < rate
  }
}

describe('a field that used to be found', () => {
  it('raises an alarm within the one visit in which it breaks, with the time since when', () => {
    const before = after([likes(7, 7)])
    expect(alarms(before)).toEqual([])
    const broken = after([likes(7, 0)], before, 10)
    expect(alarms(broken)).toMatchObject([
      { code: 'stopped', platform: 'x', page: 'profile', field: 'post.likes', since: hour(10), share: 0, before: 1 },
    ])
  })

  it('keeps the time of the first look without it however often it is missed again', () => {
    const broken = after(
      times(20, () => likes(5, 0)),
      after([likes(9, 9)]),
      10,
    )
    expect(alarms(broken)).toMatchObject([{ code: 'stopped', since: hour(10) }])
  })

  it('raises none over a post or two, nor where it is found again at once', () => {
    const before = after(times(10, () => likes(8, 8)))
    expect(alarms(after([likes(2, 0)], before, 10))).toEqual([])
    expect(alarms(after([likes(2, 0), likes(8, 8), likes(2, 0), likes(8, 8)], before, 10))).toEqual([])
  })

  it('ends its alarm by itself when it is found again, and a new one tells the new time', () => {
    const broken = after([likes(9, 9), likes(9, 0), likes(9, 0)])
    const mended = after([likes(9, 9)], broken, 10)
    expect(alarms(mended)).toEqual([])
    expect(alarms(after([likes(9, 0)], mended, 20))).toMatchObject([{ code: 'stopped', since: hour(20) }])
  })

  it('keeps what was usual before a time without it, however long that time was', () => {
    const mended = after([...times(5, () => likes(9, 9)), ...times(60, () => likes(9, 0)), likes(9, 9), likes(9, 9)])
    expect(mended?.fields['post.likes']?.steady).toEqual({ of: 63, won: [63, 0, 0] })
  })

  it('is told from one that was never found', () => {
    expect(codes(after([likes(9, 0)]))).toEqual(['never post.likes'])
  })

  it('counts places, not how often one place was read', () => {
    const playing = likes(40, 0)
    expect(alarms(after([likes(7, 7), { ...playing, posts: 1 }]))).toEqual([])
    const late = likes(14, 7)
    expect(after([{ ...late, posts: 7 }])?.fields['post.likes']?.steady).toEqual({ of: 7, won: [7, 0, 0] })
  })

  it('does not go on for ever once nobody looks for it', () => {
    const broken = after([likes(9, 9), likes(9, 0)])
    expect(alarms(broken, 29 * 24)).toHaveLength(1)
    expect(alarms(broken, 31 * 24)).toEqual([])
  })
})

describe('a field of which a page has one', () => {
  const known = after(times(30, (i) => followers(`maya${i}`, true)))

  it('raises an alarm when some profiles in a row lack it', () => {
    expect(alarms(after([followers('a', false), followers('b', false)], known, 50))).toEqual([])
    expect(
      alarms(
        after(
          ['a', 'b', 'c', 'd'].map((name) => followers(name, false)),
          known,
          50,
        ),
      ),
    ).toMatchObject([{ code: 'stopped', field: 'profile.followers', since: hour(50) }])
  })

  it('raises none over one profile that is looked at again and again', () => {
    expect(
      alarms(
        after(
          times(50, () => followers('odd', false)),
          known,
          50,
        ),
      ),
    ).toEqual([])
  })

  it('has nothing held against it that was only late', () => {
    const slow = times(40, (i) => [followers(`s${i}`, false), followers(`s${i}`, true)]).flat()
    const rates = after(slow, known, 50)
    expect(alarms(rates)).toEqual([])
    expect(rates?.fields['profile.followers']?.steady).toEqual({ of: 70, won: [70] })
  })
})

describe('a field whose absence is normal', () => {
  it('raises no alarm over one creator who does not show it', () => {
    const before = after(visits(6, maybe(10, 10)))
    const url = 'https://x.com/shy'
    expect(
      alarms(
        after(
          times(9, () => ({ ...maybe(10, 0), url })),
          before,
          20,
        ),
      ),
    ).toEqual([])
  })

  it('raises one when page after page lacks it', () => {
    const before = after(visits(6, maybe(10, 10)))
    expect(
      codes(
        after(
          times(4, (i) => ({ ...maybe(10, 0), url: `https://x.com/other${i}` })),
          before,
          20,
        ),
      ),
    ).toEqual(['stopped post.likes'])
  })

  it('raises none while little is known of it: the site may have another design', () => {
    const before = after(visits(3, maybe(10, 10)))
    expect(
      alarms(
        after(
          times(9, (i) => ({ ...maybe(10, 0), url: `https://x.com/o${i}` })),
          before,
          20,
        ),
      ),
    ).toEqual([])
  })

  it('raises none where it was there on some posts only', () => {
    const before = after(visits(6, maybe(10, 5)))
    expect(
      alarms(
        after(
          times(20, (i) => ({ ...maybe(10, 0), url: `https://x.com/o${i}` })),
          before,
          20,
        ),
      ),
    ).toEqual([])
  })
})

describe('other drift', () => {
  it('says from which strategy a field comes when page after page the usual one finds nothing any more', () => {
    const before = after(visits(3, likes(8, 8)))
    const byThird = likes(8, 8, { strategy: 3 })
    expect(alarms(after([byThird], before, 10))).toEqual([])
    const moved = after(visits(3, byThird), before, 10)
    expect(alarms(moved)).toMatchObject([{ code: 'fallback', field: 'post.likes', strategy: 3, since: hour(10) }])
    expect(alarms(after(visits(2, likes(8, 8)), moved, 20))).toEqual([])
  })

  it('says nothing when a better strategy than the usual one finds it', () => {
    expect(alarms(after([likes(12, 12, { strategy: 2 }), likes(12, 12, { strategy: 1 })]))).toEqual([])
  })

  it('says that a field is found much less often than before', () => {
    expect(alarms(after([...times(4, () => likes(10, 10)), likes(10, 1), likes(10, 1)]))).toMatchObject([
      { code: 'fading', field: 'post.likes', share: 0.1, before: 1, since: hour(4) },
    ])
  })

  it('does not call a field gone that is found now and then', () => {
    const pattern = times(12, () => [likes(1, 0), likes(1, 0), likes(1, 1)]).flat()
    expect(alarms(after([...pattern, likes(1, 0), likes(1, 0)]))).toEqual([])
  })

  it('takes a rate that has stayed for the new usual one', () => {
    expect(alarms(after([...times(4, () => likes(10, 10)), ...times(30, () => likes(10, 3))]))).toEqual([])
  })

  it('says that pages of a kind that had posts have none, though they show signs of them', () => {
    const before = after(visits(30, pageOf(9)))
    expect(
      alarms(
        after(
          times(9, () => ({ ...pageOf(0), url: 'https://x.com/empty' })),
          before,
          50,
        ),
      ),
    ).toEqual([])
    const empty = after(visits(2, pageOf(0)), before, 50)
    expect(alarms(empty)).toMatchObject([{ code: 'no-posts', field: 'page.posts', since: hour(50) }])
    expect(alarms(after([pageOf(9)], empty, 60))).toEqual([])
  })

  it('does not take posts left unread on a very long page for a page without posts', () => {
    const misses = [{ field: 'page.posts', of: 4_000, missing: 1_000, tried: [] }]
    expect(alarms(after(visits(9, { ...pageOf(40), misses })))).toEqual([])
  })

  it('says that captions have collapsed once several pages show only their beginnings', () => {
    const before = after(visits(12, { posts: captions('An ordinary caption with a few things to say. '.repeat(4)) }))
    const cut = times(4, (i) => ({ url: `https://x.com/cut${i}`, posts: captions('…more') }))
    expect(alarms(after(cut.slice(0, 1), before, 20))).toEqual([])
    const collapsed = after(cut, before, 20)
    expect(codes(collapsed)).toEqual(['short-texts post.text'])
    expect(alarms(after(cut.slice(0, 1), collapsed, 40))).toHaveLength(1)
    expect(alarms(after(visits(2, { posts: captions('Words again. '.repeat(12)) }), collapsed, 40))).toEqual([])
  })

  it('misses the comments of post pages that say they have some', () => {
    const before = after(times(50, (i) => postPage(i, true)))
    expect(alarms(after([postPage(98, false), postPage(99, false)], before, 30))).toEqual([])
    expect(
      codes(
        after(
          times(5, (i) => postPage(100 + i, false)),
          before,
          30,
        ),
      ),
    ).toEqual(['stopped page.comments'])
  })
})

describe('whatever happens', () => {
  it('raises no alarm on steady noise, whatever the rate', () => {
    assert(
      property(integer(), double({ min: 0.6, max: 1, noNaN: true }), (seed, rate) => {
        const toss = coin(seed)
        let rates = after(times(20, () => likes(20, Math.round(rate * 20))))
        for (let i = 0; i < 40; i++) {
          rates = after([likes(6, times(6, () => toss(rate)).filter(Boolean).length)], rates, i)
          expect(alarms(rates)).toEqual([])
        }
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  it('raises an alarm within one visit of eight posts once a field was found on eight', () => {
    assert(
      property(integer({ min: 8, max: 400 }), integer({ min: 8, max: 60 }), (known, seen) => {
        const broken = after([likes(known, known), likes(seen, 0)])
        expect(codes(broken)).toEqual(['stopped post.likes'])
      }),
    )
  })

  it('keeps rows bounded and readable, in any order of times', () => {
    const look = record({
      at: integer({ min: -10_000, max: 10_000 }),
      of: nat({ max: 50 }),
      share: double({ min: 0, max: 1, noNaN: true }),
      strategy: integer({ min: 1, max: 3 }),
      expected: boolean(),
    })
    assert(
      property(array(look, { maxLength: 60 }), (looks) => {
        let rates: ReadRates | null = null
        for (const { at, of, share, ...rest } of looks)
          rates = after([likes(of, Math.floor(of * share), rest)], rates, at)
        if (!rates) return
        expect(readRatesSchema.safeParse(rates).success).toBe(true)
        expect(JSON.stringify(rates).length).toBeLessThan(4_000)
        for (const { since } of alarmsOf([rates], Date.parse(hour(0)))) expect(since <= hour(0)).toBe(true)
      }),
    )
  })

  it('keeps no address of the pages that were looked at', () => {
    const rates = after([{ ...likes(9, 9), url: 'https://x.com/someone.private' }])
    expect(JSON.stringify(rates)).not.toContain('someone')
  })

  it('is not filled up by a page that invents fields', () => {
    const fields = times(100, (i) => ({ field: `post.x${i}`, of: 1, won: [1] }))
    const more = times(100, (i) => ({ field: `post.y${i}`, of: 1, won: [1] }))
    const rates = after([
      { posts: 1, fields },
      { posts: 1, fields: more },
      { posts: 1, fields: [{ field: '__proto__', of: 1, won: [1] }] },
    ])
    expect(Object.keys(rates?.fields ?? {}).length).toBeLessThanOrEqual(100)
  })
})

describe('a figure that is lost', () => {
  const gone = after([likes(9, 9), likes(9, 0)])
  const elsewhere = after([{ ...likes(9, 9), page: 'post' }])
  const now = Date.parse(hour(200))
  const found = { ...postRow(1), metrics: { ...postRow(1).metrics, likes: { value: 7, step: 1 } } }

  it('is no ground for anything, its last value neither', () => {
    const lost = lostFields(gone ? [gone] : [], now)
    expect(withoutLost(found, lost).metrics.likes).toBeNull()
  })

  it('is not lost while another kind of page still shows it', () => {
    const lost = lostFields(gone && elsewhere ? [gone, elsewhere] : [], now)
    expect(withoutLost(found, lost)).toBe(found)
  })
})

describe('what is read wrongly', () => {
  const metrics = { ...postSeen('1').metrics, likes: { value: 3, step: 1 }, comments: { value: 2, step: 1 } }
  const seen = [postSeen('1', { metrics })]

  it('is withheld: figures as not captured, captions as cut', () => {
    const alarm = { platform: 'x', page: 'profile', since: hour(0), share: 0, before: 1, strategy: null } as const
    const [held] = withhold(seen, [
      { ...alarm, code: 'jumped', field: 'post.likes' },
      { ...alarm, code: 'short-texts', field: 'post.text' },
      { ...alarm, code: 'fallback', field: 'post.comments' },
    ])
    expect(held?.metrics).toMatchObject({ likes: null, comments: { value: 2, step: 1 } })
    expect(held?.textComplete).toBe(false)
    expect(seen[0]?.textComplete).toBe(true)
    const comments = [commentSeen(''), commentSeen('Lovely')]
    const heard = withhold([postSeen('2', { comments })], [{ ...alarm, code: 'stopped', field: 'comment.text' }])
    expect(heard[0]?.comments.map(({ text }) => text)).toEqual(['Lovely'])
    expect(withhold(seen, [])).toEqual(seen)
  })
})

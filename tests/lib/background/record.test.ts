import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../../lib/background/ingest.ts'
import { mergeCount } from '../../../lib/background/record/figures.ts'
import { place } from '../../../lib/background/record/timeline.ts'
import type { Count } from '../../../lib/domain/count.ts'
import type { Metrics, Observation, PageKind } from '../../../lib/domain/observation.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { partnerRow, t } from '../store/rows.ts'
import { createTestJudge } from './judge.ts'
import { commentSeen, look, noMetrics, postSeen, profileSeen } from './seen.ts'

const judge = createTestJudge()
const now = new Date(t(10_000))
const HASH_KEY = new Uint8Array(32).fill(7)

/** What stands in the record after these looks arrived in this order. Ids of revisions count arrivals: left out. */
async function recordOf(looks: readonly Observation[]): Promise<unknown> {
  const store = createMemoryStore()
  store.hashKey = async () => HASH_KEY
  await store.write((tx) => tx.put('partners', partnerRow(1)))
  for (const observation of looks) await ingest(store, judge, { observation, misses: [], fields: [] }, now)
  const posts = (await store.posts.ofAccount('x:creator1')).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    posts,
    profiles: await store.profiles.ofAccount('x:creator1'),
    rest: await Promise.all(
      posts.map(async ({ id }) => ({
        revisions: (await store.revisions.ofPost(id)).map(({ id: _id, ...revision }) => revision),
        metrics: await store.metrics.ofPost(id),
        comments: (await store.comments.ofPost(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        assessment: await store.assessments.get(id).then((found) => found && { ...found, at: null }),
      })),
    ),
  }
}

/** Rounded as sites do it: 1,234 is shown as 1,200 and more. */
function rounded({ value }: Count): Count {
  const step = 10 ** Math.max(0, String(value).length - 2)
  return { value: value - (value % step), step }
}

const FACTS: Metrics = {
  likes: { value: 12_345, step: 1 },
  comments: { value: 87, step: 1 },
  shares: null,
  views: { value: 1_204_567, step: 1 },
  saves: null,
}
const TEXT = 'Mushroom soup on the trail with @tarnwell #ad #soup'
const COMMENTS = ['lovely', 'bad soup', 'where?', 'lovely!'].map((text, n) =>
  commentSeen(text, { id: n % 2 === 0 ? `c${n}` : null, author: { handle: `reader${n}`, name: null } }),
)

/** One look at facts that never change: any page, any figures shown or not, rounded or not, the caption cut or whole. */
const aLook: fc.Arbitrary<Observation> = fc
  .record({
    at: fc.integer({ min: 1, max: 200 }),
    page: fc.constantFrom<PageKind>('post', 'profile', 'feed', 'search'),
    shown: fc.record({ likes: fc.boolean(), comments: fc.boolean(), views: fc.boolean() }),
    round: fc.boolean(),
    cut: fc.option(fc.integer({ min: 0, max: TEXT.length - 1 })),
    comments: fc.subarray(COMMENTS),
    posts: fc.subarray(['1', '2'], { minLength: 1 }),
    profile: fc.boolean(),
    dated: fc.boolean(),
  })
  .map(({ at, page, shown, round, cut, comments, posts, profile, dated }) => {
    const figure = (name: 'likes' | 'comments' | 'views') => {
      const count = FACTS[name]
      return shown[name] && count ? (round ? rounded(count) : count) : null
    }
    return look(at, {
      page,
      profile: profile
        ? profileSeen({ followers: round ? { value: 12_300, step: 100 } : { value: 12_345, step: 1 } })
        : null,
      posts: posts.map((id) =>
        postSeen(id, {
          text: cut === null ? TEXT : TEXT.slice(0, cut),
          textComplete: cut === null,
          hashtags: cut === null ? ['ad', 'soup'] : [],
          publishedAt: dated ? t(0) : null,
          metrics: { ...noMetrics, likes: figure('likes'), comments: figure('comments'), views: figure('views') },
          comments,
        }),
      ),
    })
  })

describe('the record of facts that do not change', () => {
  it('is the same in whatever order, and however often, the looks arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(aLook, { minLength: 1, maxLength: 8 })
          .chain((looks) =>
            fc.tuple(fc.constant(looks), fc.shuffledSubarray([...looks, ...looks], { minLength: looks.length * 2 })),
          ),
        async ([looks, shuffled]) => {
          const inOrder = looks.toSorted((a, b) => (a.seenAt < b.seenAt ? -1 : Number(a.seenAt > b.seenAt)))
          expect(await recordOf(shuffled)).toEqual(await recordOf(inOrder))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('has one row of figures and one text, however the looks differ', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aLook, { minLength: 1, maxLength: 8 }), async (looks) => {
        const record = (await recordOf(looks)) as { rest: { metrics: unknown[]; revisions: unknown[] }[] }
        for (const { metrics, revisions } of record.rest) {
          expect(metrics.length).toBeLessThanOrEqual(1)
          expect(revisions.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the record of a caption and figures that change', () => {
  it('is the same in whatever order whole looks arrive', async () => {
    const history = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 7 }).map((times) =>
      times
        .toSorted((a, b) => a - b)
        // Every second look finds another caption, every third other figures.
        .map((at, n) =>
          look(at, {
            page: 'post',
            posts: [
              postSeen('1', {
                text: `Version ${Math.floor(n / 2)}`,
                metrics: { ...noMetrics, likes: { value: 100 * Math.floor(n / 3), step: 1 } },
              }),
            ],
          }),
        ),
    )
    await fc.assert(
      fc.asyncProperty(
        history.chain((looks) =>
          fc.tuple(fc.constant(looks), fc.shuffledSubarray([...looks, ...looks], { minLength: looks.length * 2 })),
        ),
        async ([looks, shuffled]) => {
          expect(await recordOf(shuffled)).toEqual(await recordOf(looks))
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a place in time', () => {
  it('never lets spans overlap, and never loses an end', () => {
    const value = fc.integer({ min: 0, max: 2 })
    const sighting = fc.tuple(fc.integer({ min: 0, max: 30 }).map(t), value)
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 25 }), (sightings) => {
        let spans: { from: string; to: string; value: number }[] = []
        for (const [at, seen] of sightings) {
          const placed = place(spans, at, seen, (known, other) => (known === other ? known : undefined))
          if (placed.type === 'merge') spans[placed.index] = { from: placed.from, to: placed.to, value: placed.value }
          if (placed.type === 'insert') spans.push({ from: at, to: at, value: seen })
          spans = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
          for (const [index, span] of spans.entries()) {
            expect(span.from <= span.to).toBe(true)
            expect(span.to < (spans[index + 1]?.from ?? t(1_000))).toBe(true)
          }
        }
        const times = sightings.map(([at]) => at).toSorted()
        expect(spans[0]?.from).toBe(times[0])
        expect(spans.at(-1)?.to).toBe(times.at(-1))
      }),
    )
  })
})

describe('two sightings of one figure', () => {
  it.each<[string, Count | null, Count | null, Count | null | undefined]>([
    ['the same', { value: 5, step: 1 }, { value: 5, step: 1 }, { value: 5, step: 1 }],
    [
      'an exact one in a rounded one',
      { value: 1_200, step: 100 },
      { value: 1_299, step: 1 },
      { value: 1_299, step: 1 },
    ],
    [
      'a rounded one around an exact one',
      { value: 1_299, step: 1 },
      { value: 1_200, step: 100 },
      { value: 1_299, step: 1 },
    ],
    [
      'a finer rounding in a coarser',
      { value: 1_000, step: 1_000 },
      { value: 1_200, step: 100 },
      { value: 1_200, step: 100 },
    ],
    ['the next rounding up', { value: 1_299, step: 1 }, { value: 1_300, step: 100 }, undefined],
    ['just above the range', { value: 1_200, step: 100 }, { value: 1_300, step: 1 }, undefined],
    ['one not shown', { value: 5, step: 1 }, null, { value: 5, step: 1 }],
    ['one shown for the first time', null, { value: 0, step: 1 }, { value: 0, step: 1 }],
    ['neither shown', null, null, null],
  ])('%s', (_what, known, seen, merged) => {
    expect(mergeCount(known, seen)).toEqual(merged)
  })
})

import { describe, expect, it } from 'vitest'
import { defaultWatchSettings } from '../../../lib/domain/settings.ts'
import { deliveriesOf } from '../../../lib/health/delivery.ts'
import { absenceOf, labelsAt, lostLabelsOf } from '../../../lib/watch/live-post.ts'
import { messageToneOf } from '../../../lib/watch/message-tone.ts'
import { tooManyBrands, tooManyLate } from '../../../lib/watch/overextension.ts'
import { watchedHits } from '../../../lib/watch/watched.ts'
import type { WatchedRecord } from '../../../lib/watch/watched.ts'
import { at, NOW, postOf } from '../health/fixtures.ts'
import { deliverableRow, watchRow } from '../store/rows.ts'

const quiet: WatchedRecord = {
  posts: [],
  agreed: new Set(),
  sponsored: new Set(),
  found: [],
  branded: [],
  deliveries: [],
  tone: messageToneOf([], 6),
  crowd: null,
  feeds: [],
  now: NOW,
}
const hits = (record: Partial<WatchedRecord>) => watchedHits({ ...quiet, ...record }, defaultWatchSettings)
const codes = (record: Partial<WatchedRecord>) => hits(record).map(({ code }) => code)
const gone = (says: 'removed' | 'unavailable', daysAgo: number, seen: number) =>
  postOf(1, 90, 1, {
    text: 'So good!',
    lastSeenAt: at(seen),
    absences: [{ says, at: at(daysAgo), lastAt: at(daysAgo - 0.5) }],
  })
const lost = (n: number, daysAgo: number, labels: 'sponsored'[] = []) =>
  postOf(n, 40, 1, { labels, lostLabels: [{ label: 'sponsored', seenAt: at(daysAgo + 1), at: at(daysAgo) }] })
const branded = (n: number, daysAgo: number, brand: string | null) => ({
  id: `instagram:${n}`,
  at: at(daysAgo),
  lastSeenAt: at(0),
  brand,
})
const messages = (lengths: readonly number[], warmth: readonly (number | null)[]) =>
  lengths.map((length, i) => ({ id: `c${i}`, at: at(100 - i), length, warmth: warmth[i] ?? null }))
const late = (n: number, daysAgo: number) =>
  deliverableRow(n, { dueAt: at(daysAgo), postId: null, doneAt: at(daysAgo - 2) })
const deliveries = (...days: number[]) =>
  deliveriesOf(
    days.map((day, n) => late(n + 1, day)),
    new Map(),
    NOW,
  )
const paid = (n: number, daysAgo: number, text: string, sponsored = true) => ({
  id: `instagram:${n}`,
  text,
  at: at(daysAgo),
  sponsored,
  engagementRate: null,
})
const RYE = 'Ad: seven days with the new rye flour, and I baked a loaf on every one of them'

describe('B8: a post that is gone', () => {
  it('is told when its own page says that it was removed, the gravest where it was agreed or paid for', () => {
    expect(hits({ posts: [gone('removed', 3, 9)] })).toMatchObject([
      { kind: 'removed', code: 'removed', severity: 'medium', evidence: ['instagram:1'], since: at(3) },
    ])
    const agreed = new Set(['instagram:1'])
    expect(hits({ posts: [gone('removed', 3, 9)], agreed })).toMatchObject([
      { code: 'removedAgreed', severity: 'high' },
    ])
    expect(hits({ posts: [gone('removed', 3, 9)], sponsored: agreed })).toMatchObject([{ severity: 'high' }])
  })

  it('is a dead link, not a removal, where the page only says that nothing is there to see', () => {
    expect(hits({ posts: [gone('unavailable', 3, 9)] })).toMatchObject([{ kind: 'link-dead', severity: 'medium' }])
  })

  it('post absent from a feed page -> "not seen": no alert, however long ago', () => {
    expect(hits({ posts: [postOf(1, 90, 1, { lastSeenAt: at(80) })] })).toEqual([])
  })

  it('is there again once it was seen after its page said so, and was there before it said so', () => {
    expect(hits({ posts: [gone('removed', 3, 1)] })).toEqual([])
    expect(absenceOf(gone('removed', 3, 9), NOW - 4 * 86_400_000)).toBeNull()
  })

  it('is news for a month; an agreed one for as long as it is gone', () => {
    const posts = [gone('removed', 31, 40)]
    expect(codes({ posts })).toEqual([])
    expect(codes({ posts, agreed: new Set(['instagram:1']) })).toEqual(['removedAgreed'])
  })
})

describe('B8: a lost label', () => {
  it('is told with the post, until it is there again', () => {
    expect(hits({ posts: [lost(1, 3)] })).toMatchObject([
      { kind: 'label-lost', severity: 'high', evidence: ['instagram:1'], since: at(3) },
    ])
    expect(codes({ posts: [lost(1, 3, ['sponsored'])] })).toEqual([])
    expect(codes({ posts: [lost(1, 31)] })).toEqual([])
  })

  it('of three posts at once is taken for a label that is not found any more, unless another post shows it since', () => {
    const posts = [lost(1, 3), lost(2, 2), lost(3, 1)]
    expect(lostLabelsOf(posts, NOW)).toEqual([])
    const shown = postOf(4, 40, 1, { labels: ['sponsored'], lastSeenAt: at(0) })
    expect(lostLabelsOf([...posts, shown], NOW)).toHaveLength(3)
    expect(lostLabelsOf(posts.slice(1), NOW)).toHaveLength(2)
  })

  it('belongs to what the post said before, for an edit to be ranked by', () => {
    expect(labelsAt(lost(1, 3), at(5))).toEqual(['sponsored'])
    expect(labelsAt(lost(1, 3), at(3))).toEqual([])
  })
})

describe('a watch', () => {
  const watch = watchRow(1, { name: 'Recalls', severity: 'high' })
  const post = postOf(1, 2, 1, { text: 'The recall is on' })
  const quote = { field: 'text' as const, start: 4, end: 10, quote: 'recall' }

  it('that found something is told with the exact words and a link to the post; comments are only counted', () => {
    const about = { watch, post }
    expect(hits({ found: [{ ...about, quotes: [quote], comments: { hits: 0, of: 9 } }] })).toMatchObject([
      { kind: 'watch-hit', code: 'watchHit', severity: 'high', values: ['Recalls', 'recall', 'The recall is on'] },
    ])
    expect(hits({ found: [{ ...about, quotes: [quote], comments: { hits: 2, of: 9 } }] })).toMatchObject([
      { code: 'watchHitTalk', values: ['Recalls', 'recall', 'The recall is on', '2', '9'], evidence: [post.id] },
    ])
    expect(hits({ found: [{ ...about, quotes: [], comments: { hits: 2, of: 9 } }] })).toMatchObject([
      { code: 'watchTalk', values: ['Recalls', 'The recall is on', '2', '9'] },
    ])
  })

  it('that found nothing, or found it long ago, says nothing', () => {
    expect(hits({ found: [{ watch, post, quotes: [], comments: { hits: 0, of: 9 } }] })).toEqual([])
    const old = postOf(1, 31, 1)
    expect(hits({ found: [{ watch, post: old, quotes: [quote], comments: { hits: 0, of: 0 } }] })).toEqual([])
  })
})

describe('B2: Overextension', () => {
  const posts = [postOf(1, 1, 1)]

  it('>=3 distinct brands disclosed in 7 captured days', () => {
    const three = [branded(1, 1, 'acme'), branded(2, 3, 'fjell'), branded(3, 6, 'tarn'), branded(4, 6, 'tarn')]
    expect(hits({ posts, branded: three })).toMatchObject([
      { kind: 'overextension', code: 'tooManyBrands', values: ['3', '7', 'acme, fjell, tarn'] },
    ])
    expect(codes({ posts, branded: three.map((one) => ({ ...one, brand: 'acme' })) })).toEqual([])
    expect(codes({ posts, branded: [...three.slice(0, 2), branded(3, 8, 'tarn')] })).toEqual([])
    expect(codes({ posts, branded: [...three.slice(0, 2), branded(3, 6, null)] })).toEqual([])
  })

  it('counts the days before the last look, for of the days since nothing is known', () => {
    const three = [branded(1, 5, 'acme'), branded(2, 7, 'fjell'), branded(3, 11, 'tarn')]
    expect(tooManyBrands(three, at(0), defaultWatchSettings)).toBeNull()
    expect(tooManyBrands(three, at(5), defaultWatchSettings)?.brands).toEqual(['acme', 'fjell', 'tarn'])
    expect(tooManyBrands(three, null, defaultWatchSettings)).toBeNull()
  })

  it('or >=2 late items in 30 days', () => {
    expect(hits({ deliveries: deliveries(5, 20) })).toMatchObject([
      { code: 'tooManyLate', values: ['2', '30'], evidence: [deliverableRow(2).id, deliverableRow(1).id] },
    ])
    expect(codes({ deliveries: deliveries(5) })).toEqual([])
    expect(codes({ deliveries: deliveries(5, 31) })).toEqual([])
    expect(
      tooManyLate(
        [
          { id: 'a', dueAt: at(-1) },
          { id: 'b', dueAt: at(1) },
        ],
        NOW,
        defaultWatchSettings,
      ),
    ).toEqual([])
  })
})

describe('B2: the tone of messages', () => {
  it('5 messages -> no tone verdict ("needs 6")', () => {
    expect(messageToneOf(messages([200, 200, 20, 20, 20], []), 6)).toMatchObject({ n: 5, needs: 6, drift: null })
  })

  it('drifts when the newest three are half as long as usual, or clearly cooler', () => {
    const cool = [0.6, 0.5, 0.6, 0, 0.1, -0.2]
    expect(messageToneOf(messages([200, 180, 220, 90, 80, 100], []), 6).drift).toBe('shorter')
    expect(messageToneOf(messages([200, 180, 220, 190, 200, 210], cool), 6).drift).toBe('cooler')
    expect(messageToneOf(messages([200, 180, 220, 90, 80, 100], cool), 6).drift).toBe('both')
    expect(messageToneOf(messages([200, 180, 220, 190, 200, 210], [0.6, 0.5, 0.6, 0.5]), 6).drift).toBe('none')
  })

  it('is told of the messages in the order they were sent, and raises one alert that links to them', () => {
    const mixed = messages([200, 180, 220, 90, 80, 100], []).toReversed()
    expect(hits({ tone: messageToneOf(mixed, 6) })).toMatchObject([
      { kind: 'tone-drift', code: 'toneShorter', severity: 'low', evidence: ['c3', 'c4', 'c5'], values: ['6'] },
    ])
    expect(codes({ tone: messageToneOf(mixed.slice(1), 6) })).toEqual([])
  })
})

describe('B1: quality', () => {
  it('comment authenticity: >=50% generic/emoji-only/mention-only of the visible sample raises an alert', () => {
    const crowd = { n: 20, generic: 10, spam: 3, level: 'alarm' as const, posts: ['instagram:1'], lastAt: at(1) }
    expect(hits({ crowd })).toMatchObject([
      { kind: 'generic-comments', values: ['10', '20', '3'], evidence: ['instagram:1'] },
    ])
    expect(codes({ crowd: { ...crowd, generic: 3, level: 'usual' } })).toEqual([])
  })

  it('duplicate-caption similarity >=0.8 between sponsored posts raises an alert, quoting both', () => {
    expect(hits({ feeds: [[paid(2, 1, RYE), paid(1, 9, RYE)]] })).toMatchObject([
      {
        kind: 'same-caption',
        values: [expect.stringContaining('Ad: seven days'), '100'],
        evidence: ['instagram:2', 'instagram:1'],
      },
    ])
    expect(codes({ feeds: [[paid(2, 1, RYE), paid(1, 9, RYE, false)]] })).toEqual([])
    expect(
      codes({
        feeds: [[paid(2, 1, RYE), paid(1, 9, 'Ad: a slow Sunday by the lake, with tea and nothing at all to do')]],
      }),
    ).toEqual([])
    // The same words on another site are one post told twice.
    expect(codes({ feeds: [[paid(2, 1, RYE)], [paid(1, 9, RYE)]] })).toEqual([])
  })
})

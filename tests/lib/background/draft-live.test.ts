import { beforeEach, describe, expect, it } from 'vitest'
import { readAlerts } from '../../../lib/background/alerts.ts'
import { readLive, stateOf } from '../../../lib/background/draft-live.ts'
import type { Draft, DraftEvent } from '../../../lib/domain/draft.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { hashOfVersion, progressOf } from '../../../lib/partnership/approval.ts'
import { liveOffers, postAt } from '../../../lib/partnership/live-match.ts'
import { loadRuleRecord } from '../../../lib/state/rule-record.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { draftRow, guidelineRow, partnerRow, postRow, revisionRow, t, ulid, waiverRow } from '../store/rows.ts'

const APPROVED = 'Café mornings with the Fjellhut mug, slow and warm #ad #fjellhut'
const maya = partnerRow(1)
const must = { severity: 'high', weight: 'must' } as const
const guidelines = [
  guidelineRow(2, {
    rules: [
      { id: 'ad', kind: 'disclosure', params: {}, ...must },
      { id: 'cheap', kind: 'banned-phrase', params: { phrases: ['cheap'] }, ...must },
    ],
  }),
]
const standards = { guidelines, settings: defaultSettings, waivers: [] }
const NOW = new Date(t(200))

const version = { n: 1, caption: APPROVED, media: [], by: 'Ines', at: t(1) }
const event = (n: number, kind: DraftEvent['kind'], more: Partial<DraftEvent> = {}): DraftEvent => ({
  id: ulid(100 + n),
  kind,
  by: 'Ines',
  at: t(n),
  comment: '',
  version: 1,
  hash: null,
  post: null,
  of: null,
  ...more,
})
const approving = [
  event(1, 'submit'),
  event(2, 'begin'),
  event(3, 'pass-compliance'),
  event(4, 'approve', { hash: hashOfVersion(version) }),
]
const draftWith = (...events: DraftEvent[]): Draft =>
  draftRow(30, { partnerId: maya.id, platform: 'x', title: 'Mug', versions: [version], events })
const matched = draftWith(...approving, event(5, 'match', { post: { id: 'x:1', url: null } }))

let store: Store
beforeEach(async () => {
  store = createMemoryStore()
  await store.write((tx) => tx.put('partners', maya))
})
async function goLive(...captions: string[]): Promise<void> {
  await store.write(async (tx) => {
    await tx.put('drafts', matched)
    await tx.put('posts', postRow(1, { text: captions.at(-1) ?? '', publishedAt: t(10), sortAt: t(10) }))
    for (const [i, text] of captions.entries()) await tx.put('revisions', revisionRow('x:1', i + 1, { text }))
  })
}
async function seenNow(draft = matched) {
  const progress = progressOf(draft)
  const live = await readLive(store, draft, progress, maya, standards)
  return { state: stateOf(progress, live), newest: live?.seen.at(-1)?.ranked, live }
}
const alertsOf = async () =>
  (await readAlerts(store, maya, standards, NOW)).filter(({ kind }) => kind.startsWith('draft-'))

describe('what is live against what was approved', () => {
  it('B11: live caption = approved except NFC/whitespace -> live-matched', async () => {
    await goLive(` ${APPROVED.normalize('NFD').replace(' slow', '  slow')}\n`)
    expect(await seenNow()).toMatchObject({ state: 'live-matched', newest: { rank: 'same' } })
    expect(await alertsOf()).toEqual([])
  })

  it('B11: added emoji -> drifted/cosmetic', async () => {
    await goLive(APPROVED.replace('warm', 'warm ☕'))
    expect(await seenNow()).toMatchObject({ state: 'drifted', newest: { rank: 'cosmetic' } })
    expect(await alertsOf()).toEqual([])
  })

  it('B11: removed "#ad" -> drifted/legal + alert', async () => {
    await goLive(APPROVED.replace('#ad ', ''))
    expect(await seenNow()).toMatchObject({
      state: 'drifted',
      newest: { rank: 'legal', reasons: [{ code: 'disclosureWorse' }] },
    })
    expect(await alertsOf()).toMatchObject([
      {
        kind: 'draft-drifted',
        code: 'draftDriftedLegal',
        severity: 'high',
        values: ['Mug'],
        evidence: ['x:1', ulid(30)],
      },
    ])
  })

  it('is said again with each caption that is seen: what was mended is as approved', async () => {
    await goLive(APPROVED.replace('#ad ', ''), APPROVED)
    const { state, live } = await seenNow()
    expect(state).toBe('live-matched')
    expect(live?.seen.map(({ ranked }) => ranked.rank)).toEqual(['legal', 'same'])
    expect(await alertsOf()).toEqual([])
  })

  it('is not judged by a caption that was seen in part, nor before anything was captured', async () => {
    await goLive(APPROVED)
    await store.write((tx) =>
      tx.put('revisions', revisionRow('x:1', 1, { text: 'Café mornings …', textComplete: false })),
    )
    expect(await seenNow()).toMatchObject({ state: 'live-matched', live: { seen: [] } })
    const byAddress = draftWith(
      ...approving,
      event(5, 'match', { post: { id: null, url: 'https://x.com/creator1/status/99' } }),
    )
    expect(await seenNow(byAddress)).toMatchObject({ state: 'live-matched', live: { post: null } })
  })

  it('is found by the address that was typed, however it was copied', async () => {
    await goLive(APPROVED.replace('#ad ', ''))
    const address = 'http://www.x.com/creator1/status/1/?utm_source=share'
    const byAddress = draftWith(...approving, event(5, 'match', { post: { id: null, url: address } }))
    expect(await seenNow(byAddress)).toMatchObject({ state: 'drifted', live: { post: { id: 'x:1' } } })
    expect(postAt('https://x.com/creator1/status/11', [postRow(1)])).toBeNull()
    expect(postAt('no address', [postRow(1)])).toBeNull()
  })
})

describe('a wait that is due', () => {
  it('is one alert however long it lasts, graver once it is to be escalated', async () => {
    await store.write((tx) => tx.put('drafts', draftWith(event(1, 'submit'))))
    const at = async (hours: number) =>
      (await readAlerts(store, maya, standards, new Date(t(1 + hours * 60)))).filter(
        ({ kind }) => kind === 'draft-waiting',
      )
    expect(await at(23)).toEqual([])
    const [first] = await at(25)
    const [last] = await at(80)
    expect(first).toMatchObject({ code: 'draftWaitsCompliance', severity: 'medium' })
    expect(last).toMatchObject({ id: first?.id, severity: 'high' })
  })
})

const offersFor = (posts: Parameters<typeof liveOffers>[3], taken: string[] = []) =>
  liveOffers(matched, progressOf(draftWith(...approving)), version, posts, new Set(taken)).map(({ post }) => post.id)

describe('posts that may be an approved draft', () => {
  it('are those in like words, of the same site, from about the time of the approval', () => {
    const like = postRow(1, { text: APPROVED.replace('slow', 'so slow'), sortAt: t(60) })
    const other = postRow(2, { text: 'A quite different post about rain', sortAt: t(60) })
    const old = postRow(3, { text: APPROVED, sortAt: '2026-06-01T00:00:00.000Z' })
    const elsewhere = postRow(4, { text: APPROVED, sortAt: t(60), platform: 'bluesky' })
    expect(offersFor([other, old, elsewhere, like])).toEqual(['x:1'])
    expect(offersFor([like], ['x:1'])).toEqual([])
  })

  it('are offered for an approved draft only', () => {
    const fresh = progressOf(draftWith(event(1, 'submit')))
    expect(liveOffers(matched, fresh, version, [postRow(1, { text: APPROVED, sortAt: t(60) })], new Set())).toEqual([])
  })
})

describe('the precision of a rule', () => {
  it('counts what it found in drafts, and that people called it mistaken there', async () => {
    await store.write(async (tx) => {
      for (const one of guidelines) await tx.put('guidelines', one)
      const caption = 'Cheap Trick all morning #ad'
      for (let n = 1; n <= 5; n++)
        await tx.put('drafts', draftRow(n, { partnerId: maya.id, versions: [{ ...version, caption }] }))
      const quote = 'Cheap'
      await tx.put('waivers', waiverRow(50, { postId: `draft:${ulid(1)}`, ruleId: 'cheap', quote, because: 'wrong' }))
    })
    const { precision } = await loadRuleRecord(store)
    expect(precision.get('cheap')).toEqual({ found: 5, wrong: 1, right: 0.8, needs: 0 })
  })
})

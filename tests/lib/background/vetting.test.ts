import { beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../../lib/background/ingest.ts'
import { vettingHandlers } from '../../../lib/background/handlers/vetting.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import type { Input, VettingAnswer } from '../../../lib/messages/protocol.ts'
import type { Vetting } from '../../../lib/domain/vetting.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { partnerRow, t, ulid } from '../store/rows.ts'
import { createTestJudge } from './judge.ts'
import { look, postSeen, profileSeen } from './seen.ts'

let store: Store
let badges = 0
const judge = createTestJudge()
let at = 2_000
const handlers = () =>
  vettingHandlers({
    store: async () => store,
    now: () => new Date(t(at)),
    newId: () => ulid(999),
    bump: async () => undefined,
    refreshBadges: async () => void badges++,
  })
const extension = { kind: 'extension' } as const
const start = async (id = ulid(1), about: Partial<Input<'vetting.start'>> = {}): Promise<Vetting> =>
  handlers()['vetting.start']({ id, platform: 'x', handle: 'Creator1', name: 'Ana', url: null, ...about }, extension)
const decide = async (about: Partial<Input<'vetting.decide'>> = {}): Promise<VettingAnswer> =>
  handlers()['vetting.decide'](
    { id: ulid(1), seen: 0, verdictId: ulid(2), by: 'Ines', decision: 'reject', reason: 'Slurs', ...about },
    extension,
  )
const see = (id: string, seenAt: number) =>
  ingest(
    store,
    judge,
    {
      observation: look(seenAt, { page: 'profile', profile: profileSeen(), posts: [postSeen(id)] }),
      misses: [],
      fields: [],
    },
    new Date(t(seenAt)),
  )
const posts = () => store.posts.countOfAccount('x:creator1')

beforeEach(() => {
  store = createMemoryStore()
  badges = 0
  at = 2_000
})

describe('vetting a creator who is no partner', () => {
  it('stores their posts and profile from the start of the sheet on, and not before', async () => {
    await see('1', 900)
    expect(await posts()).toBe(0)
    await start()
    const looked = await see('1', 1_000)
    expect(looked.changed).toBe(true)
    expect(await posts()).toBe(1)
    expect(await store.profiles.latest('x:creator1')).not.toBeNull()
    // Nobody knows what the creator gets, so nothing is judged.
    expect(await store.assessments.get('x:1')).toBeNull()
    expect(looked.partnerIds.size).toBe(0)
  })

  it('stores nothing more of a creator who was rejected, and goes on when the decision changes', async () => {
    await start()
    await decide()
    await see('1', 1_000)
    expect(await posts()).toBe(0)
    await decide({ seen: 1, verdictId: ulid(3), decision: 'tentative', reason: 'They took it down' })
    await see('1', 1_100)
    expect(await posts()).toBe(1)
  })

  it('their posts are judged once they are a partner', async () => {
    await start()
    await see('1', 1_000)
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    await see('1', 1_100)
    expect(await store.assessments.get('x:1')).not.toBeNull()
  })

  it('is one sheet per account, however often it is started, and looks back as the settings say', async () => {
    await store.write((tx) => tx.putSettings({ ...defaultSettings, vetting: { months: 18, highRiskMonths: 48 } }))
    const first = await start()
    expect(first.lookBack).toEqual({ months: 18, highRisk: false })
    expect((await start(ulid(5), { handle: 'creator1' })).id).toBe(first.id)
    expect(await store.vettings.all()).toHaveLength(1)
  })

  it('of a partner looks at every account', async () => {
    const accounts = [
      { platform: 'x', handle: 'creator1', url: null },
      { platform: 'tiktok', handle: 'ana', url: null },
    ]
    await store.write((tx) =>
      tx.put('partners', partnerRow(7, { accounts, accountKeys: ['x:creator1', 'tiktok:ana'] })),
    )
    expect((await start()).accountKeys).toEqual(['x:creator1', 'tiktok:ana'])
  })
})

describe('deciding', () => {
  it('B12: keeps decision, reason, date, decider and how much was visible then', async () => {
    await start()
    await see('1', 1_000)
    const { vetting, refused } = await decide({ reason: '  Slurs  ' })
    expect(refused).toBeNull()
    expect(vetting.verdicts).toEqual([
      { id: ulid(2), at: t(2_000), by: 'Ines', decision: 'reject', reason: 'Slurs', posts: 1, from: t(0), to: t(0) },
    ])
    expect((await store.settings.get()).approval.reviewer).toBe('Ines')
    // Chips on pages say so at once.
    expect(badges).toBe(2)
  })

  it('without a name or a reason is refused, and changes nothing', async () => {
    await start()
    expect((await decide({ by: ' ' })).refused?.code).toBe('noName')
    expect((await decide({ reason: ' ' })).refused?.code).toBe('noReason')
    expect((await store.vettings.get(ulid(1)))?.verdicts).toEqual([])
  })

  it('on an older state than the newest is refused and names who decided meanwhile; repeated, it is one decision', async () => {
    await start()
    await decide()
    expect((await decide()).vetting.verdicts).toHaveLength(1)
    const stale = await decide({ verdictId: ulid(3), by: 'Tom', decision: 'approve', reason: 'Fine' })
    expect(stale.refused).toEqual({ code: 'changed', values: ['Ines'] })
    expect(stale.vetting.verdicts).toHaveLength(1)
  })

  it('again keeps the earlier decision', async () => {
    await start()
    await decide()
    const { vetting } = await decide({ seen: 1, verdictId: ulid(3), decision: 'approve', reason: 'Apologised' })
    expect(vetting.verdicts.map(({ decision }) => decision)).toEqual(['reject', 'approve'])
  })

  it('two windows that set another look-back: the second is refused', async () => {
    const { updatedAt } = await start()
    at = 2_100
    const change = (months: number) =>
      handlers()['vetting.change']({ id: ulid(1), base: updatedAt, lookBack: { months, highRisk: false } }, extension)
    expect((await change(24)).refused).toBeNull()
    expect((await change(6)).refused?.code).toBe('changed')
    expect((await store.vettings.get(ulid(1)))?.lookBack.months).toBe(24)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import type { Guideline } from '../../lib/domain/guideline.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { writeTransfer } from '../../lib/guidelines/transfer.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface, guideline, id } from '../lib/state/surface.ts'
import { neutral } from '../lib/store/rows.ts'
import { choose, control, show, words } from './show.ts'

const toneOf = async () => neutral
const AT = '2026-11-20T12:00:00.000Z'
const banned = (phrase: string, ruleId = 'r1') =>
  ({ id: ruleId, kind: 'banned-phrase', params: { phrase }, severity: 'medium', weight: 'must' }) as const

async function open(address: string, stored: readonly Guideline[], versions: readonly Guideline[] = []) {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    for (const one of stored) await tx.put('guidelines', one)
    for (const one of versions)
      await tx.put('guidelineVersions', {
        id: `${one.id}@${one.version}`,
        guidelineId: one.id,
        version: one.version,
        guideline: one,
        savedAt: one.updatedAt,
      })
  })
  const router = createRouter({ read: () => address, write: (next) => void (address = next), onChange: () => {} })
  const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf })
  const place = show(<Dashboard state={state} now={surface.ports.now} />)
  const file = (text: string, size = text.length) =>
    state.transfer.look({ name: 'rules.json', size, text: async () => text })
  const names = async () => (await surface.store.guidelines.all()).map(({ name }) => name).toSorted()
  return { surface, state, place, file, names }
}

describe('importing guidelines', () => {
  it('shows what each would become before anything is stored, and undoes it', async () => {
    const stored = guideline({ rules: [banned('cheap')] })
    const { place, state, file, names, surface } = await open('#/guidelines', [stored])
    const other = guideline({ name: 'Autumn', partnerIds: [id()], rules: [{ ...banned('x'), kind: 'hologram' }] })
    await file(writeTransfer([{ ...stored, name: 'Renamed' }, other], AT))
    await vi.waitFor(() => expect(words(place)).toContain('stored here as “Spring launch”, version 1'))
    expect(words(place)).toContain('1 kind of rule not understood, kept as it is')
    expect(words(place)).toContain('1 of its partners is not known here')
    expect(await names()).toEqual(['Spring launch'])

    control(place, 'Import 2 guidelines').click()
    await vi.waitFor(async () => expect(await names()).toEqual(['Autumn', 'Renamed']))
    expect((await surface.store.guidelines.get(other.id))?.rules).toEqual(other.rules)
    await state.toasts.shown.value[0]?.undo?.()
    expect(await names()).toEqual(['Spring launch'])
  })

  it('keeps the stored one beside its copy, or leaves it alone', async () => {
    const stored = guideline()
    const { place, file, names } = await open('#/guidelines', [stored])
    await file(writeTransfer([{ ...stored, name: 'Renamed' }], AT))
    const what = await vi.waitFor(() => control<HTMLSelectElement>(place, 'What to do with “Renamed”'))
    choose(what, 'skip')
    await vi.waitFor(() => expect(control<HTMLButtonElement>(place, 'Nothing to import').disabled).toBe(true))
    choose(what, 'copy')
    await vi.waitFor(() => control(place, 'Import 1 guideline').click())
    await vi.waitFor(async () => expect(await names()).toEqual(['Renamed', 'Spring launch']))
  })

  it('names what is wrong with a file by its place, and stores nothing', async () => {
    const { place, file, names } = await open('#/guidelines', [guideline()])
    await file(writeTransfer([guideline({ name: 'Other', rules: [{ ...banned('x'), params: { phrase: 7 } }] })], AT))
    await vi.waitFor(() => expect(words(place)).toContain('guidelines[0].rules[0].params'))
    expect(words(place)).toContain('Nothing in this file can be imported')
    expect(await names()).toEqual(['Spring launch'])
  })

  it('does not open a file of 50 MB, and says so', async () => {
    const { place, state } = await open('#/guidelines', [guideline()])
    const text = vi.fn<() => Promise<string>>(async () => '')
    await state.transfer.look({ name: 'huge.json', size: 50 * 1024 * 1024, text })
    await vi.waitFor(() => expect(words(place)).toContain('“huge.json” is larger than 8 MB'))
    expect(text).not.toHaveBeenCalled()
  })

  it('reads back what it wrote, under a name that says what it is', async () => {
    const stored = guideline({ name: 'Été / spring: launch', rules: [banned('cheap')] })
    const { state, file } = await open('#/guidelines', [stored])
    const { name, text } = state.transfer.write([stored])
    expect(name).toMatch(/^rapport-[\p{L}\p{M}\p{N}-]+-2026-11-20\.json$/u)
    await file(text)
    expect(state.transfer.preview.value?.problems).toEqual([])
    expect(state.transfer.preview.value?.items[0]?.imported.guideline.rules).toEqual(stored.rules)
  })
})

describe('versions of a guideline', () => {
  const first = guideline({ version: 1, rules: [banned('cheap')] })
  const second = { ...first, version: 2, rules: [banned('bargain'), banned('free', 'r2')] }
  const third = { ...second, version: 3, name: 'Summer launch' }

  it('are listed with what each changed; two of them are compared word by word', async () => {
    const { place, state } = await open(`#/guidelines/${first.id}?version=2`, [third], [first, second, third])
    await vi.waitFor(() => expect(place.querySelectorAll('.version-list li')).toHaveLength(3))
    expect([...place.querySelectorAll('.version-list li')].map((item) => words(item))).toEqual([
      expect.stringContaining('name or reach changed'),
      expect.stringContaining('1 rule added, 1 rule changed'),
      expect.stringContaining('First version. 1 rule added'),
    ])
    expect(words(place.querySelector('[aria-labelledby="version"] del'))).toContain('cheap')
    expect(words(place.querySelector('[aria-labelledby="version"] ins'))).toContain('bargain')
    choose(control<HTMLSelectElement>(place, 'Compared with'), '3')
    await vi.waitFor(() => expect(words(place.querySelector('[aria-labelledby="version"] del'))).toContain('Summer'))
    expect(state.router.route.value.query).toEqual({ version: '2', against: '3' })
  })

  it('are restored as the newest one, which can be undone', async () => {
    const { place, state, surface } = await open(`#/guidelines/${first.id}?version=1`, [third], [first, second, third])
    await vi.waitFor(() => control(place, 'Restore this version').click())
    await vi.waitFor(async () =>
      expect(await surface.store.guidelines.get(first.id)).toMatchObject({ name: 'Spring launch', rules: first.rules }),
    )
    await vi.waitFor(() => expect(state.toasts.shown.value).toHaveLength(1))
    await state.toasts.shown.value[0]?.undo?.()
    expect(await surface.store.guidelines.get(first.id)).toMatchObject({ name: 'Summer launch', rules: third.rules })
  })

  it('begin with what is stored where none were kept yet', async () => {
    const { place } = await open(`#/guidelines/${first.id}?version=1`, [first])
    await vi.waitFor(() => expect(place.querySelectorAll('.version-list li')).toHaveLength(1))
    expect(control(place, 'Spring launch')).toBeDefined()
  })
})

import { describe, expect, it } from 'vitest'
import { kinds } from '../../../lib/guidelines/kinds/index.ts'
import { createGuidelineEdit } from '../../../lib/state/guideline-edit.ts'
import { problemsOf } from '../../../lib/state/guideline-problems.ts'
import { createToasts } from '../../../lib/state/toasts.ts'
import { createTestSurface, guideline, type TestSurface } from './surface.ts'

function open(surface: TestSurface) {
  const toasts = createToasts(surface.ports.later)
  return { toasts, edit: createGuidelineEdit({ ...surface.ports, kinds, toasts, onChange: async () => {} }) }
}
const hashtag = kinds.find(({ kind }) => kind === 'required-hashtag')

describe('editing a guideline', () => {
  it('says what is wrong and where before it saves anything', async () => {
    const surface = createTestSurface()
    const { edit } = open(surface)
    await edit.open('new')
    if (hashtag) edit.addRule(hashtag)
    expect(await edit.save()).toBeNull()
    const [rule] = edit.draft.value?.rules ?? []
    expect(edit.problems.value).toEqual([
      { ruleId: null, field: 'name', code: 'name-missing', values: [] },
      { ruleId: rule?.id, field: 'tag', code: 'required', values: [] },
    ])
    expect(await surface.store.guidelines.all()).toEqual([])
  })

  it('tells something that cannot be used from something that is missing', () => {
    const rule = {
      id: 'r',
      kind: 'required-hashtag',
      params: { tag: 'two words' },
      severity: 'low',
      weight: 'must',
    } as const
    expect(problemsOf(guideline({ rules: [rule] }), kinds)).toEqual([
      { ruleId: 'r', field: 'tag', code: 'not-understood', values: [] },
    ])
  })

  it('keeps a rule of an unknown kind as it is, and saves with it', async () => {
    const surface = createTestSurface()
    const odd = {
      id: 'r',
      kind: 'hologram',
      params: { deep: [1, { a: null }] },
      severity: 'low',
      weight: 'must',
    } as const
    const stored = guideline({ rules: [odd] })
    await surface.store.write((tx) => tx.put('guidelines', stored))
    const { edit } = open(surface)
    await edit.open(stored.id)
    edit.change({ name: 'Renamed' })
    expect(await edit.save()).toBe(stored.id)
    expect((await surface.store.guidelines.get(stored.id))?.rules).toEqual([odd])
  })

  it('has unsaved changes back after the page was closed, and forgets them when they are discarded', async () => {
    const surface = createTestSurface()
    const stored = guideline()
    await surface.store.write((tx) => tx.put('guidelines', stored))
    const first = open(surface)
    await first.edit.open(stored.id)
    first.edit.change({ name: 'Half typ' })

    const again = open(surface)
    await again.edit.open(stored.id)
    expect(again.edit.draft.value?.name).toBe('Half typ')
    expect(again.edit.dirty.value).toBe(true)
    await again.edit.discard()
    expect(again.edit.draft.value?.name).toBe('Spring launch')
    expect(again.edit.dirty.value).toBe(false)
  })

  it('keeps the draft when it could not be stored', async () => {
    const surface = createTestSurface()
    surface.refuse['guideline.save'] = 'disk-full'
    const { edit, toasts } = open(surface)
    await edit.open('new')
    edit.change({ name: 'Summer' })
    expect(await edit.save()).toBeNull()
    expect(toasts.shown.value[0]?.problem?.code).toBe('disk-full')
    const again = open(surface)
    await again.edit.open('new')
    expect(again.edit.draft.value?.name).toBe('Summer')
  })

  it('undoes a deletion', async () => {
    const surface = createTestSurface()
    const stored = guideline()
    await surface.store.write((tx) => tx.put('guidelines', stored))
    const { edit, toasts } = open(surface)
    await edit.remove(stored)
    expect(await surface.store.guidelines.all()).toEqual([])
    await toasts.shown.value[0]?.undo?.()
    expect((await surface.store.guidelines.all()).map(({ name }) => name)).toEqual(['Spring launch'])
  })
})

import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface } from '../lib/state/surface.ts'
import { neutral } from '../lib/store/rows.ts'
import { choose, control, show, words } from './show.ts'

const toneOf = async () => neutral

function open() {
  let address = '#/guidelines'
  const surface = createTestSurface()
  const router = createRouter({ read: () => address, write: (next) => void (address = next), onChange: () => {} })
  const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf })
  return { surface, state, place: show(<Dashboard state={state} now={surface.ports.now} />) }
}

describe('a template', () => {
  it('shows its rules with source and date, and begins a draft of them that is not stored', async () => {
    const { surface, state, place } = open()
    await vi.waitFor(() => control(place, 'From a template').click())
    choose(await vi.waitFor(() => control<HTMLSelectElement>(place, 'Trade')), 'food')
    await vi.waitFor(() => expect(words(place.querySelector('dialog[open]'))).toContain('Gut Check'))
    choose(control<HTMLSelectElement>(place, 'Country'), 'GB')
    await vi.waitFor(() => expect(words(place.querySelector('dialog[open]'))).toContain('less healthy food'))
    expect(words(place.querySelector('dialog[open]'))).toContain('check before acting')
    const start = [...place.querySelectorAll('button')].find((button) => words(button).startsWith('Start with these'))
    start?.click()
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Food and supplements, United Kingdom'))
    const rules = state.guidelineEdit.draft.value?.rules ?? []
    expect(rules[0]).toMatchObject({ kind: 'disclosure', params: { jurisdictions: ['GB'] } })
    expect(rules.every(({ name, note }) => name && note)).toBe(true)
    expect(state.guidelineEdit.problems.value).toEqual([])
    expect(await surface.store.guidelines.all()).toEqual([])
  })

  it('gives back an unsaved draft that it took the place of', async () => {
    const { state } = open()
    await state.guidelineEdit.open('new')
    state.guidelineEdit.change({ name: 'Half typed' })
    state.guidelineEdit.start({ name: 'From a template', rules: [] })
    await state.toasts.shown.value[0]?.undo?.()
    expect(state.guidelineEdit.draft.value?.name).toBe('Half typed')
  })
})

import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { SettingsView } from '../../components/SettingsView.tsx'
import { defaultHealthSettings } from '../../lib/domain/settings.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface } from '../lib/state/surface.ts'
import { neutral } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

async function open() {
  const surface = createTestSurface()
  const router = createRouter({ read: () => '#/settings', write: () => {}, onChange: () => {} })
  const ports = { ...surface.ports, router, adapters: sites, kinds, toneOf: async () => neutral }
  const state = createDashboardState(ports)
  await state.refresh()
  await vi.waitFor(() => expect(state.settings.value.value).not.toBeNull())
  const place = show(<SettingsView state={state} now={Date.parse('2026-11-20T12:00:00Z')} />)
  const stored = async () => (await surface.store.settings.get()).health
  return { place, stored }
}
async function fill(place: HTMLElement, name: string, text: string) {
  const field = control<HTMLInputElement>(place, name)
  await act(() => type(field, text))
  await act(() => void field.dispatchEvent(new FocusEvent('blur')))
}

describe('what partnerships are judged by', () => {
  it('is saved when a field is left, and says what each share counts where they do not sum to 100', async () => {
    const { place, stored } = await open()
    await fill(place, 'Compliance', '50')
    await vi.waitFor(async () => expect((await stored()).weights.compliance).toBe(50))
    await vi.waitFor(() => expect(words(place)).toContain('The shares sum to 125, so they are scaled to 100.'))
    expect(words(place)).toContain('counts 40%')
  })

  it('keeps both of two fields that are left soon after each other', async () => {
    const { place, stored } = await open()
    await fill(place, 'Grace when first late, in hours', '6')
    await fill(place, 'Missed after, in hours', '36')
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ graceHours: 6, escalateHours: 36 }))
  })

  it('keeps what is out of bounds in its field, says so, and stores nothing of it', async () => {
    const { place, stored } = await open()
    await fill(place, 'Or times their usual wait', 'often')
    expect(words(place)).toContain('This is not saved.')
    expect(control<HTMLInputElement>(place, 'Or times their usual wait').value).toBe('often')
    expect(await stored()).toEqual(defaultHealthSettings)
  })

  it('reminds of partners who carry a tag, refuses a cadence the wrong way round, and goes back to the defaults', async () => {
    const { place, stored } = await open()
    const add = async (ideal: string, maximum: string) => {
      await act(() => {
        type(control<HTMLInputElement>(place, 'Tag'), 'summer')
        type(control<HTMLInputElement>(place, 'Due after, in days'), ideal)
        type(control<HTMLInputElement>(place, 'Overdue after, in days'), maximum)
      })
      await act(() => control(place, 'Add').click())
    }
    await add('42', '28')
    expect(words(place)).toContain('the second no smaller than the first')
    await add('28', '42')
    await vi.waitFor(() => expect(words(place)).toContain('summer: due after 28 days, overdue after 42'))
    expect((await stored()).tagCadences).toEqual([{ tag: 'summer', cadence: { idealDays: 28, maximumDays: 42 } }])
    control(place, 'Back to the defaults').click()
    await vi.waitFor(async () => expect(await stored()).toEqual(defaultHealthSettings))
  })

  it('takes another engagement formula for a site, and forgets it where the default is chosen again', async () => {
    const { place, stored } = await open()
    const site = () => control<HTMLSelectElement>(place, 'Instagram')
    expect(words(site().selectedOptions[0])).toBe('Middle post: likes ÷ followers (default)')
    expect(words(place)).toContain('The middle post’s likes ÷ followers (Modash, influData)')
    await act(() => choose(site(), 'mean(likes+comments)/followers'))
    await vi.waitFor(async () =>
      expect((await stored()).formulas).toEqual({ instagram: 'mean(likes+comments)/followers' }),
    )
    await act(() => choose(site(), 'median(likes)/followers'))
    await vi.waitFor(async () => expect(await stored()).toEqual(defaultHealthSettings))
  })
})

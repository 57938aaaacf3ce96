import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { partner as mara } from '../lib/health/fixtures.ts'
import { reportRecord } from '../lib/reports/record.ts'
import { createTestSurface, type TestSurface } from '../lib/state/surface.ts'
import { neutral } from '../lib/store/rows.ts'
import { choose, control, show, words } from './show.ts'

const toneOf = async () => neutral

function open(surface: TestSurface, hash = '#/reports') {
  let address = hash
  const router = createRouter({ read: () => address, write: (next) => void (address = next), onChange: () => {} })
  const state = createDashboardState({ ...surface.ports, router, adapters: sites, kinds, toneOf })
  return { place: show(<Dashboard state={state} now={surface.ports.now} />), address: () => address, state }
}

describe('the reports', () => {
  it('teach what to do while there are none', async () => {
    const { place } = open(createTestSurface())
    await vi.waitFor(() => expect(words(place)).toContain('No report yet. Make one now'))
  })

  it('are made of what is known now, and shown: each figure with what it rests on', async () => {
    const surface = createTestSurface({ store: await reportRecord() })
    const { place, address } = open(surface)
    await vi.waitFor(() => control(place, 'Make report'))
    choose(control<HTMLSelectElement>(place, 'Which report'), 'monthly')
    await vi.waitFor(() => expect(words(place)).toContain('with each part of every score'))
    control(place, 'Make report').click()
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Monthly report'))
    expect(address()).toMatch(/^#\/reports\/[0-9A-Z]{26}$/)
    const row = (name: string) => [...place.querySelectorAll('tr')].find((one) => words(one).startsWith(name))
    expect(words(row('Engagement rate') ?? null)).toContain('median(likes)/followers')
    const links = [...(row('Posts captured')?.querySelectorAll('details a') ?? [])].map((link) =>
      link.getAttribute('href'),
    )
    expect(links).toContain('https://www.instagram.com/p/1/')
    expect(links).toContain(`#/partners/${mara.id}`)
    expect(words(place)).toContain('visible sample of')
  })

  it('can be deleted, and the deletion undone', async () => {
    const surface = createTestSurface({ store: await reportRecord() })
    const { place } = open(surface)
    await surface.ports.send('report.make', { id: surface.ports.newId(), kind: 'weekly', partnerId: null })
    await vi.waitFor(() => control(place, 'Delete: Weekly report').click())
    await vi.waitFor(() => expect(words(place)).toContain('Report deleted'))
    await vi.waitFor(() => expect(words(place)).toContain('No report yet'))
    control(place, 'Undo').click()
    await vi.waitFor(() => control(place, 'Delete: Weekly report'))
  })

  it('about a partner is offered from where its page leads', async () => {
    const { place } = open(createTestSurface({ store: await reportRecord() }), `#/reports?partner=${mara.id}`)
    await vi.waitFor(() => {
      expect(control<HTMLSelectElement>(place, 'About whom').selectedOptions[0]?.textContent).toBe('Mara Quill')
    })
    expect(control<HTMLSelectElement>(place, 'Which report').value).toBe('partner')
  })
})

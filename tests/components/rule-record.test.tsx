import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface, guideline } from '../lib/state/surface.ts'
import { neutral, waiverRow } from '../lib/store/rows.ts'
import { control, show, words } from './show.ts'

const toneOf = async () => neutral

const house = guideline({
  rules: [{ id: 'rule-1', kind: 'banned-phrase', params: { phrase: 'cheap' }, severity: 'high', weight: 'must' }],
})

describe('a guideline’s page', () => {
  it('lists what was waived under its rules, with the words and the reason, and takes it back', async () => {
    const surface = createTestSurface()
    await surface.store.write(async (tx) => {
      await tx.put('guidelines', house)
      await tx.put('waivers', waiverRow(1))
      await tx.put('waivers', waiverRow(2, { ruleId: 'of another guideline', reason: 'Not here' }))
    })
    const router = createRouter({ read: () => `#/guidelines/${house.id}`, write: () => {}, onChange: () => {} })
    const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf })
    const place = show(<Dashboard state={state} now={surface.ports.now} />)
    await vi.waitFor(() => expect(words(place.querySelector('.record'))).toContain('Let pass: A song title'))
    const record = place.querySelector('.record')
    expect(words(record?.querySelector('q'))).toBe('cheap')
    expect(words(record)).not.toContain('Not here')
    control(place, 'Take back the waiver: Does not say “cheap”').click()
    await vi.waitFor(() => expect(words(place.querySelector('.record'))).toContain('Nothing is waived'))
    expect(words(place)).toContain('Taken back. It counts again.')
  })
})

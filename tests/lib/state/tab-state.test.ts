import { describe, expect, it, vi } from 'vitest'
import { createPanelState } from '../../../lib/state/panel.ts'
import { createTabState } from '../../../lib/state/tab-state.ts'
import { createTestSurface, nowhere, partner } from './surface.ts'

const instagram = { id: 'instagram', name: 'Instagram', origins: ['https://www.instagram.com/*'] }

describe('the current tab', () => {
  it('asks for exactly the origins of its site, in the click itself', async () => {
    const surface = createTestSurface({ context: { ...nowhere, state: 'no-permission', site: instagram } })
    const tab = createTabState({ ...surface.ports, onContext: () => {} })
    await tab.refresh()
    void tab.allowSite()
    // Synchronously: after an await, Firefox no longer takes it for the user's own wish.
    expect(surface.asked).toEqual([['https://www.instagram.com/*']])
    await vi.waitFor(() => expect(surface.sent.map(({ type }) => type)).toContain('sites.sync'))
  })

  it('registers nothing when the user says no, and says that the rest still works', async () => {
    const surface = createTestSurface({ context: { ...nowhere, state: 'no-permission', site: instagram } })
    surface.grant = false
    const tab = createTabState({ ...surface.ports, onContext: () => {} })
    await tab.refresh()
    await tab.allowSite()
    expect(tab.refused.value).toBe(true)
    expect(surface.sent.map(({ type }) => type)).not.toContain('sites.sync')
  })

  it('forgets the result of a check when the person goes on', async () => {
    const surface = createTestSurface({ context: { ...nowhere, state: 'ready', site: instagram } })
    const tab = createTabState({ ...surface.ports, onContext: () => {} })
    await tab.refresh()
    await tab.checkPage()
    expect(tab.check.value).toEqual({ state: 'problem', code: 'no-script' })
    surface.switchTab({ ...nowhere, url: 'https://shop.example/other' })
    await vi.waitFor(() => expect(tab.check.value).toBeNull())
  })

  it('takes the panel along to the next partner, and lets go of everything when it closes', async () => {
    const [maya, jonas] = [partner('Maya', [['x', 'maya']]), partner('Jonas', [['x', 'jonas']])]
    const surface = createTestSurface({ context: { ...nowhere, partnerId: maya.id } })
    await surface.store.write(async (tx) => {
      await tx.put('partners', maya)
      await tx.put('partners', jonas)
    })
    const panel = createPanelState(surface.ports)
    await vi.waitFor(() => expect(panel.view.value?.partner.name).toBe('Maya'))
    surface.switchTab({ ...nowhere, partnerId: jonas.id })
    await vi.waitFor(() => expect(panel.view.value?.partner.name).toBe('Jonas'))
    surface.close()
    const before = surface.sent.length
    surface.switchTab({ ...nowhere, partnerId: maya.id })
    surface.revise()
    expect(surface.sent).toHaveLength(before)
  })
})

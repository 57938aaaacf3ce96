import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { neutral, ratesRow, ulid } from '../lib/store/rows.ts'
import { at, createTestSurface, guideline, partner, type TestSurface } from '../lib/state/surface.ts'
import { control, show, type, words } from './show.ts'

const toneOf = async () => neutral

function open(surface: TestSurface, hash = '#/partners') {
  let address = hash
  const listeners: (() => void)[] = []
  const router = createRouter({
    read: () => address,
    write: (next) => void (address = next),
    onChange: (changed) => void listeners.push(changed),
  })
  const state = createDashboardState({ ...surface.ports, router, adapters: sites, kinds, toneOf })
  const place = show(<Dashboard state={state} now={surface.ports.now} />)
  return {
    place,
    state,
    address: () => address,
    visit: (next: string) => {
      address = next
      for (const changed of listeners) changed()
    },
  }
}

async function withPartners() {
  const surface = createTestSurface()
  const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
  const jonas = partner('Jonas Okafor', [['youtube', 'jonasruns']])
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('partners', jonas)
  })
  return { surface, maya, jonas }
}
const rows = (place: HTMLElement) => [...place.querySelectorAll('tbody th')].map((cell) => words(cell))

describe('the dashboard', () => {
  it('teaches the next action while it is empty', async () => {
    const { place } = open(createTestSurface())
    await vi.waitFor(() => control(place, 'Add your first partner'))
    expect(control<HTMLButtonElement>(place, 'Load the sample brand').disabled).toBe(false)
  })

  it('keeps the filter and the order in the address', async () => {
    const { surface } = await withPartners()
    const { place, address } = open(surface, '#/partners?sort=name&order=down')
    await vi.waitFor(() => expect(rows(place)).toEqual(['Maya Lindqvist', 'Jonas Okafor']))
    type(control<HTMLInputElement>(place, 'Search name, account or tag'), 'jonasruns')
    await vi.waitFor(() => expect(rows(place)).toEqual(['Jonas Okafor']))
    expect(address()).toBe('#/partners?sort=name&order=down&q=jonasruns')
  })

  it('follows the back button', async () => {
    const { surface, maya } = await withPartners()
    const { place, visit } = open(surface, `#/partners/${maya.id}`)
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Maya Lindqvist'))
    visit('#/partners')
    await vi.waitFor(() => expect(rows(place)).toHaveLength(2))
  })

  it('adds a partner by the address of a profile, and says what is wrong with one that is none', async () => {
    const surface = createTestSurface()
    const { place, state } = open(surface, '#/partners/new')
    const address = await vi.waitFor(() => control<HTMLInputElement>(place, 'Address of the profile'))
    const submit = () =>
      place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    type(address, 'https://shop.example/maya')
    submit()
    await vi.waitFor(() => expect(words(place)).toContain('No supported site has this address'))
    type(address, 'https://www.instagram.com/maya.bakes/')
    submit()
    await vi.waitFor(() => expect(state.router.route.value.id).not.toBe('new'))
    expect(await surface.store.partners.byAccount('instagram:maya.bakes')).toMatchObject({ name: 'maya.bakes' })
  })

  it('brings a partner back whose tracking was stopped', async () => {
    const { surface, maya } = await withPartners()
    const { place } = open(surface, `#/partners/${maya.id}`)
    await vi.waitFor(() => control(place, 'Stop tracking'))
    control(place, 'Stop tracking').click()
    await vi.waitFor(() => expect(rows(place)).toEqual(['Jonas Okafor']))
    control(place, 'Undo').click()
    await vi.waitFor(() => expect(rows(place)).toHaveLength(2))
  })

  it('points at what is wrong with a guideline, in words, and at nothing before saving was tried', async () => {
    const { place } = open(createTestSurface(), '#/guidelines/new')
    const brand = await vi.waitFor(() => control<HTMLInputElement>(place, 'Brand'))
    type(brand, 'Glow Kitchen')
    await vi.waitFor(() => expect(control<HTMLButtonElement>(place, 'Save').disabled).toBe(false))
    expect(place.querySelector('[aria-invalid]')).toBeNull()
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('A guideline needs a name.'))
    const name = control<HTMLInputElement>(place, 'Name')
    expect(words(document.getElementById(name.getAttribute('aria-describedby') ?? ''))).toBe(
      'A guideline needs a name.',
    )
  })

  it('tries a guideline on a pasted text without storing anything, and shows a kind it does not know', async () => {
    const surface = createTestSurface()
    const rule = {
      id: 'r1',
      kind: 'required-hashtag',
      params: { tag: '#Glow' },
      severity: 'high',
      weight: 'must',
    } as const
    const odd = { id: 'r2', kind: 'hologram', params: {}, severity: 'low', weight: 'must' } as const
    const stored = guideline({ rules: [rule, odd] })
    await surface.store.write((tx) => tx.put('guidelines', stored))
    const { place } = open(surface, `#/guidelines/${stored.id}`)
    const text = await vi.waitFor(() => control<HTMLTextAreaElement>(place, 'A caption to try'))
    expect(words(place)).toContain('Not understood')
    type(text, 'Sunday reset with #glow')
    await vi.waitFor(() => expect(words(place.querySelector('.try .finding'))).not.toBe(''))
    const before = surface.sent.length
    type(text, 'Sunday reset')
    await vi.waitFor(() => expect(words(place.querySelector('.try'))).toContain('Fail'))
    expect(surface.sent).toHaveLength(before)
  })

  it('checks the text it was opened with', async () => {
    const surface = createTestSurface()
    const rule = {
      id: 'r1',
      kind: 'required-hashtag',
      params: { tag: '#Glow' },
      severity: 'high',
      weight: 'must',
    } as const
    await surface.store.write((tx) => tx.put('guidelines', guideline({ rules: [rule] })))
    const { place } = open(surface, `#/check?${new URLSearchParams({ text: 'Hello & welcome #glow' })}`)
    const text = await vi.waitFor(() => control<HTMLTextAreaElement>(place, 'A caption to try'))
    expect(text.value).toBe('Hello & welcome #glow')
    await vi.waitFor(() => expect(words(place.querySelector('.try'))).toContain('Pass'))
    expect(place.querySelector('.corrected-text')).toBeNull()
    type(text, 'Hello & welcome')
    await vi.waitFor(() => expect(words(place.querySelector('.correction ins'))).toBe('added: #Glow'))
  })

  it('asks for a server of one’s own, and refuses what is no server', async () => {
    const surface = createTestSurface()
    const { place } = open(surface, '#/sites')
    const host = await vi.waitFor(() => control<HTMLInputElement>(place, 'Server'))
    const submit = () =>
      place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    type(host, 'localhost')
    submit()
    await vi.waitFor(() => expect(words(place)).toContain('This is not an address'))
    type(host, '@maya@brand.example')
    submit()
    await vi.waitFor(async () =>
      expect((await surface.store.settings.get()).ownHosts).toMatchObject([{ host: 'brand.example' }]),
    )
    expect(surface.asked).toEqual([['https://brand.example/*']])
  })

  it('goes anywhere by a few letters, and lists its keys', async () => {
    const { surface, maya } = await withPartners()
    const { place, state } = open(surface)
    await vi.waitFor(() => expect(rows(place)).toHaveLength(2))
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
    const field = await vi.waitFor(() => control<HTMLInputElement>(place, 'Go anywhere'))
    type(field, 'lindq')
    await vi.waitFor(() => expect(place.querySelectorAll('.palette-list li')).toHaveLength(1))
    place.querySelector<HTMLButtonElement>('.palette-list button')?.click()
    expect(state.router.route.value).toMatchObject({ view: 'partners', id: maya.id })
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
    await vi.waitFor(() => expect(words(place.querySelector('dialog .keys'))).toContain('Go anywhere'))
  })

  it('names every partner and guideline in the palette, whatever view is below it', async () => {
    const { surface } = await withPartners()
    await surface.store.write((tx) => tx.put('guidelines', guideline({ name: 'Spring launch' })))
    const { place, state } = open(surface, '#/settings')
    await vi.waitFor(() => expect(words(place)).toContain('What is stored'))
    state.show('palette')
    await vi.waitFor(() => expect(words(place.querySelector('.palette-list'))).toContain('Spring launch'))
    expect(words(place.querySelector('.palette-list'))).toContain('Maya Lindqvist')
  })

  it('lets people choose whose advertising rules apply, and keeps the choice', async () => {
    const surface = createTestSurface()
    const { place } = open(surface, '#/settings')
    const select = await vi.waitFor(() => {
      const label = [...place.querySelectorAll('label')].find((one) => words(one).startsWith('Advertising rules of'))
      const found = [...place.querySelectorAll('select')].find(({ id }) => id === label?.htmlFor)
      if (!found) throw new Error('no such choice')
      return found
    })
    expect(select.value).toBe('US')
    select.value = 'KR'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await vi.waitFor(async () => expect((await surface.store.settings.get()).jurisdiction).toBe('KR'))
  })

  it('says which addresses of a site are allowed, also where only https was granted', async () => {
    const surface = createTestSurface()
    surface.allowed = ['https://x.com/*', 'https://www.tiktok.com/*']
    const { place } = open(surface, '#/sites')
    const item = (name: string) =>
      words([...place.querySelectorAll('.list > li')].find((one) => words(one.querySelector('h2')) === name))
    await vi.waitFor(() => expect(item('TikTok')).toContain('Allowed'))
    expect(item('TikTok')).not.toContain('Not allowed')
    expect(item('X')).toContain('Partly allowed')
    expect(item('X')).toContain('Not allowed: twitter.com, mobile.x.com, mobile.twitter.com')
    expect(item('Instagram')).toContain('Not allowed')
    control(place, 'Allow the rest: twitter.com, mobile.x.com, mobile.twitter.com').click()
    expect(surface.asked).toHaveLength(1)
  })

  it('says of each site how well it is read, by which of its ways, and where nothing was read yet', async () => {
    const surface = createTestSurface()
    surface.allowed = ['https://x.com/*', 'https://bsky.app/*']
    const rate = {
      steady: { of: 40, won: [10, 29, 0] },
      recent: { of: 0, won: [] },
      gone: null,
      moved: null,
      missingSince: null,
      lastHitAt: at(0),
      lastAt: at(0),
      lastPage: 7,
    }
    const fields = { 'post.likes': rate, 'post.textLength': rate }
    await surface.store.write((tx) => tx.put('readRates', ratesRow('x', { fields, jumps: {} })))
    const { place } = open(surface, '#/sites')
    const item = (name: string) =>
      words([...place.querySelectorAll('.list > li')].find((one) => words(one.querySelector('h2')) === name))
    await vi.waitFor(() => expect(item('X')).toContain('Reads well'))
    expect([...place.querySelectorAll('.rates tbody tr')].map((row) => words(row))).toEqual([
      'Likes 98% of 40way 2 of 3',
    ])
    expect(item('Bluesky')).toContain('Nothing read here yet')
    expect(item('Bluesky')).not.toContain('Reads well')
  })

  it('says so when an address is about nobody, and not while it is still looking', async () => {
    const { surface, maya } = await withPartners()
    const { place, visit } = open(surface, `#/partners/${maya.id}`)
    expect(words(place)).not.toContain('does not exist')
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Maya Lindqvist'))
    visit('#/partners/01JNOBODY00000000000000000')
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toContain('does not exist'))
    visit('#/guidelines/01JNOBODY00000000000000000')
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('This guideline does not exist any more.'))
  })
})

describe('the corrections of tones', () => {
  it('are listed with what was said before, can be taken back and restored, and say that they stay here', async () => {
    const surface = createTestSurface()
    const times = { createdAt: '2026-11-01T10:00:00.000Z', updatedAt: '2026-11-01T10:00:00.000Z', deletedAt: null }
    await surface.store.write((tx) =>
      tx.put('corrections', { id: ulid(1), text: 'So sick', lang: 'en', label: 'positive', was: 'negative', ...times }),
    )
    const { place } = open(surface, '#/settings/corrections')
    await vi.waitFor(() => expect(words(place)).toContain('So sick'))
    expect(words(place.querySelector('main'))).toContain('sent to nobody')
    expect(words(place.querySelector('.corrected-text'))).toContain('Was Negative now Positive')
    control(place, 'Take back').click()
    await vi.waitFor(() => control(place, 'Restore').click())
    await vi.waitFor(() => control(place, 'Take back'))
    expect(await surface.store.corrections.all()).toHaveLength(1)
  })

  it('are reached from the settings, which count them', async () => {
    const { place } = open(createTestSurface(), '#/settings')
    await vi.waitFor(() =>
      expect(control(place, 'Show corrections (none yet)').getAttribute('href')).toBe('#/settings/corrections'),
    )
  })
})

import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { agreementHtml } from '../../components/agreement-document.ts'
import { Dashboard } from '../../components/Dashboard.tsx'
import { toldWords } from '../../components/words.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { loadAgreementView } from '../../lib/state/agreements.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { german } from '../fixtures/agreements/planted.ts'
import { createTestSurface, partner } from '../lib/state/surface.ts'
import { neutral } from '../lib/store/rows.ts'
import { control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const LIVE = 'Each sponsored post must remain live for 45 days.'
const TEXT = `Campaign agreement\n\n${LIVE}\n\nEither party may terminate this agreement on 30 days’ written notice.`

async function open(hash: string) {
  const surface = createTestSurface()
  await surface.store.write((tx) => tx.put('partners', maya))
  const location = { hash }
  const router = createRouter({
    read: () => location.hash,
    write: (next) => {
      location.hash = next
    },
    onChange: () => {},
  })
  const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf: async () => neutral })
  return { surface, state, place: show(<Dashboard state={state} now={surface.ports.now} />) }
}
const press = (place: ParentNode, name: string) => void act(() => control(place, name).click())

async function kept(text = TEXT) {
  const all = await open('#/agreements')
  const about = { partnerId: maya.id, title: 'Spring <b>campaign</b>', timeZone: 'Europe/Berlin', text, by: 'Ines' }
  const id = (await all.state.agreementEdit.make(about)) ?? ''
  all.state.router.go('agreements', id)
  await vi.waitFor(() => expect(words(all.place.querySelector('h1'))).toBe('Spring <b>campaign</b>'))
  return { ...all, id, stored: () => all.surface.store.agreements.get(id) }
}

describe('the agreements', () => {
  it('say what to do while there are none', async () => {
    const { place } = await open('#/agreements')
    await vi.waitFor(() => expect(words(place)).toContain('Paste a contract or a brief'))
  })

  it('B7: are pasted with their banner, and a refusal keeps what was typed', async () => {
    const { place, surface } = await open(`#/agreements/new?partner=${maya.id}`)
    await vi.waitFor(() => control(place, 'Keep it and find its clauses'))
    expect(words(place)).toContain('Have counsel review this.')
    type(control<HTMLTextAreaElement>(place, 'The contract or brief'), TEXT)
    press(place, 'Keep it and find its clauses')
    await vi.waitFor(() => expect(words(place)).toContain('Say who you are.'))
    expect(control<HTMLTextAreaElement>(place, 'The contract or brief').value).toBe(TEXT)
    expect(await surface.store.agreements.all()).toEqual([])
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    const keep = () => control<HTMLButtonElement>(place, 'Keep it and find its clauses')
    await vi.waitFor(() => expect(keep().disabled).toBe(false))
    press(place, 'Keep it and find its clauses')
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Campaign agreement'), 5_000)
  })

  it('B7: check nothing before a person confirms a clause; then say what is checked', async () => {
    const { place, stored } = await kept()
    expect(words(place)).toContain('Nothing is confirmed yet, so nothing is checked.')
    press(place, `Confirm: Must stay live: ${LIVE}`)
    await vi.waitFor(async () => expect((await stored())?.clauses).toMatchObject([{ kind: 'stay-live', quote: LIVE }]))
    await vi.waitFor(() => expect(words(place)).toContain('Checked: a post that its own page says is gone'))
    press(place, 'Remove from the checks: Must stay live')
    await vi.waitFor(async () => expect((await stored())?.clauses).toEqual([]))
  })

  it('refuse a decision about what somebody else has changed, and show it as it is', async () => {
    const { place, state, stored } = await kept()
    const seen = state.agreement.value.value?.agreement
    if (!seen) throw new Error('no agreement')
    await state.agreementEdit.act(seen, 'Jo', { kind: 'revise', text: `${TEXT}\n\nP.S.` })
    expect(await state.agreementEdit.act(seen, 'Ines', { kind: 'revise', text: 'Other' })).toBe(false)
    await vi.waitFor(() => expect(words(place)).toContain('Somebody has changed this agreement meanwhile.'))
    expect((await stored())?.versions.map(({ by }) => by)).toEqual(['Ines', 'Jo'])
  })

  it('B7: name the gaps, each with a plain reading and a wording', async () => {
    const { place } = await kept()
    await vi.waitFor(() => expect(words(place)).toContain('What counts as a crisis'))
    expect(words(place)).toContain('Response time')
    expect(words(place.querySelector('[aria-labelledby="gaps"]'))).not.toContain('Must stay live')
  })

  it('say which language a contract is in that is read for numbers only', async () => {
    const { place } = await kept(german)
    await vi.waitFor(() => expect(words(place)).toContain('This looks like a contract in German.'))
  })

  it('B7: are exported with the counsel banner, always, and with nothing of their text as markup', async () => {
    const { surface, id } = await kept(`${TEXT}\n\n<script>alert(1)</script>`)
    const view = await loadAgreementView(surface.store, id)
    if (!view) throw new Error('no view')
    const page = agreementHtml(view, '2027-02-01T10:00:00.000Z')
    expect(page.split('Have counsel review this.')).toHaveLength(3)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<b>campaign')
    expect(page).toContain("default-src 'none'")
  })

  it('are deleted with a way back', async () => {
    const { place, surface } = await kept()
    press(place, 'Delete the agreement')
    await vi.waitFor(() => expect(words(place)).toContain('Agreement deleted.'))
    expect(await surface.store.agreements.all()).toEqual([])
    press(place, 'Undo')
    await vi.waitFor(async () => expect(await surface.store.agreements.all()).toHaveLength(1))
  })
})

describe('what a webhook tells of an agreement', () => {
  it('never quotes a clause: it says where to read it', () => {
    const clause = { agreementId: 'a', id: 'c', kind: 'exclusivity' as const, quote: 'SECRET WORDS OF THE CLAUSE' }
    const told = toldWords({ code: 'agreementExclusivity', values: ['Hollowbrook', 'Lunch'], clause })
    expect(told).toContain('See the agreement in Rapport.')
    expect(told).not.toContain('SECRET')
    expect(toldWords({ code: 'agreementGone', values: ['Lunch'] })).not.toContain('See the agreement')
  })
})

import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { Popup } from '../../components/Popup.tsx'
import { changeSheet } from '../../components/change-sheet.ts'
import { dueWords } from '../../components/plan-words.ts'
import { ratingSheet } from '../../components/rating-sheet.ts'
import { readAlerts } from '../../lib/background/alerts.ts'
import { readHealth } from '../../lib/background/health.ts'
import type { PlanAction } from '../../lib/domain/plan.ts'
import { type RatingAnswer, ratingText } from '../../lib/domain/rating.ts'
import { defaultSettings } from '../../lib/domain/settings.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { planProgress } from '../../lib/partnership/plan.ts'
import { loadAttention } from '../../lib/state/attention.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { loadPartnerView } from '../../lib/state/partner-view.ts'
import { loadPlanView } from '../../lib/state/plans.ts'
import { createPopupState } from '../../lib/state/popup.ts'
import { loadSheetView } from '../../lib/state/realignments.ts'
import { dueDates } from '../../lib/state/reports.ts'
import { createRouter } from '../../lib/state/route.ts'
import { bytesOf, hmacOf } from '../../lib/text/sha256.ts'
import { isPlanned } from '../../lib/watch/alerts.ts'
import { createTestSurface, NOW, nowhere, partner } from '../lib/state/surface.ts'
import { agreementRow, contentOf, neutral, planRow, pulseRow, realignmentRow, ulid } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const DAY = 86_400_000
const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const day = (n: number) => new Date(NOW + n * DAY).toISOString()
const date = (n: number) => day(n).slice(0, 10)

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

let last = 9_000
const event = (action: PlanAction, at = day(-40)) => ({ id: ulid(++last), at, by: 'Ines', action })
/** A plan that started so many days ago and is ready for its gates. */
const running = (daysAgo: number) =>
  planRow(1, {
    partnerId: maya.id,
    timeZone: 'UTC',
    createdAt: day(-daysAgo),
    updatedAt: day(-daysAgo),
    events: [
      event({ kind: 'findings', text: 'Found' }),
      event({ kind: 'share' }),
      event({ kind: 'owner', owner: 'Kofi' }),
      event({ kind: 'promise', promise: { id: ulid(50), side: 'brand', text: 'Better briefs', due: date(20) } }),
      ...[0, 1, 2].map((gate) =>
        event({
          kind: 'measures',
          gate,
          measures: [
            { id: ulid(60 + gate), name: 'On time', target: 'all' },
            { id: ulid(70 + gate), name: 'Replies', target: 'a day' },
          ],
        }),
      ),
      event({ kind: 'start', on: date(-daysAgo) }),
    ].map((one) => Object.assign(one, { at: day(-daysAgo) })),
  })
const sheet = (changes: object = {}) =>
  realignmentRow(2, {
    partnerId: maya.id,
    timeZone: 'UTC',
    createdAt: day(-70),
    updatedAt: day(-70),
    versions: [
      { ...contentOf(realignmentRow(2)), n: 1, by: 'Ines', at: day(-70), effectiveOn: date(-70), reviewOn: date(-5) },
    ],
    ...changes,
  })

describe('the plans', () => {
  it('say what to do while there are none', async () => {
    const { place } = await open('#/plans')
    await vi.waitFor(() => expect(words(place)).toContain('Begin one here, or from an incident'))
    expect(words(place)).toContain('both sides agree to the same words')
  })

  it('ask for what is missing before one is made', async () => {
    const { place, surface } = await open('#/plans/new')
    await vi.waitFor(() => control(place, 'Make the plan'))
    press(place, 'Make the plan')
    expect(words(place)).toContain('Say in a few words what is to be rebuilt.')
    expect(await surface.store.plans.all()).toEqual([])
  })

  it('say what they lack before they can start, in words', async () => {
    const { place, surface } = await open(`#/plans/${ulid(1)}`)
    await surface.store.write((tx) => tx.put('plans', planRow(1, { partnerId: maya.id, timeZone: 'UTC' })))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Start the plan'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    await act(async () => {})
    press(place, 'Start the plan')
    await vi.waitFor(() =>
      expect(words(place.querySelector('[role="alert"]'))).toContain(
        'It needs: findings, findings shared with the creator, an owner',
      ),
    )
  })

  it('B5: a gate with an unmeasured metric is refused on the page, names it, and passes once it is measured', async () => {
    const { place, surface } = await open(`#/plans/${ulid(1)}`)
    await surface.store.write((tx) => tx.put('plans', running(31)))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Pass the gate'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    await act(async () => {})
    press(place, 'Pass the gate')
    await vi.waitFor(() =>
      expect(words(place.querySelector('[role="alert"]'))).toContain('not measured: On time, Replies'),
    )
    const gate = place.querySelector('[aria-labelledby="gate-0"]') ?? place
    for (const name of ['On time', 'Replies']) {
      type(control<HTMLInputElement>(gate, `What was measured: ${name}`), '4 of 4')
      await act(async () => {})
      press(gate, `Met: ${name}`)
      await vi.waitFor(async () => {
        const plan = await surface.store.plans.get(ulid(1))
        const measured = plan && planProgress(plan).gates[0]?.measures.find((one) => one.name === name)
        expect(measured?.result?.met).toBe(true)
      })
      await act(async () => {})
    }
    press(place, 'Pass the gate')
    await vi.waitFor(async () => {
      const plan = await surface.store.plans.get(ulid(1))
      expect(plan && planProgress(plan).nextGate?.index).toBe(1)
    })
  })

  it('B5: an exit archives the plan and opens the termination checklist', async () => {
    const { place, surface } = await open(`#/plans/${ulid(1)}`)
    const agreement = agreementRow(7, { partnerId: running(31).partnerId })
    await surface.store.write(async (tx) => {
      await tx.put('plans', running(31))
      await tx.put('agreements', agreement)
    })
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Part ways'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    type(control<HTMLTextAreaElement>(place, 'Gate 1: why'), 'Trust is gone')
    await act(async () => {})
    press(place, 'Part ways')
    await vi.waitFor(() => expect(words(place)).toContain('Ending the partnership'))
    expect(words(place)).toContain('Archived')
    expect(words(place)).toContain('Give notice in writing')
    // In the contract's own words.
    expect(words(place)).toContain('Each post must remain live for 45 days.')
  })

  it('refuse what was decided on an older state, and keep what was typed', async () => {
    const { place, surface, state } = await open(`#/plans/${ulid(1)}`)
    const stored = running(31)
    await surface.store.write((tx) => tx.put('plans', stored))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Pass the gate'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    type(control<HTMLInputElement>(place, 'What is promised'), 'Pay in 14 days')
    await act(async () => {})
    await state.planEdit.act(stored, 'Kofi', { kind: 'note', text: 'Called' })
    press(place, 'Add promise')
    await vi.waitFor(() => expect(words(place)).toContain('Kofi changed this plan meanwhile'))
    expect(control<HTMLInputElement>(place, 'What is promised').value).toBe('Pay in 14 days')
  })
})

async function made() {
  const all = await open(`#/plans/${ulid(1)}`)
  await all.surface.store.write((tx) => tx.put('plans', running(10)))
  const stored = await all.surface.store.plans.get(ulid(1))
  const plan = stored && (await all.state.planEdit.sheet(stored, 'Ines'))
  const form = plan?.sheets[0]
  if (!plan || !form) throw new Error('no form')
  const said = {
    plan: plan.id,
    sheet: form.id,
    scores: { overall: 8, communication: 8, clarity: 8, freedom: 8, payment: 8 },
    comment: '<b>Hi</b>',
    name: 'Maya',
    at: day(0),
  }
  const rating: RatingAnswer = { ...said, mac: hmacOf(bytesOf(form.secret), ratingText({ ...said, mac: '' })) }
  return { ...all, plan, form, rating }
}

const text = (rating: object) => JSON.stringify({ format: 'rapport-rating', version: 1, ...rating })

describe('B5: the two-way rating', () => {
  it('takes in pasted text, counts it, and shows what was written as text', async () => {
    const { place, surface, rating } = await made()
    await vi.waitFor(() => control(place, 'Or paste the returned text'))
    type(control<HTMLTextAreaElement>(place, 'Or paste the returned text'), text(rating))
    await act(async () => {})
    press(place, 'Take in the pasted text')
    await vi.waitFor(() => expect(words(place)).toContain('<b>Hi</b>'))
    const view = await loadPlanView(surface.store, ulid(1), NOW)
    expect(view?.trust.parts.find(({ part }) => part === 'rating')).toMatchObject({ score: 80, n: 1 })
  })

  it('refuses an altered or foreign form with the reason, and takes nothing in', async () => {
    const { place, surface, rating, plan } = await made()
    const paste = async (what: string) => {
      await vi.waitFor(() => control(place, 'Or paste the returned text'))
      type(control<HTMLTextAreaElement>(place, 'Or paste the returned text'), what)
      await act(async () => {})
      press(place, 'Take in the pasted text')
    }
    await paste(text({ ...rating, scores: { ...rating.scores, overall: 0 } }))
    await vi.waitFor(() => expect(words(place.querySelector('[role="alert"]'))).toContain('it was altered on its way'))
    await paste(text({ ...rating, plan: ulid(77) }))
    await vi.waitFor(() => expect(words(place.querySelector('[role="alert"]'))).toContain('belongs to another form'))
    await paste('all good!')
    await vi.waitFor(() => expect(words(place)).toContain('This is no answer of a rating form'))
    expect((await surface.store.plans.get(ulid(1)))?.events).toHaveLength(plan.events.length)
  })

  it('is a page that asks for nothing, and names nobody’s markup', async () => {
    const { surface, form } = await made()
    const view = await loadPlanView(surface.store, ulid(1), NOW)
    if (!view) throw new Error('gone')
    const html = ratingSheet({ ...view, partner: { ...maya, name: '<img src=x>' } }, form)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/https?:|fetch\(|XMLHttpRequest/)
  })
})

async function due() {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('plans', running(8))
    await tx.put('realignments', sheet())
  })
  return surface
}

const isCheckIn = (said: string) => said.startsWith('Check-in 1 of “Trust after the claim”')

describe('B6: what is due', () => {
  it('B6: due check-ins appear in popup, side panel and daily digest once', async () => {
    const surface = await due()
    // The digest tells the open alerts.
    const alerts = await readAlerts(
      surface.store,
      maya,
      { guidelines: [], settings: defaultSettings, waivers: [] },
      new Date(NOW),
    )
    expect(alerts.filter(({ kind }) => isPlanned(kind)).map(({ kind }) => kind)).toEqual(['review-due', 'check-in-due'])
    expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length)
    const view = await loadPartnerView(surface.store, maya.id, NOW)
    expect(view?.alerts.filter(({ kind }) => kind === 'check-in-due')).toHaveLength(1)
    // What comes later is upcoming, and what is due is not said there again.
    expect(view?.upcoming.map(dueWords)).toEqual(['Check-in 2', 'Check-in 3'].slice(0, view?.upcoming.length))
    const { planned } = await loadAttention(surface.store, NOW)
    expect(planned.map(({ due: one }) => one.id)).toEqual(view?.upcoming.map(({ id }) => id))
    surface.context = { ...nowhere, partnerId: maya.id }
    const state = createPopupState(surface.ports)
    const place = show(
      <Popup
        state={state}
        now={surface.ports.now}
        onOpenPanel={null}
        onOpenDashboard={() => {}}
        onOpenVetting={() => {}}
      />,
    )
    await vi.waitFor(() => expect(words(place)).toContain('Check-in 1 of “Trust after the claim”'))
    const shown = [...place.querySelectorAll('span.theirs')].map((one) => words(one)).filter(isCheckIn)
    expect(shown).toHaveLength(1)
  })

  it('B6: an overdue review is told and costs health by the set points, with the reason', async () => {
    const surface = await due()
    await surface.store.write(async (tx) => {
      for (let n = 1; n <= 3; n++) await tx.put('pulses', pulseRow(n, { partnerId: maya.id, rating: 10, at: day(-n) }))
      await tx.putSettings({
        ...defaultSettings,
        health: { ...defaultSettings.health, weights: { ...defaultSettings.health.weights, pulse: 100 } },
      })
    })
    const health = await readHealth(surface.store, maya, new Date(NOW))
    expect(health.score).toBe(90)
    expect(health.penalties).toEqual([
      { code: 'reviewOverdue', points: 10, values: ['Two reels a month', '5', '10'], evidence: [ulid(2)] },
    ])
    // As it was before the review day, nothing is taken off.
    const before = await readHealth(surface.store, maya, new Date(NOW - 5.6 * DAY))
    expect(before.penalties).toBeUndefined()
    const { store } = surface
    await store.write(async (tx) => {
      const settings = await tx.settings.get()
      await tx.putSettings({ ...settings, plans: { ...settings.plans, reviewPenalty: 25 } })
    })
    expect((await readHealth(store, maya, new Date(NOW))).score).toBe(75)
  })

  it('stands in the calendar: check-ins, gates, promises and reviews', async () => {
    const surface = await due()
    const entries = (await dueDates(surface.store, NOW)).filter(({ kind }) => kind === 'planned')
    const kindsOf = new Set(entries.map((entry) => entry.due?.kind))
    expect(kindsOf).toEqual(new Set(['check-in', 'gate', 'promise', 'review']))
    expect(entries.find((entry) => entry.due?.kind === 'review')?.at).toBe(date(-5))
  })
})

const action = (side: 'brand' | 'creator') => ({
  kind: 'acknowledge' as const,
  side,
  name: side,
  on: date(-60),
  version: 1,
})

describe('a change sheet', () => {
  it('B6: is refused without an example and with a review out of bounds, in words, and keeps what was typed', async () => {
    const { place, surface } = await open(`#/realignment/new?partner=${maya.id}`)
    await vi.waitFor(() => control(place, 'Save sheet'))
    type(control<HTMLInputElement>(place, 'What is realigned'), 'Two reels a month')
    type(control<HTMLTextAreaElement>(place, 'Change 1: old term'), 'Four reels')
    type(control<HTMLTextAreaElement>(place, 'Change 1: new term'), 'Two reels')
    type(control<HTMLTextAreaElement>(place, 'Change 1: reason'), 'Quality fell')
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    await act(async () => {})
    press(place, 'Save sheet')
    await vi.waitFor(() =>
      expect(words(place.querySelector('[role="alert"]'))).toContain('Change 1 needs the address of an example'),
    )
    type(control<HTMLTextAreaElement>(place, 'Change 1: links to examples'), 'https://x.com/maya/status/1')
    type(control<HTMLInputElement>(place, 'Review on'), date(120))
    await act(async () => {})
    press(place, 'Save sheet')
    await vi.waitFor(() =>
      expect(words(place.querySelector('[role="alert"]'))).toContain('It has to be 30 to 90 days after'),
    )
    expect(control<HTMLTextAreaElement>(place, 'Change 1: old term').value).toBe('Four reels')
    type(control<HTMLInputElement>(place, 'Why the review is sooner or later'), 'One campaign a quarter')
    await act(async () => {})
    press(place, 'Save sheet')
    await vi.waitFor(async () => expect(await surface.store.realignments.all()).toHaveLength(1))
    await vi.waitFor(() => expect(words(place.querySelector('h1'))).toBe('Two reels a month'))
  })

  it('B6: editing an acknowledged one makes version 2 and shows a word diff', async () => {
    const { place, surface } = await open(`#/realignment/${ulid(2)}`)
    await surface.store.write((tx) => tx.put('realignments', sheet()))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'The creator: acknowledge'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    type(control<HTMLInputElement>(place, 'The creator: name'), 'Maya')
    await act(async () => {})
    press(place, 'The creator: acknowledge')
    await vi.waitFor(() => expect(words(place)).toContain('The creator: agreed by Maya'))
    press(place, 'Change the sheet')
    await vi.waitFor(() => expect(words(place)).toContain('What you save becomes version 2'))
    type(control<HTMLTextAreaElement>(place, 'Change 1: new term'), 'Three reels a month')
    await act(async () => {})
    press(place, 'Save sheet')
    await vi.waitFor(() => expect(words(place)).toContain('Changed from version 1'))
    expect([...place.querySelectorAll('del')].map((one) => words(one))).toContain('removed: Two')
    expect([...place.querySelectorAll('ins')].map((one) => words(one))).toContain('added: Three')
    expect((await surface.store.realignments.get(ulid(2)))?.versions).toHaveLength(2)
  })

  it('a save that rests on an older state is refused, and what was typed is still there', async () => {
    const { place, surface, state } = await open(`#/realignment/${ulid(2)}`)
    const stored = sheet()
    await surface.store.write((tx) => tx.put('realignments', stored))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Change the sheet'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    await act(async () => {})
    press(place, 'Change the sheet')
    type(control<HTMLTextAreaElement>(place, 'Change 1: new term'), 'Mine')
    await act(async () => {})
    await state.sheetEdit.act(stored, 'Kofi', {
      kind: 'acknowledge',
      side: 'brand',
      name: 'Kofi',
      on: date(0),
      version: 1,
    })
    press(place, 'Save sheet')
    await vi.waitFor(() => expect(words(place)).toContain('This sheet was changed elsewhere meanwhile'))
    expect(control<HTMLTextAreaElement>(place, 'Change 1: new term').value).toBe('Mine')
    expect((await surface.store.realignments.get(ulid(2)))?.versions).toEqual(stored.versions)
  })

  it('B6: prints old and new terms, why, examples and who agreed, self-contained', async () => {
    const surface = createTestSurface()
    const [row] = contentOf(sheet()).rows
    const acknowledged = {
      kind: 'acknowledge' as const,
      side: 'creator' as const,
      name: 'Maya <b>',
      on: date(-60),
      version: 1,
    }
    const stored = sheet({ events: [{ id: ulid(3), at: day(-60), by: 'Ines', action: acknowledged }] })
    await surface.store.write(async (tx) => {
      await tx.put('partners', maya)
      await tx.put('realignments', stored)
    })
    const view = await loadSheetView(surface.store, ulid(2), NOW)
    if (!view || !row) throw new Error('gone')
    const html = changeSheet(view)
    for (const part of [row.from, row.to, row.reason, row.examples[0] ?? '', 'We agree.', 'agreed by Maya &#60;b&#62;'])
      expect(html).toContain(part)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|src=|href=/)
  })

  it('asks for nothing but a choice when it is reviewed once more', async () => {
    const { place, surface } = await open(`#/realignment/${ulid(2)}`)
    const events = (['brand', 'creator'] as const).map((side, n) => ({
      id: ulid(5 + n),
      at: day(-60),
      by: 'Ines',
      action: action(side),
    }))
    await surface.store.write((tx) => tx.put('realignments', sheet({ events })))
    void act(() => surface.revise())
    await vi.waitFor(() => control(place, 'Save the review'))
    expect(words(place)).toContain('Review overdue since')
    type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    type(control<HTMLTextAreaElement>(place, 'Comment'), 'Too early to say')
    choose(control<HTMLSelectElement>(place, 'Outcome of the review'), 'again')
    await act(async () => {})
    press(place, 'Save the review')
    await vi.waitFor(() => expect(words(place)).not.toContain('Review overdue since'))
  })
})

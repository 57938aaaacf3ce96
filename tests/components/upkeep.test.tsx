import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { reviewMarkdown, reviewPage } from '../../components/partner-review-document.ts'
import { readAlerts } from '../../lib/background/alerts.ts'
import { readStandards } from '../../lib/background/judge.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { nextAfter } from '../../lib/state/upkeep.ts'
import { at, partner as mara, postOf } from '../lib/health/fixtures.ts'
import { reportRecord } from '../lib/reports/record.ts'
import { createTestSurface, NOW } from '../lib/state/surface.ts'
import { neutral, partnerReviewRow, profileRow } from '../lib/store/rows.ts'
import { control, show, type, words } from './show.ts'

const copied: string[] = []
beforeEach(() => {
  copied.length = 0
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
})

async function open(
  hash = `#/partners/${mara.id}`,
  prepare: (store: Surface['store']) => Promise<void> = async () => {},
) {
  const surface = createTestSurface({ store: await reportRecord() })
  await prepare(surface.store)
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
type Surface = ReturnType<typeof createTestSurface>
const press = (place: ParentNode, name: string) => void act(() => control(place, name).click())
const section = (place: ParentNode, id: string) => words(place.querySelector(`[aria-labelledby="${id}"]`))
const lastToast = ({ state }: Awaited<ReturnType<typeof open>>) => state.toasts.shown.value.at(-1)

describe('between campaigns', () => {
  it('B9: "used today" is noted with one press, shown with its day, and can be undone', async () => {
    const all = await open()
    const { place, surface } = all
    await vi.waitFor(() => expect(section(place, 'programme')).toContain('Preview of something newNot used yet'))
    expect(section(place, 'programme')).toMatch(/Nothing of this in .* together/)
    press(place, 'Used today: Preview of something new')
    await vi.waitFor(() =>
      expect(section(place, 'programme')).toContain('Preview of something newLast on Nov 20, 2026'),
    )
    expect(section(place, 'programme')).not.toContain('Nothing of this')
    await lastToast(all)?.undo?.()
    await vi.waitFor(() => expect(section(place, 'programme')).toContain('Preview of something newNot used yet'))
    expect(await surface.store.programme.ofPartner(mara.id)).toEqual([])
  })
})

/** Looks at the profile: 24,900 followers, then 25,100. */
const growing = async (store: Surface['store']) => {
  const account = mara.accountKeys[0] ?? ''
  await store.write(async (tx) => {
    for (const [daysAgo, value] of [
      [9, 24_900],
      [2, 25_100],
    ] as const)
      await tx.put('profiles', {
        ...profileRow(account, 1),
        id: `${account}@${at(daysAgo)}`,
        at: at(daysAgo),
        lastSeenAt: at(daysAgo),
        followers: { value, step: 1 },
      })
  })
}

describe('reasons to get in touch', () => {
  it('B9: a milestone is offered with the congratulation filled in, and is gone once it was copied', async () => {
    const { place, surface } = await open(undefined, growing)
    await vi.waitFor(() => expect(section(place, 'occasions')).toContain('25,000 followers passed by mara.quill'))
    press(place, 'Write a congratulation')
    await vi.waitFor(() => expect(control<HTMLSelectElement>(place, 'Message').value).toBe('congratulation'))
    type(control<HTMLInputElement>(place, 'Your name'), 'Ida')
    await vi.waitFor(() => expect(control<HTMLButtonElement>(place, 'Copy message').disabled).toBe(false))
    press(place, 'Copy message')
    await vi.waitFor(() => expect(section(place, 'occasions')).toBe(''))
    expect(copied[0]).toContain('25,000 followers passed by mara.quill on Instagram: congratulations!')
    const touches = (await surface.store.contacts.ofPartner(mara.id)).flatMap(({ template }) => template ?? [])
    expect(touches).toEqual([{ id: 'congratulation', version: 1 }])
  })

  it('B9: one that was put away is not shown again, unless that is undone', async () => {
    const all = await open(undefined, growing)
    const { place, state } = all
    await vi.waitFor(() => control(place, 'Put away'))
    press(place, 'Put away')
    await vi.waitFor(() => expect(section(place, 'occasions')).toBe(''))
    await state.refresh()
    expect(section(place, 'occasions')).toBe('')
    await lastToast(all)?.undo?.()
    await vi.waitFor(() => expect(section(place, 'occasions')).toContain('25,000 followers'))
  })
})

async function begun(prepare?: (store: Surface['store']) => Promise<void>) {
  const all = await open(undefined, prepare)
  await vi.waitFor(() => control(all.place, 'Begin quarterly review'))
  press(all.place, 'Begin quarterly review')
  await vi.waitFor(() => expect(words(all.place.querySelector('h1'))).toBe('Quarterly review with Mara Quill'))
  return all
}
const field = (place: ParentNode, name: string) => control<HTMLTextAreaElement>(place, name)
const stored = async ({ surface }: Awaited<ReturnType<typeof open>>) =>
  (await surface.store.reviews.ofPartner(mara.id))[0]

describe('a review together', () => {
  it('B9: is filled from the record by the figures of the pages, and kept at once', async () => {
    const all = await begun()
    const review = await stored(all)
    expect(review).toMatchObject({ rhythm: 'quarterly', from: '2026-08-20', to: '2026-11-20', nextOn: '2027-02-20' })
    expect(field(all.place, 'What was delivered, and on time').value).toMatch(/- On time: \d+ \(/)
    expect(review?.parts.compliance).toMatch(/\d+%/)
    // Nothing of it was captured: never a 0.
    expect(review?.parts.engagement).toMatch(/Instagram: Not captured[^]*^- Engagement: Not enough data/m)
    expect(review?.parts.mood).toContain('visible sample of')
    expect(review?.parts.questions).not.toBe('')
  })

  it('B9: sets the newest posts against the creator’s own earlier ones', async () => {
    const all = await begun(async (store) => {
      await growing(store)
      await store.write(async (tx) => {
        for (let n = 0; n < 14; n++) await tx.put('posts', postOf(100 + n, 4 + n, 500, { lastSeenAt: at(3) }))
      })
    })
    const review = await stored(all)
    expect(review?.parts.engagement).toMatch(/Instagram: 1\.99% \(Posts: 1\d, \w+ confidence\)/)
    expect(review?.parts.engagement).toMatch(/^- Engagement: 80 \(Posts: \d+\)/m)
  })

  it('B9: takes a person’s own words, and keeps them when the field is left', async () => {
    const all = await begun()
    type(field(all.place, 'Goals for the next time'), 'Two reels in spring')
    await vi.waitFor(() => expect(words(all.place)).toContain('Not saved yet'))
    await act(async () => void field(all.place, 'Goals for the next time').dispatchEvent(new Event('blur')))
    await vi.waitFor(async () => expect((await stored(all))?.parts.goals).toBe('Two reels in spring'))
    await vi.waitFor(() => expect(words(all.place)).toContain('Everything is saved'))
  })

  it('keeps what is typed in one field while another is being kept, and takes its own saves for nobody else’s', async () => {
    const all = await begun()
    for (const [name, text] of [
      ['Goals for the next time', 'Two reels'],
      ['Wins', 'A warm talk'],
      ['Open questions', 'None'],
    ] as const) {
      type(field(all.place, name), text)
      await vi.waitFor(() => expect(words(all.place)).toContain('Not saved yet'))
      // Left at once, while the one before is still on its way.
      field(all.place, name).dispatchEvent(new Event('blur'))
    }
    await vi.waitFor(async () =>
      expect((await stored(all))?.parts).toMatchObject({ goals: 'Two reels', wins: 'A warm talk', questions: 'None' }),
    )
    await vi.waitFor(() => expect(words(all.place)).toContain('Everything is saved'))
    expect(words(all.place)).not.toContain('changed in another window')
    expect(field(all.place, 'Wins').value).toBe('A warm talk')
  })

  it('is not written over where another window kept it meanwhile, and nothing typed is lost', async () => {
    const all = await begun()
    const known = await stored(all)
    if (!known) throw new Error('gone')
    type(field(all.place, 'Wins'), 'A warm talk')
    await all.surface.store.write((tx) => tx.put('reviews', { ...known, by: 'Kofi', updatedAt: at(-1) }))
    await vi.waitFor(() => expect(words(all.place)).toContain('Not saved yet'))
    press(all.place, 'Save')
    await vi.waitFor(() => expect(words(all.place)).toContain('changed in another window'))
    expect(field(all.place, 'Wins').value).toBe('A warm talk')
    press(all.place, 'Save')
    await vi.waitFor(async () =>
      expect(await stored(all)).toMatchObject({ by: 'Kofi', parts: { wins: 'A warm talk' } }),
    )
  })

  it('B9: the next one is told when it is due, and not once another was begun', async () => {
    const all = await open(undefined, (store) =>
      store.write((tx) =>
        tx.put(
          'reviews',
          partnerReviewRow(1, { partnerId: mara.id, timeZone: 'UTC', nextOn: '2026-11-20', createdAt: at(90) }),
        ),
      ),
    )
    const { store } = all.surface
    const alerts = async () =>
      (await readAlerts(store, mara, await readStandards(store), new Date(NOW))).filter(
        ({ kind }) => kind === 'partner-review-due',
      )
    expect(await alerts()).toMatchObject([{ values: ['2026-11-20'], count: 1 }])
    await vi.waitFor(() =>
      expect(section(all.place, 'alerts')).toContain('The next review with this creator is due since Nov 20, 2026'),
    )
    press(all.place, 'Begin monthly review')
    await vi.waitFor(() => expect(words(all.place.querySelector('h1'))).toBe('Monthly review with Mara Quill'))
    expect(await alerts()).toEqual([])
    // Periods meet, where the last one is near enough.
    expect((await store.reviews.ofPartner(mara.id)).map(({ from }) => from)).toEqual(['2026-11-01', '2026-08-01'])
  })

  it('can be deleted with a way back', async () => {
    const all = await begun()
    press(all.place, 'Delete review')
    await vi.waitFor(() => expect(section(all.place, 'partner-reviews')).toContain('No review yet'))
    await lastToast(all)?.undo?.()
    await vi.waitFor(() => expect(section(all.place, 'partner-reviews')).toContain('Quarterly review'))
  })

  it('as Markdown and as a page has what was written as text, and asks the network for nothing', () => {
    const parts = {
      ...partnerReviewRow(1).parts,
      wins: '- <img src=x onerror=alert(1)> [a](javascript:b)\n# no heading',
    }
    const view = { review: partnerReviewRow(1, { parts }), partner: { ...mara, name: '<b>Mara</b>' } }
    const markdown = reviewMarkdown(view)
    expect(markdown).toContain('# Quarterly review with \\<b\\>Mara\\</b\\>')
    expect(markdown).toContain('- \\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b)\n\\# no heading')
    const page = reviewPage(view)
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<img|<b>|<script|https?:/)
    expect(page).toContain('Goals for the next time')
    expect(page).not.toContain('Mood of the comments')
  })

  it('is next due as many months later, on the last day where the month is shorter', () => {
    expect([nextAfter('2026-01-31', 'monthly'), nextAfter('2026-11-30', 'quarterly')]).toEqual([
      '2026-02-28',
      '2027-02-28',
    ])
  })
})

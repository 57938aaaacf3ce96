import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import type { Draft } from '../../lib/domain/draft.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { progressOf } from '../../lib/partnership/approval.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { at, createTestSurface, guideline, partner, type TestSurface } from '../lib/state/surface.ts'
import { draftRow, neutral, postRow, revisionRow, ulid } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const rules = [
  { id: 'r1', kind: 'banned-phrase', params: { phrases: ['cheap'] }, severity: 'high', weight: 'must' },
] as const
const brand = guideline({ rules: [...rules] })
const event = (n: number, kind: Draft['events'][number]['kind'], hoursAgo: number, more: object = {}) => ({
  id: ulid(100 + n),
  kind,
  by: 'Kofi',
  at: at(hoursAgo / 24),
  comment: '',
  version: 1,
  hash: null,
  post: null,
  of: null,
  ...more,
})
/** Handed in some hours ago. */
const draft = (n: number, caption: string, hoursAgo = 1): Draft =>
  draftRow(n, {
    partnerId: maya.id,
    title: `Reel ${n}`,
    versions: [{ n: 1, caption, media: [], by: 'Ines', at: at(hoursAgo / 24) }],
    events: [event(n, 'submit', hoursAgo)],
    createdAt: at(hoursAgo / 24),
  })

async function open(hash: string, drafts: readonly Draft[], surface: TestSurface = createTestSurface()) {
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('guidelines', brand)
    for (const one of drafts) await tx.put('drafts', one)
  })
  const location = { hash }
  const router = createRouter({
    read: () => location.hash,
    write: (next) => {
      location.hash = next
    },
    onChange: () => {},
  })
  const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf: async () => neutral })
  const place = show(<Dashboard state={state} now={surface.ports.now} />)
  return { surface, place, location, state }
}
const press = (key: string) => act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key })))
const stored = async ({ store }: TestSurface, n = 1) => store.drafts.get(ulid(n))
const stateNow = async (surface: TestSurface, n = 1) => {
  const found = await stored(surface, n)
  return found && progressOf(found).state
}

describe('the review queue', () => {
  it('says what to do while there is nothing in it', async () => {
    const { place } = await open('#/review', [])
    await vi.waitFor(() => expect(words(place)).toContain('No draft waits for a review.'))
  })

  it('shows whom each draft waits for, what waits too long first, and never approves it by itself', async () => {
    const { place, surface } = await open('#/review', [draft(1, 'Tea #ad'), draft(2, 'Old tea #ad', 30)])
    await vi.waitFor(() => expect(words(place)).toContain('Overdue 1'))
    const text = words(place.querySelector('main'))
    expect(text.indexOf('Reel 2')).toBeLessThan(text.indexOf('Reel 1'))
    expect(text).toContain('Waiting for compliance review 1')
    expect(text).toContain('A reminder is due')
    expect(await stateNow(surface, 2)).toBe('submitted')
  })

  it('is gone through with j and k', async () => {
    const { place } = await open('#/review', [draft(1, 'Tea #ad'), draft(2, 'Old tea #ad', 30)])
    await vi.waitFor(() => expect(words(place)).toContain('Reel 1'))
    await press('j')
    expect(words(document.activeElement)).toBe('Reel 2')
    await press('j')
    expect(words(document.activeElement)).toBe('Reel 1')
    await press('k')
    expect(words(document.activeElement)).toBe('Reel 2')
  })
})

describe('one draft', () => {
  it('is made by pasting, handed in, and its checklist is filled in at once', async () => {
    const { place, surface, location } = await open('#/review/new', [])
    await vi.waitFor(() => control(place, 'Caption'))
    control(place, 'Save draft').click()
    await vi.waitFor(() => expect(words(place)).toContain('Paste the caption, or name a file.'))
    await act(() => {
      type(control<HTMLTextAreaElement>(place, 'Caption'), 'A cheap thrill #ad')
      type(control<HTMLInputElement>(place, 'Your name'), 'Ines')
    })
    control(place, 'Save draft').click()
    await vi.waitFor(() => expect(location.hash).toMatch(/^#\/review\/01/))
    await vi.waitFor(() => expect(words(place)).toContain('1 finding to settle'))
    const [made] = await surface.store.drafts.all()
    expect(made && progressOf(made).state).toBe('submitted')
    // The name is asked for once.
    await vi.waitFor(() => expect(control<HTMLInputElement>(place, 'Your name').value).toBe('Ines'))
    expect(surface.storage.getItem('rapport.draft.review.new')).toBeNull()
  })

  it('keeps what was typed when the page is closed before it was saved', async () => {
    const first = await open('#/review/new', [])
    await vi.waitFor(() => control(first.place, 'Caption'))
    await act(() => type(control<HTMLTextAreaElement>(first.place, 'Caption'), 'Half a thought'))
    await vi.waitFor(() => expect(first.surface.storage.getItem('rapport.draft.review.new')).toBe('Half a thought'))
    first.place.remove()
    const { storage } = first.surface
    const { place } = await open('#/review/new', [], createTestSurface({ storage }))
    await vi.waitFor(() => expect(control<HTMLTextAreaElement>(place, 'Caption').value).toBe('Half a thought'))
  })

  it('is taken through both reviews by the a key alone, once somebody has signed', async () => {
    const { place, surface } = await open(`#/review/${ulid(1)}`, [draft(1, 'Tea time #ad')])
    await vi.waitFor(() => control(place, 'Your name'))
    await press('a')
    await vi.waitFor(() => expect(words(place)).toContain('Type your name first.'))
    await act(() => type(control<HTMLInputElement>(place, 'Your name'), 'Ines'))
    for (const said of ['Review started.', 'Compliance review passed.', 'Approved. The words are frozen.']) {
      await press('a')
      await vi.waitFor(() => expect(words(place)).toContain(said))
    }
    expect(await stateNow(surface)).toBe('approved')
    expect(words(place)).toContain('Approved by Ines')
  })

  it('is not approved past a failing finding, and is once w has waived it with a reason', async () => {
    const { place, surface } = await open(`#/review/${ulid(1)}`, [draft(1, 'A cheap thrill #ad')])
    await vi.waitFor(() => control(place, 'Your name'))
    await act(() => type(control<HTMLInputElement>(place, 'Your name'), 'Ines'))
    await press('a')
    await vi.waitFor(() => expect(words(place)).toContain('Review started.'))
    await press('a')
    await vi.waitFor(() => expect(words(place)).toContain('Findings that fail: 1.'))
    expect(await stateNow(surface)).toBe('compliance-review')
    await press('w')
    await vi.waitFor(() => control(place, 'Why it does not count here'))
    await act(() => {
      type(control<HTMLTextAreaElement>(place, 'Why it does not count here'), 'The name of a song')
      choose(control<HTMLSelectElement>(place, 'This is because'), 'wrong')
    })
    await act(() => place.querySelector<HTMLFormElement>('.waive-form')?.requestSubmit())
    await vi.waitFor(async () => expect(await surface.store.waivers.all()).toHaveLength(1))
    expect(await surface.store.waivers.all()).toMatchObject([
      { postId: `draft:${ulid(1)}`, because: 'wrong', quote: 'cheap' },
    ])
    await vi.waitFor(() => expect(words(place)).not.toContain('1 finding to settle'))
    await press('a')
    await vi.waitFor(async () => expect(await stateNow(surface)).toBe('creative-review'))
  })

  it('asks for changes with c, and only with a comment', async () => {
    const { place, surface } = await open(`#/review/${ulid(1)}`, [draft(1, 'Tea time #ad')])
    await vi.waitFor(() => control(place, 'Your name'))
    await act(() => type(control<HTMLInputElement>(place, 'Your name'), 'Ines'))
    await press('c')
    await vi.waitFor(() => control(place, 'What should change'))
    const form = () => place.querySelector<HTMLFormElement>('form[aria-label="Request changes"]')
    await act(() => form()?.requestSubmit())
    await vi.waitFor(() => expect(words(form())).toContain('Say it in a few words.'))
    await act(() => type(control<HTMLTextAreaElement>(place, 'What should change'), 'Name the brand first'))
    await act(() => form()?.requestSubmit())
    await vi.waitFor(async () => expect(await stateNow(surface)).toBe('changes-requested'))
    await vi.waitFor(() => expect(words(place.querySelector('.draft-history'))).toContain('Name the brand first'))
    control(place, 'Undo').click()
    await vi.waitFor(async () => expect(await stateNow(surface)).toBe('submitted'))
  })

  it('is not written over where another window decided meanwhile: it says so, and what was typed stays', async () => {
    const { place, surface } = await open(`#/review/${ulid(1)}`, [draft(1, 'Tea time #ad')])
    await vi.waitFor(() => control(place, 'New version'))
    await act(() => type(control<HTMLInputElement>(place, 'Your name'), 'Ines'))
    control(place, 'New version').click()
    await vi.waitFor(() => control(place, 'Save'))
    await act(() => type(control<HTMLTextAreaElement>(place, 'Caption'), 'My long rewrite #ad'))
    const before = await stored(surface)
    if (!before) throw new Error('no draft')
    const other = [...before.events, event(9, 'request-changes', 0, { comment: 'Softer, please' })]
    await surface.store.write((tx) => tx.put('drafts', { ...before, events: other }))
    surface.revise()
    await vi.waitFor(() => expect(words(place)).toContain('Meanwhile Kofi did this: requested changes.'))
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('Meanwhile Kofi decided something here'))
    expect((await stored(surface))?.versions).toHaveLength(1)
    expect(control<HTMLTextAreaElement>(place, 'Caption').value).toBe('My long rewrite #ad')
    // Having read it, the person decides again.
    control(place, 'Save').click()
    await vi.waitFor(async () => expect((await stored(surface))?.versions).toHaveLength(2))
    await vi.waitFor(() => expect(words(place)).toContain('What changed since version 1'))
  })

  it('comes back when its deletion is undone', async () => {
    const { place, surface } = await open(`#/review/${ulid(1)}`, [draft(1, 'Tea time #ad')])
    await vi.waitFor(() => control(place, 'Delete'))
    control(place, 'Delete').click()
    await vi.waitFor(() => expect(words(place)).toContain('No draft waits for a review.'))
    control(place, 'Undo').click()
    await vi.waitFor(() => expect(words(place)).toContain('Reel 1'))
    expect((await stored(surface))?.deletedAt).toBeNull()
  })

  it('is offered the post that it became, says what drifted, and only once a person said which it is', async () => {
    const surface = createTestSurface()
    const approved = { ...draft(1, 'Tea time with #fjellhut #ad', 60), events: [] as Draft['events'] }
    await surface.store.write(async (tx) => {
      await tx.put('posts', postRow(5, { ...live, text: 'Tea time with #fjellhut' }))
      await tx.put('revisions', revisionRow('instagram:5', 1, { text: 'Tea time with #fjellhut' }))
    })
    const { place } = await open(`#/review/${ulid(1)}`, [approved], surface)
    await vi.waitFor(() => control(place, 'Your name'))
    await act(() => type(control<HTMLInputElement>(place, 'Your name'), 'Ines'))
    for (let step = 0; step < 4; step++) {
      const before = (await stored(surface))?.events.length ?? 0
      await press('a')
      await vi.waitFor(async () => expect((await stored(surface))?.events).toHaveLength(before + 1))
      await vi.waitFor(() => expect(place.querySelectorAll('.draft-history li')).toHaveLength(before + 2))
    }
    await vi.waitFor(() => expect(words(place)).toContain('of its words are the same'))
    expect(await stateNow(surface)).toBe('approved')
    control(place, 'This is it').click()
    await vi.waitFor(() => expect(words(place)).toContain('Drifted'))
    expect(words(place.querySelector('[aria-labelledby="live"]'))).toContain('Material change')
  })
})

const live = {
  id: 'instagram:5',
  platform: 'instagram',
  account: 'instagram:maya.bakes',
  url: 'https://www.instagram.com/p/5/',
  publishedAt: at(0),
  sortAt: at(0),
  firstSeenAt: at(0),
  lastSeenAt: at(0),
}

import * as z from 'zod/mini'
import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import type { Rule } from '../../lib/domain/guideline.ts'
import { defineRuleKind, type ParamField } from '../../lib/guidelines/define.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface, guideline, type TestSurface } from '../lib/state/surface.ts'
import { neutral, partnerRow, postRow } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const field = (name: string, kind: ParamField['type'], more: Partial<ParamField> = {}): ParamField => ({
  name,
  label: name,
  type: kind,
  required: false,
  ...more,
})

/** A kind with every type of input there is. */
const everything = defineRuleKind({
  kind: 'everything',
  label: 'everything',
  rule: 'everything',
  params: z.object({
    title: z.string().check(z.maxLength(5)),
    story: z.optional(z.string()),
    terms: z.optional(z.array(z.string().check(z.regex(/^[a-z]+$/)))),
    strict: z.optional(z.boolean()),
    most: z.optional(z.number().check(z.gte(1), z.lte(30))),
    from: z.optional(z.string()),
    mood: z.optional(z.enum(['calm', 'loud'])),
    days: z.optional(z.array(z.string())),
    facts: z.optional(z.array(z.object({ name: z.string(), value: z.number() }))),
  }),
  fields: [
    field('title', 'text', { required: true }),
    field('story', 'lines'),
    field('terms', 'list'),
    field('strict', 'boolean'),
    field('most', 'number'),
    field('from', 'local-time'),
    field('mood', 'choice', { options: ['calm', 'loud'] }),
    field('days', 'choices', { options: ['mon', 'tue'] }),
    field('facts', 'rows', {
      fields: [field('name', 'text', { required: true }), field('value', 'number', { required: true })],
    }),
  ],
  reasons: [],
  value: () => null,
  check: () => [],
  examples: [],
})

const rule = (id: string, kind: string, params: Rule['params']): Rule => ({
  id,
  kind,
  params,
  severity: 'medium',
  weight: 'must',
})

const toneOf = async () => neutral

async function open(rules: Rule[], surface: TestSurface = createTestSurface(), id?: 'new') {
  const stored = guideline({ rules })
  await surface.store.write((tx) => tx.put('guidelines', stored))
  let address = `#/guidelines/${id ?? stored.id}`
  const router = createRouter({
    read: () => address,
    write: (next) => void (address = next),
    onChange: () => {},
  })
  const state = createDashboardState({
    ...surface.ports,
    router,
    adapters: sites,
    kinds: [...kinds, everything],
    toneOf,
  })
  const place = show(<Dashboard state={state} now={surface.ports.now} />)
  await vi.waitFor(() => control(place, 'Add a rule'))
  const rows = () => [...place.querySelectorAll('.rule-name')].map((one) => words(one))
  const line = (index: number) => place.querySelectorAll<HTMLElement>('.rule-line')[index]
  const draft = () => state.guidelineEdit.draft.value?.rules ?? []
  return { surface, state, place, rows, line, draft, address: () => address }
}
const settle = () => new Promise((go) => setTimeout(go, 0))

describe('a rule’s form', () => {
  it('has an input for every type of parameter, and leaves out what is empty', async () => {
    const { place, line, draft } = await open([rule('r', 'everything', {})])
    line(0)?.click()
    await vi.waitFor(() => control(place, 'title'))
    const set = async (name: string, value: string) => {
      type(control<HTMLInputElement>(place, `${name} (optional)`), value)
      await settle()
    }
    type(control<HTMLInputElement>(place, 'title'), 'Hello')
    await settle()
    await set('story', 'Once')
    await set('terms', 'cheap\n\ncheap\nfree')
    await set('most', '2,5')
    await set('from', '2026-03-02T09:00')
    control(place, 'strict').click()
    choose(control<HTMLSelectElement>(place, 'mood (optional)'), 'loud')
    await settle()
    control(place, 'tue').click()
    await settle()
    expect(draft()[0]?.params).toEqual({
      title: 'Hello',
      story: 'Once',
      terms: ['cheap', 'free'],
      most: 2.5,
      from: '2026-03-02T09:00',
      strict: true,
      mood: 'loud',
      days: ['tue'],
    })
    expect(words(place)).toContain('1 repeated line is left out')
    await set('most', '')
    control(place, 'tue').click()
    await settle()
    expect(Object.keys(draft()[0]?.params ?? {})).not.toContain('most')
    expect(Object.keys(draft()[0]?.params ?? {})).not.toContain('days')
  })

  it('has rows that are added, filled and removed', async () => {
    const { place, line, draft } = await open([rule('r', 'everything', { title: 'a' })])
    line(0)?.click()
    const add = await vi.waitFor(() => control(place, 'Add'))
    add.click()
    await settle()
    add.click()
    await vi.waitFor(() => expect(place.querySelectorAll('.param-row')).toHaveLength(2))
    const second = place.querySelectorAll('.param-row')[1] ?? place
    type(control<HTMLInputElement>(second, 'name'), 'battery')
    await settle()
    type(control<HTMLInputElement>(second, 'value'), '30')
    await settle()
    control(place, 'Remove entry 1').click()
    await settle()
    expect(draft()[0]?.params['facts']).toEqual([{ name: 'battery', value: 30 }])
  })

  it('says at the field, the line and the row what is wrong, opens the rule for it, and saves nothing', async () => {
    const params = { title: 'far too long', terms: ['ok', 'NO'], most: 31, facts: [{ name: 'a' }] }
    const { place, surface, state } = await open([rule('r', 'everything', params)])
    state.guidelineEdit.change({ brand: 'Other' })
    await vi.waitFor(() => expect(control<HTMLButtonElement>(place, 'Save').disabled).toBe(false))
    control(place, 'Save').click()
    const error = (name: string) => {
      const id = control(place, name).getAttribute('aria-describedby') ?? ''
      return words(document.getElementById(id))
    }
    await vi.waitFor(() => expect(error('title')).toBe('This is too long. At most 5 characters.'))
    expect(error('terms (optional)')).toContain('Line 2:')
    expect(error('most (optional)')).toBe('This is too large. At most 30.')
    expect(error('value')).toBe('This is needed.')
    expect(surface.sent.map((message) => message.type)).not.toContain('guideline.save')
  })

  it('lets a new guideline be saved from the start and says what it lacks; of a stored one, that nothing is to be saved', async () => {
    const { place } = await open([], createTestSurface(), 'new')
    expect(control<HTMLButtonElement>(place, 'Save').disabled).toBe(false)
    expect(words(place)).toContain('start from a template')
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place.querySelector('[role="alert"]'))).toContain('One thing needs'))
    expect(control(place, 'Name').getAttribute('aria-invalid')).toBe('true')

    const { place: stored } = await open([])
    expect(control<HTMLButtonElement>(stored, 'Save').disabled).toBe(true)
    expect(words(stored)).toContain('All changes are saved.')
    expect(words(stored)).not.toContain('start from a template')
  })

  it('shows what is set without an input for it, as earlier versions did, and removes it only when asked to', async () => {
    const { place, line, draft } = await open([rule('r', 'banned-phrase', { phrase: 'cheap', phrases: ['free'] })])
    line(0)?.click()
    await vi.waitFor(() => expect(words(place)).toContain('phrase = cheap'))
    control(place, 'Remove phrase').click()
    expect(draft()[0]?.params).toEqual({ phrases: ['free'] })
  })

  it('splits a pasted line at its commas only when asked to', async () => {
    const { place, line, draft } = await open([rule('r', 'everything', { title: 'a' })])
    line(0)?.click()
    type(await vi.waitFor(() => control<HTMLTextAreaElement>(place, 'terms (optional)')), 'cheap, free\nlast')
    await vi.waitFor(() => control(place, 'Split 1 line at its commas').click())
    await settle()
    expect(draft()[0]?.params['terms']).toEqual(['cheap', 'free', 'last'])
  })

  it('takes an example over and tries it, and gives back what was there', async () => {
    const { place, line, draft, state } = await open([rule('r', 'required-hashtag', { tag: '#Glow' })])
    line(0)?.click()
    await vi.waitFor(() => control(place, 'Try this example: #Acme: “Sunday reset #AcmeGlow”').click())
    await vi.waitFor(() => expect(words(place.querySelector('.try'))).toContain('Fail'))
    expect(control<HTMLTextAreaElement>(place, 'A caption to try').value).toBe('Sunday reset #AcmeGlow')
    expect(draft()[0]?.params).toEqual({ tag: '#Acme' })
    await state.toasts.shown.value[0]?.undo?.()
    expect(draft()[0]?.params).toEqual({ tag: '#Glow' })
  })
})

describe('a guideline’s rules', () => {
  const three = [
    rule('a', 'banned-phrase', { phrase: 'cheap' }),
    rule('b', 'hologram', { deep: [1] }),
    rule('c', 'required-hashtag', { tag: '#CheapThrills' }),
  ]

  it('are added by a few letters of their name or of what they do', async () => {
    const { place, draft } = await open([])
    control(place, 'Add a rule').click()
    const search = await vi.waitFor(() => control<HTMLInputElement>(place, 'Search kinds of rules'))
    type(search, 'in no form or disg')
    await vi.waitFor(() => expect(place.querySelectorAll('.picker li')).toHaveLength(1))
    search.focus()
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await vi.waitFor(() => expect(draft().map(({ kind }) => kind)).toEqual(['banned-phrase']))
    await vi.waitFor(() => expect(place.querySelector('.rule [aria-expanded="true"]')).not.toBeNull())
  })

  it('move with the keyboard, are grouped by kind, and keep one that is not understood', async () => {
    const { line, draft, state, place } = await open(three)
    line(0)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    expect(draft().map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    control(place, 'Group the rules by kind').click()
    expect(draft().map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    await state.toasts.shown.value[0]?.undo?.()
    expect(draft().map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(draft()[0]).toEqual(three[1])
  })

  it('say in their line what they ask for, and nothing of it before they are whole', async () => {
    const { line } = await open([rule('a', 'required-hashtag', { tag: '#Glow' }), rule('b', 'required-hashtag', {})])
    expect(words(line(0)?.querySelector('.rule-summary'))).toBe('Carries #Glow')
    expect(words(line(1)?.querySelector('.rule-summary'))).toBe('')
  })

  it('come back after they were removed', async () => {
    const { line, draft, state, place } = await open(three)
    line(0)?.click()
    await vi.waitFor(() => control(place, 'Remove the rule “Banned phrase”').click())
    expect(draft().map(({ id }) => id)).toEqual(['b', 'c'])
    await state.toasts.shown.value[0]?.undo?.()
    expect(draft()).toEqual(three)
  })

  it('say when they are at odds, and can be saved all the same', async () => {
    const { place, line, surface, state } = await open(three)
    await vi.waitFor(() => expect(place.querySelector('[aria-label="At odds with another rule"]')).not.toBeNull())
    line(2)?.click()
    await vi.waitFor(() => expect(words(place)).toContain('finds “#CheapThrills” in it'))
    state.guidelineEdit.change({ brand: 'Other' })
    await state.guidelineEdit.save()
    expect(surface.sent.map((message) => message.type)).toContain('guideline.save')
  })
})

describe('trying a guideline', () => {
  it('shows which stored posts a change would fail before it is saved', async () => {
    const surface = createTestSurface()
    await surface.store.write(async (tx) => {
      await tx.put('partners', partnerRow(1))
      await tx.put('posts', postRow(1, { text: 'So cheap today' }))
      await tx.put('posts', postRow(2, { text: 'A quiet morning' }))
    })
    const { place, state, address } = await open([rule('a', 'banned-phrase', { phrase: 'bargain' })], surface)
    control(place, 'Stored posts').click()
    expect(address()).toContain('try=stored')
    state.guidelineEdit.changeRule('a', { params: { phrase: 'cheap' } })
    await vi.waitFor(() => {
      surface.runLater()
      expect(words(place.querySelector('.try'))).toContain('2 posts checked. 1 stays as it is.')
    })
    expect(words(place.querySelector('.trial-list mark'))).toBe('cheap')
    expect(words(place.querySelector('.try'))).toContain('Would fail 1')
    expect(surface.sent.map((message) => message.type)).not.toContain('guideline.save')
  })

  it('takes the caption for what the person says it is', async () => {
    const { place } = await open([rule('d', 'disclosure', {})])
    type(control<HTMLTextAreaElement>(place, 'A caption to try'), 'Two weeks with the serum')
    await vi.waitFor(() => expect(words(place.querySelector('.try'))).toContain('Fail'))
    choose(control<HTMLSelectElement>(place, 'What the creator gets'), 'none')
    await vi.waitFor(() => expect(words(place.querySelector('.try'))).toContain('Not needed'))
  })
})

import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../lib/health/delivery.ts'
import { dueStep } from '../../../lib/partnership/ladder.ts'
import { fill, type Variable } from '../../../lib/partnership/templates/fill.ts'
import { mailLink } from '../../../lib/partnership/templates/mail.ts'
import { personal } from '../../../lib/partnership/templates/personal.ts'
import { countAsks, MOST_ASKS } from '../../../lib/partnership/templates/templates.ts'
import { assessmentOf, at, NOW, partner, postOf } from '../health/fixtures.ts'
import { deliverableRow, guidelineRow } from '../store/rows.ts'

const own = (values: Record<string, string>): Map<string, Variable> =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, own: true }]))

describe('filling a template', () => {
  it('B4: a template with unresolved {{deadline}} cannot be copied and names the variable', () => {
    const variables = new Map<string, Variable>([
      ['name', { value: 'Mara', own: false }],
      ['deadline', { value: null, own: false }],
    ])
    const filled = fill('Hi {{name}}, it is due on {{ deadline }}.', variables)
    expect(filled.problems).toEqual([{ name: 'deadline', why: 'unresolved' }])
    expect(filled.text).toBe('Hi Mara, it is due on {{ deadline }}.')
    expect(fill('Hi {{name}}', own({ name: '  ' })).problems).toEqual([{ name: 'name', why: 'unresolved' }])
  })

  it('names a variable that nobody knows, once', () => {
    const filled = fill('{{dealine}} and {{dealine}} and {{}}', own({ deadline: 'today' }))
    expect(filled.problems).toEqual([
      { name: 'dealine', why: 'unknown' },
      { name: '', why: 'unknown' },
    ])
  })

  it('names variables that lead back to themselves, and ends', () => {
    const filled = fill('{{a}}', own({ a: 'x {{b}}', b: 'y {{c}}', c: '{{a}}' }))
    expect(filled.problems).toEqual([{ name: 'a', why: 'loop' }])
    expect(fill('{{a}}', own({ a: '{{a}}' })).problems).toEqual([{ name: 'a', why: 'loop' }])
  })

  it('ends where variables repeat each other without bound', () => {
    const values = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`v${i}`, `{{v${i + 1}}}`.repeat(10)]))
    const filled = fill('{{v0}}', own({ ...values, v30: 'x' }))
    expect(filled.problems.map(({ why }) => why)).toContain('too-long')
  })

  it('puts in what a creator has written as it is, whatever stands there', () => {
    const variables = new Map<string, Variable>([
      ['lastPost', { value: 'my {{deadline}} $& post }}', own: false }],
      ['deadline', { value: 'today', own: true }],
    ])
    const filled = fill('Re: {{lastPost}}', variables)
    expect(filled).toMatchObject({ text: 'Re: my {{deadline}} $& post }}', problems: [] })
  })

  it('names brackets that are not closed', () => {
    expect(fill('Hi {{name, all', own({ name: 'x' })).problems).toEqual([{ name: '{{name, all', why: 'unclosed' }])
  })
})

describe('what is asked for', () => {
  it('B4: a change request with 4 asks warns', () => {
    expect(countAsks('1. a\n2. b\n\n3. c\n')).toBeLessThanOrEqual(MOST_ASKS)
    expect(countAsks('1. a\n2. b\n3. c\n4. d')).toBeGreaterThan(MOST_ASKS)
  })
})

describe('by mail', () => {
  it('B4: a partner whose preferred channel is WhatsApp gets copy text, not mailto', () => {
    expect(mailLink({ channel: 'whatsapp', address: 'mara@example.org' }, 'Hi', 'Text')).toBeNull()
    expect(mailLink({ channel: null, address: 'mara@example.org' }, 'Hi', 'Text')).toBeNull()
    expect(mailLink({ channel: 'email', address: 'mara@example.org' }, 'Hi & you', 'a\nb?')).toBe(
      'mailto:mara@example.org?subject=Hi%20%26%20you&body=a%0D%0Ab%3F',
    )
  })

  it('only to what is an address, and only what fits into a link', () => {
    expect(mailLink({ channel: 'email', address: 'a@b.org?bcc=c@d.org' }, 'Hi', 'Text')).toBeNull()
    expect(mailLink({ channel: 'email', address: '' }, 'Hi', 'Text')).toBeNull()
    expect(mailLink({ channel: 'email', address: 'a@b.org' }, 'Hi', 'x'.repeat(3_000))).toBe('too-long')
  })
})

describe('the ladder', () => {
  const ladder = [
    { role: 'Manager', afterHours: 24 },
    { role: 'Executive', afterHours: 72 },
  ]
  it('B4: after 24 h without acknowledgement the next ladder step becomes due exactly once', () => {
    const due = [0, 23.9, 24, 71.9, 72, 500].map((hours) => dueStep(ladder, hours)?.index ?? null)
    expect(due).toEqual([null, null, 0, 0, 1, 1])
    expect(dueStep(ladder, null)).toBeNull()
    expect(dueStep([], 100)).toBeNull()
  })
})

describe('what the record knows of a creator', () => {
  const hours = { timeZone: 'America/New_York', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  const protocol = { channel: 'whatsapp' as const, address: '', hours, replyHours: null, ladder: [] }
  const upcoming = deliverableRow(1, { dueAt: '2026-12-04T17:00:00.000Z', title: 'Recap', brief: 'Show the hut.' })
  const delivery = (state: Delivery['state'], liveAt: string | null, deliverable = upcoming): Delivery => ({
    deliverable,
    state,
    liveAt,
    lateHours: 0,
  })
  const known = {
    partner: { ...partner, protocol },
    posts: [postOf(1, 2, 100, { text: 'First snow\nat the hut', url: 'https://www.instagram.com/p/1/' })],
    assessments: [assessmentOf(1, 'pass')],
    deliveries: [delivery('upcoming', null)],
    guidelines: [guidelineRow(9, { brand: 'Fjellhut' })],
    asks: '',
  }
  const to = { locale: 'en', platformName: (id: string) => id }

  it('is the last post, the last win, the next deliverable and its deadline on the creator’s clocks', () => {
    expect(personal(known, to)).toEqual({
      name: 'Mara',
      creator: 'Mara Quill',
      brand: 'Fjellhut',
      lastPost: 'First snow at the hut',
      lastPostUrl: 'https://www.instagram.com/p/1/',
      win: 'First snow at the hut',
      deliverable: 'Recap',
      deadline: 'Friday, December 4, 2026, 12:00 PM EST',
      platform: 'instagram',
      brief: 'Show the hut.',
    })
    const kept = delivery('on-time', at(3), deliverableRow(2, { title: 'Launch reel' }))
    expect(personal({ ...known, deliveries: [kept, ...known.deliveries] }, to).win).toBe('Launch reel')
  })

  it('leaves out what it does not know, so that the message names it', () => {
    const { name, creator, ...rest } = personal(
      { ...known, posts: [], assessments: [], deliveries: [], guidelines: [] },
      to,
    )
    expect([name, creator, rest]).toEqual(['Mara', 'Mara Quill', {}])
    expect(NOW).toBeGreaterThan(0)
  })
})

import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../../lib/reports/ics.ts'
import { dueDates } from '../../../lib/state/reports.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { deliverableRow, noteRow, partnerRow, t, ulid } from '../store/rows.ts'

const entry = { id: 'a', title: 'Launch reel', details: '', at: '2026-11-30T09:00:00.000Z', url: null }
const made = '2026-11-20T12:00:00.000Z'

describe('a calendar file', () => {
  it('has an event for each entry, at its instant or on its day', () => {
    const text = calendarFile([entry, { ...entry, id: 'b', at: '2026-12-01' }], 'Rapport', made)
    expect(text.split('\r\n').slice(5, -2)).toEqual([
      'BEGIN:VEVENT',
      'UID:a@rapport',
      'DTSTAMP:20261120T120000Z',
      'DTSTART:20261130T090000Z',
      'SUMMARY:Launch reel',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:b@rapport',
      'DTSTAMP:20261120T120000Z',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Launch reel',
      'END:VEVENT',
    ])
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(text).toMatch(/END:VCALENDAR\r\n$/)
  })

  it('lets no title begin a line or an event of its own', () => {
    const title = 'a, b; c\\d\nEND:VEVENT\r\nBEGIN:VALARM\u0000'
    const text = calendarFile([{ ...entry, title, url: 'javascript:alert(1)' }], 'Rapport', made)
    expect(text).toContain(String.raw`SUMMARY:a\, b\; c\\d\nEND:VEVENT\nBEGIN:VALARM `)
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1)
    expect(text).not.toContain('URL:')
  })

  it('folds long lines at 75 octets and breaks no character', () => {
    const title = '🍞é'.repeat(60)
    const text = calendarFile([{ ...entry, title }], 'Rapport', made)
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
  })
})

describe('what is due', () => {
  it('are open deliverables, being in touch and follow-ups, by date', async () => {
    const store = createMemoryStore()
    const cadence = { idealDays: 28, maximumDays: 42 }
    await store.write(async (tx) => {
      await tx.put('partners', partnerRow(1, { cadence }))
      await tx.put('deliverables', deliverableRow(2, { dueAt: '2026-11-20T09:00:00.000Z' }))
      await tx.put('deliverables', deliverableRow(3, { doneAt: t(2) }))
      await tx.put('deliverables', deliverableRow(4, { cancelledAt: t(2) }))
      await tx.put('notes', noteRow(5, { partnerId: ulid(1), text: 'Ask\nfor samples', followUpOn: '2026-11-10' }))
      await tx.put('notes', noteRow(6))
    })
    const due = await dueDates(store, Date.parse(t(10)))
    expect(due.map(({ kind, at, partner, title }) => [kind, at, partner, title])).toEqual([
      ['followUp', '2026-11-10', 'Creator 1', 'Ask for samples'],
      ['deliverable', '2026-11-20T09:00:00.000Z', 'Creator 1', 'Launch reel'],
      ['touch', '2026-11-29T00:00:00.000Z', 'Creator 1', ''],
    ])
  })
})

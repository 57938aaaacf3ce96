import { describe, expect, it } from 'vitest'
import type { Health } from '../../../lib/health/types.ts'
import { arrangePartners, type PartnerRow } from '../../../lib/state/partner-rows.ts'
import { at, partner } from './surface.ts'

const health = (score: number | null, band: Health['band']): Health => ({
  score,
  band,
  coverage: 1,
  confidence: 'high',
  parts: [],
  caps: [],
  reasons: [],
})
const row = (name: string, change: Partial<PartnerRow> = {}): PartnerRow => ({
  partner: partner(name, [['x', name.toLowerCase()]]),
  health: health(null, 'unknown'),
  posts: 0,
  lastSeenAt: null,
  fail: 0,
  review: 0,
  ...change,
})
const names = (rows: PartnerRow[]) => rows.map((one) => one.partner.name)

describe('the partners table', () => {
  const rows = [
    row('Fine', { health: health(91, 'good'), posts: 3, lastSeenAt: at(2) }),
    row('New'),
    row('Trouble', { health: health(31, 'act'), fail: 2, posts: 9, lastSeenAt: at(1) }),
    row('Wobbly', { health: health(62, 'watch'), review: 4, posts: 5, lastSeenAt: at(9) }),
  ]

  it('begins with who needs attention most, and ends with those nothing is known of', () => {
    expect(names(arrangePartners(rows, { sort: 'health', descending: false }))).toEqual([
      'Trouble',
      'Wobbly',
      'Fine',
      'New',
    ])
  })

  it('sorts by each column, both ways', () => {
    expect(names(arrangePartners(rows, { sort: 'posts', descending: true }))).toEqual([
      'Trouble',
      'Wobbly',
      'Fine',
      'New',
    ])
    expect(names(arrangePartners(rows, { sort: 'name', descending: true }))).toEqual([
      'Wobbly',
      'Trouble',
      'New',
      'Fine',
    ])
    expect(names(arrangePartners(rows, { sort: 'seen', descending: true }))).toEqual([
      'Trouble',
      'Fine',
      'Wobbly',
      'New',
    ])
    expect(names(arrangePartners(rows, { sort: 'findings', descending: true }))).toEqual([
      'Trouble',
      'Wobbly',
      'Fine',
      'New',
    ])
  })

  it('finds by name, account and tag, all words at once', () => {
    const maya = row('Maya', { partner: partner('Maya', [['instagram', 'bread.days']], { tags: ['Spring'] }) })
    const found = (words: string) => names(arrangePartners([...rows, maya], { words, sort: 'name', descending: false }))
    expect(found('BREAD spring')).toEqual(['Maya'])
    expect(found('bread winter')).toEqual([])
  })

  it('shows only those of a band, a tag and a site', () => {
    const maya = row('Maya', { partner: partner('Maya', [['instagram', 'bread.days']], { tags: ['Spring'] }) })
    const found = (filter: { band?: string; tag?: string; site?: string }) =>
      names(arrangePartners([...rows, maya], { ...filter, sort: 'name', descending: false }))
    expect(found({ band: 'act' })).toEqual(['Trouble'])
    expect(found({ tag: 'Spring', band: 'unknown' })).toEqual(['Maya'])
    expect(found({ tag: 'Spring', band: 'good' })).toEqual([])
    expect(found({ site: 'instagram' })).toEqual(['Maya'])
    expect(found({ band: '', tag: '', site: '' })).toHaveLength(5)
  })
})

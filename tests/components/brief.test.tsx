import { describe, expect, it, vi } from 'vitest'
import { act } from 'preact/test-utils'
import { briefDocument, briefHtml, briefMarkdown } from '../../components/brief-document.ts'
import { Dashboard } from '../../components/Dashboard.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { createTestSurface, guideline, partner } from '../lib/state/surface.ts'
import { briefRow, deliverableRow, neutral } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const must = { severity: 'high', weight: 'must' } as const
const brand = guideline({
  name: 'Spring launch',
  rules: [
    { id: 'r1', kind: 'banned-phrase', params: { phrases: ['cheap'] }, ...must },
    { id: 'r2', kind: 'required-hashtag', params: { tag: '#Fjellhut' }, ...must, note: 'So that people find it' },
    { id: 'r3', kind: 'required-mention', params: { handle: '@fjellhut' }, severity: 'low', weight: 'prefer' },
  ],
})
const made = briefDocument({
  brief: briefRow(1, {
    title: '<b>Spring</b> *launch*',
    intro: '# Warm bread\n<script>alert(1)</script>',
    deliverables: 'Two stories',
  }),
  guideline: brand,
  partner: 'Maya Lindqvist',
  agreed: [deliverableRow(3, { title: 'Launch reel', dueAt: '2026-11-30T23:30:00.000Z', timeZone: 'Europe/Oslo' })],
  kinds,
})

describe('a brief', () => {
  it('says the rules of its guideline, what is only preferred apart, and what was agreed', () => {
    const said = Object.fromEntries(made.blocks.map(({ heading, items }) => [heading, items]))
    expect(said['What it leaves out']).toEqual(['Does not say “cheap”'])
    expect(said['What each post needs']).toEqual(['Carries #Fjellhut. So that people find it'])
    expect(said['What we would love, if it suits you']).toEqual(['Mentions @fjellhut'])
    // The day it is due where it was agreed.
    expect(said['What we agreed on']).toEqual(['Launch reel (Reel, Instagram), due December 1, 2026', 'Two stories'])
    expect(made.source).toContain('Spring launch')
  })

  it('as HTML is one file that loads nothing and takes no words for markup', () => {
    const html = briefHtml(made)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|<b>|https?:/)
    expect(html).toContain('&#60;script&#62;alert(1)')
  })

  it('as Markdown keeps what people typed as words', () => {
    const text = briefMarkdown(made)
    expect(text).toContain(String.raw`# \<b\>Spring\</b\> \*launch\*`)
    expect(text).toContain(String.raw`\# Warm bread`)
    expect(text).toContain('- Does not say “cheap”')
  })

  it('is written beside its document, saved, and comes back after its deletion', async () => {
    const surface = createTestSurface()
    await surface.store.write(async (tx) => {
      await tx.put('partners', maya)
      await tx.put('guidelines', brand)
    })
    const location = { hash: `#/guidelines/${brand.id}?brief=list` }
    const router = createRouter({
      read: () => location.hash,
      write: (next) => {
        location.hash = next
      },
      onChange: () => {},
    })
    const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf: async () => neutral })
    const place = show(<Dashboard state={state} now={surface.ports.now} />)
    await vi.waitFor(() => expect(words(place)).toContain('No brief yet.'))
    control(place, 'New brief').click()
    await vi.waitFor(() => control(place, 'Title'))
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('A brief needs a title.'))
    await act(() => {
      type(control<HTMLInputElement>(place, 'Title'), 'Bread in spring')
      choose(control<HTMLSelectElement>(place, 'Partner'), maya.id)
    })
    expect(words(place.querySelector('.brief'))).toContain('Does not say “cheap”')
    control(place, 'Save').click()
    await vi.waitFor(() => control(place, 'Delete Bread in spring'))
    expect(await surface.store.briefs.all()).toMatchObject([{ title: 'Bread in spring', partnerId: maya.id }])
    control(place, 'Delete Bread in spring').click()
    await vi.waitFor(() => expect(words(place)).toContain('Brief deleted.'))
    expect(await surface.store.briefs.all()).toEqual([])
    control(place, 'Undo').click()
    await vi.waitFor(async () => expect(await surface.store.briefs.all()).toHaveLength(1))
  })
})

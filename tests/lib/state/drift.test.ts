import { describe, expect, it } from 'vitest'
import { pageHealth, unverifiedFields } from '../../../lib/state/drift.ts'
import { defineSite, guess } from '../../../lib/sites/types.ts'
import { ratesRow, t } from '../store/rows.ts'

const site = defineSite({
  id: 'x',
  name: 'X',
  matches: [],
  pages: [],
  posts: [
    { on: ['profile'], select: 'article', id: 'a', handle: 'b', text: 'p', likes: guess('.likes'), views: guess('i') },
    { select: 'section', id: 'a', handle: 'b', text: 'p', likes: '.likes', shares: guess('u') },
  ],
})

describe('how a site is read', () => {
  it('names the fields that no captured page has confirmed, and the pages on which', () => {
    expect(unverifiedFields(site)).toEqual([
      { field: 'post.likes', on: ['profile'], unverified: true },
      { field: 'post.views', on: ['profile'], unverified: true },
      { field: 'post.shares', on: null, unverified: true },
    ])
  })

  it('marks a field only where nothing confirmed reads it', () => {
    const row = ratesRow('x')
    const rate = row.fields['post.likes']
    if (!rate) throw new Error('no rate')
    const rates = { ...row, fields: { 'post.likes': rate, 'post.views': rate, 'post.shares': rate } }
    const [page] = pageHealth(site, [rates, ratesRow('bluesky')], Date.parse(t(2)))
    expect(page?.fields.map(({ field, unverified }) => [field, unverified])).toEqual([
      ['post.likes', false],
      ['post.views', true],
      ['post.shares', true],
    ])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRouter, formatRoute, parseRoute, views } from '../../../lib/state/route.ts'

describe('addresses of the dashboard', () => {
  it('come back as they were written, whatever a person searches for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...views),
        fc.option(fc.string({ minLength: 1 }).filter((text) => text.isWellFormed())),
        fc.dictionary(fc.constantFrom('q', 'sort', 'text'), fc.string({ unit: 'grapheme' })),
        (view, id, query) => {
          expect(parseRoute(formatRoute({ view, id, query }))).toEqual({ view, id, query: { ...query } })
        },
      ),
    )
  })

  it('lead to the attention list when they lead nowhere', () => {
    for (const hash of ['', '#', '#/', '#/nonsense/x', '#/%E0%A4%A', '#/__proto__'])
      expect(parseRoute(hash)).toMatchObject({ view: 'attention', id: null })
  })

  it('change without a step in the history while a list is filtered, and with one to another place', () => {
    const steps: [string, boolean][] = []
    const router = createRouter({ read: () => '', write: (...step) => void steps.push(step), onChange: () => {} })
    router.filter({ q: 'maya' })
    router.filter({ q: '' })
    router.go('notes')
    expect(steps).toEqual([
      ['#/attention?q=maya', true],
      ['#/attention', true],
      ['#/notes', false],
    ])
  })
})

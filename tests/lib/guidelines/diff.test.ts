import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../lib/domain/guideline.ts'
import { diffGuidelines, isSame } from '../../../lib/guidelines/diff.ts'
import { guideline } from '../state/surface.ts'

const rule = (id: string, params: Rule['params'], change: Partial<Rule> = {}): Rule => ({
  id,
  kind: 'banned-phrase',
  params,
  severity: 'medium',
  weight: 'must',
  ...change,
})
const diff = (before: Rule[], after: Rule[]) =>
  diffGuidelines(guideline({ rules: before }), guideline({ rules: after }))

const long = (word: string) => `${word} `.repeat(20_000)

describe('what changed between two versions', () => {
  it('is nothing when they say the same', () => {
    expect(isSame(diff([rule('a', { phrase: 'cheap' })], [rule('a', { phrase: 'cheap' })]))).toBe(true)
  })

  it('is told rule by rule: added, changed, removed', () => {
    const { rules } = diff(
      [rule('a', { phrase: 'cheap' }), rule('b', { phrase: 'free' }), rule('c', { phrase: 'best' })],
      [
        rule('c', { phrase: 'best' }),
        rule('a', { phrase: 'cheap' }, { severity: 'high' }),
        rule('d', { phrase: 'no. 1' }),
      ],
    )
    expect(rules.map(({ change, rule: { id } }) => [change, id])).toEqual([
      ['changed', 'a'],
      ['added', 'd'],
      ['removed', 'b'],
    ])
    expect(rules[0]?.fields).toEqual([
      {
        field: 'severity',
        isList: false,
        pieces: [
          { is: 'removed', text: 'medium' },
          { is: 'added', text: 'high' },
        ],
      },
    ])
  })

  it('is told word by word in a text', () => {
    const { rules } = diff(
      [rule('a', { text: 'Drink responsibly, 18+' })],
      [rule('a', { text: 'Drink sensibly, 18+' })],
    )
    expect(rules[0]?.fields[0]?.pieces).toEqual([
      { is: 'same', text: 'Drink ' },
      { is: 'removed', text: 'responsibly' },
      { is: 'added', text: 'sensibly' },
      { is: 'same', text: ', 18+' },
    ])
  })

  it('is told term by term in a list, of 100,000 too', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `term ${n}`)
    const { rules } = diff([rule('a', { phrases: many })], [rule('a', { phrases: [...many.slice(1), 'new'] })])
    expect(rules[0]?.fields).toEqual([
      {
        field: 'params.phrases',
        isList: true,
        pieces: [
          { is: 'removed', text: 'term 0' },
          { is: 'added', text: 'new' },
        ],
      },
    ])
  })

  it('is told of a text too long to compare as a whole', () => {
    const { rules } = diff([rule('a', { text: long('old') })], [rule('a', { text: long('new') })])
    expect(rules[0]?.fields[0]?.pieces.map(({ is }) => is)).toEqual(['removed', 'added'])
  })

  it('is the order, where nothing else is', () => {
    const [a, b] = [rule('a', { phrase: 'x' }), rule('b', { phrase: 'y' })]
    expect(diff([a, b], [b, a])).toEqual({ about: [], rules: [], reordered: true })
    expect(diff([a, b], [b]).reordered).toBe(false)
  })

  it('is the name, the partners, and whether it is in force', () => {
    const before = guideline({ partnerIds: null })
    const after = { ...before, name: 'Spring lunch', active: false, partnerIds: ['01JTESTPARTNER000000000001'] }
    expect(diffGuidelines(before, after).about.map(({ field, isList }) => [field, isList])).toEqual([
      ['name', false],
      ['active', false],
      ['partnerIds', true],
    ])
  })
})

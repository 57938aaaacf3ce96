import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/domain/finding.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

// The cases of relationship.md B1, content misalignment, in its own words.

const check = (text: string, kind: string, params: Record<string, unknown>, context = paid): Finding[] =>
  assess(postOf(text), [guidelineOf([ruleOf(kind, params)])], context).findings
const quotes = (findings: readonly Finding[]) => findings.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
const banned = (text: string, phrases: string[], except: string[] = []) =>
  check(text, 'banned-phrase', { phrases, except }).filter(({ status }) => status !== 'pass')

const reasonOf = (hits: number) =>
  check(Array.from({ length: hits }, () => 'a wine, really.').join(' '), 'brand-safety', {
    categories: [{ category: 'substances', tolerance: 20 }],
  })[0]?.reason
const statusOf = (sponsored: number) => {
  const earlier = Array.from({ length: 20 }, (_, n) => ({
    id: `x:${n}`,
    text: n < sponsored ? `Ad: my week ${n}` : `Day ${n}`,
    at: '2026-11-01T00:00:00.000Z',
    sponsored: n < sponsored,
    engagementRate: null,
  }))
  const history = { earlier, others: [] }
  return check('So soft', 'saturation', {}, { ...paid, history })[0]?.status
}

describe('B1: content misalignment', () => {
  it('B1: caption "classic button" with banned word "ass"/"butt" -> 0 findings', () => {
    expect(banned('classic button', ['ass', 'butt'])).toEqual([])
    expect(quotes(banned('a pain in the butt', ['ass', 'butt']))).toEqual(['butt'])
  })

  it('B1: `god -"oh my god"` ignores "oh my god!" and flags "thank god"', () => {
    expect(banned('oh my god!', ['god'], ['oh my god'])).toEqual([])
    expect(quotes(banned('oh my god! And thank god', ['god'], ['oh my god']))).toEqual(['god'])
  })

  it('B1: 10 hits / tolerance 20 = amber (50%), 9 = green, 20 = red', () => {
    expect([9, 10, 19, 20].map(reasonOf)).toEqual(['safetyGreen', 'safetyAmber', 'safetyAmber', 'safetyRed'])
  })

  it('B1: finding offsets slice the exact quote even after emoji and combining accents', () => {
    const text = '👩🏽‍🍳 cafe\u0301 🎉 So CHEAP, and che\u0301ap again'
    const findings = banned(text, ['cheap', 'café'])
    const found = findings.flatMap(({ evidence }) => evidence)
    expect(found.map(({ quote }) => quote)).toEqual(expect.arrayContaining(['cafe\u0301', 'CHEAP']))
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
  })

  it('B1: must-say phrase missing -> finding with insertion suggestion', () => {
    const phrase = 'Please drink responsibly'
    const guideline = guidelineOf([ruleOf('required-phrase', { phrase })])
    const text = 'Cheers to the weekend!'
    const [finding] = check(text, 'required-phrase', { phrase })
    expect(finding?.status).toBe('fail')
    expect(correct(postOf(text), [guideline], paid).text).toContain(phrase)
  })

  it('B1: "50-hour battery" vs fact "30 h" -> claim mismatch', () => {
    const fact = { name: 'battery', value: 30, unit: 'h' }
    expect(check('The 50-hour battery is wild', 'product-fact', fact)).toMatchObject([{ status: 'fail' }])
    expect(quotes(check('The 50-hour battery is wild', 'product-fact', fact))).toEqual(['50-hour battery'])
    expect(check('The 30-hour battery is wild', 'product-fact', fact)).toMatchObject([{ status: 'pass' }])
  })

  it('B1: 7 of 20 sponsored = 35% -> saturation flag, 6 of 20 = 30% -> none', () => {
    expect([statusOf(7), statusOf(6)]).toEqual(['review', 'pass'])
  })
})

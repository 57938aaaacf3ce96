import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../lib/domain/guideline.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { kinds } from '../../../lib/guidelines/kinds/index.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

/** Long enough that going back over it for every word would not end. */
const LENGTH = 100_000
/** Machines do other things as well. */
const TIMEOUT = 20_000

const PIECES = {
  'one word': 'cheap ',
  hashtags: '#Ad ',
  'hashtags without spaces': '#Ad',
  mentions: '@acme ',
  'open brackets': '([{【',
  'combining marks': '\u0301',
  'lone surrogates': '\ud800',
  'bidi controls': '\u202ead ',
  negations: 'not no never ',
  numbers: '10 % 24 h ',
  'capital names': 'Acme ',
  'open quotations': '"a ',
  addresses: 'acme.com/a ',
  emoji: '👩‍👩‍👧',
} as const

/** A rule of every kind, as its first example has it. */
const ofEveryKind: Rule[] = kinds.flatMap(({ kind, examples }) => {
  const params = examples[0]?.params
  return typeof params === 'object' && params !== null ? [ruleOf(kind, { ...params }, { id: kind })] : []
})

function assessed(text: string, rules: Rule[], over = {}) {
  return assess(postOf(text, over), [guidelineOf(rules, { brand: 'Acme' })], paid)
}

it('has a rule of every kind to try', () => {
  expect(new Set(ofEveryKind.map(({ kind }) => kind))).toEqual(new Set(kinds.map(({ kind }) => kind)))
})

describe('a caption of 100 kB', () => {
  it.each(Object.entries(PIECES))(
    'of %s is judged by every kind, with exact quotes',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
      const { findings } = assessed(text, ofEveryKind)
      expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBe(kinds.length)
      expect(findings.filter(({ reason }) => reason === 'quoteLost' || reason === 'ruleIncomplete')).toEqual([])
      // What is stored and shown stays small however much was found.
      expect(findings.length).toBeLessThan(300)
      expect(Math.max(...findings.map(({ evidence }) => evidence.length))).toBeLessThan(60)
    },
    TIMEOUT,
  )
})

/** Values that no rule of any kind expects, or that expressions would choke on. */
const VALUES = {
  'regular expressions': '(a+)+$|[',
  'what is not there': '',
  'white space': ' \n\t',
  'emoji only': '🔥👩‍👩‍👧',
  'mixed scripts': 'аcmе 最安 акме',
  'a lone surrogate': '\ud800',
  'invisible characters': '\u200b\u2060',
  'a prototype name': '__proto__',
  'a number': 1e308,
  nothing: null,
  'a list of lists': [[['cheap']]],
  'an object': { constructor: { name: 'cheap' } },
  'a hundred thousand words': Array.from({ length: 100_000 }, (_, i) => `word${i}`),
  'a very long word': 'a'.repeat(200_000),
} as const

describe('a rule of any kind whose parameters hold', () => {
  it.each(Object.entries(VALUES))(
    '%s is checked or says that it cannot be',
    (_, value) => {
      for (const kind of kinds) {
        for (const field of kind.fields) {
          for (const one of [value, [value], [value, value]]) {
            const given = kind.examples[0]?.params
            const params = { ...(typeof given === 'object' ? given : {}), [field.name]: one }
            const { findings } = assessed('So cheap, word7! 🔥 #ad @acme acme.com (a+)+$|[', [
              ruleOf(kind.kind, params),
            ])
            expect(findings.length, `${kind.kind} ${field.name}`).toBeGreaterThan(0)
            expect(findings.filter(({ reason }) => reason === 'quoteLost')).toEqual([])
          }
        }
      }
    },
    TIMEOUT,
  )
})

it('rules that contradict each other are each judged for themselves', () => {
  const rules = [
    ruleOf('required-hashtag', { tag: '#Acme' }, { id: 'wanted' }),
    ruleOf('banned-phrase', { phrases: ['#acme', 'acme'] }, { id: 'unwanted' }),
    ruleOf('a kind of a later version', { of: 'what' }, { id: 'later' }),
  ]
  const statuses = assessed('So soft #Acme', rules).findings.map(({ ruleId, status }) => `${ruleId}: ${status}`)
  expect(statuses).toEqual(['unwanted: fail', 'unwanted: fail', 'later: not-checkable', 'wanted: pass'])
})

it.each([
  ['banned-claim', { claim: 'cures acne' }],
  ['claim-families', {}],
] as const)('a claim after more denials than are read does not pass %s', (kind, params) => {
  const text = `${'It does not cure acne. '.repeat(600)}It cures acne.`
  expect(assessed(text, [ruleOf(kind, params)]).findings.map(({ status }) => status)).toEqual(['review'])
})

it('what five hundred denials hide from a key message is for a person', () => {
  const rule = ruleOf('key-message', { message: 'The formula is vegan' })
  const status = (text: string) => assessed(text, [rule]).findings.map((finding) => finding.status)
  const denial = 'The formula is not vegan. '
  expect(status(denial.repeat(600))).toEqual(['review'])
  expect(status(`${denial.repeat(600)}The formula is vegan.`)).toEqual(['review'])
  expect(status(`The formula is vegan. ${denial.repeat(600)}`)).toEqual(['pass'])
  expect(status(denial.repeat(20))).toEqual(['fail'])
})

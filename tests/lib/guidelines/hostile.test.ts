import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { readTone } from '../../harness/tone-weights.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const guideline = guidelineOf(
  [
    ruleOf('disclosure', { jurisdictions: ['US', 'DE', 'KR', 'JP'] }, { id: 'd' }),
    ruleOf('required-hashtag', { tag: '#Acme' }, { id: 'h' }),
    ruleOf('required-mention', { handle: '@acme' }, { id: 'm' }),
    ...['cheap', 'last chance', 'ass', '100% natural', 'cruelty-free', '최저가', '最安'].map((phrase, i) =>
      ruleOf('banned-phrase', { phrases: [phrase] }, { id: `b${i}` }),
    ),
    ruleOf('banned-phrase', { phrases: ['god'], except: ['oh my god'] }, { id: 'g' }),
  ],
  { brand: 'Acme' },
)

/** Pieces that, repeated, make a careless matcher go back over what it has read. */
const PIECES = {
  letters: 'a',
  spaces: ' ',
  lines: '\n',
  'combining marks': '\u0301',
  'lone surrogates': '\ud800',
  'invisible characters': '\u200b',
  hashes: '#',
  'at signs': '@a',
  hashtags: '#Ad',
  labels: 'ad, ',
  'bars and labels': '|ad',
  denials: 'not an #ad ',
  'thanks to brands': 'Thanks Acme ',
  'gift phrases': 'sent me x y z ',
  'half phrases': 'last ',
  'allowed phrases': 'oh my god ',
  leet: 'ch3ap ',
  masks: 'a*',
  'letters set apart': 'c ',
  'dotted names': 'a.',
  addresses: 'http://a(',
  hyphens: 'a-',
  apostrophes: "a'",
  families: '👩‍👩‍👧',
} as const

/** Processor time of this process, the least of several runs: what others do on the machine counts little. */
function work(run: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, user + system)
  }
  return Math.max(least, 500)
}

const { toneOf } = readTone()

function cost(text: string): number {
  return work(() => {
    assess(postOf(text, { visibleText: text.slice(0, 300) }), [guideline], paid)
    toneOf(text, null)
  })
}

describe('a hostile caption', () => {
  it.each(Object.entries(PIECES))('of %s costs work in proportion to its length', (_, piece) => {
    const ofLength = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    cost(ofLength(1_000))
    // Ten times the length: ten times the work, a hundred times were it quadratic.
    expect(cost(ofLength(40_000)) / cost(ofLength(4_000))).toBeLessThan(40)
  })

  it('of 100 kB of markup and prototype names is only text', () => {
    const text =
      '<script>alert(1)</script> __proto__ constructor toString hasOwnProperty #constructor @__proto__ '.repeat(1_000)
    const { verdict, findings } = assess(postOf(text), [guideline], paid)
    expect(verdict).toBe('fail')
    expect(findings).not.toHaveLength(0)
    expect(toneOf(text, null).score).not.toBeNaN()
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTransfer, writeTransfer } from '../../../lib/guidelines/transfer.ts'
import { guideline } from '../state/surface.ts'

const AT = '2026-11-20T12:00:00.000Z'
const rule = {
  id: 'r1',
  kind: 'banned-phrase',
  params: { phrase: 'cheap' },
  severity: 'medium',
  weight: 'must',
  note: 'Since the spring campaign',
} as const
const unknown = {
  id: 'r2',
  kind: 'hologram',
  params: { deep: [1, { a: null }] },
  severity: 'low',
  weight: 'must',
} as const

/** A file as it is written, changed by hand. */
function file(change: (guidelines: Record<string, unknown>[], envelope: Record<string, unknown>) => void): string {
  const envelope = JSON.parse(writeTransfer([guideline({ rules: [rule, unknown] })], AT)) as {
    guidelines: Record<string, unknown>[]
  }
  change(envelope.guidelines, envelope)
  return JSON.stringify(envelope)
}
const told = (text: string) => readTransfer(text).problems.map(({ path, code }) => `${path} ${code}`.trim())

describe('a file of guidelines', () => {
  it('gives back what was written, rules of unknown kinds as they were', () => {
    const stored = guideline({ rules: [rule, unknown], partnerIds: ['01JTESTPARTNER000000000001'] })
    const { guidelines, problems } = readTransfer(writeTransfer([stored], AT))
    expect(problems).toEqual([])
    expect(guidelines).toEqual([
      {
        id: stored.id,
        guideline: {
          name: stored.name,
          brand: stored.brand,
          active: true,
          partnerIds: stored.partnerIds,
          rules: [rule, unknown],
        },
        unknownKinds: ['hologram'],
      },
    ])
  })

  it('may be written by hand, without ids', () => {
    const text = file(([first = {}]) => {
      delete first['id']
      first['rules'] = [
        { ...rule, id: undefined },
        { ...rule, id: 'rule-1', params: { phrase: 'free' } },
      ]
    })
    const [read] = readTransfer(text).guidelines
    expect(read?.id).toBeNull()
    expect(read?.guideline.rules.map(({ id }) => id)).toEqual(['rule-2', 'rule-1'])
  })
})

describe('what is wrong with a file', () => {
  it.each([
    ['no JSON', 'Words, not data', ['not-json']],
    ['nothing', '', ['not-json']],
    ['another JSON', '{"guidelines": []}', ['not-ours']],
    ['no object', '[1, 2]', ['not-ours']],
    ['of a later version', file((_, envelope) => (envelope['version'] = 2)), ['version newer']],
    [
      'guidelines that are no list',
      '{"format":"rapport-guidelines","version":1,"guidelines":7}',
      ['guidelines wrong-type'],
    ],
  ])('is told of one that is %s', (_what, text, problems) => {
    expect(told(text)).toEqual(problems)
    expect(readTransfer(text).guidelines).toEqual([])
  })

  it('is told by its place, down to the parameter', () => {
    const text = file(([first = {}]) => {
      first['name'] = ''
      first['colour'] = 'red'
      first['rules'] = [
        { ...rule, severity: 'grave' },
        { id: 'x', kind: 'banned-phrase', severity: 'low', weight: 'must' },
      ]
    })
    expect(told(text)).toEqual([
      'guidelines[0].name missing',
      'guidelines[0].rules[0].severity not-allowed',
      'guidelines[0].rules[1].params missing',
      'guidelines[0].colour unknown-key',
    ])
    const params = file(([first = {}]) => (first['rules'] = [rule, { ...rule, id: 'r3', params: { phrase: 7 } }]))
    expect(told(params)[0]).toMatch(/^guidelines\[0\]\.rules\[1\]\.params/)
    expect(told(file(([first = {}]) => (first['rules'] = [rule, rule])))).toEqual([
      'guidelines[0].rules[1].id repeated-id',
    ])
  })

  it('keeps out only the guideline it is about', () => {
    const text = file((guidelines) => guidelines.push({ ...guidelines[0], id: '01JTEST0000000000000000002', name: 5 }))
    const { guidelines, problems } = readTransfer(text)
    expect(guidelines.map((one) => one.guideline.name)).toEqual(['Spring launch'])
    expect(problems.map(({ path }) => path)).toEqual(['guidelines[1].name'])
  })

  it('is told of the same guideline twice', () => {
    expect(told(file((guidelines) => guidelines.push({ ...guidelines[0] })))).toEqual(['guidelines[1].id repeated-id'])
  })
})

describe('a hostile file', () => {
  it('with a prototype for a key is refused by name, and changes no prototype', () => {
    const text = file(() => {}).replace('"deep"', '"__proto__":{"polluted":true},"deep"')
    expect(told(text)).toEqual(['guidelines[0].rules[1].params.__proto__ bad-key'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('that is nested a million levels deep is refused, not recursed into', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    const text = file(() => {}).replace('"deep":[1', `"deep":[${deep}`)
    expect(told(text)[0]).toMatch(/ too-deep$/)
  })

  it('of 100,000 terms is read whole', () => {
    const phrases = Array.from({ length: 100_000 }, (_, n) => `term ${n}`)
    const text = writeTransfer([guideline({ rules: [{ ...rule, kind: 'hologram', params: { phrases } }] })], AT)
    expect(readTransfer(text).guidelines[0]?.guideline.rules[0]?.params['phrases']).toHaveLength(100_000)
  })

  it('with more wrong than anyone reads is told in part, and counted', () => {
    const text = file(([first = {}]) => (first['rules'] = Array.from({ length: 500 }, () => 7)))
    const { problems, more } = readTransfer(text)
    expect(problems).toHaveLength(100)
    expect(problems.length + more).toBe(500)
  })

  it('never makes reading throw, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(3), (value, place) => {
        const text = file(([first = {}], envelope) => {
          if (place === 0) envelope['guidelines'] = value
          if (place === 1) first['rules'] = value
          if (place === 2) first['rules'] = [{ ...rule, params: value }]
          if (place === 3) first['partnerIds'] = value
        })
        const { guidelines, problems } = readTransfer(text)
        // Something came of it: a guideline, or words.
        const isNone = Array.isArray(value) && value.length === 0
        expect(guidelines.length > 0 || problems.length > 0 || isNone).toBe(true)
      }),
    )
  })
})

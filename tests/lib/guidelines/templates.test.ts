import { describe, expect, it } from 'vitest'
import { jurisdictions } from '../../../lib/guidelines/disclosure/packs/index.ts'
import { conflictsOf } from '../../../lib/guidelines/conflicts.ts'
import { kindOf } from '../../../lib/guidelines/kinds/index.ts'
import { markets, templateOf, trades } from '../../../lib/guidelines/templates/index.ts'

const templates = trades.flatMap((trade) => markets.map((market) => templateOf(trade, market)))
const names = templates.map((template) => [`${template.trade} in ${template.market}`, template] as const)

describe.each(names)('the template for %s', (_name, { market, rules }) => {
  it('has only rules that its kinds take', () => {
    const wrong = rules.flatMap(({ code, kind, params }) => {
      const parsed = kindOf(kind)?.params.safeParse(params)
      return parsed?.success === false ? [{ code, params, issues: parsed.error.issues }] : []
    })
    expect(wrong).toEqual([])
  })

  it('discloses by the law of its own country, and names where each rule comes from and since when', () => {
    expect(jurisdictions.map(({ code }) => code)).toContain(market)
    const [first] = rules
    expect(first).toMatchObject({ kind: 'disclosure', params: { jurisdictions: [market] } })
    const undated = rules.flatMap(({ source }) =>
      source && !/^\d{4}(-\d\d){0,2}$/.test(source.since) ? [source.document] : [],
    )
    expect(undated).toEqual([])
  })

  it('asks for nothing that it bans', () => {
    const given = rules.map(({ kind, params, severity, weight }, n) => ({
      id: `r${n}`,
      kind,
      params,
      severity,
      weight,
    }))
    expect(conflictsOf({ rules: given, brand: '' })).toEqual([])
  })

  it('fails a post only for what an authority asks', () => {
    expect(rules.filter(({ weight, source }) => weight === 'must' && source === null)).toEqual([])
  })
})

describe('the templates', () => {
  it('have rules of their own for every trade in every country', () => {
    for (const { rules } of templates) expect(rules.length).toBeGreaterThanOrEqual(4)
    const shapes = new Set(templates.map(({ rules }) => JSON.stringify(rules)))
    expect(shapes.size).toBe(templates.length)
  })
})

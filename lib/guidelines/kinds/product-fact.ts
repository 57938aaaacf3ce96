import * as z from 'zod/mini'
import { normalise } from '../../text/normalise.ts'
import { amountOf, sameAmount, sameDimension } from '../../text/numbers.ts'
import type { Quantity } from '../../text/numbers.ts'
import { stanceOf } from '../../text/negation.ts'
import { unitOf } from '../../text/units.ts'
import type { Unit } from '../../text/units.ts'
import { spokenAs } from '../claims/claim.ts'
import type { Match } from '../claims/claim.ts'
import { findMessage, messageOf } from '../claims/message.ts'
import { matchOf, quoteMatch } from '../claims/quote.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withNumber } from '../fix/figures.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding. */
const QUOTES = 20
/** Words between what the number is said of and the number. */
const APART = 6

const phrase = z.string().check(z.maxLength(100), z.regex(/[\p{L}\p{N}]/u))
const params = z.object({
  /** What the fact is of, as captions call it: "battery". */
  name: phrase,
  /** What else captions call it, in any language of the campaign. */
  words: z.optional(z.array(phrase).check(z.maxLength(50))),
  value: z.number().check(z.gte(0), z.lte(1e15)),
  /** A unit of measure, in any common spelling: "h", "Stunden", "%", "fl oz", "€". */
  unit: z.string().check(
    z.maxLength(20),
    z.refine((text) => measureOf(text) !== null),
  ),
})
type Params = z.infer<typeof params>

const compiled = compiledOnce(
  ({ name, words }: Params, lang) => [name, ...(words ?? [])].map((word) => messageOf(word.trim(), lang)),
  spokenAs,
)

interface Place {
  readonly match: Match
  readonly quantity: Quantity
  readonly holds: boolean
  readonly open: boolean
}

/**
 * What the caption says of a product in numbers is what the brand knows of it (relationship.md B1,
 * "Feature-accuracy"): number and unit are compared after reading number words and converting units. A caption
 * that says nothing of it passes.
 */
export default defineRuleKind({
  kind: 'product-fact',
  label: 'kind.productFact',
  rule: 'rule.productFact',
  params,
  fields: [
    { name: 'name', label: 'kind.field.factName', hint: 'kind.hint.factName', type: 'text', required: true },
    { name: 'words', label: 'kind.field.factWords', hint: 'kind.hint.factWords', type: 'list', required: false },
    { name: 'value', label: 'kind.field.factValue', type: 'number', required: true },
    { name: 'unit', label: 'kind.field.factUnit', hint: 'kind.hint.factUnit', type: 'text', required: true },
  ],
  reasons: ['factRight', 'factWrong', 'factUnclear', 'factAbsent', 'captionCut'],
  value: labelOf,
  check(view, rule): Draft[] {
    const value = labelOf(rule)
    const result = (status: Draft['status'], reason: string, places: readonly Place[]): Draft[] => {
      const evidence = places.slice(0, QUOTES).map(({ match }) => quoteMatch(view, match))
      return [{ value, status, reason, values: [value, evidence[0]?.quote ?? ''], evidence }]
    }
    const places = placesOf(view, rule)
    const wrong = places.filter(({ holds, open }) => !holds && !open)
    if (wrong.length > 0) return result('fail', 'factWrong', wrong)
    const open = places.filter(({ holds }) => !holds)
    if (open.length > 0) return result('review', 'factUnclear', open)
    if (places.length > 0) return result('pass', 'factRight', places)
    const searched = { field: 'text', chars: view.post.text.length, terms: [rule.name, ...(rule.words ?? [])] }
    const cut = !view.post.textComplete
    const reason = cut ? 'captionCut' : 'factAbsent'
    return [{ value, status: cut ? 'not-checkable' : 'pass', reason, values: [value], evidence: [], searched }]
  },
  fix(view, rule) {
    const right = { value: rule.value, unit: measureOf(rule.unit) }
    const wrong = placesOf(view, rule).filter(({ holds }) => !holds)
    const edits = wrong.map(({ quantity }) => withNumber(view, quantity, right, `${rule.value} ${rule.unit.trim()}`))
    return edits.length > 0 ? [edits] : []
  },
  examples: [
    {
      params: { name: 'battery', value: 30, unit: 'h' },
      text: 'The 50-hour battery is wild',
      status: 'fail',
      quote: '50-hour battery',
    },
    {
      params: { name: 'battery', value: 30, unit: 'h' },
      text: 'Battery for thirty hours',
      status: 'pass',
      quote: 'Battery for thirty hours',
    },
    {
      params: { name: 'bottle', value: 0.5, unit: 'l' },
      text: 'A 500 ml bottle',
      status: 'pass',
      quote: '500 ml bottle',
    },
    { params: { name: 'battery', value: 30, unit: 'h' }, text: 'I slept eight hours', status: 'pass' },
  ],
})

function labelOf({ name, value, unit }: Params): string {
  return `${name.trim()}: ${value} ${unit.trim()}`
}

function measureOf(unit: string): Unit | null {
  return unitOf(normalise(unit).text.replace(/[.\s]/g, ''))
}

/** For each mention of what the fact is of, the number of its kind that is said of it. */
function placesOf(view: PostView, rule: Params): Place[] {
  const right = { value: rule.value, unit: measureOf(rule.unit) }
  const found = new Map<number, Place>()
  for (const message of compiled(rule, view.lang)) {
    for (const named of findMessage(view, message)) {
      const said = numberOf(view, named, right)
      if (!said) continue
      const match = { first: Math.min(named.first, said.match.first), last: Math.max(named.last, said.match.last) }
      const stance = stanceOf(view.discourse, match.first, match.last)
      if (stance.kind === 'negated') continue
      const bound = boundOf(view, said.match.first)
      const holds = sameAmount(said.quantity, right) || (bound === 'over' && amountOf(said.quantity) < amountOf(right))
      found.set(said.quantity.start, {
        match,
        quantity: said.quantity,
        holds,
        open: stance.kind !== 'said' || bound === 'about',
      })
    }
  }
  return [...found.values()].toSorted((a, b) => a.match.first - b.match.first)
}

/** In reach of the name and in its sentence: the right number first, then one of the same clause, then the nearest. */
function numberOf(view: PostView, named: Match, right: Pick<Quantity, 'value' | 'unit'>) {
  const { tokens, clauses } = view.discourse
  const clauseOf = (at: number): number => tokens[at]?.clause ?? -1
  const from = tokens[Math.max(0, named.first - APART - 2)]?.start ?? 0
  const to = tokens[Math.min(tokens.length - 1, named.last + APART + 2)]?.end ?? 0
  let best: { quantity: Quantity; match: Match; cost: number } | null = null
  for (const quantity of between(view.quantities, from, to)) {
    const match = sameDimension(quantity.unit, right.unit) ? matchOf(view.discourse, quantity) : null
    if (!match) continue
    const apart = Math.max(0, match.first - named.last, named.first - match.last) - 1
    if (apart > APART || clauses[clauseOf(match.first)]?.sentence !== clauses[clauseOf(named.first)]?.sentence) continue
    const elsewhere = clauseOf(match.first) === clauseOf(named.first) ? 0 : 20
    const cost = apart + elsewhere - (sameAmount(quantity, right) ? 10 : 0)
    if (!best || cost < best.cost) best = { quantity, match, cost }
  }
  return best
}

/** The quantities of a stretch of the normalised text; by binary search. */
function between(quantities: readonly Quantity[], from: number, to: number): readonly Quantity[] {
  let low = 0
  let high = quantities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quantities[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while ((quantities[end]?.end ?? Infinity) <= to) end++
  return quantities.slice(low, end)
}

const OVER = new Set(
  'over least than above plus über mindestens als plus moins más menos oltre più mais meer'.split(' '),
)
const ABOUT = new Set(
  'about around almost nearly roughly approximately circa ca etwa rund fast ungefähr environ presque casi unos circa quasi cerca quase ongeveer bijna około prawie'.split(
    ' ',
  ),
)

/** "over 20 hours" is true of 30; "about 28 hours" is for a person. */
function boundOf(view: PostView, first: number): 'over' | 'about' | null {
  const before = view.discourse.tokens[first - 1]?.text ?? ''
  return OVER.has(before) ? 'over' : ABOUT.has(before) ? 'about' : null
}

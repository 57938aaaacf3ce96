import type { Rule } from '../lib/domain/guideline.ts'
import type { ParamField, RuleKind } from '../lib/guidelines/define.ts'
import { codeWords, keyWords, kindWord } from './words.ts'

/** The groups in which the kinds are offered; a kind that is in none is offered last. */
export const ruleGroups: readonly { group: string; kinds: readonly string[] }[] = [
  { group: 'law', kinds: ['disclosure', 'brand-safety', 'audience-fit'] },
  { group: 'say', kinds: ['required-hashtag', 'required-mention', 'required-link', 'required-phrase', 'key-message'] },
  { group: 'avoid', kinds: ['banned-phrase', 'banned-claim', 'claim-families', 'competitor'] },
  { group: 'facts', kinds: ['product-fact'] },
  { group: 'style', kinds: ['tone-of-voice', 'content-quality'] },
  { group: 'time', kinds: ['posting-window', 'exclusivity-window', 'saturation'] },
]

export const groupOf = (kind: string) => ruleGroups.find(({ kinds }) => kinds.includes(kind))?.group ?? 'other'

/** What the team calls the rule, or what its kind is called. */
export const ruleTitle = (rule: Pick<Rule, 'kind' | 'name'>) => rule.name ?? kindWord(rule.kind)

/** A line shows no more; a list of 100,000 words laid out in one line would hold up the page. */
const LONGEST = 120

/** By the parameters, which an edit makes anew for its own rule only: long lists are not read at every key. */
const summaries = new WeakMap<Rule['params'], string>()

/** What the rule asks for, in one line: "Does not say “cheap”". */
export function ruleSummary(rule: Pick<Rule, 'kind' | 'params'>, kind: RuleKind): string {
  const known = summaries.get(rule.params)
  if (known !== undefined) return known
  const value = kind.value(rule.params)
  const asked = value === null ? [] : [value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value]
  const rest = value === null ? kind.fields.flatMap((field) => partWords(field, rule.params[field.name])) : []
  // Of a rule that is not whole yet, only what it has.
  const isWhole = value !== null || kind.params.safeParse(rule.params).success
  const line = [...(isWhole ? [codeWords('rule', rule.kind, asked)] : []), ...rest].join(' · ')
  summaries.set(rule.params, line)
  return line
}

function partWords(field: ParamField, value: unknown): string[] {
  const label = keyWords(field.label)
  if (value === true) return [label]
  if (typeof value === 'number') return [`${label}: ${value}`]
  if (typeof value === 'string' && value !== '')
    return [`${label}: ${field.type === 'choice' ? codeWords('kind.option', value) : value.slice(0, 80)}`]
  if (!Array.isArray(value) || value.length === 0) return []
  const texts = value.filter((one) => typeof one === 'string').slice(0, 3)
  const words = texts.map((one) => (field.type === 'choices' ? codeWords('kind.option', one) : one.slice(0, 40)))
  const more = value.length > words.length ? [`+${value.length - words.length}`] : []
  return [`${label}: ${[...words, ...more].join(', ')}`]
}

import { diffWordsWithSpace } from 'diff'
import type { Guideline, Rule } from '../domain/guideline.ts'

/** A stretch of text that both versions have, or one of them. */
export interface Piece {
  readonly text: string
  readonly is: 'same' | 'added' | 'removed'
}

/** What became of one field. */
export interface FieldDiff {
  /** `name`, `partnerIds`, `severity`; a parameter of a rule is `params.phrase`. */
  readonly field: string
  /** Word by word; of a list, one entry a piece, those that stay left out. */
  readonly pieces: readonly Piece[]
  readonly isList: boolean
}

export interface RuleDiff {
  readonly change: 'added' | 'removed' | 'changed'
  /** As the newer version has it; one that was removed as the older one had it. */
  readonly rule: Rule
  readonly fields: readonly FieldDiff[]
}

export interface GuidelineDiff {
  readonly about: readonly FieldDiff[]
  /** In the newer version's order; what was removed comes last. */
  readonly rules: readonly RuleDiff[]
  /** Rules that both have stand in another order. */
  readonly reordered: boolean
}

type Content = Pick<Guideline, 'name' | 'brand' | 'active' | 'partnerIds' | 'rules'>

/** Longer texts are shown as replaced: finding the words they share takes too long. */
const LONGEST = 20_000

/** What changed from one version of a guideline to another: rule by rule, in a rule field by field. */
export function diffGuidelines(before: Content, after: Content): GuidelineDiff {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const kept = new Set(after.rules.map(({ id }) => id))
  const rules = after.rules.flatMap((rule): RuleDiff[] => {
    const was = old.get(rule.id)
    if (!was) return [{ change: 'added', rule, fields: fieldsOf({}, partsOf(rule)) }]
    const fields = fieldsOf(partsOf(was), partsOf(rule))
    return fields.length > 0 ? [{ change: 'changed', rule, fields }] : []
  })
  const removed = before.rules
    .filter(({ id }) => !kept.has(id))
    .map((rule): RuleDiff => ({ change: 'removed', rule, fields: fieldsOf(partsOf(rule), {}) }))
  const common = after.rules.filter(({ id }) => old.has(id)).map(({ id }) => id)
  const order = before.rules.filter(({ id }) => kept.has(id)).map(({ id }) => id)
  return {
    about: fieldsOf(aboutOf(before), aboutOf(after)),
    rules: [...rules, ...removed],
    reordered: common.some((id, index) => id !== order[index]),
  }
}

export function isSame({ about, rules, reordered }: GuidelineDiff): boolean {
  return about.length === 0 && rules.length === 0 && !reordered
}

/** Stands for every partner among the partners of a diff. */
export const EVERYONE = '*'

const aboutOf = ({ name, brand, active, partnerIds }: Content) => ({
  name,
  brand,
  active,
  partnerIds: partnerIds ?? [EVERYONE],
})

function partsOf({ kind, params, severity, weight, name, note }: Rule): Record<string, unknown> {
  const parts = Object.entries(params).map(([field, value]) => [`params.${field}`, value] as const)
  return { kind, ...Object.fromEntries(parts), weight, severity, name, note }
}

function fieldsOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): FieldDiff[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].flatMap((field): FieldDiff[] => {
    const [was, is] = [valueIn(before, field), valueIn(after, field)]
    if (isTexts(was) && isTexts(is)) {
      const pieces = listPieces(was, is)
      return pieces.length > 0 ? [{ field, pieces, isList: true }] : []
    }
    const [from, to] = [textOf(was), textOf(is)]
    return from === to ? [] : [{ field, pieces: textPieces(from, to), isList: false }]
  })
}

/** A list that is not there is an empty one. */
const valueIn = (parts: Readonly<Record<string, unknown>>, field: string) =>
  Object.hasOwn(parts, field) ? parts[field] : undefined
const isTexts = (value: unknown): value is readonly string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? '')
}

/** Lists are sets of terms here: linear, for lists of 100,000. */
function listPieces(before: readonly string[] = [], after: readonly string[] = []): Piece[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [
    ...before.filter((text) => !now.has(text)).map((text): Piece => ({ is: 'removed', text })),
    ...after.filter((text) => !old.has(text)).map((text): Piece => ({ is: 'added', text })),
  ]
}

/** Two texts word by word; long ones, and those that share nothing, as one replaced by the other. */
export function textPieces(before: string, after: string): Piece[] {
  const isShort = before.length + after.length <= LONGEST
  const parts = isShort ? diffWordsWithSpace(before, after, { maxEditLength: 1_000 }) : undefined
  if (!parts) {
    const whole: Piece[] = [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ]
    return whole.filter(({ text }) => text !== '')
  }
  return parts.map(({ value, added, removed }) => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

import type { Guideline, Rule } from '../domain/guideline.ts'
import { kindOf } from './kinds/index.ts'
import { viewOf } from './view.ts'

/** Something about two rules of one guideline that cannot both be meant. It never keeps a guideline from being used. */
export interface Conflict {
  /** Words under `guideline.conflict.<code>`. */
  readonly code: 'repeated' | 'required-banned' | 'windows-apart'
  readonly ruleId: string
  /** The rule it is at odds with. */
  readonly otherId: string
  readonly values: readonly string[]
}

/** Kinds whose `value` is words that the caption has to carry, and kinds that say what it must not. */
const ASKING = /^(required-(hashtag|mention|phrase)|key-message)$/
const FORBIDDING = /^(banned-(phrase|claim)|competitor)$/
/** Told of one rule; a list of words pasted twice is not told a thousand times. */
const MOST = 20

/**
 * Rules that say the same twice, that require what another bans, or windows with no day in common. What is
 * banned is found by the ban's own check over all that is required, so a ban on "cheap" meets `#CheapThrills`.
 */
export function conflictsOf({ rules, brand }: Pick<Guideline, 'rules' | 'brand'>): Conflict[] {
  return [...repeatedRules(rules), ...bannedRequirements(rules, brand), ...windowsApart(rules)]
}

function repeatedRules(rules: readonly Rule[]): Conflict[] {
  const first = new Map<string, string>()
  const found: Conflict[] = []
  for (const { id, kind, params } of rules) {
    const key = `${kind} ${JSON.stringify(Object.entries(params).toSorted(byName))}`
    const otherId = first.get(key)
    if (otherId === undefined) first.set(key, id)
    else if (Object.keys(params).length > 0 || kind === 'disclosure')
      found.push({ code: 'repeated', ruleId: id, otherId, values: [] })
  }
  return found
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

function bannedRequirements(rules: readonly Rule[], brand: string): Conflict[] {
  const lines: { end: number; ruleId: string }[] = []
  let text = ''
  for (const rule of rules) {
    if (!ASKING.test(rule.kind)) continue
    const wanted = kindOf(rule.kind)?.value(rule.params)
    if (!wanted) continue
    text += `${wanted}.\n\n`
    lines.push({ end: text.length, ruleId: rule.id })
  }
  if (lines.length === 0) return []
  const view = viewOf({
    platform: 'instagram',
    lang: null,
    text,
    textComplete: true,
    visibleText: null,
    url: null,
    labels: [],
    hashtags: [],
    mentions: [],
  })
  const context = { jurisdiction: '', relationship: null, brand, history: null }
  const found: Conflict[] = []
  for (const rule of rules) {
    const kind = FORBIDDING.test(rule.kind) ? kindOf(rule.kind) : null
    const drafts = kind?.check(view, rule.params, context) ?? []
    if ('problem' in drafts) continue
    const told = new Set<string>()
    for (const { status, evidence } of drafts)
      for (const { field, start, quote } of status === 'fail' ? evidence : []) {
        const ruleId = lines.find(({ end }) => field === 'text' && start < end)?.ruleId
        if (ruleId === undefined || told.has(ruleId) || told.size >= MOST) continue
        told.add(ruleId)
        found.push({ code: 'required-banned', ruleId, otherId: rule.id, values: [quote] })
      }
  }
  return found
}

/** Times on the wall clock compare as text, as long as both clocks hang in one zone. */
function windowsApart(rules: readonly Rule[]): Conflict[] {
  const windows = rules.flatMap(({ id, kind, weight, params }) => {
    const { start, end, timeZone } = params
    if (kind !== 'posting-window' || weight !== 'must' || typeof timeZone !== 'string') return []
    return {
      id,
      timeZone,
      start: typeof start === 'string' ? start : '',
      end: typeof end === 'string' ? end : '\uFFFF',
    }
  })
  return windows.flatMap((window, index) => {
    const other = windows
      .slice(0, Math.min(index, MOST))
      .find(
        (one) =>
          one.timeZone === window.timeZone && (isBefore(one.end, window.start) || isBefore(window.end, one.start)),
      )
    return other ? { code: 'windows-apart' as const, ruleId: window.id, otherId: other.id, values: [] } : []
  })
}

/** `2026-03-02` as an end is the whole day. */
function isBefore(end: string, start: string): boolean {
  return end < start.slice(0, end.length)
}

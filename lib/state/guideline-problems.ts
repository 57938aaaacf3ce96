import type * as z from 'zod/mini'
import type { Guideline, Rule } from '../domain/guideline.ts'
import type { RuleKind } from '../guidelines/define.ts'

/** What keeps a guideline from being saved, and where: a rule's field, or the guideline's own. */
export interface GuidelineProblem {
  /** Null: the guideline itself. */
  ruleId: string | null
  /** Parts of lists and rows by their place, from 0: `facts.2.value`. */
  field: string
  /** Words under `guideline.problem.<code>`, with `values`. */
  code: 'name-missing' | 'required' | 'too-long' | 'too-many' | 'too-small' | 'too-large' | 'not-understood'
  values: string[]
}

/** What is wrong with a guideline. A rule of a kind this version does not know is kept, and no problem. */
export function problemsOf(guideline: Guideline, kinds: readonly RuleKind[]): GuidelineProblem[] {
  const rules = guideline.rules.flatMap((rule) => {
    const kind = kinds.find((one) => one.kind === rule.kind)
    const found = kind ? paramProblems(kind, rule.params) : []
    return found.map(({ field, code, values }) => ({ ruleId: rule.id, field, code, values }))
  })
  if (guideline.name.trim() !== '') return rules
  return [{ ruleId: null, field: 'name', code: 'name-missing', values: [] }, ...rules]
}

type ParamProblem = Omit<GuidelineProblem, 'ruleId'>
/** By the parameters themselves: an edit makes new ones for its rule, the other rules are not parsed again. */
const known = new WeakMap<Rule['params'], { kind: RuleKind; problems: ParamProblem[] }>()
/** Told of one rule: a list of 100,000 wrong terms is not told line by line. */
const MOST = 50

function paramProblems(kind: RuleKind, params: Rule['params']): ParamProblem[] {
  const before = known.get(params)
  if (before?.kind === kind) return before.problems
  const parsed = kind.params.safeParse(params)
  const problems = new Map<string, ParamProblem>()
  for (const issue of parsed.error?.issues.slice(0, MOST) ?? []) {
    const path = issue.path.length > 0 ? issue.path.map(String) : [kind.fields[0]?.name ?? '']
    const field = path.join('.')
    if (!problems.has(field)) problems.set(field, { field, ...codeOf(issue, valueAt(params, path)) })
  }
  known.set(params, { kind, problems: [...problems.values()] })
  return [...problems.values()]
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): Pick<GuidelineProblem, 'code' | 'values'> {
  if (isBlank(value)) return { code: 'required', values: [] }
  if (issue.code === 'too_big') {
    const code = issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large'
    return { code, values: [String(issue.maximum)] }
  }
  if (issue.code === 'too_small' && issue.origin !== 'string' && issue.origin !== 'array')
    return { code: 'too-small', values: [String(issue.minimum)] }
  return { code: 'not-understood', values: [] }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank)
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

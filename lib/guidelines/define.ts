import type * as z from 'zod/mini'
import type { Finding, FindingStatus } from '../domain/finding.ts'
import type { Relationship } from '../domain/partner.ts'
import type { PostInput, PostView } from './view.ts'

/** What a check knows beside the post. */
export interface CheckContext {
  /** Jurisdiction whose disclosure rules apply when the rule names none, e.g. `US`. */
  readonly jurisdiction: string
  /** What the brand gives the creator; null when the creator is not a partner and nobody knows. */
  readonly relationship: Relationship | null
  /** The guideline's brand, '' when it names none. */
  readonly brand: string
  /** What else is known of the creator's posts, for rules that look at more than one; null when nothing is. */
  readonly history: CreatorHistory | null
}

/** The captured posts around the checked one. */
export interface CreatorHistory {
  /** The creator's own posts before the checked one, newest first. */
  readonly earlier: readonly PastPost[]
  /** Sponsored posts of other creators, for captions that are copied. */
  readonly others: readonly PastPost[]
}

export interface PastPost {
  /** `postKey` */
  readonly id: string
  readonly text: string
  /** ISO instant it was published, or first seen where the page showed no date. */
  readonly at: string
  /** Whether it discloses advertising; null when that was not checked. */
  readonly sponsored: boolean | null
  /** (likes + comments) / followers, or the site's own formula; null when not captured. */
  readonly engagementRate: number | null
}

/** A change of the caption: `text.slice(start, end)` becomes `insert`. UTF-16 units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/**
 * A finding as a check makes it. The rule's id, kind, source, severity and weight are added around it;
 * a check overrides them only where it knows better (a law as the source, advice beside the main result).
 */
export type Draft = Pick<Finding, 'value' | 'status' | 'reason' | 'values' | 'evidence'> &
  Partial<Pick<Finding, 'searched' | 'note' | 'source' | 'severity' | 'weight'>>

/** One input of a rule, for the guideline editor. `label` and `hint` are i18n keys. */
export interface ParamField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /**
   * `lines`: longer text. `list`: short texts, one a line. `number`; `local-time`: `2026-03-02T09:00` in the
   * rule's own time zone. `choices`: some of `options`. `rows`: a list of objects of `fields`.
   */
  readonly type: 'text' | 'lines' | 'list' | 'boolean' | 'number' | 'local-time' | 'choice' | 'choices' | 'rows'
  readonly required: boolean
  /** For 'choice' and 'choices': the values. */
  readonly options?: readonly string[]
  /** For 'rows': the columns; never `rows` again. */
  readonly fields?: readonly ParamField[]
}

/** A caption with what this rule must say of it: run as a test, shown as a hint in the editor. */
export interface RuleExample<P> {
  readonly params: P
  readonly text: string
  readonly platform?: string
  readonly relationship?: Relationship
  /** What else of the post or of its surroundings the example needs. */
  readonly post?: Partial<PostInput>
  readonly history?: CreatorHistory
  readonly status: FindingStatus
  /** The exact words of the first evidence; absent when nothing was found. */
  readonly quote?: string
}

/** What a check looks at beside the post: the creator's earlier posts, other creators' sponsored ones, the profile. */
export type Need = 'history' | 'others' | 'profile'

export interface RuleKindDefinition<P> {
  /** Kebab-case; the file's name. */
  readonly kind: string
  /** i18n key of its name. */
  readonly label: string
  /** i18n key of what one rule asks for; `$1` is `value(params)`. */
  readonly rule: string
  readonly params: z.ZodMiniType<P>
  readonly fields: readonly ParamField[]
  /** Every reason code it can emit; words under `reason.<code>`. */
  readonly reasons: readonly string[]
  /** What the rule asks for, in one word or two; null for kinds without one value. */
  readonly value: (params: P) => string | null
  /** What else the check reads, so that it is at hand; absent: the post alone. */
  readonly needs?: (params: P) => readonly Need[]
  /** Pure. One finding per value asked for; more only for what else the post should know. */
  readonly check: (post: PostView, params: P, context: CheckContext) => Draft[]
  /**
   * Ways to word the caption so that this finding goes away, the best first: the smallest change in the
   * creator's own voice. Each is a set of edits that do not overlap. They are proposals: lib/guidelines/fix
   * scores the changed caption again and keeps the first that is clean. Absent: no wording can fix it.
   */
  readonly fix?: (post: PostView, params: P, finding: Finding, context: CheckContext) => readonly (readonly Edit[])[]
  readonly examples: readonly RuleExample<P>[]
}

/** A rule kind as the engine and the editor use it: params come as stored and are parsed here. */
export interface RuleKind extends Omit<RuleKindDefinition<unknown>, 'value' | 'needs' | 'check' | 'fix'> {
  readonly value: (params: unknown) => string | null
  /** Nothing where the parameters do not parse. */
  readonly needs: (params: unknown) => readonly Need[]
  /** Names the parameters that do not parse instead of throwing. */
  readonly check: (post: PostView, params: unknown, context: CheckContext) => Draft[] | { problem: string }
  /** Empty when no wording can fix it, or the parameters do not parse. */
  readonly fix: (
    post: PostView,
    params: unknown,
    finding: Finding,
    context: CheckContext,
  ) => readonly (readonly Edit[])[]
}

/** Problems named of parameters that do not parse; a list of a thousand words may have a thousand. */
const PROBLEMS = 5

/** Gives a rule kind its identity and its types. A new rule kind is one new file, listed in kinds/index.ts. */
export function defineRuleKind<P>(definition: RuleKindDefinition<P>): RuleKind {
  const parse = parsedOnce(definition.params)
  return {
    ...definition,
    value(raw) {
      const parsed = parse(raw)
      return parsed.success ? definition.value(parsed.data) : null
    },
    needs(raw) {
      const parsed = parse(raw)
      return parsed.success ? (definition.needs?.(parsed.data) ?? []) : []
    },
    check(post, raw, context) {
      const parsed = parse(raw)
      if (parsed.success) return definition.check(post, parsed.data, context)
      const names = new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'params'))
      return { problem: [...names].slice(0, PROBLEMS).join(', ') + (names.size > PROBLEMS ? ', …' : '') }
    },
    fix(post, raw, finding, context) {
      const parsed = parse(raw)
      return parsed.success ? (definition.fix?.(post, parsed.data, finding, context) ?? []) : []
    },
  }
}

type Parsed<P> = ReturnType<z.ZodMiniType<P>['safeParse']>

/**
 * Parses each set of stored parameters once. They are never changed in place, and what a kind makes of them
 * (`compiledOnce`) hangs on the parsed object, so a guideline is made ready once for all the posts it meets.
 */
function parsedOnce<P>(params: z.ZodMiniType<P>): (raw: unknown) => Parsed<P> {
  const known = new WeakMap<object, Parsed<P>>()
  return (raw) => {
    if (typeof raw !== 'object' || raw === null) return params.safeParse(raw)
    const result = known.get(raw) ?? params.safeParse(raw)
    known.set(raw, result)
    return result
  }
}

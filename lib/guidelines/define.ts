import type * as z from 'zod/mini'
import type { Finding, FindingStatus } from '../domain/finding.ts'
import type { Relationship } from '../domain/partner.ts'
import type { PostView } from './view.ts'

/** What a check knows beside the post. */
export interface CheckContext {
  /** Jurisdiction whose disclosure rules apply when the rule names none, e.g. `US`. */
  readonly jurisdiction: string
  /** What the brand gives the creator; null when the creator is not a partner and nobody knows. */
  readonly relationship: Relationship | null
  /** The guideline's brand, '' when it names none. */
  readonly brand: string
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
  readonly type: 'text' | 'list' | 'boolean' | 'choice'
  readonly required: boolean
  /** For 'choice': the values. */
  readonly options?: readonly string[]
}

/** A caption with what this rule must say of it: run as a test, shown as a hint in the editor. */
export interface RuleExample<P> {
  readonly params: P
  readonly text: string
  readonly platform?: string
  readonly relationship?: Relationship
  readonly status: FindingStatus
  /** The exact words of the first evidence; absent when nothing was found. */
  readonly quote?: string
}

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
  /** Pure. One finding per value asked for; more only for what else the post should know. */
  readonly check: (post: PostView, params: P, context: CheckContext) => Draft[]
  readonly examples: readonly RuleExample<P>[]
}

/** A rule kind as the engine and the editor use it: params come as stored and are parsed here. */
export interface RuleKind extends Omit<RuleKindDefinition<unknown>, 'value' | 'check'> {
  readonly value: (params: unknown) => string | null
  /** Names the parameters that do not parse instead of throwing. */
  readonly check: (post: PostView, params: unknown, context: CheckContext) => Draft[] | { problem: string }
}

/** Gives a rule kind its identity and its types. A new rule kind is one new file, listed in kinds/index.ts. */
export function defineRuleKind<P>(definition: RuleKindDefinition<P>): RuleKind {
  return {
    ...definition,
    value(raw) {
      const parsed = definition.params.safeParse(raw)
      return parsed.success ? definition.value(parsed.data) : null
    },
    check(post, raw, context) {
      const parsed = definition.params.safeParse(raw)
      if (parsed.success) return definition.check(post, parsed.data, context)
      const names = parsed.error.issues.map((issue) => issue.path.join('.') || 'params')
      return { problem: [...new Set(names)].join(', ') }
    },
  }
}

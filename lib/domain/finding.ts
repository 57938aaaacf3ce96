import * as z from 'zod/mini'
import { severitySchema, weightSchema } from './guideline.ts'

export const findingStatusSchema = z.enum([
  'pass',
  'fail',
  'review',
  'not-checkable',
  // disclosure (compliance.md 7.1)
  'clear',
  'buried',
  'ambiguous',
  'missing',
  'not-needed',
])
export type FindingStatus = z.infer<typeof findingStatusSchema>

/** The exact words: `quote === fieldText.slice(start, end)` in UTF-16 code units, always. */
export const evidenceSchema = z.object({
  /** Of which text of the post; `other-post`: the caption of the post `postId` names. */
  field: z.enum(['text', 'comment', 'label', 'link', 'bio', 'published-at', 'published-text', 'other-post']),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  /** With `other-post` only. */
  postId: z.optional(z.string()),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Where a rule comes from: the brand's guideline, or a law with its authority and date. */
export const sourceSchema = z.union([
  z.object({ type: z.literal('guideline'), guidelineId: z.string(), name: z.string(), version: z.number() }),
  z.object({
    type: z.literal('law'),
    jurisdiction: z.string(),
    authority: z.string(),
    document: z.string(),
    since: z.string(),
    confidence: z.enum(['H', 'M', 'L']),
    url: z.nullable(z.string()),
  }),
])
export type Source = z.infer<typeof sourceSchema>

/**
 * What one rule says of one post. `reason` is a code; the words for it are in the locale file under
 * `reason.<code>` with `values` as substitutions, so that a finding reads in the user's language.
 * A finding has evidence, or says in `searched` where it looked and found nothing.
 */
export const findingSchema = z.object({
  ruleId: z.string(),
  kind: z.string(),
  /** What the rule asks for, e.g. `#Acme`; null for kinds without one value. */
  value: z.nullable(z.string()),
  source: sourceSchema,
  status: findingStatusSchema,
  severity: severitySchema,
  weight: weightSchema,
  reason: z.string(),
  values: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  searched: z.optional(z.object({ field: z.string(), chars: z.number(), terms: z.array(z.string()) })),
  /** `near-miss`, `label-only`: a closer word for a status. */
  note: z.optional(z.string()),
  /** A person decided that this finding does not count; it is shown, and kept out of the verdict. */
  waived: z.optional(
    z.object({ id: z.string(), because: z.enum(['wrong', 'accepted']), reason: z.string(), at: z.string() }),
  ),
})
export type Finding = z.infer<typeof findingSchema>

/** The post's verdict in one word, the worst of its findings; `unknown` when no guideline applies to it. */
export const verdictSchema = z.enum(['pass', 'review', 'fail', 'unknown'])
export type Verdict = z.infer<typeof verdictSchema>

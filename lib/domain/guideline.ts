import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

/** `must` can fail a post; `prefer` only ever advises. */
export const weightSchema = z.enum(['must', 'prefer'])
export const severitySchema = z.enum(['high', 'medium', 'low'])
export type Severity = z.infer<typeof severitySchema>

/**
 * One stored rule. `kind` names a rule kind in lib/guidelines/kinds; a kind this version does not know
 * is kept as it is and shown as "not understood". `params` is parsed by the kind's own schema.
 */
export const ruleSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  kind: z.string().check(z.minLength(1), z.maxLength(60)),
  params: z.record(z.string(), z.unknown()),
  severity: severitySchema,
  weight: weightSchema,
  /** What the team calls it, where the kind's own words do not say enough. */
  name: z.optional(z.string().check(z.maxLength(200))),
  /** Why it is there and where it comes from, for whoever reads the guideline later. */
  note: z.optional(z.string().check(z.maxLength(2_000))),
})
export type Rule = z.infer<typeof ruleSchema>

/** A brand's guideline set. `partnerIds` null means every partner. */
export const guidelineSchema = z.object({
  id: ulidSchema,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  brand: z.string().check(z.maxLength(200)),
  active: z.boolean(),
  partnerIds: z.nullable(z.array(ulidSchema)),
  rules: z.array(ruleSchema).check(z.maxLength(1_000)),
  /** Grows by one with every saved change; findings keep the version they were made with. */
  version: z.number().check(z.int(), z.gte(1)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Guideline = z.infer<typeof guidelineSchema>

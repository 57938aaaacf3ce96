import * as z from 'zod/mini'
import { findingSchema, verdictSchema } from './finding.ts'
import { instantSchema } from './ids.ts'
import { moodSchema, toneSchema } from './tone.ts'

/**
 * Derived, kept only for speed: a pure function of (post text, comments, guidelines). `basis` names all
 * inputs; an assessment whose basis is not the current one is stale and made again.
 */
export const assessmentSchema = z.object({
  postId: z.string(),
  account: z.string(),
  basis: z.string(),
  verdict: verdictSchema,
  findings: z.array(findingSchema),
  tone: toneSchema,
  mood: moodSchema,
  at: instantSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

import * as z from 'zod/mini'
import { instantSchema } from './ids.ts'

/**
 * What was last worked out of one partner, kept so that lists need not work it out of everybody again. A cache: it can
 * be thrown away at any time, no file of the record holds it, and it counts only while `ground` and `until` do.
 */
export const summarySchema = z.object({
  /** The partner's. */
  id: z.string().check(z.minLength(1)),
  /** All that it rests on besides the partner's own rows: a summary on another ground is out of date. */
  ground: z.string(),
  /** When it was worked out, and from when on time alone may have changed it. */
  at: instantSchema,
  until: instantSchema,
  /** In the shape that `ground` names. */
  value: z.unknown(),
})
export type Summary = z.infer<typeof summarySchema>

/** `id` of the row that stands for every partner. */
export const EVERYONE = '*'

/**
 * Whose summary is out of date since something was written about them. Written in the same unit of work; removed once
 * the summary is made anew, unless `mark` has changed meanwhile. Everyone's row stays: its mark is part of the ground.
 */
export const touchedSchema = z.object({ id: z.string().check(z.minLength(1)), mark: z.string() })
export type Touched = z.infer<typeof touchedSchema>

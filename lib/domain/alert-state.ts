import * as z from 'zod/mini'
import { instantSchema } from './ids.ts'

/** An alert's id: its kind, partner and subject, whatever its numbers are. */
export const alertIdSchema = z.string().check(z.minLength(1), z.maxLength(2_500))

/** What a person decided of an alert: not now, or never again. It holds for the alert whatever its numbers become. */
export const alertStateSchema = z.object({
  id: alertIdSchema,
  /** Until then it is out of the list; null: for good. */
  until: z.nullable(instantSchema),
  at: instantSchema,
})
export type AlertState = z.infer<typeof alertStateSchema>

import * as z from 'zod/mini'
import { instantSchema, ulidSchema } from './ids.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/**
 * A link of an incident's chain: what was recorded, as canonical JSON, and a hash of it with the link before. Nothing
 * of a link is ever changed.
 */
export const evidenceLinkSchema = z.object({
  /** `${incidentId}:${seq}`, seq of six digits */
  id: z.string().check(z.maxLength(40)),
  incidentId: ulidSchema,
  /** From 1. */
  seq: z.number().check(z.int(), z.gte(1), z.lte(999_999)),
  at: instantSchema,
  kind: z.enum(['opened', 'decision', 'capture', 'report']),
  body: z.string().check(z.maxLength(4_000_000)),
  prev: hash,
  hash,
})
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>

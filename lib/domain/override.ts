import * as z from 'zod/mini'
import { instantSchema, platformSchema, ulidSchema } from './ids.ts'
import { pageKindSchema } from './observation.ts'
import { repairable } from './repairable.ts'
import { MAX_SELECTOR } from './selector.ts'

const fields = Object.keys(repairable) as (keyof typeof repairable)[]

/**
 * Where a field is read: what content scripts are given. The element is the first match of `select` in which
 * `saying` stands, where that is given, inside the item (post, comment, profile header) or, with `within: 'page'`,
 * anywhere. An empty `select` is the item itself. Read is its text, or attribute `attr`.
 */
export const repairSchema = z.object({
  field: z.enum(fields),
  /** The kind of page it holds on; null for all. */
  page: z.nullable(pageKindSchema),
  select: z.string().check(z.maxLength(MAX_SELECTOR)),
  attr: z.nullable(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))),
  saying: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  within: z.enum(['item', 'page']),
})
export type Repair = z.infer<typeof repairSchema>

/** A person's own way to read a field of a site, made by pointing at it: it is tried before the adapter's. */
export const overrideSchema = z.object({
  ...repairSchema.shape,
  id: ulidSchema,
  platform: platformSchema,
  enabled: z.boolean(),
  note: z.string().check(z.maxLength(300)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Override = z.infer<typeof overrideSchema>

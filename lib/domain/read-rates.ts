import * as z from 'zod/mini'
import { instantSchema, platformSchema } from './ids.ts'
import { pageKindSchema } from './observation.ts'

const places = z.number().check(z.gte(0))
/** Most fields of one kind of page, and most strategies of one field, that are kept. */
export const MAX_FIELDS = 100
const MAX_STRATEGIES = 20

/** How often something was looked for, and which strategy found it: `won[i]` counts the finds of strategy `i + 1`. */
export const tallySchema = z.object({ of: places, won: z.array(places).check(z.maxLength(MAX_STRATEGIES)) })
export type Tally = z.infer<typeof tallySchema>

/** Evidence that a rate has fallen: `score` grows with it, and `since` is when it last began to grow from 0. */
export const suspicionSchema = z.object({ score: z.number().check(z.gte(0)), since: instantSchema })
export type Suspicion = z.infer<typeof suspicionSchema>

/** How one field is read on one kind of page, over the last few hundred places. */
export const fieldRateSchema = z.object({
  /** Places before anything was suspected; older ones count less and less. */
  steady: tallySchema,
  /** Places since something has been suspected. */
  recent: tallySchema,
  /** That the field is found no more. */
  gone: z.nullable(suspicionSchema),
  /** That another strategy than before finds it. */
  moved: z.nullable(suspicionSchema),
  /** The first look without it since it was last found; null while the last look found it. */
  missingSince: z.nullable(instantSchema),
  lastHitAt: z.nullable(instantSchema),
  /** When it was last looked for, and a hash of the page's address: whose page it was is nobody's business. */
  lastAt: instantSchema,
  lastPage: z.number(),
})
export type FieldRate = z.infer<typeof fieldRateSchema>

/** A figure that changed on several posts at once by a factor that posts do not change by. */
export const jumpSchema = z.object({
  since: instantSchema,
  lastAt: instantSchema,
  /** Posts that jumped, of those whose earlier figure is known, in the look that showed it. */
  jumped: places,
  of: places,
})
export type Jump = z.infer<typeof jumpSchema>

/** How well one kind of page of one site has been read: what drift is told by. */
export const readRatesSchema = z.object({
  /** `${platform}|${page}` */
  id: z.string(),
  platform: platformSchema,
  page: pageKindSchema,
  fields: z.record(z.string(), fieldRateSchema),
  /** Lengths of captions lately seen, in UTF-16 code units, oldest first; none while they are suspiciously short. */
  lengths: z.array(places).check(z.maxLength(60)),
  /** By field, e.g. `post.likes`. */
  jumps: z.record(z.string(), jumpSchema),
  lastAt: instantSchema,
})
export type ReadRates = z.infer<typeof readRatesSchema>

export const ratesId = (platform: string, page: string): string => `${platform}|${page}`

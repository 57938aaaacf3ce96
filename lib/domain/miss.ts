import * as z from 'zod/mini'
import { instantSchema, platformSchema } from './ids.ts'
import { pageKindSchema } from './observation.ts'

/** What an adapter could not read, per site, page kind and field: "Instagram: comments not found since 12 Nov". */
export const missSchema = z.object({
  /** `${platform}|${page}|${field}` */
  id: z.string(),
  platform: platformSchema,
  page: pageKindSchema,
  field: z.string(),
  tried: z.array(z.string()),
  /** First and last look without it since it was last found; `lastHitAt` null when never found. */
  firstMissAt: z.nullable(instantSchema),
  lastMissAt: z.nullable(instantSchema),
  lastHitAt: z.nullable(instantSchema),
  lastUrl: z.string(),
})
export type Miss = z.infer<typeof missSchema>

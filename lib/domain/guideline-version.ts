import * as z from 'zod/mini'
import { guidelineSchema } from './guideline.ts'
import { instantSchema, ulidSchema } from './ids.ts'

/** A guideline as it stood at one version: findings name the version they were made with. Never changed. */
export const guidelineVersionSchema = z.object({
  /** `${guidelineId}@${version}` */
  id: z.string().check(z.maxLength(60)),
  guidelineId: ulidSchema,
  version: z.number().check(z.int(), z.gte(1)),
  guideline: guidelineSchema,
  savedAt: instantSchema,
})
export type GuidelineVersion = z.infer<typeof guidelineVersionSchema>

/** The key of a stored version. */
export function versionId(guidelineId: string, version: number): string {
  return `${guidelineId}@${version}`
}

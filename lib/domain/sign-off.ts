import * as z from 'zod/mini'
import { hashSchema } from './draft.ts'
import { instantSchema, ulidSchema } from './ids.ts'

/** What a review sheet calls its answer, and which way of writing it this is. */
export const SIGN_OFF_FORMAT = 'rapport-sign-off'
export const SIGN_OFF_VERSION = 1

/** What somebody outside answered on a review sheet, as its file says. */
export const signOffSchema = z.object({
  draft: ulidSchema,
  sheet: ulidSchema,
  /** Number of the version that the sheet showed, and its hash. */
  draftVersion: z.number().check(z.int(), z.gte(1), z.lte(200)),
  hash: hashSchema,
  answer: z.enum(['approve', 'changes']),
  comment: z.string().check(z.maxLength(5_000)),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  at: instantSchema,
  /** HMAC-SHA-256 over all of the above under the sheet's key. */
  mac: hashSchema,
})
export type SignOff = z.infer<typeof signOffSchema>

/** What the HMAC is made over: the sheet's script writes the same. */
export function signedText({ mac: _mac, ...said }: SignOff): string {
  const { draft, sheet, draftVersion, hash, answer, comment, name, at } = said
  return JSON.stringify([
    SIGN_OFF_FORMAT,
    SIGN_OFF_VERSION,
    draft,
    sheet,
    draftVersion,
    hash,
    answer,
    comment,
    name,
    at,
  ])
}

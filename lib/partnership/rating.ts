import type { Plan } from '../domain/plan.ts'
import { RATING_FORMAT, RATING_VERSION, type RatingAnswer, ratingSchema, ratingText } from '../domain/rating.ts'
import { bytesOf, hmacOf } from '../text/sha256.ts'
import { readAnswer, type SignOffProblem } from './sign-off.ts'

/** Why an answer does not count here; words under `plan.refused.<code>`. */
export interface RatingRefusal {
  readonly code: 'unknown-sheet' | 'altered' | 'answered'
  readonly values: readonly string[]
}

/** Reads a returned rating, as a file or as pasted text, whoever made it; never throws. */
export function readRating(text: string): { readonly rating: RatingAnswer } | { readonly problem: SignOffProblem } {
  const read = readAnswer(text, { format: RATING_FORMAT, version: RATING_VERSION, schema: ratingSchema })
  return 'problem' in read ? read : { rating: read.answer }
}

/**
 * Holds a rating against its plan: the sheet must be one of its own, the answer as the sheet signed it, and not taken
 * in before. It says that nothing was altered on the way; who wrote it, it cannot prove, because the sheet carries the
 * key.
 */
export function checkRating(plan: Plan, rating: RatingAnswer): RatingRefusal | null {
  const no = (code: RatingRefusal['code']) => ({ code, values: [] })
  const sheet = plan.sheets.find(({ id }) => id === rating.sheet)
  if (!sheet || rating.plan !== plan.id) return no('unknown-sheet')
  if (hmacOf(bytesOf(sheet.secret), ratingText(rating)) !== rating.mac) return no('altered')
  const isTaken = plan.events.some(({ action }) => action.kind === 'rate' && action.sheetId === sheet.id)
  return isTaken ? no('answered') : null
}

import type { PartnerReview } from '../../domain/partner-review.ts'
import { isTimeZone } from '../../guidelines/window/wall-time.ts'
import { MessageError } from '../../messages/errors.ts'
import type { PartnerReviewAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { isDay } from '../../text/days.ts'
import { same } from '../record/same.ts'
import { decide, rememberName } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type ReviewMessages = `lookback.${'save' | 'delete' | 'restore'}`

/** How reviews of partners are kept (relationship.md B9). Messages may be repeated; what rests on an older state is refused. */
export function upkeepHandlers(deps: Pick<Deps, 'store' | 'bump' | 'now'>): Pick<Handlers, ReviewMessages> {
  const time = () => deps.now().toISOString()
  return {
    'lookback.save': async ({ seen, ...typed }) => {
      const { value } = await decide(deps, async (tx): Promise<{ value: PartnerReviewAnswer; changed: boolean }> => {
        const stored = await tx.reviews.get(typed.id)
        if (stored?.deletedAt) throw new MessageError('not-found', 'This review is not there any more.')
        if (!(await tx.partners.get(typed.partnerId)))
          throw new MessageError('not-found', 'This partner is not there any more.')
        const at = time()
        const stamps = stored ?? { createdAt: at, updatedAt: at, deletedAt: null }
        const { createdAt, updatedAt, deletedAt } = stamps
        const timeZone = isTimeZone(typed.timeZone) ? typed.timeZone : 'UTC'
        const review: PartnerReview = { ...typed, by: typed.by.trim(), timeZone, createdAt, updatedAt, deletedAt }
        if (stored && same(stored, review)) return { value: { review: stored, refused: null }, changed: false }
        if (stored && stored.updatedAt !== seen)
          return { value: { review: stored, refused: 'changed' }, changed: false }
        const days = [review.from, review.to, review.heldOn, review.nextOn].flatMap((day) => day ?? [])
        if (!days.every(isDay) || review.from > review.to)
          return { value: { review: stored, refused: 'badDay' }, changed: false }
        // Later with every save, also within one millisecond: what is seen is known by it.
        const last = stored ? Date.parse(stored.updatedAt) + 1 : 0
        const saved = { ...review, updatedAt: new Date(Math.max(Date.parse(at), last)).toISOString() }
        await tx.put('reviews', saved)
        if (saved.by !== '') await rememberName(tx, saved.by)
        return { value: { review: saved, refused: null }, changed: true }
      })
      return value
    },
    'lookback.delete': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'reviews', id, time()))).value,
    'lookback.restore': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'reviews', id, null))).value,
  }
}

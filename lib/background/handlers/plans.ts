import type { Plan } from '../../domain/plan.ts'
import { dayAt, isTimeZone } from '../../guidelines/window/wall-time.ts'
import { MessageError } from '../../messages/errors.ts'
import type { PlanAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { actOnPlan } from '../../partnership/plan.ts'
import { planFromIncident } from '../../partnership/plan-from-incident.ts'
import { checkRating } from '../../partnership/rating.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { hexOf } from '../../text/sha256.ts'
import { decide, rememberName } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type PlanMessages = `plan.${'make' | 'act' | 'sheet' | 'rating' | 'delete' | 'restore'}`
type Decided = { value: PlanAnswer; changed: boolean }

const unchanged = (plan: Plan, refused: PlanAnswer['refused'] = null): Decided => ({
  value: { plan, refused },
  changed: false,
})

async function keep(tx: StoreWriter, plan: Plan, outcome: ReturnType<typeof actOnPlan>): Promise<Decided> {
  if ('refused' in outcome) return unchanged(plan, outcome.refused)
  await tx.put('plans', outcome.plan)
  return { value: { plan: outcome.plan, refused: null }, changed: true }
}

/** What people decide about recovery plans (relationship.md B5). */
export function planHandlers(deps: Pick<Deps, 'store' | 'bump' | 'now' | 'newId'>): Pick<Handlers, PlanMessages> {
  const time = () => deps.now().toISOString()

  /** `seen`: events that the person had seen; null where that makes no difference. */
  const withPlan = async (
    id: string,
    eventId: string,
    seen: number | null,
    work: (tx: StoreWriter, plan: Plan) => Promise<Decided>,
  ): Promise<PlanAnswer> => {
    const { value } = await decide(deps, async (tx): Promise<Decided> => {
      const plan = await tx.plans.get(id)
      if (!plan || plan.deletedAt !== null) throw new MessageError('not-found', 'This plan is not there any more.')
      if (plan.events.some((event) => event.id === eventId)) return unchanged(plan)
      if (seen !== null && seen !== plan.events.length)
        return unchanged(plan, { code: 'changed', values: [plan.events.at(-1)?.by ?? ''] })
      return work(tx, plan)
    })
    return value
  }

  return {
    'plan.make': async ({ by, ...about }) => {
      const [promiseId, ...eventIds] = Array.from({ length: 4 }, () => deps.newId())
      const { value } = await decide(deps, async (tx) => {
        const stored = await tx.plans.get(about.id)
        if (stored) return { value: stored, changed: false }
        if (!(await tx.partners.get(about.partnerId)))
          throw new MessageError('not-found', 'This partner is not there any more.')
        if (by.trim() === '' || about.title.trim() === '')
          throw new MessageError('bad-message', 'A plan needs a title and the name of who begins it.')
        const { plans } = await tx.settings.get()
        const at = time()
        const timeZone = isTimeZone(about.timeZone) ? about.timeZone : 'UTC'
        const incident = about.incidentId === null ? null : await tx.incidents.get(about.incidentId)
        const today = dayAt(deps.now().getTime(), timeZone).date
        const begun = incident && promiseId !== undefined ? planFromIncident(incident, promiseId, today) : []
        const plan: Plan = {
          ...about,
          timeZone,
          gateDays: plans.gateDays,
          checkInEvery: plans.checkInEvery,
          checkInFor: plans.checkInFor,
          openedBy: by.trim(),
          events: begun.flatMap((action, i) => {
            const id = eventIds[i]
            return id === undefined ? [] : [{ id, at, by: by.trim(), action }]
          }),
          sheets: [],
          createdAt: at,
          updatedAt: at,
          deletedAt: null,
        }
        await tx.put('plans', plan)
        await rememberName(tx, by)
        return { value: plan, changed: true }
      })
      return value
    },

    'plan.act': ({ id, seen, eventId, by, action }) =>
      withPlan(id, eventId, seen, async (tx, plan) => {
        // A sheet is made with its key, and what a sheet answered is held against it: not by saying so.
        const isForged = action.kind === 'sheet' || (action.kind === 'rate' && action.sheetId !== null)
        if (isForged) throw new MessageError('bad-message', 'A rating sheet is made and answered by its own messages.')
        const done = await keep(tx, plan, actOnPlan(plan, { id: eventId, at: time(), by, action }))
        if (done.changed) await rememberName(tx, by)
        return done
      }),

    'plan.sheet': ({ id, seen, eventId, by }) => {
      const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)))
      return withPlan(id, eventId, seen, async (tx, plan) => {
        const at = time()
        const sheetId = deps.newId()
        const withSheet = { ...plan, sheets: [...plan.sheets, { id: sheetId, secret, at }].slice(-100) }
        const action = { kind: 'sheet' as const, sheetId }
        const done = await keep(tx, withSheet, actOnPlan(withSheet, { id: eventId, at, by, action }))
        return done.changed ? done : unchanged(plan, done.value.refused)
      })
    },

    'plan.rating': ({ eventId, rating }) =>
      withPlan(rating.plan, eventId, null, async (tx, plan) => {
        const refused = checkRating(plan, rating)
        if (refused) return unchanged(plan, refused)
        const { scores, comment, name, sheet } = rating
        const action = { kind: 'rate' as const, side: 'creator' as const, scores, comment, sheetId: sheet }
        return keep(tx, plan, actOnPlan(plan, { id: eventId, at: time(), by: name, action }))
      }),

    'plan.delete': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'plans', id, time()))).value,
    'plan.restore': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'plans', id, null))).value,
  }
}

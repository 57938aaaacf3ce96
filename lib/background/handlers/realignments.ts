import type { Realignment } from '../../domain/realignment.ts'
import { dayAt, isTimeZone } from '../../guidelines/window/wall-time.ts'
import { MessageError } from '../../messages/errors.ts'
import type { RealignmentAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { actOnSheet, isNewest, writeSheet } from '../../partnership/realignment.ts'
import { decide, rememberName } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type RealignmentMessages = `realignment.${'save' | 'act' | 'delete' | 'restore'}`
type Decided = { value: RealignmentAnswer; changed: boolean }

const unchanged = (sheet: Realignment | null, refused: RealignmentAnswer['refused'] = null): Decided => ({
  value: { sheet, refused },
  changed: false,
})

/** How change sheets are written, agreed to and reviewed (relationship.md B6). */
export function realignmentHandlers(deps: Pick<Deps, 'store' | 'bump' | 'now'>): Pick<Handlers, RealignmentMessages> {
  const time = () => deps.now().toISOString()

  return {
    'realignment.save': async ({ by, seen, content, title, ...about }) => {
      const { value } = await decide(deps, async (tx): Promise<Decided> => {
        const stored = await tx.realignments.get(about.id)
        if (stored?.deletedAt) throw new MessageError('not-found', 'This sheet is not there any more.')
        if (!(await tx.partners.get(about.partnerId)))
          throw new MessageError('not-found', 'This partner is not there any more.')
        if (stored && stored.updatedAt !== seen) {
          const isRepeated = isNewest(stored, content) && stored.title === title.trim()
          return isRepeated ? unchanged(stored) : unchanged(stored, { code: 'changed', values: [] })
        }
        const at = time()
        const timeZone = isTimeZone(about.timeZone) ? about.timeZone : 'UTC'
        const first = { ...content, n: 1, by: by.trim(), at }
        const stamps = { createdAt: at, updatedAt: at, deletedAt: null }
        const base: Realignment = stored ?? { ...about, title, timeZone, versions: [first], events: [], ...stamps }
        const { plans } = await tx.settings.get()
        const outcome = writeSheet(base, { title, content, by, at }, plans)
        if ('refused' in outcome) return unchanged(stored, outcome.refused)
        await tx.put('realignments', outcome.sheet)
        await rememberName(tx, by)
        return { value: { sheet: outcome.sheet, refused: null }, changed: true }
      })
      return value
    },

    'realignment.act': async ({ id, seen, eventId, by, action }) => {
      const { value } = await decide(deps, async (tx): Promise<Decided> => {
        const sheet = await tx.realignments.get(id)
        if (!sheet || sheet.deletedAt !== null) throw new MessageError('not-found', 'This sheet is not there any more.')
        if (sheet.events.some((event) => event.id === eventId)) return unchanged(sheet)
        if (seen !== sheet.updatedAt) return unchanged(sheet, { code: 'changed', values: [] })
        const { plans } = await tx.settings.get()
        const today = dayAt(deps.now().getTime(), sheet.timeZone).date
        const outcome = actOnSheet(sheet, { id: eventId, at: time(), by, action }, today, plans)
        if ('refused' in outcome) return unchanged(sheet, outcome.refused)
        await tx.put('realignments', outcome.sheet)
        await rememberName(tx, by)
        return { value: { sheet: outcome.sheet, refused: null }, changed: true }
      })
      return value
    },

    'realignment.delete': async ({ id }) =>
      (await decide(deps, (tx) => setDeleted(tx, 'realignments', id, time()))).value,
    'realignment.restore': async ({ id }) =>
      (await decide(deps, (tx) => setDeleted(tx, 'realignments', id, null))).value,
  }
}

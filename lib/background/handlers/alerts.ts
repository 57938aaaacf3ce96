import type { Handlers } from '../../messages/serve.ts'
import { instant } from '../record/post.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

/** The partner's id is the second part of an alert's. */
const partnerOf = (alertId: string): string[] => alertId.split('|').slice(1, 2)

/** What people decide of alerts; the alerts themselves are worked out from the record wherever they are shown. */
export function alertHandlers(deps: Deps): Pick<Handlers, 'alert.snooze' | 'alert.wake'> {
  return {
    'alert.snooze': async ({ id, until }) => {
      const decided = await decide(deps, async (tx) => {
        const state = { id, until: until === null ? null : (instant(until) ?? until), at: deps.now().toISOString() }
        await tx.put('alertStates', state)
        return { value: state, changed: true }
      })
      deps.lookAt(partnerOf(id))
      return decided.value
    },
    'alert.wake': async ({ id }) => {
      const decided = await decide(deps, async (tx) => {
        const woken = (await tx.alertStates.get(id)) !== null
        if (woken) await tx.remove('alertStates', id)
        return { value: { woken }, changed: woken }
      })
      deps.lookAt(partnerOf(id))
      return decided.value
    },
  }
}

import type { Handlers } from '../../messages/serve.ts'
import { instant } from '../record/post.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

/** What people decide of alerts; the alerts themselves are worked out from the record wherever they are shown. */
export function alertHandlers(deps: Deps): Pick<Handlers, 'alert.snooze' | 'alert.wake'> {
  return {
    'alert.snooze': async ({ id, until }) => {
      const decided = await decide(deps, async (tx) => {
        const state = { id, until: until === null ? null : (instant(until) ?? until), at: deps.now().toISOString() }
        await tx.put('alertStates', state)
        return { value: state, changed: true }
      })
      return decided.value
    },
    'alert.wake': async ({ id }) => {
      const decided = await decide(deps, async (tx) => {
        const woken = (await tx.alertStates.get(id)) !== null
        if (woken) await tx.remove('alertStates', id)
        return { value: { woken }, changed: woken }
      })
      return decided.value
    },
  }
}

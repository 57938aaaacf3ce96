import { webhookUrl } from '../../domain/notify.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

/** Where the team is told, and trying whether it is. */
export function notifyHandlers(
  deps: Deps,
): Pick<Handlers, 'webhook.save' | 'webhook.delete' | 'webhook.restore' | 'webhook.test'> {
  const mark = async (id: string, deletedAt: string | null) => {
    const decided = await decide(deps, async (tx) => {
      const webhook = await tx.webhooks.get(id)
      if (!webhook) throw new MessageError('not-found', 'There is no such webhook.')
      const value = { ...webhook, deletedAt, updatedAt: deps.now().toISOString() }
      await tx.put('webhooks', value)
      return { value, changed: true }
    })
    return decided.value
  }
  return {
    'webhook.save': async (input) => {
      const url = webhookUrl(input.url)
      if (!url)
        throw new MessageError('bad-message', 'A webhook’s address begins with https:// and has no password in it.')
      const decided = await decide(deps, async (tx) => {
        const at = deps.now().toISOString()
        const known = await tx.webhooks.get(input.id)
        const value = { ...input, url: url.href, createdAt: known?.createdAt ?? at, updatedAt: at, deletedAt: null }
        await tx.put('webhooks', value)
        return { value, changed: true }
      })
      return decided.value
    },
    'webhook.delete': ({ id }) => mark(id, deps.now().toISOString()),
    'webhook.restore': ({ id }) => mark(id, null),
    'webhook.test': async ({ id }) => {
      const webhook = await (await deps.store()).webhooks.get(id)
      if (!webhook || webhook.deletedAt !== null) throw new MessageError('not-found', 'There is no such webhook.')
      return deps.testWebhook(webhook)
    },
  }
}

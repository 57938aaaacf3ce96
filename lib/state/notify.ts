import type { Sending, Webhook } from '../domain/notify.ts'
import { originOf, webhookUrl } from '../domain/notify.ts'
import { createLive, type Live } from './live.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What has left this machine: the webhooks' requests, newest first, and how many. */
export interface Ledger {
  readonly rows: readonly Sending[]
  /** Tries, each of them one request. */
  readonly requests: number
}

export async function loadLedger(store: SurfacePorts['store']): Promise<Ledger> {
  const sendings = await store.sendings.all()
  return { rows: sendings.toReversed(), requests: sendings.reduce((sum, { tries }) => sum + tries.length, 0) }
}

export type WebhookInput = Pick<Webhook, 'url' | 'shape' | 'severities' | 'digest'>

/** Where the team is told, and what was sent there. */
export interface NotifyState {
  readonly webhooks: Live<Webhook[]>
  readonly ledger: Live<Ledger>
  /**
   * Asks for the permission and saves. To be called from the click itself. Why not, as a code under `notify.problem`;
   * null when it is saved.
   */
  add(input: WebhookInput): Promise<'address' | 'permission' | 'failed' | null>
  change(webhook: Webhook): Promise<void>
  /** Can be undone from the toast. The permission for its host goes with it, if no other webhook is there. */
  remove(webhook: Webhook): Promise<void>
  /** Sends a message now; what came of it, null when it could not even be asked for. */
  test(webhook: Webhook): Promise<Sending | null>
  /** Asks the browser to let notifications through; to be called from the click itself. */
  allowNotifications(): Promise<boolean>
}

export function createNotify({
  store,
  send,
  permissions,
  newId,
  toasts,
}: Pick<SurfacePorts, 'store' | 'send' | 'permissions' | 'newId'> & { toasts: Toasts }): NotifyState {
  const webhooks = createLive(() => store.webhooks.all())
  const ledger = createLive(() => loadLedger(store))
  const refresh = () => Promise.all([webhooks.refresh(), ledger.refresh()])
  const save = async ({ createdAt: _c, updatedAt: _u, deletedAt: _d, ...webhook }: Webhook) => {
    const done = await toasts.attempt(() => send('webhook.save', webhook))
    await refresh()
    return done
  }
  return {
    webhooks,
    ledger,
    async add(input) {
      const url = webhookUrl(input.url)
      if (!url) return 'address'
      if (!(await permissions.request([originOf(url)]))) return 'permission'
      return (await save({ ...input, id: newId(), createdAt: '', updatedAt: '', deletedAt: null })) ? null : 'failed'
    },
    async change(webhook) {
      await save(webhook)
    },
    async remove(webhook) {
      await toasts.attempt(async () => {
        await send('webhook.delete', { id: webhook.id })
        toasts.say('webhookRemoved', [], async () => {
          await send('webhook.restore', { id: webhook.id })
          await refresh()
        })
      })
      await refresh()
    },
    async test({ id }) {
      let sent: Sending | null = null
      await toasts.attempt(async () => {
        sent = await send('webhook.test', { id })
      })
      await refresh()
      return sent
    },
    allowNotifications: () => permissions.requestNotifications(),
  }
}

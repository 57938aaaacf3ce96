import { originOf, webhookUrl } from '../domain/notify.ts'
import type { Sending, Webhook } from '../domain/notify.ts'
import type { Store } from '../store/interface.ts'
import { nextTryAt } from '../watch/webhook-message.ts'

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 15_000
/** Requests that the ledger keeps after they have arrived or were given up; older ones leave. */
const LEDGER = 1_000
/** While one is on its way, a worker that wakes meanwhile leaves it alone for so long, in milliseconds. */
const UNDER_WAY = 60_000

export interface WebhookPort {
  readonly permissions: { contains(asked: { origins: string[] }): Promise<boolean> }
}

/**
 * The one thing in Rapport that sends anything: a message that the user's own settings ask for, to the address the user
 * typed, with the permission asked for it. Nothing comes along (no cookie, no referrer), no redirect is followed, and of
 * the answer only the status is looked at. Every try is in the ledger before it is made.
 */
export async function sendDue(store: Store, browser: WebhookPort, now: () => Date): Promise<{ nextAt: string | null }> {
  const waiting = (await store.sendings.all()).filter(({ state }) => state === 'waiting')
  for (const { id } of waiting) await sendOne(store, browser, id, now)
  await forgetOld(store)
  const left = (await store.sendings.all()).flatMap(({ nextAt }) => nextAt ?? [])
  return { nextAt: left.toSorted()[0] ?? null }
}

/** Sends one message if it is due; its row afterwards, null when there is none. */
export async function sendOne(
  store: Store,
  browser: WebhookPort,
  id: string,
  now: () => Date,
): Promise<Sending | null> {
  const at = now()
  const begun = await store.write(async (tx) => {
    const sending = await tx.sendings.get(id)
    const webhook = sending && (await tx.webhooks.get(sending.webhookId))
    if (!sending || sending.nextAt === null || sending.nextAt > at.toISOString()) return { sending, webhook: null }
    // Whoever took the webhook away wants nothing sent any more.
    if (!webhook || webhook.deletedAt !== null) {
      const ended: Sending = { ...sending, state: 'failed', nextAt: null }
      await tx.put('sendings', ended)
      return { sending: ended, webhook: null }
    }
    const bytes = new TextEncoder().encode(sending.body).length
    const tries = [...sending.tries, { at: at.toISOString(), status: null, bytes }]
    const begunNow = { ...sending, tries, nextAt: new Date(at.getTime() + UNDER_WAY).toISOString() }
    await tx.put('sendings', begunNow)
    return { sending: begunNow, webhook }
  })
  if (!begun.sending || !begun.webhook) return begun.sending
  const answer = await post(browser, begun.webhook, begun.sending.body)
  return store.write(async (tx) => {
    const sending = (await tx.sendings.get(id)) ?? begun.sending
    if (!sending) return null
    const ended = afterTry(sending, answer, now().getTime())
    await tx.put('sendings', ended)
    return ended
  })
}

/** HTTP status; null where there was no answer; `refused` where Rapport may not ask at all, which is no request. */
type Answer = number | null | 'refused'

function afterTry(sending: Sending, answer: Answer, now: number): Sending {
  const before = sending.tries.slice(0, -1)
  const last = sending.tries.at(-1)
  const tries = answer === 'refused' || !last ? before : [...before, { ...last, status: answer }]
  if (typeof answer === 'number' && answer >= 200 && answer < 300)
    return { ...sending, tries, state: 'sent', nextAt: null }
  const next = sending.kind === 'test' ? null : nextTryAt(Math.max(1, tries.length), now)
  return next === null
    ? { ...sending, tries, state: 'failed', nextAt: null }
    : { ...sending, tries, nextAt: new Date(next).toISOString() }
}

async function post(browser: WebhookPort, webhook: Webhook, body: string): Promise<Answer> {
  const url = webhookUrl(webhook.url)
  if (!url || !(await browser.permissions.contains({ origins: [originOf(url)] }))) return 'refused'
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return status
  } catch {
    return null
  }
}

async function forgetOld(store: Store): Promise<void> {
  const ended = (await store.sendings.all()).filter(({ state }) => state !== 'waiting')
  const old = ended.slice(0, Math.max(0, ended.length - LEDGER))
  if (old.length === 0) return
  await store.write(async (tx) => {
    for (const { id } of old) await tx.remove('sendings', id)
  })
}

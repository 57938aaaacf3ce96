import type { News, Sending, Webhook } from '../domain/notify.ts'
import { webhookUrl } from '../domain/notify.ts'
import type { Partner } from '../domain/partner.ts'
import type { Store } from '../store/interface.ts'
import type { Alert } from '../watch/alerts.ts'
import { gravestFirst, sortOut } from '../watch/alerts.ts'
import { announce, badgeCount, newsOf } from '../watch/announce.ts'
import { type Told, webhookBody } from '../watch/webhook-message.ts'
import { readAlerts } from './alerts.ts'
import type { Standards } from './judge.ts'
import { sendDue, type WebhookPort } from './webhook.ts'

/** Worked out again of every partner, and what is due sent. */
export const ANNOUNCE = 'alerts'
const SEND = 'webhooks'
const EVERY_MINUTES = 15
/** More alerts than this are one notification that counts them. */
const NAMED = 3

/** The browser, as far as telling people uses it. */
export interface AnnouncerPort extends WebhookPort {
  readonly action: { setBadgeText(details: { text: string }): Promise<void> }
  readonly alarms: {
    get(name: string): Promise<unknown>
    create(
      name: string,
      when: { periodInMinutes?: number; delayInMinutes?: number; when?: number },
    ): void | Promise<void>
  }
  /** Missing until the permission for it is given. */
  readonly notifications?: {
    create(id: string, options: { type: 'basic'; iconUrl: string; title: string; message: string }): Promise<string>
    clear(id: string): Promise<boolean>
    readonly onClicked: { addListener(listener: (id: string) => void): void }
  }
  readonly runtime: { getURL(path: string): string }
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>
      set(items: Record<string, unknown>): Promise<void>
    }
  }
}

/** Words of alerts, by the locale of the browser. */
export interface AnnouncerWords {
  readonly alert: (alert: Alert) => string
  readonly severity: (alert: Alert) => string
  /** "3 alerts need a look" */
  readonly count: (n: number) => string
  readonly digest: (n: number) => string
  readonly test: string
  readonly more: (n: number) => string
}

export interface Announcer {
  /** Works out the alerts of these partners again, of all where none are named, and tells what is news. */
  look(partnerIds?: Iterable<string>): Promise<void>
  /** A message to one webhook now, to see whether it arrives. */
  test(webhook: Webhook): Promise<Sending>
  /** What is waiting and due is sent. */
  send(): Promise<void>
  /** Registers what wakes the worker for it. */
  schedule(): Promise<void>
  onAlarm(name: string): Promise<void>
}

/**
 * Tells people of alerts: the number on the toolbar button, notifications, webhooks, the daily digest. What is open is
 * kept as news, one row an alert, so that each is told of once, also after a restart. One look at a time.
 */
export function createAnnouncer(deps: {
  readonly browser: AnnouncerPort
  readonly store: () => Promise<Store>
  readonly now: () => Date
  readonly newId: () => string
  /** IANA name of this machine's time zone. */
  readonly zone: () => string
  readonly words: AnnouncerWords
  readonly bump: () => Promise<void>
}): Announcer {
  const { browser, now, newId, words } = deps
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function look(partnerIds?: Iterable<string>): Promise<void> {
    const store = await deps.store()
    const wanted = partnerIds && new Set(partnerIds)
    const [looked, guidelines, settings, waivers, states] = await Promise.all([
      // A look at one feed does not read everyone.
      wanted ? readPartners(store, wanted) : store.partners.all(),
      store.guidelines.all(),
      store.settings.get(),
      store.waivers.all(),
      store.alertStates.all(),
    ])
    const alertsById = new Map<string, { alert: Alert; partner: Partner }>()
    const workOut = async (partner: Partner) => {
      const standards = { guidelines, settings, waivers } satisfies Omit<Standards, 'corrections'>
      const all = await store.read((record) => readAlerts(record, partner, standards, now()))
      const { shown } = sortOut(all, states, now().getTime())
      for (const alert of shown) alertsById.set(alert.id, { alert, partner })
      await keepNews(store, partner.id, newsOf(shown, await store.news.ofPartner(partner.id), now().getTime()))
    }
    for (const partner of looked) await workOut(partner)
    const there = new Set(looked.map(({ id }) => id))
    await dropNews(store, ({ partnerId }) => !there.has(partnerId) && (!wanted || wanted.has(partnerId)))
    const news = await store.news.all()
    await browser.action.setBadgeText({ text: badgeText(badgeCount(news, settings.notify)) })

    const webhooks = await store.webhooks.all()
    const told = announce(news, settings.notify, webhooks, {
      now: now().getTime(),
      zone: deps.zone(),
      digestedAt: await digestedAt(),
    })
    // Told of in an earlier look that could not say it: its words are worked out again.
    const known = async (items: readonly News[]) => {
      const missing = new Set(items.filter(({ id }) => !alertsById.has(id)).map(({ partnerId }) => partnerId))
      for (const partner of await readPartners(store, missing)) await workOut(partner)
      return items.flatMap(({ id }) => alertsById.get(id) ?? []).toSorted((a, b) => gravestFirst(a.alert, b.alert))
    }
    const at = now().toISOString()
    const queued = await Promise.all(
      told.webhooks.map(async ({ webhook, news: items }) =>
        messageTo(webhook, 'alert', words.count(items.length), await known(items)),
      ),
    )
    const everything = told.digest ? await known(news) : []
    if (told.digest)
      for (const webhook of webhooks.filter(({ digest }) => digest))
        queued.push(messageTo(webhook, 'digest', words.digest(everything.length), everything))
    const notes = await known(told.notify)
    await store.write(async (tx) => {
      for (const item of told.told) await tx.put('news', { ...item, toldAt: at })
      for (const sending of queued) await tx.put('sendings', sending)
    })
    if (told.digest) {
      await browser.storage.local.set({ digestedAt: now().getTime() })
      await notify('digest', words.digest(everything.length), everything)
    }
    if (notes.length > NAMED) await notify('alerts', words.count(notes.length), notes)
    else
      for (const { alert, partner } of notes)
        await notify(`alert ${partner.id} ${alert.id}`, partner.name, [{ alert, partner }])
    if (queued.length > 0) await send()
  }

  function messageTo(
    webhook: Webhook,
    kind: Told['kind'],
    title: string,
    alerts: readonly { alert: Alert; partner: Partner }[],
  ): Sending {
    const at = now().toISOString()
    const body = webhookBody(webhook.shape, {
      kind,
      title: `Rapport: ${title}`,
      alerts: alerts.map(({ alert, partner }) => ({
        id: alert.id,
        severity: alert.severity,
        severityWord: words.severity(alert),
        partner: partner.name,
        why: words.alert(alert),
        since: alert.since,
      })),
      more: words.more,
    })
    const host = webhookUrl(webhook.url)?.host ?? ''
    return {
      id: newId(),
      webhookId: webhook.id,
      host,
      kind,
      body,
      tries: [],
      nextAt: at,
      state: 'waiting',
      createdAt: at,
    }
  }

  async function notify(id: string, title: string, alerts: readonly { alert: Alert; partner: Partner }[]) {
    const lines = alerts.slice(0, NAMED).map(({ alert, partner }) => {
      const why = words.alert(alert)
      return alerts.length === 1 ? why : `${partner.name}: ${why}`
    })
    // A browser without them, or whose user took the permission back, is not told; nothing else depends on it.
    await browser.notifications
      ?.create(id, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title,
        message: lines.join('\n'),
      })
      .catch(() => undefined)
  }

  async function digestedAt(): Promise<number> {
    const { digestedAt: at } = await browser.storage.local.get('digestedAt')
    if (typeof at === 'number') return at
    const since = now().getTime()
    await browser.storage.local.set({ digestedAt: since })
    return since
  }

  async function send(): Promise<void> {
    const { nextAt } = await sendDue(await deps.store(), browser, now)
    if (nextAt !== null)
      await browser.alarms.create(SEND, { when: Math.max(Date.parse(nextAt), now().getTime() + 30_000) })
    await deps.bump()
  }

  // While one look is at work, what else is asked for becomes one next look.
  let waiting: { ids: Set<string> | null; done: Promise<void> } | null = null
  function lookSoon(partnerIds?: Iterable<string>): Promise<void> {
    if (waiting) {
      if (!partnerIds) waiting.ids = null
      for (const id of partnerIds ?? []) waiting.ids?.add(id)
      return waiting.done
    }
    const next = { ids: partnerIds ? new Set(partnerIds) : null, done: Promise.resolve() }
    waiting = next
    next.done = inTurn(() => {
      waiting = null
      return look(next.ids ?? undefined)
    })
    return next.done
  }

  return {
    look: lookSoon,
    send: () => inTurn(send),
    test: (webhook) =>
      inTurn(async () => {
        const store = await deps.store()
        const message = messageTo(webhook, 'test', words.test, [])
        await store.write((tx) => tx.put('sendings', message))
        await send()
        return (await store.sendings.get(message.id)) ?? message
      }),
    async schedule() {
      if (!(await browser.alarms.get(ANNOUNCE)))
        await browser.alarms.create(ANNOUNCE, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES })
    },
    async onAlarm(name) {
      if (name === ANNOUNCE) await lookSoon()
      if (name === ANNOUNCE || name === SEND) await inTurn(send)
    },
  }
}

/** The partner's news as they are now: what is no alert any more leaves, so that it is news again when it returns. */
async function keepNews(store: Store, partnerId: string, news: readonly News[]): Promise<void> {
  await store.write(async (tx) => {
    const ids = new Set(news.map(({ id }) => id))
    const before = new Map((await tx.news.ofPartner(partnerId)).map((one) => [one.id, one]))
    for (const id of before.keys()) if (!ids.has(id)) await tx.remove('news', id)
    for (const one of news) if (JSON.stringify(before.get(one.id)) !== JSON.stringify(one)) await tx.put('news', one)
  })
}

/** News of partners who are partners no more. */
async function readPartners(store: Store, ids: ReadonlySet<string>): Promise<Partner[]> {
  const found = await Promise.all([...ids].map((id) => store.partners.get(id)))
  return found.flatMap((partner) => (partner?.deletedAt === null ? partner : []))
}

async function dropNews(store: Store, isOver: (news: News) => boolean): Promise<void> {
  const over = (await store.news.all()).filter(isOver)
  if (over.length === 0) return
  await store.write(async (tx) => {
    for (const { id } of over) await tx.remove('news', id)
  })
}

/** Four characters fit. */
const badgeText = (open: number): string => (open === 0 ? '' : open > 99 ? '99+' : String(open))

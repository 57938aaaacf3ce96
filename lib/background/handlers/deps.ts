import type { Sending, Webhook } from '../../domain/notify.ts'
import type { Observation } from '../../domain/observation.ts'
import type { Partner } from '../../domain/partner.ts'
import type { Health } from '../../health/types.ts'
import type { Store, StoreReader, StoreWriter } from '../../store/interface.ts'
import type { Judge } from '../judge.ts'
import type { PageDataKeeper } from '../page-data.ts'
import type { PermissionsPort } from '../permissions.ts'
import type { TabContextPort } from '../tab-context.ts'

/** The browser, as far as messages make the background use it. */
export interface HandlersPort extends TabContextPort {
  readonly scripting: PermissionsPort['scripting']
  readonly action: {
    setBadgeText(details: { tabId: number; text: string }): Promise<void>
  }
  readonly tabs: TabContextPort['tabs'] & { create(properties: { url: string }): Promise<unknown> }
  readonly runtime: { getURL(path: string): string }
  /** Chromium only. */
  readonly sidePanel?: { open(options: { tabId: number }): Promise<void> }
}

/** What the handlers work with. */
export interface Deps {
  readonly browser: HandlersPort
  /** Its weights are read when it is first asked for. Never awaited inside a unit of work. */
  readonly judge: () => Promise<Judge>
  readonly now: () => Date
  /** A fresh ULID. */
  readonly newId: () => string
  /** The record; opening it again where an earlier try failed. */
  readonly store: () => Promise<Store>
  readonly healthOf: (store: StoreReader, partner: Partner, now: Date) => Promise<Health>
  /** Registers content scripts for what is allowed now. */
  readonly syncSites: (inject: 'new' | 'all') => Promise<string[]>
  /** Tells open pages that the record has changed. */
  readonly bump: () => Promise<void>
  /** Judges stored posts again where they rest on an old basis; goes on after the reply. */
  readonly rescore: () => Promise<void>
  /** Makes the summaries that are out of date anew; how many. */
  readonly summarize: () => Promise<number>
  /** Ends that before it is done, until `rescore` is called again. */
  readonly stopRescoring: () => Promise<void>
  /** What pages say of themselves besides what they show. */
  readonly pageData: {
    complete: PageDataKeeper['complete']
    /** Goes on after the reply. */
    read: (tabId: number, observation: Observation) => void
  }
  /** A message to a webhook, now; how it went. */
  readonly testWebhook: (webhook: Webhook) => Promise<Sending>
  /** The record of these partners changed, of all where none are named: what is news is told, after the reply. */
  readonly lookAt: (partnerIds?: Iterable<string>) => void
  /** The same of what pages showed, once they pause. */
  readonly lookSoon: (partnerIds: Iterable<string>) => void
  /** Tells content scripts that what badges show has changed. */
  readonly refreshBadges: () => Promise<void>
}

/**
 * One human decision: written in one unit of work, told to open pages afterwards. `changed` false means that
 * it was a repetition and nothing was written.
 */
export async function decide<T>(
  { store, bump }: Pick<Deps, 'store' | 'bump'>,
  work: (tx: StoreWriter) => Promise<{ value: T; changed: boolean }>,
): Promise<{ value: T; changed: boolean }> {
  const opened = await store()
  const decided = await opened.write(work)
  if (decided.changed) await bump()
  return decided
}

/** Whoever decides on this machine types their name once, for everything that is signed with it. */
export async function rememberName(tx: StoreWriter, by: string): Promise<void> {
  const settings = await tx.settings.get()
  const reviewer = by.trim()
  if (reviewer !== '' && reviewer !== settings.approval.reviewer)
    await tx.putSettings({ ...settings, approval: { ...settings.approval, reviewer } })
}

import type { Severity } from '../domain/guideline.ts'
import type { News, NotifySettings, Webhook } from '../domain/notify.ts'
import type { Alert } from './alerts.ts'
import { isDigestDue, isQuiet } from './quiet.ts'

const rank: Record<Severity, number> = { low: 0, medium: 1, high: 2 }

/** Whether a severity reaches a threshold; null is reached by nothing. */
export const reaches = (severity: Severity, threshold: Severity | null): boolean =>
  threshold !== null && rank[severity] >= rank[threshold]

/**
 * What is known of a partner's open alerts now, from those known before. One that was told of stays so while only its
 * numbers change; one that became graver, or that had ended and is back, is news again (relationship.md B8).
 * `alerts`: without those that a person put off, which are no news.
 */
export function newsOf(alerts: readonly Alert[], before: readonly News[], now: number): News[] {
  const known = new Map(before.map((news) => [news.id, news]))
  return alerts.map(({ id, partnerId, severity }) => {
    const old = known.get(id)
    const at = new Date(now).toISOString()
    if (!old) return { id, partnerId, severity, toldAt: null, at }
    return { ...old, severity, toldAt: rank[severity] > rank[old.severity] ? null : old.toldAt }
  })
}

/** Whom to tell what now. */
export interface Announcement {
  /** For one notification of the browser. */
  readonly notify: readonly News[]
  readonly webhooks: readonly { readonly webhook: Webhook; readonly news: readonly News[] }[]
  /** Everything that counts as told from now on: also what reaches no threshold, so that switching something on is quiet. */
  readonly told: readonly News[]
  readonly digest: boolean
}

const SILENCE: Announcement = { notify: [], webhooks: [], told: [], digest: false }

/**
 * What to tell at `now` (epoch milliseconds) of the open alerts. In quiet hours nothing, and nothing counts as told: it
 * comes afterwards. `digestedAt`: when the last daily digest was made, or the digest was switched on.
 */
export function announce(
  news: readonly News[],
  settings: NotifySettings,
  webhooks: readonly Webhook[],
  { now, zone, digestedAt }: { now: number; zone: string; digestedAt: number },
): Announcement {
  if (isQuiet(settings.quiet, now, zone)) return SILENCE
  const fresh = news.filter(({ toldAt }) => toldAt === null)
  return {
    notify: fresh.filter(({ severity }) => reaches(severity, settings.notification)),
    webhooks: webhooks
      .map((webhook) => ({ webhook, news: fresh.filter(({ severity }) => webhook.severities.includes(severity)) }))
      .filter((one) => one.news.length > 0),
    told: fresh,
    digest: settings.digestAt !== null && isDigestDue(settings.digestAt, digestedAt, now, zone),
  }
}

/** How many open alerts the toolbar button shows. */
export const badgeCount = (news: readonly News[], { badge }: NotifySettings): number =>
  news.filter(({ severity }) => reaches(severity, badge)).length

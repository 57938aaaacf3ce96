import type { Assessment } from '../../domain/assessment.ts'
import { accountKey, postKey } from '../../domain/ids.ts'
import { wantsWording } from '../../domain/open-finding.ts'
import type { Finding, Verdict } from '../../domain/finding.ts'
import type { Observation } from '../../domain/observation.ts'
import type { Partner } from '../../domain/partner.ts'
import type { Settings } from '../../domain/settings.ts'
import { standingVerdict } from '../../domain/vetting.ts'
import type { Vetting } from '../../domain/vetting.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Badge, Chip, PageVerdict, PostCard } from '../../messages/protocol.ts'
import type { Caller, Handlers } from '../../messages/serve.ts'
import { siteOf } from '../../sites/index.ts'
import { wholeHandle, wholeId } from '../../sites/whole-names.ts'
import type { Store } from '../../store/interface.ts'
import { beginningOf } from '../../text/beginning.ts'
import { withhold } from '../../watch/drift.ts'
import { createSurroundings } from '../around.ts'
import { ingest } from '../ingest.ts'
import type { Ingested } from '../ingest.ts'
import { readStandards } from '../judge.ts'
import type { Opinion, Standards } from '../judge.ts'
import { CARD_SCRIPT, injectScript, REPAIR_SCRIPT } from '../permissions.ts'
import { mayRead } from '../tab-context.ts'
import { repairsFor } from '../repairs.ts'
import { forgetMisses, readTab, rememberLook, writeTab } from '../tab-memory.ts'
import { alarmsHere } from '../take-rates.ts'
import { leavePage } from '../tabs.ts'
import { untranslated } from '../untranslated.ts'
import { withWrittenDates } from '../written-dates.ts'
import { decide } from './deps.ts'
import type { Deps, HandlersPort } from './deps.ts'

type PageMessages = 'page.seen' | 'post.card' | 'card.inject' | 'panel.open' | 'site.hide'

/** What content scripts ask. */
export function pageHandlers(deps: Deps): Pick<Handlers, PageMessages> {
  const { browser, now } = deps
  return {
    'page.seen': async (shown, caller) => {
      await checkAllowed(browser, caller)
      const store = await deps.store()
      const settings = await store.settings.get()
      const isTab = caller.kind === 'content'
      const completed = isTab ? deps.pageData.complete(caller.tabId, shown) : shown
      const sighting = untranslated({ ...completed, observation: withWrittenDates(completed.observation) })
      const { observation } = sighting
      checkPlatform(observation.platform, observation.url, settings)
      const repairs = await repairsFor(store, observation.platform)
      if (repairs.key !== (sighting.repairsKey ?? '')) {
        if (caller.kind === 'content') {
          await injectScript(browser, caller.tabId, REPAIR_SCRIPT)
          await forgetMisses(browser.storage.session, caller.tabId)
        }
        return { overlay: true, chip: null, badges: [], repairs }
      }
      const ingested = await ingest(store, await deps.judge(), sighting, now())
      if (ingested.changed) await deps.bump()
      if (ingested.partnerIds.size > 0) deps.lookSoon(ingested.partnerIds)
      const verdict = await verdictOf(deps, store, settings, sighting.checkAll, ingested)
      if (!isTab) return verdict
      await rememberTab(deps, caller.tabId, sighting, verdict.badges)
      const isJudged = verdict.badges.length > 0 || verdict.chip?.partnerId != null
      if (shown.sinceLoad && isJudged) deps.pageData.read(caller.tabId, observation)
      return verdict
    },

    'post.card': async ({ platform, post: asked }, caller) => {
      await checkAllowed(browser, caller)
      const store = await deps.store()
      const standards = await readStandards(store)
      if (caller.kind === 'content') checkPlatform(platform, caller.url.href, standards.settings)
      const address = caller.kind === 'content' ? caller.url.href : (asked.url ?? '')
      const memory = caller.kind === 'content' ? await readTab(browser.storage.session, caller.tabId) : null
      const [seen = asked] = withhold([asked], memory ? await alarmsHere(store, memory, now()) : [])
      const stored =
        seen.id === null ? null : await store.posts.get(postKey(platform, wholeId(platform, seen.id, address)))
      const { handle } = seen.author
      const account = stored?.account ?? (handle && accountKey(platform, wholeHandle(platform, handle, address)))
      const partner = account ? await store.partners.byAccount(account) : null
      const assessment = stored && partner ? await store.assessments.get(stored.id) : null
      const revisions = stored ? await store.revisions.ofPost(stored.id) : []
      const known = stored && assessment ? { text: stored.text, ...opinionOf(assessment) } : null
      const judge = await deps.judge()
      const seenAt = now().toISOString()
      const shown = known ?? { text: seen.text, ...judge.consider(platform, null, seen, seenAt, partner, standards) }
      const reword = async () =>
        known && stored && partner
          ? judge.correct(
              stored,
              await store.comments.ofPost(stored.id),
              partner,
              standards,
              await createSurroundings(store, standards)(stored, partner),
            )
          : judge.suggest(platform, null, seen, seenAt, partner, standards)
      return {
        platform,
        externalId: seen.id ?? '',
        url: seen.url,
        publishedAt: seen.publishedAt,
        text: shown.text,
        tracked: partner !== null,
        partner: partner && { id: partner.id, name: partner.name },
        verdict: shown.verdict,
        findings: shown.findings,
        correction: shown.findings.some(wantsWording) ? await reword() : null,
        tone: shown.tone,
        mood: shown.mood,
        revisions: revisions.length,
        firstSeenAt: stored?.firstSeenAt ?? null,
      } satisfies PostCard
    },

    'card.inject': async (_input, caller) => {
      const { tabId } = contentOf(caller)
      if (!(await injectScript(browser, tabId, CARD_SCRIPT)))
        throw new MessageError('not-allowed', 'The browser does not let the card into this page.')
      return { ok: true }
    },

    // Not async, and nothing before `open`: the click that sent the message must still count.
    'panel.open': (_input, caller) => {
      const { tabId } = contentOf(caller)
      if (!browser.sidePanel) return { opened: false }
      return browser.sidePanel.open({ tabId }).then(
        () => ({ opened: true }),
        () => ({ opened: false }),
      )
    },

    'site.hide': async ({ platform, hidden }, caller) => {
      await checkAllowed(browser, caller)
      const { value, changed } = await decide(deps, async (tx) => {
        const settings = await tx.settings.get()
        if (caller.kind === 'content') checkPlatform(platform, caller.url.href, settings)
        if (settings.hiddenOn.includes(platform) === hidden) return { value: settings, changed: false }
        const others = settings.hiddenOn.filter((id) => id !== platform)
        const next = { ...settings, hiddenOn: hidden ? [...others, platform] : others }
        await tx.putSettings(next)
        return { value: next, changed: true }
      })
      if (changed) await deps.refreshBadges()
      return value
    },
  }
}

/**
 * A page is heard only while the user allows it. One that is refused ends its overlay, and what its tab has shown
 * is forgotten.
 */
export async function checkAllowed(browser: HandlersPort, caller: Caller): Promise<void> {
  if (caller.kind !== 'content' || (await mayRead(browser, caller.tabId, caller.url.href))) return
  await leavePage(browser, caller.tabId)
  throw new MessageError('not-allowed', 'This site is not allowed any more.')
}

/** The adapter that an observation names must be the one that reads that address. */
export function checkPlatform(platform: string, url: string, settings: Settings): void {
  if (siteOf(url, settings.ownHosts)?.id !== platform)
    throw new MessageError('not-allowed', `This page is not read as ${platform}.`)
}

function contentOf(caller: Caller): Extract<Caller, { kind: 'content' }> {
  if (caller.kind !== 'content') throw new MessageError('not-allowed', 'Only a page may ask for this.')
  return caller
}

interface Look {
  readonly observation: Observation
  readonly misses: Parameters<typeof rememberLook>[2]
}

async function verdictOf(
  deps: Deps,
  store: Store,
  settings: Settings,
  checkAll: boolean,
  { observation, assessments }: Ingested,
): Promise<PageVerdict> {
  if (settings.hiddenOn.includes(observation.platform)) return { overlay: false, chip: null, badges: [] }
  let standards: Standards | null = null
  const badges: Badge[] = []
  for (const seen of observation.posts) {
    if (seen.id === null) continue
    const assessment = assessments.get(seen.id)
    if (assessment) badges.push(badgeOf(seen.id, opinionOf(assessment)))
    else if (checkAll) {
      standards ??= await readStandards(store)
      const judge = await deps.judge()
      const { platform, lang, seenAt } = observation
      badges.push(badgeOf(seen.id, judge.consider(platform, lang, seen, seenAt, null, standards)))
    }
  }
  return { overlay: true, chip: await chipOf(deps, store, observation), badges }
}

async function chipOf(deps: Deps, store: Store, { platform, url, profile }: Observation): Promise<Chip | null> {
  if (!profile?.handle) return null
  const handle = wholeHandle(platform, profile.handle, url)
  const key = accountKey(platform, handle)
  const [partner, vetting]: [Partner | null, Vetting | null] = await Promise.all([
    store.partners.byAccount(key),
    store.vettings.byAccount(key),
  ])
  return {
    platform,
    handle,
    partnerId: partner?.id ?? null,
    health: partner && (await store.read((record) => deps.healthOf(record, partner, deps.now()))),
    ...rejectionOf(vetting),
  }
}

/** Longest reason on a chip; the whole one stands in the popup, the panel and on the sheet. */
const CHIP_REASON = 80

/** Day, decider and reason, where a sheet's last decision is a no. */
function rejectionOf(vetting: Vetting | null): Pick<Chip, 'rejected'> {
  const verdict = vetting && standingVerdict(vetting)
  if (verdict?.decision !== 'reject') return {}
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(verdict.at))
  return { rejected: [day, verdict.by, beginningOf(verdict.reason, CHIP_REASON)] }
}

function opinionOf({ verdict, findings, tone, mood }: Assessment): Opinion {
  return { verdict, findings, tone, mood }
}

const byStatus: Record<string, number> = { fail: 0, missing: 0, buried: 1, ambiguous: 1, review: 2 }
const bySeverity: Record<Finding['severity'], number> = { high: 0, medium: 1, low: 2 }

function badgeOf(externalId: string, { verdict, findings, mood }: Opinion): Badge {
  const worst = findings
    .filter(({ status, weight, waived }) => weight === 'must' && byStatus[status] !== undefined && !waived)
    .toSorted(
      (a, b) =>
        (byStatus[a.status] ?? 9) - (byStatus[b.status] ?? 9) || bySeverity[a.severity] - bySeverity[b.severity],
    )[0]
  return {
    externalId,
    verdict,
    reason: worst ? { code: worst.reason, values: worst.values } : null,
    mood: mood.n > 0 ? mood : null,
  }
}

/** The tab's memory and the number on the toolbar button. The page may be gone by now: then neither matters. */
async function rememberTab(deps: Deps, tabId: number, look: Look, badges: readonly Badge[]): Promise<void> {
  const verdicts = new Map<string, Verdict>(badges.map((badge) => [badge.externalId, badge.verdict]))
  const { session } = deps.browser.storage
  try {
    const memory = rememberLook(await readTab(session, tabId), look.observation, look.misses, verdicts)
    await writeTab(session, tabId, memory)
    await deps.browser.action.setBadgeText({ tabId, text: badgeText(memory.fails.length) })
  } catch {
    // The tab was closed, or session storage is full; the record itself is safe.
  }
}

/** Four characters fit. */
export function badgeText(fails: number): string {
  if (fails === 0) return ''
  return fails > 99 ? '99+' : String(fails)
}

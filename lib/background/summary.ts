import type { Partner } from '../domain/partner.ts'
import { EVERYONE, type Summary } from '../domain/summary.ts'
import { isTimeZone, nextDay } from '../guidelines/window/wall-time.ts'
import { cadenceFor } from '../health/cadence.ts'
import { communicationOf } from '../health/reply-times.ts'
import type { Health } from '../health/types.ts'
import { clockOf } from '../partnership/approval-clock.ts'
import { progressOf } from '../partnership/approval.ts'
import { dueItems } from '../partnership/due.ts'
import type { Store, StoreReader } from '../store/interface.ts'
import type { Alert, AlertKind } from '../watch/alerts.ts'
import { lostFields } from '../watch/drift.ts'
import type { DueLook } from '../watch/due-look.ts'
import { readAlerts } from './alerts.ts'
import { type AwaitedDelivery, readDueLooks, readUpcoming } from './due-looks.ts'
import { readChange, readHealth } from './health.ts'
import { readIncidentsAt } from './incidents-at.ts'
import { readStandards, type Standards } from './judge.ts'

/** What lists and pages say of a partner at one moment. */
export interface PartnerSummary {
  readonly health: Health
  /** Points gained or lost in 30 days; null where one of the moments has no score. */
  readonly change: number | null
  /** The gravest first; what people put off is among them. */
  readonly alerts: readonly Alert[]
  readonly posts: number
  /** When one of its newest posts was last on screen; null when none was. */
  readonly lastSeenAt: string | null
  /** Posts by verdict; what needs no look is not counted. */
  readonly fail: number
  readonly review: number
  /** What nobody has looked at for too long. */
  readonly looks: readonly DueLook[]
  /** What is to be delivered within `UPCOMING_DAYS` and a day, for no summary is older; by due date. */
  readonly upcoming: readonly AwaitedDelivery[]
}

/** Grows with every change of what a summary holds or how it is worked out. */
const SHAPE = 3
/** Deliverables due within these days are upcoming. */
export const UPCOMING_DAYS = 14
const MINUTE = 60_000
const DAY = 86_400_000
/** A summary in which hours are counted is made again after so long. */
const TICK_MS = 10 * MINUTE
/** Comments this new may make or end an alert by the hour (relationship.md B3). */
const HEARD_MS = 2 * DAY
/** What a row of the partners table looks at for when a partner was last seen. */
const NEWEST = 20
/** Partners in one unit of work, and partners after which open pages are told. */
const SLICE = 10
const TOLD = 100
/** So few that are out of date are worked out before a list is shown. */
const FEW = 3

/** Alerts that come and go with what is written, or with the day: no hours are counted in them. */
const still: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'disclosure-missing',
  'guideline-failed',
  'silent-edit',
  'engagement-drop',
  'saturation',
  'out-of-touch',
  'check-in-due',
  'gate-due',
  'promise-due',
  'metric-due',
  'partner-review-due',
  'review-due',
  'agreement-review',
])

type Held = Pick<Standards, 'guidelines' | 'settings' | 'waivers'>

/** Works a partner's summary out from the record: what is kept of it is only ever a copy of this. */
export async function summarize(
  store: StoreReader,
  partner: Partner,
  standards: Held,
  now: Date,
): Promise<{ value: PartnerSummary; until: Date }> {
  const accounts = [...new Set(partner.accountKeys)]
  const { isSuspended } = await readIncidentsAt(store, partner.id, now.toISOString())
  const [health, alerts, counts, newest, assessments, looks, upcoming, until] = await Promise.all([
    readHealth(store, partner, now),
    readAlerts(store, partner, standards, now),
    Promise.all(accounts.map((account) => store.posts.countOfAccount(account))),
    store.posts.ofPartner(partner.id, { limit: NEWEST }),
    Promise.all(accounts.map((account) => store.assessments.ofAccount(account))),
    readDueLooks(store, partner, standards.settings, now.getTime()),
    readUpcoming(store, partner, standards.settings, isSuspended, now.getTime(), UPCOMING_DAYS + 1),
    steadyUntil(store, partner, standards, now.getTime()),
  ])
  const verdicts = assessments.flat().map(({ verdict }) => verdict)
  const seen = newest.map((post) => post.lastSeenAt).toSorted()
  const isHeard = seen.some((at) => now.getTime() - Date.parse(at) < HEARD_MS)
  const ticks = isHeard || alerts.some(({ kind }) => !still.has(kind))
  return {
    value: {
      health,
      change: await readChange(store, partner, health, now),
      alerts,
      posts: counts.reduce((sum, count) => sum + count, 0),
      lastSeenAt: seen.at(-1) ?? null,
      fail: verdicts.filter((verdict) => verdict === 'fail').length,
      review: verdicts.filter((verdict) => verdict === 'review').length,
      looks,
      upcoming,
    },
    until: new Date(Math.min(until, ticks ? now.getTime() + TICK_MS : Number.POSITIVE_INFINITY)),
  }
}

/**
 * The moment from which on time alone may change what is said of a partner: the next due date or turn of the cadence;
 * soon, while a reply or a draft is waited for; else the next day, for all windows are of days: of UTC, and of the zones
 * that agreements, plans and change sheets count their days in.
 */
async function steadyUntil(store: StoreReader, partner: Partner, { settings }: Held, now: number): Promise<number> {
  const [contacts, deliverables, drafts, plans, sheets, reviews, agreements] = await Promise.all([
    store.contacts.ofPartner(partner.id),
    store.deliverables.ofPartner(partner.id),
    store.drafts.ofPartner(partner.id),
    store.plans.ofPartner(partner.id),
    store.realignments.ofPartner(partner.id),
    store.reviews.ofPartner(partner.id),
    store.agreements.ofPartner(partner.id),
  ])
  const zones = new Set(['UTC', ...[...agreements, ...plans, ...sheets].map(({ timeZone }) => timeZone)])
  const { replyFloorHours: floorHours, replyMultiple: multiple } = settings.health
  const cadence = cadenceFor(partner, contacts, settings.health, now)
  const waits =
    communicationOf(contacts, now, { floorHours, multiple }).open !== null ||
    drafts.some((draft) => clockOf(progressOf(draft), now, settings.approval) !== null)
  const turns = [
    ...deliverables.map(({ dueAt }) => Date.parse(dueAt)),
    // What is due is said from its day on; that its day is over, the day after, on its own clocks.
    ...dueItems(plans, sheets, now, reviews).flatMap(({ at, overAt }) => [at, overAt]),
    ...(cadence ? [Date.parse(cadence.dueAt), Date.parse(cadence.overdueAt)] : []),
    ...[...zones].filter(isTimeZone).map((zone) => nextDay(now, zone)),
  ]
  return Math.min(...(waits ? [now + TICK_MS] : []), ...turns.filter((turn) => turn > now))
}

/** A partner with what is known of it; `value` null: nothing yet. */
export interface Summarised {
  readonly partner: Partner
  readonly value: PartnerSummary | null
  readonly isFresh: boolean
}

/** Everyone with their summaries as they are kept, and whether each still holds; reads no posts. */
async function readKept(store: StoreReader, now: number): Promise<{ ground: string; all: Summarised[] }> {
  const [partners, summaries, touched, rates] = await Promise.all([
    store.partners.all(),
    store.summaries.all(),
    store.touched.all(),
    store.readRates.all(),
  ])
  const marks = new Map(touched.map(({ id, mark }) => [id, mark]))
  const ground = groundOf(marks.get(EVERYONE), lostFields(rates, now).keys())
  const kept = new Map(summaries.map((summary) => [summary.id, summary]))
  return {
    ground,
    all: partners.map((partner) => {
      const summary = kept.get(partner.id) ?? null
      const value = summary && valueOf(summary)
      const isFresh = value !== null && !marks.has(partner.id) && holds(summary, ground, now)
      return { partner, value, isFresh }
    }),
  }
}

const groundOf = (mark: string | undefined, lost: Iterable<string>) =>
  [SHAPE, mark ?? '', ...[...lost].toSorted()].join('|')

function holds(summary: Summary | null, ground: string, now: number): boolean {
  if (summary === null || summary.ground !== ground) return false
  // The clock may have been set back since.
  return Date.parse(summary.at) <= now && now < Date.parse(summary.until)
}

/** Null where another version wrote it: the shape of what it holds is not known. */
function valueOf({ ground, value }: Summary): PartnerSummary | null {
  return ground.startsWith(`${SHAPE}|`) ? (value as PartnerSummary) : null
}

/** Everyone with their summaries, for a list. */
export interface Summaries {
  readonly all: readonly Summarised[]
  /** Whose summary should be kept anew: the page asks the background for it. */
  readonly outdated: number
  /** Of whom only what was last known is given, or nothing. */
  readonly updating: number
}

/**
 * Everyone with their summaries. A few that are out of date are worked out on the spot; of more, what was last known
 * is given, so that no list waits for the whole record.
 */
export async function readSummaries(store: StoreReader, now: Date): Promise<Summaries> {
  const { all } = await readKept(store, now.getTime())
  const outdated = all.filter(({ isFresh }) => !isFresh).length
  if (outdated > FEW) return { all, outdated, updating: outdated }
  if (outdated === 0) return { all, outdated, updating: 0 }
  const standards = await readStandards(store)
  const made = all.map(async (one): Promise<Summarised> => {
    if (one.isFresh) return one
    return { partner: one.partner, value: (await summarize(store, one.partner, standards, now)).value, isFresh: true }
  })
  return { all: await Promise.all(made), outdated, updating: 0 }
}

/** One partner's summary: as it is kept, where that still holds, else worked out. */
export async function readSummary(store: StoreReader, partner: Partner, now: Date): Promise<PartnerSummary> {
  const [kept, mine, everyone, rates] = await Promise.all([
    store.summaries.get(partner.id),
    store.touched.get(partner.id),
    store.touched.get(EVERYONE),
    store.readRates.all(),
  ])
  const ground = groundOf(everyone?.mark, lostFields(rates, now.getTime()).keys())
  const value = kept && mine === null && holds(kept, ground, now.getTime()) ? valueOf(kept) : null
  return value ?? (await summarize(store, partner, await readStandards(store), now)).value
}

/**
 * Makes the summaries that are out of date anew and keeps them, a few partners at a time; returns how many. What is
 * written while one is worked out leaves it out of date, and the next run makes it. `onStep`: some are done.
 */
export async function refreshSummaries(
  store: Store,
  now: () => Date,
  onStep: () => Promise<void> = async () => {},
): Promise<number> {
  const { all } = await store.read((record) => readKept(record, now().getTime()))
  const stale = all.filter(({ isFresh }) => !isFresh).map(({ partner }) => partner)
  let done = 0
  for (let start = 0; start < stale.length; start += SLICE) {
    await refreshSlice(store, stale.slice(start, start + SLICE), now())
    done = Math.min(stale.length, start + SLICE)
    if (done % TOLD === 0 && done < stale.length) await onStep()
  }
  return done
}

async function refreshSlice(store: Store, partners: readonly Partner[], at: Date): Promise<void> {
  // From one state: what is written from here on is not in the summary.
  const { touched, ground, made } = await store.read(async (record) => {
    const [marks, everyone, standards, rates] = await Promise.all([
      Promise.all(partners.map(({ id }) => record.touched.get(id))),
      record.touched.get(EVERYONE),
      readStandards(record),
      record.readRates.all(),
    ])
    return {
      touched: marks,
      ground: groundOf(everyone?.mark, lostFields(rates, at.getTime()).keys()),
      made: await Promise.all(partners.map((partner) => summarize(record, partner, standards, at))),
    }
  })
  await store.write(async (tx) => {
    for (const [index, { id }] of partners.entries()) {
      const one = made[index]
      if (!one) continue
      const mark = touched[index]?.mark
      if ((await tx.touched.get(id))?.mark !== mark) continue
      if (mark !== undefined) await tx.remove('touched', id)
      await tx.put('summaries', {
        id,
        ground,
        at: at.toISOString(),
        until: one.until.toISOString(),
        value: one.value,
      })
    }
  })
}

export interface Summarizer {
  /** Makes what is out of date; one run at a time, and a call during one is answered by the next. */
  run(): Promise<number>
}

export function createSummarizer({
  store,
  now,
  bump,
}: {
  store: () => Promise<Store>
  now: () => Date
  bump: () => Promise<void>
}): Summarizer {
  let running: Promise<number> | null = null
  let next: Promise<number> | null = null
  const work = async () => {
    const made = await refreshSummaries(await store(), now, bump)
    if (made > 0) await bump()
    return made
  }
  const begin = (): Promise<number> => {
    const mine = work().finally(() => {
      if (running === mine) running = null
    })
    running = mine
    return mine
  }
  return {
    run() {
      if (running === null) return begin()
      // What was written since this run began may have been passed over already.
      next ??= running
        .catch(() => 0)
        .then(() => {
          next = null
          return begin()
        })
      return next
    },
  }
}

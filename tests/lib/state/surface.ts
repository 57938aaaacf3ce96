import { monotonicFactory } from 'ulid'
import { draftHandlers } from '../../../lib/background/handlers/drafts.ts'
import { readReport } from '../../../lib/background/report.ts'
import { refreshSummaries } from '../../../lib/background/summary.ts'
import { vettingHandlers } from '../../../lib/background/handlers/vetting.ts'
import { agreementHandlers } from '../../../lib/background/handlers/agreements.ts'
import { incidentHandlers } from '../../../lib/background/handlers/incidents.ts'
import { planHandlers } from '../../../lib/background/handlers/plans.ts'
import { upkeepHandlers } from '../../../lib/background/handlers/upkeep.ts'
import { realignmentHandlers } from '../../../lib/background/handlers/realignments.ts'
import type { Guideline } from '../../../lib/domain/guideline.ts'
import { accountKey } from '../../../lib/domain/ids.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { ReportKind } from '../../../lib/domain/report.ts'
import type { CorrectedCaption } from '../../../lib/guidelines/fix/correct.ts'
import { MessageError } from '../../../lib/messages/errors.ts'
import type { ErrorCode, MessageName, TabContext } from '../../../lib/messages/protocol.ts'
import type { Rescoring } from '../../../lib/messages/progress.ts'
import type { ActiveTab, SurfacePorts } from '../../../lib/state/ports.ts'
import type { Rows, Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'

export const NOW = Date.parse('2026-11-20T12:00:00.000Z')
export const at = (daysAgo: number) => new Date(NOW - daysAgo * 86_400_000).toISOString()

export const nowhere: TabContext = {
  tabId: 1,
  url: 'https://shop.example/',
  state: 'unsupported',
  site: null,
  page: null,
  account: null,
  partnerId: null,
  misses: [],
  read: null,
}

export interface TestSurface {
  ports: SurfacePorts
  store: Store
  storage: Storage
  /** Every message that was sent, in order. */
  sent: { type: MessageName; input: unknown }[]
  /** What the background says of the tab. */
  context: TabContext
  /** Set to refuse a message from now on; null answers again. */
  refuse: Partial<Record<MessageName, ErrorCode | 'unreachable' | null>>
  /** Answers wait until `release()` while true. */
  hold: boolean
  /** What the clocks say; plans and change sheets are about days that pass. */
  time: number
  release(): void
  /** Something was written elsewhere. */
  revise(): void
  /** The person went to another tab. */
  switchTab(context: TabContext): void
  /** How far the background was with judging again when the surface opened. */
  rescoring: Rescoring | null
  /** What the background makes of any post's caption. */
  correction: CorrectedCaption | null
  /** The background has come this far with judging stored posts again. */
  rescore(progress: Rescoring | null): void
  /** The origins that were asked for. */
  asked: string[][]
  /** The origins that are allowed. */
  allowed: string[]
  grant: boolean
  /** Runs what was put off, such as a toast's end. */
  runLater(): void
  close(): void
}

/**
 * A surface over a store in memory, with a background that does as the real one promises: idempotent saves,
 * deletions that can be restored. `storage` lives as long as the test, like a profile, so a second surface
 * made with it is the same popup opened again.
 */
export function createTestSurface(
  options: { store?: Store; storage?: Storage; context?: TabContext } = {},
): TestSurface {
  const store = options.store ?? createMemoryStore()
  const storage = options.storage ?? createStorage()
  const ends = new AbortController()
  const newId = monotonicFactory()
  const listeners = {
    revision: new Set<() => void>(),
    tab: new Set<() => void>(),
    rescoring: new Set<(progress: Rescoring | null) => void>(),
  }
  let waiting: (() => void)[] = []
  let put: (() => void)[] = []

  const change = async <
    T extends
      | 'reports'
      | 'letters'
      | 'notes'
      | 'contacts'
      | 'deliverables'
      | 'briefs'
      | 'pulses'
      | 'programme'
      | 'partners'
      | 'guidelines'
      | 'waivers'
      | 'corrections'
      | 'watches',
  >(
    table: T,
    id: string,
    fields: Partial<Rows[T]>,
  ) => {
    const row = await store.write(async (tx) => {
      const stored = await tx[table].get(id)
      const made = { createdAt: at(0), updatedAt: at(0), deletedAt: null, ...stored, ...fields } as unknown as Rows[T]
      await tx.put(table, made)
      return made
    })
    surface.revise()
    return row
  }
  const answer = async (type: MessageName, input: never): Promise<unknown> => {
    const given = input as Record<string, unknown> & { id: string }
    const [noun = '', verb = ''] = type.split('.')
    if (type === 'guideline.import') {
      const { guidelines } = input as { guidelines: Guideline[] }
      const saved = []
      for (const one of guidelines) saved.push(await change('guidelines', one.id, { ...one, deletedAt: null }))
      return { guidelines: saved }
    }
    if (type === 'partner.import') {
      const { partners } = input as { partners: Partner[] }
      const saved = []
      for (const one of partners) saved.push(await change('partners', one.id, one))
      return { partners: saved }
    }
    const tables = {
      note: 'notes',
      contact: 'contacts',
      deliverable: 'deliverables',
      brief: 'briefs',
      pulse: 'pulses',
      programme: 'programme',
      partner: 'partners',
      guideline: 'guidelines',
      correction: 'corrections',
      report: 'reports',
      letter: 'letters',
      watch: 'watches',
    } as const
    if (noun in tables && type !== 'report.make' && type !== 'letter.save') {
      const table = tables[noun as keyof typeof tables]
      if (type === 'partner.track') {
        const { platform, handle, name, url } = given as unknown as {
          platform: string
          handle: string
          name: string | null
          url: string | null
        }
        const made = partner(name ?? handle, [[platform, handle]], { accounts: [{ platform, handle, url }] })
        surface.context = { ...surface.context, partnerId: made.id }
        return change('partners', made.id, made)
      }
      if (verb === 'delete') return change(table, given.id, { deletedAt: at(0) })
      if (verb === 'restore') return change(table, given.id, { deletedAt: null })
      return change(table, given.id, given)
    }
    if (type === 'report.make') {
      const { kind, partnerId } = given as unknown as { kind: ReportKind; partnerId: string | null }
      const report = await readReport(store, kind, partnerId, new Date(NOW))
      if (!report) throw new MessageError('not-found', 'no such partner')
      return change('reports', given.id, { id: given.id, by: 'person', at: report.at, report })
    }
    if (type === 'letter.save') return change('letters', given.id, { version: 1, earlier: [], ...given })
    if (type === 'tab.context') return surface.context
    if (type === 'finding.waive') return change('waivers', given.id, given)
    if (type === 'finding.unwaive') return change('waivers', given.id, { deletedAt: at(0) })
    if (type === 'post.correct') return surface.correction
    if (type === 'tone.correct') return change('corrections', given.id, { ...given, deletedAt: null })
    if (type === 'settings.save') {
      await store.write((tx) => tx.putSettings(input))
      return input
    }
    if (type === 'alert.snooze') {
      const { id, until } = given as unknown as { id: string; until: string | null }
      await store.write((tx) => tx.put('alertStates', { id, until, at: at(0) }))
      return { id, until, at: at(0) }
    }
    if (type === 'alert.wake') {
      await store.write((tx) => tx.remove('alertStates', given.id))
      return { woken: true }
    }
    if (type.startsWith('draft.')) {
      const deps = {
        store: async () => store,
        now: () => new Date(NOW),
        newId: () => newId(NOW),
        bump: async () => surface.revise(),
      }
      const answers = draftHandlers(deps)
      return answers[type as keyof typeof answers](input, { kind: 'extension' })
    }
    if (type.startsWith('incident.')) {
      const answers = incidentHandlers({
        store: async () => store,
        now: () => new Date(NOW),
        newId: () => newId(NOW),
        bump: async () => surface.revise(),
      })
      return answers[type as keyof typeof answers](input, { kind: 'extension' })
    }
    if (type.startsWith('vetting.')) {
      const answers = vettingHandlers({
        store: async () => store,
        now: () => new Date(NOW),
        newId: () => newId(NOW),
        bump: async () => surface.revise(),
        refreshBadges: async () => undefined,
      })
      return answers[type as keyof typeof answers](input, { kind: 'extension' })
    }
    if (type.startsWith('agreement.')) {
      const answers = agreementHandlers({
        store: async () => store,
        now: () => new Date(NOW),
        bump: async () => surface.revise(),
        lookAt: () => undefined,
      })
      return answers[type as keyof typeof answers](input, { kind: 'extension' })
    }
    if (['plan', 'realignment', 'lookback'].includes(noun)) {
      const deps = {
        store: async () => store,
        now: () => new Date(surface.time),
        newId: () => newId(NOW),
        bump: async () => surface.revise(),
      }
      const answers = { ...planHandlers(deps), ...realignmentHandlers(deps), ...upkeepHandlers(deps) }
      return answers[type as keyof typeof answers](input, { kind: 'extension' })
    }
    if (type === 'rescoring.stop') return { stopped: true }
    if (type === 'rescoring.resume') return { started: true }
    if (type === 'summaries.refresh') {
      const made = await refreshSummaries(store, () => new Date(NOW))
      if (made > 0) surface.revise()
      return { made }
    }
    if (type === 'sites.sync') return { origins: [] }
    if (type === 'page.check') return { observation: null, misses: [], problem: 'no-script' }
    throw new MessageError('bad-message', `the test's background does not know ${type}`)
  }

  const surface: TestSurface = {
    store,
    storage,
    sent: [],
    context: options.context ?? nowhere,
    refuse: {},
    hold: false,
    time: NOW,
    rescoring: null,
    correction: null,
    asked: [],
    allowed: [],
    grant: true,
    release() {
      const held = waiting
      waiting = []
      for (const go of held) go()
    },
    revise() {
      for (const changed of listeners.revision) changed()
    },
    switchTab(context) {
      surface.context = context
      for (const changed of listeners.tab) changed()
    },
    rescore(progress) {
      for (const changed of listeners.rescoring) changed(progress)
    },
    runLater() {
      const due = put
      put = []
      for (const work of due) work()
    },
    close: () => ends.abort(),
    ports: {
      store,
      storage,
      signal: ends.signal,
      now: () => surface.time,
      newId: () => newId(NOW),
      tabId: null,
      later: (work) => void put.push(work),
      onRevision: listen(listeners.revision),
      rescoring: {
        read: async () => surface.rescoring,
        onChange(changed) {
          listeners.rescoring.add(changed)
          return () => void listeners.rescoring.delete(changed)
        },
      },
      tabs: {
        active: async (): Promise<ActiveTab> => ({ id: 1, url: surface.context.url }),
        onChange: listen(listeners.tab),
        open: async () => {},
        reload: async () => {},
      },
      permissions: {
        has: async ([origin = '']) => surface.allowed.includes(origin),
        async request(origins) {
          surface.asked.push([...origins])
          return surface.grant
        },
        remove: async () => true,
        requestNotifications: async () => surface.grant,
        onChange: () => () => {},
      },
      send: async (type, input) => {
        surface.sent.push({ type, input: structuredClone(input) })
        if (surface.hold) await new Promise<void>((go) => waiting.push(go))
        const refused = surface.refuse[type]
        if (refused) throw new MessageError(refused, `refused: ${refused}`)
        return (await answer(type, input as never)) as never
      },
    },
  }
  return surface
}

const listen = (set: Set<() => void>) => (changed: () => void) => {
  set.add(changed)
  return () => void set.delete(changed)
}

/** A `localStorage` of its own. `full` refuses to keep anything more. */
export function createStorage({ full = false } = {}): Storage {
  const map = new Map<string, string>()
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      map.set(key, value)
    },
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    clear: () => map.clear(),
    get length() {
      return map.size
    },
  }
}

const ids = monotonicFactory()
export const id = () => ids(NOW)

/** An invented partner. */
export function partner(
  name: string,
  accounts: [platform: string, handle: string][],
  change: Partial<Partner> = {},
): Partner {
  return {
    id: id(),
    name,
    accounts: accounts.map(([platform, handle]) => ({ platform, handle, url: null })),
    accountKeys: accounts.map(([platform, handle]) => accountKey(platform, handle)),
    relationship: 'paid',
    tags: [],
    createdAt: at(30),
    updatedAt: at(30),
    deletedAt: null,
    ...change,
  }
}

export function guideline(change: Partial<Guideline> = {}): Guideline {
  return {
    id: id(),
    name: 'Spring launch',
    brand: 'Glow Kitchen',
    active: true,
    partnerIds: null,
    rules: [],
    version: 1,
    createdAt: at(9),
    updatedAt: at(9),
    deletedAt: null,
    ...change,
  }
}

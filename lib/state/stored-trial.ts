import { type ReadonlySignal, signal } from '@preact/signals'
import type { Finding, Verdict } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import type { Waiver } from '../domain/waiver.ts'
import { createSurroundings } from '../background/around.ts'
import { assess } from '../guidelines/assess.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import type { StoreReader } from '../store/interface.ts'
import { type Problem, problemOf, type SurfacePorts } from './ports.ts'

/** Posts judged before the page gets its turn again. */
const SLICE = 10
/** Comments looked through for the creator's own first one. */
const COMMENTS = 50

/** What a changed guideline would say of a stored post that the stored one does not. */
export interface TrialChange {
  readonly post: Post
  readonly partner: string
  readonly before: Verdict
  readonly after: Verdict
  /** Findings that are new and those that are gone; those that pass are left out. */
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
}

export interface TrialResult {
  /** Posts looked at; fewer than `total` when it was cancelled. */
  readonly done: number
  readonly total: number
  readonly failing: readonly TrialChange[]
  readonly passing: readonly TrialChange[]
  /** The verdict is another one, or other findings make it. */
  readonly other: readonly TrialChange[]
}

export interface TrialScope {
  /** Null: every partner. */
  readonly partnerId: string | null
  /** The newest so many posts. */
  readonly limit: number
}

/** A change of a guideline tried on stored posts before it is saved. Nothing is stored. */
export interface StoredTrial {
  /** Null until the first post was looked at; grows while it runs. */
  readonly result: ReadonlySignal<TrialResult | null>
  readonly running: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<Problem | null>
  /** A run replaces the one before. The draft is tried as if it were switched on. */
  run(stored: Guideline | null, draft: Guideline, scope: TrialScope): Promise<void>
  /** Keeps what was found so far. */
  cancel(): void
}

/**
 * It runs in the page, a few posts at a time: the same pure functions as in the worker, over the unsaved draft.
 * Only the one guideline counts: what other guidelines say of a post stays what it is.
 */
export function createStoredTrial({ store, later }: Pick<SurfacePorts, 'store' | 'later'>): StoredTrial {
  const result = signal<TrialResult | null>(null)
  const running = signal(false)
  const problem = signal<Problem | null>(null)
  let current = 0
  const breathe = () => new Promise<void>((go) => later(go, 0))

  async function work(run: number, stored: Guideline | null, draft: Guideline, scope: TrialScope): Promise<void> {
    const { rows, settings, waivers } = await load(store, scope)
    const counts = { failing: [] as TrialChange[], passing: [] as TrialChange[], other: [] as TrialChange[] }
    const tell = (done: number) => {
      result.value = { done, total: rows.length, ...counts }
    }
    const tried = { ...draft, active: true }
    const surroundings = createSurroundings(store, { guidelines: stored ? [stored, tried] : [tried], settings })
    if (rows.length === 0 && run === current) tell(0)
    for (let start = 0; start < rows.length; start += SLICE) {
      for (const { post, partner } of rows.slice(start, start + SLICE)) {
        const comments = await store.comments.ofPost(post.id, { limit: COMMENTS })
        const around = await surroundings(post, partner)
        if (run !== current) return
        const input = { ...storedInput(post, comments), bio: around.bio }
        const context = {
          jurisdiction: settings.jurisdiction,
          relationship: partner.relationship,
          partnerId: partner.id,
          postId: post.id,
          waivers,
          history: around.history,
        }
        const before = assess(input, stored ? [stored] : [], context)
        const after = assess(input, [tried], context)
        const gained = newIn(after.findings, before.findings)
        const lost = newIn(before.findings, after.findings)
        if (before.verdict === after.verdict && gained.length + lost.length === 0) continue
        const change = { post, partner: partner.name, before: before.verdict, after: after.verdict, gained, lost }
        counts[groupOf(change)].push(change)
      }
      tell(Math.min(start + SLICE, rows.length))
      await breathe()
      if (run !== current) return
    }
  }

  return {
    result,
    running,
    problem,
    async run(stored, draft, scope) {
      const run = ++current
      running.value = true
      problem.value = null
      try {
        await work(run, stored, draft, scope)
      } catch (thrown) {
        if (run === current) problem.value = problemOf(thrown)
      }
      if (run === current) running.value = false
    },
    cancel() {
      current++
      running.value = false
    },
  }
}

interface Row {
  readonly post: Post
  readonly partner: Partner
}

async function load(
  store: StoreReader,
  { partnerId, limit }: TrialScope,
): Promise<{ rows: Row[]; settings: Settings; waivers: Waiver[] }> {
  const [partners, settings, waivers] = await Promise.all([
    store.partners.all(),
    store.settings.get(),
    store.waivers.all(),
  ])
  const chosen = partners.filter(({ id }) => partnerId === null || id === partnerId)
  const lists = await Promise.all(
    chosen.map(async (partner) =>
      (await store.posts.ofPartner(partner.id, { limit })).map((post) => ({ post, partner })),
    ),
  )
  const newest = lists.flat().toSorted((a, b) => (a.post.sortAt < b.post.sortAt ? 1 : -1))
  return { rows: newest.slice(0, limit), settings, waivers }
}

function groupOf({ before, after }: Pick<TrialChange, 'before' | 'after'>): 'failing' | 'passing' | 'other' {
  if (before === after) return 'other'
  if (after === 'fail') return 'failing'
  return after === 'pass' && before !== 'unknown' ? 'passing' : 'other'
}

const FINE: ReadonlySet<Finding['status']> = new Set(['pass', 'clear', 'not-needed'])

/** What `findings` say that `others` do not, in the same words of the same place. */
function newIn(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(keyOf))
  return findings.filter((finding) => !FINE.has(finding.status) && !known.has(keyOf(finding)))
}

function keyOf({ ruleId, value, status, reason, weight, waived, evidence }: Finding): string {
  const quotes = evidence.map(({ start, quote }) => [start, quote])
  return JSON.stringify([ruleId, value, status, reason, weight, waived === undefined, quotes])
}

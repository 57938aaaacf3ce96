import { type ReadonlySignal, signal } from '@preact/signals'
import type { Finding, Verdict } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import type { Waiver } from '../domain/waiver.ts'
import { createSurroundings } from '../background/around.ts'
import { isTrouble } from '../domain/open-finding.ts'
import { assess } from '../guidelines/assess.ts'
import { differenceOf, type FalseAlarm, falseAlarms, overlapping, type Shifted } from '../guidelines/lab.ts'
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
  /** Findings that stay, and weigh otherwise. */
  readonly shifted: readonly Shifted[]
  /** Of each new finding, by its place in `gained`: what people said of the like before. */
  readonly alarms: readonly FalseAlarm[]
}

/** Two rules that stand on the same words. */
export interface Overlap {
  readonly finding: Finding
  readonly other: Finding
  /** Posts on which they do. */
  readonly posts: number
}

export interface TrialResult {
  /** Posts looked at; fewer than `total` when it was cancelled. */
  readonly done: number
  readonly total: number
  readonly failing: readonly TrialChange[]
  readonly passing: readonly TrialChange[]
  /** The verdict is another one, or other findings make it. */
  readonly other: readonly TrialChange[]
  /** What the draft finds on all of these posts, and how much of it is new, gone, or weighs otherwise. */
  readonly hits: number
  readonly gained: number
  readonly lost: number
  readonly shifted: number
  /** New findings that are likely to be wrong: by their very words, and by their kind of rule. */
  readonly wrongWords: number
  readonly wrongKind: number
  /** New findings on words that another rule finds already, the most frequent first. */
  readonly overlaps: readonly Overlap[]
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
    const sums = { hits: 0, gained: 0, lost: 0, shifted: 0, wrongWords: 0, wrongKind: 0 }
    const overlaps = new Map<string, Overlap>()
    const alarmOf = falseAlarms(waivers)
    const tell = (done: number) => {
      const most = [...overlaps.values()].toSorted((a, b) => b.posts - a.posts)
      result.value = { done, total: rows.length, ...counts, ...sums, overlaps: most }
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
        const { gained, lost, shifted } = differenceOf(before.findings, after.findings)
        const alarms = gained.map(alarmOf)
        sums.hits += after.findings.filter(isTrouble).length
        sums.gained += gained.length
        sums.lost += lost.length
        sums.shifted += shifted.length
        sums.wrongWords += alarms.filter((alarm) => alarm === 'words').length
        sums.wrongKind += alarms.filter((alarm) => alarm === 'kind').length
        if (gained.length > 0) {
          // What other guidelines say of the post today, and what the draft's own other rules do.
          const today = (await store.assessments.get(post.id))?.findings ?? []
          if (run !== current) return
          const others = [...today.filter(isOfOther(draft)), ...after.findings]
          noteOverlaps(overlaps, gained, others)
        }
        if (before.verdict === after.verdict && gained.length + lost.length + shifted.length === 0) continue
        const verdicts = { before: before.verdict, after: after.verdict }
        const change = { post, partner: partner.name, ...verdicts, gained, lost, shifted, alarms }
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

const isOfOther =
  ({ id }: Guideline) =>
  ({ source }: Finding) =>
    source.type !== 'guideline' || source.guidelineId !== id

function noteOverlaps(known: Map<string, Overlap>, gained: readonly Finding[], others: readonly Finding[]): void {
  const pairs = new Map<string, Pick<Overlap, 'finding' | 'other'>>()
  for (const finding of gained)
    for (const other of overlapping(finding, others)) pairs.set(`${finding.ruleId} ${other.ruleId}`, { finding, other })
  for (const [key, pair] of pairs) known.set(key, { ...pair, posts: (known.get(key)?.posts ?? 0) + 1 })
}

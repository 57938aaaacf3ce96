import type { Partner } from '../domain/partner.ts'
import type { Rescoring } from '../messages/progress.ts'
import type { Store, StoreWriter } from '../store/interface.ts'
import { createSurroundings } from './around.ts'
import { readStandards } from './judge.ts'
import type { Judge, Standards } from './judge.ts'
import { hearAgain } from './record/comment.ts'

/** Posts judged in one unit of work: short enough that what a page says in between does not wait. */
const BATCH = 25

/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/**
 * Judges again every stored post of a partner whose assessment rests on another basis than today's: other
 * guidelines, another relationship, another engine. What is already on the right basis is left alone, so it
 * may be stopped anywhere and started again. `report` answers whether to go on. Returns how many were judged.
 */
export async function rescore(
  store: Store,
  judge: Judge,
  now: () => Date,
  report: (progress: Progress) => Promise<boolean>,
): Promise<number> {
  const stale = await staleOf(store, judge)
  const total = stale.reduce((sum, { ids }) => sum + ids.length, 0)
  let done = 0
  for (const { partnerId, ids } of stale)
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH)
      await judgeAgain(store, judge, partnerId, batch, now())
      done += batch.length
      if (!(await report({ done, total }))) return done
    }
  return done
}

async function staleOf(store: Store, judge: Judge): Promise<{ partnerId: string; ids: string[] }[]> {
  const standards = await readStandards(store)
  const stale: { partnerId: string; ids: string[] }[] = []
  for (const partner of await store.partners.all()) {
    const basis = judge.basisOf(partner, standards)
    for (const account of new Set(partner.accountKeys)) {
      const current = new Set(await store.assessments.postIdsOnBasis(account, basis))
      const ids = (await store.posts.idsOfAccount(account)).filter((id) => !current.has(id))
      if (ids.length > 0) stale.push({ partnerId: partner.id, ids })
    }
  }
  return stale
}

/** Everything is read again inside the unit of work: it may have changed since the list was made. */
function judgeAgain(store: Store, judge: Judge, partnerId: string, ids: readonly string[], now: Date): Promise<void> {
  return store.write(async (tx) => {
    const partner = await tx.partners.get(partnerId)
    if (!partner || partner.deletedAt !== null) return
    const standards = await readStandards(tx)
    const around = createSurroundings(tx, standards)
    for (const id of ids) await judgePost(tx, judge, partner, id, standards, now, around)
  })
}

/** Judges one stored post again, with its comments where another tone engine had heard them. */
export async function judgePost(
  tx: StoreWriter,
  judge: Judge,
  partner: Partner,
  id: string,
  standards: Standards,
  now: Date,
  around = createSurroundings(tx, standards),
): Promise<void> {
  const post = await tx.posts.get(id)
  if (!post || !partner.accountKeys.includes(post.account)) return
  const stored = await tx.comments.ofPost(id)
  const engine = judge.hearing(standards)
  const comments = stored.map((comment) => hearAgain(comment, post.lang, engine))
  for (const [index, comment] of comments.entries()) if (comment !== stored[index]) await tx.put('comments', comment)
  await tx.put('assessments', judge.assess(post, comments, partner, standards, now, await around(post, partner)))
}

export interface Rescorer {
  /** Starts, or goes once more through the list when it is already at work; ends a stop. Never rejects. */
  start(): Promise<void>
  /** Goes on with what was begun, unless it was stopped. */
  wake(): Promise<void>
  /** Ends the work after the batch at hand, also when another worker began it. */
  stop(): Promise<void>
}

/**
 * One rescoring at a time. `onStart` and `onEnd` surround it: the worker may be stopped in between, and is
 * woken to go on until `onEnd` was reached. That it was stopped is kept outside of the worker.
 */
export function createRescorer(options: {
  run: (report: (progress: Progress) => Promise<boolean>) => Promise<number>
  progress: { read: () => Promise<Rescoring | null>; write: (progress: Rescoring | null) => Promise<void> }
  onStart: () => Promise<void>
  onStep: () => Promise<void>
  /** `judged` is how many posts have a new assessment. */
  onEnd: (judged: number) => Promise<void>
  onError: (error: unknown) => void
}): Rescorer {
  const { progress } = options
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const work = async () => {
    let judged = 0
    let last: Progress | null = null
    const report = async (step: Progress) => {
      last = step
      await progress.write({ ...step, stopped: false })
      await options.onStep()
      return !stopped
    }
    try {
      await options.onStart()
      do {
        again = false
        last = null
        judged += await options.run(report)
      } while (again)
      await progress.write(stopped ? unfinished(last) : null)
      await options.onEnd(judged)
    } catch (error) {
      options.onError(error)
    } finally {
      running = null
    }
  }
  const start = () => {
    stopped = false
    if (running) again = true
    else running = work()
    return running
  }
  return {
    start,
    async wake() {
      if (running) return running
      const latest = await progress.read()
      if (!stopped && latest?.stopped !== true) await start()
    },
    async stop() {
      stopped = true
      again = false
      if (running) return running
      const latest = await progress.read()
      if (latest) await progress.write({ ...latest, stopped })
      await options.onEnd(0)
    },
  }
}

/** What a stopped run leaves to be resumed; null when nothing is. */
function unfinished(last: Progress | null): Rescoring | null {
  return last === null || last.done === last.total ? null : { ...last, stopped: true }
}

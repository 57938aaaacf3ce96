import type { Partner } from '../domain/partner.ts'
import type { Store, StoreWriter } from '../store/interface.ts'
import { readStandards } from './judge.ts'
import type { Judge, Standards } from './judge.ts'

/** Posts judged in one unit of work: short enough that what a page says in between does not wait. */
const BATCH = 25

export interface Progress {
  readonly done: number
  readonly total: number
}

/**
 * Judges again every stored post of a partner whose assessment rests on another basis than today's: other
 * guidelines, another relationship, another engine. What is already on the right basis is left alone, so it
 * may be stopped anywhere and started again. Returns how many were judged.
 */
export async function rescore(
  store: Store,
  judge: Judge,
  now: () => Date,
  report: (progress: Progress) => Promise<void>,
): Promise<number> {
  const stale = await staleOf(store, judge)
  const total = stale.reduce((sum, { ids }) => sum + ids.length, 0)
  let done = 0
  for (const { partnerId, ids } of stale)
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH)
      await judgeAgain(store, judge, partnerId, batch, now())
      done += batch.length
      await report({ done, total })
    }
  return total
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
    for (const id of ids) await judgePost(tx, judge, partner, id, standards, now)
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
): Promise<void> {
  const post = await tx.posts.get(id)
  if (!post || !partner.accountKeys.includes(post.account)) return
  const comments = await tx.comments.ofPost(id)
  for (const [index, comment] of comments.entries()) {
    if (comment.toneEngine === judge.toneEngine) continue
    const judged = { ...comment, tone: judge.toneOf(comment.text, post.lang), toneEngine: judge.toneEngine }
    comments[index] = judged
    await tx.put('comments', judged)
  }
  await tx.put('assessments', judge.assess(post, comments, partner, standards, now))
}

export interface Rescorer {
  /** Starts, or goes once more through the list when it is already at work. Never rejects. */
  start(): Promise<void>
}

/**
 * One rescoring at a time. `onStart` and `onEnd` surround it: the worker may be stopped in between, and is
 * woken to start again until `onEnd` was reached.
 */
export function createRescorer(options: {
  run: () => Promise<number>
  onStart: () => Promise<void>
  onEnd: (judged: number) => Promise<void>
  onError: (error: unknown) => void
}): Rescorer {
  let running: Promise<void> | null = null
  let again = false
  const work = async () => {
    let judged = 0
    try {
      await options.onStart()
      do {
        again = false
        judged += await options.run()
      } while (again)
      await options.onEnd(judged)
    } catch (error) {
      options.onError(error)
    } finally {
      running = null
    }
  }
  return {
    start: () => {
      if (running) again = true
      else running = work()
      return running
    },
  }
}

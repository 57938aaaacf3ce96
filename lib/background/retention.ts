import type { ObservedTable, Store, StoreWriter } from '../store/interface.ts'

/** Rows removed in one unit of work. */
const BATCH = 100
const DAY_MS = 86_400_000

/**
 * Removes observations that were last seen more than `settings.retentionDays` ago: posts with all that
 * belongs to them; of posts that are still seen, old figures and comments; old profile figures; forgotten
 * misses and reading rates. Captions stay as long as their post does: they are what an edit is told by. What people made
 * (notes, partners, contacts, guidelines) is never touched. Batch by batch, so it may be stopped anywhere.
 * Returns the number of rows removed, not counting what went along with a post.
 */
export async function removeOld(store: Store, now: Date): Promise<number> {
  const { retentionDays } = await store.settings.get()
  if (retentionDays === null) return 0
  const before = new Date(now.getTime() - retentionDays * DAY_MS).toISOString()
  let removed = 0
  removed += await inBatches(store, 'posts', before, (tx, id) => tx.removePost(id))
  removed += await inBatches(store, 'metrics', before, (tx, id) => tx.remove('metrics', id))
  removed += await inBatches(store, 'profiles', before, (tx, id) => tx.remove('profiles', id))
  removed += await inBatches(store, 'comments', before, async (tx, id) => {
    const comment = await tx.comments.get(id)
    await tx.remove('comments', id)
    // The mood was counted with it: without an assessment the post is judged again.
    if (comment) await tx.remove('assessments', comment.postId)
  })
  removed += await removeMisses(store, before)
  return removed
}

async function inBatches(
  store: Store,
  table: ObservedTable,
  before: string,
  remove: (tx: StoreWriter, id: string) => Promise<void>,
): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await store.write(async (tx) => {
      const ids = await tx.unseenSince(table, before, BATCH)
      for (const id of ids) await remove(tx, id)
      return ids.length
    })
    removed += count
    if (count < BATCH) return removed
  }
}

function removeMisses(store: Store, before: string): Promise<number> {
  return store.write(async (tx) => {
    const old = (await tx.misses.all()).filter(
      ({ lastMissAt, lastHitAt }) => (lastMissAt ?? '') < before && (lastHitAt ?? '') < before,
    )
    for (const { id } of old) await tx.remove('misses', id)
    const oldRates = (await tx.readRates.all()).filter(({ lastAt }) => lastAt < before)
    for (const { id } of oldRates) await tx.remove('readRates', id)
    return old.length + oldRates.length
  })
}

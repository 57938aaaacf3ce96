import type { FieldSeen, MissSeen, Observation } from '../domain/observation.ts'
import type { Rows, StoreWriter } from '../store/interface.ts'
import { instant } from './record/post.ts'
import type { Look } from './record/post.ts'
import { later } from './record/timeline.ts'

/** A look as the content script reports it. */
export interface Sighting {
  readonly observation: Observation
  readonly misses: readonly MissSeen[]
  readonly fields: readonly FieldSeen[]
}

/** One look at a page, by this machine's clock. */
export interface TimedLook extends Look {
  readonly now: string
  readonly url: string
}

/** A page whose clock runs ahead must not close the record for all looks until then. */
export function lookOf({ platform, page, lang, url, seenAt }: Observation, now: Date): TimedLook {
  const latest = now.toISOString()
  const at = instant(seenAt) ?? latest
  return { platform, page, lang, url, at: at > latest ? latest : at, now: latest }
}

type SpanTable = 'revisions' | 'metrics' | 'profiles'

/**
 * Rows written while this machine's clock ran ahead would shut out everything seen until then. They are put
 * where they can at the latest have been: just before this look, after all rows with a possible time.
 */
export async function withoutFuture<T extends SpanTable>(
  tx: StoreWriter,
  table: T,
  rows: readonly Rows[T][],
  look: TimedLook,
): Promise<Rows[T][]> {
  const { now } = look
  if (rows.every((row) => row.lastSeenAt <= now)) return [...rows]
  const latest = rows.reduce((end, row) => (row.lastSeenAt <= now ? later(end, row.lastSeenAt) : end), justBefore(look))
  const healed: Rows[T][] = []
  for (const row of rows) {
    if (row.lastSeenAt <= now) {
      healed.push(row)
      continue
    }
    const start =
      'at' in row ? { at: possible(row.at, now, latest) } : { firstSeenAt: possible(row.firstSeenAt, now, latest) }
    const moved = { ...row, ...start, lastSeenAt: latest }
    await tx.put(table, moved)
    healed.push(moved)
  }
  return healed
}

/** An instant of the record; where it lies ahead of this machine's clock, the latest it can be before this look. */
export function pastOf(at: string, look: TimedLook): string {
  return possible(at, look.now, justBefore(look))
}

function possible(at: string, now: string, otherwise: string): string {
  return at > now ? otherwise : at
}

function justBefore({ at }: TimedLook): string {
  return new Date(Date.parse(at) - 1).toISOString()
}

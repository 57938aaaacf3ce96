import type { PageKind } from '../../domain/observation.ts'
import type { Revision } from '../../domain/post.ts'
import { earlier, later, place } from './timeline.ts'

/** A caption as one look showed it. */
export interface TextSeen {
  readonly text: string
  readonly complete: boolean
  readonly page: PageKind
  readonly at: string
  /** Its end is from the page's own data. */
  readonly embedded?: true | undefined
}

/**
 * Adds a sighting of a caption to the post's revisions, oldest first. Returns the row to write, or null.
 *
 * Only a complete text can be an edit. An empty one says nothing (the page shows no caption there); a cut
 * one counts only until a complete one is known, which then takes its place; and away from the post's own
 * page a text that is the beginning of the known one is taken for a cut that the site did not mark.
 *
 * The page's own data writes links and mentions otherwise than the page: what it completed gives way to the first
 * complete text that a page shows, and says nothing beside one; neither is an edit.
 */
export function seeText(revisions: readonly Revision[], postId: string, seen: TextSeen): Revision | null {
  if (seen.text === '') return null
  const { at } = seen
  const complete = revisions.filter((revision) => revision.textComplete)
  const cut = revisions.find((revision) => !revision.textComplete)
  if (complete.length === 0 && cut) return seen.complete ? completed(cut, seen) : longer(cut, seen)
  if (!seen.complete && complete.length > 0) return null
  const last = complete.at(-1)
  if (seen.embedded && complete.some((revision) => !revision.embedded)) return null
  if (last?.embedded && !seen.embedded)
    return {
      ...completed(last, seen),
      firstSeenAt: earlier(last.firstSeenAt, at),
      lastSeenAt: later(last.lastSeenAt, at),
    }

  const spans = complete.map((row) => ({ from: row.firstSeenAt, to: row.lastSeenAt, value: row.text }))
  const placed = place(spans, at, seen.text, (known, text) => sameText(known, text))
  if (placed.type === 'ignore') return null
  if (placed.type === 'merge') {
    const row = complete[placed.index]
    if (!row) return null
    const next = { ...row, text: placed.value, firstSeenAt: placed.from, lastSeenAt: placed.to }
    const moved = next.firstSeenAt !== row.firstSeenAt || next.lastSeenAt !== row.lastSeenAt
    return moved || next.text !== row.text ? next : null
  }
  if (seen.page !== 'post' && isBeginning(seen.text, textAt(complete, at))) return null
  const n = 1 + Math.max(0, ...revisions.map((revision) => Number(revision.id.slice(revision.id.lastIndexOf('#') + 1))))
  const { text, complete: textComplete } = seen
  return { id: `${postId}#${n}`, postId, text, textComplete, firstSeenAt: at, lastSeenAt: at, ...sourceOf(seen) }
}

/** The whole caption is known from now on; when its end was first there, an earlier cut does not tell. */
function completed(cut: Revision, seen: TextSeen): Revision {
  const { embedded: _embedded, ...row } = cut
  return { ...row, text: seen.text, textComplete: true, firstSeenAt: seen.at, lastSeenAt: seen.at, ...sourceOf(seen) }
}

const sourceOf = ({ embedded }: TextSeen) => (embedded ? { embedded } : {})

/** Of two cuts of one caption the longer; where neither begins the other, the one seen last. */
function longer(cut: Revision, seen: TextSeen): Revision | null {
  const known = normal(cut.text)
  const text = normal(seen.text)
  const related = known.startsWith(text) || text.startsWith(known)
  const takes = related ? prefers(seen.text, cut.text) : seen.at >= cut.lastSeenAt
  const firstSeenAt = earlier(cut.firstSeenAt, seen.at)
  const lastSeenAt = later(cut.lastSeenAt, seen.at)
  if (!takes && firstSeenAt === cut.firstSeenAt && lastSeenAt === cut.lastSeenAt) return null
  if (takes && seen.text === cut.text && firstSeenAt === cut.firstSeenAt && lastSeenAt === cut.lastSeenAt) return null
  return { ...cut, text: takes ? seen.text : cut.text, firstSeenAt, lastSeenAt }
}

/** One caption is written with other spaces and line breaks on other pages; undefined when it is another caption. */
function sameText(known: string, seen: string): string | undefined {
  if (normal(known) !== normal(seen)) return undefined
  return prefers(seen, known) ? seen : known
}

/** A fixed choice between two ways to write one text, so that the order of looks does not matter. */
function prefers(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length > b.length
}

/** The text the post carried at `at` as far as is known. */
function textAt(complete: readonly Revision[], at: string): string | null {
  return complete.findLast((revision) => revision.firstSeenAt <= at)?.text ?? null
}

function isBeginning(text: string, whole: string | null): boolean {
  return whole !== null && normal(whole).startsWith(normal(text))
}

/** Without what sites add or drop around a caption: spaces, a closing ellipsis, composed or decomposed accents. */
function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*(?:…|\.\.\.)$/u, '')
}

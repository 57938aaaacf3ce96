import type { Edit } from '../define.ts'

/** A caption on its way from the text as written: stretches that were kept, and what was put between them. */
export interface Rework {
  readonly original: string
  readonly text: string
  readonly parts: readonly Part[]
  /** What was taken out of the original, and by which step. */
  readonly cuts: readonly Cut[]
}

type Part = Kept | Added
interface Kept {
  readonly start: number
  readonly end: number
}
interface Added {
  readonly insert: string
  readonly by: number
}
interface Cut extends Kept {
  readonly by: number
}

/** An edit of the original, with the steps that made it. */
export interface CaptionEdit extends Edit {
  readonly by: readonly number[]
}

export function beginRework(original: string): Rework {
  return { original, text: original, parts: [{ start: 0, end: original.length }], cuts: [] }
}

/**
 * Carries out edits of the current text. `by` names the step. Null when they are no edits of it: out of bounds,
 * overlapping, through the middle of a character, or changing nothing.
 */
export function rework(current: Rework, edits: readonly Edit[], by: number): Rework | null {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const { text } = current
  let reach = 0
  for (const { start, end } of sorted) {
    if (start < reach || end < start || end > text.length || splits(text, start) || splits(text, end)) return null
    reach = end
  }
  const parts: Part[] = []
  const cuts = [...current.cuts]
  let at = 0
  let next = 0
  const add = (edit: Edit): void => {
    if (edit.insert !== '') parts.push({ insert: edit.insert, by })
  }
  for (const part of current.parts) {
    const length = lengthOf(part)
    let from = 0
    for (let edit = sorted[next]; edit !== undefined && edit.start < at + length; edit = sorted[next]) {
      if (edit.start >= at) {
        push(parts, slicePart(part, from, edit.start - at))
        add(edit)
      }
      const to = Math.min(edit.end - at, length)
      const cut = slicePart(part, Math.max(from, edit.start - at), to)
      if ('start' in cut && cut.end > cut.start) cuts.push({ ...cut, by })
      from = Math.max(from, to)
      if (edit.end > at + length) break
      next++
    }
    push(parts, slicePart(part, from, length))
    at += length
  }
  // What is put at the very end begins in no part.
  for (const edit of sorted.slice(next)) if (edit.start >= at) add(edit)
  const changed = parts.map((part) => ('insert' in part ? part.insert : current.original.slice(part.start, part.end)))
  const after = changed.join('')
  return after === text ? null : { original: current.original, text: after, parts, cuts }
}

/** Everything that was changed, as edits of the original in order; none touch. */
export function editsOf({ original, parts, cuts }: Rework): CaptionEdit[] {
  const edits: CaptionEdit[] = []
  // Nothing is cut twice, so in order they lie side by side.
  const inOrder = cuts.toSorted((a, b) => a.start - b.start)
  let next = 0
  let at = 0
  let insert = ''
  let by = new Set<number>()
  const flush = (start: number): void => {
    if (insert !== '' || start > at) {
      for (let cut = inOrder[next]; cut !== undefined && cut.start < start; cut = inOrder[++next]) by.add(cut.by)
      const edit = trimmed(original, { start: at, end: start, insert })
      if (edit) edits.push({ ...edit, by: [...by].toSorted((a, b) => a - b) })
    }
    insert = ''
    by = new Set()
  }
  for (const part of parts) {
    if ('insert' in part) {
      insert += part.insert
      by.add(part.by)
      continue
    }
    flush(part.start)
    at = part.end
  }
  flush(original.length)
  return edits
}

const MARK = /[^\p{L}\p{M}\p{N}#＃@＠_\uD800-\uDFFF]/u

/** Without the marks and spaces that it takes out and puts back; words stay whole. Null when nothing is left. */
function trimmed(original: string, { start, end, insert }: Edit): Edit | null {
  const cut = original.slice(start, end)
  const most = Math.min(cut.length, insert.length)
  let head = 0
  while (head < most && cut[head] === insert[head] && MARK.test(cut.charAt(head))) head++
  let tail = 0
  while (tail < most - head && cut.at(-1 - tail) === insert.at(-1 - tail) && MARK.test(cut.at(-1 - tail) ?? '')) tail++
  if (head + tail === cut.length && head + tail === insert.length) return null
  return { start: start + head, end: end - tail, insert: insert.slice(head, insert.length - tail) }
}

function lengthOf(part: Part): number {
  return 'insert' in part ? part.insert.length : part.end - part.start
}

function slicePart(part: Part, from: number, to: number): Part {
  if ('insert' in part) return { ...part, insert: part.insert.slice(from, to) }
  return { start: part.start + from, end: part.start + Math.max(from, to) }
}

function push(parts: Part[], part: Part): void {
  const last = parts.at(-1)
  if (lengthOf(part) === 0) return
  if (last && 'start' in last && 'start' in part && last.end === part.start)
    parts[parts.length - 1] = { start: last.start, end: part.end }
  else parts.push(part)
}

/** Whether a cut here would go through a surrogate pair. */
function splits(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}

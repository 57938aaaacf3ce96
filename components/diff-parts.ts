import type { Edit } from '../lib/guidelines/define.ts'

/** A stretch of a caption before and after it was corrected. */
export interface DiffPart {
  is: 'same' | 'removed' | 'added'
  text: string
}

/** Most unchanged characters shown on each side of a change, where only the changes are shown. */
const REACH = 60

/** The caption with its changes in place. */
export function diffParts(text: string, edits: readonly Edit[]): DiffPart[] {
  const parts: DiffPart[] = []
  const add = (is: DiffPart['is'], stretch: string) => {
    if (stretch !== '') parts.push({ is, text: stretch })
  }
  let at = 0
  for (const { start, end, insert } of edits) {
    add('same', text.slice(at, start))
    add('removed', text.slice(start, end))
    add('added', insert)
    at = end
  }
  add('same', text.slice(at))
  return parts
}

/** Only the changes, each with a few words around it. */
export function shortened(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    const { is, text } = part
    if (is !== 'same') return part
    const [first, last] = [index === 0, index === parts.length - 1]
    if (text.length <= (first || last ? REACH : 2 * REACH)) return part
    const head = first ? '' : text.slice(0, REACH).replace(/(?:\s\S{0,24}|[\uD800-\uDBFF])$/u, '')
    const tail = last ? '' : text.slice(-REACH).replace(/^(?:\S{0,24}\s|[\uDC00-\uDFFF])/u, '')
    return {
      is,
      text: [head, tail].join(first || last ? '' : ' … ').replace(/^(?=.)/s, first ? '… ' : '') + (last ? ' …' : ''),
    }
  })
}

import type { Edit } from './define.ts'
import type { PostView } from './view.ts'

/** Where the sentences of a caption end: before the hashtags and mentions that close it, and their spaces. */
export function proseEnd(view: PostView): number {
  const { text } = view.post
  const tokens = [...view.hashtags, ...view.mentions].toSorted((a, b) => b.end - a.end)
  let end = text.trimEnd().length
  for (const token of tokens) {
    if (text.slice(token.end, end).trim() !== '') break
    end = text.slice(0, token.start).trimEnd().length
  }
  return end
}

/** Words put behind the sentences of a caption. */
export function afterProse(view: PostView, words: string): Edit {
  const { text } = view.post
  const end = proseEnd(view)
  if (end > 0) return { start: end, end, insert: ` ${words}` }
  return { start: 0, end: 0, insert: text.trim() === '' ? words : `${words} ` }
}

const JOINT = /^[\s•·.|,]{1,5}$/u

/**
 * Where a creator would add one more hashtag: behind the last one, set apart as those are; without any, at the
 * end, on a line of its own where the caption has several.
 */
export function appendTag(view: PostView, tag: string): Edit {
  const { text } = view.post
  const end = text.trimEnd().length
  if (end === 0) return { start: 0, end: 0, insert: tag }
  const last = view.hashtags.at(-1)
  const previous = view.hashtags.at(-2)
  if (last?.end !== end) {
    const apart = !last && text.slice(0, end).includes('\n') ? '\n\n' : ' '
    return { start: end, end, insert: apart + tag }
  }
  const joint = previous ? text.slice(previous.end, last.start) : ''
  return { start: end, end, insert: (JOINT.test(joint) ? joint : ' ') + tag }
}

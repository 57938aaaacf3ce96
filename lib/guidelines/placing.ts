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

import type { Evidence } from '../domain/finding.ts'
import type { PhraseHit } from '../text/terms.ts'
import { quoteNormal, quoteText } from './view.ts'
import type { PostView } from './view.ts'

/** The words of the caption that a phrase was found in; in a hashtag the whole hashtag is quoted. */
export function quoteHit(view: PostView, hit: PhraseHit): Evidence {
  const tag = hit.tag === null ? undefined : view.hashtags[hit.tag]
  const found = quoteNormal(view, hit.start, hit.end)
  return tag ? quoteText(view, tag.start, Math.max(tag.end, found.end)) : found
}

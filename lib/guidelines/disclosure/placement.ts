import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'
import type { Candidate } from './candidates.ts'
import { foldOf } from './platforms.ts'
import type { DisclosurePack } from './types.ts'

export type Placement = 'ok' | 'fold' | 'block'

/** Fewest tags that make a block (compliance.md 7.3 step 6). */
const BLOCK = 4
const JOINT = /^(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[.·•|,]|\u200b|\u200c|\u200d|\ufe0f)*$/u

/** Says of each candidate whether a reader sees it: before "more", and not lost in a block of tags. */
export function placer(view: PostView, pack: DisclosurePack): (candidate: Candidate) => Placement {
  const { post } = view
  // A cut caption holds just what is shown.
  const shown = !post.textComplete && post.visibleText === null
  const fold = shown ? Number.POSITIVE_INFINITY : foldOf(post, pack.firstLines, pack.linesAlways)
  const runs = tagRuns(view)
  const late = pack.tagLimit === undefined ? undefined : view.hashtags[pack.tagLimit]
  const isTag = new Set(view.hashtags.map(({ start }) => start))
  return (candidate) => {
    if (candidate.at >= fold) return 'fold'
    if (late && candidate.at >= late.start && isTag.has(candidate.at)) return 'block'
    const run = runs.get(candidate.at)
    return run !== undefined && run.size >= BLOCK && run.index >= pack.blockIndex ? 'block' : 'ok'
  }
}

/** For each hashtag and mention: its index in the unbroken run of them, and the run's size. */
function tagRuns(view: PostView): Map<number, { index: number; size: number }> {
  const tags: Span[] = [...view.hashtags, ...view.mentions].toSorted((a, b) => a.start - b.start)
  const runs = new Map<number, { index: number; size: number }>()
  let run: Span[] = []
  const flush = (): void => {
    for (const [index, tag] of run.entries()) runs.set(tag.start, { index, size: run.length })
    run = []
  }
  for (const tag of tags) {
    const previous = run.at(-1)
    if (previous && !JOINT.test(view.post.text.slice(previous.end, tag.start))) flush()
    run.push(tag)
  }
  flush()
  return runs
}

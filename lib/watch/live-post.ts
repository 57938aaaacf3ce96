import type { Label } from '../domain/observation.ts'
import type { Absence, LostLabel, Post } from '../domain/post.ts'

/** Posts of one site that lose their labels at once: then Rapport may not find the label any more (default of our own). */
const SEVERAL = 3

/** The absence that holds at `now`: the newest look at the post's address said so, and it was not seen since. */
export function absenceOf(
  { absences, lastSeenAt }: Pick<Post, 'absences' | 'lastSeenAt'>,
  now: number,
): Absence | null {
  const then = new Date(now).toISOString()
  const last = absences?.findLast(({ at }) => at <= then)
  return last && last.lastAt > lastSeenAt ? last : null
}

/**
 * Paid labels that posts carried once and do not any more (relationship.md B8). None where several posts of one site lost
 * theirs and none of that site shows one on a later look: then it is more likely that the label is not found than that
 * all of them took it off. ISO instants compare as text.
 */
export function lostLabelsOf(posts: readonly Post[], now: number): { post: Post; lost: LostLabel }[] {
  const then = new Date(now).toISOString()
  const all = posts.flatMap((post) => {
    const lost = post.lostLabels?.findLast(({ label, at }) => at <= then && !post.labels.includes(label))
    return lost ? [{ post, lost }] : []
  })
  return all.filter(({ post: { platform }, lost }) => {
    const alike = all.filter((other) => other.post.platform === platform && other.lost.label === lost.label)
    const since = alike.reduce((first, other) => (other.lost.at < first ? other.lost.at : first), lost.at)
    return alike.length < SEVERAL || isStillRead(posts, platform, lost.label, since)
  })
}

const isStillRead = (posts: readonly Post[], platform: string, label: Label, since: string): boolean =>
  posts.some((post) => post.platform === platform && post.labels.includes(label) && post.lastSeenAt >= since)

/** The paid labels that a post carried at an instant, as far as is known. */
export function labelsAt({ labels, lostLabels = [] }: Pick<Post, 'labels' | 'lostLabels'>, at: string): Label[] {
  const had = lostLabels.filter((lost) => lost.at > at && lost.seenAt >= at).map(({ label }) => label)
  return [...new Set([...labels, ...had])]
}

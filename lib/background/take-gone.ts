import { postKey } from '../domain/ids.ts'
import type { Observation } from '../domain/observation.ts'
import { type Absence, MOST_CHANGES, type Post } from '../domain/post.ts'
import { wholeId } from '../sites/whole-names.ts'
import type { StoreWriter } from '../store/interface.ts'
import type { TimedLook } from './look.ts'

/**
 * Takes in that the address of a stored post says that it is not there; true when that is news. Of a post that was
 * never seen nothing is stored: nobody can say what was removed.
 */
export async function takeGone(
  tx: StoreWriter,
  { platform, url, gone, posts }: Observation,
  look: TimedLook,
): Promise<boolean> {
  // A page that shows the post and says that it is gone contradicts itself: what it shows is so.
  if (!gone || posts.some(({ id }) => id === gone.id)) return false
  const known = await tx.posts.get(postKey(platform, wholeId(platform, gone.id, url)))
  // A look from before the post was last seen says nothing of now.
  if (!known || look.at <= known.lastSeenAt) return false
  const absences = seeAbsence(known, gone.says, look.at)
  if (absences === null) return false
  await tx.put('posts', { ...known, absences })
  return absences.length !== known.absences?.length
}

/** The absences after one more look; null when it changes nothing. The post was not there at `at`. */
function seeAbsence({ absences = [], lastSeenAt }: Post, says: Absence['says'], at: string): Absence[] | null {
  const last = absences.at(-1)
  if (last && last.lastAt >= at) return null
  const goesOn = last !== undefined && last.says === says && last.lastAt > lastSeenAt
  return goesOn
    ? [...absences.slice(0, -1), { ...last, lastAt: at }]
    : [...absences, { says, at, lastAt: at }].slice(-MOST_CHANGES)
}

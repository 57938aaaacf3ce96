import type { Observation } from '../domain/observation.ts'
import { parseWrittenDate } from '../sites/times.ts'

interface Shown {
  readonly publishedAt: string | null
  readonly publishedText: string | null
}

/**
 * The observation with the day of posts and comments whose page tells it in words only ("30 May at 11:02"). Reading
 * words in all languages weighs too much for a page's script. How long ago something was stays as it is shown.
 */
export function withWrittenDates(observation: Observation): Observation {
  const page = { lang: observation.lang ?? '', now: new Date(observation.seenAt) }
  const dated = <T extends Shown>(seen: T): T =>
    seen.publishedAt === null && seen.publishedText !== null
      ? { ...seen, publishedAt: parseWrittenDate(seen.publishedText, page) }
      : seen
  const posts = observation.posts.map((post) => ({ ...dated(post), comments: post.comments.map(dated) }))
  return { ...observation, posts }
}

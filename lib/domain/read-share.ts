import type { Count } from './count.ts'
import { MAX_COMMENTS } from './limits.ts'

/** How much of a page was read, beside what it says there is. */
export interface ReadShare {
  readonly posts: number
  readonly comments: number
  /** Comments of the same posts, as the page counts them; null where it tells of no more than were read. */
  readonly commentsOf: number | null
  /** The page rounds that figure. */
  readonly isAbout: boolean
  /** One post's comments were read up to the most that is read of one, and the page does not say how many there are. */
  readonly isBounded: boolean
}

/** One post's comments: how many were read, and the page's own figure for them. */
export interface CommentsRead {
  readonly read: number
  readonly shown: Count | null
}

/** Posts of which no comment was read are left out of the figures: their comments are not on this page. */
export function readShare(posts: readonly CommentsRead[]): ReadShare {
  const open = posts.filter(({ read }) => read > 0)
  const more = open.filter(({ read, shown }) => shown !== null && shown.value > read)
  const comments = open.reduce((sum, { read }) => sum + read, 0)
  const unread = more.reduce((sum, { read, shown }) => sum + (shown?.value ?? read) - read, 0)
  return {
    posts: posts.length,
    comments,
    commentsOf: unread > 0 ? comments + unread : null,
    isAbout: more.some(({ shown }) => (shown?.step ?? 1) > 1),
    isBounded: unread === 0 && open.some(({ read }) => read >= MAX_COMMENTS),
  }
}

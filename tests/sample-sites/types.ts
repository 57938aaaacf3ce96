export type SiteId = 'instagram' | 'tiktok' | 'youtube' | 'x' | 'bluesky' | 'mastodon'

/** A comment by an invented reader; `by: 'author'` is the creator answering. */
export interface SampleComment {
  readonly by: string
  readonly name?: string
  readonly text: string
  readonly likes: number
  /** Hours after the post. */
  readonly after: number
  /** An answer to the last comment that is not one itself. */
  readonly answer?: true
  readonly pinned?: true
}

export interface SamplePost {
  /** Days before today, and the time of day in UTC. */
  readonly daysAgo: number
  readonly at: string
  /** YouTube's title; other sites have none. */
  readonly title?: string
  readonly text: string
  /** What the creator changes the caption to, once it was looked at. */
  readonly editedText?: string
  readonly likes: number
  /** As the site counts them; the page may show fewer. */
  readonly commentCount: number
  readonly shares: number
  readonly views: number
  readonly saves: number
  /** The site's own label says that this is paid. */
  readonly labelled?: true
  readonly comments: readonly SampleComment[]
  /** What the picture is of, for its alternative text. */
  readonly picture: string
}

export interface SampleAccount {
  readonly site: SiteId
  readonly handle: string
  readonly name: string
  readonly bio: string
  readonly followers: number
  readonly following: number
  /** As the site counts them; the profile page may show fewer. */
  readonly postCount: number
  readonly verified?: true
  /** Newest first. */
  readonly posts: readonly SamplePost[]
}

/** A post with what its page needs: whose it is, its id and its time, all worked out from `now`. */
export interface Placed {
  readonly post: SamplePost
  readonly account: SampleAccount
  readonly id: string
  readonly time: Date
  /** The caption at this visit. */
  readonly text: string
  readonly edited: boolean
}

/** What a site's pages are made from. */
export interface Visit {
  readonly now: Date
  /** The creators' silent edits have happened. */
  readonly edited: boolean
}

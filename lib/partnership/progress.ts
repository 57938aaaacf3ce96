/** Where a draft stands (relationship.md B11). `drifted` is said by lib/background/draft-live, which sees the live post. */
export type DraftState =
  | 'draft'
  | 'submitted'
  | 'compliance-review'
  | 'creative-review'
  | 'changes-requested'
  | 'approved'
  | 'on-hold'
  | 'rejected'
  | 'live-matched'
  | 'drifted'

/** What follows from a draft's events. */
export interface Progress {
  readonly state: DraftState
  /** The version that is talked about. */
  readonly version: number
  /** How often changes were asked for. */
  readonly rounds: number
  /** ISO instant from which the present wait counts; what was spent on hold is not part of it. */
  readonly since: string
  /** Reminders of the present wait, and whether it was escalated. */
  readonly reminders: readonly string[]
  readonly escalated: boolean
  /** The sheet that somebody outside answers; null while the review is here. */
  readonly handedTo: { readonly name: string; readonly sheetId: string } | null
  readonly approved: {
    readonly version: number
    readonly hash: string
    readonly by: string
    readonly at: string
  } | null
  readonly live: { readonly postId: string | null; readonly url: string | null; readonly at: string } | null
  /** While on hold: what it comes back to, and since when it is. */
  readonly held: { readonly from: Progress; readonly at: string } | null
}

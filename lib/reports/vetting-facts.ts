import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { ReportSection } from '../domain/report.ts'
import type { Vetting } from '../domain/vetting.ts'
import type { VettedPost } from '../guidelines/vet-post.ts'

/** What is known of a creator who is vetted: captured posts within the look-back, newest first, each as it was read. */
export interface VettingFacts {
  readonly vetting: Vetting
  readonly posts: readonly { readonly post: Post; readonly read: VettedPost }[]
  /** Posts within the look-back, of which `posts` are the newest. */
  readonly known: number
  readonly profiles: readonly ProfileSnapshot[]
  /** How many of the visible comments (`n`, without `spam`) could stand under any post; null: none was captured. */
  readonly crowd: {
    readonly n: number
    readonly generic: number
    readonly spam: number
    readonly level: 'usual' | 'some' | 'alarm' | null
  } | null
  /** Posts whose comments were read, and comments the creator wrote there. */
  readonly heard: { readonly posts: readonly string[]; readonly own: number; readonly all: number }
  /** Names of the competitors that were looked for. */
  readonly competitors: readonly string[]
  /** Days after which posts that are not seen any more are removed; null: never. */
  readonly retentionDays: number | null
}

export interface Span {
  readonly from: string
  readonly to: string
}
/** One section of the sheet, from the facts and the look-back's first and last moment. */
export type Section = (facts: VettingFacts, window: Span) => ReportSection

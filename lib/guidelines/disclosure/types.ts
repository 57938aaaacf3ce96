import type { Source } from '../../domain/finding.ts'
import type { Relationship } from '../../domain/partner.ts'

/** A document that says what discloses and what does not. */
export type Authority = Omit<Extract<Source, { type: 'law' }>, 'type' | 'jurisdiction'>

/**
 * How a term discloses. `label`: a word that counts only in label position (a whole hashtag, in brackets, at
 * the start or end of a line). `phrase`: a sentence part that counts anywhere; `*` stands for up to four words,
 * `{brand}` for a handle, a hashtag or the brand's name. `brandtag`: a hashtag of brand and word,
 * `{brand}partner`.
 */
export interface TermGroup {
  readonly form: 'label' | 'phrase' | 'brandtag'
  /** Key of the pack's `authorities`. */
  readonly source: string
  /** BCP 47. */
  readonly lang: string
  /** Counts only for these relationships; absent = for all. */
  readonly onlyFor?: readonly Relationship[]
  readonly terms: readonly string[]
}

/** One jurisdiction's disclosure rules, as data. */
export interface DisclosurePack {
  /** ISO 3166 code, or `EU`. */
  readonly jurisdiction: string
  readonly name: string
  /** Languages whose plain advertising words are accepted. */
  readonly languages: readonly string[]
  readonly authorities: Readonly<Record<string, Authority>>
  /** Key of the authority cited when nothing was found. */
  readonly rule: string
  readonly accepted: readonly TermGroup[]
  /** Named, or treated, as inadequate on their own. */
  readonly ambiguous: readonly TermGroup[]
  /** What the platform's own label is worth. */
  readonly platformLabel: 'sufficient' | 'supplementary' | 'insufficient-alone'
  /** Lines a reader sees without acting, on sites that cut by lines; null = only the site's own cut counts. */
  readonly firstLines: number | null
  /** In a run of four and more tags, the first index (from 0) that is lost in it. */
  readonly blockIndex: number
  /** The disclosure must also be in the video itself. */
  readonly inVideo: boolean
}

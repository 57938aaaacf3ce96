import type { Source } from '../../domain/finding.ts'
import type { Relationship } from '../../domain/partner.ts'

/** A document that says what discloses and what does not. Confidence L: not confirmed, shown as unreviewed. */
export type Authority = Omit<Extract<Source, { type: 'law' }>, 'type' | 'jurisdiction'>

/**
 * How a term discloses.
 * - `label`: a word that counts only in label position: a whole hashtag, in brackets, at the start or end of a line.
 * - `hashtag`: counts only as a whole hashtag.
 * - `notice`: a name for advertising that counts anywhere and is quoted as it is, "collaboration commerciale".
 * - `phrase`: a sentence part that counts anywhere and is quoted with its clause. `*` stands for up to four
 *   words, `{brand}` for a handle, a hashtag or the brand's name.
 * - `brandtag`: a hashtag of brand and word, `{brand}partner`.
 */
export type TermForm = 'label' | 'hashtag' | 'notice' | 'phrase' | 'brandtag'

export interface TermGroup {
  readonly form: TermForm
  /** Key of the pack's `authorities`. */
  readonly source: string
  /** BCP 47. */
  readonly lang: string
  /** Counts only for these relationships; absent = for all. */
  readonly onlyFor?: readonly Relationship[]
  readonly terms: readonly string[]
}

/**
 * A duty beside the advertising label. It can only ever be advice, because whether it applies is not all in
 * the text. Words are compared without accents and case.
 */
export interface Duty {
  /**
   * `retouched`: the caption says that the picture was changed (`when`), without the notice (`notice`).
   * `virtual`: caption or profile says that the creator is not a person, and the post does not.
   * `profile`: the creator's profile must carry one of `notice`.
   * `sponsor`: the disclosure must let readers know whose advertising it is.
   */
  readonly kind: 'retouched' | 'virtual' | 'profile' | 'sponsor'
  /** Key of the pack's `authorities`. */
  readonly source: string
  readonly when?: readonly string[]
  readonly notice?: readonly string[]
  /** Binds every creator, so that a profile not captured is worth saying. */
  readonly everyone?: true
}

/** One jurisdiction's disclosure rules, as data. */
export interface DisclosurePack {
  /** ISO 3166 code, or `EU`. */
  readonly jurisdiction: string
  readonly name: string
  /** Languages whose plain advertising words are accepted in any post; none = only the post's own language. */
  readonly languages: readonly string[]
  readonly authorities: Readonly<Record<string, Authority>>
  /** Key of the authority cited when nothing was found. */
  readonly rule: string
  readonly accepted: readonly TermGroup[]
  /** Named, or treated, as inadequate on their own. */
  readonly ambiguous: readonly TermGroup[]
  /**
   * The label to write, by language (the first is the usual one) and relationship; `any` for all others.
   * Written as it stands, with `: ` or a space (hashtags) after it.
   */
  readonly write: Readonly<Record<string, { readonly any: string } & Partial<Record<Relationship, string>>>>
  /** What the platform's own label is worth. */
  readonly platformLabel: 'sufficient' | 'supplementary' | 'insufficient-alone'
  /** The label counts as sufficient only in this script. */
  readonly labelScript?: RegExp
  /** Lines a reader sees without acting, on sites that cut by lines; null = only the site's own cut counts. */
  readonly firstLines: number | null
  /** The rule asks for these lines on every site, whatever the site shows. */
  readonly linesAlways?: true
  /** The rule asks for the label at the very start; elsewhere it may still be seen. */
  readonly atStart?: true
  /** In a run of four and more tags, the first index (from 0) that is lost in it. */
  readonly blockIndex: number
  /** Hashtags after this many of the post are lost, in a run or not. */
  readonly tagLimit?: number
  /** The rule's own form is label and brand with nothing between: "Mainos Lumikki". */
  readonly nameFollows?: true
  readonly duties?: readonly Duty[]
}

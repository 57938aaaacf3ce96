import type { Relationship } from '../../../domain/partner.ts'
import type { Authority, TermForm, TermGroup } from '../types.ts'

/**
 * The words in which packs are written. Every fact is compiled from public summaries of the documents named
 * and was checked on 2026-11-22; it is not legal advice. Confidence H: a source names the wording; M: our
 * reading of a summary; L: not confirmed, shown as unreviewed.
 */
export function doc(
  authority: string,
  document: string,
  since: string,
  confidence: Authority['confidence'],
  url: string | null = null,
): Authority {
  return { authority, document, since, confidence, url }
}

/** What a document does not name in so many words: our reading of it. */
export function reading(of: Authority): Authority {
  return { ...of, document: `${of.document} (our reading)`, confidence: 'M' }
}

/** What sources disagree on, or none confirms. */
export function unconfirmed(of: Authority): Authority {
  return { ...of, document: `${of.document} (not confirmed)`, confidence: 'L' }
}

type Make = (source: string, lang: string, ...terms: readonly string[]) => TermGroup

const group =
  (form: TermForm): Make =>
  (source, lang, ...terms) => ({ form, source, lang, terms })

export const label = group('label')
export const hashtag = group('hashtag')
export const notice = group('notice')
export const phrase = group('phrase')
export const brandtag = group('brandtag')

/** Counts only for these relationships. */
export function only(relationships: readonly Relationship[], of: TermGroup): TermGroup {
  return { ...of, onlyFor: relationships }
}

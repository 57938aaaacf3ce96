import type { ByMarket, Market, TemplateRule, TemplateSource } from './types.ts'

export type Language = 'en' | 'de' | 'fr' | 'it' | 'es'
/** The same in each market's language; a language that is left out does not have it. */
export type ByLanguage<T> = Readonly<Partial<Record<Language, T>>>

const languages: Readonly<Record<Market, Language>> = { US: 'en', GB: 'en', DE: 'de', FR: 'fr', IT: 'it', ES: 'es' }

/** The rules that one line of a template gives in a market; none where it has no words or no authority. */
export type RuleMaker = (market: Market) => TemplateRule[]

type Sources = ByMarket<TemplateSource> | null
type Style = Pick<TemplateRule, 'severity' | 'weight'>

/** What is seldom right fails a post; the rest advises, until the brand decides otherwise. */
const styleOf = (severity: TemplateRule['severity']): Style => ({
  severity,
  weight: severity === 'high' ? 'must' : 'prefer',
})

/** Each claim is a rule of its own, so that it can be taken out where the brand may make it. */
export function claims(
  code: string,
  severity: TemplateRule['severity'],
  sources: Sources,
  texts: ByLanguage<readonly string[]>,
): RuleMaker {
  return (market) =>
    (texts[languages[market]] ?? []).flatMap((claim) =>
      made(market, code, sources, 'banned-claim', { claim }, styleOf(severity)),
    )
}

/** Words that are not to be used, in one rule. */
export function words(
  code: string,
  severity: TemplateRule['severity'],
  sources: Sources,
  texts: ByLanguage<readonly string[]>,
): RuleMaker {
  return (market) => {
    const phrases = texts[languages[market]]
    return phrases ? made(market, code, sources, 'banned-phrase', { phrases }, styleOf(severity)) : []
  }
}

/** Starter families of claims: a hit is for a person to look at (compliance.md section 3). */
export function families(code: string, sources: Sources, ids: readonly string[]): RuleMaker {
  const style: Style = { severity: 'medium', weight: 'must' }
  return (market) => made(market, code, sources, 'claim-families', { families: ids }, style)
}

/** A line that a law words itself, only in captions that speak of one of these families. */
export function legalLine(code: string, sources: Sources, lines: ByMarket<string>, when: readonly string[]): RuleMaker {
  return (market) => {
    const line = lines[market]
    return line === undefined
      ? []
      : made(market, code, sources, 'required-phrase', { legalLine: line, when }, styleOf('high'))
  }
}

/** Words that are to be there, as one market has them. */
export function wording(
  code: string,
  severity: TemplateRule['severity'],
  sources: Sources,
  texts: ByMarket<string>,
): RuleMaker {
  return (market) => {
    const phrase = texts[market]
    return phrase === undefined ? [] : made(market, code, sources, 'required-phrase', { phrase }, styleOf(severity))
  }
}

/** A rule of any kind, the same in every market. */
export function rule(code: string, kind: string, params: TemplateRule['params']): RuleMaker {
  return (market) => made(market, code, null, kind, params, styleOf('low'))
}

/** Advertising is disclosed as the market's own law asks. */
export function disclosed(sources: Readonly<Record<Market, TemplateSource>>): RuleMaker {
  return (market) => made(market, 'disclosure', sources, 'disclosure', { jurisdictions: [market] }, styleOf('high'))
}

function made(
  market: Market,
  code: string,
  sources: Sources,
  kind: string,
  params: TemplateRule['params'],
  style: Style,
): TemplateRule[] {
  const source = sources === null ? null : sources[market]
  return source === undefined ? [] : [{ code, kind, params, ...style, source }]
}

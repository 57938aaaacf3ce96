import type { Source } from '../../domain/finding.ts'

type Law = Extract<Source, { type: 'law' }>

function law(
  jurisdiction: string,
  authority: string,
  document: string,
  since: string,
  confidence: Law['confidence'],
): Law {
  return { type: 'law', jurisdiction, authority, document, since, confidence, url: null }
}

/**
 * Where the starter claim families come from (compliance.md section 3). Read there through summaries: check the
 * wording before relying on one. `since` is when the document, or the rule in it, began to apply.
 */
export const AUTHORITIES = {
  ftcHealth: law('US', 'FTC', 'Health Products Compliance Guidance', '2022-12', 'M'),
  ftcGutCheck: law('US', 'FTC', 'Gut Check: weight-loss claims that cannot be true', '2014-01', 'M'),
  ftcAct: law('US', 'FTC', 'FTC Act, section 5', '1938', 'M'),
  ftcGreen: law('US', 'FTC', 'Green Guides, 16 CFR 260', '2012-10', 'M'),
  ftcReviews: law('US', 'FTC', 'Rule on fake reviews, 16 CFR 465', '2024-10', 'L'),
  capMedicines: law('GB', 'ASA', 'CAP Code, section 12 (medicines and health)', '2010-09', 'M'),
  capFood: law('GB', 'ASA', 'CAP Code, section 15 (food claims)', '2010-09', 'M'),
  capMisleading: law('GB', 'ASA', 'CAP Code, section 3 (misleading advertising)', '2010-09', 'M'),
  capAlcohol: law('GB', 'ASA', 'CAP Code, section 18 (alcohol)', '2010-09', 'M'),
  capGambling: law('GB', 'ASA', 'CAP Code, section 16 (gambling)', '2010-09', 'M'),
  capChildren: law('GB', 'ASA', 'CAP Code, section 5 (children)', '2010-09', 'M'),
  ukLessHealthy: law('GB', 'Ofcom and ASA', 'Ban on paid online ads for less healthy food', '2026-01-05', 'M'),
  cmaGreen: law('GB', 'CMA', 'Green Claims Code', '2021-09', 'M'),
  fca: law('GB', 'FCA', 'FG24/1, financial promotions on social media', '2024-03', 'M'),
  euHealthClaims: law('EU', 'European Union', 'Regulation (EC) 1924/2006, articles 10 and 12', '2007-07', 'M'),
  euUnfair: law('EU', 'European Union', 'Directive 2005/29/EC, Annex I', '2007-12', 'M'),
  euCosmetics: law('EU', 'European Union', 'Regulation (EU) 655/2013, common criteria', '2013-07', 'M'),
  euCrypto: law('EU', 'European Union', 'Regulation (EU) 2023/1114 (MiCA), articles 7 and 29', '2024-12-30', 'M'),
  euGreen: law('EU', 'European Union', 'Directive (EU) 2024/825', '2026-09-27', 'M'),
  frInfluence: law('FR', 'Légifrance', 'Loi 2023-451, article 4', '2023-06', 'M'),
  asciCrypto: law('IN', 'ASCI', 'Guidelines for virtual digital assets', '2022-04-01', 'M'),
  conar: law('BR', 'CONAR and ANVISA', 'Rules on health advertising', '2008', 'L'),
  jpClaims: law('JP', '消費者庁', '景品表示法 5条; 薬機法 66条', '2014-11', 'M'),
  cnAdvertising: law('CN', '市场监管总局', '广告法 第九条', '2015-09', 'M'),
  krFair: law('KR', '공정거래위원회', '표시·광고의 공정화에 관한 법률', '1999-07', 'L'),
  trHealth: law('TR', 'Reklam Kurulu', '2021/2 (no health declaration)', '2021-05', 'M'),
} as const satisfies Record<string, Law>

export type AuthorityId = keyof typeof AUTHORITIES

/** Members of the Union, where its own rules apply; the codes of compliance.md and their neighbours. */
const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK EU'.split(' '))

/** The one of the audience's own country first, then the Union's where it is a member, then any. */
export function authorityFor(ids: readonly AuthorityId[], jurisdiction: string): Source {
  const laws: readonly Law[] = ids.map((id) => AUTHORITIES[id])
  const own = laws.find((one) => one.jurisdiction === jurisdiction)
  const shared = UNION.has(jurisdiction) ? laws.find((one) => one.jurisdiction === 'EU') : undefined
  return own ?? shared ?? laws[0] ?? AUTHORITIES.ftcAct
}

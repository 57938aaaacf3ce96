import type { ByMarket, Market, TemplateSource } from './types.ts'

// The authorities that template rules cite: compliance.md sections 1 and 3. Read through summaries, as its section 9
// says, so every rule that comes from a template asks its reader to check before acting.

const source = (
  authority: string,
  document: string,
  since: string,
  confidence: TemplateSource['confidence'],
): TemplateSource => ({ authority, document, since, confidence })

/** The same for every market of the European Union here. */
const eu = (one: TemplateSource): ByMarket<TemplateSource> => ({ DE: one, FR: one, IT: one, ES: one })

const ucpd = source('European Union', 'Directive 2005/29/EC on unfair commercial practices', '2005-05-11', 'H')
const ftcAct = source('FTC', 'FTC Act, section 5: deceptive practices', '1914-09-26', 'M')
const capMisleading = source('ASA/CAP', 'CAP Code, section 3: misleading advertising', '2010-09-01', 'M')

/** That advertising says so. */
export const disclosureSources: Readonly<Record<Market, TemplateSource>> = {
  US: source('FTC', '16 CFR 255, Guides Concerning Endorsements', '2023-07-26', 'H'),
  GB: source('ASA/CAP and CMA', 'Influencers’ guide to making clear that ads are ads, 3rd edition', '2023-03-23', 'H'),
  DE: source('die medienanstalten', 'Leitfaden Werbekennzeichnung bei Online-Medien', '2022-05', 'H'),
  FR: source('DGCCRF', 'Loi n° 2023-451 art. 5, ordonnance n° 2024-978', '2024-11-08', 'H'),
  IT: source('IAP', 'Regolamento Digital Chart', '2024-10-30', 'H'),
  ES: source('AEA, AUTOCONTROL, IAB Spain', 'Código de conducta sobre el uso de influencers', '2025-10-01', 'M'),
}

/** Claims that mislead, whatever is sold. */
export const misleadingSources: ByMarket<TemplateSource> = { US: ftcAct, GB: capMisleading, ...eu(ucpd) }

/** That a product heals, treats or prevents. */
export const healthSources: ByMarket<TemplateSource> = {
  US: source('FTC', 'Health Products Compliance Guidance', '2022-12', 'H'),
  GB: source('ASA/CAP', 'CAP Code, section 12: medicines and medical claims', '2010-09-01', 'M'),
  ...eu(source('European Union', 'Regulation (EC) No 1924/2006, art. 10 and 12', '2006-12-20', 'H')),
}

/** Claims about cosmetics. */
export const cosmeticSources: ByMarket<TemplateSource> = {
  US: ftcAct,
  GB: source('ASA/CAP', 'CAP Code, section 12: medicines, beauty and health', '2010-09-01', 'M'),
  ...eu(
    source('European Union', 'Regulation (EU) No 655/2013, common criteria for cosmetic claims', '2013-07-10', 'H'),
  ),
}

/** How much and how fast weight is lost. */
export const weightSources: ByMarket<TemplateSource> = {
  US: source('FTC', 'Gut Check: seven weight-loss claims that cannot be true', '2014-01-07', 'H'),
  GB: source('ASA/CAP', 'CAP Code, sections 13 and 15: weight control, food and supplements', '2010-09-01', 'M'),
  ...eu(source('European Union', 'Regulation (EC) No 1924/2006, art. 12 (b)', '2006-12-20', 'H')),
}

/** What alcohol advertising must not say or must add. */
export const alcoholSources: ByMarket<TemplateSource> = {
  US: source('DISCUS', 'Code of Responsible Practices', '2023', 'L'),
  GB: source('ASA/CAP', 'CAP Code, section 18: alcohol', '2010-09-01', 'M'),
  DE: source(
    'Deutscher Werberat',
    'Verhaltensregeln über die kommerzielle Kommunikation für alkoholhaltige Getränke',
    '2009',
    'L',
  ),
  FR: source('Code de la santé publique', 'Loi Évin, art. L3323-2 to L3323-4', '1991-01-10', 'M'),
  IT: source('IAP', 'Codice di Autodisciplina, art. 22', '2020', 'L'),
  ES: source('FEBE', 'Código de autorregulación publicitaria', '2018', 'L'),
}

/** Promises of returns. */
export const financeSources: ByMarket<TemplateSource> = {
  US: source('FTC and SEC', 'FTC Act section 5, Securities Act section 17(b)', '1933-05-27', 'M'),
  GB: source('FCA', 'FG24/1 on financial promotions on social media, FSMA s. 21', '2024-03-26', 'H'),
  ...eu(ucpd),
}

/** The sentence that crypto-assets are advertised with. */
export const cryptoSources: ByMarket<TemplateSource> = {
  GB: source('FCA', 'PS23/6 and COBS 4.12A: risk warning for cryptoassets', '2023-10-08', 'M'),
  ...eu(source('European Union', 'Regulation (EU) 2023/1114 (MiCA), art. 7', '2024-12-30', 'M')),
}

/** Claims about the environment. */
export const greenSources: ByMarket<TemplateSource> = {
  US: source('FTC', 'Green Guides, 16 CFR 260', '2012-10-11', 'H'),
  GB: source('CMA', 'Green Claims Code', '2021-09-20', 'H'),
  ...eu(source('European Union', 'Directive (EU) 2024/825, generic and offset-based claims', '2026-09-27', 'H')),
}

/** Telling children to buy, or to make their parents buy. */
export const childrenSources: ByMarket<TemplateSource> = {
  US: source('CARU', 'Self-Regulatory Guidelines for Children’s Advertising', '2022-01-01', 'L'),
  GB: source('ASA/CAP', 'CAP Code, section 5: children', '2010-09-01', 'M'),
  ...eu(source('European Union', 'Directive 2005/29/EC, Annex I no. 28', '2005-05-11', 'H')),
}

/** Mentions of gambling. */
export const gamblingSources: ByMarket<TemplateSource> = {
  GB: source('ASA/CAP', 'CAP Code, section 16: gambling', '2010-09-01', 'M'),
  FR: source('République française', 'Loi n° 2023-451, art. 4', '2023-06-09', 'H'),
  IT: source(
    'Repubblica Italiana',
    'Decreto-legge 87/2018, art. 9: divieto di pubblicità del gioco',
    '2018-07-14',
    'L',
  ),
}

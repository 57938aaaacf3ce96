import type { DisclosurePack } from '../types.ts'
import { doc } from './build.ts'

/**
 * The fallback for member states without an entry of their own: a plain word for advertising in the
 * audience's language (plain-words.ts) and nothing else.
 */
export const eu: DisclosurePack = {
  jurisdiction: 'EU',
  name: 'European Union',
  languages: [],
  authorities: {
    principles: doc(
      'European Commission and CPC network',
      'Influencer Legal Hub; 5 Key Principles on Social Media Marketing Disclosures',
      '2023-10',
      'M',
      'https://www.acm.nl/en/publications/europe-offers-influencers-tool-compliance-rules',
    ),
    law: doc('European Union', 'Directive 2005/29/EC (UCPD); Digital Services Act art. 26(2)', '2024-02-17', 'M'),
  },
  rule: 'principles',
  accepted: [],
  ambiguous: [],
  write: {},
  platformLabel: 'supplementary',
  firstLines: null,
  blockIndex: 3,
}

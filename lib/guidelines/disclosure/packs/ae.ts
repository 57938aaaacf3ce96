import type { DisclosurePack } from '../types.ts'
import { arabicAds, arabicHints } from './arabic.ts'
import { brandtag, doc, label, phrase, reading } from './build.ts'
import { affiliateWords, credits, employeeWords, eventWords, giftWords, hints, ownBrandWords } from './english.ts'

const law = doc('UAE Media Council', 'Federal Decree-Law 55/2023, Cabinet Resolution 42/2025', '2025', 'M')

export const ae: DisclosurePack = {
  jurisdiction: 'AE',
  name: 'United Arab Emirates',
  languages: ['ar', 'en'],
  authorities: {
    law,
    permit: doc(
      'UAE Media Council',
      'Advertiser Permit',
      '2026-02-01',
      'M',
      'https://gulfnews.com/uae/new-uae-law-advertiser-permit-now-mandatory-for-influencers-and-creators-for-social-media-1.500427938',
    ),
    reading: reading(law),
  },
  rule: 'law',
  accepted: [
    ...arabicAds('law', 'reading'),
    label('law', 'en', 'ad', 'advertisement'),
    label('reading', 'en', 'advert', 'sponsored', 'paid ad', 'paid partnership', 'paid promotion'),
    phrase('reading', 'en', 'sponsored by', 'paid partnership with'),
  ],
  ambiguous: [
    ...arabicHints('reading'),
    label('law', 'en', 'collab'),
    hints('reading'),
    credits('reading'),
    giftWords('reading'),
    eventWords('reading'),
    affiliateWords('reading'),
    employeeWords('reading'),
    ownBrandWords('reading'),
    brandtag('reading', 'en', '{brand}partner', '{brand}ambassador', '{brand}ad'),
  ],
  write: { ar: { any: '#إعلان' }, en: { any: '#ad' } },
  platformLabel: 'supplementary',
  firstLines: null,
  blockIndex: 3,
  duties: [
    {
      kind: 'profile',
      source: 'permit',
      everyone: true,
      notice: ['permit', 'advertiser no', 'تصريح', 'ترخيص', 'رخصة'],
    },
  ],
}

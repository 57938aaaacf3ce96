import type { DisclosurePack } from '../types.ts'
import { brandtag, doc, hashtag, label, only, phrase, reading } from './build.ts'
import { affiliateWords, credits, employeeWords, eventWords, giftWords, hints, ownBrandWords } from './english.ts'

const guide = doc(
  'CCPC and ASA',
  'Guidance on influencer advertising and marketing',
  '2023-10-27',
  'H',
  'https://www.ccpc.ie/business/help-for-business/guidelines-for-business/influencer-advertising-and-marketing/',
)

export const ie: DisclosurePack = {
  jurisdiction: 'IE',
  name: 'Ireland',
  languages: ['en', 'ga'],
  authorities: {
    guide,
    ruling: doc(
      'ASA',
      'Complaint upheld: "ad" without # and not first',
      '2024',
      'H',
      'https://adstandards.ie/?p=40459',
    ),
    reading: reading(guide),
  },
  rule: 'guide',
  accepted: [
    hashtag('guide', 'en', 'ad'),
    hashtag('guide', 'ga', 'fógra'),
    hashtag('reading', 'en', 'advertisement', 'advert', 'advertising'),
    // For gifts nobody asked for, without any say of the brand.
    only(['gift'], label('guide', 'en', 'gifted')),
  ],
  ambiguous: [
    label('ruling', 'en', 'ad'),
    label(
      'guide',
      'en',
      'own brand',
      'i work with',
      'sponsored',
      'collaboration',
      'affiliate',
      'sp',
      'brand ambassador',
    ),
    label('reading', 'en', 'advert', 'advertisement', 'advertising', 'paid partnership', 'paid promotion'),
    label('reading', 'ga', 'fógra'),
    hints('reading'),
    phrase('reading', 'en', 'sponsored by', 'paid partnership with', 'in partnership with', 'this is an ad'),
    credits('reading'),
    giftWords('reading'),
    eventWords('reading'),
    affiliateWords('reading'),
    employeeWords('reading'),
    ownBrandWords('reading'),
    brandtag('reading', 'en', '{brand}ambassador', '{brand}partner', '{brand}ad'),
  ],
  write: { en: { any: '#Ad', gift: '#Gifted' }, ga: { any: '#Fógra' } },
  platformLabel: 'sufficient',
  firstLines: null,
  atStart: true,
  blockIndex: 3,
}

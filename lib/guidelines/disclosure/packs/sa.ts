import type { DisclosurePack } from '../types.ts'
import { arabicAds, arabicHints } from './arabic.ts'
import { brandtag, doc, label, phrase, reading } from './build.ts'
import { affiliateWords, credits, employeeWords, eventWords, giftWords, hints, ownBrandWords } from './english.ts'

const licence = doc(
  'General Authority of Media Regulation',
  'Mawthooq licence',
  '2022-10',
  'M',
  'https://saudipedia.com/en/article/1357/economy-and-business/commerce/what-is-the-mawthooq-license',
)

export const sa: DisclosurePack = {
  jurisdiction: 'SA',
  name: 'Saudi Arabia',
  languages: ['ar', 'en'],
  authorities: { licence, reading: reading(licence) },
  rule: 'licence',
  accepted: [
    ...arabicAds('licence', 'reading'),
    label('licence', 'en', 'ad'),
    label('reading', 'en', 'advertisement', 'advert', 'sponsored', 'paid ad', 'paid partnership', 'paid promotion'),
    phrase('reading', 'en', 'sponsored by', 'paid partnership with'),
  ],
  ambiguous: [
    ...arabicHints('reading'),
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
      source: 'licence',
      everyone: true,
      notice: ['mawthooq', 'موثوق', 'ترخيص', 'رخصة', 'licence', 'license'],
    },
  ],
}

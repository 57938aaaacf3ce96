import type { DisclosurePack } from '../types.ts'
import { brandtag, doc, label, phrase, reading } from './build.ts'
import { affiliateWords, credits, employeeWords, eventWords, giftWords, hints, ownBrandWords } from './english.ts'

const code = doc('AANA and Ad Standards', 'Code of Ethics, section 2.7', '2021-02-01', 'M')

export const au: DisclosurePack = {
  jurisdiction: 'AU',
  name: 'Australia',
  languages: ['en'],
  authorities: {
    code,
    aimco: doc('AiMCO', 'Influencer Marketing Code of Practice', '2021', 'M', 'https://aimco.org.au'),
    reading: reading(code),
  },
  rule: 'code',
  accepted: [
    label('code', 'en', 'ad', 'advert', 'advertising', 'branded content', 'paid partnership', 'paid promotion'),
    label('reading', 'en', 'advertisement', 'paid ad'),
    phrase('code', 'en', 'paid partnership with'),
    phrase('reading', 'en', 'paid promotion for', 'this is an ad', 'this post is an ad', 'this video is an ad'),
  ],
  ambiguous: [
    label('code', 'en', 'sp', 'spon', 'gifted', 'affiliate', 'collab'),
    label('reading', 'en', 'sponsored', 'sponsored post', 'sponsored content'),
    hints('reading'),
    phrase('code', 'en', 'thanks to {brand}'),
    phrase('reading', 'en', 'sponsored by', 'in partnership with'),
    credits('reading'),
    giftWords('reading'),
    eventWords('reading'),
    affiliateWords('reading'),
    employeeWords('reading'),
    ownBrandWords('reading'),
    brandtag('reading', 'en', '{brand}ambassador', '{brand}partner', '{brand}ad', '{brand}gifted'),
  ],
  write: { en: { any: '#ad' } },
  platformLabel: 'sufficient',
  firstLines: null,
  blockIndex: 3,
}

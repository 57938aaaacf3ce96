import type { DisclosurePack } from '../types.ts'
import { brandtag, doc, label, phrase, reading } from './build.ts'

const guide = doc(
  'Forbrugerombudsmanden',
  'Skjult reklame på sociale medier, markedsføringsloven § 6, stk. 4',
  '2017-07-01',
  'H',
  'https://www.forbrugerombudsmanden.dk/alle-emner/forbud-mod-skjult-reklame/sociale-medier/',
)
const reports = doc(
  'Forbrugerombudsmanden',
  'Politianmeldelser for skjult reklame',
  '2019-08',
  'H',
  'https://www.bt.dk/krimi/populaere-influencere-politianmeldes-for-skjult-reklame',
)

export const dk: DisclosurePack = {
  jurisdiction: 'DK',
  name: 'Denmark',
  languages: ['da'],
  authorities: { guide, reports, reading: reading(guide) },
  rule: 'guide',
  accepted: [
    label('guide', 'da', 'reklame', 'annonce'),
    label('reading', 'da', 'reklameopslag', 'betalt reklame', 'betalt annonce', 'indeholder reklame'),
    phrase(
      'reading',
      'da',
      'dette er reklame',
      'dette er en annonce',
      'dette er en reklame',
      'opslaget indeholder reklame',
      'videoen indeholder reklame',
      'indeholder reklame for',
    ),
  ],
  ambiguous: [
    label('reports', 'en', 'ad'),
    label('reports', 'da', 'spons'),
    label(
      'reading',
      'da',
      'sponsoreret',
      'samarbejde',
      'betalt samarbejde',
      'betalt partnerskab',
      'reklamelink',
      'affiliatelink',
      'gave',
      'pr',
      'ambassadør',
      'collab',
    ),
    label('reading', 'en', 'sponsored'),
    phrase(
      'reading',
      'da',
      'i samarbejde med',
      'samarbejde med {brand}',
      'betalt samarbejde med',
      'sponsoreret af',
      'tak til {brand}',
      'tak {brand}',
      'gave fra {brand}',
      'fået af {brand}',
    ),
    brandtag('reading', 'da', '{brand}partner', '{brand}ambassador', '{brand}ad'),
  ],
  write: { da: { any: 'Reklame' } },
  platformLabel: 'supplementary',
  firstLines: null,
  blockIndex: 3,
}

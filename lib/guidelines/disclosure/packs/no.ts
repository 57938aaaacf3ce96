import type { DisclosurePack } from '../types.ts'
import { brandtag, doc, label, phrase, reading } from './build.ts'

const guide = doc(
  'Forbrukertilsynet',
  'Veiledning om merking av reklame i sosiale medier',
  '2022',
  'H',
  'https://forbrukertilsynet.no/lov-og-rett/veiledninger-og-retningslinjer/someveiledning',
)

export const no: DisclosurePack = {
  jurisdiction: 'NO',
  name: 'Norway',
  languages: ['no', 'nb', 'nn'],
  authorities: {
    guide,
    retouching: doc(
      'Forbrukertilsynet',
      'Markedsføringsloven § 2, merking av retusjert reklame',
      '2022-07-01',
      'H',
      'https://forbrukertilsynet.no/?p=27856',
    ),
    reading: reading(guide),
  },
  rule: 'guide',
  accepted: [
    label('guide', 'no', 'reklame', 'annonse'),
    label('reading', 'no', 'reklameinnlegg', 'betalt reklame', 'betalt annonse', 'inneholder reklame'),
    phrase(
      'reading',
      'no',
      'dette er reklame',
      'dette er en annonse',
      'innlegget inneholder reklame',
      'videoen inneholder reklame',
      'inneholder reklame for',
    ),
  ],
  ambiguous: [
    label('guide', 'no', 'samarbeid', 'spons', 'sponset', 'produktplassering'),
    label(
      'reading',
      'no',
      'sponsa',
      'betalt samarbeid',
      'betalt partnerskap',
      'annonsørinnhold',
      'reklamelenke',
      'annonselenke',
      'gave',
      'pr',
      'ambassadør',
      'collab',
    ),
    label('guide', 'en', 'ad'),
    label('reading', 'en', 'sponsored'),
    phrase('guide', 'no', 'takk til {brand}'),
    phrase(
      'reading',
      'no',
      'i samarbeid med',
      'samarbeid med {brand}',
      'betalt samarbeid med',
      'sponset av',
      'takk {brand}',
      'gave fra {brand}',
      'fått av {brand}',
    ),
    brandtag('reading', 'no', '{brand}partner', '{brand}ambassador', '{brand}ad'),
  ],
  write: { no: { any: 'Reklame' } },
  platformLabel: 'supplementary',
  firstLines: null,
  blockIndex: 3,
  duties: [
    { kind: 'sponsor', source: 'guide' },
    {
      kind: 'retouched',
      source: 'retouching',
      when: [
        'med filter',
        'bruker filter',
        'brukt filter',
        'redigert bilde',
        'bildet er redigert',
        'retusjert',
        'facetune',
      ],
      // The mark belongs on the picture; no wording replaces it.
      notice: [],
    },
  ],
}

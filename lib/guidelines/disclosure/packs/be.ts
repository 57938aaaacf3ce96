import type { DisclosurePack } from '../types.ts'
import { brandtag, doc, label, notice, phrase, reading } from './build.ts'

const guide = doc(
  'FOD Economie (Economische Inspectie)',
  'Richtlijnen voor influencers',
  '2022-04',
  'M',
  'https://www.hbvl.be/cnt/dmf20220427_91681384',
)

export const be: DisclosurePack = {
  jurisdiction: 'BE',
  name: 'Belgium',
  languages: ['nl', 'fr', 'de'],
  authorities: { guide, reading: reading(guide) },
  rule: 'guide',
  accepted: [
    label('guide', 'nl', 'reclame', 'advertentie', 'publiciteit'),
    label('guide', 'fr', 'publicité'),
    // Only where nothing was agreed on number and content of the posts, and without a commission.
    label('guide', 'nl', 'gesponsord'),
    label('guide', 'fr', 'sponsorisé'),
    label('reading', 'fr', 'pub', 'annonce publicitaire'),
    label('reading', 'de', 'werbung', 'anzeige'),
    notice('reading', 'nl', 'betaald partnerschap', 'betaalde samenwerking', 'betaalde reclame'),
    notice('reading', 'fr', 'collaboration commerciale', 'partenariat rémunéré', 'contenu sponsorisé'),
    notice('reading', 'de', 'bezahlte partnerschaft', 'bezahlte werbung'),
    phrase('reading', 'nl', 'in betaalde samenwerking met', 'gesponsord door', 'bevat reclame', 'dit is reclame'),
    phrase('reading', 'fr', 'sponsorisé par', 'ceci est une publicité'),
  ],
  ambiguous: [
    label('guide', 'en', 'ad', 'spon', 'collab'),
    label('reading', 'en', 'sponsored', 'adv', 'gifted', 'partner', 'ambassador'),
    label('reading', 'nl', 'samenwerking', 'cadeau', 'gekregen', 'ambassadeur'),
    label('reading', 'fr', 'partenariat', 'partenaire', 'collaboration', 'offert', 'cadeau', 'ambassadrice', 'sponso'),
    label('reading', 'de', 'kooperation'),
    phrase(
      'reading',
      'nl',
      'in samenwerking met',
      'met dank aan {brand}',
      'bedankt {brand}',
      'dankzij {brand}',
      'gekregen van {brand}',
    ),
    phrase(
      'reading',
      'fr',
      'en partenariat avec',
      'en collaboration avec',
      'merci à {brand}',
      'merci {brand}',
      'offert par',
    ),
    brandtag('reading', 'nl', '{brand}partner', '{brand}ambassador', '{brand}ad'),
  ],
  write: { nl: { any: '#reclame' }, fr: { any: '#publicité' }, de: { any: '#Werbung' } },
  platformLabel: 'supplementary',
  firstLines: null,
  blockIndex: 3,
}

/**
 * The plain words for advertising, by language: what a regulator of that language names as sufficient
 * (compliance.md section 1), and for languages without an entry there the dictionary's word. In a
 * jurisdiction of another language such a word is a disclosure the audience may not understand, so it is
 * reported as such and not overlooked. Label position only.
 */
export const PLAIN_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['ad', 'advert', 'advertisement', 'advertising', 'sponsored', 'paid ad', 'paid partnership', 'paid promotion'],
  es: ['publicidad', 'publi', 'anuncio', 'patrocinado', 'contenido patrocinado', 'colaboración pagada'],
  ca: ['publicitat'],
  gl: ['publicidade'],
  eu: ['publizitatea'],
  de: ['werbung', 'anzeige', 'bezahlte werbung', 'bezahlte partnerschaft'],
  fr: ['publicité', 'collaboration commerciale', 'partenariat rémunéré', 'sponsorisé', 'commandité'],
  it: ['pubblicità', 'sponsorizzato', 'adv'],
  nl: ['advertentie', 'reclame', 'betaald partnerschap'],
  pl: ['reklama', 'materiał reklamowy', 'współpraca reklamowa', 'płatna współpraca'],
  sv: ['reklam', 'annons'],
  da: ['reklame', 'annonce'],
  no: ['reklame', 'annonse'],
  fi: ['mainos', 'kaupallinen yhteistyö'],
  pt: ['publicidade', 'anúncio', 'patrocinado', 'publipost', 'parceria paga'],
  ja: ['広告', '宣伝', 'プロモーション'],
  ko: ['광고', '유료광고', '협찬'],
  tr: ['reklam', 'iş birliği', 'işbirliği'],
  ar: ['إعلان'],
  zh: ['广告', '廣告'],
  hi: ['विज्ञापन'],
  ga: ['fógra'],
  cs: ['reklama', 'placená spolupráce', 'placená reklama'],
  sk: ['reklama', 'platená spolupráca', 'platená reklama'],
  hu: ['reklám', 'hirdetés', 'fizetett partnerség', 'fizetett együttműködés'],
  ro: ['publicitate', 'reclamă', 'parteneriat plătit'],
  bg: ['реклама', 'платено партньорство'],
  el: ['διαφήμιση', 'διαφημιστική συνεργασία', 'πληρωμένη συνεργασία'],
  hr: ['oglas', 'reklama', 'plaćeno partnerstvo'],
  sl: ['oglas', 'plačano partnerstvo'],
  et: ['reklaam', 'tasuline koostöö'],
  lv: ['reklāma', 'apmaksāta sadarbība'],
  lt: ['reklama', 'apmokėta reklama'],
  mt: ['reklam'],
  uk: ['реклама'],
  ru: ['реклама'],
}

/** English words that travel: a hint at a deal in any language, never a disclosure. */
export const HINTS_ABROAD: readonly string[] = [
  'collab',
  'collaboration',
  'gifted',
  'spon',
  'spons',
  'sponcon',
  'sponsored by',
  'ambassador',
  'brand ambassador',
  'affiliate',
  'partnership',
]

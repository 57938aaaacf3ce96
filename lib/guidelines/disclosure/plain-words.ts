/**
 * The plain word for advertising, by language: what a regulator of that language names as sufficient
 * (compliance.md section 1). In a jurisdiction of another language such a word is a disclosure the audience
 * may not understand, so it is reported as such and not overlooked. Label position only.
 */
export const PLAIN_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['ad', 'advert', 'advertisement', 'sponsored', 'paid ad', 'paid partnership'],
  es: [
    'publicidad',
    'publi',
    'anuncio',
    'patrocinado',
    'patrocinado por',
    'contenido patrocinado',
    'colaboración pagada',
  ],
  de: ['werbung', 'anzeige', 'bezahlte werbung', 'bezahlte partnerschaft'],
  fr: ['publicité', 'collaboration commerciale', 'partenariat rémunéré', 'sponsorisé', 'commandité'],
  it: ['pubblicità', 'sponsorizzato', 'sponsorizzato da'],
  nl: ['advertentie', 'reclame'],
  pl: ['reklama', 'materiał reklamowy', 'współpraca reklamowa'],
  sv: ['reklam', 'annons'],
  da: ['reklame', 'annonce'],
  no: ['reklame', 'annonse'],
  fi: ['mainos', 'kaupallinen yhteistyö'],
  pt: ['publicidade', 'anúncio', 'patrocinado', 'publipost'],
  ja: ['広告', '宣伝', 'プロモーション'],
  ko: ['광고', '유료광고', '협찬'],
  tr: ['reklam', 'iş birliği', 'işbirliği'],
  ar: ['إعلان'],
  zh: ['广告'],
  hi: ['विज्ञापन'],
}

/**
 * Words that deny an advertisement. "No ads" is not among them: it is what apps promise.
 * Hashtags are compared without `#`, `_` and accents kept.
 */
const NEGATION = String.raw`(?:not|isn't|isnt|ain't|aint|wasn't|wasnt|aren't|arent|weren't|never|non)`
const FILLER = String.raw`(?:a|an|the|any|in|way|being|been|even|actually|really|technically|getting|this|is|my)`
const DENIED = String.raw`(?:ads?|adverts?|advertisements?|advertising|sponsored|spon|sponcon|paid (?:ads?|partnerships?|promotions?|promo|posts?|for|by|to)|affiliated|a collab|commercial)`

/** Sentences that deny, in normalised text. */
export const DENIALS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}_#@])${NEGATION}[\s-]{1,5}(?:${FILLER}\s{1,5}){0,4}#?${DENIED}(?![\p{L}\p{N}_-])`,
    String.raw`(?<![\p{L}\p{N}_#@])(?:unsponsored|no sponsors?|no sponsorship)(?![\p{L}\p{N}_])`,
    String.raw`(?<![\p{L}\p{N}_#@])(?:keine|unbezahlte) (?:werbung|anzeige)`,
    String.raw`(?<![\p{L}\p{N}_#@])non sponsorisée?`,
    String.raw`(?<![\p{L}\p{N}_#@])sin (?:publicidad|patrocinio)`,
    String.raw`(?<![\p{L}\p{N}_#@])no (?:es )?(?:publicidad|patrocinado)`,
    String.raw`(?<![\p{L}\p{N}_#@])geen (?:reclame|advertentie)`,
    String.raw`(?<![\p{L}\p{N}_#@])nie (?:jest to )?reklama`,
    String.raw`reklam değil`,
    String.raw`광고 ?아님|내돈내산|広告ではありません`,
  ].join('|'),
  'gu',
)

export const DENIAL_TAG =
  /^(?:not?|non|un|isnt|never|aint)(?:(?:an?|my|a?paid)?(?:ad|ads|advert|advertisement|spon|spons|sponsor|sponsored|sponsorship|sponcon|paidad|paidpost|paidpartnership|collab|promo|affiliated|gifted)|paid)$|^(?:unbezahltewerbung|keinewerbung|nonsponsorisée?|sinpublicidad|geenreclame|niereklama|reklamdeğil|광고아님|내돈내산)$/u

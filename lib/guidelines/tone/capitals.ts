import { sourceSpan } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** Fewest letters that shout: shorter ones are mostly abbreviations (compliance.md 7.8). */
const FEWEST = 4

/** Written in capitals by everyone. Own list (2026-11); words without a vowel need not be in it. */
const ACRONYMS = new Set(
  `nasa nato unesco unicef uefa fifa nascar espn ikea asos lego nivea esprit aldi rewe edeka lidl hema oreo lvmh zara uniqlo
  asmr fomo yolo lgbt lgbtq lgbtqia lgbtqi bipoc grwm ootd wifi html jpeg hdmi isbn iban gdpr dsgvo rgpd haccp covid adhs adhd
  ptsd pcos pmdd endo gots oeko fsc peta gmbh ceos ctos cmos kpis faqs asap rsvp awol icymi lmao rofl tiktok amrap emom hiit
  aids ufos dvds gifs usps imax pixar asics puma fila vans geox ecco boss hugo omega seiko audi seat opel mini fiat acme
  usaf nypd interpol opec asean nafta ufo cbse neet icse psle toefl ielts duolingo bafög schufa elster tüv adac gema
  laser radar scuba taser`.split(/\s+/),
)
/** Advertising is to be labelled so that nobody overlooks it. */
const LABELS =
  /^(?:advert\p{L}*|sponsored|gifted|paid|partnership|promotion|werbung|anzeige|publicit[éeàá]\p{L}?|publicidade?|pubblicità|publi|adv|advertentie|reclame|reklam\p{L}{0,2}|annons\p{L}?|annonse|annonce|mainos|patrocinado|sponsorizzato|commandité|fógra|tanıtım|işbirliği|реклама)$/u
const CODE =
  /^(?:code|codes|coupon|couponcode|rabattcode|rabatt|gutschein|gutscheincode|codice|código|codigo|cupom|cupón|kod|kodu|kodem|koden|kode|alekoodi|koodi|promo|promocode|voucher|kortingscode|actiecode|код|промокод)$/u
const ROMAN = /^m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
const VOWEL = /[aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûœıаеёиоуыэюяіїєαεηιουω]/u

/**
 * Words of four letters and more in nothing but capitals. Left out: acronyms, Roman numerals, promo codes, labels of
 * advertising, hashtags, and the words of `allowed` (lower case), such as the brand's own name. Spans are in the
 * normalised caption.
 */
export function findCapitals(view: PostView, allowed: ReadonlySet<string>): Span[] {
  const { words } = view.words
  const found: Span[] = []
  for (const [at, word] of words.entries()) {
    if (word.tag !== null || word.text.length < FEWEST || /[\d_]/.test(word.text)) continue
    const { start, end } = sourceSpan(view.normal, word.start, word.end)
    const written = view.post.text.slice(start, end)
    if (written !== written.toUpperCase() || written === written.toLowerCase()) continue
    const letters = written.match(/\p{Lu}/gu)?.length ?? 0
    const bare = word.text.replace(/'s?$/, '')
    const isName = ACRONYMS.has(bare) || allowed.has(bare) || ROMAN.test(bare) || LABELS.test(bare)
    const isAcronym = !VOWEL.test(bare) && !word.stretched
    if (letters < FEWEST || isName || isAcronym || CODE.test(words[at - 1]?.text ?? '')) continue
    found.push({ start: word.start, end: word.end })
  }
  return found
}

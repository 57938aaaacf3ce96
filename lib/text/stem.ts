import { formsOf } from './inflect.ts'
import { primary } from './language.ts'

/** What a word of a guideline looks for: every form written out, and the stem for the languages that have one. */
export interface Wanted {
  readonly forms: ReadonlySet<string>
  readonly stem: string | null
}

/**
 * The forms of a word that say the same in a claim or message: its inflections and, unlike `formsOf`, what is
 * derived from it ("cure" for "cures", "hydration" for "hydrates"). Wider than a banned word's forms on
 * purpose: a claim is found only where several of its words stand together. Input is normalised.
 */
export function wantedOf(word: string, lang: string | null): Wanted {
  const language = primary(lang) ?? 'en'
  const forms = formsOf(word, lang)
  if (/^[a-z]{3,}$/.test(word)) for (const form of derivedEnglish(word)) forms.add(form)
  return { forms, stem: stemOf(word, language) }
}

/** English words that belong together though no ending says so; the first is the plainest. */
const FAMILIES: readonly (readonly string[])[] = [
  'cure cures cured curing curative',
  'prove proves proved proven proving proof',
  'lose loses lost losing loss',
  'grow grows grew grown growing growth',
  'burn burns burned burnt burning',
  'shrink shrinks shrank shrunk shrinking',
  'win wins won winning winner winners winnings',
  'make makes made making',
  'keep keeps kept keeping',
  'fight fights fought fighting',
  'remove removes removed removing removal',
  'approve approves approved approving approval',
  'reverse reverses reversed reversing reversal',
  'heal heals healed healing',
  'guarantee guarantees guaranteed guaranteeing',
  'safe safely safety',
  'clinical clinically',
  'medical medically medicine',
  'scientific scientifically science',
  'dermatologist dermatologists dermatologically dermatological dermatology',
  'free freely',
  'cheap cheaply',
  'vegan vegans',
].map((family) => family.split(' '))
const FAMILY_OF = new Map(FAMILIES.flatMap((family) => family.map((word) => [word, family] as const)))

function derivedEnglish(word: string): string[] {
  const family = FAMILY_OF.get(word)
  if (family) return [...family]
  const derived: string[] = []
  const base = word.replace(/(?:ations?|ates?|ated|ating)$/, '')
  if (base !== word && base.length >= 3) derived.push(...endings(base, 'ate ates ated ating ation ations'))
  const noun = word.replace(/(?:ments?|s|ed|ing)$/, '')
  if (/[^aeiou]t$/.test(noun) && noun.length >= 4) derived.push(...endings(noun, 'ion ment ments'))
  if (/(?:tion|tions)$/.test(word) && base === word) derived.push(...endings(word.replace(/ions?$/, ''), ' s ed ing'))
  if (word.endsWith('ly') && word.length >= 6) derived.push(word.slice(0, -2), word.replace(/ally$/, ''))
  else if (/(?:al|ous|ful|ive|ent|ant)$/.test(word)) derived.push(`${word}ly`)
  if (/i[sz]/.test(word)) derived.push(...formsOf(swapS(word), 'en'))
  return derived
}

function endings(stem: string, list: string): string[] {
  return list.split(' ').map((ending) => stem + ending)
}

/** "moisturise" and "moisturize". */
function swapS(word: string): string {
  return word.replace(/i([sz])(?=e|i|a)/, (_, letter: string) => (letter === 's' ? 'iz' : 'is'))
}

/** Endings taken off, the longest first, and how much of the word must stay. */
interface Endings {
  readonly list: readonly string[]
  readonly least: number
  /** Accents differ between forms ("curó", "cura"). */
  readonly plain?: boolean
}

const ENDINGS: Readonly<Record<string, Endings>> = {
  de: of('enden ender endes endem ungen ende end ung tet test ten ter tes tem te est st et en er es em e t n s', 3),
  fr: of(
    'issements issement issantes issante issants issant issent issait ison ations ation atrices eurs ement erait irait ees ants antes ante ant ait ent era ees ee er ez ir it ie is es e i s',
    3,
    true,
  ),
  es: of(
    'aciones acion adores adora ador amiento iendo ando aron ieron adas ados ada ado idas idos ida ido aban aba aran ara aria en an ar er ir as os es io a e o s',
    3,
    true,
  ),
  it: of(
    'azioni azione amento iscono isce endo ando ato ata ati ate ito ita iti ite are ere ire ano ono ava era erebbe o a i e',
    3,
    true,
  ),
  pt: of(
    'acoes acao adores adora ador amento indo ando aram eram adas ados ada ado idas idos ida ido avam ava ara aria em am ar er ir ou as os es eu iu a e o s',
    3,
    true,
  ),
  nl: of('ingen ing ende end ten den ste te de en er st je t d e s', 3),
  pl: of(
    'eniem enia enie aniem ania anie ajacy ujace ajace uje aja ily ila ilo il aly ala alo al yl yla yc ic ac ec ymi ego emu ych owi ami ach ow om em ej ie a e i o u y',
    3,
    true,
  ),
  sv: of('ningen ning ande ende ade erna arna orna ad at ar er or et en te de t r a e s n', 3),
  da: of('ningen ning ende ede erne et er en te e t r s n', 3),
  tr: of(
    'iyor ıyor uyor üyor mez maz ecek acak erek arak edi adi dir dır tir tır ler lar nin nın yi yı yu yü di dı du dü ti tı si sı ir ır ur ür er ar i ı u ü e a',
    3,
  ),
  ru: of(
    'ениями ениям ение ения ений ывает ивает ивать ает яет ит ют ят ать ять ить еть ал ала али ил ила или ый ая ое ые ого ому ым ой ами ах ов ом ем ам а е и й о у ы ь ю я',
    3,
  ),
}
const SAME_ENDINGS: Readonly<Record<string, string>> = { no: 'da', nb: 'da', nn: 'da', gl: 'es', ca: 'es', uk: 'ru' }

function of(list: string, least: number, plain = false): Endings {
  return { list: list.split(' ').toSorted((a, b) => b.length - a.length), least, plain }
}

/** Forms whose stem no ending tells. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bewiesen: 'beweis',
  bewiesene: 'beweis',
  bewies: 'beweis',
  garantie: 'garanti',
  garantien: 'garanti',
  geneest: 'genes',
  genas: 'genes',
  genezen: 'genes',
  genezing: 'genes',
  bewezen: 'bewijs',
  bewijst: 'bewijs',
  bewijs: 'bewijs',
}

const MARKS = /\p{M}/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const HANGUL = /^\p{Script=Hangul}+$/u
const KOREAN_ENDINGS =
  /(?:했습니다|합니다|됩니다|되었어요|됐어요|했어요|돼요|해요|하는|되는|해줘요|해주는|한다|된다|하고|할|한|됨|함|에서|으로|은|는|이|가|을|를|의|에|로|와|과|도|만|야|다)$/u

/**
 * What the forms of one word share, by plain endings of its language; null where the written form says all
 * (English, whose forms are written out). Light on purpose: two stems are compared, never shown.
 */
export function stemOf(word: string, lang: string | null): string | null {
  if (HANGUL.test(word)) return withLeast(word.replace(KOREAN_ENDINGS, ''), word, 1)
  if (UNSPACED.test(word)) return withLeast(word.replace(/\p{Script=Hiragana}+$/u, ''), word, 1)
  const language = lang ?? 'en'
  const endingsOf = ENDINGS[SAME_ENDINGS[language] ?? language]
  if (!endingsOf || word.length < 4 || word.length > 40) return null
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  let stem = endingsOf.plain === true ? word.normalize('NFD').replace(MARKS, '').replaceAll('ł', 'l') : word
  if ((language === 'de' || language === 'nl') && /^ge\p{L}{4,}(?:[td]|en)(?:e|e[rsnm])?$/u.test(stem))
    stem = stem.slice(2)
  if (language === 'de') stem = stem.replace(/niss(?:e|en|es)$/, 'nis')
  // Until none is left: "garantierte" is a verb's form with an adjective's ending.
  for (;;) {
    const ending = endingsOf.list.find((one) => stem.endsWith(one) && stem.length - one.length >= endingsOf.least)
    if (ending === undefined || (language === 'de' && stem.endsWith('nis'))) break
    stem = stem.slice(0, stem.length - ending.length)
  }
  return language === 'nl'
    ? stem
        .replace(/([aeou])\1/, '$1')
        .replace(/z$/, 's')
        .replace(/v$/, 'f')
    : stem
}

function withLeast(stem: string, word: string, least: number): string {
  return stem.length >= least ? stem : word
}

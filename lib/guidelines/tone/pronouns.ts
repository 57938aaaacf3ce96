import { primary } from '../../text/language.ts'
import { sourceSpan } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { Word } from '../../text/words.ts'
import type { PostView } from '../view.ts'

/** A word that addresses the reader, or speaks of oneself. The span is in the normalised caption. */
export interface Pronoun extends Span {
  /** It can only be meant that way here. */
  readonly sure: boolean
}

export type Address = 'formal' | 'informal'
export type Person = 'singular' | 'plural'

/** Languages that address everyone alike, as far as captions go. */
const ONE_FORM = new Set(['en', 'sv', 'da', 'no', 'nb', 'nn', 'is'])

/**
 * Words that address one reader familiarly or politely; those written with a capital count with the capital only.
 * What the other form cannot be told from (Italian "Suo", Spanish "ustedes" outside Spain) is left out.
 */
const ADDRESS: Readonly<Record<string, Readonly<Record<Address, string>>>> = {
  de: {
    informal:
      'du dir dich dein deine deiner deinem deinen deines deins euch euer eure eurer eurem euren eures kannste willste biste weißte siehste',
    formal: 'Sie Ihnen Ihr Ihre Ihrer Ihrem Ihren Ihres',
  },
  fr: { informal: 'tu te toi ton ta tes tien tienne', formal: 'vous votre vos vôtre vôtres' },
  es: {
    informal: 'tú vos ti contigo vosotros vosotras os vuestro vuestra vuestros vuestras tu tus te',
    formal: 'usted ud',
  },
  it: { informal: 'tu te ti tuo tua tuoi tue voi vostro vostra', formal: 'Lei' },
  nl: { informal: 'je jij jou jouw jullie jezelf', formal: 'u uw uzelf' },
  pt: { informal: 'tu te ti contigo teu tua teus tuas', formal: 'senhor senhora' },
  pl: {
    informal: 'ty ciebie tobie cię tobą twój twoja twoje twojego twojej twoim twoją twoich',
    formal: 'Pan Pani Panu Pana Panią Państwo Państwa Państwu',
  },
  ru: {
    informal: 'ты тебя тебе тобой твой твоя твоё твое твои твоего твоей твоих твоим твою',
    formal: 'Вы Вас Вам Вами Ваш Ваша Ваше Ваши Вашего Вашей Вашу вы вас вам вами ваш ваша ваше ваши',
  },
  tr: { informal: 'sen seni sana senin sende senden seninle', formal: 'siz sizi size sizin sizde sizden sizinle' },
}

const PERSON: Readonly<Record<string, Readonly<Record<Person, string>>>> = {
  en: { singular: "i me my mine myself i'm i've i'd i'll", plural: "we us our ours ourselves we're we've we'd we'll" },
  de: {
    singular: 'ich mich mir mein meine meiner meinem meinen meines',
    plural: 'wir uns unser unsere unserer unserem unseren',
  },
  fr: { singular: "je moi mon ma mes j'ai j'aime j'adore", plural: 'nous notre nos' },
  es: { singular: 'yo mi mis conmigo', plural: 'nosotros nosotras nuestro nuestra nuestros nuestras nos' },
  it: { singular: 'io mio mia miei mie', plural: 'noi nostro nostra nostri nostre' },
  pt: { singular: 'eu meu minha meus minhas comigo', plural: 'nós nosso nossa nossos nossas conosco' },
  nl: { singular: "ik mij mijn m'n", plural: 'wij ons onze' },
}

/** After these a familiar word is a noun: French "le ton", Spanish "un te", Italian "il te". */
const NOUN_AFTER: Readonly<Record<string, RegExp>> = {
  fr: /^(?:le|un|ce|du|au|même|bon|chaque)$/,
  es: /^(?:un|el|este|del?|mi)$/,
  it: /^(?:un|il|del|al)$/,
}
const NOUNS = new Set(['ton', 'te'])
/** A German "Sie" that begins a sentence is "she" before these, and before other verbs in -t. */
const THIRD_PERSON =
  /^(?:ist|war|wird|kann|will|muss|soll|darf|mag|weiß|sah|kam|ging|gab|nahm|wurde|\p{L}{2,}t|\p{L}{3,}te)$/u
const SECOND_PLURAL =
  /^(?:seid|habt|könnt|wollt|müsst|sollt|dürft|wisst|kennt|wart|werdet|mögt|macht|geht|seht|findet|bekommt|liebt|braucht|sucht|kriegt|hattet|wolltet|konntet|ja|auch)$/
/** Whoever speaks so speaks to many; then "vous" and "ihr" are plain plurals. */
const TO_MANY =
  /(?<![\p{L}])(?:vous tou(?:s|tes)|tout le monde|les (?:filles|amis|amies|gens|copines|gars|loulous)|mes (?:amis|amies|loves|chéris|chéries|abonnés)|salut à tou(?:s|tes)|hello à tou(?:s|tes)|hepiniz|arkadaşlar|друзья|ребята|девочки|подписчики)(?![\p{L}])/u

/** Words of the unwanted form of address; null where the language, or its rules, are not known here. */
export function findAddress(view: PostView, wanted: Address): Pronoun[] | null {
  const lang = primary(view.lang)
  if (lang === null) return null
  if (ONE_FORM.has(lang)) return []
  if (!Object.hasOwn(ADDRESS, lang)) return null
  const unwanted: Address = wanted === 'formal' ? 'informal' : 'formal'
  const listed = setOf(ADDRESS[lang]?.[unwanted] ?? '')
  const toMany = unwanted === 'formal' && TO_MANY.test(view.normal.text)
  const { words } = view.words
  return words.flatMap((word, at) => {
    const pronoun = lang === 'de' && unwanted === 'formal' ? politeGerman(view, at) : plain(view, at, lang, listed)
    const found = pronoun ?? (lang === 'de' && unwanted === 'informal' ? pluralGerman(view, at) : null)
    return found === null ? [] : [{ start: word.start, end: word.end, sure: found && !toMany }]
  })
}

/** Words that speak in the other person than the wanted one; null where the language is not known here. */
export function findPerson(view: PostView, wanted: Person): Pronoun[] | null {
  const lang = primary(view.lang)
  if (lang === null || !Object.hasOwn(PERSON, lang)) return null
  const listed = setOf(PERSON[lang]?.[wanted === 'singular' ? 'plural' : 'singular'] ?? '')
  return view.words.words.flatMap((word) =>
    word.tag === null && listed.has(word.text) ? [{ start: word.start, end: word.end, sure: true }] : [],
  )
}

const sets = new Map<string, ReadonlySet<string>>()

function setOf(words: string): ReadonlySet<string> {
  const known = sets.get(words) ?? new Set(words.split(' '))
  sets.set(words, known)
  return known
}

/** True when surely meant so, false when perhaps, null when not at all. */
function plain(view: PostView, at: number, lang: string, listed: ReadonlySet<string>): boolean | null {
  const word = view.words.words[at]
  if (!word || word.tag !== null) return null
  const text = word.text.replace(/'s?$/, '')
  const lower = listed.has(text)
  const written = writtenOf(view, word)
  const capital = !lower && listed.has(written) && written.length > 1 && !isSentenceStart(view, word)
  // French "t'as", "t'adore".
  const elided = lang === 'fr' && listed.has('tu') && /^t'\p{L}/u.test(word.text)
  if (!lower && !capital && !elided) return null
  const before = view.words.words[at - 1]?.text ?? ''
  if (NOUNS.has(text) && NOUN_AFTER[lang]?.test(before) === true) return null
  if (lang === 'nl' && text === 'u' && /^\d+$/.test(before)) return null
  if (lang === 'pt' && (text === 'senhor' || text === 'senhora')) return false
  if (lang === 'ru' && lower && listed.has('вы')) return written !== text && !isSentenceStart(view, word)
  return true
}

function politeGerman(view: PostView, at: number): boolean | null {
  const word = view.words.words[at]
  if (!word || word.tag !== null) return null
  const written = writtenOf(view, word)
  if (!setOf(ADDRESS['de']?.formal ?? '').has(written)) return null
  const next = view.words.words[at + 1]?.text ?? ''
  const before = view.words.words[at - 1]?.text ?? ''
  if (isSentenceStart(view, word)) return written === 'Sie' && !THIRD_PERSON.test(next) ? false : null
  // "Habt Ihr schon": many, addressed familiarly and with a courteous capital.
  if (written === 'Ihr' && (SECOND_PLURAL.test(next) || SECOND_PLURAL.test(before))) return null
  return true
}

/** "Habt ihr", "ihr seid": many, addressed familiarly; any other "ihr" is "her" or "their". */
function pluralGerman(view: PostView, at: number): boolean | null {
  const { words } = view.words
  const word = words[at]
  if (!word || word.tag !== null || word.text !== 'ihr') return null
  const near = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
  return near.some((text) => SECOND_PLURAL.test(text) && text !== 'ja' && text !== 'auch') ? true : null
}

function writtenOf(view: PostView, word: Word): string {
  const { start, end } = sourceSpan(view.normal, word.start, word.end)
  return view.post.text.slice(start, end)
}

/** Nothing before it, or the end of a sentence, a line, an emoji or an opening quote. */
export function isSentenceStart(view: PostView, word: Pick<Word, 'start'>): boolean {
  const { start } = sourceSpan(view.normal, word.start, word.start + 1)
  const before = view.post.text.slice(Math.max(0, start - 12), start)
  return start === 0 || /(?:^\s*|[.!?…:•*–—|"„“«»()\n\r]|\p{Extended_Pictographic}\ufe0f?)[\s"„“«'‚(]*$/u.test(before)
}

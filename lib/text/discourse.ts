import { primary } from './language.ts'
import type { Normalised, Span } from './normalise.ts'
import { stemOf } from './stem.ts'
import type { Word, WordIndex } from './words.ts'

/** A word in its sentence. Its span is in the normalised text. */
export interface Token extends Span {
  readonly text: string
  /** See `stemOf`; null where the written form says all. */
  readonly stem: string | null
  readonly clause: number
  /** Index of the hashtag it is written in. */
  readonly tag: number | null
}

/** Tokens `first` to `last` that belong together, with what holds them apart from the next. */
export interface Clause {
  readonly first: number
  readonly last: number
  readonly sentence: number
  /** It ends at a plain comma, as the items of a list do. */
  readonly comma: boolean
  /** It begins after a quotation mark that some mark closes again. */
  readonly quoted: boolean
}

export interface Sentence {
  /** Clauses. */
  readonly first: number
  readonly last: number
  readonly question: boolean
}

/** The words of a text in order, with their clauses and sentences, and where each form and stem stands. */
export interface Discourse {
  readonly lang: string
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly sentences: readonly Sentence[]
  readonly byText: ReadonlyMap<string, readonly number[]>
  readonly byStem: ReadonlyMap<string, readonly number[]>
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const ELISION = /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall|quest|quell|un|nessun)'(?=\p{L})/u
/** Emoji part clauses; the marks ©, ® and ™ are part of a name. */
const EMOJI = /(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}/u
const SENTENCE_END = /[!?！？。؟।\n\r]|\.(?=\s|["')\]]|$)/u
const CLAUSE_END = /[,;:()[\]{}"«»„‹›|、，；：・「」『』•·~]|(?:^|\s)'$|\s-|-\s|\.{2,}|\/{2}/u
const QUOTE = /["«»「」『』‹›]|(?<=^|\s)'$|^'(?=[\s.,!?;:)]|$)/g
/** Longest quotation, in characters. */
const QUOTATION = 300
/** What a full stop does not end: "No. 1", "Dr. Weber", "z. B.". */
const ABBREVIATIONS = new Set(
  'no nr dr mr mrs ms prof st vs approx ca bzw inkl incl max min tel núm num art abb e.g i.e eg ie z b u a d h p ej es'.split(
    ' ',
  ),
)

/** Words that begin a clause of their own; after `and` only with a new subject. */
const CONJUNCTIONS: Readonly<Record<string, readonly [clause: string, and: string, subjects: string]>> = {
  en: [
    'but because cause cuz although though while whereas however unless if when since until',
    'and or so plus',
    "i i'm i've i'd it it's this that's that there he she she's he's we they you you're my",
  ],
  de: [
    'aber sondern weil obwohl während jedoch wenn falls',
    'und oder',
    'ich es sie er wir das die ihr man mein meine',
  ],
  fr: ['mais car parce puisque quand pendant', 'et ou', "j' je il elle on nous vous ça c'est c' ils elles mon ma"],
  es: ['pero sino aunque porque mientras cuando', 'y e o', 'yo él ella esto eso me se mi nos'],
  it: ['ma però perché mentre quando invece', 'e ed o', 'io lui lei questo mi si ho la'],
  pt: ['mas porém porque enquanto quando', 'e ou', 'eu ele ela isso isto me meu minha a'],
  nl: ['maar want omdat terwijl toen', 'en of', 'ik het hij zij ze we dit dat je mijn'],
  pl: ['ale lecz bo ponieważ gdy', 'i oraz', 'ja to on ona moja mój'],
  sv: ['men eftersom medan', 'och', 'jag det den han hon vi min mitt'],
  da: ['men fordi mens', 'og', 'jeg det den han hun vi min mit'],
  no: ['men fordi mens', 'og', 'jeg det den han hun vi min mitt'],
  tr: ['ama fakat çünkü ancak', 've', 'ben bu o'],
  ru: ['но а потому хотя', 'и', 'я он она это мы'],
  hi: ['लेकिन मगर', 'और', 'यह मैं'],
}
const CONJUNCTION_SETS = new Map(
  Object.entries(CONJUNCTIONS).map(
    ([lang, [clause, and, subjects]]) => [lang, [setOf(clause), setOf(and), setOf(subjects)]] as const,
  ),
)

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/**
 * Reads a text as clauses: pieces between punctuation, dashes, emoji, line ends, and words that join clauses.
 * Sentences end at marks rather than by `Intl.Segmenter`, which finds no end before a small letter ("cures
 * acne. just kidding"); it does part the words of scripts that write no spaces. Linear in the text.
 */
export function discourseOf(normal: Normalised, index: WordIndex, lang: string | null): Discourse {
  const language = primary(lang) ?? 'en'
  const tokens: Token[] = []
  const clauses: { first: number; last: number; sentence: number; comma: boolean; quoted: boolean }[] = []
  const sentences: { first: number; last: number; question: boolean }[] = []
  const [begins, and, subjects] = CONJUNCTION_SETS.get(language) ?? [new Set(), new Set(), new Set()]
  let sentence = { first: 0, last: 0, question: false }
  let clause = { first: 0, last: -1, sentence: 0, comma: false, quoted: false }
  const endClause = (comma: boolean): void => {
    if (clause.last < clause.first) return
    clauses.push({ ...clause, comma })
    clause = { first: tokens.length, last: -1, sentence: sentences.length, comma: false, quoted: false }
  }
  const endSentence = (question: boolean): void => {
    endClause(false)
    if (clauses.length > sentence.first) sentences.push({ ...sentence, last: clauses.length - 1, question })
    sentence = { first: clauses.length, last: clauses.length, question: false }
    clause.sentence = sentences.length
  }
  /** What closes the quotation we are in. */
  let closing: RegExp | null = null
  const pieces = piecesOf(normal, index.words, language)
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]
    const gap = normal.text.slice(before?.end ?? 0, piece.start)
    if (before && gap !== '' && gap !== ' ') {
      const kind = breakOf(normal, gap, before, piece)
      if (kind === 'sentence') endSentence(/[?？؟]/.test(gap))
      else if (kind !== null) endClause(kind === 'comma')
    }
    const next = pieces[i + 1]?.text ?? ''
    if (begins.has(piece.text) || (and.has(piece.text) && subjects.has(next))) endClause(false)
    for (const [mark] of gap.matchAll(QUOTE)) {
      if (closing !== null) closing = closing.test(mark) ? null : closing
      else if (!/\d$/.test(before?.text ?? '') || !gap.startsWith('"'))
        closing = closingOf(normal.text, piece.start, mark)
    }
    if (clause.last < clause.first) clause.quoted = closing !== null
    clause.last = tokens.length
    tokens.push({ ...piece, stem: stemOf(piece.text, language), clause: clauses.length })
  }
  endSentence(/[?？؟]/.test(normal.text.slice(pieces.at(-1)?.end ?? 0)))
  return {
    lang: language,
    tokens,
    clauses,
    sentences,
    byText: placesOf(tokens, 'text'),
    byStem: placesOf(tokens, 'stem'),
  }
}

type Piece = Omit<Token, 'stem' | 'clause'>

/** Words as they are said: elided articles by themselves, scripts without spaces parted. */
function piecesOf(normal: Normalised, words: readonly Word[], lang: string): Piece[] {
  const pieces: Piece[] = []
  const elides = lang === 'fr' || lang === 'it' || lang === 'ca'
  let segmenter: Intl.Segmenter | undefined
  let reached = 0
  for (const word of words) {
    // A handle; or the whole of a hashtag whose parts were read already.
    if (word.text === '' || word.start < reached) continue
    reached = word.end
    const tag = word.tag?.index ?? null
    const elided = elides ? ELISION.exec(word.text)?.[0].length : undefined
    if (elided !== undefined) {
      const middle = word.start + elided
      pieces.push({ start: word.start, end: middle, text: word.text.slice(0, elided), tag })
      pieces.push({ start: middle, end: word.end, text: word.text.slice(elided), tag })
    } else if (UNSPACED.test(word.text)) {
      segmenter ??= new Intl.Segmenter(lang, { granularity: 'word' })
      for (const { segment, index } of segmenter.segment(word.text)) {
        pieces.push({ start: word.start + index, end: word.start + index + segment.length, text: segment, tag })
      }
    } else {
      pieces.push({ start: word.start, end: word.end, text: word.text.replace(/'s?$/, ''), tag })
    }
  }
  return pieces
}

function breakOf(normal: Normalised, gap: string, before: Piece, after: Piece): 'sentence' | 'clause' | 'comma' | null {
  const betweenDigits = /\p{N}$/u.test(before.text) && /^\p{N}/u.test(after.text)
  if (betweenDigits && gap.length === 1) return null
  const ends = SENTENCE_END.exec(gap)
  if (ends) {
    const abbreviated = ends[0] === '.' && /^\.\s*[#"']?$/.test(gap) && ABBREVIATIONS.has(before.text)
    return abbreviated ? null : 'sentence'
  }
  if (/^\s*[,，、]\s*$/.test(gap)) return 'comma'
  if (CLAUSE_END.test(gap) || EMOJI.test(gap)) return 'clause'
  // Dashes are folded to "-"; only the source tells "great—it" from "anti-acne".
  const dash = gap === '-' ? normal.source.charAt(normal.starts[before.end] ?? 0) : ''
  return dash !== '' && dash !== '-' && dash !== '\u2010' && dash !== '\u2011' ? 'clause' : null
}

/** What closes a quotation, when the text closes it within reach: a lone mark quotes nothing. */
function closingOf(text: string, start: number, mark: string): RegExp | null {
  const closes = mark === "'" ? /'(?![\p{L}\p{N}])/u : mark === '"' ? /"/ : /[»›「」』«]/
  return closes.test(text.slice(start, start + QUOTATION)) ? closes : null
}

function placesOf(tokens: readonly Token[], key: 'text' | 'stem'): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, token] of tokens.entries()) {
    const value = token[key]
    if (value === null) continue
    const list = places.get(value)
    if (list) list.push(at)
    else places.set(value, [at])
  }
  return places
}

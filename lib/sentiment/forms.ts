import { afinnOf } from './afinn.ts'
import { valenceOfSign } from './emoji.ts'
import { avalanche, extend, SEED, step } from './hash.ts'

/** Word lists with valences, as shipped in the weights file. Scale of AFINN: -5 to 5. */
export interface Lexicons {
  /** VADER's English words and emoticons (-4 to 4). */
  readonly vader: ReadonlyMap<string, number>
  /** AFINN as translated, with words of our own, by language. */
  readonly own: Pick<ReadonlyMap<string, ReadonlyMap<string, number>>, 'get'>
}

export type TokenKind = 'word' | 'hashtag' | 'mention' | 'link' | 'emoji' | 'emoticon' | 'marks' | 'punctuation'

/** What a token is, wherever it stands: everything that can be known of it once for all texts. */
export interface Form {
  readonly kind: TokenKind
  /** Lower case, one spelling: `SOOOO` is `soo`, `@somebody` is `@user`, digits are `0`, `!!!` is `!!`. */
  readonly text: string
  readonly shouted: boolean
  readonly stretched: boolean
  readonly negates: boolean
  readonly boosts: boolean
  /** "but" and its like: what follows weighs more than what came before. */
  readonly turns: boolean
  readonly afinn: number
  readonly vader: number
  /** Our own valence of an emoji or emoticon. */
  readonly sign: number
  /** How many signs stand in the run (`!!!`: 3). */
  readonly length: number
  /** Hash of the token alone; the base of pairs with its neighbour. */
  readonly hash: number
}

const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor nowhere hardly barely scarcely cannot without cant can't don't dont
  doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't werent won't wont wouldn't wouldnt couldn't
  couldnt shouldn't shouldnt haven't havent hasn't hasnt hadn't hadnt ain't aint mustn't needn't nah nope
  nunca jamás tampoco ni sin kein keine keinen keiner nicht nie niemals ohne ne pas jamais rien aucun sans
  non mai niente nessuno senza não nao nada sem nem nahi nahin nhi mat नहीं नही मत ना لا لم لن ليس مش ما غير مو`.split(
    /\s+/,
  ),
)
const BOOSTERS = new Set('very really so too extremely super absolutely totally fucking damn most such'.split(' '))
const TURNS = new Set('but however pero aber mais ma mas però لكن lekin par'.split(' '))

const STRETCH = /(\p{L})\1{2,}/gu
const VARIANTS = /\ufe0f|\p{Emoji_Modifier}/gu
const DIGITS = /^\p{N}+$/u
/** Vowel signs and the stretching bar, which writers set or leave out. */
const ARABIC_SIGNS = /[\u064b-\u065f\u0670\u0640]/g

/** A word as one spelling: NFKC, lower case, straight apostrophes, three and more of a letter as two. */
export function plainWord(raw: string): string {
  let word = raw.toLowerCase()
  if (/[^\x20-\x7e]/.test(word)) {
    word = word.normalize('NFKC').toLowerCase().replaceAll('’', "'")
    if (/[\u0600-\u06ff]/.test(word))
      word = word.replaceAll(ARABIC_SIGNS, '').replaceAll(/[أإآ]/g, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه')
  }
  return word.replaceAll(STRETCH, '$1$1')
}

/** The token `raw` of that kind. Marks, emoji and emoticons come as they stand in the text. */
export function formOf(kind: TokenKind, raw: string, { vader }: Lexicons): Form {
  if (kind === 'word' || kind === 'hashtag') return wordForm(kind, raw, vader)
  const text = signText(kind, raw)
  return {
    ...PLAIN,
    kind,
    text,
    vader: kind === 'emoticon' ? (vader.get(raw.toLowerCase()) ?? vader.get(raw) ?? 0) : 0,
    sign: kind === 'emoji' || kind === 'emoticon' ? valenceOfSign(text) : 0,
    length: raw.length,
    hash: extend(SIGN, text),
  }
}

const PLAIN = {
  shouted: false,
  stretched: false,
  negates: false,
  boosts: false,
  turns: false,
  afinn: 0,
  vader: 0,
  sign: 0,
}

function wordForm(kind: TokenKind, raw: string, vader: ReadonlyMap<string, number>): Form {
  const lower = raw.toLowerCase()
  let text = plainWord(raw)
  const stretched = raw.length > 2 && lower.replaceAll(STRETCH, '') !== lower
  if (DIGITS.test(text)) text = '0'
  const spellings = stretched ? [text, text.replaceAll(/(\p{L})\1/gu, '$1')] : [text]
  return {
    kind,
    text,
    shouted: raw.length > 1 && raw === raw.toUpperCase() && raw !== lower,
    stretched,
    negates: NEGATIONS.has(text) || text.endsWith("n't"),
    boosts: BOOSTERS.has(text),
    turns: TURNS.has(text),
    afinn: firstOf(spellings, afinnOf),
    vader: firstOf(spellings, (word) => vader.get(word) ?? 0),
    sign: 0,
    length: raw.length,
    hash: extend(WORD, text),
  }
}

function firstOf(spellings: readonly string[], valence: (word: string) => number): number {
  for (const word of spellings) {
    const found = valence(word)
    if (found !== 0) return found
  }
  return 0
}

function signText(kind: TokenKind, raw: string): string {
  if (kind === 'mention') return '@user'
  if (kind === 'link') return 'http'
  if (kind === 'emoji') return raw.replaceAll(VARIANTS, '')
  if (kind !== 'marks') return raw
  const first = raw.charAt(0)
  if (first !== '!' && first !== '?') return '...'
  if (raw.includes('?') && raw.includes('!')) return '?!'
  return raw.length > 1 ? first + first : first
}

const WORD = extend(SEED, 'W')
const SIGN = extend(SEED, 'E')
const CHARS = 0x9e3779b9 | 0
/** Where a word begins and ends, so that `un-` and `-ful` are other features than the same letters within. */
const BEGIN = 2
const END = 3
/** Nobody's word is longer; a hostile one costs no more. */
const LONGEST = 40

/** Hashes of the 2 to 5 letter pieces of a word, its ends marked. */
export function piecesOf(word: string): number[] {
  const pieces: number[] = []
  const length = Math.min(word.length, LONGEST) + 2
  const unit = (at: number) => (at === 0 ? BEGIN : at === length - 1 ? END : word.charCodeAt(at - 1))
  for (let from = 0; from < length; from++) {
    let hash = CHARS
    for (let n = 1; n <= 5 && from + n <= length; n++) {
      hash = step(hash, unit(from + n - 1))
      if (n > 1 && n < length) pieces.push(avalanche(hash + n))
    }
  }
  return pieces
}

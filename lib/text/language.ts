import { EVERYDAY_WORDS, TELLING_ENDINGS, TELLING_LETTERS } from './language-words.ts'

/** The language of a text: `sure` only when its script or its own words say so, not a mere hint. */
export interface Language {
  /** BCP 47 primary language, or null when nothing tells. */
  readonly lang: string | null
  readonly sure: boolean
}

/** Scripts that (nearly) only one language of social posts uses: `[first, last, language]` of their blocks. */
const BLOCKS: readonly (readonly [number, number, string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'ru'],
  [0x531, 0x58a, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0x600, 0x6ff, 'ar'],
  [0x750, 0x77f, 'ar'],
  [0x900, 0x97f, 'hi'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x137f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x3040, 0x30ff, 'ja'],
  [0x3130, 0x318f, 'ko'],
  [0x31f0, 0x31ff, 'ja'],
  [0x3400, 0x4dbf, 'zh'],
  [0x4e00, 0x9fff, 'zh'],
  [0xac00, 0xd7a3, 'ko'],
  [0xf900, 0xfaff, 'zh'],
  [0xfb50, 0xfdff, 'ar'],
  [0xfe70, 0xfeff, 'ar'],
  [0xff66, 0xff9d, 'ja'],
]
/** A language of its own among those that share a script, told by letters that only it writes. */
const OWN_LETTERS: readonly (readonly [string, RegExp, string])[] = [
  ['ru', /[іїєґ]/, 'uk'],
  ['ar', /[ٹڈڑںےھ]/, 'ur'],
  ['ar', /[پچژگ]/, 'fa'],
]
const SAME_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar', 'fa', 'ur', 'ps'],
  hi: ['hi', 'mr', 'ne'],
  ru: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk'],
  zh: ['zh', 'ja'],
}
/** Share of the letters in one script that settles the language: English brand names stand in every text. */
const SCRIPT_SHARE = 0.3

const LANGUAGES = [...new Set([...Object.keys(EVERYDAY_WORDS), ...Object.keys(TELLING_ENDINGS)])]
/** What a word, letter or ending says: each language, and how much for it. */
type Clues = ReadonlyMap<string, { readonly languages: readonly number[]; readonly weight: number }>
const WORD_CLUES = cluesOf(byItem(EVERYDAY_WORDS), 1)
const LETTER_CLUES = cluesOf(Object.entries(TELLING_LETTERS), 0.8)
const ENDING_CLUES = cluesOf(byItem(TELLING_ENDINGS), 0.5)
const LONGEST_ENDING = 7
const ENGLISH = LANGUAGES.indexOf('en')

const URL = /\b(?:https?:\/\/|www\.)\S+/gi
/** Words, and before them the sign that makes them a tag or a handle, which any language writes in English. */
const WORD = /[#@＃＠]?[A-Za-zÀ-ɏḀ-ỿ](?:[\u0300-\u036f\wÀ-ɏḀ-ỿ]|['’][A-Za-zÀ-ɏḀ-ỿ])*/g
/** The beginning says it; hostile length buys nothing. */
const READ = 2_000

/** Words' worth of evidence that the hint counts for, and that any language must bring to be believed at all. */
const HINT = 0.6
const ENOUGH = 0.75
/** English words stand in captions of every language, so one alone says nothing against the hint. */
const ENOUGH_ENGLISH = 1.5
const SURE = 1.6
const LOUD = 3.5

/** What was read last: several rules ask of the same caption, with and without the page's hint. */
let latest: { readonly head: string; readonly scores: Float64Array; readonly words: number } | null = null

/**
 * Reads the text's own script and everyday words; falls back to `hint` (the page's language) when the text
 * is too short to say. A hint is also what decides between close relatives.
 */
export function languageOf(text: string, hint: string | null): Language {
  const hinted = primary(hint)
  const head = text.slice(0, READ)
  const { letters, script } = scriptOf(head)
  if (letters === 0) return { lang: hinted, sure: false }
  if (script !== null) {
    if (hinted !== null && SAME_SCRIPT[script]?.includes(hinted) === true) return { lang: hinted, sure: true }
    const own = OWN_LETTERS.find(([shared, mark]) => shared === script && mark.test(head))
    return { lang: own?.[2] ?? script, sure: true }
  }

  if (latest?.head !== head) latest = { head, ...scoresOf(head) }
  const { scores, words } = latest
  const at = LANGUAGES.indexOf(hinted === 'nb' || hinted === 'nn' ? 'no' : (hinted ?? ''))
  // A hint at a language without a list (Croatian) is believed until the words speak loudly against it.
  const listed = hinted === null || at !== -1
  const rank = (language: number): number => (scores[language] ?? 0) + (language === at ? HINT : 0)
  let best = -1
  let second = 0
  for (const language of LANGUAGES.keys()) {
    if (best === -1 || rank(language) > rank(best)) {
      second = best === -1 ? 0 : rank(best)
      best = language
    } else second = Math.max(second, rank(language))
  }
  const own = scores[best] ?? 0
  const lang = LANGUAGES[best] ?? null
  if (own >= (listed ? SURE : LOUD) && own >= words * (listed ? 0.08 : 0.25) && rank(best) >= second + 0.3)
    return { lang, sure: true }
  // Danish, Norwegian and Swedish may be level here; each is nearer to the truth than the hint.
  const enough = listed && own >= (best === ENGLISH ? ENOUGH_ENGLISH : ENOUGH)
  return { lang: enough ? lang : hinted, sure: false }
}

/** How many letters there are, and the language of the script that enough of them are of; null for Latin. */
function scriptOf(text: string): { letters: number; script: string | null } {
  let letters = 0
  const counts = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x250) {
      if (isLatinLetter(code)) letters++
      continue
    }
    const block = BLOCKS.find(([first, last]) => code >= first && code <= last)
    if (block) {
      letters++
      counts.set(block[2], (counts.get(block[2]) ?? 0) + 1)
    } else if (code >= 0x1e00 && code <= 0x1eff) letters++
  }
  // Kana makes it Japanese however many Chinese characters there are.
  const kana = counts.get('ja') ?? 0
  if (kana > 0 && kana + (counts.get('zh') ?? 0) >= letters * SCRIPT_SHARE) return { letters, script: 'ja' }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return { letters, script: most && most[1] >= letters * SCRIPT_SHARE ? most[0] : null }
}

function isLatinLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
  )
}

function scoresOf(head: string): { scores: Float64Array; words: number } {
  const scores = new Float64Array(LANGUAGES.length)
  let words = 0
  const add = (clues: Clues, key: string): boolean => {
    const clue = clues.get(key)
    for (const language of clue?.languages ?? []) scores[language] = (scores[language] ?? 0) + (clue?.weight ?? 0)
    return clue !== undefined
  }
  for (const [raw] of head.replaceAll(URL, ' ').matchAll(WORD)) {
    if ('#@＃＠'.includes(raw.charAt(0))) continue
    words++
    const word = raw.toLowerCase().replaceAll('’', "'")
    if (add(WORD_CLUES, word)) continue
    const letter = /[^a-z'\d_]/.exec(word)?.[0]
    if (letter !== undefined && add(LETTER_CLUES, letter)) continue
    for (let length = Math.min(LONGEST_ENDING, word.length - 2); length >= 2; length--) {
      if (add(ENDING_CLUES, word.slice(-length))) break
    }
  }
  for (const mark of head.match(/[¿¡]/g) ?? []) add(LETTER_CLUES, mark)
  return { scores, words }
}

/** From lists by language to languages by item. */
function byItem(lists: Readonly<Record<string, string>>): [string, string][] {
  const languages = new Map<string, string>()
  for (const [language, list] of Object.entries(lists)) {
    for (const item of new Set(list.split(' '))) languages.set(item, `${languages.get(item) ?? ''} ${language}`.trim())
  }
  return [...languages]
}

/** What many languages share says less for each of them. */
function cluesOf(items: readonly (readonly [string, string])[], weight: number): Clues {
  return new Map(
    items.map(([item, list]) => {
      const languages = list.split(' ').map((language) => LANGUAGES.indexOf(language))
      return [item, { languages, weight: weight / Math.sqrt(languages.length) }]
    }),
  )
}

/** `en` of `en-GB`; null when there is none. */
export function primary(lang: string | null): string | null {
  const found = /^[a-z]{2,3}(?=$|[-_])/i.exec(lang?.trim() ?? '')?.[0].toLowerCase()
  return found === undefined || found === 'und' ? null : found
}

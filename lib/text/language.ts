/** The language of a text: `sure` only when its script or its own words say so, not a mere hint. */
export interface Language {
  /** BCP 47 primary language, or null when nothing tells. */
  readonly lang: string | null
  readonly sure: boolean
}

/** Scripts that (nearly) only one language of social posts uses. Han alone is Chinese, with kana Japanese. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
]

/** Everyday function words that hardly occur in the other languages of this table. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and is are was were this that these those with you your my for have has had not but what when from they it of to been just so how would about can our we i’m it’s i’ve don’t i’m i it he she his her me if by at be do did there here all more than very really too now get got who why which will out an',
  de: 'der die das und ist nicht ich mit ein eine einen für auf auch sich von dem den wie aber bei noch nur mein meine wir ihr sind war habe hat zum zur schon mal so sehr endlich keine kein',
  fr: 'le les des une est et pas je vous nous dans avec pour qui sur mon ma mes ce cette c’est j’ai du au aux très plus mais ou où être avoir sont',
  es: 'el los las una y es no me mi con para por que del muy pero como está esta este más lo su se al yo tú qué son soy',
  it: 'il lo gli una e è non mi con per che di del della sono ho anche ma come questo questa più molto si nel alla ci',
  pt: 'o os as uma e é não me meu minha com para por que do da muito mas como está esta este mais um eu você em no na',
  nl: 'de het een en is niet ik met voor van op dat dit maar ook mijn je zijn was heb heeft nog wel naar bij deze wat er aan',
  pl: 'i w na z się nie to jest że do jak ale mi mam moja mój już tak po za od dla co czy',
  tr: 've bir bu için ile çok ben da de daha gibi ama ne mi var yok olan kadar benim',
  sv: 'och är en ett det att inte jag på som med för av till min mitt har den så men om kan',
  da: 'og er en et det at ikke jeg på som med for af til min mit har den så men om kan',
  no: 'og er en et det å ikke jeg på som med for av til min mitt har den så men om kan',
  fi: 'ja on ei se että en hän mutta kun niin tämä oli minun olen myös nyt vain',
}
const WORDS_OF = new Map(
  Object.entries(FUNCTION_WORDS).map(([lang, words]) => [lang, new Set(words.replaceAll('’', "'").split(' '))]),
)
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const LETTERS = /\p{L}/gu
/** The beginning says it; hostile length buys nothing. */
const READ = 2_000

/**
 * Reads the text's own script and function words; falls back to `hint` (the page's language) when the text
 * is too short to say. A hint is also what decides between close relatives.
 */
export function languageOf(text: string, hint: string | null): Language {
  const hinted = primary(hint)
  const head = text.slice(0, READ)
  const letters = head.match(LETTERS)?.length ?? 0
  if (letters === 0) return { lang: hinted, sure: false }
  for (const [script, lang] of SCRIPTS) {
    if ((head.match(script)?.length ?? 0) >= letters * 0.3) {
      // Several languages share a script: the hint may name another one of it.
      return { lang: hinted !== null && SAME_SCRIPT[lang]?.includes(hinted) === true ? hinted : lang, sure: true }
    }
  }
  const counts = new Map<string, number>()
  let words = 0
  for (const [raw] of head.matchAll(WORD)) {
    words++
    const word = raw.toLowerCase().replaceAll('’', "'")
    for (const [lang, list] of WORDS_OF) if (list.has(word)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1])
  const [first, second] = ranked
  // A hint at a language of no list (Czech, Croatian) is believed until the words speak loudly against it.
  const listed = hinted === null || WORDS_OF.has(hinted) || hinted === 'nb' || hinted === 'nn'
  if (first && first[1] >= (listed ? 2 : 4) && first[1] >= words * (listed ? 0.08 : 0.25)) {
    const tied = ranked.filter(([, count]) => count === first[1]).map(([lang]) => lang)
    if (hinted !== null && tied.includes(hinted)) return { lang: hinted, sure: true }
    if (first[1] > (second?.[1] ?? 0)) return { lang: first[0], sure: true }
  }
  return { lang: hinted ?? (first && first[1] > (second?.[1] ?? 0) ? first[0] : null), sure: false }
}

const SAME_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar', 'fa', 'ur', 'ps'],
  hi: ['hi', 'mr', 'ne'],
  ru: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk'],
  zh: ['zh', 'ja'],
}

/** `en` of `en-GB`; null when there is none. */
export function primary(lang: string | null): string | null {
  const found = /^[a-z]{2,3}(?=$|[-_])/i.exec(lang?.trim() ?? '')?.[0].toLowerCase()
  return found === undefined || found === 'und' ? null : found
}

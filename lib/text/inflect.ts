import { primary } from './language.ts'

/**
 * The simple inflections of a word: plural, third person, past, -ing, and the comparatives of adjectives.
 * Forms are generated from the word rather than stems compared, because a stem makes "button" meet "butt".
 * Generated forms that are no words do no harm. Input and output are normalised (lower case).
 */
export function formsOf(word: string, lang: string | null): Set<string> {
  const forms = new Set([word])
  if (word.length < 3 || !/^[\p{L}\p{M}']+$/u.test(word)) return forms
  const language = primary(lang) ?? 'en'
  const suffixes = SUFFIXES[language]
  if (suffixes && word.length >= 4) {
    const ends = suffixes.find(([ending]) => ending !== '' && word.endsWith(ending)) ?? suffixes.at(-1)
    if (ends) for (const suffix of ends[1].split(' ')) forms.add(word.slice(0, word.length - ends[0].length) + suffix)
  }
  if (/^[a-z']+$/.test(word)) for (const lemma of lemmasOf(word)) addEnglish(lemma, forms)
  return forms
}

/** The language whose endings and casing are used for a text of `lang`; all others are read as English is. */
export function inflectedAs(lang: string | null): string {
  const language = primary(lang) ?? 'en'
  return language in SUFFIXES || language === 'tr' || language === 'az' ? language : 'en'
}

/**
 * Endings that vary, per language, first match wins: `[ending, the endings it may have]`. Only what nouns and
 * adjectives do regularly; verbs of these languages need a stemmer (a later rule, not this list).
 */
const SUFFIXES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  de: [
    ['e', 'e es er en em n'],
    ['', 'e es er en em n s ere eren erer eres ste sten ster stes este esten'],
  ],
  fr: [
    ['eux', 'eux euse euses'],
    ['al', 'al ale ales aux'],
    ['e', 'e es'],
    ['', 's e es x'],
  ],
  es: [
    ['o', 'o a os as'],
    ['a', 'a as o os'],
    ['e', 'e es'],
    ['z', 'z ces'],
    ['', 's es'],
  ],
  it: [
    ['co', 'co ca ci che chi'],
    ['go', 'go ga gi ghe ghi'],
    ['o', 'o a i e'],
    ['a', 'a e'],
    ['e', 'e i'],
    ['', ''],
  ],
  pt: [
    ['ão', 'ão ões ãos'],
    ['o', 'o a os as'],
    ['a', 'a as o os'],
    ['l', 'l is'],
    ['', 's es'],
  ],
  nl: [
    ['e', 'e n s r re'],
    ['', 'e en s er ere st ste'],
  ],
  sv: [['', 'a t s n en et ar or er are ast aste']],
  da: [['', 'e t s n en et er re ere est este']],
  no: [['', 'e t s n en et er re ere est este']],
}

/** Words whose final s, ed or ing is no ending. */
const NO_ENDING = new Set(
  'news always series lens plus this yes his its us was has does less during nothing something anything everything thing king ring wing bring spring string evening morning red bed need seed feed speed indeed hundred'.split(
    ' ',
  ),
)

/** The base form, or forms, an English word may be an inflection of; the word itself is the first. */
function lemmasOf(word: string): string[] {
  const lemmas = [word]
  if (NO_ENDING.has(word)) return lemmas
  const cut = (ending: string, ...replacements: string[]): void => {
    const stem = word.slice(0, -ending.length)
    if (word.endsWith(ending) && stem.length >= 3 && /[aeiouy]/.test(stem)) {
      for (const replacement of replacements) lemmas.push(stem + replacement)
    }
  }
  if (/[^su]s$/.test(word) && !word.endsWith('is')) cut('s', '')
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) cut('es', '')
  if (word.endsWith('ies')) cut('ies', 'y')
  for (const ending of ['ed', 'ing']) {
    if (!word.endsWith(ending)) continue
    cut(ending, '', 'e')
    const stem = word.slice(0, -ending.length)
    if (/([bdgklmnprt])\1$/.test(stem)) lemmas.push(stem.slice(0, -1))
    if (ending === 'ed' && stem.endsWith('i')) lemmas.push(`${stem.slice(0, -1)}y`)
  }
  return lemmas
}

function addEnglish(lemma: string, forms: Set<string>): void {
  forms.add(lemma)
  const last = lemma.at(-1) ?? ''
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma) ? lemma + last : null
  const add = (...endings: string[]): void => {
    for (const ending of endings) forms.add(ending)
  }
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) add(`${lemma}es`)
  else if (/[^aeiou]y$/.test(lemma)) add(`${lemma.slice(0, -1)}ies`)
  else if (last === 'o') add(`${lemma}s`, `${lemma}es`)
  else add(`${lemma}s`)
  if (last === 'e') add(`${lemma}d`, `${lemma.slice(0, -1)}ing`)
  else if (/[^aeiou]y$/.test(lemma)) add(`${lemma.slice(0, -1)}ied`, `${lemma}ing`)
  else add(`${doubled ?? lemma}ed`, `${doubled ?? lemma}ing`)
  // -er makes new words of nouns and verbs ("butt", "butter"; "dupe", "duper"), so for adjectives only.
  if (GRADABLE.has(lemma) || (/[^aeiou]y$/.test(lemma) && lemma.length >= 4)) {
    const stem = last === 'e' ? lemma.slice(0, -1) : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}i` : lemma
    add(`${doubled ?? stem}er`, `${doubled ?? stem}est`)
  }
}

/** English adjectives that take -er and -est. Those in -y are recognised by their ending. */
const GRADABLE = new Set(
  'bad big black bland bleak blue blunt bold brave brief bright broad brown calm cheap clean clear clever close cold cool coarse crisp cruel cute damp dark dear deep dense dim dull dumb faint fair false far fast fat few fierce fine firm fit flat fond frail frank free fresh full gentle glad grand grave gray great green grey grim gross harsh hard high hot huge keen kind lame large late lean light little long loose loud low mad mean mild moist narrow near neat new nice numb odd old pale plain plump poor posh prime proud pure quick quiet rare raw red rich ripe rough round rude sad safe sane severe shallow sharp short shrewd shy sick simple slick slim slow small smart smooth soft solid sore sour sparse spare stale steep stern stiff strange strict strong subtle sure sweet swift tall tame tan tart tender tense thick thin tight tiny tough true vague vast warm weak weird wet white wide wild wise worse young'.split(
    ' ',
  ),
)

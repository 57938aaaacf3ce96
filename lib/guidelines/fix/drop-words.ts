import type { Edit } from '../define.ts'
import { primary } from '../../text/language.ts'
import type { Span } from '../../text/normalise.ts'

/** How far a place is looked around, in UTF-16 units. Nothing people write in one sentence needs more. */
const REACH = 400

const list = (words: string): string => words.trim().split(/\s+/).join('|')
/** Words that stand before a noun: articles, possessives, demonstratives. */
const DETERMINER = list(`
  a an the my your his her its our their this that these those some any no every each
  ein eine einen einem einer eines der die das den dem des mein meine meinen meinem meiner dein deine unser unsere
  dieser diese dieses diesen diesem kein keine keinen
  un une le la les mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces
  uno una unos unas el los las mi mis tu tus su sus este esta estos estas
  il lo gli i questo questa questi queste
  um uma uns umas o os as meu minha meus minhas seu sua esse essa
  een het mijn jouw ons onze deze dit die
  en et ett min mitt mina din den det de
`)
/** Words that only strengthen the next one. */
const INTENSIFIER = list(`
  so very really super too such quite pretty totally absolutely insanely completely most more
  sehr echt total absolut wirklich voll
  très trop vraiment tellement si muy tan super más molto così davvero più muito tão bem
  heel zo mega väldigt så meget veldig
`)
/** "And", "or", "but" by language; a word such as "of" is one in one language and none in another. */
const CONJUNCTIONS: Readonly<Record<string, string>> = {
  en: 'and or but',
  de: 'und oder aber',
  fr: 'et ou mais',
  es: 'y e o u pero',
  it: 'e ed o ma',
  pt: 'e ou mas',
  nl: 'en of maar',
  sv: 'och eller men',
  da: 'og eller men',
  no: 'og eller men',
  pl: 'i oraz ale lub',
  tr: 've veya ama',
}
/** Words after which nothing is named any more: the dropped word was not said of what follows. */
const FUNCTION = list(`
  is are was were be been am isn't aren't has have had do does did will would can could of to for from with without
  at by as in on than that which who if when while because enough here there now but and or
  ist sind war waren hat haben von zu für mit bei als wie und oder aber
  est sont était a ont de du des à pour avec que et ou mais
  es son era ha han para con por y o pero è sono era di da per con e
  é são foi tem para com van voor met is zijn av til for med och og är er
`)
/** Words that begin a clause of their own: what stands before them is not said of them. */
const OPENER = list(`
  i you he she it we they i'm it's nothing something everything just only not really which who
  ich du er sie es wir ihr nicht nichts nur je j'ai tu il elle on nous vous ils elles rien
  yo tú él ella nosotros io lui lei noi non eu ele ela nós não ik jij hij zij wij niet jag du han hon vi jeg hun
`)
/** Languages whose adjectives mostly follow their noun. */
const NOUN_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt'])
const WORD = String.raw`[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’_-]*`
const SPACE = String.raw`[^\S\n]`

/** Before the word: `a `, `so `, at the start of a sentence, after a comma, after "and". */
const INTENSIFIED = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}'’])(?:(?:${INTENSIFIER})${SPACE}+)+$`, 'iu')
const AFTER_DETERMINER = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}'’])(?:${DETERMINER})${SPACE}+(?:${WORD}${SPACE}+)?$|['’]${SPACE}*$|['’]s${SPACE}+$`,
  'iu',
)
/** "a serum ": an article and one word. */
const AFTER_NOUN = new RegExp(
  String.raw`(?:(?<![\p{L}\p{M}\p{N}'’])(?:${DETERMINER})${SPACE}+|['’])${WORD}${SPACE}+$`,
  'iu',
)
const AT_START = /(?:^|[\n.!?…。！？:;–—|•]["'”’)\]]*\s*|[\p{Extended_Pictographic}\ufe0f]\s*)$/u
const AFTER_COMMA = /,[^\S\n]+$/u
/** Before and after the word; English also where the language is not known. */
const conjunctions = new Map(
  Object.entries(CONJUNCTIONS).map(([lang, words]) => [
    lang,
    {
      before: new RegExp(String.raw`${SPACE}+(?:${list(words)})${SPACE}+$`, 'iu'),
      after: new RegExp(String.raw`^${SPACE}+(?:${list(words)})${SPACE}+(?=${WORD})`, 'iu'),
    },
  ]),
)

/** After the word: another word it was said of, the end of its clause, "and". */
const NEXT_WORD = new RegExp(String.raw`^${SPACE}+(?:[#＃])?(${WORD})`, 'u')
const IS_FUNCTION = new RegExp(String.raw`^(?:${FUNCTION})$`, 'iu')
const IS_OPENER = new RegExp(String.raw`^(?:${FUNCTION}|${OPENER})(?![\p{L}\p{M}])`, 'iu')
const CLAUSE_END = /^\s*(?:$|[\n.!?…。！？,;:)\]–—|•]|[\p{Extended_Pictographic}])/u
const BEFORE_COMMA = /^,[^\S\n]*/u
const BLANK = /[^\S\n]/
const SENTENCE_END = /[.!?…。！？।]+["'”’)\]]*(?=\s)|\n/gu
const ARTICLE = /(?<![\p{L}\p{M}\p{N}'’])(an?)([^\S\n]+)$/iu

/**
 * Takes words out so that the sentence stays one: said of the next word ("a cheap serum"), one of a row ("soft,
 * cheap and warm"), or one of two ("cheap and cheerful"), with the "very" before them. Null where a hole would
 * stay ("it is cheap"). No grammar, only what stands around; the rest of the sentence is not touched.
 */
export function dropWords(text: string, { start, end }: Span, lang: string | null): Edit | null {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const strong = INTENSIFIED.exec(before)?.[0] ?? ''
  const lead = before.slice(0, before.length - strong.length)
  const from = start - strong.length

  const and = conjunctions.get(primary(lang) ?? 'en') ?? conjunctions.get('en')
  const joint = and?.after.exec(after)?.[0]
  const joined = joint !== undefined && !IS_OPENER.test(after.slice(joint.length)) ? joint : undefined
  const comma = AFTER_COMMA.exec(lead)?.[0]
  // "soft, cheap and warm", "soft, cheap, and warm", "soft, cheap!"
  if (comma !== undefined && (joined !== undefined || CLAUSE_END.test(after)))
    return { start: from - comma.length, end, insert: '' }
  // "cheap and cheerful"
  if (joined !== undefined) return opened(text, lead, { start: from, end: end + joined.length, insert: '' })
  const paired = and?.before.exec(lead)?.[0]
  // "warm and cheap"
  if (paired !== undefined && CLAUSE_END.test(after)) return { start: from - paired.length, end, insert: '' }
  // "a cheap, cheerful serum", "cheap, cheerful, warm"
  const listed = BEFORE_COMMA.exec(after)?.[0]
  if (listed !== undefined && !IS_OPENER.test(after.slice(listed.length)))
    if (AFTER_DETERMINER.test(lead) || AT_START.test(lead))
      return opened(text, lead, { start: from, end: end + listed.length, insert: '' })

  const next = NEXT_WORD.exec(after)
  const ends = CLAUSE_END.test(after) || (next !== null && IS_FUNCTION.test(next[1] ?? ''))
  // "un sérum miracle pour l’hiver"
  if (ends && NOUN_FIRST.has(primary(lang) ?? '') && AFTER_NOUN.test(lead))
    return { start: from - (/[^\S\n]+$/u.exec(lead)?.[0].length ?? 0), end, insert: '' }
  if (!next || ends) return null
  if (!AFTER_DETERMINER.test(lead) && !AT_START.test(lead) && paired === undefined && comma === undefined) return null
  const gap = next[0].length - (next[1] ?? '').length
  const hash = /[#＃]$/u.test(next[0].slice(0, gap)) ? 1 : 0
  return opened(text, lead, { start: from, end: end + gap - hash, insert: '' })
}

/** What now follows takes over the capital of a sentence's first word, and "a" becomes "an" before a vowel. */
function opened(text: string, lead: string, edit: Edit): Edit {
  const follows = String.fromCodePoint(text.codePointAt(edit.end) ?? 0)
  const was = text.charAt(edit.start)
  if (AT_START.test(lead) && was !== was.toLowerCase() && follows !== follows.toUpperCase())
    return { start: edit.start, end: edit.end + follows.length, insert: follows.toUpperCase() }
  const article = ARTICLE.exec(lead)
  const [, word = '', space = ''] = article ?? []
  const wanted = /^[aeiou]/i.test(follows) ? 'an' : 'a'
  if (!article || word.toLowerCase() === wanted || !/\p{L}/u.test(follows)) return edit
  const right = word.charAt(0) + wanted.slice(1)
  return { ...edit, start: edit.start - article[0].length, insert: right + space }
}

/**
 * Takes out the sentence around the words, with the space after it; null when nothing would be left to say, or
 * the sentence is longer than anyone means to lose.
 */
export function dropSentence(text: string, { start, end }: Span): Edit | null {
  const left = text.slice(Math.max(0, start - REACH), start)
  const right = text.slice(end, end + REACH)
  const opening = [...left.matchAll(SENTENCE_END)].at(-1)
  const closing = right.matchAll(SENTENCE_END).next().value
  if ((!opening && start > REACH) || (!closing && end + REACH < text.length)) return null
  let from = opening ? start - left.length + opening.index + opening[0].length : 0
  let to = closing ? end + closing.index + (closing[0] === '\n' ? 0 : closing[0].length) : text.length
  while (from < start && BLANK.test(text.charAt(from))) from++
  const opensLine = from === 0 || text.charAt(from - 1) === '\n'
  if (opensLine) while (BLANK.test(text.charAt(to))) to++
  else while (BLANK.test(text.charAt(from - 1))) from--
  // A line that is gone leaves no empty one.
  if (opensLine && text.charAt(to) === '\n') to++
  else if (opensLine && to === text.length && from > 0) from--
  const rest = text.slice(0, from) + text.slice(to)
  return /\p{L}{2}/u.test(rest) ? { start: from, end: to, insert: '' } : null
}

/** Whether words stand on both sides, so that a sentence runs through here. */
export function isAmidWords(text: string, { start, end }: Span): boolean {
  const before = /(?<![#＃@＠\p{L}\p{M}\p{N}_])[\p{L}\p{M}\p{N}'’-]+[^\S\n]+$/u
  const after = /^[^\S\n]+[\p{L}\p{N}]/u
  return before.test(text.slice(Math.max(0, start - 40), start)) && after.test(text.slice(end, end + 8))
}

/** Takes out a token that stands for itself, such as a hashtag, with the space on one of its sides. */
export function dropToken(text: string, { start, end }: Span): Edit {
  let from = start
  let to = end
  if (BLANK.test(text.charAt(start - 1))) while (BLANK.test(text.charAt(from - 1))) from--
  else while (BLANK.test(text.charAt(to))) to++
  return { start: from, end: to, insert: '' }
}

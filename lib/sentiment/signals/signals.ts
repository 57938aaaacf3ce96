import type { Signal, SignalKind } from '../../domain/signal.ts'
import { languageOf } from '../../text/language.ts'
import { normalise, sourceSpan } from '../../text/normalise.ts'
import type { Normalised, Span } from '../../text/normalise.ts'
import { findPhrase } from '../../text/phrase.ts'
import type { Phrase } from '../../text/phrase.ts'
import { findHashtags, findLinks, findMentions, type Link } from '../../text/tokens.ts'
import { findWords } from '../../text/words.ts'
import { compile } from './patterns.ts'
import { askedComplaint, complaint, denial } from './words/complaint.ts'
import { giveaway } from './words/giveaway.ts'
import { fillers, praise } from './words/praise.ts'
import { purchase } from './words/purchase.ts'
import { question } from './words/question.ts'
import { spam } from './words/spam.ts'

/** Changes whenever the same comment would be taken for something else. */
export const engine = 'signals-2'

/** What a comment is about is said early; a longer one is read this far. */
const READ = 4_000
/** Characters from which a text's own words tell its language reliably. */
const TELLING = 100
/** Quotes of one kind that one comment gives. */
const MOST = 5
/** From this probability on the model's word for spam counts by itself. */
const SPAM_FROM = 0.9

const SPAM = compile(spam)
const PURCHASE = compile(purchase)
const COMPLAINT = compile(complaint)
const ASKED_COMPLAINT = compile(askedComplaint)
const GIVEAWAY = compile(giveaway)
const ASKS = compile(question)
const DENIAL = compile(denial)
let denied: RegExp | null = null
/** A denial right before the end of a text. */
const endsDenied = (text: string): boolean =>
  (denied ??= new RegExp(String.raw`${DENIAL(null).source}[\s,]{1,3}(?:[\p{L}']{1,12}[\s,]{1,3}){0,2}$`, 'u')).test(
    text,
  )

const QUESTION_MARK = /[?？؟]+/gu
const SENTENCE_END = /[.!?…\n？！。؟]/u
const LETTER = /\p{L}/u
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\ufe0f?\u20e3/u
const DECORATION = /[\p{P}\p{S}\p{Z}\p{M}\p{Cf}\p{Cc}]|\p{Emoji_Modifier}|\p{Regional_Indicator}|[#*0-9]\ufe0f?\u20e3/gu
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu
const STRETCH = /(\p{L})\1{2,}/gu
/** Words that generic praise may have. */
const SHORT = 7

export interface SignalOptions {
  /** Names of the product and what is said of it, made ready by `phraseOf`. */
  readonly terms?: readonly Phrase[]
  /** Probability of spam by the tone model; null or left out when it is not known. */
  readonly spam?: number | null
}

/**
 * What a comment is about besides how it sounds, with the words that say so, in order. Rules of our own, precise
 * rather than complete, for en de fr es it pt, and where they are simple nl pl tr ja ko ar and romanised hi
 * (sentiment.md 7). A comment that is spam is only that.
 */
export function signalsOf(text: string, { terms = [], spam: probability = null }: SignalOptions = {}): Signal[] {
  const read = text.slice(0, READ)
  const signal = (kind: SignalKind, { start, end }: Span): Signal => ({
    kind,
    start,
    end,
    quote: text.slice(start, end),
  })
  const whole = { start: 0, end: text.length }
  const empty = wordless(read)
  if (empty !== null) return [signal(empty, whole)]

  const normalised = normalise(read, { lookAlikes: true })
  const { lang, sure } = languageOf(read, null)
  const inLang = sure && read.length >= TELLING ? lang : null
  const hits = (kind: SignalKind, patternFor: (lang: string | null) => RegExp) =>
    found(normalised, patternFor(inLang)).map((span) => signal(kind, span))
  const spams = hits('spam', SPAM)
  if (spams.length > 0) return spams.slice(0, MOST)
  if (probability !== null && probability >= SPAM_FROM) return [signal('spam', whole)]

  const links = findLinks(read)
  const questions = questionsIn(read, found(normalised, ASKS(inLang)), links)
  const signals = [
    ...hits('purchase', PURCHASE),
    ...questions.map((span) => signal('question', span)),
    ...hits('complaint', ASKED_COMPLAINT),
    ...complaintsIn(normalised, COMPLAINT(inLang), questions).map((span) => signal('complaint', span)),
    ...hits('giveaway', GIVEAWAY),
    ...productsIn(normalised, read, links, terms).map((span) => signal('product', span)),
    ...(isGenericPraise(normalised.text) ? [signal('praise', whole)] : []),
  ]
  return limited(signals).toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether there is nothing but emoji, or nothing but mentions, perhaps with emoji. */
function wordless(text: string): 'emojiOnly' | 'mentionOnly' | null {
  const mentions = findMentions(text, 'any')
  let rest = ''
  let at = 0
  for (const { start, end } of mentions) {
    rest += text.slice(at, start)
    at = end
  }
  rest += text.slice(at)
  if (mentions.length === 0 && !EMOJI.test(rest)) return null
  if (rest.replace(DECORATION, '') !== '') return null
  return mentions.length > 0 ? 'mentionOnly' : 'emojiOnly'
}

function found(normalised: Normalised, pattern: RegExp): Span[] {
  return [...normalised.text.matchAll(pattern)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length
    return sourceSpan(normalised, match.index + lead, match.index + match[0].trimEnd().length)
  })
}

/** Sentences that end in a question mark, and those that begin as questions do. */
function questionsIn(text: string, asked: readonly Span[], links: readonly Span[]): Span[] {
  const marked = [...text.matchAll(QUESTION_MARK)].flatMap((match) => {
    if (links.some(({ start, end }) => start <= match.index && match.index < end)) return []
    const start = sentenceStart(text, match.index)
    return LETTER.test(text.slice(start, match.index)) ? { start, end: match.index + match[0].length } : []
  })
  const unmarked = asked.filter(
    ({ start, end }) =>
      sentenceStart(text, start) === start && !marked.some((span) => span.start <= start && end <= span.end),
  )
  return [...marked, ...unmarked]
}

/** Most of a sentence that is looked back for. */
const BACK = 300

function sentenceStart(text: string, from: number): number {
  let start = from
  while (start > 0 && from - start < BACK && !SENTENCE_END.test(text.charAt(start - 1))) start--
  while (start < from && /\s/.test(text.charAt(start))) start++
  // Half a surrogate pair is no beginning.
  return /[\uDC00-\uDFFF]/.test(text.charAt(start)) ? start + 1 : start
}

/** Not what is denied ("never disappointed"), nor what is only asked about ("is it a scam?"). */
function complaintsIn(normalised: Normalised, pattern: RegExp, questions: readonly Span[]): Span[] {
  return [...normalised.text.matchAll(pattern)].flatMap((match) => {
    if (endsDenied(normalised.text.slice(Math.max(0, match.index - 45), match.index))) return []
    const span = sourceSpan(normalised, match.index, match.index + match[0].trimEnd().length)
    return questions.some(({ start, end }) => start <= span.start && span.end <= end) ? [] : span
  })
}

function productsIn(normalised: Normalised, text: string, links: readonly Link[], terms: readonly Phrase[]): Span[] {
  if (terms.length === 0) return []
  const mentions = findMentions(text, 'any', links)
  const index = findWords(normalised, { hashtags: findHashtags(text, links), mentions, links })
  return terms.flatMap((term) =>
    findPhrase(normalised, index, term).map(({ start, end }) => sourceSpan(normalised, start, end)),
  )
}

/** Only praise and fillers, and few of them: "so cute!!", "wow amazing 😍". */
function isGenericPraise(text: string): boolean {
  const spoken = text.match(WORD) ?? []
  if (spoken.length === 0 || spoken.length > SHORT || /[0-9@#]/.test(text)) return false
  let praises = false
  for (const word of spoken) {
    const variants = [word, word.replaceAll(STRETCH, '$1$1'), word.replaceAll(STRETCH, '$1')]
    if (variants.some((variant) => praise.has(variant))) praises = true
    else if (!variants.some((variant) => fillers.has(variant))) return false
  }
  return praises
}

function limited(signals: readonly Signal[]): Signal[] {
  const counts = new Map<SignalKind, number>()
  return signals.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= MOST
  })
}

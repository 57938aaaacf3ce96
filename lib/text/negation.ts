import type { Discourse } from './discourse.ts'
import { NEGATION } from './negation-words.ts'
import type { NegationWords } from './negation-words.ts'

/** How a text stands to words it contains. `at`: the token that says so, for quoting. */
export type Stance =
  | { readonly kind: 'said' }
  | { readonly kind: 'negated'; readonly at: number }
  | { readonly kind: 'question' | 'supposed' | 'quoted' | 'denied' | 'unclear' }

interface Words extends Omit<NegationWords, 'before' | 'after' | 'idle' | 'suppose'> {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly idle: Phrases
  readonly suppose: Phrases
  /** "If". */
  readonly opening: readonly string[]
}

/** By first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

const SAME: Readonly<Record<string, string>> = { no: 'da', nb: 'da', nn: 'da', uk: 'ru', ca: 'es', gl: 'pt' }
const WORDS = new Map(Object.entries(NEGATION).map(([lang, words]) => [lang, wordsOf(words)]))

function phrases(list = ''): string[][] {
  return list === '' ? [] : list.split('|').map((phrase) => phrase.replaceAll("'", '').split(' '))
}

function byFirst(list: readonly (readonly string[])[]): Phrases {
  const map = new Map<string, (readonly string[])[]>()
  for (const phrase of list) map.set(phrase[0] ?? '', [...(map.get(phrase[0] ?? '') ?? []), phrase])
  return map
}

function wordsOf({ before, after, idle, suppose, ...rest }: NegationWords): Words {
  return {
    ...rest,
    before: new Set(before.split(' ').filter((word) => word !== '')),
    after: new Set((after ?? '').split(' ').filter((word) => word !== '')),
    idle: byFirst(phrases(idle)),
    suppose: byFirst(phrases(suppose)),
    opening: phrases(suppose)[0] ?? [],
  }
}

/** Words looked at before a claim: further back, a negation speaks of something else. */
const REACH = 12
const SUBJECTS = new Set("i it this that he she we they you it's this's that's".split(' '))
/** "I don't think it cures acne" denies the claim; "I'm not done yet it cured my acne" does not. */
const REPORTS = new Set(
  'think believe say saying claim claiming promise promising guarantee suggest suggesting sure convinced true certain proof evidence guarantees way chance reason study studies mean feel'.split(
    ' ',
  ),
)
/** "I never thought it would": it did. */
const SURPRISED = new Set(
  'thought think believed believe expected expect imagined imagine knew know dreamed'.split(' '),
)
const CONTRACTED = /^(?:\p{L}+n't|cannot)$/u

/**
 * Whether the text says the words from token `first` to `last`, denies them, or leaves it open: a question, a
 * supposition, somebody's words, taken back right after, or unclear (compliance.md 7.5). A negation counts
 * in the same clause only, and "not only" and the like deny nothing. `within` false: what is looked for has
 * a negation of its own ("no side effects"), which does not count.
 */
export function stanceOf(discourse: Discourse, first: number, last: number, within = true): Stance {
  const words = WORDS.get(SAME[discourse.lang] ?? discourse.lang) ?? WORDS.get('en')
  const from = discourse.clauses[discourse.tokens[first]?.clause ?? 0]
  const to = discourse.clauses[discourse.tokens[last]?.clause ?? 0]
  if (!words || !from || !to) return { kind: 'said' }
  if (discourse.sentences[to.sentence]?.question === true) return { kind: 'question' }
  if (from.quoted) return { kind: 'quoted' }
  const supposed = isSupposed(discourse, words, from.first, first, last, to.last)
  const negated = negationOf(discourse, words, first, last, within)
  // "If it doesn't cure acne" and "I never thought it would cure acne" deny nothing.
  if (negated !== null && (supposed === 'if' || negated === 'unclear')) return { kind: 'unclear' }
  if (negated !== null) return { kind: 'negated', at: negated }
  if (isDenied(discourse, words, last)) return { kind: 'denied' }
  return supposed === null ? { kind: 'said' } : { kind: 'supposed' }
}

function negationOf(
  discourse: Discourse,
  words: Words,
  first: number,
  last: number,
  within: boolean,
): number | 'unclear' | null {
  const { tokens, clauses, lang } = discourse
  const clause = clauses[tokens[first]?.clause ?? 0]
  const end = clauses[tokens[last]?.clause ?? 0]?.last ?? last
  if (!clause) return null
  let found: number[] = []
  let unclear = false
  for (let at = Math.max(clause.first, first - REACH); at <= (within ? last : first - 1); at++) {
    if (!negates(words, tokens[at]?.text ?? '', at < first)) continue
    if (isIdle(discourse, words, at)) {
      // "ne … pas seulement": the first half denies no more than the second.
      if (lang === 'fr') found = found.filter((one) => !/^n[e']$/.test(tokens[one]?.text ?? ''))
      continue
    }
    const reached = at >= first || reaches(discourse, at, first)
    if (reached === null) unclear = true
    if (reached === true) found.push(at)
  }
  const [nearest] = found.slice(-1)
  if (nearest !== undefined) {
    if (lang === 'en') {
      // "never fails to": two negations are none.
      const failing = found.some((at) => tokens[at]?.text.startsWith('fail'))
      if (failing && found.length % 2 === 0) return null
      if (found.some((at) => isSurprise(discourse, at, first))) return 'unclear'
      if (tokens[nearest]?.text.startsWith('no') === true && exceptsOne(discourse, last, end)) return 'unclear'
    }
    return nearest
  }
  if (unclear) return 'unclear'
  const limit = Math.min(end, last + 3)
  for (let at = last + 1; at <= limit; at++) {
    const text = tokens[at]?.text ?? ''
    if (isIdle(discourse, words, at)) continue
    if (words.after.has(text)) return at
  }
  if (words.suffix && within) {
    for (let at = first; at <= Math.min(end, last + 4); at++) {
      // Japanese endings may come in pieces: "治", "り", "ま", "せん".
      const text = lang === 'ja' ? withEndings(discourse, at, end) : (tokens[at]?.text ?? '')
      if (words.suffix.test(text) && !isIdle(discourse, words, at)) return at
      if (lang === 'ja' && at >= last) break
    }
  }
  return lang === 'en' ? negatedPredicate(discourse, last, end) : null
}

/** A word with the kana that follow it without a gap. */
function withEndings({ tokens }: Discourse, at: number, end: number): string {
  let text = tokens[at]?.text ?? ''
  for (let next = at + 1; next <= Math.min(end, at + 8); next++) {
    if (!KANA.test(tokens[next]?.text ?? '')) break
    text += tokens[next]?.text
  }
  return text
}

const KANA = /^\p{Script=Hiragana}+$/u

function negates(words: Words, text: string, whole: boolean): boolean {
  if (words.before.has(text)) return true
  if (CONTRACTED.test(text)) return true
  // Chinese writes the negation onto the verb, and the segmenter may not part them.
  return whole && text.length === 2 && words.before.has('不') && words.before.has(text.charAt(0))
}

/** "Guaranteed results don't exist", "the cure for acne isn't here yet". */
function negatedPredicate({ tokens }: Discourse, last: number, end: number): number | null {
  const at = last + 1
  const [one = '', two = '', three = ''] = [0, 1, 2].map((i) => (at + i <= end ? tokens[at + i]?.text : undefined))
  if (/^(?:isn't|aren't|wasn't|weren't|doesn't|didn't|isnt|arent|doesnt)$/.test(one)) return at
  if (/^(?:is|are|was|were)$/.test(one) && /^(?:not|never|no|nonsense|impossible|fake)$/.test(two)) return at + 1
  if (/^(?:is|are|was|were)$/.test(one) && two === 'a' && /^(?:myth|lie|scam|joke|fairytale)$/.test(three))
    return at + 2
  if (/^(?:don't|dont|do)$/.test(one) && /^(?:exist|happen|work|not)$/.test(two)) return at
  return null
}

/** Whether a negation at `at` speaks of what begins at `first`, and not of something between; null: hard to say. */
function reaches({ tokens, lang }: Discourse, at: number, first: number): boolean | null {
  if (lang !== 'en') return true
  const between = tokens.slice(at + 1, first).map(({ text }) => text)
  const head = tokens[first]?.text ?? ''
  const joint = between.findLastIndex((word) => word === 'and' || word === 'plus')
  if (joint >= 0) {
    // "It doesn't smell and cures acne", "isn't sticky and is vegan": a verb of its own.
    if (/(?:[^s]s|ed|ing|ly)$/.test(head) || between.slice(joint).some((word) => FINITE.test(word))) return false
    // "It doesn't smell and cure acne" is denied; "it isn't sticky and vegan" may mean either.
    if (!HELPING.test(tokens[at]?.text ?? '')) return null
  }
  const subject = between.findIndex((word) => SUBJECTS.has(word))
  return subject < 0 || between.slice(0, subject + 1).some((word) => REPORTS.has(word) || SURPRISED.has(word))
}

const FINITE = /^(?:is|are|was|were|has|have|it's|makes|feels|smells|keeps|comes)$/
const HELPING = /^(?:do|does|did|wo|ca|could|would|should)n't$|^(?:dont|doesnt|didnt|wont|cant|cannot)$/

function isSurprise({ tokens }: Discourse, at: number, first: number): boolean {
  const text = tokens[at]?.text ?? ''
  const next = tokens[at + 1]?.text ?? ''
  if (at + 1 >= first || !SURPRISED.has(next)) return false
  return text === 'never' || text === "didn't" || text === 'didnt' || text === "wouldn't" || text === 'not'
}

/** "No cream cures acne like this one": all but one. */
function exceptsOne({ tokens }: Discourse, last: number, end: number): boolean {
  for (let at = last + 1; at <= Math.min(end, last + 3); at++) {
    if (/^(?:like|better|faster|quicker|except|than|but|as)$/.test(tokens[at]?.text ?? '')) return true
  }
  return false
}

function isIdle({ tokens, lang }: Discourse, words: Words, at: number): boolean {
  const plain = (i: number): string => (tokens[i]?.text ?? '').replaceAll("'", '')
  if (words.idle.get(plain(at))?.some((phrase) => phrase.every((word, i) => plain(at + i) === word)) === true)
    return true
  if (lang === 'ja' || lang === 'ko') {
    const around = tokens.slice(Math.max(0, at - 2), at + 2).map(({ text }) => text)
    return [...words.idle.values()].flat().some((phrase) => around.join('').includes(phrase.join('')))
  }
  if (lang !== 'en') return false
  // "doesn't just", "isn't only", "why not", "not even kidding".
  if (/n't$|nt$|^not$|^cannot$/.test(tokens[at]?.text ?? '')) {
    if (/^(?:just|only|merely|simply|kidding|joking|lying|exaggerating)$/.test(plain(at + 1))) return true
    if (
      /^(?:cant|couldnt|cannot)$/.test(plain(at)) &&
      /^(?:believe|stop|wait|recommend|get|help)$/.test(plain(at + 1))
    ) {
      return true
    }
    return plain(at - 1) === 'why'
  }
  return false
}

/** 'if' where the whole clause is one; 'maybe' where something in it supposes. */
function isSupposed(
  { tokens, clauses }: Discourse,
  words: Words,
  clause: number,
  first: number,
  last: number,
  end: number,
): 'if' | 'maybe' | null {
  const stands = (phrase: readonly string[], at: number): boolean =>
    phrase.every((word, i) => (tokens[at + i]?.text ?? '').replaceAll("'", '') === word)
  for (let at = Math.max(clause, first - REACH); at < first; at++) {
    const opens = (tokens[at]?.text ?? '').replaceAll("'", '')
    const phrase = words.suppose.get(opens)?.find((one) => stands(one, at))
    if (phrase) return phrase.join(' ') === words.opening.join(' ') ? 'if' : 'maybe'
  }
  for (let at = first; at <= last; at++) if (words.supposeSuffix?.test(tokens[at]?.text ?? '') === true) return 'maybe'
  // "cures acne if you believe the label": the next clause of the sentence supposes.
  const sentenceAt = (at: number): number | undefined => clauses[tokens[at]?.clause ?? -1]?.sentence
  const ends = sentenceAt(end) !== sentenceAt(end + 1)
  const { opening } = words
  if (opening.length === 0) return null
  return stands(opening, last + 1) || (!ends && stands(opening, end + 1)) ? 'maybe' : null
}

/** The rest of the sentence, or the next one, takes it back: "Cures acne. Just kidding." */
function isDenied({ tokens, clauses, sentences }: Discourse, words: Words, last: number): boolean {
  const clause = tokens[last]?.clause ?? 0
  const sentence = clauses[clause]?.sentence ?? 0
  const rest = tokens.slice(last + 1, (clauses[clause]?.last ?? last) + 1).map(({ text }) => text)
  if (rest.length > 0 && rest.length <= 4 && words.denial.test(rest.join(' '))) return true
  const reach = sentences[sentence + 1]?.last ?? sentences[sentence]?.last ?? clause
  for (let next = clause + 1; next <= Math.min(reach, clause + 3); next++) {
    const one = clauses[next]
    if (!one || one.last - one.first > 10) continue
    const said = tokens.slice(one.first, one.last + 1).map(({ text }) => text)
    if (words.denial.test(said.join(' '))) return true
  }
  return false
}

import type { Finding } from '../../domain/finding.ts'
import { normalise } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import type { CheckContext, Edit } from '../define.ts'
import { dropSentence, dropToken } from '../fix/drop-words.ts'
import type { PostView } from '../view.ts'
import { clauseAround } from './clause.ts'
import { packOf } from './packs/index.ts'
import { PLAIN_WORDS } from './plain-words.ts'
import { compile, plainOf } from './terms.ts'
import type { DisclosurePack } from './types.ts'

type Edits = readonly Edit[]

/**
 * Ways to word the disclosure so that the finding goes away, the smallest first: a buried label moves up
 * instead of getting a twin, a vague one is replaced where it stands, a missing one goes to the start of the
 * caption, which every authority accepts. The label is the one the jurisdiction names for the caption's
 * language and the relationship. With several jurisdictions the labels of all are offered together, too.
 */
export function fixDisclosure(
  view: PostView,
  codes: readonly string[],
  finding: Finding,
  context: CheckContext,
): readonly Edits[] {
  const { source, reason, evidence } = finding
  const pack = source.type === 'law' ? packOf(source.jurisdiction) : null
  if (!pack) return []
  const label = labelFor(pack, view, context)
  const all = [...new Set(codes.map(packOf).map((one) => asTag(one ? labelFor(one, view, context) : label)))]
  const first: Edits[] = [[atStart(label)]]
  if (all.length > 1) first.push([atStart(all.join(' '))])
  const quote = evidence[0]?.field === 'text' ? evidence[0] : null

  switch (reason) {
    case 'disclosureMissing':
    case 'disclosureCommentOnly':
    case 'disclosureBioOnly':
    case 'disclosureLabelOnly':
      return first
    case 'disclosureBuriedFold':
    case 'disclosureBuriedBlock':
      return quote ? [...movedUp(view, pack, quote), ...first] : first
    case 'disclosureNotFirst':
      return quote ? movedUp(view, pack, quote) : []
    case 'disclosureVague':
    case 'disclosureOtherLanguage':
    case 'disclosureIllegible':
    case 'disclosureRunTogether':
      return quote ? [...replaced(view, quote, pack, label), ...first] : first
    case 'disclosureVagueToo':
      return quote && isToken(pack, quote) && isLoose(view, quote) ? [[dropToken(view.post.text, quote)]] : []
    case 'disclosureLookAlike':
      return quote ? [[{ ...spanOf(quote), insert: plainly(quote.quote) }]] : []
    case 'disclosureDenied':
    case 'disclosureUnpaidSaid':
      return quote ? withoutDenial(view, quote) : []
    default:
      return []
  }
}

/** The wording the jurisdiction names, in the caption's language where it names one there. */
function labelFor(pack: DisclosurePack, view: PostView, { relationship }: CheckContext): string {
  const lang = view.lang ?? ''
  const wording = pack.write[lang] ?? Object.values(pack.write)[0]
  if (wording) return (relationship === null ? undefined : wording[relationship]) ?? wording.any
  return `#${PLAIN_WORDS[lang]?.[0] ?? 'ad'}`
}

/** `#REKLAMA` of `[REKLAMA]`: stands beside others, and in the middle of a caption. */
function asTag(label: string): string {
  if (/^[#＃]/u.test(label)) return label
  return `#${label.replaceAll(/[\s[\]【】]/gu, '')}`
}

/** Puts a disclosure before everything; a hashtag or brackets set themselves apart. */
function atStart(label: string): Edit {
  const apart = /^[#＃][^\s]+(?: [#＃][^\s]+)*$|[\]】)]$/u.test(label)
  return { start: 0, end: 0, insert: apart ? `${label} ` : `${label} | ` }
}

/** The disclosure as the creator wrote it, at the start: a tag or a label by itself, a sentence as a whole. */
function movedUp(view: PostView, pack: DisclosurePack, quote: Span & { quote: string }): Edits[] {
  const { text } = view.post
  if (isToken(pack, quote)) {
    return isLoose(view, quote) ? [[atStart(plainly(quote.quote)), dropLine(text, quote)]] : []
  }
  const dropped = dropSentence(text, quote)
  if (!dropped || dropped.end - dropped.start > MOST) return []
  const sentence = text.slice(dropped.start, dropped.end).trim()
  const ended = /[.!?…。！？।)\]】]$|\p{Extended_Pictographic}$/u.test(sentence) ? sentence : `${sentence}.`
  // A last line of its own leaves no empty lines behind.
  const last = text.slice(dropped.end).trim() === ''
  const start = last ? text.slice(0, dropped.start).trimEnd().length : dropped.start
  return [
    [
      { start: 0, end: 0, insert: `${ended} ` },
      { start, end: last ? text.length : dropped.end, insert: '' },
    ],
  ]
}

/** Longest sentence that is moved as it is. */
const MOST = 160

/** The plain label in place of the words that do not count; and, where it belongs at the start, there. */
function replaced(view: PostView, quote: Span & { quote: string }, pack: DisclosurePack, label: string): Edits[] {
  if (!isToken(pack, quote)) return []
  const { text } = view.post
  const up: Edits = [atStart(label), dropLine(text, quote)]
  const opens = text.slice(0, quote.start).trim() === ''
  const delimited = /^\s*[|:.,–—-]/u.test(text.slice(quote.end, quote.end + 4))
  const inPlace = !opens ? asTag(label) : delimited ? label : atStart(label).insert.trimEnd()
  const here: Edits = [{ ...spanOf(quote), insert: inPlace }]
  if (opens) return [here, [{ ...spanOf(quote), insert: asTag(label) }]]
  return pack.atStart === true && isLoose(view, quote) ? [up, here] : isLoose(view, quote) ? [here, up] : [here]
}

/**
 * Takes the denial out: "Not an ad, I love it" keeps what follows, "I love it, not an ad" what stands before,
 * and a sentence that only denies goes.
 */
function withoutDenial(view: PostView, quote: Span & { quote: string }): Edits[] {
  const { text } = view.post
  if (/^[#＃]/u.test(quote.quote)) return [[dropToken(text, quote)]]
  const clause = fromTag(view, quote, clauseAround(text, quote, false))
  const ways: Edits[] = []
  for (const { start, end } of [quote, clause]) {
    const before = text.slice(Math.max(0, start - 60), start)
    const after = /^\s?[,，、،;:–—|.!?。！？।-]+\s*/u.exec(text.slice(end, end + 10))
    if (after && OPENING.test(before)) {
      const from = end + after[0].length
      const next = String.fromCodePoint(text.codePointAt(from) ?? 0x20)
      ways.push([{ start, end: from + next.length, insert: next.toLocaleUpperCase(view.lang ?? 'en') }])
    }
    const joint = /\s?[,，、،;:–—|-]\s*$/u.exec(before)
    if (joint && /^\s*(?:$|[.!?…。！？\n]|\p{Extended_Pictographic})/u.test(text.slice(end, end + 10))) {
      ways.push([{ start: start - joint[0].length, end, insert: '' }])
    }
  }
  const sentence = dropSentence(text, clause)
  if (sentence) ways.push([sentence])
  // "(unbezahlte Werbung)": the brackets go with it.
  const bracketed = '([【'.includes(text.charAt(quote.start - 1)) && ')]】'.includes(text.charAt(quote.end))
  if (bracketed && quote.start > 0 && quote.end < text.length) {
    ways.unshift([dropToken(text, { start: quote.start - 1, end: quote.end + 1 })])
  }
  return ways
}

/** The start of a sentence, be it behind a label. */
const OPENING = /(?:^|[.!?…。！？\n|)\]】]\s*|[#＃][^\s]+\s+|\p{Extended_Pictographic}\ufe0f?\s*)$/u

/** The clause without the hashtags before it. */
function fromTag({ hashtags, post }: PostView, quote: Span, clause: Span): Span {
  const tag = hashtags.findLast(({ end }) => end <= quote.start)
  if (!tag || tag.end <= clause.start) return clause
  const gap = /^\s*/u.exec(post.text.slice(tag.end, quote.start))?.[0].length ?? 0
  return { start: tag.end + gap, end: clause.end }
}

/** A hashtag, something in brackets or behind a sign, or a label's own words: all but a sentence. */
function isToken(pack: DisclosurePack, { quote }: { quote: string }): boolean {
  return /^[#＃([【（|^-]/u.test(quote) || compile(pack).byLabel.has(plainOf(quote))
}

/** Takes a token out, and its line where it stands alone on it. */
function dropLine(text: string, quote: Span): Edit {
  const edit = dropToken(text, quote)
  const alone = /^\n|^$/.test(text.charAt(edit.end)) && text.charAt(edit.start - 1) === '\n'
  return alone ? { ...edit, start: edit.start - 1 } : edit
}

/** Words after which something must follow: taking the tag out would leave a hole. */
const NEEDS_MORE =
  /(?:^|[^\p{L}])(?:an?|the|my|our|this|your|for|with|to|of|as|and|is|was|in|by|ein|eine|einen|mein|meine|für|mit|als|die|der|das|und|im|un|une|le|la|mon|ma|ce|cette|pour|avec|de|el|mi|este|esta|con|para|il|lo|questo|questa|per|di|o|meu|minha|com|een|mijn|deze|met|voor|en|ett|min|mitt|för|med|og|till|til)\s*$/iu

/** Whether the words can go without tearing their sentence: not "this #partner", not "#sponsored by us". */
function isLoose(view: PostView, { start, end }: Span): boolean {
  const { text } = view.post
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  return !NEEDS_MORE.test(before) && (text.slice(0, start).trim() === '' || !/^[^\S\n]*\p{Ll}/u.test(after))
}

/** The same words in plain letters, as loud as they were. */
function plainly(written: string): string {
  const plain = normalise(written, { lookAlikes: true }).text
  if (written.normalize('NFC').toLowerCase() === plain) return written
  return written === written.toUpperCase() && written !== written.toLowerCase() ? plain.toUpperCase() : plain
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

import * as z from 'zod/mini'
import { normalise, sourceSpan } from '../../text/normalise.ts'
import { sameDimension } from '../../text/numbers.ts'
import type { Quantity } from '../../text/numbers.ts'
import { stanceOf } from '../../text/negation.ts'
import type { Stance } from '../../text/negation.ts'
import { spokenAs } from '../claims/claim.ts'
import { findMessage, messageOf } from '../claims/message.ts'
import type { Message, MessageMatch } from '../claims/message.ts'
import { paraphrasesOf } from '../claims/paraphrases.ts'
import { quoteMatch } from '../claims/quote.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withNumber, withSentence } from '../fix/figures.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding, and places read closely: nobody says a message more often. */
const QUOTES = 20
const PLACES = 500
/** The first place that is no longer read: five hundred denials must not settle what stands after them. */
const UNREAD: Stance = { kind: 'unclear' }

const phrase = z.string().check(z.maxLength(300), z.regex(/[\p{L}\p{N}]/u))
const params = z.object({
  /** What the post should say, as a sentence of the brief: "The formula is vegan". */
  message: phrase,
  /** Wordings that say it, in any language of the campaign; default: the message itself. */
  anyOf: z.optional(z.array(phrase).check(z.maxLength(100))),
})

type Params = z.infer<typeof params>

const compiled = compiledOnce((rule: Params, lang) => {
  const wordings = wordingsOf(rule)
  return {
    wordings,
    messages: wordings.map((wording) => messageOf(wording, lang)),
    others: [...new Set([rule.message.trim(), ...wordings].flatMap(paraphrasesOf))].map((one) => messageOf(one, lang)),
  }
}, spokenAs)

interface Place {
  readonly match: MessageMatch
  readonly stance: Stance
  readonly inTag: boolean
}

/**
 * A message of the brief is said: its words stand together in any order, its numbers are right, and it is not
 * denied (compliance.md 7.7). Only as a hashtag, asked or supposed, or in other words: a person decides.
 */
export default defineRuleKind({
  kind: 'key-message',
  label: 'kind.keyMessage',
  rule: 'rule.keyMessage',
  params,
  fields: [
    { name: 'message', label: 'kind.field.message', hint: 'kind.hint.message', type: 'text', required: true },
    { name: 'anyOf', label: 'kind.field.anyOf', hint: 'kind.hint.anyOf', type: 'list', required: false },
  ],
  reasons: [
    'messageSaid',
    'messageMissing',
    'messageNegated',
    'messageNumber',
    'messageTagOnly',
    'messageUnclear',
    'messageParaphrased',
    'captionCut',
  ],
  value: ({ message }) => message.trim(),
  check(view, rule): Draft[] {
    const value = rule.message.trim()
    const { wordings, messages, others } = compiled(rule, view.lang)
    const places = messages.flatMap((message) => placesOf(view, message, false))
    const result = (status: Draft['status'], reason: string, found: readonly Place[]): Draft[] => {
      const evidence = found.slice(0, QUOTES).map(({ match, stance }) => quoteMatch(view, stretched(match, stance)))
      return [{ value, status, reason, values: [value, evidence[0]?.quote ?? ''], evidence }]
    }
    const right = places.filter(({ match }) => match.wrong === null)
    const said = right.filter(({ stance, inTag }) => isSaid(stance) && !inTag)
    if (said.length > 0) return result('pass', 'messageSaid', said)
    const unread = places.filter(({ stance }) => stance === UNREAD)
    if (unread.length > 0) return result('review', 'messageUnclear', unread)
    const negated = right.filter(({ stance }) => stance.kind === 'negated')
    if (negated.length > 0) return result('fail', 'messageNegated', negated)
    const wrong = places.filter(({ match, stance }) => match.wrong !== null && stance.kind !== 'negated')
    if (wrong.length > 0) return result('fail', 'messageNumber', wrong)
    const tags = right.filter(({ stance, inTag }) => inTag && isSaid(stance))
    if (tags.length > 0) return result('review', 'messageTagOnly', tags)
    if (right.length > 0) return result('review', 'messageUnclear', right)
    const loose = looselyIn(view, others, messages)
    if (loose.length > 0) return result('review', 'messageParaphrased', loose)
    const searched = { field: 'text', chars: view.post.text.length, terms: wordings }
    const cut = !view.post.textComplete
    const reason = cut ? 'captionCut' : 'messageMissing'
    return [{ value, status: cut ? 'not-checkable' : 'fail', reason, values: [value], evidence: [], searched }]
  },
  fix(view, rule, finding) {
    // What the creator denies is a question for them, not for other words.
    if (finding.reason === 'messageNegated') return []
    const { wordings, messages } = compiled(rule, view.lang)
    const right = messages.flatMap((message, at) =>
      placesOf(view, message, false).flatMap(({ match: { wrong } }) => {
        const wanted = message.quantities.find(({ unit }) => wrong !== null && sameDimension(unit, wrong.unit))
        return wrong && wanted ? [[withNumber(view, wrong, wanted, writtenIn(wordings[at] ?? '', wanted))]] : []
      }),
    )
    const added = [...new Set([rule.message.trim(), ...wordings])].map((sentence) => [withSentence(view, sentence)])
    return [...right, ...added]
  },
  examples: [
    {
      params: { message: 'The formula is vegan', anyOf: ['vegan'] },
      text: 'And yes, it is vegan',
      status: 'pass',
      quote: 'vegan',
    },
    {
      params: { message: 'The formula is vegan', anyOf: ['vegan'] },
      text: 'Sadly it is not vegan',
      status: 'fail',
      quote: 'not vegan',
    },
    {
      params: { message: '24-hour hydration', anyOf: ['24h hydration', '24 hours of hydration'] },
      text: 'Hydration for twelve hours',
      status: 'fail',
      quote: 'Hydration for twelve hours',
    },
    {
      params: { message: 'The formula is vegan', anyOf: ['vegan'] },
      text: 'Sunday reset #vegan',
      status: 'review',
      quote: '#vegan',
    },
  ],
})

/** A number as the brand's own wording has it. */
function writtenIn(wording: string, quantity: Quantity): string {
  const normal = normalise(wording, { lookAlikes: true })
  const { start, end } = sourceSpan(normal, quantity.start, quantity.end)
  return wording.slice(start, end)
}

function wordingsOf({ message, anyOf }: Params): string[] {
  return anyOf && anyOf.length > 0 ? anyOf.map((one) => one.trim()) : [message.trim()]
}

function placesOf(view: PostView, message: Message, loose: boolean): Place[] {
  return findMessage(view, message, loose)
    .slice(0, PLACES + 1)
    .map((match, i) => ({
      match,
      stance: i < PLACES ? stanceOf(view.discourse, match.first, match.last, !message.negative) : UNREAD,
      inTag: view.discourse.tokens.slice(match.first, match.last + 1).every(({ tag }) => tag !== null),
    }))
}

/** A slogan in quotation marks is said. */
function isSaid(stance: Stance): boolean {
  return stance.kind === 'said' || stance.kind === 'quoted'
}

/** Quoted with the word that denies it: "isn't vegan". */
function stretched(match: MessageMatch, stance: Stance): MessageMatch {
  if (stance.kind !== 'negated') return match
  return { ...match, first: Math.min(match.first, stance.at), last: Math.max(match.last, stance.at) }
}

/** Its everyday parts in other words, or all of its words but one. */
function looselyIn(view: PostView, others: readonly Message[], messages: readonly Message[]): Place[] {
  const found = [
    ...others.flatMap((message) => placesOf(view, message, false)),
    ...messages.flatMap((message) => placesOf(view, message, true)),
  ]
  // The widest tells a person most.
  return found
    .filter(({ stance, match }) => stance.kind !== 'negated' && match.wrong === null)
    .toSorted((a, b) => b.match.last - b.match.first - (a.match.last - a.match.first))
}

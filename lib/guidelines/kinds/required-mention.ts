import * as z from 'zod/mini'
import { normalise, sourceSpan } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import { findPhrase, phraseOf } from '../../text/phrase.ts'
import { findMentions } from '../../text/tokens.ts'
import type { Mention } from '../../text/tokens.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft, Edit } from '../define.ts'
import { afterProse } from '../placing.ts'
import { quoteOther, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'
import { nearness } from './required-hashtag.ts'

const params = z.object({
  /** With or without the leading `@`; on federated sites with or without the host. */
  handle: z.string().check(z.maxLength(260), z.regex(/^\s*[@＠]?[\p{L}\p{M}\p{N}_](?:[^\s@]*(?:@[^\s@]+)?)\s*$/u)),
  /** An account tagged on the picture or named as collaborator counts as a mention. */
  tagCounts: z.optional(z.boolean()),
})

/** An account is mentioned, by the site's own rules for handles (compliance.md 7.4). */
export default defineRuleKind({
  kind: 'required-mention',
  label: 'kind.requiredMention',
  rule: 'rule.requiredMention',
  params,
  fields: [
    { name: 'handle', label: 'kind.field.handle', hint: 'kind.hint.handle', type: 'text', required: true },
    { name: 'tagCounts', label: 'kind.field.tagCounts', type: 'boolean', required: false },
  ],
  reasons: [
    'mentionFound',
    'mentionMissing',
    'mentionNearMiss',
    'mentionCommentOnly',
    'mentionTagged',
    'mentionTagOnly',
    'mentionHostUnknown',
    'captionCut',
  ],
  value: ({ handle }) => withAt(handle),
  check(view, { handle, tagCounts }) {
    const value = withAt(handle)
    const wanted = keyOf(value.slice(1))
    const result = (draft: Omit<Draft, 'value'>): Draft[] => [{ value, ...draft }]

    const exact = view.mentions.find((mention) => keyOf(mention.handle) === wanted)
    if (exact) return result(quoting('pass', 'mentionFound', [value], view, exact))
    const linked = view.post.mentions.find((name) => keyOf(name.replace(/^@/, '')) === wanted)
    // "@acme" and "@acme@brand.social" may be one account: the page's own link decides, else a person.
    const local = view.mentions.find((mention) => sameUser(keyOf(mention.handle), wanted))
    if (linked !== undefined) {
      const evidence = [local ? quoteText(view, local.start, local.end) : quoteOther('link', linked)]
      return result({ status: 'pass', reason: 'mentionFound', values: [value], evidence })
    }
    if (local) return result(quoting('review', 'mentionHostUnknown', [value], view, local))

    const tagged = view.post.tagged?.find((name) => keyOf(name.replace(/^@/, '')) === wanted)
    if (tagged !== undefined) {
      const evidence = [quoteOther('link', tagged)]
      if (tagCounts === true) return result({ status: 'pass', reason: 'mentionTagged', values: [value], evidence })
      return result({ status: 'review', reason: 'mentionTagOnly', values: [value], evidence })
    }

    const searched = { field: 'text', chars: view.post.text.length, terms: [value] }
    if (!view.post.textComplete) {
      return result({ status: 'not-checkable', reason: 'captionCut', values: [value], evidence: [], searched })
    }
    const comment = view.post.firstComment ?? ''
    const inComment = findMentions(comment, view.post.platform).find((mention) => keyOf(mention.handle) === wanted)
    if (inComment) {
      const evidence = [quoteOther('comment', comment, inComment.start, inComment.end)]
      const reason = 'mentionCommentOnly'
      return result({ status: 'fail', reason, values: [value], evidence, searched, note: 'comment-only' })
    }
    const near = nearest(view, wanted)
    if (near) {
      const values = [value, view.post.text.slice(near.start, near.end)]
      return result({ ...quoting('fail', 'mentionNearMiss', values, view, near), searched, note: 'near-miss' })
    }
    return result({ status: 'fail', reason: 'mentionMissing', values: [value], evidence: [], searched })
  },
  fix(view, { handle }, { evidence }, { brand }) {
    const value = withAt(handle)
    const [quote] = evidence
    const wrong = quote?.field === 'text' ? quote : nameInPlain(view, brand)
    const added: Edit[] = [afterProse(view, value)]
    return wrong ? [[{ start: wrong.start, end: wrong.end, insert: value }], added] : [added]
  },
  examples: [
    { params: { handle: '@acme' }, text: 'Loved @acme’s new drop', status: 'pass', quote: '@acme' },
    { params: { handle: '@acme' }, text: 'Loved the drop @acme.beauty', status: 'fail', quote: '@acme.beauty' },
    { params: { handle: '@acme' }, text: 'Loved the drop @acme.beauty', platform: 'x', status: 'pass', quote: '@acme' },
    { params: { handle: 'acme' }, text: 'Write to hello@acme.com', status: 'fail' },
  ],
})

function quoting(status: Draft['status'], reason: string, values: string[], view: PostView, mention: Mention) {
  return { status, reason, values, evidence: [quoteText(view, mention.start, mention.end)] }
}

/**
 * The brand's name in the caption's own words, where it can become the mention. Written exactly as the brand
 * writes it: "boots" are not Boots.
 */
function nameInPlain(view: PostView, brand: string): Span | null {
  const name = brand.trim()
  if (!/\p{Lu}|\s/u.test(name)) return null
  for (const hit of findPhrase(view.normal, view.words, phraseOf(name, null))) {
    const { start } = sourceSpan(view.normal, hit.start, hit.end)
    const end = start + name.length
    if (hit.tag === null && view.post.text.slice(start, end) === name) return { start, end }
  }
  return null
}

function withAt(handle: string): string {
  return `@${handle.trim().replace(/^[@＠]/, '')}`
}

function keyOf(handle: string): string {
  return normalise(handle).text
}

/** Same user name, and one of the two does not say on which host. */
function sameUser(found: string, wanted: string): boolean {
  const [foundUser, foundHost] = found.split('@')
  const [wantedUser, wantedHost] = wanted.split('@')
  return foundUser === wantedUser && (foundHost === undefined) !== (wantedHost === undefined)
}

/** Read with the widest handle, so that look-alike letters and other sites' handles are seen too. */
function nearest(view: PostView, wanted: string): Mention | null {
  let best: Mention | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const mention of [...view.mentions, ...findMentions(view.post.text, 'any', view.links)]) {
    if (mention.handle.length > 64) continue
    const rank = nearness(normalise(mention.handle, { lookAlikes: true }).text, wanted)
    if (rank < bestRank) [best, bestRank] = [mention, rank]
  }
  return best
}

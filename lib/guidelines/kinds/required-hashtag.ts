import * as z from 'zod/mini'
import { distance } from '../../text/distance.ts'
import { normalise } from '../../text/normalise.ts'
import { findHashtags } from '../../text/tokens.ts'
import type { Hashtag } from '../../text/tokens.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft, Edit } from '../define.ts'
import { afterProse, appendTag } from '../placing.ts'
import { quoteOther, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

const params = z.object({
  /** With or without `#`. */
  tag: z.string().check(z.maxLength(140), z.regex(/^\s*[#＃]?[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*\s*$/u)),
})

/** A hashtag is there, exactly: equal after NFKC and lower-casing, accents kept (compliance.md 7.4). */
export default defineRuleKind({
  kind: 'required-hashtag',
  label: 'kind.requiredHashtag',
  rule: 'rule.requiredHashtag',
  params,
  fields: [{ name: 'tag', label: 'kind.field.tag', hint: 'kind.hint.tag', type: 'text', required: true }],
  reasons: [
    'hashtagFound',
    'hashtagMissing',
    'hashtagNearMiss',
    'hashtagGlued',
    'hashtagCommentOnly',
    'hashtagBroken',
    'captionCut',
  ],
  value: ({ tag }) => withHash(tag),
  check(view, { tag }) {
    const value = withHash(tag)
    const wanted = keyOf(value.slice(1))
    const result = (draft: Omit<Draft, 'value'>): Draft[] => [{ value, ...draft }]

    const same = view.hashtags.filter((found) => !found.broken && keyOf(found.name) === wanted)
    const plain = same.find((found) => !found.glued)
    if (plain) return result(quoting('pass', 'hashtagFound', [value], view, plain))
    const linked = view.post.hashtags.find((name) => keyOf(name) === wanted)
    const glued = same[0]
    if (glued && linked === undefined) return result(quoting('review', 'hashtagGlued', [value], view, glued))
    if (linked !== undefined) {
      const evidence = [glued ? quoteText(view, glued.start, glued.end) : quoteOther('link', linked)]
      return result({ status: 'pass', reason: 'hashtagFound', values: [value], evidence })
    }

    const searched = { field: 'text', chars: view.post.text.length, terms: [value] }
    const near = nearest(view.hashtags, value.slice(1))
    if (!view.post.textComplete) {
      return result({ status: 'not-checkable', reason: 'captionCut', values: [value], evidence: [], searched })
    }
    const comment = view.post.firstComment ?? ''
    const inComment = findHashtags(comment).find((tagged) => !tagged.broken && keyOf(tagged.name) === wanted)
    if (inComment) {
      const evidence = [quoteOther('comment', comment, inComment.start, inComment.end)]
      const reason = 'hashtagCommentOnly'
      return result({ status: 'fail', reason, values: [value], evidence, searched, note: 'comment-only' })
    }
    if (near) {
      const reason = near.broken && keyOf(near.name) === wanted ? 'hashtagBroken' : 'hashtagNearMiss'
      const quote = view.post.text.slice(near.start, near.end)
      return result({ ...quoting('fail', reason, [value, quote], view, near), searched, note: 'near-miss' })
    }
    return result({ status: 'fail', reason: 'hashtagMissing', values: [value], evidence: [], searched })
  },
  fix(view, { tag }, { reason, evidence }) {
    const value = withHash(tag)
    const added: Edit[][] = [[appendTag(view, value)], [afterProse(view, value)]]
    const [quote] = evidence
    if (quote?.field !== 'text') return added
    const { start, end } = quote
    if (reason === 'hashtagGlued') return [[{ start, end: start, insert: ' ' }], ...added]
    const meant = view.hashtags.find((found) => found.start === start)
    if (reason === 'hashtagBroken' && meant) return [[{ start, end, insert: `#${meant.name}` }], ...added]
    // A longer tag that holds the wanted one is the creator's own; it stays.
    const own = meant && nearness(looseKey(meant.name), looseKey(value.slice(1))) > 2
    const replaced: Edit[] = [{ start, end, insert: value }]
    return own ? [...added, replaced] : [replaced, ...added]
  },
  examples: [
    { params: { tag: '#Acme' }, text: 'Sunday reset with #acme', status: 'pass', quote: '#acme' },
    { params: { tag: '#Acme' }, text: 'Sunday reset #AcmeGlow', status: 'fail', quote: '#AcmeGlow' },
    { params: { tag: '#Acme' }, text: 'Sunday reset with Acme', status: 'fail' },
    { params: { tag: 'Acme' }, text: 'So soft.#Acme', status: 'review', quote: '#Acme' },
  ],
})

function quoting(status: Draft['status'], reason: string, values: string[], view: PostView, tag: Hashtag) {
  return { status, reason, values, evidence: [quoteText(view, tag.start, tag.end)] }
}

function withHash(tag: string): string {
  return `#${tag.trim().replace(/^[#＃]/, '')}`
}

/** What makes two hashtags the same tag. */
function keyOf(name: string): string {
  return normalise(name).text
}

/** Without accents and with look-alikes read as Latin: what a hurried eye sees. */
function looseKey(name: string): string {
  return normalise(name, { lookAlikes: true }).text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', '')
}

/**
 * The tag that was probably meant: same but for accents, look-alikes, underscores or invisible characters;
 * else one or two typing errors away; else a longer tag that contains the wanted one.
 */
function nearest(tags: readonly Hashtag[], wanted: string): Hashtag | null {
  const loose = looseKey(wanted)
  let best: Hashtag | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const tag of tags) {
    if (tag.name.length > 140) continue
    const rank = nearness(looseKey(tag.name), loose)
    if (rank < bestRank) [best, bestRank] = [tag, rank]
  }
  return best
}

/** Lower is nearer; infinite when the two have nothing to do with each other. */
export function nearness(found: string, wanted: string): number {
  if (found === wanted) return 0
  if (wanted.length < 3) return Number.POSITIVE_INFINITY
  const allowed = wanted.length >= 5 ? 2 : 1
  if (found.length >= 3 && Math.abs(found.length - wanted.length) <= allowed) {
    const typos = distance(found, wanted, allowed)
    if (typos <= allowed) return typos
  }
  return found.includes(wanted) ? 3 : Number.POSITIVE_INFINITY
}

import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft, PastPost } from '../define.ts'

/** Fewest posts of which it is known whether they are advertising; of fewer a share says nothing. */
const ENOUGH = 10
const QUOTES = 20
/** As much of each sponsored post as is quoted. */
const EXCERPT = 80

const params = z.object({
  /** Percent of the posts before this one that may be advertising. Default 30. */
  maxPercent: z.optional(z.number().check(z.gte(0), z.lte(100))),
  /** How many posts are looked back at. Default 20. */
  posts: z.optional(z.number().check(z.int(), z.gte(ENOUGH), z.lte(100))),
})

/**
 * The creator does not advertise in most posts: of the last 20 captured ones at most 30 % are sponsored, exactly 30 %
 * included (relationship.md B1, after Favikon's red flag). About the creator rather than the post, so a person decides.
 */
export default defineRuleKind({
  kind: 'saturation',
  label: 'kind.saturation',
  rule: 'rule.saturation',
  params,
  fields: [
    {
      name: 'maxPercent',
      label: 'kind.field.maxPercent',
      hint: 'kind.hint.maxPercent',
      type: 'number',
      required: false,
    },
    { name: 'posts', label: 'kind.field.posts', hint: 'kind.hint.posts', type: 'number', required: false },
  ],
  reasons: ['saturationKept', 'saturationOver', 'saturationUnknown'],
  value: ({ maxPercent = 30 }) => String(maxPercent),
  needs: () => ['history'],
  check(_view, { maxPercent = 30, posts = 20 }, { history }): Draft[] {
    const value = String(maxPercent)
    const known = (history?.earlier ?? []).slice(0, posts).filter(({ sponsored }) => sponsored !== null)
    const sponsored = known.filter((post) => post.sponsored === true)
    const values = [String(sponsored.length), String(known.length), value]
    if (known.length < ENOUGH) {
      return [
        {
          value,
          status: 'not-checkable',
          reason: 'saturationUnknown',
          values: [String(known.length), String(ENOUGH)],
          evidence: [],
        },
      ]
    }
    const searched = { field: 'earlier-posts', chars: known.reduce((sum, { text }) => sum + text.length, 0), terms: [] }
    const evidence = sponsored.slice(0, QUOTES).flatMap(beginning)
    // As whole numbers: 6 of 20 is exactly 30 %, whatever a division makes of it.
    if (sponsored.length * 100 <= maxPercent * known.length) {
      return [{ value, status: 'pass', reason: 'saturationKept', values, evidence: [], searched }]
    }
    // A post without a caption can be sponsored by its label alone; then there are no words to show.
    const status = evidence.length > 0 ? 'review' : 'not-checkable'
    return [{ value, status, reason: 'saturationOver', values, evidence, searched }]
  },
  examples: [
    { params: {}, text: 'So soft', history: months(7, 20), status: 'review', quote: 'Ad: my week with Lumo 0' },
    { params: {}, text: 'So soft', history: months(6, 20), status: 'pass' },
    { params: {}, text: 'So soft', history: months(3, 4), status: 'not-checkable' },
  ],
})

function beginning({ id, text }: PastPost): Evidence[] {
  const start = /^\s*/.exec(text)?.[0].length ?? 0
  const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? ''
  const quote = line.slice(0, EXCERPT).replace(/[\ud800-\udbff]$/, '')
  return quote === '' ? [] : [{ field: 'other-post', start, end: start + quote.length, quote, postId: id }]
}

function months(sponsored: number, all: number): { earlier: PastPost[]; others: [] } {
  const earlier = Array.from({ length: all }, (_, at) => ({
    id: `instagram:${at}`,
    text: at < sponsored ? `Ad: my week with Lumo ${at}` : `A slow day ${at}`,
    at: '2026-03-01T00:00:00.000Z',
    sponsored: at < sponsored,
    engagementRate: null,
  }))
  return { earlier, others: [] }
}

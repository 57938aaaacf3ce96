import * as z from 'zod/mini'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { CATEGORIES, TIERS, categories } from '../safety/categories.ts'
import type { Category } from '../safety/categories.ts'
import { findSafety, knowsLanguage } from '../safety/find.ts'
import type { SafetyHit } from '../safety/find.ts'
import { quoteNormal } from '../view.ts'
import type { PostView } from '../view.ts'

const QUOTES = 20

const params = z.object({
  /** Default: every category, tolerating nothing. */
  categories: z.optional(
    z
      .array(
        z.object({
          category: z.enum(categories),
          /** So many matches are red; 1 tolerates nothing. */
          tolerance: z.number().check(z.int(), z.gte(1), z.lte(10_000)),
        }),
      )
      .check(z.maxLength(100)),
  ),
  /** Red fails the post; else a person decides, because word lists are wrong too often. */
  redFails: z.optional(z.boolean()),
})

/**
 * Sensitive topics by the IAB's categories, each with a light: matches over tolerance below 50 % are green, below 100 %
 * amber, from 100 % red; the worst light is the post's (compliance.md section 4, relationship.md B1). Says which words
 * touch a topic, not what is meant by them, and certifies nothing.
 */
export default defineRuleKind({
  kind: 'brand-safety',
  label: 'kind.brandSafety',
  rule: 'rule.brandSafety',
  params,
  fields: [
    {
      name: 'categories',
      label: 'kind.field.categories',
      hint: 'kind.hint.categories',
      type: 'rows',
      required: false,
      fields: [
        { name: 'category', label: 'kind.field.category', type: 'choice', required: true, options: categories },
        { name: 'tolerance', label: 'kind.field.tolerance', type: 'number', required: true },
      ],
    },
    { name: 'redFails', label: 'kind.field.redFails', type: 'boolean', required: false },
  ],
  reasons: ['safetyAbsent', 'safetyGreen', 'safetyAmber', 'safetyRed', 'safetyFloor', 'safetyLanguage', 'captionCut'],
  value: () => null,
  check(view, rule): Draft[] {
    const asked = rule.categories ?? categories.map((category) => ({ category, tolerance: 1 }))
    const hits = findSafety(view)
    const lights = asked.flatMap(({ category, tolerance }) =>
      light(
        view,
        category,
        tolerance,
        hits.filter((hit) => hit.category === category),
        rule.redFails === true,
      ),
    )
    // Eleven lines that say "nothing" say less than one.
    if (lights.length > 0) return lights
    return [
      nothing(
        view,
        asked.map(({ category }) => category),
      ),
    ]
  },
  examples: [
    { params: {}, text: 'Friday night: vodka and a cigarette', status: 'review', quote: 'cigarette' },
    {
      params: { categories: [{ category: 'substances', tolerance: 4 }] },
      text: 'A glass of wine',
      status: 'pass',
      quote: 'wine',
    },
    { params: {}, text: 'Bath bombs, a nude lipstick and a glue gun', status: 'pass' },
    {
      params: { categories: [{ category: 'arms', tolerance: 1 }], redFails: true },
      text: 'New rifle day',
      status: 'fail',
      quote: 'rifle',
    },
  ],
})

function light(
  view: PostView,
  category: Category,
  tolerance: number,
  hits: readonly SafetyHit[],
  redFails: boolean,
): Draft[] {
  if (hits.length === 0) return []
  const heaviest = hits.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  const evidence = heaviest.slice(0, QUOTES).map(({ start, end }) => quoteNormal(view, start, end))
  const floor = hits.some(({ tier }) => tier === 'floor')
  const share = hits.length / tolerance
  const [reason, status]: [string, Draft['status']] =
    floor || share >= 1
      ? [floor ? 'safetyFloor' : 'safetyRed', redFails ? 'fail' : 'review']
      : share >= 0.5
        ? ['safetyAmber', 'review']
        : ['safetyGreen', 'pass']
  const values = [
    evidence[0]?.quote ?? '',
    heaviest[0]?.tier ?? '',
    String(hits.length),
    String(tolerance),
    CATEGORIES[category],
  ]
  const eased = heaviest[0]?.eased === true ? { note: 'context' } : {}
  return [{ value: category, status, reason, values, evidence, ...eased }]
}

function nothing(view: PostView, asked: readonly Category[]): Draft {
  const value = asked.length === 1 ? (asked[0] ?? null) : null
  const searched = { field: 'text', chars: view.post.text.length, terms: [] }
  if (!knowsLanguage(view.lang)) {
    return { value, status: 'not-checkable', reason: 'safetyLanguage', values: [view.lang ?? ''], evidence: [] }
  }
  const cut = !view.post.textComplete
  const status = cut ? 'not-checkable' : 'pass'
  return { value, status, reason: cut ? 'captionCut' : 'safetyAbsent', values: [], evidence: [], searched }
}

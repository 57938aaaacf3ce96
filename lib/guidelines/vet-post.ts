import type { Evidence } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import { paidLabels } from '../domain/observation.ts'
import competitor from './kinds/competitor.ts'
import disclosure from './kinds/disclosure.ts'
import { findCommercialSigns } from './links/commercial.ts'
import type { Category, Tier } from './safety/categories.ts'
import { findSafety, knowsLanguage } from './safety/find.ts'
import { quoteNormal, quoteText, viewOf } from './view.ts'
import type { PostInput, PostView } from './view.ts'

/** A competitor as some guideline names it. */
export interface KnownCompetitor {
  readonly name: string
  /** Parameters of a `competitor` rule. */
  readonly params: unknown
  /** The guideline's own brand, which is never a competitor. */
  readonly brand: string
}

/** What one post says to somebody who vets its creator. Every quote is `text.slice(start, end)` of its field. */
export interface VettedPost {
  /** The whole caption was shown: only then does finding nothing in it mean anything. */
  readonly whole: boolean
  /** Null: the caption is in a language without a word list, so nothing is known of it. */
  readonly safety:
    | readonly { readonly category: Category; readonly tier: Tier; readonly eased: boolean; readonly quote: Evidence }[]
    | null
  readonly competitors: readonly { readonly name: string; readonly sure: boolean; readonly quote: Evidence }[]
  readonly disclosure: VettedDisclosure
}

/**
 * `linked`: something on the post says that it is commercial. `open`: a label that the jurisdiction takes as enough,
 * where it is seen; `weak`: one that is vague, buried or the platform's alone; `missing`: none, though a code, an
 * affiliate address or a gift is named; null where it is not commercial, or the caption was cut off.
 */
export interface VettedDisclosure {
  readonly linked: boolean
  readonly state: 'open' | 'weak' | 'missing' | null
  readonly quote: Evidence | null
}

/** Every competitor that active guidelines name, each once, by name. */
export function knownCompetitors(guidelines: readonly Guideline[]): KnownCompetitor[] {
  const found = new Map<string, KnownCompetitor>()
  for (const { active, deletedAt, brand, rules } of guidelines) {
    if (!active || deletedAt !== null) continue
    for (const { kind, params } of rules) {
      const named: readonly [unknown, unknown][] =
        kind === 'competitor'
          ? [[params['name'], params]]
          : kind === 'exclusivity-window' && Array.isArray(params['competitors'])
            ? params['competitors'].map((name: unknown) => [name, { name }])
            : []
      for (const [name, about] of named) {
        if (typeof name !== 'string' || name.trim() === '') continue
        const key = name.trim().toLowerCase()
        if (!found.has(key)) found.set(key, { name: name.trim(), params: about, brand })
      }
    }
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Reads one post for a vetting sheet (relationship.md B12), by the same checks as the guidelines. Pure. */
export function vetPost(
  post: PostInput,
  { jurisdiction, competitors }: { readonly jurisdiction: string; readonly competitors: readonly KnownCompetitor[] },
): VettedPost {
  const view = viewOf(post)
  return {
    whole: post.textComplete,
    safety: knowsLanguage(view.lang)
      ? findSafety(view).map(({ start, end, category, tier, eased }) => ({
          category,
          tier,
          eased,
          quote: quoteNormal(view, start, end),
        }))
      : null,
    competitors: competitors.flatMap((one) => namesOf(view, one, jurisdiction)),
    disclosure: disclosureOf(view, jurisdiction),
  }
}

function namesOf(
  view: PostView,
  { name, params, brand }: KnownCompetitor,
  jurisdiction: string,
): VettedPost['competitors'] {
  const drafts = competitor.check(view, params, { jurisdiction, relationship: null, brand, history: null })
  if ('problem' in drafts) return []
  return drafts.flatMap(({ reason, evidence }) =>
    reason === 'competitorNamed' || reason === 'competitorUnclear'
      ? evidence.map((quote) => ({ name, sure: reason === 'competitorNamed', quote }))
      : [],
  )
}

function disclosureOf(view: PostView, jurisdiction: string): VettedDisclosure {
  const context = { jurisdiction, relationship: 'paid', brand: '', history: null } as const
  const drafts = disclosure.check(view, {}, context)
  const main = 'problem' in drafts ? undefined : drafts.find(({ weight }) => weight !== 'prefer')
  const quote = main?.evidence[0] ?? null
  if (main?.status === 'clear') return { linked: true, state: 'open', quote }
  if (main?.status === 'buried' || main?.status === 'ambiguous') {
    // "Collab" or "thanks" alone says little of money: the caption, or the platform, must say more of it.
    const isSaid = view.post.labels.some((label) => paidLabels.includes(label)) || main.status === 'buried'
    const [sign] = findCommercialSigns(view.post.text)
    return isSaid || sign || quote?.quote.startsWith('#') === true
      ? { linked: true, state: 'weak', quote }
      : { linked: false, state: null, quote: null }
  }
  const [sign] = findCommercialSigns(view.post.text)
  if (!sign) return { linked: false, state: null, quote: null }
  const said = quoteText(view, sign.start, sign.end)
  return { linked: true, state: main?.status === 'missing' ? 'missing' : null, quote: said }
}

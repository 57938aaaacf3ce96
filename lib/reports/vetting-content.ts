import type { Line } from '../domain/report.ts'
import { categories, TIERS } from '../guidelines/safety/categories.ts'
import { shareOf } from '../health/robust.ts'
import { figure } from './figures.ts'
import { line, sectionOf } from './line.ts'
import type { Section, VettingFacts } from './vetting-facts.ts'

/** Quotes that a section lists; all are counted. */
const QUOTES = 100

const severityOf = { floor: 'high', high: 'high', medium: 'medium', low: 'low' } as const

/** Sensitive topics by category, with how often and in which words (GARM-style; certifies nothing). */
export const safety: Section = ({ posts }, window) => {
  const known = posts.filter(({ read }) => read.safety !== null)
  // A caption that was cut, or that a grid of pictures does not show, is not clean because nothing was found in it.
  const checked = known.filter(({ read }) => read.whole || (read.safety?.length ?? 0) > 0)
  const hits = checked.flatMap(({ post, read }) => (read.safety ?? []).map((hit) => Object.assign({ post }, hit)))
  const figures = categories.map((category) => {
    const own = hits.filter((hit) => hit.category === category)
    const ids = [...new Set(own.map(({ post }) => post.id))]
    return figure('vetCategory', checked.length === 0 ? null : ids.length, {
      values: [category],
      unit: 'count',
      n: checked.length,
      basis: 'posts',
      formula: 'count',
      ...window,
      sample: posts.length,
      missing: checked.length === 0 ? 'not-captured' : null,
      evidence: ids,
    })
  })
  const heaviest = hits.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  return sectionOf('vetSafety', {
    figures,
    lines: [
      ...heaviest.slice(0, QUOTES).map(({ post, category, tier, eased, quote }) =>
        line('vet.line', eased ? 'safetyEased' : 'safety', [category, tier], {
          severity: severityOf[tier],
          quote: quote.quote.slice(0, 2_000),
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(hits.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(hits.length - QUOTES)])] : []),
      ...(hits.length === 0 && checked.length > 0 ? [line('vet.line', 'safetyNone', [String(checked.length)])] : []),
      ...(posts.length > known.length
        ? [line('vet.line', 'safetyLanguage', [String(posts.length - known.length)])]
        : []),
      ...cutLines(posts),
      line('vet.line', 'safetyWords', []),
    ],
  })
}

/** How many captions were not shown whole: of those, finding nothing says nothing. */
function cutLines(posts: VettingFacts['posts']): Line[] {
  const cut = posts.filter(({ read }) => !read.whole)
  return cut.length === 0
    ? []
    : [line('vet.line', 'captionsCut', [String(cut.length)], { evidence: cut.slice(0, 25).map(({ post }) => post.id) })]
}

/** Whom of the competitors in the guidelines the creator names. */
export const rivals: Section = ({ posts, competitors }, window) => {
  const hits = posts.flatMap(({ post, read }) => read.competitors.map((hit) => Object.assign({ post }, hit)))
  const named = competitors.filter((name) => hits.some((hit) => hit.name === name))
  const checked = posts.filter(({ read }) => read.whole || read.competitors.length > 0).length
  return sectionOf('vetCompetitors', {
    figures: named.map((name) => {
      const ids = [...new Set(hits.filter((hit) => hit.name === name).map(({ post }) => post.id))]
      return figure('vetCompetitor', ids.length, {
        values: [name],
        unit: 'count',
        n: checked,
        basis: 'posts',
        formula: 'count',
        ...window,
        sample: posts.length,
        evidence: ids,
      })
    }),
    lines: [
      ...hits.slice(0, QUOTES).map(({ post, name, sure, quote }) =>
        line('vet.line', sure ? 'competitor' : 'competitorUnclear', [name], {
          severity: sure ? 'medium' : 'low',
          quote: quote.quote.slice(0, 2_000),
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(hits.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(hits.length - QUOTES)])] : []),
      ...(competitors.length === 0
        ? [line('vet.line', 'noCompetitors', [])]
        : hits.length === 0 && checked > 0
          ? [line('vet.line', 'competitorsNone', [String(competitors.length), String(checked)])]
          : []),
      ...cutLines(posts),
    ],
  })
}

/** How often commercial posts say so: openly, weakly, not at all. */
export const disclosure: Section = ({ posts }, window) => {
  const commercial = posts.filter(({ read }) => read.disclosure.linked)
  const checked = posts.filter(({ read }) => read.whole || read.disclosure.linked).length
  const judged = commercial.filter(({ read }) => read.disclosure.state !== null)
  const share = (state: 'open' | 'weak' | 'missing') => {
    const own = judged.filter(({ read }) => read.disclosure.state === state)
    const { share: value, low, high } = shareOf(own.length, judged.length)
    const isKnown = judged.length > 0
    return figure(`vet.${state}`, isKnown ? value : null, {
      unit: 'share',
      n: judged.length,
      basis: 'commercial',
      formula: 'vetShare',
      ...window,
      sample: posts.length,
      missing: isKnown ? null : checked === 0 ? 'not-captured' : 'not-enough',
      low: isKnown ? low : null,
      high: isKnown ? high : null,
      evidence: own.map(({ post }) => post.id),
    })
  }
  const quoted = judged.filter(({ read }) => read.disclosure.state !== 'open')
  return sectionOf('vetDisclosure', {
    figures: [
      figure('vetCommercial', checked === 0 ? null : commercial.length, {
        unit: 'count',
        n: checked,
        basis: 'posts',
        formula: 'count',
        ...window,
        sample: posts.length,
        missing: checked === 0 ? 'not-captured' : null,
        evidence: commercial.map(({ post }) => post.id),
      }),
      share('open'),
      share('weak'),
      share('missing'),
    ],
    lines: [
      ...quoted.slice(0, QUOTES).map(({ post, read }) =>
        line('vet.line', read.disclosure.state === 'weak' ? 'weakLabel' : 'missingLabel', [], {
          severity: read.disclosure.state === 'weak' ? 'medium' : 'high',
          quote: read.disclosure.quote?.quote.slice(0, 2_000) ?? null,
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(quoted.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(quoted.length - QUOTES)])] : []),
      ...(commercial.length > judged.length
        ? [line('vet.line', 'labelUnknown', [String(commercial.length - judged.length)])]
        : []),
      ...cutLines(posts),
      line('vet.line', 'commercialSigns', []),
    ],
  })
}

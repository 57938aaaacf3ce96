import type { Assessment } from '../domain/assessment.ts'
import type { Figure } from '../domain/report.ts'
import { moodOf } from '../health/comment-mood.ts'
import { isIn, type PartnerFacts, type Window } from './facts.ts'

/** Most ids that a figure links to; `n` counts all of them. */
const EVIDENCE = 25
/** Comments below which their mood is not told (relationship.md B3). */
const MIN_COMMENTS = 10
export const DAY = 86_400_000

export function figure(
  code: string,
  value: number | null,
  about: Pick<Figure, 'unit' | 'n' | 'basis' | 'formula'> & Partial<Figure>,
): Figure {
  return {
    code,
    values: [],
    value,
    missing: value === null ? 'not-enough' : null,
    low: null,
    high: null,
    from: null,
    to: null,
    sample: null,
    confidence: null,
    ...about,
    evidence: [...new Set(about.evidence)].slice(0, EVIDENCE),
  }
}

/** The score, its change, its parts: as the partner page shows them. */
export function healthFigures({ health, change, posts }: PartnerFacts, to: string): Figure[] {
  const window = { from: before(to, 90), to }
  const evidence = health.reasons.flatMap((reason) => reason.evidence)
  const known = health.parts.filter(({ score }) => score !== null)
  const n = known.length
  const { confidence } = health
  return [
    figure('score', health.score, {
      unit: 'score',
      n,
      basis: 'parts',
      formula: 'health',
      confidence,
      evidence,
      ...window,
    }),
    figure('coverage', health.coverage, { unit: 'share', n, basis: 'parts', formula: 'coverage', ...window }),
    figure('change', change, {
      unit: 'points',
      n,
      basis: 'parts',
      formula: 'change',
      evidence: posts.slice(0, 3).map(({ id }) => id),
      from: before(to, 30),
      to,
    }),
  ]
}

export function partFigures({ health }: PartnerFacts, to: string): Figure[] {
  return health.parts.map(({ part, score, n }) =>
    figure(`part.${part}`, score, {
      unit: 'score',
      n,
      basis: partBasis[part],
      formula: `part.${part}`,
      evidence: health.reasons.filter((reason) => reason.part === part).flatMap((reason) => reason.evidence),
      sample: part === 'mood' ? n : null,
      from: before(to, 90),
      to,
    }),
  )
}
const partBasis = {
  compliance: 'posts',
  delivery: 'deliverables',
  communication: 'contacts',
  engagement: 'posts',
  mood: 'comments',
  pulse: 'ratings',
} as const

/** The rate of each account by its site's formula (relationship.md B0). */
export function engagementFigures({ engagement }: Pick<PartnerFacts, 'engagement'>): Figure[] {
  return engagement.map(({ platform, handle, rate, profileId }) =>
    figure('engagement', rate.rate, {
      values: [handle, platform],
      unit: 'rate',
      missing: rate.rate === null ? 'not-captured' : null,
      low: rate.low,
      high: rate.high,
      n: rate.n,
      basis: 'posts',
      formula: rate.formula,
      confidence: rate.confidence,
      evidence: [...rate.posts, ...(profileId === null ? [] : [profileId])],
      from: rate.window?.from ?? null,
      to: rate.window?.to ?? null,
    }),
  )
}

/** Posts of the time, and what checking them said. Of posts that no guideline applies to nothing is said. */
export function complianceFigures(facts: readonly PartnerFacts[], window: Window): Figure[] {
  const posts = facts.flatMap((one) => one.posts.filter(({ sortAt }) => isIn(sortAt, window)))
  const ids = new Set(posts.map(({ id }) => id))
  const checked = facts.flatMap((one) => one.assessments.filter(({ postId }) => ids.has(postId))).filter(isJudged)
  const of = (verdict: Assessment['verdict']) => checked.filter((one) => one.verdict === verdict).map(idOf)
  const n = checked.length
  const share = n === 0 ? null : of('pass').length / n
  const about = { n, basis: 'posts', ...window } as const
  const count = (code: string, found: readonly string[]) =>
    figure(code, n === 0 ? null : found.length, { unit: 'count', formula: 'count', evidence: [...found], ...about })
  return [
    figure('posts', posts.length, {
      unit: 'count',
      formula: 'count',
      evidence: posts.map(({ id }) => id),
      ...about,
      n: posts.length,
    }),
    figure('pass', share, { unit: 'share', formula: 'passShare', evidence: checked.map(idOf), ...about }),
    count('fail', of('fail')),
    count('review', of('review')),
  ]
}

const idOf = ({ postId }: Assessment) => postId
export const isJudged = ({ verdict }: Assessment): boolean => verdict !== 'unknown'

/** How the visible comments of the time sound. Never all there are. */
export function moodFigures(facts: readonly PartnerFacts[], window: Window): Figure[] {
  const heard = facts.flatMap((one) => one.heard).filter(({ at }) => isIn(new Date(at).toISOString(), window))
  const { negative, positive, spam } = moodOf(heard)
  const isEnough = negative.n >= MIN_COMMENTS
  const about = {
    n: negative.n,
    basis: 'comments',
    sample: heard.length,
    evidence: heard.map(({ postId }) => postId),
    ...window,
  } as const
  const missing = isEnough ? null : heard.length === 0 ? 'not-captured' : 'not-enough'
  const share = (code: string, { share: value, low, high }: typeof negative) =>
    figure(code, isEnough ? value : null, {
      unit: 'share',
      formula: 'wilson',
      ...about,
      missing,
      low: isEnough ? low : null,
      high: isEnough ? high : null,
    })
  return [
    share('negative', negative),
    share('positive', positive),
    ...(spam > 0 ? [figure('spam', spam, { unit: 'count', formula: 'count', ...about, n: heard.length })] : []),
  ]
}

/** What came due in the time, and how it was kept. */
export function deliveryFigures(facts: readonly PartnerFacts[], window: Window): Figure[] {
  const due = facts
    .flatMap((one) => one.deliveries)
    .filter(({ deliverable, state }) => isIn(deliverable.dueAt, window) && state !== 'cancelled')
  const of = (states: readonly string[]) => due.filter(({ state }) => states.includes(state))
  const late = of(['late', 'late-in-grace'])
  const open = of(['in-grace', 'overdue', 'missed'])
  const onTime = of(['on-time'])
  const count = (code: string, found: typeof due) =>
    figure(code, found.length, {
      unit: 'count',
      n: due.length,
      basis: 'deliverables',
      formula: 'count',
      evidence: found.map(({ deliverable }) => deliverable.id),
      ...window,
    })
  const all = count('due', due)
  // Of nothing that came due, nothing was on time, late or missing.
  return due.length === 0 ? [all] : [all, count('onTime', onTime), count('late', late), count('open', open)]
}

/** Who was in touch in the time, and how fast the creator answers, by everything that was logged. */
export function contactFigures({ contacts, communication }: PartnerFacts, window: Window): Figure[] {
  const logged = contacts.filter(({ at }) => isIn(at, window))
  const count = (code: string, direction: 'out' | 'in') => {
    const found = logged.filter((one) => one.direction === direction)
    const about = { unit: 'count', n: logged.length, basis: 'contacts', formula: 'count' } as const
    return figure(code, found.length, { ...about, evidence: found.map(({ id }) => id), ...window })
  }
  const answers = communication.exchanges.flatMap(({ askedId, answerId }) =>
    answerId === null ? [] : [askedId, answerId],
  )
  return [
    count('out', 'out'),
    count('in', 'in'),
    figure('reply', communication.medianHours, {
      unit: 'hours',
      n: communication.answered,
      basis: 'answers',
      formula: 'median',
      evidence: answers,
      to: window.to,
    }),
  ]
}

export const before = (to: string, days: number): string => new Date(Date.parse(to) - days * DAY).toISOString()

import { reviewParts, type ReviewPart, type Rhythm } from '../domain/partner-review.ts'
import type { Figure, Line, ReportSection } from '../domain/report.ts'
import type { Plan } from '../domain/plan.ts'
import { planProgress } from '../partnership/plan.ts'
import { monthsBefore } from '../text/months.ts'
import { isIn, type PartnerFacts, type Window } from './facts.ts'
import { complianceFigures, deliveryFigures, engagementFigures, moodFigures, partFigures } from './figures.ts'
import { line } from './line.ts'
import { ahead, talk } from './sections.ts'
import { dayText, figureBasis, figureLabel, figureSure, figureValue, lineText, type Words } from './wording.ts'

/** What a part is filled with. */
export type ReviewFilling = Readonly<Record<ReviewPart, { readonly figures: Figure[]; readonly lines: Line[] }>>

export const REVIEW_MONTHS: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3 }
/** Longest text that a part is filled with, in UTF-16 code units: what a person may write there. */
const LONGEST = 10_000

/**
 * What a review begun at `now` (milliseconds) looks back on: from where the last one ended, if that is no longer ago
 * than twice its months, else so many months.
 */
export function reviewWindow(rhythm: Rhythm, now: number, lastEnd: number | null): Window {
  const months = REVIEW_MONTHS[rhythm]
  const isNear = lastEnd !== null && lastEnd < now && lastEnd >= monthsBefore(now, 2 * months)
  const from = isNear ? lastEnd : monthsBefore(now, months)
  return { from: new Date(from).toISOString(), to: new Date(now).toISOString() }
}

/** A review's parts from the record (relationship.md B9), by the figures that reports and pages show. */
export function fillReview(facts: PartnerFacts, plans: readonly Plan[], window: Window): ReviewFilling {
  const sections = new Map(talk(facts, window).map((section) => [section.code, section]))
  const linesOf = (code: string) => [...(sections.get(code)?.lines ?? [])]
  const own = facts.health.reasons
    .filter(({ part }) => part === 'engagement')
    .map(({ code, values, evidence }) => line('health', code, values, { evidence }))
  // The newest posts against the creator's own earlier ones.
  const usual = partFigures(facts, window.to).filter(({ code }) => code === 'part.engagement')
  const { open } = facts.communication
  const waiting = open
    ? [line('upkeep.line', 'waiting', [String(Math.floor(open.hours))], { evidence: [open.contactId] })]
    : []
  return {
    delivered: { figures: deliveryFigures([facts], window), lines: linesOf('promised') },
    compliance: { figures: complianceFigures([facts], window), lines: [] },
    engagement: { figures: [...engagementFigures(facts), ...usual], lines: own },
    mood: { figures: moodFigures([facts], window), lines: [] },
    alerts: {
      figures: [],
      lines: facts.alerts.slice(0, 20).map((one) => line('alert', one.code, one.values, { severity: one.severity })),
    },
    wins: { figures: [], lines: linesOf('well') },
    promises: { figures: [], lines: plans.flatMap((plan) => promiseLines(plan, window)) },
    questions: { figures: [], lines: [...waiting, ...linesOf('questions')] },
    goals: { figures: [], lines: [...sectionLines(ahead([facts], window))] },
  }
}

const sectionLines = ({ lines }: Pick<ReportSection, 'lines'>) => lines

/** Promises of both sides that came due in the time, or are still open. */
function promiseLines(plan: Plan, window: Window): Line[] {
  const { promises } = planProgress(plan)
  return promises
    .filter(({ due, outcome }) => outcome === 'open' || isIn(`${due}T12:00:00.000Z`, window))
    .map(({ side, text, due, outcome }) =>
      line('upkeep.promise', `${side}-${outcome}`, [text], { at: `${due}T12:00:00.000Z` }),
    )
}

/** The parts in words, a line for each figure and sentence: what a person then goes on with. */
export function reviewTexts(filling: ReviewFilling, words: Words): Record<ReviewPart, string> {
  const texts = reviewParts.map((part) => {
    const { figures, lines } = filling[part]
    const said = [
      ...figures.map((figure) => figureWords(figure, words)),
      ...lines.map((one) =>
        one.at === null ? lineText(one, words) : `${lineText(one, words)} (${dayText(one.at, words)})`,
      ),
    ]
    const text = said.map((one) => `- ${one.replaceAll(/\s+/gu, ' ').trim()}`).join('\n')
    return [part, text.length > LONGEST ? (/^[^]{0,9999}/u.exec(text)?.[0] ?? '') : text] as const
  })
  return Object.fromEntries(texts) as Record<ReviewPart, string>
}

/** "Engagement rate of mara on Instagram: 4.2% (9 posts, high confidence)". */
function figureWords(figure: Figure, words: Words): string {
  const rests = [figureBasis(figure, words), figureSure(figure, words)].filter(Boolean).join(', ')
  return `${figureLabel(figure, words)}: ${figureValue(figure, words)} (${rests})`
}

import { i18n } from '#i18n'
import type { Benchmark } from '../lib/health/benchmarks.ts'
import type { Comparison } from '../lib/health/compare.ts'
import type { EngagementRate } from '../lib/health/engagement.ts'
import { type Formula, formulaOf } from '../lib/health/formulas.ts'
import type { EngagementFigure } from '../lib/state/engagement.ts'
import { Confidence } from './HealthScore.tsx'
import { NotCaptured } from './NotCaptured.tsx'
import { codeWords, percent } from './words.ts'

/** Nearer to its own usual rate than this is as usual: a tenth, as in the health score's reasons. */
const STEADY = 0.1

/** The rate with all that it rests on: bounds, posts, time, formula, what was left out, and what it is held against. */
export function Engagement({ figure: { rate, comparison }, platform }: { figure: EngagementFigure; platform: string }) {
  return (
    <section aria-label={i18n.t('engagement.title')}>
      <h3>{i18n.t('engagement.title')}</h3>
      {rate.rate === null ? (
        <p>
          <NotCaptured /> <span class="soft small">{i18n.t('engagement.none')}</span>
        </p>
      ) : (
        <>
          <p class="health-line">
            <span class="figure strong">{fine(rate.rate)}</span>
            <Confidence level={rate.confidence} />
          </p>
          <p>{comparison ? comparisonWords(comparison) : i18n.t('engagement.alone')}</p>
          <p class="soft small figure">{basisWords(rate)}</p>
        </>
      )}
      <p class="soft small figure">{[formulaWords(platform, rate), ...leftWords(rate)].join(' · ')}</p>
    </section>
  )
}

function basisWords({ low, high, n, window }: EngagementRate): string {
  const dates = window ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }) : null
  const span = window && dates ? dates.formatRange(new Date(window.from), new Date(window.to)) : ''
  const basis = i18n.t('engagement.basis', n, [String(n), span])
  const [from, to] = [fine(low ?? 0), fine(high ?? 0)]
  return from === to ? basis : `${i18n.t('engagement.between', [from, to])}, ${basis}`
}

function formulaWords(platform: string, { formula }: EngagementRate): string {
  return formulaSentence(formulaOf(platform, formula))
}

/** What a rate is of what, and who publishes it so. */
export function formulaSentence({ parts, over, average, source, newest }: Formula): string {
  const counted = countedWords(parts)
  const words = i18n.t(`engagement.${average}`, [counted, i18n.t(`engagement.over.${over}`), source])
  return newest === undefined ? words : i18n.t('engagement.newest', [words, newest])
}

/** The same in short, for a list to choose from. */
export const formulaShort = ({ parts, over, average }: Formula): string =>
  i18n.t(`healthSettings.formula.${average}`, [countedWords(parts), i18n.t(`engagement.over.${over}`)])

function countedWords(parts: Formula['parts']): string {
  const sum = parts.map((part) => i18n.t(`engagement.part.${part}`)).join(' + ')
  return parts.length > 1 ? `(${sum})` : sum
}

function leftWords({ left: { pinned, hidden } }: EngagementRate): string[] {
  return [
    ...(pinned > 0 ? [i18n.t('engagement.pinned', pinned)] : []),
    ...(hidden > 0 ? [i18n.t('engagement.hidden', hidden)] : []),
  ]
}

function comparisonWords(comparison: Comparison): string {
  if (comparison.to === 'published') return comparison.rows.map(publishedWords).join('; ')
  if (comparison.to === 'cohort') {
    const [share, peers] = [percent(comparison.percentile), String(comparison.peers)]
    return i18n.t(comparison.widened ? 'engagement.cohortWidened' : 'engagement.cohort', [share, peers])
  }
  const off = comparison.ratio - 1
  const count = String(comparison.n)
  if (Math.abs(off) < STEADY) return i18n.t('engagement.usual', [count])
  return i18n.t(off > 0 ? 'engagement.above' : 'engagement.below', [percent(Math.abs(off)), count])
}

function publishedWords({ what, low, high, source, year }: Benchmark): string {
  const rates = low === high ? fine(low) : i18n.t('engagement.range', [fine(low), fine(high)])
  return i18n.t('engagement.published', [codeWords('engagement.what', what), rates, source, String(year)])
}

const fine = (share: number) =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 3 }).format(share)

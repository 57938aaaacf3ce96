import { i18n } from '#i18n'
import { Trophy } from 'lucide'
import { useMemo } from 'preact/hooks'
import type { Series } from '../lib/health/series.ts'
import type { TrustPartScore } from '../lib/partnership/trust.ts'
import type { PlanView } from '../lib/state/plans.ts'
import { Chart } from './Chart.tsx'
import { Icon } from './Icon.tsx'
import { NotCaptured } from './NotCaptured.tsx'
import { codeWords, percent, spanOfHours } from './words.ts'

/** The trust index with what it is made of, how it went, and what went well. */
export function PlanTrust({ view }: { view: PlanView }) {
  const { trust, wins } = view
  return (
    <section class="card draft-part" aria-labelledby="plan-trust">
      <h2 id="plan-trust">{i18n.t('plan.trust')}</h2>
      {trust.index === null ? (
        <p class="soft">{i18n.t('plan.trustUnknown')}</p>
      ) : (
        <p>
          <span class="health-number figure">{Math.round(trust.index)}</span>{' '}
          <span class="soft small figure">{i18n.t('plan.trustKnown', [percent(trust.coverage)])}</span>
        </p>
      )}
      <table class="parts">
        <caption class="sr-only">{i18n.t('plan.trustParts')}</caption>
        <thead class="soft small">
          <tr>
            <th scope="col">{i18n.t('common.part')}</th>
            <th scope="col">{i18n.t('common.score')}</th>
            <th scope="col">{i18n.t('common.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {trust.parts.map((part) => (
            <tr key={part.part}>
              <th scope="row">
                {codeWords('plan.trustPart', part.part)} <span class="soft small figure">{basisOf(part, view)}</span>
              </th>
              <td class="figure">{part.score === null ? <NotCaptured /> : Math.round(part.score)}</td>
              <td class="soft small figure">{part.weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Trend view={view} />
      <h3>{i18n.t('plan.wins')}</h3>
      {wins.length === 0 ? (
        <p class="soft">{i18n.t('plan.noWins')}</p>
      ) : (
        <ul class="plan-wins">
          {wins.map((win) => (
            <li key={win.kind}>
              <Icon icon={Trophy} />
              <span class="theirs">
                {codeWords('plan.win', win.kind, [
                  win.kind === 'reply-in-target' ? spanOfHours(Number(win.about)) : win.about,
                ])}{' '}
                <span class="soft small">{new Date(win.at).toLocaleDateString()}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const NO_MARKS = [] as const

function Trend({ view: { trend, settings } }: { view: PlanView }) {
  const series = useMemo<Series>(
    () => ({
      points: trend.map(({ at, index }) => ({ at: Date.parse(at), value: index, low: index, high: index, n: 1 })),
      band: null,
      needs: trend.length === 0 ? settings.trendPoints : 0,
    }),
    [trend, settings],
  )
  return (
    <Chart
      title={i18n.t('plan.trend')}
      series={series}
      happenings={NO_MARKS}
      format={String}
      basis={() => ''}
      needs={() => i18n.t('plan.trendNeeds', [settings.trendPoints])}
      height={110}
    />
  )
}

/** What a part was worked out from, or what it still needs. */
function basisOf({ part, n, values, score }: TrustPartScore, { settings }: PlanView): string {
  const [first = '', second = ''] = values
  if (part === 'promises') return n === 0 ? i18n.t('plan.basis.noPromise') : i18n.t('plan.basis.promises', [first, n])
  if (part === 'replies')
    return score === null
      ? i18n.t('plan.basis.noReplies', [settings.replyAnswers])
      : i18n.t('plan.basis.replies', [spanOfHours(Number(first)), spanOfHours(Number(second))])
  return n === 0
    ? i18n.t('plan.basis.noRating')
    : i18n.t('plan.basis.rating', [
        values
          .map((value) => {
            const [side = '', mean = ''] = value.split(' ')
            return `${codeWords('plan.side', side)} ${mean}`
          })
          .join(', '),
      ])
}

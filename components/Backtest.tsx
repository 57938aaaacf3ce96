import { i18n } from '#i18n'
import type { BacktestMoment, BacktestRow } from '../lib/health/backtest.ts'
import { BACKTEST_DAYS } from '../lib/health/backtest.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { bandLooks } from './meanings.ts'
import { NotCaptured } from './NotCaptured.tsx'
import { bandWord, codeWords } from './words.ts'

/** What the score said before each recorded incident, and whether that was a warning. */
export function Backtest({ rows }: { rows: readonly BacktestRow[] }) {
  const known = rows.filter(({ warning }) => warning !== 'unknown')
  const warned = known.filter(({ warning }) => warning !== 'none')
  return (
    <>
      <p class={known.length === 0 ? 'soft' : ''}>
        {known.length === 0
          ? i18n.t('backtest.noneKnown')
          : i18n.t('backtest.summary', [warned.length, known.length, rows.length])}
      </p>
      <div class="table">
        <table class="figure">
          <thead>
            <tr>
              <th scope="col">{i18n.t('backtest.incident')}</th>
              {BACKTEST_DAYS.map((days) => (
                <th key={days} scope="col">
                  {i18n.t('backtest.before', [days])}
                </th>
              ))}
              <th scope="col">{i18n.t('backtest.said')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ incident, moments, change, warning }) => (
              <tr key={incident.id}>
                <th scope="row">
                  <a class="theirs" href={formatRoute({ view: 'incidents', id: incident.id, query: {} })}>
                    {incident.title}
                  </a>
                  <br />
                  <span class="soft small">{new Date(incident.createdAt).toLocaleDateString()}</span>
                </th>
                {moments.map((moment) => (
                  <td key={moment.daysBefore}>
                    <Moment moment={moment} />
                  </td>
                ))}
                <td>
                  {codeWords('backtest.warning', warning)}
                  {change !== null && <span class="soft small"> {i18n.t('backtest.change', [signed(change)])}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft small">{i18n.t('backtest.how')}</p>
    </>
  )
}

function Moment({ moment: { score, band, missing, at } }: { moment: BacktestMoment }) {
  if (score === null) return <NotCaptured>{codeWords('backtest.missing', missing ?? 'not-enough')}</NotCaptured>
  return (
    <span title={new Date(at).toLocaleString()}>
      <Badge {...bandLooks[band]}>
        {Math.round(score)} {bandWord(band)}
      </Badge>
    </span>
  )
}

const signed = (points: number) =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(points)

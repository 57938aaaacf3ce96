import { i18n } from '#i18n'
import type { BacktestMoment, BacktestRow, Warning } from '../lib/health/backtest.ts'
import type { Live } from '../lib/state/live.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { bandLooks } from './meanings.ts'
import { NotCaptured } from './NotCaptured.tsx'
import { ErrorNote } from './States.tsx'
import { bandWord, codeWords } from './words.ts'

/** On the partner's page; nothing where no incident was recorded. */
export function BeforeIncidents({ backtest }: { backtest: Live<BacktestRow[] | null> }) {
  const rows = backtest.value.value ?? []
  const problem = backtest.problem.value
  if (rows.length === 0 && !problem) return null
  return (
    <section class="card" aria-labelledby="backtest">
      <h2 id="backtest">{i18n.t('backtest.title')}</h2>
      {problem && <ErrorNote problem={problem} onRetry={() => void backtest.refresh()} />}
      {rows.length > 0 && <Backtest rows={rows} />}
    </section>
  )
}

/** What the score said before each recorded incident, and whether that was a warning. */
function Backtest({ rows }: { rows: readonly BacktestRow[] }) {
  const known = rows.filter(({ warning }) => warning !== 'unknown')
  const warned = known.filter(({ warning }) => warning !== 'none')
  return (
    <>
      <p class={known.length === 0 ? 'soft' : ''}>
        {known.length === 0
          ? i18n.t('backtest.noneKnown')
          : i18n.t('backtest.summary', [warned.length, known.length, rows.length])}
      </p>
      <ul class="list">
        {rows.map(({ incident, moments, change, warning }) => (
          <li key={incident.id}>
            <div class="grow backtest">
              <span>
                <a class="theirs" href={formatRoute({ view: 'incidents', id: incident.id, query: {} })}>
                  {incident.title}
                </a>{' '}
                <span class="soft small figure">{dated(incident.createdAt)}</span>
              </span>
              <dl class="figures">
                {moments.map((moment) => (
                  <div key={moment.daysBefore}>
                    <dt class="soft small">{i18n.t('backtest.before', [moment.daysBefore])}</dt>
                    <dd>
                      <Moment moment={moment} />
                    </dd>
                  </div>
                ))}
              </dl>
              <span class="small">{verdictOf(warning, change)}</span>
            </div>
          </li>
        ))}
      </ul>
      <p class="soft small">{i18n.t('backtest.how')}</p>
    </>
  )
}

function Moment({ moment: { score, band, missing, at } }: { moment: BacktestMoment }) {
  if (score === null) return <NotCaptured>{codeWords('backtest.missing', missing ?? 'not-enough')}</NotCaptured>
  return (
    <span class="figure" title={new Date(at).toLocaleString()}>
      <Badge {...bandLooks[band]}>
        {Math.round(score)} {bandWord(band)}
      </Badge>
    </span>
  )
}

function verdictOf(warning: Warning, change: number | null): string {
  const words = codeWords('backtest.warning', warning)
  return change === null ? words : i18n.t('backtest.change', [words, signed(change)])
}

const dated = (at: string) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(at))
const signed = (points: number) =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(points)

import { i18n } from '#i18n'
import { CalendarArrowDown, FileText, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { type KeptReport, type ReportKind, reportKinds } from '../lib/domain/report.ts'
import { calendarFile } from '../lib/reports/ics.ts'
import { daysText, titleOf } from '../lib/reports/wording.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { Due } from '../lib/state/reports.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Button, IconButton } from './Button.tsx'
import { Checkbox, Select } from './Field.tsx'
import { dueWords } from './plan-words.ts'
import { saveFile } from './save-file.ts'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords } from './words.ts'

const EVERYONE = ''

/** Reports that were made, and making one now. */
export function ReportsView({ state, now }: { state: DashboardState; now: number }) {
  const kept = state.keptReports.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.reports')}</h1>
        <Button icon={CalendarArrowDown} onClick={() => void keepCalendar(state, now)}>
          {i18n.t('report.calendar')}
        </Button>
      </div>
      <div class="columns">
        <section class="card" aria-labelledby="reports-kept">
          <h2 id="reports-kept">{i18n.t('report.kept')}</h2>
          {!kept && !state.keptReports.problem.value && <p class="soft">{i18n.t('report.loading')}</p>}
          {kept?.length === 0 && <EmptyState icon={FileText}>{i18n.t('report.none')}</EmptyState>}
          {kept && kept.length > 0 && (
            <ul class="list">
              {kept.map((one) => (
                <Kept key={one.id} kept={one} now={now} onRemove={() => void state.reports.remove(one)} />
              ))}
            </ul>
          )}
        </section>
        <div>
          <MakeReport state={state} />
          <Schedule state={state} />
        </div>
      </div>
    </>
  )
}

function Kept({ kept, now, onRemove }: { kept: KeptReport; now: number; onRemove: () => void }) {
  const { id, by, at, report } = kept
  const title = titleOf(report, codeWords)
  return (
    <li>
      <span class="grow">
        <a class="theirs" href={formatRoute({ view: 'reports', id, query: {} })}>
          {title}
        </a>
        <br />
        <span class="soft small figure">
          {daysText(report.from, report.to, codeWords)} · {i18n.t(`report.by.${by}`)}, <TimeAgo at={at} now={now} />
        </span>
      </span>
      <IconButton icon={Trash2} label={i18n.t('report.delete', [title])} onClick={onRemove} />
    </li>
  )
}

function MakeReport({ state }: { state: DashboardState }) {
  const asked = state.router.route.value.query['partner']
  const names = state.names.value
  const [kind, setKind] = useState<ReportKind>(asked === undefined ? 'weekly' : 'partner')
  const [partnerId, setPartner] = useState(asked ?? EVERYONE)
  const busy = state.reports.busy.value
  const sorted = [...names].toSorted(([, a], [, b]) => a.localeCompare(b))
  return (
    <section class="card" aria-labelledby="reports-make">
      <h2 id="reports-make">{i18n.t('report.new')}</h2>
      <Select
        label={i18n.t('report.which')}
        hint={i18n.t(`report.kindHint.${kind}`)}
        value={kind}
        options={reportKinds.map((value) => ({ value, label: i18n.t(`report.kind.${value}`) }))}
        onValue={(value) => setKind(reportKinds.find((one) => one === value) ?? 'weekly')}
      />
      <Select
        label={i18n.t('report.whom')}
        value={partnerId}
        options={[
          { value: EVERYONE, label: i18n.t('report.everyone') },
          ...sorted.map(([value, label]) => ({ value, label })),
        ]}
        onValue={setPartner}
      />
      <div class="row">
        <Button
          look="primary"
          icon={FileText}
          disabled={busy}
          onClick={() => void state.reports.make(kind, partnerId === EVERYONE ? null : partnerId)}
        >
          {i18n.t('report.make')}
        </Button>
        <output class="soft small">{busy && i18n.t('report.making')}</output>
      </div>
    </section>
  )
}

function Schedule({ state }: { state: DashboardState }) {
  const settings = state.settings.value.value
  if (!settings) return null
  const { reports } = settings
  return (
    <section class="card" aria-labelledby="reports-schedule">
      <h2 id="reports-schedule">{i18n.t('report.schedule')}</h2>
      {(['weekly', 'monthly'] as const).map((kind) => (
        <Checkbox
          key={kind}
          label={i18n.t(`report.scheduled.${kind}`)}
          hint={i18n.t(`report.scheduledHint.${kind}`)}
          checked={reports[kind]}
          onValue={(on) => void state.saveSettings((stored) => ({ reports: { ...stored.reports, [kind]: on } }))}
        />
      ))}
    </section>
  )
}

/** What is due, as a file for any calendar. */
async function keepCalendar(state: DashboardState, now: number): Promise<void> {
  const due = await state.dueDates()
  const madeAt = new Date(now).toISOString()
  const entries = due.map(({ id, details, at, url, ...about }) => ({ id, details, at, url, title: dueTitle(about) }))
  const text = calendarFile(entries, i18n.t('report.calendarName'), madeAt)
  saveFile({ name: `rapport-${madeAt.slice(0, 10)}.ics`, text, type: 'text/calendar' })
}

function dueTitle({ kind, partner, title, due }: Pick<Due, 'kind' | 'partner' | 'title' | 'due'>): string {
  if (kind === 'planned') return due ? i18n.t('report.due.planned', [partner ?? '', dueWords(due), title]) : title
  if (kind === 'touch') return i18n.t('report.due.touch', [partner ?? ''])
  return partner === null ? title : i18n.t(`report.due.${kind}`, [partner, title])
}

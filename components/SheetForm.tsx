import { i18n } from '#i18n'
import { Plus, Trash2, TriangleAlert } from 'lucide'
import { useState } from 'preact/hooks'
import { type ChangeRow, type Metric, metricSources, type SheetContent } from '../lib/domain/realignment.ts'
import type { PlanSettings } from '../lib/domain/settings.ts'
import { dayAt } from '../lib/guidelines/window/wall-time.ts'
import { defaultReview } from '../lib/partnership/realignment.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { SheetView } from '../lib/state/realignments.ts'
import { Button } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { numberOf } from './NumberSetting.tsx'
import { sheetRefusedWords } from './plan-words.ts'
import { codeWords } from './words.ts'

interface Props {
  state: DashboardState
  /** The sheet that is changed; null for a new one. */
  view: SheetView | null
  by: string
  bounds: PlanSettings
  /** Milliseconds: a new sheet takes effect today. */
  now: number
  onDone: () => void
}

type Typed<T> = { [K in keyof T]: T[K] extends number ? string : T[K] extends readonly string[] ? string : T[K] }

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Writes a change sheet. A version that somebody acknowledged becomes the next one; it is never changed. */
export function SheetForm({ state, view, by: signed, bounds, now, onDone }: Props) {
  const { query } = state.router.route.value
  const { newId } = state.sheetEdit
  // What it rests on: another window's changes are refused, not overwritten.
  const [known] = useState(view?.sheet ?? null)
  const [zone] = useState(known?.timeZone ?? zoneHere())
  const old = view?.progress.version
  const [partnerId, setPartnerId] = useState(known?.partnerId ?? query['partner'] ?? '')
  const [title, setTitle] = useState(known?.title ?? '')
  const [by, setBy] = useState(signed)
  const [effectiveOn, setEffective] = useState(old?.effectiveOn ?? dayAt(now, zone).date)
  const [typedReview, setReview] = useState<string | null>(old?.reviewOn ?? null)
  const [note, setNote] = useState(old?.reviewNote ?? '')
  const [rows, setRows] = useState<readonly Typed<ChangeRow>[]>(
    old?.rows.map((row) => ({ ...row, examples: row.examples.join('\n') })) ?? [emptyRow(newId())],
  )
  const [metrics, setMetrics] = useState<readonly Typed<Metric>[]>(
    old?.metrics.map((one) => ({ ...one, baseline: String(one.baseline), target: String(one.target) })) ?? [],
  )
  const [acknowledgement, setAcknowledgement] = useState(old?.acknowledgement ?? i18n.t('realign.acknowledgementText'))
  const [tried, setTried] = useState(false)
  const reviewOn = typedReview ?? (effectiveOn === '' ? '' : defaultReview(effectiveOn, bounds))
  const refused = state.sheetEdit.refused.value
  const numbers = metrics.map(({ baseline, target }) => [numberOf(baseline), numberOf(target)] as const)
  const isWrongNumber = numbers.flat().some((one) => !Number.isFinite(one))

  const save = async () => {
    setTried(true)
    if (partnerId === '' || isWrongNumber || effectiveOn === '' || reviewOn === '') return
    const content: SheetContent = {
      effectiveOn,
      reviewOn,
      reviewNote: note.trim(),
      rows: rows.map((row) => ({ ...row, examples: linesOf(row.examples) })),
      metrics: metrics.map((one, i) => {
        const [baseline = 0, target = 0] = numbers[i] ?? []
        return { ...one, checkInOn: one.checkInOn || reviewOn, baseline, target }
      }),
      acknowledgement: acknowledgement.trim(),
    }
    const about = { id: known?.id ?? newId(), partnerId, title, planId: known?.planId ?? query['plan'] ?? null }
    const saved = await state.sheetEdit.save({ ...about, timeZone: zone, content, by }, known)
    if (!saved) return
    if (known) onDone()
    else state.router.go('realignment', saved.id)
  }
  const setRow = (id: string, change: Partial<Typed<ChangeRow>>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const setMetric = (id: string, change: Partial<Typed<Metric>>) =>
    setMetrics((before) => before.map((one) => (one.id === id ? { ...one, ...change } : one)))
  return (
    <form
      class="card draft-form"
      aria-label={i18n.t('realign.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {known && view?.progress.acknowledged.has(view.progress.version.n) && (
        <p class="soft">{i18n.t('realign.becomesNext', [view.progress.version.n + 1])}</p>
      )}
      {!known && (
        <Select
          label={i18n.t('incident.partner')}
          value={partnerId}
          error={tried && partnerId === '' ? i18n.t('incident.partnerMissing') : undefined}
          options={[
            { value: '', label: i18n.t('incident.choose') },
            ...[...state.names.value].map(([value, label]) => ({ value, label })),
          ]}
          onValue={setPartnerId}
        />
      )}
      <TextField label={i18n.t('realign.title')} maxLength={300} value={title} onValue={setTitle} />
      {rows.map((row, i) => (
        <fieldset class="sheet-row" key={row.id}>
          <legend class="strong">{i18n.t('realign.row', [i + 1])}</legend>
          <TextArea
            label={i18n.t('realign.fromOf', [i + 1])}
            rows={2}
            maxLength={5_000}
            value={row.from}
            onValue={(from) => setRow(row.id, { from })}
          />
          <TextArea
            label={i18n.t('realign.toOf', [i + 1])}
            rows={2}
            maxLength={5_000}
            value={row.to}
            onValue={(to) => setRow(row.id, { to })}
          />
          <TextArea
            label={i18n.t('realign.whyOf', [i + 1])}
            rows={2}
            maxLength={5_000}
            value={row.reason}
            onValue={(reason) => setRow(row.id, { reason })}
          />
          <TextArea
            label={i18n.t('realign.examplesOf', [i + 1])}
            hint={i18n.t('realign.examplesHint')}
            rows={2}
            value={row.examples}
            onValue={(examples) => setRow(row.id, { examples })}
          />
          {rows.length > 1 && (
            <div>
              <Button
                look="quiet"
                icon={Trash2}
                onClick={() => setRows((before) => before.filter(({ id }) => id !== row.id))}
              >
                {i18n.t('realign.removeRow', [i + 1])}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button icon={Plus} onClick={() => setRows((before) => [...before, emptyRow(newId())])}>
          {i18n.t('realign.addRow')}
        </Button>
      </div>
      <div class="row">
        <TextField label={i18n.t('realign.effectiveOn')} type="date" value={effectiveOn} onValue={setEffective} />
        <TextField
          label={i18n.t('realign.reviewDay')}
          hint={i18n.t('realign.reviewHint', [bounds.reviewLeast, bounds.reviewMost])}
          type="date"
          value={reviewOn}
          onValue={setReview}
        />
      </div>
      <TextField label={i18n.t('realign.note')} maxLength={5_000} value={note} onValue={setNote} />
      {metrics.map((metric, i) => (
        <fieldset class="sheet-row" key={metric.id}>
          <legend class="strong">{i18n.t('realign.metric', [i + 1])}</legend>
          <div class="row">
            <TextField
              label={i18n.t('realign.metricName', [i + 1])}
              maxLength={300}
              value={metric.name}
              onValue={(name) => setMetric(metric.id, { name })}
            />
            <Select
              label={i18n.t('realign.metricSource', [i + 1])}
              value={metric.source}
              options={metricSources.map((value) => ({ value, label: codeWords('realign.source', value) }))}
              onValue={(value) =>
                setMetric(metric.id, { source: metricSources.find((one) => one === value) ?? 'person' })
              }
            />
          </div>
          <div class="row">
            <TextField
              label={i18n.t('realign.baseline', [i + 1])}
              inputMode="decimal"
              value={metric.baseline}
              error={tried && !Number.isFinite(numberOf(metric.baseline)) ? i18n.t('realign.noNumber') : undefined}
              onValue={(baseline) => setMetric(metric.id, { baseline })}
            />
            <TextField
              label={i18n.t('realign.target', [i + 1])}
              inputMode="decimal"
              value={metric.target}
              error={tried && !Number.isFinite(numberOf(metric.target)) ? i18n.t('realign.noNumber') : undefined}
              onValue={(target) => setMetric(metric.id, { target })}
            />
            <TextField
              label={i18n.t('realign.checkIn', [i + 1])}
              type="date"
              value={metric.checkInOn}
              onValue={(checkInOn) => setMetric(metric.id, { checkInOn })}
            />
          </div>
          <div>
            <Button
              look="quiet"
              icon={Trash2}
              onClick={() => setMetrics((before) => before.filter(({ id }) => id !== metric.id))}
            >
              {i18n.t('realign.removeMetric', [i + 1])}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          icon={Plus}
          onClick={() =>
            setMetrics((before) => [
              ...before,
              { id: newId(), name: '', source: 'person', baseline: '', target: '', checkInOn: reviewOn },
            ])
          }
        >
          {i18n.t('realign.addMetric')}
        </Button>
      </div>
      <TextArea
        label={i18n.t('realign.acknowledgement')}
        rows={3}
        maxLength={5_000}
        value={acknowledgement}
        onValue={setAcknowledgement}
      />
      {!known && <TextField label={i18n.t('incident.by')} maxLength={120} value={by} onValue={setBy} />}
      {refused?.id === '' && !known && (
        <p class="refused" role="alert">
          <Icon icon={TriangleAlert} /> <span class="theirs">{sheetRefusedWords(refused.refusal)}</span>
        </p>
      )}
      <div class="draft-actions">
        <Button look="primary" type="submit">
          {i18n.t('realign.save')}
        </Button>
        <Button onClick={() => (known ? onDone() : state.router.go('plans'))}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

const emptyRow = (id: string): Typed<ChangeRow> => ({ id, from: '', to: '', reason: '', examples: '' })

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20)

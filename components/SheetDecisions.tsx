import { i18n } from '#i18n'
import { Handshake } from 'lucide'
import { useState } from 'preact/hooks'
import { type Side, sides } from '../lib/domain/plan.ts'
import { type ReviewOutcome, reviewOutcomes } from '../lib/domain/realignment.ts'
import { defaultReview } from '../lib/partnership/realignment.ts'
import type { MetricRow } from '../lib/state/realignments.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { NotCaptured } from './NotCaptured.tsx'
import { numberOf } from './NumberSetting.tsx'
import { dayWords, metricLooks, sideWord } from './plan-words.ts'
import type { SheetPart } from './SheetPage.tsx'
import { codeWords } from './words.ts'

/** What the terms are measured by, worked out at this visit. */
export function SheetMetrics({ view, act }: SheetPart) {
  if (view.metrics.length === 0) return null
  return (
    <section class="card draft-part" aria-labelledby="sheet-metrics">
      <h2 id="sheet-metrics">{i18n.t('realign.metrics')}</h2>
      <ul class="list">
        {view.metrics.map((row) => (
          <MetricLine key={row.metric.id} row={row} act={act} isEnded={view.progress.state === 'ended'} />
        ))}
      </ul>
    </section>
  )
}

function MetricLine({
  row: { metric, value, state },
  act,
  isEnded,
}: Pick<SheetPart, 'act'> & { row: MetricRow; isEnded: boolean }) {
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const save = async () => {
    const number = numberOf(typed)
    setWrong(!Number.isFinite(number))
    if (Number.isFinite(number) && (await act({ kind: 'value', metricId: metric.id, value: number }))) setTyped('')
  }
  return (
    <li>
      <div class="grow">
        <span class="theirs strong">{metric.name}</span>{' '}
        <span class="figure">{value === null ? <NotCaptured /> : value.toLocaleString()}</span>
        <p class="soft small figure">
          {i18n.t('realign.metricIs', [
            metric.baseline.toLocaleString(),
            metric.target.toLocaleString(),
            dayWords(metric.checkInOn),
          ])}
          {metric.source !== 'person' && ` · ${codeWords('realign.source', metric.source)}`}
        </p>
        {metric.source === 'person' && !isEnded && (
          <div class="row">
            <TextField
              label={i18n.t('realign.valueOf', [metric.name])}
              inputMode="decimal"
              value={typed}
              error={isWrong ? i18n.t('realign.noNumber') : undefined}
              onValue={setTyped}
            />
            <Button aria-label={i18n.t('realign.saveValueOf', [metric.name])} onClick={() => void save()}>
              {i18n.t('realign.saveValue')}
            </Button>
          </div>
        )}
      </div>
      <Badge {...metricLooks[state]}>{codeWords('realign.metricState', state)}</Badge>
    </li>
  )
}

/** Who agreed to the newest version, when, and the other side's agreement. */
export function SheetAcknowledge({ view, act }: SheetPart) {
  const { version, acknowledged, state } = view.progress
  const agreed = acknowledged.get(version.n) ?? []
  const missing = sides.filter((side) => !agreed.some((one) => one.side === side))
  return (
    <section class="card draft-part" aria-labelledby="sheet-acknowledge">
      <h2 id="sheet-acknowledge">{i18n.t('realign.acknowledgeTitle')}</h2>
      <p class="theirs">{version.acknowledgement}</p>
      {agreed.map(({ side, name, on }) => (
        <p key={side} class="theirs">
          {i18n.t('realign.agreedBy', [sideWord(side), name, dayWords(on)])}
        </p>
      ))}
      {state !== 'ended' && missing.map((side) => <Acknowledge key={side} side={side} view={view} act={act} />)}
    </section>
  )
}

function Acknowledge({ side, view, act }: SheetPart & { side: Side }) {
  const [name, setName] = useState('')
  const [on, setOn] = useState(view.today)
  const { n: version } = view.progress.version
  return (
    <div class="row">
      <TextField label={i18n.t('realign.nameOf', [sideWord(side)])} maxLength={120} value={name} onValue={setName} />
      <TextField label={i18n.t('realign.dayOf', [sideWord(side)])} type="date" value={on} onValue={setOn} />
      <Button icon={Handshake} onClick={() => void act({ kind: 'acknowledge', side, name, on, version })}>
        {i18n.t('realign.acknowledge', [sideWord(side)])}
      </Button>
    </div>
  )
}

/** The review: what became of the changed terms. */
export function SheetReview({ view, act }: SheetPart) {
  const { reviewOn, reviews, state } = view.progress
  const [outcome, setOutcome] = useState<ReviewOutcome>('met')
  const [comment, setComment] = useState('')
  const [typed, setNext] = useState<string | null>(null)
  const nextOn = typed ?? defaultReview(view.today, view.settings)
  const isOver = reviewOn !== null && reviewOn < view.today
  const clear = (done: boolean) => {
    if (done) setComment('')
  }
  return (
    <section class="card draft-part" aria-labelledby="sheet-review">
      <h2 id="sheet-review">{i18n.t('realign.review')}</h2>
      {reviewOn !== null && (
        <p class={isOver ? 'act-text strong' : ''}>
          {i18n.t(isOver ? 'realign.reviewOver' : 'realign.reviewOn', [dayWords(reviewOn)])}
        </p>
      )}
      {isOver && view.settings.reviewPenalty > 0 && (
        <p class="soft">{i18n.t('realign.costs', [view.settings.reviewPenalty])}</p>
      )}
      {reviews.map((one) => (
        <p key={one.at} class="theirs">
          <span class="strong">{codeWords('realign.outcome', one.outcome)}</span> {one.comment}{' '}
          <span class="soft small">{`${one.by} · ${new Date(one.at).toLocaleDateString()}`}</span>
        </p>
      ))}
      <TextArea label={i18n.t('plan.comment')} rows={2} maxLength={5_000} value={comment} onValue={setComment} />
      {state === 'ended' ? (
        <div>
          <Button onClick={() => void act({ kind: 'reopen', comment }).then(clear)}>{i18n.t('realign.reopen')}</Button>
        </div>
      ) : (
        <>
          <Select
            label={i18n.t('realign.outcomeLabel')}
            value={outcome}
            options={reviewOutcomes.map((value) => ({ value, label: codeWords('realign.outcome', value) }))}
            onValue={(value) => setOutcome(reviewOutcomes.find((one) => one === value) ?? 'met')}
          />
          {outcome === 'again' && (
            <TextField
              label={i18n.t('realign.nextReview')}
              hint={i18n.t('realign.reviewHint', [view.settings.reviewLeast, view.settings.reviewMost])}
              type="date"
              value={nextOn}
              onValue={setNext}
            />
          )}
          <div>
            <Button
              onClick={() =>
                void act({ kind: 'review', outcome, comment, nextOn: outcome === 'again' ? nextOn : null }).then(clear)
              }
            >
              {i18n.t('realign.reviewSave')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

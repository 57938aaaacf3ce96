import { i18n } from '#i18n'
import { Check, Plus, X } from 'lucide'
import { useState } from 'preact/hooks'
import { gateDecisions, type Measure } from '../lib/domain/plan.ts'
import { type Gate, type MeasureState, MEASURES } from '../lib/partnership/plan.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { TextArea, TextField } from './Field.tsx'
import type { PlanPart } from './PlanPage.tsx'
import { dayWords } from './plan-words.ts'
import { codeWords } from './words.ts'

type Props = PlanPart & { newId: () => string }

/** The gates of a plan: what each is judged by, what was measured, and what was decided. */
export function PlanGates({ view, act, newId }: Props) {
  const { gates, nextGate, state } = view.progress
  return (
    <section class="card draft-part" aria-labelledby="plan-gates">
      <h2 id="plan-gates">{i18n.t('plan.gates')}</h2>
      <p class="soft">{i18n.t('plan.gatesHint')}</p>
      {gates.map((gate) => (
        <section key={gate.index} class="plan-gate" aria-labelledby={`gate-${gate.index}`}>
          <h3 id={`gate-${gate.index}`}>
            {gate.on === null
              ? i18n.t('plan.gateAfter', [gate.index + 1, gate.day])
              : i18n.t('plan.gateOn', [gate.index + 1, gate.day, dayWords(gate.on)])}
          </h3>
          {gate.decision ? (
            <Decided gate={gate} />
          ) : (
            <>
              {state !== 'running' && <Measures gate={gate} act={act} newId={newId} canEdit={state === 'preparing'} />}
              {state === 'running' && (
                <>
                  {gate.measures.map((measure) => (
                    <MeasureRow key={measure.id} gate={gate} measure={measure} act={act} />
                  ))}
                  {gate.index === nextGate?.index && <Decide gate={gate} act={act} />}
                </>
              )}
            </>
          )}
        </section>
      ))}
    </section>
  )
}

function Decided({ gate: { measures, decision } }: { gate: Gate }) {
  if (!decision) return null
  return (
    <>
      <ul class="list">
        {measures.map((measure) => (
          <li key={measure.id}>
            <span class="grow theirs">
              {measure.name}{' '}
              <span class="soft small">{measure.result ? measure.result.value : i18n.t('plan.unmeasured')}</span>
            </span>
            {measure.result && <Met met={measure.result.met} />}
          </li>
        ))}
      </ul>
      <p class="theirs">
        <span class="strong">{codeWords('plan.decision', decision.is)}</span>{' '}
        <span class="soft small">{`${decision.by} · ${new Date(decision.at).toLocaleDateString()}`}</span>
      </p>
      {decision.comment !== '' && <p class="theirs">{decision.comment}</p>}
    </>
  )
}

const Met = ({ met }: { met: boolean }) => (
  <Badge meaning={met ? 'good' : 'act'} icon={met ? Check : X}>
    {i18n.t(met ? 'plan.met' : 'plan.missed')}
  </Badge>
)

/** Two or three measures, written before the plan starts. */
function Measures({ gate, act, newId, canEdit }: Pick<Props, 'act' | 'newId'> & { gate: Gate; canEdit: boolean }) {
  const [rows, setRows] = useState<readonly Measure[]>(() =>
    gate.measures.length > 0
      ? gate.measures.map(({ id, name, target }) => ({ id, name, target }))
      : Array.from({ length: MEASURES.least }, () => ({ id: newId(), name: '', target: '' })),
  )
  const set = (id: string, change: Partial<Measure>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const nth = gate.index + 1
  return (
    <>
      {rows.map(({ id, name, target }, i) => (
        <div class="row" key={id}>
          <TextField
            label={i18n.t('plan.measureName', [nth, i + 1])}
            maxLength={300}
            value={name}
            onValue={(value) => set(id, { name: value })}
          />
          <TextField
            label={i18n.t('plan.measureTarget', [nth, i + 1])}
            maxLength={300}
            value={target}
            onValue={(value) => set(id, { target: value })}
          />
        </div>
      ))}
      {canEdit && (
        <div class="draft-actions">
          <Button
            aria-label={i18n.t('plan.measuresSaveWhat', [nth])}
            onClick={() => void act({ kind: 'measures', gate: gate.index, measures: [...rows] })}
          >
            {i18n.t('plan.measuresSave')}
          </Button>
          {rows.length < MEASURES.most && (
            <Button
              look="quiet"
              icon={Plus}
              aria-label={i18n.t('plan.measureAddWhat', [nth])}
              onClick={() => setRows((before) => [...before, { id: newId(), name: '', target: '' }])}
            >
              {i18n.t('plan.measureAdd')}
            </Button>
          )}
          {rows.length > MEASURES.least && (
            <Button
              look="quiet"
              aria-label={i18n.t('plan.measureRemoveWhat', [nth])}
              onClick={() => setRows((before) => before.slice(0, -1))}
            >
              {i18n.t('plan.measureRemove')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function MeasureRow({ gate, measure, act }: Pick<Props, 'act'> & { gate: Gate; measure: MeasureState }) {
  const [value, setValue] = useState(measure.result?.value ?? '')
  const say = (met: boolean) => void act({ kind: 'measure', gate: gate.index, measureId: measure.id, value, met })
  const { name } = measure
  return (
    <div class="plan-measure">
      <p class="theirs">
        <span class="strong">{name}</span> <span class="soft small">{i18n.t('plan.target', [measure.target])}</span>{' '}
        {measure.result ? (
          <Met met={measure.result.met} />
        ) : (
          <Badge meaning="unknown">{i18n.t('plan.unmeasured')}</Badge>
        )}
      </p>
      <div class="row">
        <TextField label={i18n.t('plan.valueOf', [name])} maxLength={300} value={value} onValue={setValue} />
        <Button icon={Check} aria-label={i18n.t('plan.metWhat', [name])} onClick={() => say(true)}>
          {i18n.t('plan.met')}
        </Button>
        <Button icon={X} aria-label={i18n.t('plan.missedWhat', [name])} onClick={() => say(false)}>
          {i18n.t('plan.missed')}
        </Button>
      </div>
    </div>
  )
}

function Decide({ gate, act }: Pick<Props, 'act'> & { gate: Gate }) {
  const [comment, setComment] = useState('')
  return (
    <>
      <TextArea
        label={i18n.t('plan.decisionComment', [gate.index + 1])}
        hint={i18n.t('plan.decisionHint')}
        rows={2}
        maxLength={5_000}
        value={comment}
        onValue={setComment}
      />
      <div class="draft-actions">
        {gateDecisions.map((decision) => (
          <Button
            key={decision}
            look={decision === 'continue' ? 'primary' : decision === 'exit' ? 'danger' : 'plain'}
            onClick={() => {
              void act({ kind: 'decide', gate: gate.index, decision, comment }).then((done) => done && setComment(''))
            }}
          >
            {codeWords('plan.decide', decision)}
          </Button>
        ))}
      </div>
    </>
  )
}

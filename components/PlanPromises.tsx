import { i18n } from '#i18n'
import { Check, Plus, Trash2, X } from 'lucide'
import { useState } from 'preact/hooks'
import { type Side, sides } from '../lib/domain/plan.ts'
import type { PromiseState } from '../lib/partnership/plan.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import type { PlanPart } from './PlanPage.tsx'
import { dayWords, sideWord } from './plan-words.ts'

type Props = PlanPart & { newId: () => string }

/** What each side promised to change, by when, and whether it was kept. */
export function PlanPromises({ view, act, newId }: Props) {
  const { progress, today } = view
  const isEnded = progress.state === 'completed' || progress.state === 'archived'
  return (
    <section class="card draft-part" aria-labelledby="plan-promises">
      <h2 id="plan-promises">{i18n.t('plan.promises')}</h2>
      <p class="soft">{i18n.t('plan.promisesHint')}</p>
      {progress.promises.length > 0 && (
        <ul class="list">
          {progress.promises.map((promise) => (
            <Row key={promise.id} promise={promise} state={progress.state} today={today} act={act} />
          ))}
        </ul>
      )}
      {!isEnded && <NewPromise act={act} newId={newId} today={today} />}
    </section>
  )
}

function Row({
  promise,
  state,
  today,
  act,
}: Pick<PlanPart, 'act'> & { promise: PromiseState; state: string; today: string }) {
  const { id, side, text, due, outcome } = promise
  const say = (next: PromiseState['outcome']) => void act({ kind: 'outcome', promiseId: id, outcome: next })
  return (
    <li>
      <span class="grow">
        <span class="theirs">{text}</span>
        <br />
        <span class="soft small">
          {sideWord(side)} · {i18n.t('plan.dueOn', [dayWords(due)])}
          {due >= today && outcome !== 'open' && ` · ${i18n.t('plan.countsLater')}`}
          {due < today && outcome === 'open' && <span class="act-text strong">{` · ${i18n.t('plan.notMarked')}`}</span>}
        </span>
      </span>
      {outcome === 'kept' && (
        <Badge meaning="good" icon={Check}>
          {i18n.t('plan.kept')}
        </Badge>
      )}
      {outcome === 'broken' && (
        <Badge meaning="act" icon={X}>
          {i18n.t('plan.broken')}
        </Badge>
      )}
      {state === 'running' &&
        (outcome === 'open' ? (
          <>
            <Button look="quiet" icon={Check} aria-label={i18n.t('plan.keptWhat', [text])} onClick={() => say('kept')}>
              {i18n.t('plan.kept')}
            </Button>
            <Button look="quiet" icon={X} aria-label={i18n.t('plan.brokenWhat', [text])} onClick={() => say('broken')}>
              {i18n.t('plan.broken')}
            </Button>
          </>
        ) : (
          <Button look="quiet" aria-label={i18n.t('plan.openAgainWhat', [text])} onClick={() => say('open')}>
            {i18n.t('plan.openAgain')}
          </Button>
        ))}
      {state === 'preparing' && (
        <IconButton
          icon={Trash2}
          label={i18n.t('plan.dropPromise', [text])}
          onClick={() => void act({ kind: 'drop-promise', promiseId: id })}
        />
      )}
    </li>
  )
}

function NewPromise({ act, newId, today }: Pick<PlanPart, 'act'> & { newId: () => string; today: string }) {
  const [text, setText] = useState('')
  const [side, setSide] = useState<Side>('brand')
  const [due, setDue] = useState(today)
  return (
    <form
      class="plan-new"
      onSubmit={(event) => {
        event.preventDefault()
        void act({ kind: 'promise', promise: { id: newId(), side, text, due } }).then((done) => done && setText(''))
      }}
    >
      <TextField label={i18n.t('plan.promiseText')} maxLength={300} value={text} onValue={setText} />
      <div class="row">
        <Select
          label={i18n.t('plan.promiseSide')}
          value={side}
          options={sides.map((value) => ({ value, label: sideWord(value) }))}
          onValue={(value) => setSide(sides.find((one) => one === value) ?? 'brand')}
        />
        <TextField label={i18n.t('plan.promiseDue')} type="date" value={due} onValue={setDue} />
        <Button type="submit" icon={Plus}>
          {i18n.t('plan.addPromise')}
        </Button>
      </div>
    </form>
  )
}

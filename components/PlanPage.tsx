import { i18n } from '#i18n'
import { ArrowLeft, FileDiff, Trash2, TriangleAlert } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { PlanAction } from '../lib/domain/plan.ts'
import { terminationChecklist } from '../lib/partnership/termination-checklist.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { PlanView } from '../lib/state/plans.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { DueList } from './DueList.tsx'
import { Checkbox, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { PlanCheckIns } from './PlanCheckIns.tsx'
import { PlanFindings } from './PlanFindings.tsx'
import { PlanGates } from './PlanGates.tsx'
import { PlanPromises } from './PlanPromises.tsx'
import { PlanRating } from './PlanRating.tsx'
import { PlanTrust } from './PlanTrust.tsx'
import { planEventWords, planLooks, planRefusedWords } from './plan-words.ts'
import { Gone } from './States.tsx'
import { codeWords } from './words.ts'

/** Takes an action on the plan that is shown; false where it was refused. */
export type ActOnPlan = (action: PlanAction) => Promise<boolean>
export interface PlanPart {
  view: PlanView
  act: ActOnPlan
}

/** Everything about one recovery plan. */
export function PlanPage({ state }: { state: DashboardState }) {
  const view = state.plan.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'plans', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.plans')}
      </a>
      {view ? (
        <Page state={state} view={view} />
      ) : state.plan.loaded.value ? (
        <Gone>{i18n.t('plan.gone')}</Gone>
      ) : (
        <p class="soft">{i18n.t('plan.loading')}</p>
      )}
    </>
  )
}

function Page({ state, view }: { state: DashboardState; view: PlanView }) {
  const { plan, partner, progress, incident } = view
  const [typed, setBy] = useState<string | null>(null)
  const by = typed ?? view.by
  // What came from elsewhere since the person last looked is refused once, said, and then seen.
  const seen = useRef(plan.events.length)
  const refused = state.planEdit.refused.value
  const look = () => {
    seen.current = state.plan.value.value?.plan.events.length ?? seen.current
  }
  const act: ActOnPlan = async (action) => {
    const done = await state.planEdit.act(plan, by, action, seen.current)
    look()
    return done
  }
  const query = { partner: partner.id, plan: plan.id }
  return (
    <>
      <div class="head">
        <h1 class="theirs">{plan.title}</h1>
        <Badge {...planLooks[progress.state]}>{codeWords('plan.state', progress.state)}</Badge>
        <a class="button plain" href={formatRoute({ view: 'realignment', id: 'new', query })}>
          <Icon icon={FileDiff} /> {i18n.t('realign.new')}
        </a>
        <Button
          look="danger"
          icon={Trash2}
          onClick={() => {
            state.router.go('plans')
            void state.planEdit.remove(plan)
          }}
        >
          {i18n.t('plan.delete')}
        </Button>
      </div>
      <p class="soft">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
          {partner.name}
        </a>
        {incident && (
          <>
            {' · '}
            <a class="theirs" href={formatRoute({ view: 'incidents', id: incident.id, query: {} })}>
              {i18n.t('plan.follows', [incident.title])}
            </a>
          </>
        )}
      </p>
      {refused?.id === plan.id && (
        <p class="refused" role="alert">
          <Icon icon={TriangleAlert} /> <span class="theirs">{planRefusedWords(refused.refusal)}</span>
        </p>
      )}
      <div class="columns">
        <div>
          {progress.state === 'archived' && <Ending view={view} act={act} />}
          <PlanFindings view={view} act={act} />
          <PlanPromises view={view} act={act} newId={state.planEdit.newId} />
          <PlanGates view={view} act={act} newId={state.planEdit.newId} />
          <Timeline view={view} />
        </div>
        <div>
          <section class="card">
            <TextField
              label={i18n.t('incident.by')}
              hint={i18n.t('incident.byHint')}
              maxLength={120}
              value={by}
              onValue={setBy}
            />
          </section>
          {view.due.length > 0 && (
            <section class="card" aria-labelledby="plan-due">
              <h2 id="plan-due">{i18n.t('plan.next')}</h2>
              <DueList due={view.due.slice(0, 6)} here />
            </section>
          )}
          <PlanTrust view={view} />
          <PlanRating state={state} view={view} act={act} by={by} onDone={look} />
          <PlanCheckIns view={view} act={act} />
          {(progress.state === 'completed' || progress.state === 'archived') && <Reopen act={act} />}
        </div>
      </div>
    </>
  )
}

/** What the parting of a gate leads to, with the clauses of the newest agreement that say how. */
function Ending({ view: { progress, agreement }, act }: PlanPart) {
  return (
    <section class="card draft-part" aria-labelledby="plan-ending">
      <h2 id="plan-ending">{i18n.t('plan.ending')}</h2>
      <p class="soft">{i18n.t('plan.endingHint')}</p>
      {terminationChecklist(agreement).map(({ code: item, clause }) => (
        <Checkbox
          key={item}
          label={codeWords('plan.step', item)}
          hint={clause?.quote}
          checked={progress.steps.has(item)}
          onValue={(done) => void act({ kind: 'step', item, done })}
        />
      ))}
    </section>
  )
}

function Reopen({ act }: Pick<PlanPart, 'act'>) {
  const [comment, setComment] = useState('')
  return (
    <section class="card draft-part" aria-labelledby="plan-reopen">
      <h2 id="plan-reopen">{i18n.t('plan.reopen')}</h2>
      <p class="soft">{i18n.t('plan.reopenHint')}</p>
      <TextArea label={i18n.t('plan.why')} rows={2} maxLength={5_000} value={comment} onValue={setComment} />
      <div>
        <Button
          onClick={() => {
            void act({ kind: 'reopen', comment }).then((done) => done && setComment(''))
          }}
        >
          {i18n.t('plan.reopenIt')}
        </Button>
      </div>
    </section>
  )
}

const when = (at: string) => new Date(at).toLocaleString()

function Timeline({ view: { plan, progress } }: Pick<PlanPart, 'view'>) {
  return (
    <section class="card draft-part" aria-labelledby="plan-timeline">
      <h2 id="plan-timeline">{i18n.t('plan.timeline')}</h2>
      <ol class="draft-history">
        {plan.events.toReversed().map((event) => (
          <li key={event.id}>
            <span class="theirs">{planEventWords(event, progress)}</span>{' '}
            <span class="soft small theirs">{`${event.by} · ${when(event.at)}`}</span>
          </li>
        ))}
        <li>
          <span class="theirs">{i18n.t('plan.begun', [plan.openedBy])}</span>{' '}
          <span class="soft small">{when(plan.createdAt)}</span>
        </li>
      </ol>
    </section>
  )
}

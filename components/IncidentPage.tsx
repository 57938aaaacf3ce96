import { i18n } from '#i18n'
import { ArrowLeft, HandHeart, Trash2, TriangleAlert } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { nextStatuses } from '../lib/partnership/incident.ts'
import { checklistOf, ladderOf } from '../lib/partnership/incident-clock.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { IncidentView } from '../lib/state/incidents.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { Checkbox, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { type Act, Card } from './IncidentCard.tsx'
import { IncidentClocks } from './IncidentClocks.tsx'
import { IncidentMatrix } from './IncidentMatrix.tsx'
import { IncidentPosts } from './IncidentPosts.tsx'
import { IncidentEvidence } from './IncidentEvidence.tsx'
import { eventWords, levelLooks, levelWord, refusedWords } from './incident-words.ts'
import { Gone } from './States.tsx'
import { codeWords } from './words.ts'

/** Everything about one incident. */
export function IncidentPage({ state, clock }: { state: DashboardState; clock: () => number }) {
  const view = state.incident.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'incidents', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.incidents')}
      </a>
      {view ? (
        <Page state={state} view={view} clock={clock} />
      ) : (
        state.incident.loaded.value && <Gone>{i18n.t('incident.gone')}</Gone>
      )}
    </>
  )
}

function Page({ state, view, clock }: { state: DashboardState; view: IncidentView; clock: () => number }) {
  const { incident, partner, progress } = view
  const [typed, setBy] = useState<string | null>(null)
  const by = typed ?? view.by
  // Events that were there when the person last acted or looked anew: what came from elsewhere since is refused once,
  // said, and then seen.
  const seen = useRef(incident.events.length)
  const refused = state.incidentEdit.refused.value
  const act: Act = async (action) => {
    const done = await state.incidentEdit.act(incident, by, action, seen.current)
    seen.current = state.incident.value.value?.incident.events.length ?? seen.current
    return done
  }
  return (
    <>
      <div class="head">
        <h1 class="theirs">{incident.title}</h1>
        <Badge {...levelLooks[progress.assessment.level ?? 'unknown']}>{levelWord(progress.assessment.level)}</Badge>
        <Badge meaning="plain">{codeWords('incident.status', progress.status)}</Badge>
        <a
          class="button plain"
          href={formatRoute({
            view: 'plans',
            id: 'new',
            query: { partner: partner.id, incident: incident.id, title: incident.title },
          })}
        >
          <Icon icon={HandHeart} /> {i18n.t('plan.fromIncident')}
        </a>
        <Button
          look="danger"
          icon={Trash2}
          onClick={() => {
            state.router.go('incidents')
            void state.incidentEdit.remove(incident)
          }}
        >
          {i18n.t('incident.delete')}
        </Button>
      </div>
      <p class="soft">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
          {partner.name}
        </a>
        {incident.alert && <span class="theirs"> · {i18n.t('incident.proposed', [incident.alert.words])}</span>}
      </p>
      {refused?.id === incident.id && (
        <p class="refused" role="alert">
          <Icon icon={TriangleAlert} /> <span class="theirs">{refusedWords(refused.refusal)}</span>
        </p>
      )}
      <div class="columns">
        <div>
          {view.isOpen && (
            <Card id="clocks" title={i18n.t('incident.clocksTitle')}>
              <IncidentClocks row={view} now={clock} />
              <div>
                <Button onClick={() => void act({ kind: 'capture' })}>{i18n.t('incident.captureNow')}</Button>
              </div>
            </Card>
          )}
          <IncidentPosts view={view} act={act} />
          <IncidentMatrix view={view} act={act} />
          <PostMortemForm view={view} act={act} />
          <Status view={view} act={act} />
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
          <Protocol view={view} act={act} />
          <Ladder view={view} act={act} now={clock()} />
          <Holding view={view} act={act} />
          <Updates act={act} />
          <IncidentEvidence state={state} view={view} />
        </div>
      </div>
    </>
  )
}

interface Part {
  view: IncidentView
  act: Act
}

function Protocol({ view: { progress }, act }: Part) {
  return (
    <Card id="protocol" title={i18n.t('incident.protocolTitle')}>
      {checklistOf(progress.assessment.level).map((item) => (
        <Checkbox
          key={item}
          label={codeWords('incident.protocol', item)}
          checked={progress.done.has(item)}
          onValue={(done) => void act({ kind: 'check', item, done })}
        />
      ))}
      <Checkbox
        label={i18n.t('incident.suspend')}
        hint={i18n.t('incident.suspendHint')}
        checked={progress.isSuspending}
        onValue={(on) => void act({ kind: 'suspend', on })}
      />
    </Card>
  )
}

function Ladder({ view: { progress, clocks }, act, now }: Part & { now: number }) {
  return (
    <Card id="ladder" title={i18n.t('incident.ladderTitle')}>
      <ul class="list">
        {ladderOf(progress, clocks, now).map(({ step, state }) => (
          <li key={step}>
            <span class="grow">
              {codeWords('incident.ladder', step)}{' '}
              <span class={state === 'due' ? 'act-text strong' : 'soft'}>
                {codeWords('incident.ladderState', state)}
              </span>
            </span>
            {state !== 'told' && (
              <Button look="quiet" onClick={() => void act({ kind: 'escalate', step })}>
                {i18n.t('incident.tell', [codeWords('incident.ladder', step)])}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {progress.escalated.size > 0 && progress.acknowledgedAt === null && (
        <div>
          <Button onClick={() => void act({ kind: 'acknowledge', by: '' })}>{i18n.t('incident.acknowledged')}</Button>
        </div>
      )}
    </Card>
  )
}

function Holding({ view: { progress }, act }: Part) {
  const [text, setText] = useState(progress.holding || i18n.t('incident.holdingText'))
  return (
    <Card id="holding" title={i18n.t('incident.holdingTitle')}>
      <TextArea
        label={i18n.t('incident.text')}
        hint={i18n.t('incident.holdingHint')}
        rows={5}
        maxLength={5_000}
        value={text}
        onValue={setText}
      />
      <div class="draft-actions">
        <Button onClick={() => void act({ kind: 'holding', text })}>{i18n.t('incident.holdingSave')}</Button>
        <CopyButton text={text}>{i18n.t('incident.copy')}</CopyButton>
      </div>
    </Card>
  )
}

function Updates({ act }: Pick<Part, 'act'>) {
  const [text, setText] = useState('')
  const save = async (kind: 'update' | 'note') => {
    if (await act({ kind, text })) setText('')
  }
  return (
    <Card id="updates" title={i18n.t('incident.updateTitle')}>
      <TextArea label={i18n.t('incident.text')} rows={3} maxLength={5_000} value={text} onValue={setText} />
      <div class="draft-actions">
        <Button onClick={() => void save('update')}>{i18n.t('incident.updateSave')}</Button>
        <Button onClick={() => void save('note')}>{i18n.t('incident.noteSave')}</Button>
      </div>
    </Card>
  )
}

function PostMortemForm({ view: { progress }, act }: Part) {
  const [given, setGiven] = useState(progress.postMortem ?? { cause: '', action: '', owner: '', due: null })
  const set = (change: Partial<typeof given>) => setGiven((before) => ({ ...before, ...change }))
  return (
    <Card id="post-mortem" title={i18n.t('incident.postMortemTitle')}>
      <p class="soft">{i18n.t('incident.postMortemHint')}</p>
      <TextArea
        label={i18n.t('incident.cause')}
        rows={2}
        maxLength={5_000}
        value={given.cause}
        onValue={(cause) => set({ cause })}
      />
      <TextArea
        label={i18n.t('incident.action')}
        rows={2}
        maxLength={5_000}
        value={given.action}
        onValue={(action) => set({ action })}
      />
      <TextField
        label={i18n.t('incident.actionOwner')}
        maxLength={300}
        value={given.owner}
        onValue={(owner) => set({ owner })}
      />
      <TextField
        label={i18n.t('incident.actionDue')}
        type="date"
        value={given.due ?? ''}
        onValue={(due) => set({ due: due === '' ? null : due })}
      />
      <div>
        <Button onClick={() => void act({ kind: 'post-mortem', postMortem: given })}>{i18n.t('incident.save')}</Button>
      </div>
    </Card>
  )
}

function Status({ view: { progress, isOpen }, act }: Part) {
  const [comment, setComment] = useState('')
  const [owner, setOwner] = useState(progress.owner)
  const [due, setDue] = useState(progress.due ?? '')
  useEffect(() => setOwner(progress.owner), [progress.owner])
  const wordOf = (to: string) =>
    to === 'in-progress' && !isOpen ? i18n.t('incident.to.reopen') : codeWords('incident.to', to)
  return (
    <Card id="status" title={i18n.t('incident.statusTitle')}>
      <div class="row">
        <TextField label={i18n.t('incident.owner')} maxLength={300} value={owner} onValue={setOwner} />
        <Button onClick={() => void act({ kind: 'owner', owner })}>{i18n.t('incident.save')}</Button>
      </div>
      <div class="row">
        <TextField label={i18n.t('incident.due')} type="date" value={due} onValue={setDue} />
        <Button onClick={() => void act({ kind: 'due', due: due === '' ? null : due })}>
          {i18n.t('incident.save')}
        </Button>
      </div>
      <TextArea label={i18n.t('incident.comment')} rows={2} maxLength={5_000} value={comment} onValue={setComment} />
      <div class="draft-actions">
        {nextStatuses(progress.status).map((to) => (
          <Button
            key={to}
            onClick={() => {
              void act({ kind: 'status', to, comment }).then((done) => done && setComment(''))
            }}
          >
            {wordOf(to)}
          </Button>
        ))}
      </div>
    </Card>
  )
}

const when = (at: string) => new Date(at).toLocaleString()

function Timeline({ view: { incident, progress } }: Pick<Part, 'view'>) {
  return (
    <Card id="timeline" title={i18n.t('incident.timelineTitle')}>
      {progress.levels.length > 0 && (
        <>
          <h3>{i18n.t('incident.levelsTitle')}</h3>
          <ol class="draft-history">
            {progress.levels.map(({ level, at, by }) => (
              <li key={at}>
                {levelWord(level)} <span class="soft small theirs">{`${by} · ${when(at)}`}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{i18n.t('incident.timelineTitle')}</h3>
      <ol class="draft-history">
        {incident.events.toReversed().map((event) => (
          <li key={event.id}>
            <span class="theirs">{eventWords(event)}</span>{' '}
            <span class="soft small theirs">{`${event.by} · ${when(event.at)}`}</span>
          </li>
        ))}
        <li>
          <span class="theirs">{i18n.t('incident.opened', [incident.openedBy])}</span>{' '}
          <span class="soft small">{when(incident.createdAt)}</span>
        </li>
      </ol>
    </Card>
  )
}

import { i18n } from '#i18n'
import { CircleCheck, Sparkles } from 'lucide'
import type { Post } from '../lib/domain/post.ts'
import type { AttentionList } from '../lib/state/attention.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { beginningOf } from '../lib/text/beginning.ts'
import { daysAfter } from '../lib/text/zone-day.ts'
import { AlertList } from './Alerts.tsx'
import { Button } from './Button.tsx'
import { DriftNote } from './Drift.tsx'
import { DueLooksCard } from './DueLooks.tsx'
import { HealthMark } from './HealthScore.tsx'
import { DueList } from './DueList.tsx'
import { EmptyState, Updating } from './States.tsx'
import { More } from './More.tsx'
import { Day, TimeAgo } from './TimeAgo.tsx'
import { alertWords, codeWords } from './words.ts'

/** Days that a follow-up is moved by. */
const WEEK = 7

/** Shown at once of one partner's alerts, and of what is to be delivered; the others fold out. */
const ALERTS = 3
const UPCOMING = 10

const partnerLink = (id: string) => formatRoute({ view: 'partners', id, query: {} })

/** Who needs somebody this week, why, and what comes up next. */
export function AttentionView({ state, now }: { state: DashboardState; now: number }) {
  const list = state.attention.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.attention')}</h1>
        {list && list.waiting > 0 && <p class="soft figure">{i18n.t('attention.of', [list.waiting, list.of])}</p>}
        {list && <Updating n={list.updating} />}
        {list && list.of > 0 && (
          <a href={formatRoute({ view: 'watches', id: null, query: {} })}>{i18n.t('dash.view.watches')}</a>
        )}
      </div>
      {list?.of === 0 && <Start state={state} />}
      {list && list.of > 0 && <Lists state={state} list={list} now={now} />}
    </>
  )
}

function Start({ state }: { state: DashboardState }) {
  return (
    <EmptyState
      action={
        <>
          <Button look="primary" onClick={() => state.router.go('partners', 'new')}>
            {i18n.t('partner.addFirst')}
          </Button>
          <Button icon={Sparkles} onClick={() => void state.loadSample()}>
            {i18n.t('dash.sample')}
          </Button>
        </>
      }
    >
      {i18n.t('attention.start')}
    </EmptyState>
  )
}

function UpcomingList({ upcoming, now }: Pick<AttentionList, 'upcoming'> & { now: number }) {
  return (
    <ul class="list">
      {upcoming.map(({ partner, deliverable }) => (
        <li key={deliverable.id}>
          <span class="grow">
            <a class="theirs" href={partnerLink(partner.id)}>
              {partner.name}
            </a>
            <br />
            <span class="theirs">{deliverable.title}</span>{' '}
            <span class="soft small">
              {deliverable.platform !== null && `${codeWords('site.name', deliverable.platform)} · `}
              <TimeAgo at={deliverable.dueAt} now={now} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Lists({ state, list, now }: { state: DashboardState; list: AttentionList; now: number }) {
  const posts: ReadonlyMap<string, Post> = list.posts
  return (
    <div class="columns">
      <div>
        {list.waiting === 0 && list.updating === 0 && (
          <EmptyState icon={CircleCheck}>{i18n.t('attention.none')}</EmptyState>
        )}
        {list.partners.map(({ partner, health, change, alerts }) => (
          <section key={partner.id} class="card" aria-label={partner.name}>
            <div class="attention-who">
              <h2>
                <a class="theirs" href={partnerLink(partner.id)}>
                  {partner.name}
                </a>
              </h2>
              <HealthMark health={health} change={change} />
            </div>
            <AlertList alerts={alerts} posts={posts} edit={state.alertEdit} now={now} first={ALERTS} />
          </section>
        ))}
        {list.waiting > list.partners.length && (
          <Button look="quiet" onClick={() => state.attendMore()}>
            {i18n.t('attention.more', [list.waiting - list.partners.length])}
          </Button>
        )}
      </div>
      <div>
        {list.alarms.length > 0 && (
          <section class="card" aria-labelledby="attention-drift">
            <h2 id="attention-drift">{i18n.t('attention.drift')}</h2>
            {[...Map.groupBy(list.alarms, ({ platform }) => platform)].map(([platform, alarms]) => (
              <DriftNote key={platform} alarms={alarms} now={now} />
            ))}
          </section>
        )}
        <section class="card" aria-labelledby="attention-next">
          <h2 id="attention-next">{i18n.t('attention.upcoming')}</h2>
          {list.upcoming.length + list.planned.length === 0 && <p class="soft">{i18n.t('attention.nothingDue')}</p>}
          <UpcomingList upcoming={list.upcoming.slice(0, UPCOMING)} now={now} />
          {list.upcoming.length > UPCOMING && (
            <More label={i18n.t('attention.looksMore', list.upcoming.length - UPCOMING)}>
              {() => <UpcomingList upcoming={list.upcoming.slice(UPCOMING)} now={now} />}
            </More>
          )}
          {list.planned.length > 0 && (
            <DueList
              due={list.planned.map(({ due }) => due)}
              nameOf={(id) => list.planned.find(({ partner }) => partner.id === id)?.partner.name ?? ''}
            />
          )}
        </section>
        {list.followUps.length > 0 && <FollowUps state={state} list={list} now={now} />}
        <DueLooksCard due={list} now={now} />
        {list.hidden.length > 0 && (
          <section class="card" aria-labelledby="attention-hidden">
            <h2 id="attention-hidden">{i18n.t('attention.hidden', list.hidden.length)}</h2>
            <ul class="list">
              {list.hidden.map(({ alert, state: put, partner }) => (
                <li key={alert.id}>
                  <span class="grow theirs">
                    {partner.name}: {alertWords(alert)}{' '}
                    <span class="soft small">
                      {put.until === null
                        ? i18n.t('attention.muted')
                        : i18n.t('attention.until', [new Date(put.until).toLocaleDateString()])}
                    </span>
                  </span>
                  <Button look="quiet" onClick={() => void state.alertEdit.wake(alert.id)}>
                    {i18n.t('attention.wake')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

/** Notes whose day has come or comes soon: a reminder on the page that the day begins with. */
function FollowUps({ state: { notebook }, list, now }: { state: DashboardState; list: AttentionList; now: number }) {
  const due = list.followUps.filter(({ isDue }) => isDue).length
  return (
    <section class="card" aria-labelledby="attention-follow-ups">
      <h2 id="attention-follow-ups">{i18n.t('attention.followUps')}</h2>
      {due > 0 && <p class="watch-text figure">{i18n.t('attention.followUpsDue', due)}</p>}
      <ul class="list">
        {list.followUps.map(({ note, day }) => {
          const name = note.partnerId === null ? null : (list.names.get(note.partnerId) ?? null)
          const words = beginningOf(note.text, 120)
          const inAWeek = daysAfter(new Date(now).toISOString().slice(0, 10), WEEK)
          return (
            <li key={note.id} class="follow-up">
              <span class="grow">
                {note.partnerId !== null && name !== null && (
                  <>
                    <a class="theirs" href={partnerLink(note.partnerId)}>
                      {name}
                    </a>
                    <br />
                  </>
                )}
                <span class="theirs" dir="auto">
                  {words === '' ? i18n.t('note.blank') : words}
                </span>{' '}
                <span class="soft small">
                  <Day day={day} now={now} />
                </span>
              </span>
              <span class="follow-up-actions">
                <Button
                  look="quiet"
                  aria-label={i18n.t('attention.followUpDoneWhat', [words])}
                  onClick={() => void notebook.followUp(note, null)}
                >
                  {i18n.t('attention.followUpDone')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={i18n.t('attention.followUpLaterWhat', [words])}
                  onClick={() => void notebook.followUp(note, inAWeek)}
                >
                  {i18n.t('attention.followUpLater')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

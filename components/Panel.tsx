import { i18n } from '#i18n'
import { ClipboardList, LayoutDashboard, MessagesSquare, StickyNote, UserPlus } from 'lucide'
import type { ComponentChildren } from 'preact'
import { platformOf } from '../lib/domain/ids.ts'
import type { PanelState } from '../lib/state/panel.ts'
import { POSTS_SHOWN, type PartnerView } from '../lib/state/partner-view.ts'
import { AlertList } from './Alerts.tsx'
import { Button, IconButton } from './Button.tsx'
import { Communication } from './Communication.tsx'
import { ContactList, ContactLog } from './Contacts.tsx'
import { Count } from './Count.tsx'
import { Deliverables, PulseInput } from './Deliverables.tsx'
import { DueList } from './DueList.tsx'
import { DriftNote, lostWords } from './Drift.tsx'
import { HealthParts, HealthScore } from './HealthScore.tsx'
import { MessageComposer } from './MessageComposer.tsx'
import { MissList } from './Misses.tsx'
import { MoodBar } from './MoodBar.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteList } from './NoteList.tsx'
import { PostItem } from './PostItem.tsx'
import { RescoringNote } from './RescoringNote.tsx'
import { Section } from './Section.tsx'
import { pointHere, SiteState } from './SiteState.tsx'
import { EmptyState, ErrorNote } from './States.tsx'
import { ToastList } from './ToastList.tsx'
import { Trends } from './Trends.tsx'
import { VettingNote } from './VettingNote.tsx'
import { Voices } from './Voices.tsx'
import { codeWords } from './words.ts'

interface PanelProps {
  state: PanelState
  now: () => number
  onOpenPartner: (id: string | null) => void
  onOpenVetting: (id: string) => void
}

/** The side panel: one column that follows the tab. */
export function Panel({ state, now, onOpenPartner, onOpenVetting }: PanelProps) {
  const { tab } = state
  const view = state.view.value
  const context = tab.context.value
  return (
    <>
      <div class="panel">
        <header class="panel-header">
          <div class="panel-who">
            <h1 class="theirs">{title(state)}</h1>
            <IconButton
              icon={LayoutDashboard}
              label={view ? i18n.t('panel.openPartner') : i18n.t('popup.openDashboard')}
              onClick={() => onOpenPartner(view?.partner.id ?? null)}
            />
          </div>
          {view && <HealthScore health={view.health} change={view.change} />}
        </header>
        <main>
          <RescoringNote rescoring={state.rescoring} />
          {state.problem.value && (
            <div class="panel-part">
              <ErrorNote problem={state.problem.value} onRetry={() => void tab.refresh()} />
            </div>
          )}
          <div class="panel-part">
            <DriftNote alarms={state.alarms.value} now={now()} help={pointHere(tab)} />
            <SiteState tab={tab} />
            {context?.account && context.partnerId === null && (
              <Track state={state} isVetted={context.vetting != null} onOpenVetting={onOpenVetting} />
            )}
            {context?.vetting && <VettingNote vetting={context.vetting} onOpen={onOpenVetting} />}
          </div>
          {view && <Partner state={state} view={view} now={now()} />}
          <Fold state={state} id="notes" title={i18n.t('note.title')} count={view?.notes.length}>
            <Notes state={state} now={now()} />
          </Fold>
          {view && (
            <Fold state={state} id="contacts" title={i18n.t('contact.title')} count={view.contacts.length}>
              <ContactLog
                key={view.partner.id}
                partner={view.partner}
                now={now()}
                onLog={(touch) => state.notebook.logContact(view.partner.id, touch)}
              />
              <Communication view={view} now={now()} />
              <ContactList
                contacts={view.contacts}
                now={now()}
                onRemove={(contact) => void state.notebook.removeContact(contact)}
              />
            </Fold>
          )}
          {view && (
            <Fold state={state} id="letters" title={i18n.t('letter.title')}>
              <MessageComposer key={view.partner.id} view={view} letters={state.letters} />
            </Fold>
          )}
          {state.misses.value.length > 0 && (
            <Fold state={state} id="misses" title={i18n.t('panel.notRead')} count={state.misses.value.length}>
              <MissList misses={state.misses.value} now={now()} />
            </Fold>
          )}
        </main>
        <footer class="panel-footer soft small">
          <details>
            <summary class="figure">{i18n.t('panel.requests', [state.requests.value])}</summary>
            <p>{i18n.t('panel.requestsWhy')}</p>
          </details>
        </footer>
      </div>
      <ToastList toasts={state.toasts} />
    </>
  )
}

function title(state: PanelState): string {
  const account = state.tab.context.value?.account
  return state.view.value?.partner.name ?? account?.name ?? (account ? `@${account.handle}` : i18n.t('panel.title'))
}

function Fold({
  state,
  id,
  title: words,
  count,
  children,
}: {
  state: PanelState
  id: string
  title: string
  count?: number | undefined
  children: ComponentChildren
}) {
  return (
    <Section
      title={words}
      count={count}
      open={!state.sections.folded.value.has(id)}
      onToggle={() => state.sections.toggle(id)}
    >
      {children}
    </Section>
  )
}

function Track({
  state,
  isVetted,
  onOpenVetting,
}: {
  state: PanelState
  isVetted: boolean
  onOpenVetting: (id: string) => void
}) {
  return (
    <EmptyState
      icon={UserPlus}
      action={
        <>
          <Button look="primary" icon={UserPlus} onClick={() => void state.track()}>
            {i18n.t('partner.track')}
          </Button>
          {!isVetted && (
            <Button
              icon={ClipboardList}
              onClick={() => void state.vet().then((id) => id !== null && onOpenVetting(id))}
            >
              {i18n.t('vet.start')}
            </Button>
          )}
        </>
      }
    >
      {i18n.t('panel.trackFirst')}
    </EmptyState>
  )
}

function Partner({ state, view, now }: { state: PanelState; view: PartnerView; now: number }) {
  return (
    <>
      {view.alerts.length > 0 && (
        <Fold state={state} id="alerts" title={i18n.t('attention.title')} count={view.alerts.length}>
          <AlertList
            alerts={view.alerts}
            posts={new Map(view.posts.map(({ post }) => [post.id, post]))}
            edit={state.alertEdit}
            now={now}
            aside
          />
        </Fold>
      )}
      {view.upcoming.length > 0 && (
        <Fold state={state} id="upcoming" title={i18n.t('attention.upcoming')} count={view.upcoming.length}>
          <DueList due={view.upcoming} aside />
        </Fold>
      )}
      <Fold state={state} id="health" title={i18n.t('panel.health')}>
        <HealthParts health={view.health} posts={view.posts.map(({ post }) => post)} />
        <Profiles view={view} now={now} />
      </Fold>
      <Fold
        state={state}
        id="deliverables"
        title={i18n.t('deliverable.heading')}
        count={view.deliveries.filter(({ state: stage }) => stage !== 'cancelled').length}
      >
        <Deliverables view={view} commitments={state.commitments} now={now} />
      </Fold>
      <Fold state={state} id="pulse" title={i18n.t('pulse.title')}>
        <PulseInput view={view} commitments={state.commitments} />
      </Fold>
      {state.trends.value && (
        <Fold state={state} id="trends" title={i18n.t('chart.title')}>
          <Trends trends={state.trends.value} small />
        </Fold>
      )}
      <Fold state={state} id="posts" title={i18n.t('panel.posts')} count={view.postCount}>
        {view.posts.length === 0 ? (
          <EmptyState>{i18n.t('panel.noPosts')}</EmptyState>
        ) : (
          <ul>
            {view.posts.map((row) => (
              <PostItem
                key={row.post.id}
                row={row}
                now={now}
                review={state.review}
                edit={state.toneEdit}
                name={view.partner.name}
                lost={view.lost}
              />
            ))}
          </ul>
        )}
        {view.postCount > POSTS_SHOWN && <p class="soft small">{i18n.t('panel.newest', [POSTS_SHOWN])}</p>}
      </Fold>
      <Fold state={state} id="mood" title={i18n.t('panel.mood')} count={view.voices.crowd?.n}>
        {view.voices.crowd ? (
          <>
            <MoodBar mood={view.mood} />
            <Voices voices={view.voices} edit={state.toneEdit} />
          </>
        ) : (
          <EmptyState icon={MessagesSquare}>{i18n.t('panel.noComments')}</EmptyState>
        )}
      </Fold>
    </>
  )
}

function Profiles({ view, now }: { view: PartnerView; now: number }) {
  if (view.profiles.length === 0) return null
  return (
    <dl class="figures">
      {view.profiles.map((profile) => (
        <div key={profile.account}>
          <dt class="soft small theirs">
            {i18n.t('panel.followersOn', [codeWords('site.name', platformOf(profile.account))])}
          </dt>
          <dd>
            <Count
              count={profile.followers}
              lost={lostWords(view.lost, platformOf(profile.account), 'profile.followers', now)}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Notes({ state, now }: { state: PanelState; now: number }) {
  const { notebook } = state
  const writing = notebook.editor.id.value
  const notes = state.view.value?.notes.filter((note) => note.id !== writing) ?? []
  return (
    <>
      {!state.view.value && <p class="soft small">{i18n.t('note.toInbox')}</p>}
      <NoteEditor editor={notebook.editor} onRetry={() => notebook.saver.retry()} />
      {state.view.value && notes.length === 0 && writing === null && (
        <EmptyState icon={StickyNote}>{i18n.t('note.none')}</EmptyState>
      )}
      <NoteList
        notes={notes}
        now={now}
        onEdit={(note) => notebook.editor.edit(note)}
        onPin={(note, pinned) => void notebook.pin(note, pinned)}
        onRemove={(note) => void notebook.remove(note)}
      />
    </>
  )
}

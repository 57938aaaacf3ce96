import { i18n } from '#i18n'
import { CalendarClock, ClipboardList, LayoutDashboard, PanelRight, UserPlus } from 'lucide'
import type { PopupState } from '../lib/state/popup.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { ContactLog } from './Contacts.tsx'
import { DriftNote } from './Drift.tsx'
import { Select } from './Field.tsx'
import { HealthScore } from './HealthScore.tsx'
import { severityLooks } from './meanings.ts'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteList } from './NoteList.tsx'
import { pointHere, SiteState } from './SiteState.tsx'
import { ErrorNote } from './States.tsx'
import { ToastList } from './ToastList.tsx'
import { VettingNote } from './VettingNote.tsx'
import { alertWords } from './words.ts'

const INBOX = ''

export interface PopupProps {
  state: PopupState
  now: () => number
  /** From the click itself: browsers open a panel only then. Null where there is none. */
  onOpenPanel: (() => void) | null
  onOpenDashboard: () => void
  onOpenVetting: (id: string) => void
}

/** The toolbar popup: the partner of this tab, a note, a touch, a look at the page. */
export function Popup({ state, now, onOpenPanel, onOpenDashboard, onOpenVetting }: PopupProps) {
  const { tab, notebook, toasts } = state
  const chosen = state.chosen.value
  const partners = state.partners.value ?? []
  const account = tab.context.value?.account ?? null
  const untracked = account !== null && tab.context.value?.partnerId === null
  const vetting = tab.context.value?.vetting ?? null
  const health = state.health.value
  const next = state.next.value
  const notes = state.notes.value
  const due = state.due.value
  const options = [
    { value: INBOX, label: i18n.t('popup.inbox') },
    ...partners.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <main class="popup">
        <h1 class="sr-only">{i18n.t('popup.title')}</h1>
        <header class="popup-header">
          <Select
            label={i18n.t('popup.about')}
            hideLabel
            value={chosen ?? INBOX}
            options={options}
            onValue={(value) => state.choose(value === INBOX ? null : value)}
          />
          {onOpenPanel && <IconButton icon={PanelRight} label={i18n.t('popup.openPanel')} onClick={onOpenPanel} />}
          <IconButton icon={LayoutDashboard} label={i18n.t('popup.openDashboard')} onClick={onOpenDashboard} />
        </header>
        {state.problem.value && <ErrorNote problem={state.problem.value} onRetry={() => void tab.refresh()} />}
        {health && <HealthScore health={health} />}
        {next && (
          <p>
            <Badge {...severityLooks[next.severity]}>{i18n.t('attention.next')}</Badge>{' '}
            <span class="theirs">{alertWords(next)}</span>
          </p>
        )}
        {due.length > 0 && (
          <ul class="popup-due">
            {due.map((alert) => (
              <li key={alert.id}>
                <Badge {...severityLooks[alert.severity]}>{i18n.t('attention.due')}</Badge>{' '}
                <span class="theirs">{alertWords(alert)}</span>
              </li>
            ))}
          </ul>
        )}
        {untracked && (
          <div class="popup-track">
            <p class="theirs">{i18n.t('partner.untracked', [account.name ?? `@${account.handle}`])}</p>
            <Button look="primary" icon={UserPlus} onClick={() => void state.track()}>
              {i18n.t('partner.track')}
            </Button>
            {!vetting && (
              <Button
                icon={ClipboardList}
                onClick={() => void state.vet().then((id) => id !== null && onOpenVetting(id))}
              >
                {i18n.t('vet.start')}
              </Button>
            )}
          </div>
        )}
        {state.followUps.value > 0 && (
          <Button look="quiet" icon={CalendarClock} onClick={onOpenDashboard}>
            {i18n.t('popup.followUps', state.followUps.value)}
          </Button>
        )}
        {vetting && <VettingNote vetting={vetting} onOpen={onOpenVetting} />}
        <NoteEditor editor={notebook.editor} focus onRetry={() => notebook.saver.retry()} />
        {chosen !== null && (
          <section aria-label={i18n.t('contact.title')}>
            <h2 class="popup-title">{i18n.t('contact.title')}</h2>
            <ContactLog
              key={chosen}
              partner={state.partner.value ?? { name: '', accounts: [] }}
              now={now()}
              onLog={(touch) => notebook.logContact(chosen, touch)}
            />
          </section>
        )}
        <section aria-label={i18n.t('popup.page')}>
          <h2 class="popup-title">{i18n.t('popup.page')}</h2>
          <DriftNote alarms={state.alarms.value} now={now()} help={pointHere(tab, true)} />
          <SiteState tab={tab} once />
          {tab.problem.value && <ErrorNote problem={tab.problem.value} onRetry={() => void tab.refresh()} />}
        </section>
        {notes && notes.length > 0 && (
          <section aria-label={i18n.t('note.recent')}>
            <h2 class="popup-title">{i18n.t('note.recent')}</h2>
            <NoteList
              notes={notes}
              now={now()}
              onEdit={(note) => notebook.editor.edit(note)}
              onPin={(note, pinned) => void notebook.pin(note, pinned)}
              onRemove={(note) => void notebook.remove(note)}
            />
          </section>
        )}
      </main>
      <ToastList toasts={toasts} />
    </>
  )
}

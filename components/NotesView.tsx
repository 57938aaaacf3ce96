import { i18n } from '#i18n'
import { StickyNote } from 'lucide'
import type { Note } from '../lib/domain/note.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { Button } from './Button.tsx'
import { TextField } from './Field.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteList } from './NoteList.tsx'
import { EmptyState } from './States.tsx'

/** Every note, the inbox of those without a partner, and a search through all of them. */
export function NotesView({ state, now }: { state: DashboardState; now: number }) {
  const { router, notebook } = state
  const { query } = router.route.value
  const inbox = query['only'] === 'inbox'
  const words = query['q'] ?? ''
  const all = state.notes.value.value
  const names = state.names.value
  const nameOf = (note: Note) =>
    note.partnerId === null ? i18n.t('popup.inbox') : (names.get(note.partnerId) ?? i18n.t('note.formerPartner'))
  const wanted = words.trim().toLocaleLowerCase()
  const writing = notebook.editor.id.value
  const shown = (all ?? []).filter(
    (note) =>
      note.id !== writing &&
      (!inbox || note.partnerId === null) &&
      `${note.text} ${nameOf(note)}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.notes')}</h1>
        <div class="segments">
          <Button aria-pressed={!inbox} onClick={() => router.filter({ only: '' })}>
            {i18n.t('note.all')}
          </Button>
          <Button aria-pressed={inbox} onClick={() => router.filter({ only: 'inbox' })}>
            {i18n.t('popup.inbox')}
          </Button>
        </div>
      </div>
      <section class="card" aria-label={i18n.t('note.label')}>
        <NoteEditor editor={notebook.editor} onRetry={() => notebook.saver.retry()} />
      </section>
      {all && all.length > 0 && (
        <TextField
          label={i18n.t('note.search')}
          hideLabel
          type="search"
          placeholder={i18n.t('note.search')}
          value={words}
          onValue={(q) => router.filter({ q })}
        />
      )}
      {all && shown.length === 0 && (
        <EmptyState icon={StickyNote}>{i18n.t(all.length === 0 ? 'note.none' : 'note.noneFound')}</EmptyState>
      )}
      <NoteList
        notes={shown}
        now={now}
        nameOf={nameOf}
        onEdit={(note) => {
          notebook.editor.edit(note)
          document.querySelector<HTMLTextAreaElement>('main textarea')?.focus()
        }}
        onPin={(note, pinned) => void notebook.pin(note, pinned)}
        onRemove={(note) => void notebook.remove(note)}
      />
    </>
  )
}

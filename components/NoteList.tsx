import { i18n } from '#i18n'
import { CalendarClock, Pencil, Pin, PinOff, Trash2 } from 'lucide'
import type { Note } from '../lib/domain/note.ts'
import { pinnedFirst } from '../lib/state/notes.ts'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { NoteText } from './NoteText.tsx'
import { Day, TimeAgo } from './TimeAgo.tsx'

/** Notes, pinned ones before the newest; each can be taken up again or removed (with undo). */
export function NoteList({
  notes,
  now,
  onEdit,
  onPin,
  onRemove,
  nameOf,
}: {
  notes: readonly Note[]
  now: number
  onEdit?: (note: Note) => void
  onPin: (note: Note, pinned: boolean) => void
  onRemove: (note: Note) => void
  /** Whom a note is about, where the list mixes partners. */
  nameOf?: (note: Note) => string
}) {
  return (
    <ul class="notes">
      {pinnedFirst(notes).map((note) => (
        <li key={note.id} class="note">
          <p class="note-text theirs" dir="auto">
            {note.text.trim() === '' ? (
              <em class="soft">{i18n.t('note.blank')}</em>
            ) : (
              <NoteText text={note.text} linkTags={nameOf !== undefined} />
            )}
          </p>
          <p class="note-meta soft small">
            {note.pinned && (
              <span>
                <Icon icon={Pin} size={14} /> {i18n.t('note.pinned')}
              </span>
            )}
            {nameOf && <span class="strong theirs">{nameOf(note)}</span>}
            <TimeAgo at={note.updatedAt} now={now} />
            {note.followUpOn !== null && (
              <span>
                <Icon icon={CalendarClock} size={14} label={i18n.t('note.followUp')} />{' '}
                <Day day={note.followUpOn} now={now} />
              </span>
            )}
          </p>
          <div class="note-actions">
            <IconButton
              icon={note.pinned ? PinOff : Pin}
              label={i18n.t(note.pinned ? 'note.unpin' : 'note.pin')}
              onClick={() => onPin(note, !note.pinned)}
            />
            {onEdit && <IconButton icon={Pencil} label={i18n.t('note.edit')} onClick={() => onEdit(note)} />}
            <IconButton icon={Trash2} label={i18n.t('note.delete')} onClick={() => onRemove(note)} />
          </div>
        </li>
      ))}
    </ul>
  )
}

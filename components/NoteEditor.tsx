import { i18n } from '#i18n'
import { CalendarPlus, Check, CircleDashed, Plus, TriangleAlert } from 'lucide'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { MAX_NOTE } from '../lib/domain/note.ts'
import type { NoteEditor as Editor } from '../lib/state/note-editor.ts'
import type { SaveState } from '../lib/state/note-saver.ts'
import { Button } from './Button.tsx'
import { TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { codeWords } from './words.ts'

/** The quick note: saved with every keystroke, and it says where that stands. Ctrl/⌘+Enter starts the next one. */
export function NoteEditor({
  editor,
  focus,
  onRetry,
}: {
  editor: Editor
  /** Take the focus when the surface opens. */
  focus?: boolean
  onRetry: () => void
}) {
  const area = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (focus) area.current?.querySelector('textarea')?.focus()
  }, [focus])
  const [dating, setDating] = useState(false)
  useLayoutEffect(() => {
    if (dating) area.current?.querySelector<HTMLInputElement>('input[type="date"]')?.focus()
  }, [dating])
  const saving = editor.saving.value
  const text = editor.text.value
  return (
    <div
      class="note-editor"
      role="presentation"
      ref={area}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) editor.done()
      }}
    >
      <TextArea
        label={i18n.t('note.label')}
        hideLabel
        placeholder={i18n.t('note.placeholder')}
        rows={3}
        maxLength={MAX_NOTE}
        value={text}
        onValue={(value) => editor.type(value)}
        {...(text.length > MAX_NOTE * 0.9 ? { hint: i18n.t('note.left', [MAX_NOTE - text.length]) } : {})}
      />
      <div class="note-tools">
        {dating || editor.followUpOn.value !== null ? (
          <TextField
            label={i18n.t('note.followUp')}
            type="date"
            value={editor.followUpOn.value ?? ''}
            onValue={(day) => {
              // Half a date is no date yet: the field stays while it is typed.
              setDating(true)
              editor.setFollowUp(day === '' ? null : day)
            }}
          />
        ) : (
          <Button look="quiet" icon={CalendarPlus} onClick={() => setDating(true)}>
            {i18n.t('note.addFollowUp')}
          </Button>
        )}
        {editor.id.value !== null && (
          <Button
            look="quiet"
            icon={Plus}
            title={i18n.t('note.nextHint')}
            onClick={() => {
              editor.done()
              setDating(false)
              area.current?.querySelector('textarea')?.focus()
            }}
          >
            {i18n.t('note.next')}
          </Button>
        )}
        <output class={saving?.state === 'failed' ? 'note-state failed' : 'note-state'}>
          {saving && <Saving state={saving} onRetry={onRetry} />}
        </output>
      </div>
    </div>
  )
}

function Saving({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  if (state.state === 'saving')
    return (
      <span class="soft small">
        <Icon icon={CircleDashed} size={14} /> {i18n.t('note.saving')}
      </span>
    )
  if (state.state === 'saved')
    return (
      <span class="good-text small">
        <Icon icon={Check} size={14} /> {i18n.t('note.saved')}
      </span>
    )
  const reason = codeWords('note.notSaved', state.problem.code)
  return (
    <span class="act-text small">
      <Icon icon={TriangleAlert} size={14} />{' '}
      {state.kept ? i18n.t('note.keptNotSaved', [reason]) : i18n.t('note.notKept', [reason])}{' '}
      <Button look="quiet" onClick={onRetry}>
        {i18n.t('error.retry')}
      </Button>
    </span>
  )
}

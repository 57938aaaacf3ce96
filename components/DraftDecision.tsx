import { i18n } from '#i18n'
import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type DraftAction, MAX_CAPTION } from '../lib/domain/draft.ts'
import { type DraftState, isLegal, roundsSay } from '../lib/partnership/approval.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { DraftView } from '../lib/state/draft-view.ts'
import { Button, type ButtonProps } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { linesOf } from './DraftForm.tsx'
import { didWords, refusalWords } from './draft-words.ts'
import { TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords, wordsLocale } from './words.ts'

/** What is being written beside the draft. */
export type Mode = 'request-changes' | 'hold' | 'reject' | 'revise' | 'waive'
type Plain = Exclude<DraftAction, 'undo' | 'hand-off'>

const FORWARD: Partial<Record<DraftState, Plain>> = {
  draft: 'submit',
  submitted: 'begin',
  'compliance-review': 'pass-compliance',
  'creative-review': 'approve',
  'on-hold': 'resume',
  rejected: 'reopen',
}
/** The one step that takes a draft on; null where there is none. */
export const forwardOf = (state: DraftState): Plain | null => FORWARD[state] ?? null

const doWords = (kind: string) => codeWords('draft.do', kind)

interface DecisionProps {
  state: DashboardState
  view: DraftView
  now: number
  /** The name that decisions are signed with. */
  by: string
  onBy: (name: string) => void
  mode: Mode | null
  onMode: (mode: Mode | null) => void
}

/** Where the draft stands, for how long, and what can be done about it now. */
export function DraftDecision({ state, view, now, by, onBy, mode, onMode }: DecisionProps) {
  const { draft, progress, undoable } = view
  const { draftEdit } = state
  const refused = draftEdit.refused.value
  const decide = (kind: Plain) => void draftEdit.decide(draft, kind, { by })
  const forward = forwardOf(progress.state)
  const offered = (['request-changes', 'revise', 'hold', 'reject'] as const).filter((kind) =>
    isLegal(progress.state, kind),
  )
  return (
    <section class="card" aria-labelledby="decide">
      <h2 id="decide">{i18n.t('draft.decide')}</h2>
      <Where view={view} now={now} />
      <TextField label={i18n.t('draft.by')} hint={i18n.t('draft.byHint')} maxLength={120} value={by} onValue={onBy} />
      {refused?.draftId === draft.id && (
        <p role="alert" class="refused">
          <Icon icon={TriangleAlert} /> <span class="theirs">{refusalWords(refused.refusal)}</span>
        </p>
      )}
      <div class="draft-actions">
        {forward && (
          <KeyButton look="primary" shortcut="a" onClick={() => decide(forward)}>
            {doWords(forward)}
          </KeyButton>
        )}
        {offered.map((kind) =>
          kind === 'request-changes' ? (
            <KeyButton key={kind} shortcut="c" onClick={() => onMode(kind)}>
              {doWords(kind)}
            </KeyButton>
          ) : (
            <Button key={kind} onClick={() => onMode(kind)}>
              {doWords(kind)}
            </Button>
          ),
        )}
        {view.open > 0 && (
          <KeyButton shortcut="w" onClick={() => onMode('waive')}>
            {i18n.t('draft.do.waive')}
          </KeyButton>
        )}
        {undoable && (
          <Button look="quiet" onClick={() => void draftEdit.undo(draft, by)}>
            {i18n.t('draft.do.undo')}
          </Button>
        )}
      </div>
      {mode === 'revise' && <Revise state={state} view={view} by={by} onDone={() => onMode(null)} />}
      {mode !== null && mode !== 'revise' && mode !== 'waive' && (
        <Comment key={mode} state={state} view={view} by={by} kind={mode} onDone={() => onMode(null)} />
      )}
      <Reminder view={view} now={now} onSent={decide} />
    </section>
  )
}

/** A button that a key presses too: the key stands on it, and assistive technology is told. */
function KeyButton({ shortcut, children, ...rest }: ButtonProps & { shortcut: string }) {
  return (
    <Button {...rest} aria-keyshortcuts={shortcut}>
      <>
        {children}
        <kbd aria-hidden="true">{shortcut}</kbd>
      </>
    </Button>
  )
}

function Where({ view: { clock, waits, progress, approval, state }, now }: { view: DraftView; now: number }) {
  const rounds = roundsSay(progress, approval.revisionLimit)
  const lines: ComponentChildren[] = []
  if (waits !== null) {
    lines.push(
      <>
        {codeWords('draft.waits', waits, waits === 'outside' ? [progress.handedTo?.name ?? ''] : [])}
        {clock && (
          <span class="soft">
            {' · '}
            {i18n.t('draft.since', [''])}
            <TimeAgo at={clock.since} now={now} />
            {!clock.isOverdue && (
              <>
                {' · '}
                {i18n.t('draft.dueIn', [''])}
                <TimeAgo at={clock.dueAt} now={now} />
              </>
            )}
          </span>
        )}
      </>,
    )
  } else lines.push(codeWords('draft.group', state === 'drifted' ? 'drifted' : 'done'))
  const overdue = clock?.isOverdue ? i18n.t('draft.overdue', [dateOf(clock.dueAt)]) : null
  const limit = approval.revisionLimit
  return (
    <div class="draft-part">
      {lines.map((line, i) => (
        <p key={i} class="theirs">
          {line}
        </p>
      ))}
      {overdue !== null && <p class="act-text strong figure">{overdue}</p>}
      {progress.rounds > 0 && (
        <p
          class={rounds === 'over' ? 'act-text strong figure' : rounds === 'last' ? 'watch-text figure' : 'soft figure'}
        >
          {rounds === 'fine'
            ? i18n.t('draft.rounds', progress.rounds)
            : i18n.t(rounds === 'last' ? 'draft.roundsLast' : 'draft.roundsOver', [progress.rounds, limit])}
        </p>
      )}
    </div>
  )
}

/** Why: required, kept while it is typed, and not sent over what another window has decided meanwhile. */
function Comment({
  state: { draftEdit },
  view: { draft },
  by,
  kind,
  onDone,
}: {
  state: DashboardState
  view: DraftView
  by: string
  kind: 'request-changes' | 'hold' | 'reject'
  onDone: () => void
}) {
  const key = `${draft.id}.${kind}`
  const [comment, setComment] = useState(() => draftEdit.typed.get(key))
  const [seen, setSeen] = useState(draft.events.length)
  const [tried, setTried] = useState(false)
  useEffect(() => draftEdit.typed.keep(key, comment), [draftEdit, key, comment])
  const send = async () => {
    setTried(true)
    if (comment.trim() === '') return
    if (await draftEdit.decide(draft, kind, { by, comment, seen })) {
      draftEdit.typed.keep(key, '')
      onDone()
    } else setSeen(draft.events.length)
  }
  return (
    <form
      class="draft-form"
      aria-label={doWords(kind)}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Meanwhile draft={draft} seen={seen} />
      <TextArea
        label={codeWords('draft.commentFor', kind)}
        hint={i18n.t('draft.sendHint')}
        rows={4}
        maxLength={5_000}
        ref={focusOnce}
        value={comment}
        error={tried && comment.trim() === '' ? i18n.t('draft.commentMissing') : undefined}
        onValue={setComment}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <div class="row">
        <Button look="primary" type="submit">
          {doWords(kind)}
        </Button>
        <Button onClick={onDone}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** Another window has decided something since the person began to write. */
function Meanwhile({ draft: { events }, seen }: { draft: DraftView['draft']; seen: number }) {
  const last = events.at(-1)
  if (seen === events.length || !last) return null
  return (
    <p role="alert" class="refused">
      <Icon icon={TriangleAlert} />{' '}
      <span class="theirs">{i18n.t('draft.changedMeanwhile', [last.by, didWords(last.kind)])}</span>
    </p>
  )
}

function Revise({
  state: { draftEdit },
  view: { draft, version, correction },
  by,
  onDone,
}: {
  state: DashboardState
  view: DraftView
  by: string
  onDone: () => void
}) {
  const key = `${draft.id}.revise`
  const [caption, setCaption] = useState(() => draftEdit.typed.get(key) || version.caption)
  const [media, setMedia] = useState(version.media.join('\n'))
  const [seen, setSeen] = useState(draft.events.length)
  useEffect(() => draftEdit.typed.keep(key, caption === version.caption ? '' : caption), [draftEdit, key, caption])
  const save = async () => {
    if (await draftEdit.decide(draft, 'revise', { by, content: { caption, media: linesOf(media) }, seen })) {
      draftEdit.typed.keep(key, '')
      onDone()
    } else setSeen(draft.events.length)
  }
  const corrected = correction !== null && correction.fixed.length > 0 ? correction.text : null
  return (
    <form
      class="draft-form"
      aria-label={doWords('revise')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Meanwhile draft={draft} seen={seen} />
      <TextArea
        label={i18n.t('draft.caption')}
        hint={i18n.t('draft.kept')}
        rows={8}
        maxLength={MAX_CAPTION}
        ref={focusOnce}
        value={caption}
        onValue={setCaption}
      />
      {corrected !== null && corrected !== caption && (
        <div>
          <Button look="quiet" onClick={() => setCaption(corrected)}>
            {i18n.t('draft.fromCorrected')}
          </Button>
        </div>
      )}
      <TextArea
        label={i18n.t('draft.media')}
        hint={i18n.t('draft.mediaHint')}
        rows={2}
        value={media}
        onValue={setMedia}
      />
      <div class="row">
        <Button look="primary" type="submit">
          {i18n.t('common.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** A reminder to copy where one is due, and to note that it was sent; after two of them, that it was escalated. */
function Reminder({
  view: { clock, partner, name },
  now,
  onSent,
}: {
  view: DraftView
  now: number
  onSent: (kind: 'remind' | 'escalate') => void
}) {
  const due = clock?.due ?? null
  if (!clock || due === null || now < Date.parse(clock.since)) return null
  const values = [clock.waits === 'creator' ? firstNameOf(partner.name) : partner.name, name, dateOf(clock.since)]
  const text = codeWords('draft', clock.waits === 'creator' ? 'reminder-creator' : 'reminder-reviewer', values)
  return (
    <div class="draft-part">
      <p class="watch-text strong">{i18n.t(`draft.due.${due}`)}</p>
      <TextArea
        label={i18n.t('draft.reminder')}
        hint={i18n.t('draft.reminderHint')}
        rows={6}
        readOnly
        value={text}
        onValue={ignore}
      />
      <div class="draft-actions">
        <CopyButton text={text}>{i18n.t('draft.copyReminder')}</CopyButton>
        <Button onClick={() => onSent(due)}>{doWords(due)}</Button>
      </div>
    </div>
  )
}

const ignore = () => {}
const firstNameOf = (name: string) => name.trim().split(/\s+/)[0] ?? name
const dateOf = (at: string) =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** The field is for typing right away; letters typed right after the key must not get lost. */
function focusOnce(element: HTMLTextAreaElement | null): void {
  element?.focus()
}

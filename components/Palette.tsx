import { i18n } from '#i18n'
import { ClipboardCheck, FileText, MessagesSquare, StickyNote, User } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { View } from '../lib/state/route.ts'
import type { Found } from '../lib/state/search.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './Field.tsx'
import { onListKey } from './list-keys.ts'
import { Icon, type IconNode } from './Icon.tsx'

interface Place {
  view: View
  icon: IconNode
  key: string
}

/** The browser tells of a closed dialog a moment later; another one may be open by then. */
function closed(state: DashboardState, dialog: 'shortcuts' | 'palette'): void {
  if (state.dialog.peek() === dialog) state.show(null)
}

/** Which keys do what. */
export function Shortcuts({ state, places }: { state: DashboardState; places: readonly Place[] }) {
  const close = () => state.show(null)
  return (
    <Dialog
      title={i18n.t('dash.shortcuts')}
      open={state.dialog.value === 'shortcuts'}
      onClose={() => closed(state, 'shortcuts')}
    >
      <h2>{i18n.t('dash.shortcuts')}</h2>
      <dl class="keys">
        {places.map(({ view, key }) => (
          <Key key={view} keys={['g', key]} words={i18n.t(`dash.view.${view}`)} />
        ))}
        <Key keys={['j', 'k']} words={i18n.t('draft.keyNext')} />
        <Key keys={['a']} words={i18n.t('draft.keyApprove')} />
        <Key keys={['c']} words={i18n.t('draft.do.requestChanges')} />
        <Key keys={['w']} words={i18n.t('draft.keyWaive')} />
        <Key keys={['/']} words={i18n.t('dash.keySearch')} />
        <Key keys={['Ctrl/⌘ K']} words={i18n.t('dash.keyPalette')} />
        <Key keys={['↑', '↓']} words={i18n.t('dash.keyFindings')} />
        <Key keys={['Ctrl/⌘ Enter']} words={i18n.t('note.nextHint')} />
        <Key keys={['?']} words={i18n.t('dash.shortcuts')} />
      </dl>
      <Button onClick={close}>{i18n.t('common.close')}</Button>
    </Dialog>
  )
}

function Key({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </>
  )
}

interface Target {
  id: string
  icon: IconNode
  words: string
  go: () => void
  /** Words of it beside its name: what was found in a note or a caption. */
  more?: string
}

const foundIcons: Record<Found['kind'], IconNode> = {
  note: StickyNote,
  post: FileText,
  contact: MessagesSquare,
  partner: User,
  guideline: ClipboardCheck,
}

/** Go anywhere by typing a few letters of its name. */
export function Palette({ state, places }: { state: DashboardState; places: readonly Place[] }) {
  const close = () => state.show(null)
  return (
    <Dialog
      title={i18n.t('dash.keyPalette')}
      open={state.dialog.value === 'palette'}
      onClose={() => closed(state, 'palette')}
    >
      <PaletteBody state={state} places={places} onDone={close} />
    </Dialog>
  )
}

function PaletteBody({
  state,
  places,
  onDone,
}: {
  state: DashboardState
  places: readonly Place[]
  onDone: () => void
}) {
  const [words, setWords] = useState('')
  const body = useRef<HTMLDivElement>(null)
  const { router } = state
  const targets: Target[] = [
    ...places.map(({ view, icon }) => ({
      id: view,
      icon,
      words: i18n.t(`dash.view.${view}`),
      go: () => router.go(view),
    })),
    ...[...state.names.value].map(([id, name]) => ({
      id,
      icon: User,
      words: name,
      go: () => router.go('partners', id),
    })),
    ...(state.guidelines.value.value ?? []).map(({ id, name }) => ({
      id,
      icon: ClipboardCheck,
      words: name,
      go: () => router.go('guidelines', id),
    })),
  ]
  const wanted = words.trim().toLocaleLowerCase()
  const named = targets.filter((target) => target.words.toLocaleLowerCase().includes(wanted)).slice(0, 30)
  const known = new Set(named.map(({ id }) => id))
  const found = [
    ...named,
    ...useFound(state, words)
      .filter(({ id }) => !known.has(id))
      .map(({ id, kind, title, text, view, openId }): Target => ({
        id,
        icon: foundIcons[kind],
        words: title || i18n.t('popup.inbox'),
        more: text,
        go: () => router.go(view, openId),
      })),
  ]
  const run = (target: Target | undefined) => {
    if (!target) return
    onDone()
    target.go()
  }
  const onKeyDown = (event: KeyboardEvent) => onListKey(event, body.current, () => run(found[0]))
  return (
    <div ref={body} role="presentation" onKeyDown={onKeyDown}>
      <TextField
        label={i18n.t('dash.keyPalette')}
        hideLabel
        autofocus
        placeholder={i18n.t('dash.paletteHint')}
        value={words}
        onValue={setWords}
      />
      <output class="soft small">{found.length === 0 && i18n.t('dash.paletteNothing')}</output>
      <ul class="palette-list">
        {found.map((target) => (
          <li key={target.id}>
            <button type="button" onClick={() => run(target)}>
              <Icon icon={target.icon} />
              <span class="theirs">{target.words}</span>
              {target.more !== undefined && <span class="soft small theirs palette-more">{target.more}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the record holds of the words; an answer to older words is dropped. */
function useFound({ search }: DashboardState, words: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    let current = true
    const ask = async () => {
      const answer = await search.find(words)
      if (current) setFound(answer)
    }
    void ask()
    return () => {
      current = false
    }
  }, [search, words])
  return found
}

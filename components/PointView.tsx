import { i18n } from '#i18n'
import { Crosshair, X } from 'lucide'
import type { Count as Counted } from '../lib/domain/count.ts'
import type { Proposal } from '../lib/sites/propose.ts'
import type { Trial } from '../lib/sites/try-repair.ts'
import { Button, IconButton } from './Button.tsx'
import { Count } from './Count.tsx'
import { Icon } from './Icon.tsx'
import { codeWords } from './words.ts'

/** A way to find the field again, and what it reads on this page. */
export interface Way extends Proposal {
  readonly trial: Trial
}

export type PointState =
  /** `said`: what stands under the pointer, `reads`: what would be kept of it. */
  | { is: 'pointing'; said: string | null; reads: string | null; problem: 'nothing' | 'outside' | null }
  | { is: 'choosing'; ways: readonly Way[]; chosen: number; everywhere: boolean; saving: boolean; failed: boolean }
  | { is: 'saved' }

export interface PointViewProps {
  state: PointState
  /** Words for what is looked for: "Followers". */
  what: string
  siteName: string
  /** The kind of page, as a code. */
  page: string
  /** The card keeps out of the pointer's way. */
  top: boolean
  onClose: () => void
  onChoose: (index: number) => void
  onEverywhere: (on: boolean) => void
  onSave: () => void
  onAgain: () => void
  onUndo: () => void
}

/** The card that goes with pointing: what to do, what would be read, and which way to read it is kept. */
export function PointView(props: PointViewProps) {
  const { state, what, siteName, top, onClose } = props
  return (
    <section class={`point-card${top ? ' is-top' : ''}`} aria-label={i18n.t('point.title', [what])}>
      <header>
        <Icon icon={Crosshair} />
        <h2>{i18n.t('point.title', [what])}</h2>
        <IconButton icon={X} label={i18n.t('common.close')} onClick={onClose} />
      </header>
      {state.is === 'pointing' && <Pointing state={state} what={what} />}
      {state.is === 'choosing' && <Choosing {...props} state={state} />}
      {state.is === 'saved' && (
        <>
          <output>{i18n.t('point.saved', [what, siteName])}</output>
          <div class="row">
            <Button look="primary" onClick={onClose}>
              {i18n.t('point.done')}
            </Button>
            <Button onClick={props.onUndo}>{i18n.t('common.undo')}</Button>
          </div>
        </>
      )}
    </section>
  )
}

function Pointing({ state, what }: { state: PointState & { is: 'pointing' }; what: string }) {
  return (
    <>
      {state.problem === null ? (
        <p>{i18n.t('point.how', [what])}</p>
      ) : (
        <p role="alert" class="act-text">
          {i18n.t(state.problem === 'nothing' ? 'point.nothing' : 'point.outside', [what])}
        </p>
      )}
      <output class="point-said figure">
        {state.said === null ? (
          <span class="soft">{i18n.t('point.over')}</span>
        ) : (
          <>
            <span class="theirs">{state.said}</span>
            {state.reads !== null && (
              <>
                {' '}
                → <span class="strong theirs">{state.reads}</span>
              </>
            )}
          </>
        )}
      </output>
      <PointKeys />
    </>
  )
}

/** What the keyboard does while pointing. */
export function PointKeys() {
  return (
    <p class="point-keys soft small">
      <span>
        <kbd>←</kbd> <kbd>→</kbd> {i18n.t('point.keys.next')}
      </span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {i18n.t('point.keys.wider')}
      </span>
      <span>
        <kbd>Enter</kbd> {i18n.t('point.keys.choose')}
      </span>
      <span>
        <kbd>Esc</kbd> {i18n.t('point.keys.leave')}
      </span>
    </p>
  )
}

function Choosing({
  state,
  what,
  page,
  ...on
}: Omit<PointViewProps, 'state'> & { state: PointState & { is: 'choosing' } }) {
  return (
    <>
      <fieldset>
        <legend>{i18n.t('point.which', [what])}</legend>
        <ul>
          {state.ways.map((way, index) => (
            <li key={JSON.stringify(way.repair)}>
              <label class="point-way">
                <input type="radio" name="way" checked={index === state.chosen} onChange={() => on.onChoose(index)} />
                <span>
                  {i18n.t('point.reads', [way.trial.read, way.trial.of])}
                  <span class="soft small"> {codeWords('point.by', way.by)}</span>
                </span>
                <span class="small theirs figure">
                  {way.trial.values.map((value, at) => [at > 0 && ' · ', <Value value={value} />])}
                </span>
                <code class="soft small theirs">{wordsOf(way.repair)}</code>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <label class="point-check">
        <input
          type="checkbox"
          checked={state.everywhere}
          onChange={(event) => on.onEverywhere(event.currentTarget.checked)}
        />
        {i18n.t('point.everywhere', [codeWords('site.page', page)])}
      </label>
      {state.failed && (
        <p role="alert" class="act-text">
          {i18n.t('point.failed')}
        </p>
      )}
      <div class="row">
        <Button look="primary" disabled={state.saving} onClick={on.onSave}>
          {i18n.t('point.save')}
        </Button>
        <Button disabled={state.saving} onClick={on.onAgain}>
          {i18n.t('point.again')}
        </Button>
      </div>
    </>
  )
}

function Value({ value }: { value: string | Counted }) {
  return typeof value === 'string' ? (
    <>{value.length > 60 ? `${value.slice(0, 60)}…` : value}</>
  ) : (
    <Count count={value} />
  )
}

/** An override's selector on one line, for those who can read one. */
function wordsOf({ select, attr, saying }: Way['repair']): string {
  return [select, attr && `@${attr}`, saying && `“${saying}”`].filter(Boolean).join(' ')
}

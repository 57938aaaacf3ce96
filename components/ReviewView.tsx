import { i18n } from '#i18n'
import { BellRing, FileCheck, Plus, Stamp } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { queueGroups, type QueueRow } from '../lib/state/draft-queue.ts'
import { MAX_SIGN_OFF } from '../lib/partnership/sign-off.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { draftLooks, draftStateWord, refusalWords } from './draft-words.ts'
import { Icon } from './Icon.tsx'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords } from './words.ts'

/** Every draft by whom it waits for, what waits too long first. */
export function ReviewView({ state, now }: { state: DashboardState; now: number }) {
  const list = useRef<HTMLDivElement>(null)
  const queue = state.queue.value.value
  useRowKeys(state, list)
  return (
    <div ref={list} class="review">
      <div class="head">
        <h1>{i18n.t('dash.view.review')}</h1>
        <TakeAnswer state={state} />
        <Button look="primary" icon={Plus} onClick={() => state.router.go('review', 'new')}>
          {i18n.t('draft.new')}
        </Button>
      </div>
      {queue?.length === 0 && <EmptyState icon={Stamp}>{i18n.t('draft.none')}</EmptyState>}
      {queue &&
        queueGroups
          .map((group) => ({ group, rows: queue.filter((row) => row.group === group) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ group, rows }) => (
            <section key={group} class="card" aria-labelledby={`queue-${group}`}>
              <h2 id={`queue-${group}`}>
                {codeWords('draft.group', group)} <span class="soft figure">{rows.length}</span>
              </h2>
              <ul class="list">
                {rows.map((row) => (
                  <DraftRow key={row.draft.id} row={row} now={now} />
                ))}
              </ul>
            </section>
          ))}
    </div>
  )
}

/** One draft of a list: what it is, where it stands, how long it waits, and what stands against it. */
export function DraftRow({ row, now, hidePartner = false }: { row: QueueRow; now: number; hidePartner?: boolean }) {
  const { draft, name, state, clock, partner, open, progress } = row
  return (
    <li class="draft-row">
      <div class="grow">
        <a class="theirs strong" href={formatRoute({ view: 'review', id: draft.id, query: {} })}>
          {name || i18n.t('draft.noCaption')}
        </a>
        <p class="soft small">
          {!hidePartner && <span class="theirs">{partner.name} · </span>}
          {codeWords('site.name', draft.platform)} · {i18n.t('draft.version', [progress.version])}
          {progress.rounds > 0 && ` · ${i18n.t('draft.rounds', progress.rounds)}`}
          {clock && (
            <>
              {' · '}
              <span class={clock.isOverdue ? 'act-text strong' : ''}>
                {i18n.t('draft.dueIn', [''])}
                <TimeAgo at={clock.dueAt} now={now} />
              </span>
            </>
          )}
        </p>
      </div>
      {clock && clock.due !== null && (
        <Badge meaning="watch" icon={BellRing}>
          {i18n.t(`draft.due.${clock.due}`)}
        </Badge>
      )}
      {open > 0 && state !== 'rejected' && <Badge {...draftLooks.drifted}>{i18n.t('draft.openFindings', open)}</Badge>}
      <Badge {...draftLooks[state]}>{draftStateWord(state)}</Badge>
    </li>
  )
}

/** j and k, or the arrows, go from draft to draft; Enter opens the one in focus, as for any link. */
function useRowKeys(state: DashboardState, list: { current: HTMLElement | null }): void {
  useEffect(() => {
    state.viewKeys.current = (key) => {
      const step = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0
      const links = [...(list.current?.querySelectorAll<HTMLElement>('.draft-row a') ?? [])]
      if (step === 0 || links.length === 0) return false
      const at = links.findIndex((link) => link === document.activeElement)
      links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
      return true
    }
    return () => {
      state.viewKeys.current = null
    }
  }, [state, list])
}

/** Takes in the file that somebody without Rapport has sent back, and says what became of it. */
export function TakeAnswer({ state }: { state: DashboardState }) {
  const [problem, setProblem] = useState<string | null>(null)
  const refused = state.draftEdit.refused.value
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    // A text is no longer than its bytes: what is too large needs not be read to be refused.
    const taken = await state.draftEdit.takeAnswer(
      file.size > 4 * MAX_SIGN_OFF ? ' '.repeat(MAX_SIGN_OFF + 1) : await file.text(),
    )
    if (taken && 'problem' in taken) {
      setProblem(codeWords('draft.signOff', taken.problem.code, [taken.problem.detail]))
      return
    }
    setProblem(null)
    if (taken && state.draftEdit.refused.value === null) state.router.go('review', taken.draftId)
  }
  const shown = problem ?? (refused && state.router.route.value.id === null ? refusalWords(refused.refusal) : null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('draft.signOff.take')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void take(file)
          // The same file can be picked again.
          event.currentTarget.value = ''
        }}
      />
      <Button icon={FileCheck} onClick={() => input.current?.click()}>
        {i18n.t('draft.signOff.take')}
      </Button>
      {shown !== null && (
        <p role="alert" class="refused">
          <Icon icon={draftLooks.drifted.icon} /> <span class="theirs">{shown}</span>
        </p>
      )}
    </>
  )
}

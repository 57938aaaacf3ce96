import { i18n } from '#i18n'
import { ArrowLeft, ChevronLeft, ChevronRight, Trash2 } from 'lucide'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { draftPostId } from '../lib/domain/draft.ts'
import { isOpen } from '../lib/domain/open-finding.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { DraftView } from '../lib/state/draft-view.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { IconButton } from './Button.tsx'
import { Diff } from './Diff.tsx'
import { draftLooks, draftStateWord } from './draft-words.ts'
import { DraftDecision, forwardOf, type Mode } from './DraftDecision.tsx'
import { DraftHandOff } from './DraftHandOff.tsx'
import { DraftHistory } from './DraftHistory.tsx'
import { DraftLive } from './DraftLive.tsx'
import { Icon } from './Icon.tsx'
import { byUrgency, verdictLooks } from './meanings.ts'
import { PostFindings } from './PostFindings.tsx'
import { Gone } from './States.tsx'
import { WaiveForm } from './WaiveForm.tsx'
import { codeWords, findingLine } from './words.ts'

/** One draft under review: what it says, what the guidelines say of it, what changed, and what to do. */
export function DraftPage({ state, now }: { state: DashboardState; now: number }) {
  const view = state.draft.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'review', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.review')}
      </a>
      {view ? (
        <Page state={state} view={view} now={now} />
      ) : (
        state.draft.loaded.value && <Gone>{i18n.t('draft.gone')}</Gone>
      )}
    </>
  )
}

function Page({ state, view, now }: { state: DashboardState; view: DraftView; now: number }) {
  const { draft, partner } = view
  const [mode, setMode] = useState<Mode | null>(null)
  const [by, setBy] = useState(view.approval.reviewer)
  useDraftKeys(state, view, by, mode, setMode)
  return (
    <>
      <div class="head">
        <h1 class="theirs">{view.name || i18n.t('draft.noCaption')}</h1>
        <Neighbours state={state} view={view} />
        <IconButton
          icon={Trash2}
          label={i18n.t('draft.delete')}
          onClick={() => {
            state.router.go('review')
            void state.draftEdit.remove(draft)
          }}
        />
      </div>
      <p class="soft">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
          {partner.name}
        </a>{' '}
        · {codeWords('site.name', draft.platform)} · {i18n.t(`deliverable.kind.${draft.kind}`)}
        {view.deliverable && <span class="theirs"> · {view.deliverable.title}</span>}
      </p>
      <div class="columns">
        <div>
          <Caption view={view} />
          <Checklist state={state} view={view} waiving={mode === 'waive'} onDone={() => setMode(null)} />
          {view.before && <Changes view={view} />}
        </div>
        <div>
          <DraftDecision state={state} view={view} now={now} by={by} onBy={setBy} mode={mode} onMode={setMode} />
          <DraftHandOff state={state} view={view} by={by} />
          <DraftLive state={state} view={view} by={by} now={now} />
          <DraftHistory view={view} now={now} />
        </div>
      </div>
    </>
  )
}

function Neighbours({ state, view: { neighbours, place } }: { state: DashboardState; view: DraftView }) {
  const go = (id: string | null) => {
    if (id !== null) state.router.go('review', id)
  }
  return (
    <span class="chips">
      <IconButton
        icon={ChevronLeft}
        label={`${i18n.t('draft.previous')} (k)`}
        disabled={neighbours.previous === null}
        onClick={() => go(neighbours.previous)}
      />
      <span class="soft small figure">{i18n.t('draft.place', [place.at, place.of])}</span>
      <IconButton
        icon={ChevronRight}
        label={`${i18n.t('draft.next')} (j)`}
        disabled={neighbours.next === null}
        onClick={() => go(neighbours.next)}
      />
    </span>
  )
}

function Caption({ view: { version, state, progress, hash } }: { view: DraftView }) {
  return (
    <section class="card" aria-labelledby="caption">
      <h2 id="caption">
        {i18n.t('draft.version', [version.n])}{' '}
        <span class="soft small theirs">{i18n.t('draft.versionOf', [version.by])}</span>{' '}
        <Badge {...draftLooks[state]}>{draftStateWord(state)}</Badge>
      </h2>
      <p class="draft-text theirs" dir="auto">
        {version.caption || i18n.t('draft.noCaption')}
      </p>
      {version.media.length > 0 && (
        <ul class="small theirs" aria-label={i18n.t('draft.media')}>
          {version.media.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {progress.approved && (
        <p class="soft small hash theirs">{i18n.t('draft.frozen', [progress.approved.by, hash])}</p>
      )}
    </section>
  )
}

function Checklist({
  state,
  view,
  waiving,
  onDone,
}: {
  state: DashboardState
  view: DraftView
  waiving: boolean
  onDone: () => void
}) {
  const { draft, version, checked, correction, partner, verdict, open } = view
  const postId = draftPostId(draft.id)
  // The page has the correction already: it is asked for again only when the checklist is another one.
  const review = useMemo(
    () => ({ ...state.review, correct: () => Promise.resolve(correction) }),
    [state.review, checked.at],
  )
  const first = checked.findings.toSorted(byUrgency).find(isOpen)
  return (
    <section class="card" aria-labelledby="checklist">
      <h2 id="checklist">
        {i18n.t('draft.checklist')}{' '}
        <Badge {...verdictLooks[verdict]}>
          {open > 0 ? i18n.t('draft.openFindings', open) : codeWords('common.verdict', verdict)}
        </Badge>
      </h2>
      {waiving && first && (
        <div class="draft-part">
          <p class="strong theirs">{i18n.t('draft.do.waiveWhat', [findingLine(first)])}</p>
          <WaiveForm
            key={checked.at}
            finding={first}
            onWaive={async (choice) => {
              const done = await state.review.waive(postId, first, choice)
              if (done) onDone()
              return done
            }}
            onCancel={onDone}
          />
        </div>
      )}
      <PostFindings
        post={{ id: postId, text: version.caption, url: null, publishedAt: null }}
        assessment={checked}
        review={review}
        name={partner.name}
        isDraft
      />
    </section>
  )
}

function Changes({ view: { before, version } }: { view: DraftView }) {
  if (!before) return null
  const parts = textPieces(before.caption, version.caption)
  return (
    <section class="card" aria-labelledby="changes">
      <h2 id="changes">{i18n.t('draft.changes', [before.n])}</h2>
      {before.caption === version.caption ? <p class="soft">{i18n.t('draft.sameCaption')}</p> : <Diff parts={parts} />}
    </section>
  )
}

/** j/k and the arrows to the sides go through the queue; a takes the draft on, c asks for changes, w waives. */
function useDraftKeys(
  state: DashboardState,
  { draft, progress, neighbours, checked }: DraftView,
  by: string,
  mode: Mode | null,
  setMode: (mode: Mode | null) => void,
): void {
  useEffect(() => {
    state.viewKeys.current = (key) => {
      if (key === 'Escape' && mode !== null) setMode(null)
      else if (key === 'j' || key === 'ArrowRight') {
        if (neighbours.next !== null) state.router.go('review', neighbours.next)
      } else if (key === 'k' || key === 'ArrowLeft') {
        if (neighbours.previous !== null) state.router.go('review', neighbours.previous)
      } else if (key === 'a') {
        const forward = forwardOf(progress.state)
        if (forward) void state.draftEdit.decide(draft, forward, { by })
      } else if (key === 'c') setMode('request-changes')
      else if (key === 'w' && checked.findings.some(isOpen)) setMode('waive')
      else return false
      return true
    }
    return () => {
      state.viewKeys.current = null
    }
  })
}

import { i18n } from '#i18n'
import { Link2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { LiveDraft } from '../lib/background/draft-live.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import { isAddress } from '../lib/partnership/live-match.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { DraftView } from '../lib/state/draft-view.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Diff } from './Diff.tsx'
import { rankLooks } from './draft-words.ts'
import { TextField } from './Field.tsx'
import { NotCaptured } from './NotCaptured.tsx'
import { safeLink } from './safe-link.ts'
import { TimeAgo } from './TimeAgo.tsx'
import { editWords } from './edit-words.ts'
import { codeWords, percent } from './words.ts'

interface LiveProps {
  state: DashboardState
  view: DraftView
  by: string
  now: number
}

/** The post that an approved draft became: offered, said by a person, and held against the approved words from then on. */
export function DraftLive({ state, view, by, now }: LiveProps) {
  const { live, draft, progress } = view
  if (!live && progress.state !== 'approved') return null
  return (
    <section class="card" aria-labelledby="live">
      <h2 id="live">{i18n.t('draft.live.title')}</h2>
      {live ? (
        <>
          <Seen live={live} view={view} now={now} />
          <div>
            <Button look="quiet" onClick={() => void state.draftEdit.decide(draft, 'unmatch', { by })}>
              {i18n.t('draft.do.unmatch')}
            </Button>
          </div>
        </>
      ) : (
        <Match state={state} view={view} by={by} />
      )}
    </section>
  )
}

function Match({ state: { draftEdit }, view: { draft, offers }, by }: Omit<LiveProps, 'now'>) {
  const [url, setUrl] = useState('')
  const [tried, setTried] = useState(false)
  const isWrong = !isAddress(url)
  const match = (post: { id: string | null; url: string | null }) => void draftEdit.decide(draft, 'match', { by, post })
  return (
    <>
      <p class="soft">{i18n.t('draft.live.intro')}</p>
      {offers.map(({ post, likeness }) => (
        <div key={post.id} class="draft-part">
          <p class="theirs">{i18n.t('draft.live.offer', [post.text.trim().slice(0, 120), percent(likeness)])}</p>
          <div>
            <Button icon={Link2} onClick={() => match({ id: post.id, url: post.url })}>
              {i18n.t('draft.live.thisOne')}
            </Button>
          </div>
        </div>
      ))}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!isWrong) match({ id: null, url: url.trim() })
        }}
      >
        <TextField
          label={i18n.t('draft.live.url')}
          inputMode="url"
          maxLength={2_000}
          value={url}
          error={tried && isWrong ? i18n.t('draft.live.urlWrong') : undefined}
          onValue={setUrl}
        />
        <Button type="submit">{i18n.t('draft.live.match')}</Button>
      </form>
    </>
  )
}

function Seen({ live: { post, seen }, view, now }: { live: LiveDraft; view: DraftView; now: number }) {
  if (!post) return <NotCaptured>{i18n.t('draft.live.notCaptured')}</NotCaptured>
  const newest = seen.at(-1)
  const link = safeLink(post.url)
  return (
    <>
      {link !== null && (
        <a href={link} target="_blank" rel="noreferrer">
          {i18n.t('draft.live.openPost')}
        </a>
      )}
      {!newest && <NotCaptured>{i18n.t('draft.live.partly')}</NotCaptured>}
      <ul class="draft-seen">
        {seen.toReversed().map(({ revision, ranked }) => (
          <li key={revision.id}>
            <Badge {...rankLooks[ranked.rank]}>{codeWords('draft.live.rank', ranked.rank)}</Badge>
            <span class="soft small">
              {i18n.t('draft.live.seen')} <TimeAgo at={revision.firstSeenAt} now={now} />
            </span>
            {ranked.reasons.map((reason) => (
              <span key={`${reason.code}${reason.values.join()}`} class="theirs">
                {editWords(reason)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {newest && newest.ranked.rank !== 'same' && (
        <>
          <h3>{i18n.t('draft.live.against')}</h3>
          <Diff parts={textPieces(view.version.caption, newest.revision.text)} />
        </>
      )}
    </>
  )
}

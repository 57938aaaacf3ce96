import { i18n } from '#i18n'
import { ChevronRight, ExternalLink, History, MessageSquare, PencilLine } from 'lucide'
import { useId, useState } from 'preact/hooks'
import type { Post, Revision } from '../lib/domain/post.ts'
import type { PostRow } from '../lib/state/partner-view.ts'
import type { ToneEdit } from '../lib/state/tone-edit.ts'
import type { Lost } from '../lib/watch/drift.ts'
import type { Review } from '../lib/state/review.ts'
import { Badge } from './Badge.tsx'
import { CorrectTone } from './CorrectTone.tsx'
import { Count } from './Count.tsx'
import { lostWords } from './Drift.tsx'
import { Icon } from './Icon.tsx'
import { MoodBar } from './MoodBar.tsx'
import { PostFindings } from './PostFindings.tsx'
import { safeLink } from './safe-link.ts'
import { TimeAgo } from './TimeAgo.tsx'
import { VerdictMark } from './Verdict.tsx'
import { codeWords } from './words.ts'

export interface PostItemProps {
  row: PostRow
  now: number
  review: Review
  edit: ToneEdit
  /** The partner's name. */
  name: string
  /** Figures that are read wrongly or not at all now. */
  lost: Lost
}

/** A post as one line; opened, its findings with their quotes, its tone, its comments' mood, its earlier texts. */
export function PostItem({ row, now, ...reviewing }: PostItemProps) {
  const { post, assessment, earlier, outdated } = row
  const commentsRead = assessment ? assessment.mood.n + (assessment.mood.spam ?? 0) : 0
  const [open, setOpen] = useState(false)
  const body = useId()
  return (
    <li class="post">
      <div class="post-line">
        <button type="button" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
          <Icon icon={ChevronRight} size={14} />
          <VerdictMark verdict={assessment?.verdict ?? 'unknown'} />
          <span class="post-text theirs" dir="auto">
            {post.text.trim() === '' ? i18n.t('common.noCaption') : post.text}
          </span>
        </button>
        {safeLink(post.url) !== null && (
          <a
            class="icon-button"
            href={safeLink(post.url) ?? ''}
            target="_blank"
            rel="noreferrer"
            aria-label={i18n.t('common.openPost')}
            title={i18n.t('common.openPost')}
          >
            <Icon icon={ExternalLink} />
          </a>
        )}
      </div>
      <p class="post-meta soft small">
        <span>{codeWords('site.name', post.platform)}</span>
        <TimeAgo at={post.publishedAt} now={now} />
        {commentsRead > 0 && (
          <span class="figure">
            <Icon icon={MessageSquare} size={14} label={i18n.t('common.commentsRead')} /> {commentsRead}
          </span>
        )}
        {outdated && (
          <Badge meaning="unknown" icon={History}>
            {i18n.t('common.outdated')}
          </Badge>
        )}
        {earlier.length > 0 && (
          <Badge meaning="watch" icon={PencilLine}>
            {i18n.t('common.edited', earlier.length)}
          </Badge>
        )}
      </p>
      <div class="post-body" id={body} hidden={!open}>
        {open && <PostBody row={row} now={now} {...reviewing} />}
      </div>
    </li>
  )
}

function PostBody({ row: { post, assessment, earlier }, now, review, edit, name, lost }: PostItemProps) {
  return (
    <>
      <PostFigures post={post} lost={lost} now={now} />
      {post.embedded?.map((what) => (
        <p key={what} class="soft small">
          {i18n.t(`common.embedded.${what}`)}
        </p>
      ))}
      {assessment ? (
        <>
          <PostFindings post={post} assessment={assessment} review={review} name={name} />
          <p class="post-tone">
            <span class="soft">{i18n.t('common.captionTone')}</span>{' '}
            <CorrectTone text={post.text} tone={assessment.tone} edit={edit} />
          </p>
          <MoodBar mood={assessment.mood} />
        </>
      ) : (
        <p class="soft">{i18n.t('common.notScored')}</p>
      )}
      {earlier.map((revision) => (
        <EarlierText key={revision.id} revision={revision} now={now} />
      ))}
    </>
  )
}

function EarlierText({ revision, now }: { revision: Revision; now: number }) {
  return (
    <figure>
      <figcaption class="soft small">
        {i18n.t('common.earlierText')} <TimeAgo at={revision.lastSeenAt} now={now} />
      </figcaption>
      <blockquote class="quote theirs" dir="auto">
        {revision.text}
      </blockquote>
    </figure>
  )
}

function PostFigures({ post, lost, now }: { post: Post; lost: Lost; now: number }) {
  const figures = (['likes', 'comments', 'shares', 'views', 'saves'] as const).map((key) => ({
    key,
    count: post.metrics[key],
    why: lostWords(lost, post.platform, `post.${key}`, now),
  }))
  return (
    <dl class="figures">
      {figures
        .filter(({ count, why }) => count !== null || why !== null)
        .map(({ key, count, why }) => (
          <div key={key}>
            <dt class="soft small">{i18n.t(`common.metric.${key}`)}</dt>
            <dd>
              <Count count={count} lost={why} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

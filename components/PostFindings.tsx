import { i18n } from '#i18n'
import { RotateCw } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Assessment } from '../lib/domain/assessment.ts'
import type { Finding } from '../lib/domain/finding.ts'
import { wantsWording } from '../lib/domain/open-finding.ts'
import type { Post } from '../lib/domain/post.ts'
import { editsFor } from '../lib/guidelines/fix/asks.ts'
import type { CorrectedCaption, FindingRef } from '../lib/guidelines/fix/correct.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { Review } from '../lib/state/review.ts'
import { Button } from './Button.tsx'
import { CorrectionView } from './CorrectionView.tsx'
import { FindingCard, type FindingActions } from './FindingCard.tsx'
import { byUrgency } from './meanings.ts'
import { WaiveForm } from './WaiveForm.tsx'
import { findingKey } from './words.ts'

export interface PostFindingsProps {
  post: Pick<Post, 'id' | 'text' | 'url' | 'publishedAt'>
  assessment: Pick<Assessment, 'findings' | 'at'>
  review: Review
  /** The partner's name, for the message. */
  name: string
  /** It is not live yet. */
  isDraft?: boolean
}

/** A stored post's findings with all that a reviewer can do about them, and the caption that fixes them. */
export function PostFindings({ post, assessment, review, name, isDraft = false }: PostFindingsProps) {
  const { findings } = assessment
  const asksForMore = findings.some(wantsWording)
  const [correction, retry] = useCorrection(review, post, asksForMore ? assessment : null)
  const [asked, setAsked] = useState<{ ref: FindingRef; at: string } | null>(null)
  const ready = typeof correction === 'object' ? correction : null
  const actionsFor = (finding: Finding): FindingActions => {
    const { waived } = finding
    const version = versionLink(finding)
    if (waived) return { ...version, onTakeBack: () => void review.takeBack(waived.id) }
    return {
      ...version,
      // Another object each time, so that the message comes forward again; not by itself after a new judgement.
      ...(ready && wantsWording(finding) ? { onAsk: () => setAsked({ ref: { ...finding }, at: assessment.at }) } : {}),
      waiveForm: (close) => (
        <WaiveForm finding={finding} onWaive={(choice) => review.waive(post.id, finding, choice)} onCancel={close} />
      ),
    }
  }
  return (
    <>
      <div class="findings">
        {findings.length === 0 && <p class="soft">{i18n.t('common.noRules')}</p>}
        {findings.toSorted(byUrgency).map((finding) => (
          <FindingCard
            key={findingKey(finding)}
            finding={finding}
            text={post.text}
            edits={ready ? editsFor(ready, finding) : []}
            {...actionsFor(finding)}
          />
        ))}
      </div>
      {correction === 'loading' && (
        <p class="soft small" aria-busy="true">
          {i18n.t('fix.loading')}
        </p>
      )}
      {correction === 'failed' && (
        <p role="alert">
          {i18n.t('fix.failed')}{' '}
          <Button look="quiet" icon={RotateCw} onClick={retry}>
            {i18n.t('fix.retry')}
          </Button>
        </p>
      )}
      {ready && (
        <CorrectionView
          text={post.text}
          findings={findings}
          correction={ready}
          about={{ name, url: post.url, publishedAt: post.publishedAt, isDraft }}
          asking={asked?.at === assessment.at ? asked.ref : null}
        />
      )}
    </>
  )
}

/** The version of the guideline that made the finding, in a tab of its own: the reviewer stays at the post. */
function versionLink({ source }: Finding): Pick<FindingActions, 'versionHref'> {
  if (source.type !== 'guideline') return {}
  const route = { view: 'guidelines', id: source.guidelineId, query: { version: String(source.version) } } as const
  return { versionHref: `/dashboard.html${formatRoute(route)}` }
}

/** The corrected caption for this assessment; null while there is nothing to correct. */
function useCorrection(
  review: Review,
  { id, text }: Pick<Post, 'id' | 'text'>,
  assessment: Pick<Assessment, 'at'> | null,
): [CorrectedCaption | 'loading' | 'failed' | null, () => void] {
  const [correction, setCorrection] = useState<CorrectedCaption | 'loading' | 'failed' | null>(null)
  const [tries, setTries] = useState(0)
  const at = assessment?.at ?? null
  useEffect(() => {
    let current = true
    const show = (next: typeof correction) => {
      if (current) setCorrection(next)
    }
    if (at === null) show(null)
    else {
      show('loading')
      review.correct(id).then(show, () => show('failed'))
    }
    return () => {
      current = false
    }
  }, [review, id, text, at, tries])
  return [correction, () => setTries(tries + 1)]
}

import { i18n } from '#i18n'
import { EyeOff, PanelRight, PencilLine, RotateCw, TriangleAlert, X } from 'lucide'
import { editsFor } from '../lib/guidelines/fix/asks.ts'
import type { PostCard } from '../lib/messages/protocol.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { CorrectionView } from './CorrectionView.tsx'
import { FindingCard } from './FindingCard.tsx'
import { Icon } from './Icon.tsx'
import { byUrgency, isUrgent } from './meanings.ts'
import { MoodBar } from './MoodBar.tsx'
import { ToneMark, VerdictMark } from './Verdict.tsx'
import { findingKey } from './words.ts'

export type PostCardState =
  | { is: 'loading' }
  | { is: 'ready'; card: PostCard }
  | { is: 'failed' }
  /** Just switched off for this site, and can be switched on again. */
  | { is: 'hidden' }

export interface PostCardViewProps {
  state: PostCardState
  siteName: string
  /** Words after an action that did not come off, e.g. where to find the panel in Firefox. */
  hint: string | null
  onClose: () => void
  onRetry: () => void
  onOpenPanel: () => void
  onHide: () => void
  onUndoHide: () => void
}

/** The opened badge: the verdict, every finding with its words, how caption and comments sound. */
export function PostCardView({ state, siteName, hint, ...on }: PostCardViewProps) {
  return (
    <div class="post-card">
      <header>
        <h2>{i18n.t('card.title')}</h2>
        {state.is === 'ready' && <VerdictMark verdict={state.card.verdict} />}
        <IconButton icon={X} label={i18n.t('card.close')} onClick={on.onClose} />
      </header>
      <div class="post-card-body" aria-live="polite" aria-busy={state.is === 'loading'}>
        {state.is === 'loading' && <p class="soft">{i18n.t('card.loading')}</p>}
        {state.is === 'ready' && <Checked card={state.card} />}
        {state.is === 'failed' && (
          <p class="post-card-problem" role="alert">
            <span class="watch-text">
              <Icon icon={TriangleAlert} />
            </span>
            {i18n.t('card.failed')}
          </p>
        )}
        {state.is === 'hidden' && <p>{i18n.t('card.hidden', [siteName])}</p>}
      </div>
      <footer>
        {hint !== null && <output>{hint}</output>}
        {state.is === 'failed' && (
          <Button icon={RotateCw} onClick={on.onRetry}>
            {i18n.t('card.retry')}
          </Button>
        )}
        {state.is === 'ready' && (
          <>
            <Button icon={PanelRight} onClick={on.onOpenPanel}>
              {i18n.t('card.openPanel')}
            </Button>
            <Button look="quiet" icon={EyeOff} onClick={on.onHide}>
              {i18n.t('card.hide', [siteName])}
            </Button>
          </>
        )}
        {state.is === 'hidden' && <Button onClick={on.onUndoHide}>{i18n.t('card.undo')}</Button>}
      </footer>
    </div>
  )
}

function Checked({ card }: { card: PostCard }) {
  const findings = card.findings.toSorted(byUrgency)
  return (
    <>
      <p class="post-card-meta soft small">
        {card.partner ? (
          <span class="theirs">{i18n.t('card.ofPartner', [card.partner.name])}</span>
        ) : (
          !card.tracked && <span>{i18n.t('card.notStored')}</span>
        )}
        {card.revisions > 1 && (
          <Badge meaning="watch" icon={PencilLine}>
            {i18n.t('card.revisions', card.revisions)}
          </Badge>
        )}
      </p>
      <section class="findings" aria-label={i18n.t('card.findings')}>
        <h3>{i18n.t('card.findings')}</h3>
        {findings.length === 0 && (
          <p class="soft">{card.verdict === 'unknown' ? i18n.t('card.noGuidelines') : i18n.t('card.noFindings')}</p>
        )}
        {findings.map((finding) => (
          <FindingCard
            key={findingKey(finding)}
            finding={finding}
            text={card.text}
            open={isUrgent(finding)}
            edits={card.correction ? editsFor(card.correction, finding) : []}
          />
        ))}
      </section>
      {card.correction && (
        <CorrectionView
          text={card.text}
          findings={findings}
          correction={card.correction}
          about={{ name: card.partner?.name ?? null, url: card.url, publishedAt: card.publishedAt }}
        />
      )}
      <section aria-label={i18n.t('card.tone')}>
        <h3>
          {i18n.t('card.tone')} <ToneMark tone={card.tone} />
        </h3>
      </section>
      <section aria-label={i18n.t('card.comments')}>
        <h3>{i18n.t('card.comments')}</h3>
        <MoodBar mood={card.mood} />
      </section>
    </>
  )
}

import { i18n } from '#i18n'
import { Crosshair, X } from 'lucide'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { PointKeys } from './PointView.tsx'

export interface CaptureCardState {
  /** The words that would be captured; null where nothing is pointed at, '' where there are none. */
  readonly text: string | null
  readonly author: string | null
  /** When it was published, as it is shown. */
  readonly date: string | null
  readonly sending: boolean
  readonly failed: boolean
}

/** The card that goes with pointing at a post: what to do, and what would be captured. */
export function CaptureCard({ state, top, onClose }: { state: CaptureCardState; top: boolean; onClose: () => void }) {
  const { text, author, date, sending, failed } = state
  return (
    <section class={`point-card${top ? ' is-top' : ''}`} aria-label={i18n.t('capture.start')}>
      <header>
        <Icon icon={Crosshair} />
        <h2>{i18n.t('capture.start')}</h2>
        <IconButton icon={X} label={i18n.t('common.close')} onClick={onClose} />
      </header>
      <p>{i18n.t('capture.how')}</p>
      <output class="point-said">
        {sending ? (
          <span class="soft">{i18n.t('capture.opening')}</span>
        ) : text === null ? (
          <span class="soft">{i18n.t('point.over')}</span>
        ) : text === '' ? (
          <span class="soft">{i18n.t('capture.noWords')}</span>
        ) : (
          <>
            <span class="theirs">“{text}”</span>
            <span class="soft small theirs capture-by">
              {[author, date].filter(Boolean).join(' · ') || i18n.t('capture.noByline')}
            </span>
          </>
        )}
      </output>
      {failed && (
        <p role="alert" class="act-text">
          {i18n.t('capture.failed')}
        </p>
      )}
      <PointKeys />
    </section>
  )
}

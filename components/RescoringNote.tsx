import { i18n } from '#i18n'
import { CirclePause } from 'lucide'
import type { RescoringState } from '../lib/state/rescoring.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** Stored posts are being judged again: how far that has come. It goes on when the page is closed. */
export function RescoringNote({ rescoring }: { rescoring: RescoringState }) {
  const progress = rescoring.progress.value
  const left = progress ? progress.total - progress.done : 0
  return (
    <div class="rescoring soft small">
      <output class="figure">
        {progress?.stopped === false && (
          <>
            <progress aria-hidden="true" value={progress.done} max={progress.total} />
            {i18n.t('common.rescoring', [progress.done.toLocaleString(), progress.total.toLocaleString()])}
          </>
        )}
        {progress?.stopped && (
          <>
            <span class="watch-text">
              <Icon icon={CirclePause} />
            </span>
            {i18n.t('common.rescoringStopped', left)}
          </>
        )}
      </output>
      {progress &&
        (progress.stopped ? (
          <Button look="quiet" onClick={() => void rescoring.resume()}>
            {i18n.t('common.rescoringResume')}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => void rescoring.stop()}>
            {i18n.t('common.rescoringStop')}
          </Button>
        ))}
    </div>
  )
}

import { i18n } from '#i18n'
import type { Rescoring } from '../lib/messages/progress.ts'

/** Stored posts are being judged again: how far that has come. It goes on when the page is closed. */
export function RescoringNote({ progress }: { progress: Rescoring | null }) {
  return (
    <output class="rescoring soft small figure">
      {progress && (
        <>
          <progress aria-hidden="true" value={progress.done} max={progress.total} />
          {i18n.t('common.rescoring', [progress.done.toLocaleString(), progress.total.toLocaleString()])}
        </>
      )}
    </output>
  )
}

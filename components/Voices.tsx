import { i18n } from '#i18n'
import type { Voice } from '../lib/state/partner-view.ts'
import { ToneMark } from './Verdict.tsx'
import { safeLink } from './safe-link.ts'

/** The comments that say it most clearly. Who wrote them is not stored, so it is not shown. */
export function Voices({ voices }: { voices: readonly Voice[] }) {
  return (
    <ul class="voices">
      {voices.map(({ comment, postUrl }) => (
        <li key={comment.id}>
          <ToneMark tone={comment.tone} />
          <q class="theirs" dir="auto">
            {comment.text}
          </q>
          {safeLink(postUrl) !== null && (
            <a class="small" href={safeLink(postUrl) ?? ''} target="_blank" rel="noreferrer">
              {i18n.t('common.thePost')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

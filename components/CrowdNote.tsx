import { i18n } from '#i18n'
import { TriangleAlert } from 'lucide'
import type { Crowd } from '../lib/sentiment/signals/thread.ts'
import { Icon } from './Icon.tsx'

/** How much of a visible sample of comments could stand under any post; nothing while that is usual. */
export function CrowdNote({ crowd }: { crowd: Crowd | null }) {
  if (!crowd || crowd.level === null || crowd.level === 'usual') return null
  return (
    <p class="crowd small">
      {crowd.level === 'alarm' && (
        <span class="watch-text">
          <Icon icon={TriangleAlert} />
        </span>
      )}
      <span class="figure">{i18n.t(`comment.crowd.${crowd.level}`, [crowd.generic, crowd.n, crowd.spam])}</span>
    </p>
  )
}

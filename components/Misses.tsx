import { i18n } from '#i18n'
import { CircleDashed, Crosshair } from 'lucide'
import type { Miss } from '../lib/domain/miss.ts'
import type { MissSeen } from '../lib/domain/observation.ts'
import type { RepairableField } from '../lib/domain/repairable.ts'
import { isRepairable } from '../lib/domain/repairable.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords, fieldName } from './words.ts'

/** What the last look at this page could not read, folded to a line. */
export function MissesSeen({
  misses,
  onPoint,
}: {
  misses: readonly MissSeen[]
  /** Lets the person show where it is. */
  onPoint: (field: RepairableField) => void
}) {
  return (
    <details class="misses">
      <summary>
        <Icon icon={CircleDashed} size={14} /> {i18n.t('site.missesHere', misses.length)}
      </summary>
      <ul>
        {misses.map((miss) => (
          <li key={miss.field}>
            {i18n.t('site.missSeen', [fieldName(miss.field), miss.missing, miss.of])}
            <PointButton field={miss.field} onPoint={onPoint} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** "Show Rapport where it is"; nothing for what no page shows, such as ids. */
export function PointButton({ field, onPoint }: { field: string; onPoint: (field: RepairableField) => void }) {
  if (!isRepairable(field)) return null
  return (
    <Button icon={Crosshair} aria-label={i18n.t('point.startLabel', [fieldName(field)])} onClick={() => onPoint(field)}>
      {i18n.t('point.start')}
    </Button>
  )
}

/** What a site has not shown for a while: which figure, where, since when, and how Rapport looked for it. */
export function MissList({ misses, now }: { misses: readonly Miss[]; now: number }) {
  return (
    <ul class="miss-list">
      {misses.map((miss) => (
        <li key={miss.id}>
          <span class="strong">{fieldName(miss.field)}</span>{' '}
          <span class="soft">{codeWords('site.page', miss.page)}</span>
          <p class="soft small">
            {i18n.t(miss.lastHitAt === null ? 'site.neverFound' : 'site.notFoundSince')}{' '}
            {miss.firstMissAt !== null && <TimeAgo at={miss.firstMissAt} now={now} />}
          </p>
          {miss.tried.length > 0 && (
            <details class="misses">
              <summary>{i18n.t('site.tried', miss.tried.length)}</summary>
              <ul>
                {miss.tried.map((strategy) => (
                  <li key={strategy}>
                    <code class="theirs small">{strategy}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

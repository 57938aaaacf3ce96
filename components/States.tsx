import { i18n } from '#i18n'
import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../lib/state/ports.ts'
import { Button } from './Button.tsx'
import { Icon, type IconNode } from './Icon.tsx'
import { codeWords } from './words.ts'

/** Nothing here yet: one sentence that teaches the next action, and its button. */
export function EmptyState({
  icon,
  children,
  action,
}: {
  icon?: IconNode
  children: ComponentChildren
  action?: ComponentChildren
}) {
  return (
    <div class="empty">
      {icon && <Icon icon={icon} size={20} />}
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Some of what is shown is what was last known, and is being worked out anew. */
export function Updating({ n }: { n: number }) {
  return n > 0 ? <output class="soft small figure">{i18n.t('attention.updating', n)}</output> : null
}

/** What this address was about is not there; as a heading, because nothing else on the page is. */
export function Gone({ children }: { children: string }) {
  return (
    <div class="empty">
      <h1>{children}</h1>
    </div>
  )
}

/** What happened, what was kept, and what to do. */
export function ErrorNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div class="error-note" role="alert">
      <Icon icon={TriangleAlert} />
      <div>
        <p>{codeWords('error', problem.code)}</p>
        {problem.detail !== '' && (
          <details>
            <summary>{i18n.t('error.details')}</summary>
            <p class="theirs small">{problem.detail}</p>
          </details>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{i18n.t('error.retry')}</Button>}
    </div>
  )
}

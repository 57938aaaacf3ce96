import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'

/** What the page did not show: its own look, so that nobody takes it for zero or for empty. */
export function NotCaptured({ children }: { children?: ComponentChildren }) {
  return <span class="not-captured">{children ?? i18n.t('common.notCaptured')}</span>
}

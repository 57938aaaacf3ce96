import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** What folds out at a press, and is drawn only then: what nobody opens costs the page nothing. */
export function More({ label, children }: { label: string; children: () => ComponentChildren }) {
  const open = useSignal(false)
  return (
    <details class="more" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary class="small">{label}</summary>
      {open.value && children()}
    </details>
  )
}

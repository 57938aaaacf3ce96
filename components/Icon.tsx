import type { IconNode } from 'lucide'
import { h } from 'preact'

export type { IconNode }

/** A lucide icon, 16 px unless told otherwise. Without a `label` it is decoration beside words. */
export function Icon({ icon, label, size = 16 }: { icon: IconNode; label?: string; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      {icon.map(([tag, attributes]) => h(tag, { ...attributes }))}
    </svg>
  )
}

import type { ComponentChildren } from 'preact'
import { Icon, type IconNode } from './Icon.tsx'

/** The four meanings of design-language.md, and `plain` for what means nothing by itself. */
export type Meaning = 'good' | 'watch' | 'act' | 'unknown' | 'plain'

/** Icon + word + colour: the colour never says anything alone. */
export function Badge({
  meaning,
  icon,
  title,
  children,
}: {
  meaning: Meaning
  icon?: IconNode
  title?: string
  children: ComponentChildren
}) {
  return (
    <span class={`badge ${meaning}`} title={title}>
      {icon && <Icon icon={icon} size={14} />}
      <span>{children}</span>
    </span>
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconNode } from './Icon.tsx'

type Native = Omit<JSX.IntrinsicElements['button'], 'icon' | 'children' | 'class'> & { class?: string }

/** `primary` is the one next action of its place; `danger` removes something (and is undoable). */
export interface ButtonProps extends Native {
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconNode
  children: ComponentChildren
}

export function Button({ look = 'plain', icon, children, class: extra = '', ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button ${look} ${extra}`.trimEnd()}>
      {icon && <Icon icon={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** A button that shows only its icon; `label` is its accessible name and its tooltip. */
export function IconButton({ icon, label, class: extra = '', ...rest }: Native & { icon: IconNode; label: string }) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} class={`icon-button ${extra}`.trimEnd()}>
      <Icon icon={icon} />
    </button>
  )
}

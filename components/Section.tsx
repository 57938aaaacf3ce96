import { ChevronRight } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './Icon.tsx'

/** A titled part of one column that folds; the caller remembers whether it is open. */
export function Section({
  title,
  count,
  open,
  onToggle,
  children,
}: {
  title: string
  count?: number | undefined
  open: boolean
  onToggle: () => void
  children: ComponentChildren
}) {
  const body = useId()
  return (
    <section class="section" aria-label={title}>
      <h2>
        <button type="button" aria-expanded={open} aria-controls={body} onClick={onToggle}>
          <Icon icon={ChevronRight} size={14} />
          {title}
          {count !== undefined && <span class="soft figure">{count.toLocaleString()}</span>}
        </button>
      </h2>
      <div class="section-body" id={body} hidden={!open}>
        {open && children}
      </div>
    </section>
  )
}

import { type ReadonlySignal, signal } from '@preact/signals'
import type { LocalStorage } from './ports.ts'

/** Which collapsible sections are folded, remembered on this device. */
export interface Sections {
  readonly folded: ReadonlySignal<ReadonlySet<string>>
  toggle(id: string): void
}

export function createSections(storage: LocalStorage, surface: string): Sections {
  const key = `rapport.folded.${surface}`
  const folded = signal<ReadonlySet<string>>(new Set(storage.getItem(key)?.split(' ').filter(Boolean)))
  return {
    folded,
    toggle(id) {
      const next = new Set(folded.value)
      if (!next.delete(id)) next.add(id)
      folded.value = next
      try {
        storage.setItem(key, [...next].join(' '))
      } catch {
        // Folded for this opening only.
      }
    },
  }
}

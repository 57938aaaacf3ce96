import type { LocalStorage } from './ports.ts'

/** A note as it was last typed, kept on this device until the background has acknowledged it. */
export interface NoteDraft {
  id: string
  partnerId: string | null
  postId: string | null
  text: string
  followUpOn: string | null
  /** When it was typed, epoch milliseconds. */
  at: number
}

export interface Drafts<T extends { id: string }> {
  /** Kept before this returns. False when this device refuses (storage full or switched off). */
  put(draft: T): boolean
  get(id: string): T | null
  all(): T[]
  drop(id: string): void
}

/** Drafts of one kind under `rapport.draft.<kind>.<id>`; what does not parse is left alone and not returned. */
export function createDrafts<T extends { id: string }>(
  storage: LocalStorage,
  kind: string,
  isDraft: (value: unknown) => value is T,
): Drafts<T> {
  const prefix = `rapport.draft.${kind}.`
  const read = (key: string): T | null => {
    try {
      const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
      return isDraft(value) ? value : null
    } catch {
      return null
    }
  }
  return {
    put(draft) {
      try {
        storage.setItem(prefix + draft.id, JSON.stringify(draft))
        return true
      } catch {
        return false
      }
    },
    get: (id) => read(prefix + id),
    all() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
      return keys.flatMap((key) => (key?.startsWith(prefix) ? (read(key) ?? []) : []))
    },
    drop: (id) => storage.removeItem(prefix + id),
  }
}

/** Drafts of notes. */
export function createNoteDrafts(storage: LocalStorage): Drafts<NoteDraft> {
  return createDrafts(storage, 'note', isNoteDraft)
}

function isNoteDraft(value: unknown): value is NoteDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Partial<Record<keyof NoteDraft, unknown>>
  return (
    typeof draft.id === 'string' &&
    typeof draft.text === 'string' &&
    typeof draft.at === 'number' &&
    [draft.partnerId, draft.postId, draft.followUpOn].every((part) => part === null || typeof part === 'string')
  )
}

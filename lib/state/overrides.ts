import { type ReadonlySignal, signal } from '@preact/signals'
import type { Override } from '../domain/override.ts'
import { MAX_OVERRIDES } from '../messages/limits.ts'
import type { PickedFile } from './guideline-transfer.ts'
import { createLive, type Live } from './live.ts'
import { type ImportedOverride, type OverrideProblem, readOverrides, writeOverrides } from './override-file.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What importing a file would do. */
export interface OverridePreview {
  readonly fileName: string
  readonly items: readonly { readonly override: ImportedOverride; readonly isStored: boolean }[]
  readonly problems: readonly OverrideProblem[]
}

/** What the person has shown Rapport on pages: listed, switched, removed, exported and imported. */
export interface OverridesState {
  /** Newest first. */
  readonly list: Live<Override[]>
  setEnabled(override: Override, enabled: boolean): Promise<void>
  remove(override: Override): Promise<void>
  readonly preview: ReadonlySignal<OverridePreview | null>
  /** Shows what is in a file; nothing is stored before `confirm`. */
  look(file: PickedFile): Promise<void>
  confirm(): Promise<void>
  cancel(): void
  /** All of them, as a file's name and text. */
  write(): { name: string; text: string }
}

export function createOverrides({
  store,
  send,
  toasts,
  now,
}: Pick<SurfacePorts, 'store' | 'send' | 'now'> & { toasts: Toasts }): OverridesState {
  const list = createLive(() => store.overrides.all())
  const preview = signal<OverridePreview | null>(null)
  const instant = () => new Date(now()).toISOString()
  const act = async (work: () => Promise<unknown>) => {
    await toasts.attempt(work)
    await list.refresh()
  }

  return {
    list,
    preview,
    setEnabled: ({ createdAt: _made, updatedAt: _changed, deletedAt: _gone, ...override }, enabled) =>
      act(() => send('override.save', { ...override, enabled })),
    remove: ({ id }) =>
      act(async () => {
        await send('override.delete', { id })
        toasts.say('overrideDeleted', [], () => act(() => send('override.restore', { id })))
      }),
    async look(file) {
      const unreadable = { overrides: [], problems: [{ row: null, code: 'not-json' as const, detail: '' }] }
      const tooLarge = { overrides: [], problems: [{ row: null, code: 'too-many' as const, detail: '1000' }] }
      const read = file.size > MAX_OVERRIDES ? tooLarge : await file.text().then(readOverrides, () => unreadable)
      const items = await Promise.all(
        read.overrides.map(async (override) => {
          const stored = await store.overrides.get(override.id)
          return { override, isStored: stored !== null && stored.deletedAt === null }
        }),
      )
      preview.value = { fileName: file.name, items, problems: read.problems }
    },
    confirm: () =>
      act(async () => {
        const { items = [] } = preview.peek() ?? {}
        if (items.length === 0) return
        const at = instant()
        const stored = await Promise.all(items.map(({ override }) => store.overrides.get(override.id)))
        const before = stored.flatMap((one) => (one !== null && one.deletedAt === null ? one : []))
        const overrides = items.map(({ override }) =>
          Object.assign({}, override, { createdAt: at, updatedAt: at, deletedAt: null }),
        )
        await send('override.import', { overrides })
        preview.value = null
        toasts.say('overridesImported', [String(overrides.length)], () =>
          act(async () => {
            const kept = new Set(before.map(({ id }) => id))
            if (before.length > 0) await send('override.import', { overrides: before })
            for (const { id } of overrides) if (!kept.has(id)) await send('override.delete', { id })
          }),
        )
      }),
    cancel() {
      preview.value = null
    },
    write() {
      const at = instant()
      return { name: `rapport-overrides-${at.slice(0, 10)}.json`, text: writeOverrides(list.value.peek() ?? [], at) }
    },
  }
}

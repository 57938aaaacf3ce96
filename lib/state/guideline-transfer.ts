import { type ReadonlySignal, signal } from '@preact/signals'
import type { Guideline } from '../domain/guideline.ts'
import { type ImportedGuideline, type ImportProblem, readTransfer, writeTransfer } from '../guidelines/transfer.ts'
import { MAX_GUIDELINES } from '../messages/limits.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What becomes of one guideline of a file. `copy` keeps the stored one beside it. */
export type ImportAction = 'add' | 'replace' | 'copy' | 'skip'

export interface ImportItem {
  readonly imported: ImportedGuideline
  /** The stored guideline with its id, deleted ones too. */
  readonly stored: Guideline | null
  readonly actions: readonly ImportAction[]
  readonly action: ImportAction
  /** Partners it names that are not known here; it applies to none of them until they are. */
  readonly strangers: number
}

export interface ImportPreview {
  readonly fileName: string
  readonly items: readonly ImportItem[]
  readonly problems: readonly ImportProblem[]
  readonly more: number
}

/** A file as the browser gives it. */
export interface PickedFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  text(): Promise<string>
}

/** Guidelines as files. Nothing is stored before `confirm`, and what it stores can be undone. */
export interface GuidelineTransfer {
  /** What importing would do; null while no file is looked at. */
  readonly preview: ReadonlySignal<ImportPreview | null>
  /** Why a file could not be looked at: words under `transfer.refused.<code>`. */
  readonly refused: ReadonlySignal<{ code: 'too-large' | 'unreadable'; fileName: string } | null>
  look(file: PickedFile): Promise<void>
  choose(index: number, action: ImportAction): void
  confirm(): Promise<void>
  cancel(): void
  /** One guideline, or all, as a file's name and text. */
  write(guidelines: readonly Guideline[]): { name: string; text: string }
}

export function createGuidelineTransfer({
  store,
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'now' | 'newId'> & {
  toasts: Toasts
  onChange: () => Promise<void>
}): GuidelineTransfer {
  const preview = signal<ImportPreview | null>(null)
  const refused = signal<{ code: 'too-large' | 'unreadable'; fileName: string } | null>(null)
  const instant = () => new Date(now()).toISOString()

  const itemOf = async (imported: ImportedGuideline, partners: ReadonlySet<string>): Promise<ImportItem> => {
    const stored = imported.id === null ? null : await store.guidelines.get(imported.id)
    const actions: ImportAction[] = stored === null ? ['add', 'skip'] : ['replace', 'copy', 'skip']
    const strangers = (imported.guideline.partnerIds ?? []).filter((id) => !partners.has(id)).length
    return { imported, stored, actions, action: actions[0] ?? 'skip', strangers }
  }
  /** As it is sent; the background keeps its own version and dates. */
  const wholeOf = ({ imported, stored, action }: ImportItem): Guideline => {
    const at = instant()
    const blank = { version: 1, createdAt: at, updatedAt: at, deletedAt: null }
    const id = action === 'copy' ? null : imported.id
    return { ...blank, ...(action === 'replace' ? stored : null), ...imported.guideline, id: id ?? newId() }
  }

  return {
    preview,
    refused,
    async look(file) {
      preview.value = null
      refused.value = null
      if (file.size > MAX_GUIDELINES) {
        refused.value = { code: 'too-large', fileName: file.name }
        return
      }
      try {
        const { guidelines, problems, more } = readTransfer(await file.text())
        const partners = new Set((await store.partners.all()).map(({ id }) => id))
        const items = await Promise.all(guidelines.map((imported) => itemOf(imported, partners)))
        preview.value = { fileName: file.name, items, problems, more }
      } catch {
        refused.value = { code: 'unreadable', fileName: file.name }
      }
    },
    choose(index, action) {
      const current = preview.peek()
      if (!current) return
      const items = current.items.map((item, at) => (at === index ? Object.assign({}, item, { action }) : item))
      preview.value = { ...current, items }
    },
    async confirm() {
      const chosen = preview.peek()?.items.filter(({ action }) => action !== 'skip') ?? []
      if (chosen.length === 0) return
      await toasts.attempt(async () => {
        const { guidelines } = await send('guideline.import', { guidelines: chosen.map(wholeOf) })
        preview.value = null
        const replaced = chosen.flatMap(({ stored, action }) =>
          action === 'replace' && stored && stored.deletedAt === null ? stored : [],
        )
        const kept = new Set(replaced.map(({ id }) => id))
        const undo = async () => {
          if (replaced.length > 0) await send('guideline.import', { guidelines: replaced })
          for (const { id } of guidelines) if (!kept.has(id)) await send('guideline.delete', { id })
          await onChange()
        }
        toasts.say('guidelinesImported', [String(guidelines.length)], undo)
      })
      await onChange()
    },
    cancel() {
      preview.value = null
      refused.value = null
    },
    write(guidelines) {
      const [only] = guidelines
      const about = guidelines.length === 1 && only ? slug(only.name) : 'guidelines'
      const at = instant()
      return { name: `rapport-${about}-${at.slice(0, 10)}.json`, text: writeTransfer(guidelines, at) }
    },
  }
}

/** A name that every file system takes. */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'guideline'
}

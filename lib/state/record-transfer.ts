import { type ReadonlySignal, signal } from '@preact/signals'
import {
  eraseRecord,
  importRecord,
  type ImportPlan,
  type ImportWay,
  planImport,
  readRecord,
  type RecordFile,
  type RecordProblem,
  writeRecord,
} from '../store/record-file.ts'
import type { PickedFile } from './guideline-transfer.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** Larger files do not fit into one string of a browser. */
const MAX_BYTES = 500_000_000

/** A file that was looked at: what taking it in would do. */
export interface RecordPreview {
  readonly fileName: string
  readonly way: ImportWay
  readonly plan: ImportPlan
}

/** The whole record as a file, out and in again; and erasing it. */
export interface RecordTransfer {
  /** What is under way, for a word and a bar; null while nothing is. */
  readonly busy: ReadonlySignal<'writing' | 'reading' | 'importing' | 'erasing' | null>
  readonly preview: ReadonlySignal<RecordPreview | null>
  /** Why a file cannot be taken in; nothing was changed. */
  readonly refused: ReadonlySignal<{
    fileName: string
    problem: RecordProblem | { code: 'too-large'; detail: '' }
  } | null>
  /** The file's name and its text in pieces; null when it could not be written. */
  write(): Promise<{ name: string; text: readonly string[] } | null>
  look(file: PickedFile): Promise<void>
  choose(way: ImportWay): Promise<void>
  confirm(): Promise<void>
  cancel(): void
  erase(): Promise<void>
}

export function createRecordTransfer({
  store,
  send,
  storage,
  toasts,
  now,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'storage' | 'now'> & {
  toasts: Toasts
  onChange: () => Promise<void>
}): RecordTransfer {
  const busy = signal<'writing' | 'reading' | 'importing' | 'erasing' | null>(null)
  const preview = signal<RecordPreview | null>(null)
  const refused = signal<RecordTransfer['refused']['value']>(null)
  let picked: RecordFile | null = null

  const during = async (what: NonNullable<typeof busy.value>, work: () => Promise<void>) => {
    if (busy.peek() !== null) return
    busy.value = what
    try {
      await toasts.attempt(work)
    } finally {
      busy.value = null
    }
  }
  /** Written here, because a record is too large for a message: the background is told afterwards. */
  const changed = async () => {
    await send('record.changed', {})
    await onChange()
  }
  const show = async (fileName: string, way: ImportWay) => {
    if (picked) preview.value = { fileName, way, plan: await planImport(store, picked, way) }
  }
  const cancel = () => {
    picked = null
    preview.value = null
    refused.value = null
  }

  return {
    busy,
    preview,
    refused,
    cancel,
    async write() {
      const text: string[] = []
      const at = new Date(now()).toISOString()
      let isWhole = false
      await during('writing', async () => {
        for await (const part of writeRecord(store, at)) text.push(part)
        isWhole = true
      })
      return isWhole ? { name: `rapport-${at.slice(0, 10)}.json`, text } : null
    },
    look: (file) =>
      during('reading', async () => {
        cancel()
        if (file.size > MAX_BYTES) {
          refused.value = { fileName: file.name, problem: { code: 'too-large', detail: '' } }
          return
        }
        const read = readRecord(await file.text())
        if ('problem' in read) refused.value = { fileName: file.name, problem: read.problem }
        else {
          picked = read.file
          await show(file.name, 'merge')
        }
      }),
    async choose(way) {
      const { fileName } = preview.peek() ?? {}
      if (fileName !== undefined) await during('reading', () => show(fileName, way))
    },
    confirm: () =>
      during('importing', async () => {
        const chosen = preview.peek()
        if (!picked || !chosen) return
        await importRecord(store, picked, chosen.way)
        cancel()
        toasts.say('recordImported')
        await changed()
      }),
    erase: () =>
      during('erasing', async () => {
        await eraseRecord(store)
        // Drafts of notes and of guidelines, and what is folded where.
        const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i))
        for (const key of keys) if (key !== null) storage.removeItem(key)
        toasts.say('recordErased')
        await changed()
      }),
  }
}

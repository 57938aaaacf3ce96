import { type ReadonlySignal, signal } from '@preact/signals'
import type { Partner } from '../domain/partner.ts'
import { type CsvPartner, type CsvProblem, MAX_CSV, readPartnersCsv, writePartnersCsv } from './partner-csv.ts'
import type { PartnerRow } from './partner-rows.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What a file of partners would bring; nothing is stored before it is confirmed. */
export interface CsvPreview {
  fileName: string
  partners: CsvPartner[]
  problems: CsvProblem[]
  /** Problems beyond those listed. */
  more: number
}

export interface PartnerTransfer {
  readonly preview: ReadonlySignal<CsvPreview | null>
  look(file: File): Promise<void>
  confirm(): Promise<void>
  cancel(): void
  /** The rows as a file, its name with today's date. */
  file(rows: readonly PartnerRow[]): { name: string; text: string; type: string }
}

export function createPartnerTransfer({
  store,
  send,
  toasts,
  now,
  newId,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'now' | 'newId'> & {
  toasts: Toasts
  onChange: () => Promise<void>
}): PartnerTransfer {
  const preview = signal<CsvPreview | null>(null)
  return {
    preview,
    async look(file) {
      await toasts.attempt(async () => {
        if (file.size > MAX_CSV) {
          preview.value = tooLong(file.name)
          return
        }
        const [text, partners, { ownHosts }] = await Promise.all([
          file.text(),
          store.partners.all(),
          store.settings.get(),
        ])
        const owners = new Map(partners.flatMap(({ name, accountKeys }) => accountKeys.map((key) => [key, name])))
        preview.value = {
          fileName: file.name,
          ...readPartnersCsv(text, { ownHosts, ownerOf: (key) => owners.get(key) ?? null }),
        }
      })
    },
    async confirm() {
      const found = preview.peek()
      if (!found) return
      const at = new Date(now()).toISOString()
      const partners = found.partners.map((partner) => newPartner(partner, newId(), at))
      const done = await toasts.attempt(async () => {
        const saved = await send('partner.import', { partners })
        toasts.say('partnersImported', [String(saved.partners.length)], async () => {
          const deletedAt = new Date(now()).toISOString()
          await send('partner.import', { partners: saved.partners.map((partner) => deleted(partner, deletedAt)) })
          await onChange()
        })
      })
      if (done) preview.value = null
      await onChange()
    },
    cancel() {
      preview.value = null
    },
    file(rows) {
      const day = new Date(now()).toISOString().slice(0, 10)
      return { name: `rapport-partners-${day}.csv`, text: writePartnersCsv(rows), type: 'text/csv' }
    },
  }
}

const newPartner = (partner: CsvPartner, id: string, at: string): Partner => ({
  id,
  ...partner,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
})

const deleted = (partner: Partner, deletedAt: string): Partner => ({ ...partner, deletedAt })

const tooLong = (fileName: string): CsvPreview => ({
  fileName,
  partners: [],
  problems: [{ row: null, code: 'tooLong', detail: '' }],
  more: 0,
})

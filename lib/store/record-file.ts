import { accountKey } from '../domain/ids.ts'
import type { Partner } from '../domain/partner.ts'
import type { Store, StoreWriter, TableName } from './interface.ts'
import { VERSION } from './migrations.ts'
import { derived, META, tableNames, tables } from './tables.ts'

const FORMAT = 'rapport-record'
/** Grows when files are written differently; a file of a later version is not read. */
const FORMAT_VERSION = 1
/** Rows read and written at a time. */
const PAGE = 1_000
/** Longest key of a row, in UTF-16 code units. */
const MAX_KEY = 3_000

type Name = Exclude<TableName, (typeof derived)[number]> | typeof META
const isDerived = (name: TableName): name is (typeof derived)[number] => derived.some((one) => one === name)
type Row = Readonly<Record<string, unknown>>
/** Every table by name, each with its rows in the order of their keys. */
export type RecordFile = ReadonlyMap<Name, readonly Row[]>

/** Why a file is not read; words under `record.problem.<code>`, with `detail` saying where. */
export interface RecordProblem {
  readonly code: 'not-json' | 'not-ours' | 'newer' | 'bad-row' | 'repeated'
  readonly detail: string
}

const HASH_KEY = 'hashKey'
/** The key that comment authors are hashed with never leaves this machine: with it, names could be guessed from hashes. */
const isSecret = (name: Name, row: Row) => name === META && row['id'] === HASH_KEY
/** Addresses that let anybody write to a team's channel stay here; the open alerts are worked out again. */
const KEPT_HERE = new Set<TableName>(['webhooks', 'news'])
const names: readonly Name[] = [
  ...tableNames.filter((name) => !isDerived(name)).filter((name) => !KEPT_HERE.has(name)),
  META,
]
const keyOf = (name: Name, row: Row) => row[name === META ? 'id' : tables[name].key]

/**
 * The whole record as text, a row a line, also rows that this version cannot read: in pieces, because a record of
 * years is larger than one string may be. The same record gives the same bytes. `at`: ISO instant of the export.
 */
export async function* writeRecord(store: Store, at: string): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(FORMAT)},"version":${FORMAT_VERSION},"store":${VERSION},"exportedAt":${JSON.stringify(at)},"tables":{`
  for (const [i, name] of names.entries()) {
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(name)}:[`
    let after: string | null = null
    let isFirst = true
    for (;;) {
      const page: Row[] = await store.rawRows(name, after, PAGE)
      const lines = page.filter((row) => !isSecret(name, row)).map((row) => `\n${JSON.stringify(row)}`)
      if (lines.length > 0) yield `${isFirst ? '' : ','}${lines.join(',')}`
      isFirst &&= lines.length === 0
      if (page.length < PAGE) break
      after = String(keyOf(name, page.at(-1) ?? {}))
    }
    yield ']'
  }
  yield '}}\n'
}

/** Reads such a file, whoever made it; never throws, and changes nothing. A file with one bad row is bad as a whole. */
export function readRecord(text: string): { file: RecordFile } | { problem: RecordProblem } {
  const refused = (code: RecordProblem['code'], detail = '') => ({ problem: { code, detail } })
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused('not-json', error instanceof Error ? error.message.slice(0, 200) : '')
  }
  if (!isRow(parsed) || parsed['format'] !== FORMAT || !isRow(parsed['tables'])) return refused('not-ours')
  const { version, store, tables: written } = parsed
  if (typeof version !== 'number' || typeof store !== 'number') return refused('not-ours')
  if (version > FORMAT_VERSION || store > VERSION) return refused('newer', `${version}.${store}`)
  const unknown = Object.keys(written).find((name) => !names.some((known) => known === name))
  if (unknown !== undefined) return refused('newer', unknown.slice(0, 60))
  const file = new Map<Name, readonly Row[]>()
  for (const name of names) {
    const rows: unknown = Object.hasOwn(written, name) ? written[name] : []
    if (!Array.isArray(rows)) return refused('bad-row', name)
    const keys = new Set<string>()
    const kept: Row[] = []
    for (const [i, row] of rows.entries()) {
      const where = `${name} ${i + 1}`
      if (!isRow(row)) return refused('bad-row', where)
      const key = keyOf(name, row)
      if (typeof key !== 'string' || key === '' || key.length > MAX_KEY) return refused('bad-row', where)
      if (keys.has(key)) return refused('repeated', where)
      keys.add(key)
      if (!isSecret(name, row)) kept.push(row)
    }
    file.set(name, kept)
  }
  return { file }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

export type ImportWay = 'merge' | 'replace'

/** What importing would do, by table; tables where nothing would change are left out. */
export interface ImportPlan {
  readonly tables: readonly {
    readonly name: Name
    readonly added: number
    readonly changed: number
    readonly removed: number
  }[]
  /** Partners of the file that are left out of a merge, because an account of theirs belongs to another partner here. */
  readonly conflicts: readonly string[]
}

/** What `importRecord` would do now; nothing is changed. */
export async function planImport(store: Store, file: RecordFile, way: ImportWay): Promise<ImportPlan> {
  const conflicts = way === 'merge' ? await conflictsOf(store, file) : []
  const left = new Set(conflicts.map(({ id }) => id))
  const planned = []
  for (const name of names) {
    const stored = new Map((await allRows(store, name)).map((row) => [String(keyOf(name, row)), row]))
    const counts = { name, added: 0, changed: 0, removed: 0 }
    for (const row of file.get(name) ?? []) {
      const key = String(keyOf(name, row))
      const old = stored.get(key)
      stored.delete(key)
      if (left.has(key)) continue
      if (old === undefined) counts.added++
      else if (JSON.stringify(old) !== JSON.stringify(row) && (way === 'replace' || isNewer(row, old))) counts.changed++
    }
    if (way === 'replace') counts.removed = stored.size
    if (counts.added + counts.changed + counts.removed > 0) planned.push(counts)
  }
  return { tables: planned, conflicts: conflicts.map(({ name }) => name) }
}

/**
 * Takes a file in as one unit of work: all of it, or nothing. `merge` keeps what is here, adds what is not, and takes
 * the newer of two rows; `replace` makes the record what the file says. This installation keeps its webhooks, and its key:
 * what it hashes from now on has to fit what it hashed before.
 * @throws QuotaError when the disk is full; nothing was changed
 */
export async function importRecord(store: Store, file: RecordFile, way: ImportWay): Promise<void> {
  const left = new Set(way === 'merge' ? (await conflictsOf(store, file)).map(({ id }) => id) : [])
  await store.write(async (tx) => {
    if (way === 'replace') {
      const key = await tx.rawRow(META, HASH_KEY)
      const webhooks = await tx.webhooks.all({ deleted: true })
      await tx.clear()
      if (isRow(key)) await tx.putRaw(META, key)
      for (const webhook of webhooks) await tx.put('webhooks', webhook)
    }
    for (const name of names)
      for (const row of file.get(name) ?? []) {
        const key = String(keyOf(name, row))
        if (left.has(key)) continue
        const old = way === 'merge' ? await tx.rawRow(name, key) : undefined
        if (old === undefined || (isRow(old) && isNewer(row, old))) await tx.putRaw(name, row)
      }
  })
}

/** Removes everything, for good, the key of comment authors included. */
export function eraseRecord(store: Store): Promise<void> {
  return store.write((tx: StoreWriter) => tx.clear())
}

/** By whichever time the rows carry of their last change; rows without one stay as they are here. */
function isNewer(row: Row, old: Row): boolean {
  for (const field of ['updatedAt', 'lastSeenAt', 'lastAt', 'at']) {
    const [ours, theirs] = [old[field], row[field]]
    if (typeof ours !== 'string' || typeof theirs !== 'string') continue
    // That a post is gone was seen after the post itself was.
    return theirs === ours ? goneAt(row) > goneAt(old) : theirs > ours
  }
  return false
}

function goneAt({ absences }: Row): string {
  const last: unknown = Array.isArray(absences) ? absences.at(-1) : null
  return isRow(last) && typeof last['lastAt'] === 'string' ? last['lastAt'] : ''
}

async function conflictsOf(store: Store, file: RecordFile): Promise<{ id: string; name: string }[]> {
  const owner = new Map<string, string>()
  for (const { id, accounts } of await store.partners.all())
    for (const { platform, handle } of accounts) owner.set(accountKey(platform, handle), id)
  return (file.get('partners') ?? []).flatMap((row) => {
    const parsed = tables.partners.schema.safeParse(row)
    const partner: Partner | null = parsed.success ? parsed.data : null
    if (!partner || partner.deletedAt !== null) return []
    const isTaken = partner.accountKeys.some((key) => (owner.get(key) ?? partner.id) !== partner.id)
    return isTaken ? [{ id: partner.id, name: partner.name }] : []
  })
}

async function allRows(store: Store, name: Name): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const last: Row | undefined = rows.at(-1)
    const page: Row[] = await store.rawRows(name, last === undefined ? null : String(keyOf(name, last)), PAGE)
    rows.push(...page.filter((row) => !isSecret(name, row)))
    if (page.length < PAGE) return rows
  }
}

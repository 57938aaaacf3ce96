import type { Backend, RowReader, RowWriter, Where } from './backend.ts'
import { createStore } from './create-store.ts'
import { QuotaError } from './interface.ts'
import type { Store, TableName } from './interface.ts'
import { META, tableNames, tables } from './tables.ts'

type Row = Readonly<Record<string, unknown>>
type Name = TableName | typeof META

export interface MemoryOptions {
  /** Stands for the disk: while it is full, every write fails. */
  readonly isFull?: () => boolean
}

/** A store that forgets: for tests and for the command line. */
export function createMemoryStore(options: MemoryOptions = {}): Store {
  return createStore(createMemoryBackend(options))
}

/**
 * Rows in maps. Units of work run one after the other, and reads wait for the unit before them, so that
 * nobody sees half of one; a unit that fails is undone entry by entry. Indexes are not kept but computed:
 * the amounts are small and the order is by definition the right one.
 */
export function createMemoryBackend({ isFull = () => false }: MemoryOptions = {}): Backend {
  const data = new Map<Name, Map<string, Row>>([...tableNames, META].map((name) => [name as Name, new Map()]))
  const table = (name: Name): Map<string, Row> => {
    const rows = data.get(name)
    if (!rows) throw new Error(`no table ${name}`)
    return rows
  }
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  const matching = (name: TableName, { index, group, from, to }: Where): { key: string; row: Row }[] => {
    const definition = tables[name].indexes[index]
    if (!definition) throw new Error(`no index ${name}.${index}`)
    const found: { key: string; order: string; row: Row }[] = []
    for (const [key, row] of table(name)) {
      if ('each' in definition) {
        const members = row[definition.each]
        if (Array.isArray(members) && members.includes(group)) found.push({ key, order: '', row })
      } else if (!('field' in definition)) {
        const [groupField, orderField] = definition
        const order = row[orderField]
        if (row[groupField] !== group || typeof order !== 'string') continue
        if ((from === undefined || order >= from) && (to === undefined || order <= to)) found.push({ key, order, row })
      }
    }
    return found.toSorted((a, b) => compare(a.order, b.order) || compare(a.key, b.key))
  }

  const reader: RowReader = {
    get: async (name, key) => structuredClone(table(name).get(key)),
    list: async (name, where, { reverse = false, limit = Infinity } = {}) => {
      const rows = matching(name, where)
      return (reverse ? rows.toReversed() : rows).slice(0, limit).map(({ row }) => structuredClone(row))
    },
    keys: async (name, where) => matching(name, where).map(({ key }) => key),
    count: async (name, where) => matching(name, where).length,
    keysBelow: async (name, index, bound, limit) => {
      const definition = tables[name].indexes[index]
      if (!definition || !('field' in definition)) throw new Error(`no index ${name}.${index}`)
      const { field } = definition
      return [...table(name)]
        .flatMap(([key, row]) => {
          const order = row[field]
          return typeof order === 'string' && order < bound ? [{ key, order }] : []
        })
        .toSorted((a, b) => compare(a.order, b.order) || compare(a.key, b.key))
        .slice(0, limit)
        .map(({ key }) => key)
    },
    page: async (name, after, limit) =>
      [...table(name).keys()]
        .filter((key) => after === null || key > after)
        .toSorted(compare)
        .slice(0, limit)
        .map((key) => structuredClone(table(name).get(key))),
  }

  return {
    read: (work) => inTurn(() => work(reader)),
    write: (work) =>
      inTurn(async () => {
        let isOpen = true
        const before: { name: Name; key: string; row: Row | undefined }[] = []
        const remember = (name: Name, key: string) => before.push({ name, key, row: table(name).get(key) })
        const writer: RowWriter = {
          ...reader,
          put: async (name, row) => {
            const copy = structuredClone(row) as Row
            const key = String(copy[name === META ? 'id' : tables[name].key])
            if (!isOpen) throw new Error('this unit of work has ended')
            if (isFull()) throw new QuotaError('The disk is full.')
            remember(name, key)
            table(name).set(key, copy)
          },
          add: async (name, row) => {
            if (table(name).has(String((row as Row)[tables[name].key]))) return false
            await writer.put(name, row)
            return true
          },
          remove: async (name, key) => {
            if (!isOpen) throw new Error('this unit of work has ended')
            remember(name, key)
            table(name).delete(key)
          },
          clear: async (name) => {
            if (!isOpen) throw new Error('this unit of work has ended')
            for (const key of table(name).keys()) remember(name, key)
            table(name).clear()
          },
        }
        try {
          return await work(writer)
        } catch (error) {
          for (const { name, key, row } of before.toReversed())
            if (row === undefined) table(name).delete(key)
            else table(name).set(key, row)
          throw error
        } finally {
          isOpen = false
        }
      }),
    close() {},
  }
}

/** By UTF-16 code units, as IndexedDB orders keys. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

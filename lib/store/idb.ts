import { openDB, unwrap } from 'idb'
import type { IDBPDatabase } from 'idb'
import type { Backend, RowReader, RowWriter, Where } from './backend.ts'
import { createStore } from './create-store.ts'
import { MigrationError, NewerStoreError, QuotaError } from './interface.ts'
import type { Store } from './interface.ts'
import { migrations } from './migrations.ts'
import type { Migration } from './migrations.ts'
import { tables } from './tables.ts'

export interface IdbOptions {
  /** Steps to upgrade by; the version is their number. */
  readonly steps?: readonly Migration[]
  /** An older page still holds the database open; the upgrade goes on by itself when that page closes. */
  readonly onBlocked?: () => void
}

/**
 * Opens the record on this machine, upgrading it where needed.
 * @throws NewerStoreError when a newer version of the extension wrote it; nothing is changed
 * @throws MigrationError when a step fails; nothing is changed
 */
export async function openIdb(name = 'rapport', options: IdbOptions = {}): Promise<Store> {
  return createStore(await openBackend(name, options))
}

async function openBackend(name: string, options: IdbOptions): Promise<Backend> {
  let closed = false
  let connection: Promise<IDBPDatabase> | null = null
  // The connection ends when another page upgrades or erases the database, or the browser takes it away.
  // The next question opens it again: then it is the same data, new data, or a clear NewerStoreError.
  const db = (): Promise<IDBPDatabase> => {
    if (closed) return Promise.reject(new Error('the store is closed'))
    if (!connection) {
      const mine = connect(name, options, () => {
        if (connection === mine) connection = null
      })
      connection = mine
      mine.catch(() => {
        if (connection === mine) connection = null
      })
    }
    return connection
  }
  await db()

  return {
    read: async (work) => {
      const tx = (await db()).transaction(allTables, 'readonly')
      tx.done.catch(() => undefined) // a failed read fails `work` itself
      return work(readerOf(unwrap(tx)))
    },
    write: async (work) => {
      // 'strict': an acknowledged note is on the disk, not only on its way there.
      const tx = (await db()).transaction(allTables, 'readwrite', { durability: 'strict' })
      // The reason arrives through `work` or through `done`, whichever is first; never unhandled.
      const done = tx.done.then(
        () => null,
        (error: unknown) => ({ error }),
      )
      try {
        const result = await work(writerOf(unwrap(tx)))
        const failed = await done
        if (failed) throw failed.error
        return result
      } catch (error) {
        abort(tx)
        await done
        throw (await asQuotaError(error)) ?? (await asQuotaError(unwrap(tx).error)) ?? error
      }
    },
    close() {
      closed = true
      void connection?.then((open) => open.close()).catch(() => undefined)
      connection = null
    },
  }
}

const allTables = [...Object.keys(tables), 'meta']

async function connect(name: string, options: IdbOptions, onLost: () => void): Promise<IDBPDatabase> {
  const { steps = migrations, onBlocked } = options
  let upgraded: Promise<void> = Promise.resolve()
  let failure: { error: unknown } | null = null
  try {
    const open = await openDB(name, steps.length, {
      upgrade(db, from, _to, tx) {
        upgraded = run(steps.slice(from), unwrap(db), unwrap(tx)).catch((error: unknown) => {
          failure = { error }
          abort(tx)
        })
        tx.done.catch(() => undefined)
      },
      blocked: () => onBlocked?.(),
      blocking: (_current, _next, event) => {
        onLost()
        ;(event.target as IDBDatabase).close()
      },
      terminated: onLost,
    })
    return open
  } catch (error) {
    await upgraded
    const cause = (failure as { error: unknown } | null)?.error
    if (cause !== undefined)
      throw new MigrationError('The stored data could not be brought up to date; it was left as it is.', { cause })
    if (nameOf(error) === 'VersionError')
      throw new NewerStoreError('The stored data was written by a newer version of Rapport; it was left as it is.', {
        cause: error,
      })
    throw (await asQuotaError(error)) ?? error
  }
}

async function run(steps: readonly Migration[], db: IDBDatabase, tx: IDBTransaction): Promise<void> {
  for (const step of steps) await step(db, tx)
}

/** An answer of the browser, without the wrapping of each request that a thousand of them would feel. */
function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the request failed')))
  })
}

function readerOf(tx: IDBTransaction): RowReader {
  const index = (table: string, name: string) => tx.objectStore(table).index(name)
  return {
    get: (table, key) => answerOf<unknown>(tx.objectStore(table).get(key)),
    list: async (table, where, { reverse = false, limit } = {}) => {
      const range = rangeOf(table, where)
      const found = index(table, where.index)
      if (!reverse) return answerOf<unknown[]>(found.getAll(range, limit))
      if (limit === undefined) return (await answerOf<unknown[]>(found.getAll(range))).toReversed()
      if (limit <= 0) return []
      if (where.from !== undefined) {
        // A range that begins somewhere rarely holds more than is asked for: then it is all of it, in one answer.
        const rows = await answerOf<unknown[]>(found.getAll(range, limit + 1))
        if (rows.length <= limit) return rows.toReversed()
      }
      return lastOf(found, range, limit)
    },
    keys: async (table, where) => textKeys(await answerOf(index(table, where.index).getAllKeys(rangeOf(table, where)))),
    count: (table, where) => answerOf(index(table, where.index).count(rangeOf(table, where))),
    keysBelow: async (table, name, bound, limit) =>
      textKeys(await answerOf(index(table, name).getAllKeys(IDBKeyRange.upperBound(bound, true), limit))),
    page: (table, after, limit) =>
      answerOf<unknown[]>(
        tx.objectStore(table).getAll(after === null ? null : IDBKeyRange.lowerBound(after, true), limit),
      ),
  }
}

function writerOf(tx: IDBTransaction): RowWriter {
  return {
    ...readerOf(tx),
    put: async (table, row) => {
      await answerOf(tx.objectStore(table).put(row))
    },
    add: (table, row) =>
      new Promise((resolve, reject) => {
        const request = tx.objectStore(table).add(row)
        request.addEventListener('success', () => resolve(true))
        request.addEventListener('error', (event) => {
          if (nameOf(request.error) !== 'ConstraintError')
            return reject(request.error ?? new Error('the request failed'))
          // Otherwise the whole unit of work would be undone.
          event.preventDefault()
          event.stopPropagation()
          resolve(false)
        })
      }),
    remove: (table, key) => answerOf(tx.objectStore(table).delete(key)),
    clear: (table) => answerOf(tx.objectStore(table).clear()),
  }
}

/**
 * The last `limit` rows of a range, backwards. A cursor that stops at each of them costs a message to the browser and back
 * for each; this one jumps to where the last ones begin, and they come together.
 */
async function lastOf(index: IDBIndex, range: IDBKeyRange, limit: number): Promise<unknown[]> {
  const request = index.openKeyCursor(range, 'prev')
  const last = await answerOf(request)
  if (!last) return []
  let from: IDBValidKey | null = last.key
  if (limit > 1) {
    last.advance(limit - 1)
    from = (await answerOf(request))?.key ?? null
  }
  // Several rows may have the key that the last ones begin with.
  const rows = await answerOf<unknown[]>(index.getAll(from === null ? range : IDBKeyRange.bound(from, range.upper)))
  return rows.toReversed().slice(0, limit)
}

/** Every key is a string: a row without one cannot be put. */
function textKeys(keys: readonly IDBValidKey[]): string[] {
  return keys.filter((key) => typeof key === 'string')
}

function rangeOf(table: keyof typeof tables, { index, group, from, to }: Where): IDBKeyRange {
  const definition = tables[table].indexes[index]
  if (definition && 'each' in definition) return IDBKeyRange.only(group)
  // An array sorts after every string, so this is everything whose first part is `group`.
  return IDBKeyRange.bound([group, from ?? ''], [group, to ?? []])
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort()
  } catch {
    // It had ended already.
  }
}

/**
 * Browsers report a used-up share of the disk as QuotaExceededError. A disk that is full itself Chromium calls an
 * UnknownError, of the write and from then on of every opening (156, 2026-11); how much room is left tells it apart.
 */
async function asQuotaError(error: unknown): Promise<QuotaError | null> {
  if (error instanceof QuotaError) return error
  const isFull =
    nameOf(error) === 'QuotaExceededError' || (nameOf(error) === 'UnknownError' && (await roomLeft()) < LITTLE_ROOM)
  return isFull ? new QuotaError('The disk is full.', { cause: error }) : null
}

/** Less than a database needs to be opened, in bytes. */
const LITTLE_ROOM = 1024 * 1024

/** What the browser says that may still be stored, in bytes; Infinity where it does not say. */
async function roomLeft(): Promise<number> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate()
    return quota - usage
  } catch {
    return Infinity
  }
}

function nameOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : null
}

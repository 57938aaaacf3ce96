import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openIdb } from '../../../lib/store/idb.ts'
import { MigrationError, NewerStoreError, QuotaError } from '../../../lib/store/interface.ts'
import type { Store, TableName } from '../../../lib/store/interface.ts'
import { migrations, VERSION } from '../../../lib/store/migrations.ts'
import type { Migration } from '../../../lib/store/migrations.ts'
import { META, tableNames, tables } from '../../../lib/store/tables.ts'
import { contract } from './contract.ts'
import { guidelineRow, guidelineVersionRow, noteRow, partnerRow, ulid } from './rows.ts'

const open: Store[] = []

async function openStore(...args: Parameters<typeof openIdb>): Promise<Store> {
  const store = await openIdb(...args)
  open.push(store)
  return store
}

/** A connection beside the store's, as another page or another version would make. */
function connect(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

async function putRaw(name: string, table: TableName, row: object): Promise<void> {
  const db = await connect(name)
  await new Promise((resolve, reject) => {
    const tx = db.transaction(table, 'readwrite')
    tx.objectStore(table).put(row)
    tx.addEventListener('complete', resolve)
    tx.addEventListener('error', reject)
  })
  db.close()
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  for (const store of open.splice(0)) store.close()
  vi.unstubAllGlobals()
})

describe('the store in IndexedDB', () => {
  it.each(contract.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
    const ran = run({
      store: await openStore('contract'),
      putRaw: (table, row) => putRaw('contract', table, row),
      fillDisk: async () => {
        for (const way of ['put', 'add'] as const)
          vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(() => {
            throw new DOMException('no room', 'QuotaExceededError')
          })
      },
      reopen: () => openStore('contract'),
    })
    await expect(ran).resolves.toBeUndefined()
  })
})

describe('migrations', () => {
  it('make exactly the tables and indexes that the questions use', async () => {
    await openStore('fresh')
    const db = await connect('fresh')
    expect(db.version).toBe(VERSION)
    expect([...db.objectStoreNames].toSorted()).toEqual([...tableNames, META].toSorted())
    const tx = db.transaction(tableNames, 'readonly')
    for (const name of tableNames) {
      const table = tx.objectStore(name)
      expect(table.keyPath).toBe(tables[name].key)
      expect([...table.indexNames].toSorted()).toEqual(Object.keys(tables[name].indexes).toSorted())
      for (const [indexName, definition] of Object.entries(tables[name].indexes)) {
        const index = table.index(indexName)
        const path = 'each' in definition ? definition.each : 'field' in definition ? definition.field : [...definition]
        expect([index.keyPath, index.multiEntry]).toEqual([path, 'each' in definition])
      }
    }
    db.close()
  })

  it('carry the data of an older version over, step by step', async () => {
    const first = await openStore('house')
    await first.write((tx) => tx.put('notes', noteRow(1)))
    first.close()
    const steps: Migration[] = [
      ...migrations,
      (db) => void db.createObjectStore('extra', { keyPath: 'id' }),
      (_db, tx) => void tx.objectStore('extra').put({ id: 'moved' }),
    ]
    const second = await openStore('house', { steps })
    expect(await second.notes.all()).toEqual([noteRow(1)])
    const db = await connect('house')
    expect(db.version).toBe(VERSION + 2)
    db.close()
  })

  it('turn the one phrase of a rule of the first version into a list, in versions of it, too', async () => {
    const rule = { id: 'r', kind: 'banned-phrase', severity: 'high', weight: 'must' } as const
    const old = { ...rule, params: { phrase: 'god', except: ['oh my god'] } }
    const other = { ...rule, kind: 'of a later version', params: { phrase: 'kept' } }
    const first = await openStore('house', { steps: migrations.slice(0, 2) })
    first.close()
    await putRaw('house', 'guidelines', guidelineRow(1, { rules: [old, other] }))
    const version = guidelineVersionRow(1, 1)
    await putRaw('house', 'guidelineVersions', { ...version, guideline: guidelineRow(1, { rules: [old] }) })
    const store = await openStore('house')
    const lists = { ...rule, params: { phrases: ['god'], except: ['oh my god'] } }
    expect((await store.guidelines.all())[0]?.rules).toEqual([lists, other])
    expect((await store.guidelineVersions.get(ulid(1), 1))?.guideline.rules).toEqual([lists])
  })

  it.each([
    ['throws', () => Promise.reject(new Error('step 2 failed'))],
    [
      'throws after it changed something',
      (db: IDBDatabase, tx: IDBTransaction) => {
        tx.objectStore('notes').clear()
        db.deleteObjectStore('partners')
        throw new Error('step 2 failed')
      },
    ],
  ])('that %s leave data and version as they were', async (_how, step: Migration) => {
    const first = await openStore('house')
    await first.write((tx) => tx.put('notes', noteRow(1)))
    first.close()
    const failing = openIdb('house', { steps: [...migrations, step] })
    await expect(failing).rejects.toThrow(MigrationError)
    await expect(failing).rejects.toHaveProperty('cause.message', 'step 2 failed')
    const again = await openStore('house')
    expect(await again.notes.all()).toEqual([noteRow(1)])
    expect(await again.partners.all()).toEqual([])
  })

  it('that fail at the first installation leave no half-made database behind', async () => {
    await expect(openIdb('house', { steps: [...migrations, () => Promise.reject(new Error('no'))] })).rejects.toThrow(
      MigrationError,
    )
    const store = await openStore('house')
    await store.write((tx) => tx.put('notes', noteRow(1)))
    expect(await store.notes.all()).toHaveLength(1)
  })

  it('refuse a database of a newer version and change nothing in it', async () => {
    const newer = await openStore('house', { steps: [...migrations, () => undefined] })
    await newer.write((tx) => tx.put('notes', noteRow(1)))
    newer.close()
    await expect(openIdb('house')).rejects.toThrow(NewerStoreError)
    const still = await openStore('house', { steps: [...migrations, () => undefined] })
    expect(await still.notes.all()).toEqual([noteRow(1)])
  })
})

describe('a connection', () => {
  it('makes way for an upgrade by another page and says afterwards that the data is newer', async () => {
    const old = await openStore('house')
    await old.write((tx) => tx.put('notes', noteRow(1)))
    const newer = await openStore('house', { steps: [...migrations, () => undefined] })
    expect(await newer.notes.all()).toHaveLength(1)
    await expect(old.notes.all()).rejects.toThrow(NewerStoreError)
  })

  it('opens itself again when the database was erased under it', async () => {
    const store = await openStore('house')
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('house')
      request.addEventListener('success', resolve)
      request.addEventListener('error', reject)
    })
    expect(await store.partners.all()).toEqual([])
    await store.write((tx) => tx.put('partners', partnerRow(2)))
    expect((await store.partners.all()).map((partner) => partner.id)).toEqual([ulid(2)])
  })

  it('tells when an older page holds an upgrade up, and goes on when that page closes', async () => {
    await openStore('house').then((store) => store.close())
    const stubborn = await connect('house')
    const blocked = Promise.withResolvers<undefined>()
    const opening = openStore('house', {
      steps: [...migrations, () => undefined],
      onBlocked: () => blocked.resolve(undefined),
    })
    await blocked.promise
    stubborn.close()
    expect(await (await opening).notes.all()).toEqual([])
  })

  it.each([
    ['a full disk', { quota: 341_290, usage: 341_290 }, QuotaError],
    ['anything else', { quota: 10 ** 9, usage: 341_290 }, DOMException],
  ])('that Chromium refuses with an UnknownError says whether it was %s', async (_why, room, expected) => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => room } })
    const refusal = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
    const factory = new IDBFactory()
    vi.spyOn(factory, 'open').mockImplementation(() => {
      throw refusal
    })
    vi.stubGlobal('indexedDB', factory)
    await expect(openIdb('house')).rejects.toThrow(expected)
  })

  it('whose write breaks off because the disk is full says so, and keeps nothing of it', async () => {
    const store = await openStore('house')
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 72_889, usage: 72_889 }) } })
    const ways = (['put', 'add'] as const).map((way) =>
      vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(() => {
        throw new DOMException('FILE_ERROR_NO_SPACE', 'UnknownError')
      }),
    )
    await expect(store.write((tx) => tx.put('notes', noteRow(1)))).rejects.toThrow(QuotaError)
    for (const way of ways) way.mockRestore()
    expect(await store.notes.all()).toEqual([])
  })

  it('that was closed answers no more questions', async () => {
    const store = await openStore('house')
    store.close()
    await expect(store.partners.all()).rejects.toThrow('the store is closed')
  })
})

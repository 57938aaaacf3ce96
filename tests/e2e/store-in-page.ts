// Runs inside a page of a real Chromium; store.e2e.ts bundles it and asks through `window`.
import { openIdb } from '../../lib/store/idb.ts'
import type { Store, TableName } from '../../lib/store/interface.ts'
import { contract } from '../lib/store/contract.ts'
import { contactRow, noteRow } from '../lib/store/rows.ts'

declare global {
  interface Window {
    /** What went wrong, or null. */
    runContractCase(index: number): Promise<string | null>
    startEndlessWrites(): Promise<void>
    acknowledgedWrites(atLeast: number): Promise<number>
    countWrites(): Promise<{ notes: number; pairs: number }>
  }
}

window.runContractCase = async (index) => {
  const name = 'contract'
  const open: Store[] = []
  const openStore = async () => {
    const store = await openIdb(name)
    open.push(store)
    return store
  }
  try {
    await contract[index]?.run({
      store: await openStore(),
      putRaw: (table, row) => putRaw(name, table, row),
      // This page's share of the disk is small from the start; see QUOTA.
      fillDisk: async () => {},
      reopen: openStore,
    })
    return null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  } finally {
    for (const store of open) store.close()
  }
}

function putRaw(name: string, table: TableName, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('error', () => reject(request.error))
    request.addEventListener('success', () => {
      const tx = request.result.transaction(table, 'readwrite')
      tx.objectStore(table).put(row)
      tx.addEventListener('error', () => reject(tx.error))
      tx.addEventListener('complete', () => {
        request.result.close()
        resolve()
      })
    })
  })
}

const ENDLESS = 'endless'
let acknowledged = 0

/** Each unit of work writes two rows that belong together. */
window.startEndlessWrites = async () => {
  const store = await openIdb(ENDLESS)
  const go = async () => {
    for (let n = 0; ; n++) {
      await store.write(async (tx) => {
        await tx.put('notes', noteRow(n))
        await tx.put('contacts', contactRow(n))
      })
      acknowledged++
    }
  }
  void go()
}

window.acknowledgedWrites = async (atLeast) => {
  await new Promise<void>((resolve) => {
    const look = () => (acknowledged < atLeast ? requestAnimationFrame(look) : resolve())
    look()
  })
  return acknowledged
}

window.countWrites = async () => {
  const store = await openIdb(ENDLESS)
  const notes = await store.notes.all()
  const pairs = await Promise.all(notes.map((note) => store.contacts.get(note.id)))
  return { notes: notes.length, pairs: pairs.filter((pair) => pair !== null).length }
}

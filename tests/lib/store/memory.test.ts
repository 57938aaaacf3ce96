import { describe, expect, it } from 'vitest'
import { createStore } from '../../../lib/store/create-store.ts'
import { createMemoryBackend } from '../../../lib/store/memory.ts'
import { contract } from './contract.ts'

describe('the store in memory', () => {
  it.each(contract.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
    let isFull = false
    const backend = createMemoryBackend({ isFull: () => isFull })
    const ran = run({
      store: createStore(backend),
      putRaw: (table, row) => backend.write((rows) => rows.put(table, row)),
      fillDisk: async () => {
        isFull = true
      },
      reopen: async () => createStore(backend),
    })
    await expect(ran).resolves.toBeUndefined()
  })
})

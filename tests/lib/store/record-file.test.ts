import { describe, expect, it } from 'vitest'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { importRecord, planImport, readRecord, type RecordFile, writeRecord } from '../../../lib/store/record-file.ts'
import { noteRow, partnerRow, postRow, t, ulid } from './rows.ts'

async function textOf(store: Store): Promise<string> {
  let text = ''
  for await (const part of writeRecord(store, t(0))) text += part
  return text
}
function fileOf(text: string): RecordFile {
  const read = readRecord(text)
  if (!('file' in read)) throw new Error(read.problem.code)
  return read.file
}
async function storeWith(...notes: ReturnType<typeof noteRow>[]): Promise<Store> {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('partners', partnerRow(1))
    for (const note of notes) await tx.put('notes', note)
  })
  return store
}

const problemOf = (text: string) => {
  const read = readRecord(text)
  return 'problem' in read ? read.problem : null
}
const written = (change: object) =>
  JSON.stringify({ format: 'rapport-record', version: 1, store: 1, exportedAt: t(0), tables: {}, ...change })

describe('a file that is not a whole record', () => {
  it('says what is wrong with it and where', async () => {
    const good = await textOf(await storeWith(noteRow(2)))
    expect(problemOf(good)).toBeNull()
    expect(problemOf(good.slice(0, -20))?.code).toBe('not-json')
    expect(problemOf('[]')?.code).toBe('not-ours')
    expect(problemOf(JSON.stringify({ format: 'rapport-guidelines' }))?.code).toBe('not-ours')
    expect(problemOf(written({ version: 2 }))).toEqual({ code: 'newer', detail: '2.1' })
    expect(problemOf(written({ store: 10_000 }))?.code).toBe('newer')
    expect(problemOf(written({ tables: { moods: [] } }))).toEqual({ code: 'newer', detail: 'moods' })
    expect(problemOf(written({ tables: { notes: [noteRow(1), 'x'] } }))).toEqual({ code: 'bad-row', detail: 'notes 2' })
    expect(problemOf(written({ tables: { notes: [{ id: 7 }] } }))).toEqual({ code: 'bad-row', detail: 'notes 1' })
    expect(problemOf(written({ tables: { notes: [noteRow(1), noteRow(1)] } }))).toEqual({
      code: 'repeated',
      detail: 'notes 2',
    })
  })

  it('is not followed into any depth, and takes no prototype with it', () => {
    expect(problemOf('['.repeat(1_000_000))?.code).toBe('not-json')
    const text = written({}).replace('"tables":{}', '"tables":{"__proto__":[]}')
    expect(problemOf(text)).toEqual({ code: 'newer', detail: '__proto__' })
  })
})

describe('importing', () => {
  it('plans what it then does: merged, the newer of two rows counts and nothing is removed', async () => {
    const older = noteRow(2, { text: 'before', updatedAt: t(2) })
    const newer = noteRow(2, { text: 'after', updatedAt: t(5) })
    const there = await storeWith(newer, noteRow(3), noteRow(6, { text: 'theirs', updatedAt: t(1) }))
    const here = await storeWith(older, noteRow(4), noteRow(6, { text: 'ours', updatedAt: t(7) }))
    const file = fileOf(await textOf(there))
    expect(await planImport(here, file, 'merge')).toEqual({
      tables: [{ name: 'notes', added: 1, changed: 1, removed: 0 }],
      conflicts: [],
    })
    await importRecord(here, file, 'merge')
    const notes = await here.notes.all()
    expect(notes.map(({ id, text }) => [id, text])).toEqual([
      [ulid(6), 'ours'],
      [ulid(4), noteRow(4).text],
      [ulid(3), noteRow(3).text],
      [ulid(2), 'after'],
    ])
    expect((await planImport(here, file, 'merge')).tables).toEqual([])
  })

  it('replaces everything when asked to, and plans that, too', async () => {
    const there = await storeWith(noteRow(2))
    const here = await storeWith(noteRow(3), noteRow(4))
    const file = fileOf(await textOf(there))
    expect((await planImport(here, file, 'replace')).tables).toEqual([
      { name: 'notes', added: 1, changed: 0, removed: 2 },
    ])
    await importRecord(here, file, 'replace')
    expect(await textOf(here)).toBe(await textOf(there))
  })

  it('leaves out a partner whose account belongs to another one here, and names it', async () => {
    const accounts = [{ platform: 'x', handle: 'Creator1', url: null }]
    const there = createMemoryStore()
    await there.write((tx) => tx.put('partners', partnerRow(9, { name: 'Maya again', accounts })))
    const here = createMemoryStore()
    await here.write((tx) => tx.put('partners', partnerRow(1, { name: 'Maya', accounts })))
    const file = fileOf(await textOf(there))
    expect(await planImport(here, file, 'merge')).toEqual({ tables: [], conflicts: ['Maya again'] })
    await importRecord(here, file, 'merge')
    expect((await here.partners.all()).map(({ name }) => name)).toEqual(['Maya'])
  })

  it('changes nothing at all when the disk is full in the middle', async () => {
    let puts = 0
    const here = createMemoryStore({ isFull: () => ++puts > 3 })
    await here.write((tx) => tx.put('partners', partnerRow(1)))
    const there = createMemoryStore()
    await there.write(async (tx) => {
      for (const n of [1, 2, 3, 4, 5]) await tx.put('posts', postRow(n))
    })
    await expect(importRecord(here, fileOf(await textOf(there)), 'replace')).rejects.toThrow('full')
    expect((await here.partners.all()).map(({ id }) => id)).toEqual([ulid(1)])
    expect((await here.stats()).posts).toBe(0)
  })
})

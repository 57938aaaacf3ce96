import { describe, expect, it } from 'vitest'
import { createSearch } from '../../../lib/state/search.ts'
import { at, createTestSurface, id, partner } from './surface.ts'

async function opened() {
  const { store } = createTestSurface()
  const mara = partner('Mara Quill', [['x', 'mara']], { tags: ['Spring'] })
  const write = (text: string, partnerId: string | null = mara.id) =>
    store.write((tx) => {
      const stamps = { createdAt: at(1), updatedAt: at(1), deletedAt: null }
      return tx.put('notes', { id: id(), partnerId, postId: null, text, followUpOn: null, ...stamps })
    })
  await store.write((tx) => tx.put('partners', mara))
  await write('Invoice for the raincoat shoot is late')
  await write('Ask about warehouses', null)
  return { search: createSearch(store), write, mara }
}

describe('searching everything', () => {
  it('finds a note by the beginning of a word, and by a near miss, and says whose it is', async () => {
    const { search, mara } = await opened()
    for (const words of ['rainc', 'raincoet', 'invoice raincoat'])
      expect(await search.find(words)).toMatchObject([{ kind: 'note', title: 'Mara Quill', openId: mara.id }])
    expect(await search.find('wareh')).toMatchObject([{ kind: 'note', view: 'notes', openId: null }])
  })

  it('finds a partner by tag and handle, and nothing that lacks one of the words', async () => {
    const { search } = await opened()
    expect(await search.find('spring')).toMatchObject([{ kind: 'partner', title: 'Mara Quill' }])
    expect(await search.find('raincoat umbrella')).toEqual([])
  })

  it('finds what was written since, once it is told', async () => {
    const { search, write } = await opened()
    expect(await search.find('umbrella')).toEqual([])
    await write('Bring an umbrella')
    search.forget()
    expect(await search.find('umbrella')).toHaveLength(1)
  })
})

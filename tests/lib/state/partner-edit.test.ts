import { describe, expect, it } from 'vitest'
import { createPartnerEdit } from '../../../lib/state/partner-edit.ts'
import { createPartnerTransfer } from '../../../lib/state/partner-transfer.ts'
import { createToasts } from '../../../lib/state/toasts.ts'
import { createTestSurface, partner } from './surface.ts'

async function opened() {
  const surface = createTestSurface()
  const toasts = createToasts(() => undefined)
  const parts = { ...surface.ports, toasts, onChange: () => Promise.resolve() }
  const partners = [partner('Ana', [['x', 'ana']], { tags: ['a'] }), partner('Bo', [['x', 'bo']], { tags: ['b'] })]
  await surface.store.write(async (tx) => {
    for (const one of partners) await tx.put('partners', one)
  })
  const tags = async () =>
    (await surface.store.partners.all()).map((one) => [one.name, ...one.tags].join(' ')).toSorted()
  return { surface, toasts, partners, tags, edit: createPartnerEdit(parts), transfer: createPartnerTransfer(parts) }
}

describe('a tag for several partners at once', () => {
  it('is put on in one message, and taken back without losing what was changed since', async () => {
    const { surface, toasts, partners, tags, edit } = await opened()
    await edit.tag(partners, ' b ', true)
    expect(await tags()).toEqual(['Ana a b', 'Bo b'])
    expect(surface.sent.filter(({ type }) => type === 'partner.import')).toHaveLength(1)
    const ana = (await surface.store.partners.all()).find(({ name }) => name === 'Ana')
    if (ana) await edit.save({ ...ana, tags: [...ana.tags, 'later'] })
    await toasts.shown.value[0]?.undo?.()
    expect(await tags()).toEqual(['Ana a later', 'Bo b'])
  })

  it('is taken off those that have it', async () => {
    const { toasts, partners, tags, edit } = await opened()
    await edit.tag(partners, 'a', false)
    expect(await tags()).toEqual(['Ana', 'Bo b'])
    await toasts.shown.value[0]?.undo?.()
    expect(await tags()).toEqual(['Ana a', 'Bo b'])
  })
})

describe('partners from a file', () => {
  const file = new File(['accounts,name\nx:cleo,Cleo\nx:ana,Another Ana'], 'team.csv')

  it('are stored only once they are confirmed, those that are partners already left out, and can be taken back', async () => {
    const { surface, toasts, tags, transfer } = await opened()
    await transfer.look(file)
    expect(transfer.preview.value).toMatchObject({
      fileName: 'team.csv',
      partners: [{ name: 'Cleo' }],
      problems: [{ row: 3, code: 'taken', detail: 'Ana' }],
    })
    expect(await tags()).toHaveLength(2)
    await transfer.confirm()
    expect(await tags()).toEqual(['Ana a', 'Bo b', 'Cleo'])
    await toasts.shown.value[0]?.undo?.()
    expect(await tags()).toHaveLength(2)
    expect(surface.sent.map(({ type }) => type)).toEqual(['partner.import', 'partner.import'])
  })

  it('stay in the preview when storing is refused', async () => {
    const { surface, tags, transfer } = await opened()
    await transfer.look(file)
    surface.refuse['partner.import'] = 'disk-full'
    await transfer.confirm()
    expect(transfer.preview.value?.partners).toHaveLength(1)
    expect(await tags()).toHaveLength(2)
  })
})

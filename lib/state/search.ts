import MiniSearch from 'minisearch'
import type { StoreReader } from '../store/interface.ts'
import type { View } from './route.ts'

/** Newest posts of each partner that can be found. */
const POSTS = 50
/** Documents taken in before the page gets its turn again. */
const CHUNK = 200
const MOST = 20

/** Something that was found; `view` and `id` say where it is shown. */
export interface Found {
  id: string
  kind: 'note' | 'post' | 'contact' | 'partner' | 'guideline'
  title: string
  /** The first words of it. */
  text: string
  view: View
  openId: string | null
}

/** With the whole text, which is searched and not kept. */
type Document = Found & { words: string }

export interface Search {
  /** Best first; the index is made with the first question after something changed. */
  find(words: string): Promise<Found[]>
  /** Something was written: the next question is answered from the record as it is then. */
  forget(): void
}

/** Searches notes, captions, contacts, partners and guidelines, as they are typed: by beginnings and near misses. */
export function createSearch(store: StoreReader): Search {
  let index: Promise<MiniSearch<Document>> | null = null
  return {
    async find(words) {
      if (words.trim().length < 2) return []
      index ??= indexOf(store)
      const found = await index
      // A near miss only of longer words: of short ones everything is near.
      const options = { prefix: true, fuzzy: (word: string) => (word.length > 4 ? 0.2 : false), boost: { title: 2 } }
      return found
        .search(words.slice(0, 200), { ...options, combineWith: 'AND' })
        .slice(0, MOST)
        .map(({ id, kind, title, text, view, openId }) => ({ id, kind, title, text, view, openId }))
    },
    forget() {
      index = null
    },
  }
}

async function indexOf(store: StoreReader): Promise<MiniSearch<Document>> {
  const index = new MiniSearch<Document>({
    fields: ['title', 'words'],
    storeFields: ['id', 'kind', 'title', 'text', 'view', 'openId'],
  })
  const found: Document[] = []
  const add = (one: Found) => {
    found.push({ ...one, text: one.text.slice(0, 160), words: one.text })
  }
  const [partners, notes, guidelines] = await Promise.all([
    store.partners.all(),
    store.notes.all(),
    store.guidelines.all(),
  ])
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  for (const { id, partnerId, text } of notes) {
    const title = partnerId === null ? '' : (names.get(partnerId) ?? '')
    const known = partnerId !== null && names.has(partnerId)
    add({ id, kind: 'note', title, text, view: known ? 'partners' : 'notes', openId: known ? partnerId : null })
  }
  for (const { id, name, brand } of guidelines)
    add({ id, kind: 'guideline', title: name, text: brand, view: 'guidelines', openId: id })
  for (const { id, name, accounts, tags } of partners) {
    const text = [...accounts.map(({ handle }) => `@${handle}`), ...tags].join(', ')
    add({ id, kind: 'partner', title: name, text, view: 'partners', openId: id })
    const [posts, contacts] = await Promise.all([
      store.posts.ofPartner(id, { limit: POSTS }),
      store.contacts.ofPartner(id),
    ])
    for (const post of posts)
      add({ id: post.id, kind: 'post', title: name, text: post.text, view: 'partners', openId: id })
    for (const { id: contactId, note } of contacts)
      if (note !== '') add({ id: contactId, kind: 'contact', title: name, text: note, view: 'partners', openId: id })
  }
  await index.addAllAsync(found, { chunkSize: CHUNK })
  return index
}

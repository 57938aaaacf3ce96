import { versionId } from '../domain/guideline-version.ts'
import { defaultSettings, settingsSchema } from '../domain/settings.ts'
import type { Settings } from '../domain/settings.ts'
import type { Post } from '../domain/post.ts'
import type { Backend, RowReader, RowWriter, Where } from './backend.ts'
import type { PostRange, Rows, Store, StoreReader, StoreStats, StoreWriter, TableName } from './interface.ts'
import { META, tableNames, tables } from './tables.ts'
import { createTouching, isJudging } from './touched.ts'
import type { Touching } from './touched.ts'

/** In the meta table: rows that did not parse and were about to be overwritten. */
const ASIDE = 'aside:'

/** Rows read at a time where a whole table is gone through. */
const PAGE = 500

/** The questions of the interface, asked once for every place rows can be kept in. */
export function createStore(backend: Backend): Store {
  let hashKey: Promise<Uint8Array<ArrayBuffer>> | null = null
  return {
    ...createReader((question) => backend.read(question)),
    read: (work) =>
      backend.read((rows) => {
        const asked = createAsked()
        return work(createReader((question) => question(rows), asked))
      }),
    write: (work) =>
      backend.write(async (rows) => {
        const touching = createTouching()
        const result = await work(createWriter(rows, touching))
        await touching.mark(rows)
        return result
      }),
    hashKey: () => {
      hashKey ??= readOrMakeHashKey(backend).catch((error: unknown) => {
        hashKey = null
        throw error
      })
      return hashKey
    },
    close: () => backend.close(),
  }
}

type Ask = <T>(question: (rows: RowReader) => Promise<T>) => Promise<T>

/** Answers by what was asked, where the same question has the same answer; else it is asked each time. */
type Asked = <T>(key: string, question: () => Promise<T>) => Promise<T>
const askAgain: Asked = (_key, question) => question()

function createAsked(): Asked {
  const answers = new Map<string, Promise<unknown>>()
  return <T>(key: string, question: () => Promise<T>) => {
    const answer = (answers.get(key) as Promise<T> | undefined) ?? question()
    answers.set(key, answer)
    return answer
  }
}

function createReader(ask: Ask, asked: Asked = askAgain): StoreReader {
  const one = <T extends TableName>(table: T, key: string) =>
    asked(`${table} ${key}`, () => ask((rows) => getOne(rows, table, key)))
  const many = <T extends TableName>(table: T, keys: readonly string[]) =>
    ask(async (rows) => {
      const found = await Promise.all(keys.map((key) => asked(`${table} ${key}`, () => getOne(rows, table, key))))
      return found.filter((row) => row !== null)
    })
  const listed = <T extends TableName>(table: T, where: Where, options?: ListOptions) =>
    asked(`${table} ${JSON.stringify([where, options])}`, () => ask((rows) => list(rows, table, where, options)))
  const whole = <
    T extends
      | 'partners'
      | 'guidelines'
      | 'notes'
      | 'waivers'
      | 'corrections'
      | 'overrides'
      | 'deliverables'
      | 'drafts'
      | 'reports'
      | 'letters'
      | 'briefs'
      | 'watches'
      | 'webhooks'
      | 'incidents'
      | 'vettings'
      | 'agreements'
      | 'plans'
      | 'realignments'
      | 'reviews',
  >(
    table: T,
    options?: { deleted?: boolean },
  ) =>
    ask(async (rows) => {
      const found = await asked<Rows[T][]>(table, () => all(rows, table))
      return found.filter((row) => options?.deleted || row.deletedAt === null)
    })

  return {
    partners: {
      all: (options) => whole('partners', options),
      get: (id) => one('partners', id),
      byAccount: async (account) => {
        const found = await listed('partners', { index: 'account', group: account })
        return found.find((partner) => partner.deletedAt === null) ?? null
      },
    },
    posts: {
      get: (id) => one('posts', id),
      getMany: (ids) => many('posts', ids),
      ofPartner: (partnerId, options) =>
        ask(async (rows) => {
          const partner = await asked(`partners ${partnerId}`, () => getOne(rows, 'partners', partnerId))
          const accounts = [...new Set(partner?.accountKeys)]
          const lists = await Promise.all(
            accounts.map((account) =>
              asked(`posts ${JSON.stringify([account, options])}`, () => postsOf(rows, account, options)),
            ),
          )
          return lists.flat().toSorted(newestFirst).slice(0, options?.limit)
        }),
      ofAccount: (account, options) => ask((rows) => postsOf(rows, account, options)),
      countOfAccount: (account) => ask((rows) => rows.count('posts', { index: 'account', group: account })),
      idsOfAccount: (account) => ask((rows) => rows.keys('posts', { index: 'account', group: account })),
    },
    revisions: {
      ofPost: (postId) => listed('revisions', { index: 'post', group: postId }),
    },
    comments: {
      get: (id) => one('comments', id),
      ofPost: (postId, options) => listed('comments', { index: 'post', group: postId }, options),
      countOfPost: (postId) => ask((rows) => rows.count('comments', { index: 'post', group: postId })),
    },
    metrics: { ofPost: (postId) => listed('metrics', { index: 'post', group: postId }) },
    profiles: {
      latest: async (account) => {
        const newest = await listed('profiles', { index: 'account', group: account }, { reverse: true, limit: 1 })
        return newest[0] ?? null
      },
      ofAccount: (account) => listed('profiles', { index: 'account', group: account }),
    },
    assessments: {
      get: (postId) => one('assessments', postId),
      getMany: (postIds) => many('assessments', postIds),
      ofAccount: (account) => listed('assessments', { index: 'account', group: account }),
      postIdsOnBasis: (account, basis) =>
        ask(async (rows) => {
          const where: Where = { index: 'account', group: account, from: basis, to: basis }
          return (await list(rows, 'assessments', where)).map((row) => row.postId)
        }),
    },
    guidelines: {
      all: (options) => whole('guidelines', options),
      get: (id) => one('guidelines', id),
    },
    guidelineVersions: {
      get: (id, version) => one('guidelineVersions', versionId(id, version)),
      ofGuideline: (id) => listed('guidelineVersions', { index: 'guideline', group: id }),
    },
    waivers: {
      all: async (options) => (await whole('waivers', options)).toSorted(newestMadeFirst),
      get: (id) => one('waivers', id),
    },
    corrections: {
      all: async (options) => (await whole('corrections', options)).toSorted(newestMadeFirst),
      get: (id) => one('corrections', id),
    },
    notes: {
      ofPartner: async (partnerId) => {
        if (partnerId !== null) {
          const found = await listed('notes', { index: 'partner', group: partnerId }, { reverse: true })
          return found.filter((note) => note.deletedAt === null)
        }
        const notes = await whole('notes')
        return notes.filter((note) => note.partnerId === null).toSorted(newestMadeFirst)
      },
      all: async (options) => (await whole('notes', options)).toSorted(newestMadeFirst),
      get: (id) => one('notes', id),
    },
    contacts: {
      ofPartner: async (partnerId) => {
        const found = await listed('contacts', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((contact) => contact.deletedAt === null)
      },
      get: (id) => one('contacts', id),
    },
    deliverables: {
      ofPartner: async (partnerId) => {
        const found = await listed('deliverables', { index: 'partner', group: partnerId })
        return found.filter((deliverable) => deliverable.deletedAt === null)
      },
      all: (options) => whole('deliverables', options),
      get: (id) => one('deliverables', id),
    },
    drafts: {
      ofPartner: async (partnerId) => {
        const found = await listed('drafts', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((draft) => draft.deletedAt === null)
      },
      all: async (options) => (await whole('drafts', options)).toSorted(newestMadeFirst),
      get: (id) => one('drafts', id),
    },
    briefs: {
      all: async (options) => (await whole('briefs', options)).toSorted(newestMadeFirst),
      get: (id) => one('briefs', id),
    },
    incidents: {
      ofPartner: async (partnerId) => {
        const found = await listed('incidents', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((incident) => incident.deletedAt === null)
      },
      all: async (options) => (await whole('incidents', options)).toSorted(newestMadeFirst),
      get: (id) => one('incidents', id),
    },
    vettings: {
      all: async (options) => (await whole('vettings', options)).toSorted(newestMadeFirst),
      get: (id) => one('vettings', id),
      byAccount: async (account) => {
        const found = await listed('vettings', { index: 'account', group: account })
        return found.filter(({ deletedAt }) => deletedAt === null).toSorted(newestMadeFirst)[0] ?? null
      },
    },
    agreements: {
      ofPartner: async (partnerId) => {
        const found = await listed('agreements', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((agreement) => agreement.deletedAt === null)
      },
      all: async (options) => (await whole('agreements', options)).toSorted(newestMadeFirst),
      get: (id) => one('agreements', id),
    },
    plans: {
      ofPartner: async (partnerId) => {
        const found = await listed('plans', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((plan) => plan.deletedAt === null)
      },
      all: async (options) => (await whole('plans', options)).toSorted(newestMadeFirst),
      get: (id) => one('plans', id),
    },
    realignments: {
      ofPartner: async (partnerId) => {
        const found = await listed('realignments', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((sheet) => sheet.deletedAt === null)
      },
      all: async (options) => (await whole('realignments', options)).toSorted(newestMadeFirst),
      get: (id) => one('realignments', id),
    },
    reviews: {
      ofPartner: async (partnerId) => {
        const found = await listed('reviews', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((review) => review.deletedAt === null)
      },
      all: async (options) => (await whole('reviews', options)).toSorted(newestMadeFirst),
      get: (id) => one('reviews', id),
    },
    programme: {
      ofPartner: async (partnerId) => {
        const found = await listed('programme', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((use) => use.deletedAt === null)
      },
      get: (id) => one('programme', id),
    },
    evidence: {
      ofIncident: (id) => listed('evidence', { index: 'incident', group: id }),
      last: async (id) => {
        const newest = await listed('evidence', { index: 'incident', group: id }, { reverse: true, limit: 1 })
        return newest[0] ?? null
      },
    },
    pulses: {
      ofPartner: async (partnerId) => {
        const found = await listed('pulses', { index: 'partner', group: partnerId }, { reverse: true })
        return found.filter((pulse) => pulse.deletedAt === null)
      },
      get: (id) => one('pulses', id),
    },
    alertStates: {
      all: () => asked('alertStates', () => ask((rows) => all(rows, 'alertStates'))),
      get: (id) => one('alertStates', id),
    },
    watches: {
      all: async (options) => (await whole('watches', options)).toSorted(newestMadeFirst),
      get: (id) => one('watches', id),
    },
    news: {
      all: () => asked('news', () => ask((rows) => all(rows, 'news'))),
      ofPartner: (partnerId) => listed('news', { index: 'partner', group: partnerId }),
    },
    webhooks: {
      all: (options) => whole('webhooks', options),
      get: (id) => one('webhooks', id),
    },
    sendings: {
      all: () => asked('sendings', () => ask((rows) => all(rows, 'sendings'))),
      get: (id) => one('sendings', id),
    },
    misses: {
      all: () => asked('misses', () => ask((rows) => all(rows, 'misses'))),
      ofSite: (platform) => listed('misses', { index: 'platform', group: platform }),
      get: (id) => one('misses', id),
    },
    readRates: {
      all: () => asked('readRates', () => ask((rows) => all(rows, 'readRates'))),
      get: (id) => one('readRates', id),
    },
    overrides: {
      all: async (options) => (await whole('overrides', options)).toSorted(newestMadeFirst),
      get: (id) => one('overrides', id),
    },
    reports: {
      all: async (options) => (await whole('reports', options)).toSorted((a, b) => (a.at < b.at ? 1 : -1)),
      get: (id) => one('reports', id),
    },
    letters: {
      all: async (options) => (await whole('letters', options)).toSorted((a, b) => a.name.localeCompare(b.name)),
      get: (id) => one('letters', id),
    },
    summaries: {
      all: () => asked('summaries', () => ask((rows) => all(rows, 'summaries'))),
      get: (id) => one('summaries', id),
    },
    touched: {
      all: () => asked('touched', () => ask((rows) => all(rows, 'touched'))),
      get: (id) => one('touched', id),
    },
    settings: { get: () => asked('settings', () => ask(readSettings)) },
    unseenSince: (table, instant, limit) => ask((rows) => rows.keysBelow(table, 'lastSeen', instant, limit)),
    rawRows: (table, after, limit) =>
      ask(async (rows) => (await rows.page(table, after, limit)) as Readonly<Record<string, unknown>>[]),
    stats: () => ask(readStats),
  }
}

function createWriter(rows: RowWriter, touching: Touching): StoreWriter {
  const { reader, lastRead, hasRead } = remembering(rows)
  return {
    ...createReader((question) => question(reader)),
    put: async (table, row) => {
      // What could not be read back must not be written: better no unit of work than a row set aside.
      if (parse(table, row) === null) throw new TypeError(`not a row of ${table}`)
      const key = keyOf(table, row)
      // Most rows that nobody has read before are new, and then there is nothing to read.
      if (!hasRead(table, key) && (await rows.add(table, row))) return touching.row(table, row)
      const old = await lastRead(table, key)
      // A row that this version cannot read may still be of use to a person: it moves, it does not vanish.
      if (old !== undefined && parse(table, old) === null)
        await rows.put(META, { id: `${ASIDE}${table}:${key}`, table, row: old })
      touching.row(table, old)
      touching.row(table, row)
      await rows.put(table, row)
    },
    rawRow: (table, key) => rows.get(table, key),
    putRaw: (table, row) => {
      touching.everyone()
      return rows.put(table, row)
    },
    clear: async () => {
      touching.everyone()
      for (const table of [...tableNames, META] as const) await rows.clear(table)
    },
    putSettings: async (settings) => {
      if (isJudging(await readSettings(rows), settings)) touching.everyone()
      await rows.put(META, { id: 'settings', value: settings })
    },
    remove: async (table, key) => {
      touching.row(table, await lastRead(table, key))
      await rows.remove(table, key)
    },
    removePost: async (id) => {
      for (const table of ['posts', 'assessments'] as const) touching.row(table, await lastRead(table, id))
      for (const table of ['revisions', 'comments', 'metrics'] as const)
        for (const key of await rows.keys(table, { index: 'post', group: id })) await rows.remove(table, key)
      await rows.remove('assessments', id)
      await rows.remove('posts', id)
    },
  }
}

/** Remembers what a unit of work has read, so that a row that is read and put again is fetched once. */
function remembering(rows: RowWriter) {
  const read = new Map<string, unknown>()
  const reader: RowReader = {
    ...rows,
    get: async (table, key) => {
      const row = await rows.get(table, key)
      read.set(`${table}:${key}`, row)
      return row
    },
    list: async (table, where, options) => {
      const found = await rows.list(table, where, options)
      for (const row of found) read.set(`${table}:${keyOf(table, row)}`, row)
      return found
    },
  }
  const lastRead = async (table: TableName, key: string): Promise<unknown> => {
    const id = `${table}:${key}`
    return read.has(id) ? read.get(id) : rows.get(table, key)
  }
  const hasRead = (table: TableName, key: string): boolean => read.has(`${table}:${key}`)
  return { reader, lastRead, hasRead }
}

function keyOf(table: TableName | typeof META, row: unknown): string {
  return String((row as Record<string, unknown>)[table === META ? 'id' : tables[table].key])
}

interface ListOptions {
  reverse?: boolean
  limit?: number
}

/** The row as the domain knows it; null when it does not parse (it stays where it is). */
function parse<T extends TableName>(table: T, row: unknown): Rows[T] | null {
  const parsed = tables[table].schema.safeParse(row)
  return parsed.success ? parsed.data : null
}

async function getOne<T extends TableName>(rows: RowReader, table: T, key: string): Promise<Rows[T] | null> {
  const row = await rows.get(table, key)
  return row === undefined ? null : parse(table, row)
}

async function list<T extends TableName>(
  rows: RowReader,
  table: T,
  where: Where,
  options: ListOptions = {},
): Promise<Rows[T][]> {
  const raw = await rows.list(table, where, options)
  const good = raw.map((row) => parse(table, row)).filter((row) => row !== null)
  const { limit, ...rest } = options
  if (limit === undefined || good.length === raw.length || raw.length < limit) return good
  // Some of the first `limit` are set aside: the limit counts good rows, so look at all of them.
  return (await list(rows, table, where, rest)).slice(0, limit)
}

async function all<T extends TableName>(rows: RowReader, table: T): Promise<Rows[T][]> {
  const good: Rows[T][] = []
  await eachRow(rows, table, (row) => {
    const parsed = parse(table, row)
    if (parsed !== null) good.push(parsed)
  })
  return good
}

async function eachRow(rows: RowReader, table: TableName | typeof META, visit: (row: unknown) => void): Promise<void> {
  let after: string | null = null
  for (;;) {
    const page: unknown[] = await rows.page(table, after, PAGE)
    for (const row of page) visit(row)
    if (page.length < PAGE) return
    after = keyOf(table, page.at(-1))
  }
}

function postsOf(rows: RowReader, account: string, { since, until, limit }: PostRange = {}): Promise<Post[]> {
  const where: Where = {
    index: 'account',
    group: account,
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
  }
  return list(rows, 'posts', where, { reverse: true, ...(limit !== undefined && { limit }) })
}

async function readSettings(rows: RowReader): Promise<Settings> {
  const stored = await rows.get(META, 'settings')
  const value = typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : null
  if (typeof value !== 'object' || value === null) return defaultSettings
  const whole = settingsSchema.safeParse({ ...defaultSettings, ...value })
  if (whole.success) return whole.data
  // One field that no longer parses must not reset the others.
  let settings = defaultSettings
  for (const [field, kept] of Object.entries(value)) {
    const tried = settingsSchema.safeParse({ ...settings, [field]: kept })
    if (tried.success) settings = tried.data
  }
  return settings
}

async function readStats(rows: RowReader): Promise<StoreStats> {
  const stats: StoreStats = { partners: 0, posts: 0, comments: 0, notes: 0, setAside: {} }
  for (const table of tableNames) {
    let aside = 0
    let kept = 0
    await eachRow(rows, table, (row) => {
      const parsed = parse(table, row)
      if (parsed === null) aside++
      else if (!('deletedAt' in parsed) || parsed.deletedAt === null) kept++
    })
    if (table === 'partners' || table === 'posts' || table === 'comments' || table === 'notes') stats[table] = kept
    if (aside > 0) stats.setAside[table] = aside
  }
  await eachRow(rows, META, (row) => {
    const table = typeof row === 'object' && row !== null && 'table' in row ? String(row.table) : null
    if (table !== null) stats.setAside[table] = (stats.setAside[table] ?? 0) + 1
  })
  return stats
}

async function readOrMakeHashKey(backend: Backend): Promise<Uint8Array<ArrayBuffer>> {
  const fresh = crypto.getRandomValues(new Uint8Array(32))
  const value = await backend.write(async (rows) => {
    const stored = await rows.get(META, 'hashKey')
    if (typeof stored === 'object' && stored !== null && 'value' in stored && isKey(stored.value)) return stored.value
    await rows.put(META, { id: 'hashKey', value: fresh })
    return fresh
  })
  return new Uint8Array(value)
}

function isKey(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && value.byteLength === 32
}

function newestFirst(a: Post, b: Post): number {
  if (a.sortAt === b.sortAt) return a.id < b.id ? 1 : -1
  return a.sortAt < b.sortAt ? 1 : -1
}

function newestMadeFirst(a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number {
  if (a.createdAt === b.createdAt) return a.id < b.id ? 1 : -1
  return a.createdAt < b.createdAt ? 1 : -1
}

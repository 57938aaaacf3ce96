/**
 * One step from one version of the database to the next, run inside the upgrade's own transaction: it may
 * await requests of that transaction only. A step that throws undoes all steps of this upgrade.
 */
export type Migration = (db: IDBDatabase, tx: IDBTransaction) => void | Promise<void>

/** Steps in order; never changed once released, only added to. What they make, `tables` describes. */
export const migrations: readonly Migration[] = [
  function firstTables(db) {
    const make = (name: string, keyPath: string, indexes: Record<string, string | string[]> = {}) => {
      const table = db.createObjectStore(name, { keyPath })
      for (const [index, path] of Object.entries(indexes)) table.createIndex(index, path)
      return table
    }
    make('partners', 'id').createIndex('account', 'accountKeys', { multiEntry: true })
    make('posts', 'id', { account: ['account', 'sortAt'], lastSeen: 'lastSeenAt' })
    make('revisions', 'id', { post: ['postId', 'firstSeenAt'], lastSeen: 'lastSeenAt' })
    make('comments', 'id', { post: ['postId', 'firstSeenAt'], lastSeen: 'lastSeenAt' })
    make('metrics', 'id', { post: ['postId', 'at'], lastSeen: 'lastSeenAt' })
    make('profiles', 'id', { account: ['account', 'at'], lastSeen: 'lastSeenAt' })
    make('assessments', 'postId', { account: ['account', 'basis'] })
    make('guidelines', 'id')
    make('notes', 'id', { partner: ['partnerId', 'createdAt'] })
    make('contacts', 'id', { partner: ['partnerId', 'at'] })
    make('misses', 'id', { platform: ['platform', 'field'] })
    make('meta', 'id')
  },
  function decisionsAndVersions(db) {
    db.createObjectStore('guidelineVersions', { keyPath: 'id' }).createIndex('guideline', ['guidelineId', 'savedAt'])
    db.createObjectStore('waivers', { keyPath: 'id' })
    db.createObjectStore('corrections', { keyPath: 'id' })
  },
  function phraseLists(_db, tx) {
    for (const name of ['guidelines', 'guidelineVersions']) eachRow(tx.objectStore(name), withPhraseLists)
  },
  function rates(db) {
    db.createObjectStore('readRates', { keyPath: 'id' })
  },
  function overrides(db) {
    db.createObjectStore('overrides', { keyPath: 'id' })
  },
  function deliverablesAndPulses(db) {
    db.createObjectStore('deliverables', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'dueAt'])
    db.createObjectStore('pulses', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'at'])
  },
  function alertStates(db) {
    db.createObjectStore('alertStates', { keyPath: 'id' })
  },
  function drafts(db) {
    db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'createdAt'])
  },
  function reportsAndTemplates(db) {
    db.createObjectStore('reports', { keyPath: 'id' })
    db.createObjectStore('letters', { keyPath: 'id' })
  },
  function briefs(db) {
    db.createObjectStore('briefs', { keyPath: 'id' })
  },
  function watches(db) {
    db.createObjectStore('watches', { keyPath: 'id' })
  },
  function newsAndWebhooks(db) {
    db.createObjectStore('news', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'at'])
    db.createObjectStore('webhooks', { keyPath: 'id' })
    db.createObjectStore('sendings', { keyPath: 'id' }).createIndex('next', 'nextAt')
  },
  function summaries(db) {
    for (const name of ['summaries', 'touched']) db.createObjectStore(name, { keyPath: 'id' })
  },
  function incidentsAndEvidence(db) {
    db.createObjectStore('incidents', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'createdAt'])
    db.createObjectStore('evidence', { keyPath: 'id' }).createIndex('incident', ['incidentId', 'id'])
  },
  function vettings(db) {
    db.createObjectStore('vettings', { keyPath: 'id' }).createIndex('account', 'accountKeys', { multiEntry: true })
  },
  function agreements(db) {
    db.createObjectStore('agreements', { keyPath: 'id' }).createIndex('partner', ['partnerId', 'createdAt'])
  },
  function plansAndRealignments(db) {
    for (const name of ['plans', 'realignments'])
      db.createObjectStore(name, { keyPath: 'id' }).createIndex('partner', ['partnerId', 'createdAt'])
  },
  function reviewsAndProgramme(db) {
    for (const name of ['reviews', 'programme'])
      db.createObjectStore(name, { keyPath: 'id' }).createIndex('partner', ['partnerId', 'createdAt'])
  },
]

/** Puts `change(row)` in the place of every row. */
function eachRow(table: IDBObjectStore, change: (row: unknown) => unknown): void {
  const request = table.openCursor()
  request.addEventListener('success', () => {
    const cursor = request.result
    if (!cursor) return
    const row: unknown = cursor.value
    cursor.update(change(row))
    cursor.continue()
  })
}

/** Banned-phrase rules had one `phrase`; they have a list of `phrases`. */
function withPhraseLists(row: unknown): unknown {
  if (!isRecord(row)) return row
  if (isRecord(row['guideline'])) return { ...row, guideline: withPhraseLists(row['guideline']) }
  if (!Array.isArray(row['rules'])) return row
  const rules = row['rules'].map((rule: unknown) => {
    if (!isRecord(rule) || rule['kind'] !== 'banned-phrase' || !isRecord(rule['params'])) return rule
    const { phrase, ...params } = rule['params']
    return typeof phrase === 'string' && !('phrases' in params)
      ? { ...rule, params: { phrases: [phrase], ...params } }
      : rule
  })
  return { ...row, rules }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The version this code reads and writes. */
export const VERSION = migrations.length

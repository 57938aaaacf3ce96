// Runs inside a page of the extension: fills the product's own database, and asks it the product's own questions.
import { openDB } from 'idb'
import { readHealth } from '../../../lib/background/health.ts'
import { ingest } from '../../../lib/background/ingest.ts'
import { createJudge } from '../../../lib/background/judge.ts'
import { readSummary, refreshSummaries } from '../../../lib/background/summary.ts'
import type { Observation } from '../../../lib/domain/observation.ts'
import { createTone } from '../../../lib/sentiment/tone.ts'
import { openIdb } from '../../../lib/store/idb.ts'
import type { TableName } from '../../../lib/store/interface.ts'
import { tables } from '../../../lib/store/tables.ts'
import { COMMENTS, handleOf, partnerOf, POSTS, rowsOfPost, seenPost } from './rows.ts'

const DB = 'rapport'
/** Partners whose rows go into one transaction. */
const SLICE = 10

/** Puts the rows of `partners` partners into the database that the extension made, without its one writer. */
export async function fill(partners: number, at: number): Promise<{ posts: number; comments: number }> {
  const db = await openDB(DB)
  // The first of each must be what the product would read back; all others are made in the same way.
  check('partners', partnerOf(0, at))
  for (const [table, row] of rowsOfPost(0, 0, at)) check(table, row)
  for (let from = 0; from < partners; from += SLICE) {
    const tx = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'relaxed' })
    let last: Promise<unknown> = Promise.resolve()
    for (let p = from; p < Math.min(partners, from + SLICE); p++) {
      last = tx.objectStore('partners').put(partnerOf(p, at))
      for (let n = 0; n < POSTS; n++)
        for (const [table, row] of rowsOfPost(p, n, at)) last = tx.objectStore(table).put(row)
    }
    await last
    await tx.done
  }
  const counted = { posts: await db.count('posts'), comments: await db.count('comments') }
  db.close()
  if (counted.posts !== partners * POSTS || counted.comments !== partners * POSTS * COMMENTS)
    throw new Error(`the record has ${counted.posts} posts and ${counted.comments} comments`)
  return counted
}

function check(table: TableName, row: object): void {
  const parsed = tables[table].schema.safeParse(row)
  if (!parsed.success) throw new Error(`not a row of ${table}: ${parsed.error.message}`)
}

/** Milliseconds to keep everyone's summary for the first time. */
export async function summarizeAll(): Promise<number> {
  const store = await openIdb()
  const start = performance.now()
  await refreshSummaries(store, () => new Date())
  const ms = performance.now() - start
  store.close()
  return ms
}

/** Most posts that one message carries. */
const LOOK = 200

/** Milliseconds to take `count` posts that are new into the full record, as looks at one partner's feed each. */
export async function take(count: number, at: number): Promise<number> {
  const store = await openIdb()
  // The word list: what is measured is keeping, and a page has no weights to read.
  const judge = createJudge(createTone(null))
  const start = performance.now()
  for (let from = 0, p = 1; from < count; from += LOOK, p++)
    await ingest(store, judge, lookAt(p, from, Math.min(LOOK, count - from), at), new Date(at))
  const ms = performance.now() - start
  store.close()
  return ms
}

/** Milliseconds of one partner's health, and of its whole summary, each after one more of its posts was taken in. */
export async function afterOnePost(
  partners: number,
  times: number,
  at: number,
): Promise<{ healthMs: number[]; summaryMs: number[] }> {
  const store = await openIdb()
  const judge = createJudge(createTone(null))
  const healthMs: number[] = []
  const summaryMs: number[] = []
  for (let i = 0; i < times; i++) {
    const p = (i * 37 + 11) % partners
    await ingest(store, judge, lookAt(p, 5_000 + i, 1, at), new Date(at))
    const partner = await store.partners.byAccount(`x:${handleOf(p)}`)
    if (!partner) throw new Error(`partner ${p} is not there`)
    let start = performance.now()
    await readHealth(store, partner, new Date(at))
    healthMs.push(performance.now() - start)
    start = performance.now()
    await readSummary(store, partner, new Date(at))
    summaryMs.push(performance.now() - start)
  }
  store.close()
  return { healthMs, summaryMs }
}

function lookAt(p: number, from: number, count: number, at: number) {
  const observation: Observation = {
    platform: 'x',
    url: `https://x.com/${handleOf(p)}`,
    page: 'profile',
    lang: 'en',
    seenAt: new Date(at).toISOString(),
    profile: null,
    posts: Array.from({ length: count }, (_, i) => seenPost(p, from + i, at)),
  }
  return { observation, misses: [], fields: [] }
}

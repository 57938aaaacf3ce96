// Runs inside a page of the extension: asks the product's own questions of the record that the extension keeps.
import { readHealth } from '../../../lib/background/health.ts'
import { ingest } from '../../../lib/background/ingest.ts'
import { readSummary, refreshSummaries } from '../../../lib/background/summary.ts'
import { accountKey } from '../../../lib/domain/ids.ts'
import type { Observation } from '../../../lib/domain/observation.ts'
import { openIdb } from '../../../lib/store/idb.ts'
import { openJudge } from './fill.ts'
import { handleOf, seenPost } from './rows.ts'

/** Resolves once what the extension does after its installation is done. */
export async function untilQuiet(): Promise<void> {
  while ((await chrome.alarms.getAll()).some(({ name }) => name === 'rescore'))
    await new Promise((later) => setTimeout(later, 200))
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

/** Milliseconds that the worker takes for each of `looks` looks at posts that are new, each of one partner's feed. */
export async function take(looks: number): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < looks; i++) {
    const look = lookAt(4 * (i + 2), 1_000 * i, LOOK)
    const start = performance.now()
    const reply = await chrome.runtime.sendMessage({ type: 'page.seen', input: { ...look, checkAll: false } })
    found.push(performance.now() - start)
    if (reply?.value?.badges?.length !== LOOK) throw new Error(`not taken: ${JSON.stringify(reply).slice(0, 300)}`)
  }
  return found
}
export const postsPerLook = () => LOOK

/** Milliseconds of one partner's health, and of its whole summary, each after one more of its posts was taken in. */
export async function afterOnePost(
  partners: number,
  times: number,
): Promise<{ healthMs: number[]; summaryMs: number[] }> {
  const store = await openIdb()
  const judge = await openJudge()
  const healthMs: number[] = []
  const summaryMs: number[] = []
  for (let i = 0; i < times; i++) {
    const p = 4 * ((i * 37 + 11) % (partners / 4))
    await ingest(store, judge, lookAt(p, 50_000 + i, 1), new Date())
    const partner = await store.partners.byAccount(accountKey('x', handleOf(p)))
    if (!partner) throw new Error(`partner ${p} is not there`)
    let start = performance.now()
    await store.read((record) => readHealth(record, partner, new Date()))
    healthMs.push(performance.now() - start)
    start = performance.now()
    await store.read((record) => readSummary(record, partner, new Date()))
    summaryMs.push(performance.now() - start)
  }
  store.close()
  return { healthMs, summaryMs }
}

function lookAt(p: number, from: number, count: number) {
  const at = Date.now()
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

import { afterEach, expect, it, vi } from 'vitest'
import * as published from '../../../lib/health/benchmarks.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { writeRecord } from '../../../lib/store/record-file.ts'
import { at, NOW, partner, postOf } from '../health/fixtures.ts'
import { profileRow } from '../store/rows.ts'

afterEach(() => {
  vi.doUnmock('../../../lib/health/benchmarks.ts')
  vi.resetModules()
})

/** Rapport with a benchmark file whose rows are of another version. */
async function withVersion(version: string, source: string) {
  vi.resetModules()
  vi.doMock('../../../lib/health/benchmarks.ts', () => ({
    ...published,
    BENCHMARKS_VERSION: version,
    benchmarksFor: (...about: Parameters<typeof published.benchmarksFor>) =>
      published.benchmarksFor(...about).map((row) => Object.assign(structuredClone(row), { source })),
  }))
  return (await import('../../../lib/state/engagement.ts')).readEngagement
}

it('B0: changing the benchmark file version re-labels but never rewrites stored observations', async () => {
  const store = createMemoryStore()
  const [account = ''] = partner.accountKeys
  const posts = [10, 20, 30].map((likes, n) => postOf(n, n + 3, likes))
  const profile = profileRow(account, 1, { followers: { value: 1_000, step: 1 } })
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (const post of posts) await tx.put('posts', post)
    await tx.put('profiles', profile)
  })
  const bytes = async () => (await Array.fromAsync(writeRecord(store, at(0)))).join('')
  const seen = { platform: 'instagram', posts, profiles: [profile] }

  const before = await bytes()
  const said = []
  for (const version of ['2025-2', '2031-1']) {
    const readEngagement = await withVersion(version, `Publisher ${version}`)
    said.push(await readEngagement(store, partner, seen, new Map(), NOW))
  }
  const [first, second] = said
  expect(first?.comparison).toMatchObject({ to: 'published', rows: [{ source: 'Publisher 2025-2' }] })
  expect(second?.comparison).toMatchObject({ to: 'published', rows: [{ source: 'Publisher 2031-1' }] })
  expect(second?.rate).toEqual(first?.rate)
  expect(await bytes()).toBe(before)
  expect(before).not.toContain('2025-2')
})

import { expect, it } from 'vitest'
import { readHealth } from '../../../lib/background/health.ts'
import { defaultHealthSettings, defaultSettings } from '../../../lib/domain/settings.ts'
import { loadTrends } from '../../../lib/state/trends.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { NOW, partner, postOf } from '../health/fixtures.ts'
import { profileRow } from '../store/rows.ts'

const TALK = 'mean(likes+comments)/followers'
const figure = (value: number) => ({ value, step: 1 })

it('B0: another formula of a site names itself beside the figure, moves the score, and rewrites nothing stored', async () => {
  const store = createMemoryStore()
  const [account = ''] = partner.accountKeys
  // Likes as always, but nobody talks under the newest posts any more.
  const posts = Array.from({ length: 12 }, (_, n) =>
    postOf(n, n + 3, 50, {
      metrics: { likes: figure(50), comments: figure(n < 3 ? 0 : 100), shares: null, views: null, saves: null },
    }),
  )
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (const post of posts) await tx.put('posts', post)
    await tx.put('profiles', profileRow(account, 1, { followers: figure(1_000) }))
  })
  const observed = async () =>
    JSON.stringify([await store.posts.getMany(posts.map(({ id }) => id)), await store.profiles.ofAccount(account)])
  const said = async () => {
    const [trend] = (await loadTrends(store, partner, NOW)).accounts
    const { parts } = await readHealth(store, partner, new Date(NOW))
    return [trend?.rate.rate.formula, trend?.rate.rate.rate, parts.find(({ part }) => part === 'engagement')?.score]
  }
  const before = await observed()

  expect(await said()).toEqual(['median(likes)/followers', 0.05, 80])
  await store.write((tx) =>
    tx.putSettings({ ...defaultSettings, health: { ...defaultHealthSettings, formulas: { instagram: TALK } } }),
  )
  expect(await said()).toEqual([TALK, 0.125, expect.closeTo(20.8, 1)])
  expect(await observed()).toBe(before)

  // One that this version does not know is the default.
  await store.write((tx) =>
    tx.putSettings({ ...defaultSettings, health: { ...defaultHealthSettings, formulas: { instagram: 'gone' } } }),
  )
  expect(await said()).toEqual(['median(likes)/followers', 0.05, 80])
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountKey } from '../../lib/domain/ids.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import { writeRecord } from '../../lib/store/record-file.ts'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { ring, webhooksLater } from '../harness/worker-clock.ts'
import { assessmentRow, postRow, profileRow, pulseRow } from '../lib/store/rows.ts'
import { type SamplePage, urls } from '../sample-sites/index.ts'

// "How are we doing, and who needs me?" as one story: a partner gets worse, somebody looks, puts it off and is left
// alone; then a caption loses its disclosure, and the team hears of it once.

const NAME = 'Priya Raman'
const PARTNER = '01JTSAMP00000000PARTNER003'
const ACCOUNT = accountKey('mastodon', 'priyaramanwalks@mastodon.social')
const HOOK = 'https://hooks.example/services/T0/team'

let rapport: Rapport
let now: number
let reader: Page
let dashboard: Page
let edited: SamplePage
/** What arrived at the team's server, and what it answers; 200 when there is nothing left to say. */
const arrived: string[] = []
const answers: number[] = []

beforeAll(async () => {
  const opened = await openSampleBrowser({ extensionDir: await buildExtension({ browser: 'chrome' }) })
  rapport = opened.rapport
  now = opened.server.now.getTime()
  rapport.serve(async (url, asked) => {
    if (url.href !== HOOK) return opened.server.serve(url)
    arrived.push(asked?.body ?? '')
    return { body: 'ok', type: 'text/plain', status: answers.shift() ?? 200 }
  })
  const found = urls(opened.server.now).find((page) => page.edited && page.creator === NAME)
  if (!found) throw new Error('The sample has no edited post of this partner')
  edited = found
  reader = await rapport.context.newPage()
  dashboard = await rapport.open('dashboard.html#/settings')
})
afterAll(async () => rapport?.close())

const at = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString()
const figure = (value: number) => ({ value, step: 1 })
/** A post as it was seen on its day: its likes are what the story turns on. */
const seen = (n: number, daysAgo: number, likes: number) =>
  postRow(n, {
    id: `mastodon:seed${n}`,
    platform: 'mastodon',
    externalId: `seed${n}`,
    account: ACCOUNT,
    url: `https://mastodon.social/@priyaramanwalks/seed${n}`,
    text: `#ad Walk number ${n} along the harbour, with the lentil pot of @tarnwell #TarnwellTrail`,
    hashtags: ['ad', 'TarnwellTrail'],
    mentions: ['tarnwell'],
    publishedAt: at(daysAgo),
    sortAt: at(daysAgo),
    firstSeenAt: at(daysAgo),
    lastSeenAt: at(daysAgo - 3),
    metrics: { likes: figure(likes), comments: null, shares: figure(likes / 10), views: null, saves: null },
  })
/** What the team exported elsewhere: good until five weeks ago, half as good since, and rated so by a person. */
const GOOD = [80, 75, 70, 65, 60, 55, 50, 45, 40, 35]
const POOR = [20, 14, 8]

async function recordOf(poor: readonly number[]): Promise<Buffer> {
  const store = createMemoryStore()
  await store.write(async (tx) => {
    const posts = [
      ...GOOD.map((daysAgo, n) => seen(n, daysAgo, 900)),
      ...poor.map((daysAgo, n) => seen(100 + n, daysAgo, 300)),
    ]
    for (const [n, post] of posts.entries()) {
      await tx.put('posts', post)
      const verdict = n < GOOD.length ? 'pass' : 'review'
      await tx.put('assessments', assessmentRow(post.id, 'seed', { account: ACCOUNT, verdict, at: post.firstSeenAt }))
    }
    await tx.put('profiles', profileRow(ACCOUNT, 1, { followers: figure(15_632), at: at(80), lastSeenAt: at(8) }))
    for (const [n, rating, daysAgo] of [
      [1, 9, 50],
      [2, 2, 3],
    ] as const)
      await tx.put('pulses', pulseRow(n, { partnerId: PARTNER, rating, at: at(daysAgo), createdAt: at(daysAgo) }))
  })
  return Buffer.from((await Array.fromAsync(writeRecord(store, at(0)))).join(''))
}

async function importRecord(poor: readonly number[]): Promise<void> {
  await go('#/settings')
  await dashboard
    .locator('input[type="file"][aria-label="Import a file"]')
    .setInputFiles({ name: 'rapport.json', mimeType: 'application/json', buffer: await recordOf(poor) })
  await dashboard.locator('.record-preview button.primary').click()
  await expect.poll(() => dashboard.locator('.record-preview').count()).toBe(0)
}
async function go(hash: string): Promise<void> {
  await dashboard.bringToFront()
  await dashboard.evaluate((to) => {
    location.hash = to
  }, hash)
}
const partner = () => dashboard.getByRole('region', { name: NAME, exact: true })
const words = () => dashboard.locator('main').innerText()

it('names the partner who got worse in the attention list, with how far the score fell', async () => {
  await importRecord(POOR)
  await go('#/attention')
  await partner().getByText('The last 3 posts did worse than usual: 33% of the usual engagement at best').waitFor()
  expect(await partner().locator('.attention-who').innerText()).toMatch(/[−-]\d+/)
})

it('says what the alert rests on: each of the three posts can be opened', async () => {
  const links = partner().getByRole('link', { name: /^Post \d$/ })
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
    [102, 101, 100].map((n) => `https://mastodon.social/@priyaramanwalks/seed${n}`),
  )
})

it('is put off for a week, and stays put off when only its number changes', async () => {
  await partner()
    .getByRole('button', { name: /^Put off a week: The last 3 posts/ })
    .click()
  await dashboard.getByText('1 put off').waitFor()
  await importRecord([...POOR, 5])
  await go('#/attention')
  await dashboard.getByText('(14 posts compared)').waitFor()
  const hidden = dashboard.getByRole('region', { name: '1 put off' })
  expect(await hidden.innerText()).toContain('The last 3 posts did worse than usual')
  expect(await partner().getByText('did worse than usual').count()).toBe(0)
})

it('says with a word diff that the disclosure was taken out of a live post', async () => {
  expect(await readSamplePage(rapport, reader, edited)).toBeNull()
  await go('#/settings')
  await dashboard.getByRole('button', { name: 'Add a webhook' }).click()
  await dashboard.getByLabel('Address of the webhook').fill(HOOK)
  await rapport.preapprove('https://hooks.example/*')
  await dashboard.getByRole('button', { name: 'Save and allow' }).click()
  await dashboard.getByRole('button', { name: 'Send a test' }).waitFor()
  answers.push(500, 503)
  expect(await readSamplePage(rapport, reader, edited)).toBeNull()
  await go('#/attention')
  await partner().getByText('Caption changed silently, and the law or the brief turns on it').waitFor()
  await partner().getByText('What changed').click()
  await expect
    .poll(() => partner().locator('.alert-change[open] del').allInnerTexts())
    .toEqual([expect.stringMatching(/#ad\s*$/)])
})

it('reaches the team’s server once, after two failures', async () => {
  await expect.poll(() => arrived.length).toBe(1)
  await webhooksLater(rapport, 2)
  await expect.poll(() => arrived.length).toBe(2)
  await webhooksLater(rapport, 6)
  await expect.poll(() => arrived.length).toBe(3)
  // Hours later, after another look at the same caption, there is nothing to add.
  await webhooksLater(rapport, 300)
  expect(await readSamplePage(rapport, reader, edited)).toBeNull()
  await ring(rapport, 'alerts')
  await go('#/settings')
  await expect.poll(words).toContain('Requests made: 3')
  await expect.poll(words).toContain('Arrived (200)')
  expect(arrived).toHaveLength(3)
  expect(new Set(arrived).size).toBe(1)
  expect(arrived[0]).toContain(NAME)
  expect(arrived[0]).toContain('the law or the brief turns on it')
  expect([...new Set(rapport.requests.map(({ url }) => url))]).toEqual([HOOK])
})

it('logs a pasted message once a person confirms what it says of itself, without keeping its words', async () => {
  await go(`#/partners/${PARTNER}`)
  const log = dashboard.getByRole('region', { name: 'Log a contact' })
  await log.getByRole('button', { name: 'Time, note or paste' }).click()
  const sent = new Date(now - 7_200_000).toUTCString()
  await log
    .getByLabel('Paste a message')
    .fill(
      `From: ${NAME} <priya@walks.example>\nTo: Ines\nDate: ${sent}\n\nSorry, I love the soup and took the label out by accident!`,
    )
  await expect.poll(() => log.getByLabel('Who wrote').inputValue()).toBe('in')
  expect(await log.getByLabel('How').inputValue()).toBe('email')
  await log.getByRole('button', { name: 'Log contact' }).click()
  await log.getByText('They reached out: Email').waitFor()
  expect(await log.innerText()).toMatch(/\(\d+ characters pasted\)/)
  expect(await words()).not.toContain('by accident')
})

it('tells on the partner’s page everything that happened, newest first, or of one kind', async () => {
  const timeline = dashboard.getByRole('region', { name: 'Timeline' })
  const shown = () => timeline.locator('li').allInnerTexts()
  await timeline.getByText('They reached out: Email').waitFor()
  expect((await shown()).slice(0, 2).join('\n')).toContain('the law or the brief turns on it')
  await timeline.getByRole('combobox').selectOption({ label: 'Contacts' })
  await expect.poll(async () => (await shown()).length).toBe(3)
  expect((await shown())[0]).toContain('They reached out: Email')
  expect((await shown())[2]).toContain('The team rated the partnership 9 of 10')
})

it('says what the score had said before an incident that is recorded from the alert', async () => {
  await dashboard.getByRole('link', { name: /^Open an incident: Caption changed silently/ }).click()
  await dashboard.getByLabel('Your name').fill('Ines')
  await dashboard.getByRole('button', { name: 'Open it' }).click()
  await expect.poll(() => new URL(dashboard.url()).hash).toMatch(/^#\/incidents\/[0-9A-Z]{26}/)
  await go(`#/partners/${PARTNER}`)
  const past = dashboard.getByRole('region', { name: 'What the score said before incidents' })
  await past.getByText('It had warned: it fell').waitFor()
  expect(await past.innerText()).toMatch(/30 days before\s+\d+ \w+\s+7 days before\s+\d+ \w+/)
})

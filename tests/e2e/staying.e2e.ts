import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'
import { feedPage, guideline, MAYA, type FakePost } from './feed-page.ts'

// What a browser and its user do to a page that is being read: previews, "back", translation, a second tab.

declare global {
  /** How often the page was shown again out of the browser's memory. */
  var restored: number
}

let rapport: Rapport
beforeAll(async () => {
  rapport = await launchRapport({
    extensionDir: await buildExtension({ browser: 'chrome' }),
    granted: ['*://bsky.app/*'],
    keepsLeftPages: true,
    serve: (url) => {
      if (url.host === 'bsky.app') return { body: feedPage() }
      return url.host === 'elsewhere.example' ? { body: '<!doctype html><title>Elsewhere</title>' } : null
    },
  })
  await rapport.send('guideline.save', guideline)
  await rapport.send('partner.track', { platform: 'bluesky', handle: MAYA, name: 'Maya Lind', url: null })
})
afterAll(async () => rapport?.close())
const open: Page[] = []
afterEach(async () => {
  for (const page of open.splice(0)) await page.close()
})

async function openFeed() {
  const page = await rapport.context.newPage()
  open.push(page)
  await page.goto('https://bsky.app/')
  await badge(page, 0).waitFor()
  return page
}
const badge = (page: Page, index: number) =>
  page.locator('[data-testid="postsFeed"] > div').nth(index).locator('rapport-badge button')
const badges = (page: Page) => page.locator('rapport-badge')
const said = (page: Page, index: number) => badge(page, index).innerText()
const recycle = (page: Page, index: number, post: FakePost) =>
  page.evaluate(([at, next]) => globalThis.recycle(at, next), [index, post] as const)
/** A change to a known post waits a moment, to go with others in one message. */
const SENT_LATER = { timeout: 15_000 }
const key = (last: string) => `3mgt7zqa22k3${last}`

describe('a preview that shows the same post and author once more', () => {
  it('takes no badge away and gets none, neither while it hovers nor after', async () => {
    const page = await openFeed()
    await page.evaluate(() => {
      const preview = document.createElement('aside')
      preview.id = 'preview'
      preview.style.cssText = 'position:fixed;top:40px;left:40px;background:#fff'
      const copy = document.querySelector('[data-testid^="feedItem-by-"]')?.cloneNode(true) as Element
      copy.querySelector('rapport-badge')?.remove()
      preview.append(copy, Object.assign(document.createElement('a'), { href: '/profile/maya.bakes.example' }))
      document.body.append(preview)
    })
    // Changed after the preview came: once its badge is there, the preview was read, too.
    await recycle(page, 2, { id: key('a'), text: 'Also guaranteed' })
    await badge(page, 2).waitFor()
    expect(await said(page, 0)).toContain('Fail')
    expect([await badges(page).count(), await page.locator('#preview rapport-badge').count()]).toEqual([3, 0])
    await page.evaluate(() => document.querySelector('#preview')?.remove())
    await recycle(page, 2, { id: key('b'), text: '#ad Fine #AcmeSpring' })
    await expect.poll(() => said(page, 2)).toContain('Pass')
    expect(await said(page, 0)).toContain('Fail')
    expect(await badges(page).count()).toBe(3)
  })
})

describe('a page that is come back to', () => {
  it('by "back", out of the browser’s memory: its badges are there and follow what changes', async () => {
    const page = await openFeed()
    await page.evaluate(() => {
      globalThis.restored = 0
      addEventListener('pageshow', (event) => (globalThis.restored += Number(event.persisted)))
    })
    await page.goto('https://elsewhere.example/')
    await page.goBack({ waitUntil: 'commit' })
    await expect.poll(() => page.evaluate(() => globalThis.restored).catch(() => null)).toBe(1)
    expect(await said(page, 0)).toContain('Fail')
    expect(await badges(page).count()).toBe(2)
    await recycle(page, 2, { id: key('c'), text: 'Back, and guaranteed' })
    await badge(page, 2).waitFor()
    expect(await badges(page).count()).toBe(3)
  })

  it('by a reload: the same badges, once each', async () => {
    const page = await openFeed()
    await page.reload()
    await badge(page, 1).waitFor()
    expect([await said(page, 0), await said(page, 1)]).toEqual([
      expect.stringContaining('Fail'),
      expect.stringContaining('Pass'),
    ])
    expect(await badges(page).count()).toBe(2)
  })
})

describe('a page that the browser translates', () => {
  it('keeps its badges, and none of its words go into the record', async () => {
    const page = await openFeed()
    const tabId = await rapport.tabId(page)
    const { observation } = await rapport.send('page.check', { tabId })
    const post = observation?.posts[0]
    if (!post) throw new Error('No post was read')
    const card = () => rapport.send('post.card', { platform: 'bluesky', post })
    const before = await card()
    expect(before.text).toContain('Flaky crust, guaranteed')
    await page.evaluate(() => {
      document.documentElement.classList.add('translated-ltr')
      for (const text of document.querySelectorAll('[data-testid="postText"]')) {
        const outer = document.createElement('font')
        outer.append(Object.assign(document.createElement('font'), { textContent: 'Blättrige Kruste, jedes Mal.' }))
        text.replaceChildren(outer)
      }
    })
    const missed = async () => (await rapport.send('tab.context', { tabId })).misses.map(({ field }) => field)
    await expect.poll(missed, SENT_LATER).toContain('page.translated')
    expect(await said(page, 0)).toContain('Fail')
    const after = await card()
    expect([after.text, after.revisions, after.verdict]).toEqual([before.text, before.revisions, before.verdict])
  })
})

describe('two tabs of the same site', () => {
  let a: Page
  let b: Page
  beforeEach(async () => {
    a = await openFeed()
    b = await openFeed()
  })

  it('agree once one of them shows a later text, in few messages, and the older text is no second edit', async () => {
    const worker = await rapport.worker()
    await worker.evaluate(() => {
      Reflect.set(globalThis, 'seen', 0)
      chrome.runtime.onMessage.addListener((message: { type?: string }) => {
        if (message.type === 'page.seen') Reflect.set(globalThis, 'seen', Number(Reflect.get(globalThis, 'seen')) + 1)
      })
    })
    const edited = { id: key('d'), text: 'Guaranteed to rise #AcmeSpring' }
    await recycle(a, 2, edited)
    await badge(a, 2).waitFor()
    await recycle(b, 2, edited)
    await badge(b, 2).waitFor()
    await recycle(b, 2, { ...edited, text: '#ad It rises #AcmeSpring' })
    await expect.poll(() => said(b, 2), SENT_LATER).toContain('Pass')
    const { observation } = await rapport.send('page.check', { tabId: await rapport.tabId(b) })
    const post = observation?.posts.find(({ id }) => id === edited.id)
    if (!post) throw new Error('The post was not read')
    const card = () => rapport.send('post.card', { platform: 'bluesky', post })
    const { revisions } = await card()
    // Something new to judge by: every tab is asked again for what it shows, one of them for the words of before.
    await rapport.send('guideline.save', { ...guideline, name: 'Acme, spring' })
    for (const page of [a, b]) await expect.poll(() => said(page, 2), SENT_LATER).toContain('Pass')
    expect(await card()).toMatchObject({ text: '#ad It rises #AcmeSpring', revisions })
    expect(await worker.evaluate(() => Reflect.get(globalThis, 'seen') as number)).toBeLessThanOrEqual(20)
  })

  it('show a changed guideline alike, without being touched', async () => {
    const rules = guideline.rules.map((rule) =>
      rule.kind === 'banned-phrase' ? { ...rule, params: { phrases: ['new loaf'] } } : rule,
    )
    await rapport.send('guideline.save', { ...guideline, rules })
    for (const page of [a, b]) {
      await expect.poll(() => said(page, 0)).toContain('Pass')
      await expect.poll(() => said(page, 1)).toContain('Fail')
    }
    await rapport.send('guideline.save', guideline)
    for (const page of [a, b]) await expect.poll(() => said(page, 0)).toContain('Fail')
  })

  it('both hide when one of them is told to, and both come back', async () => {
    await rapport.send('site.hide', { platform: 'bluesky', hidden: true })
    for (const page of [a, b]) await expect.poll(() => badges(page).count()).toBe(0)
    await rapport.send('site.hide', { platform: 'bluesky', hidden: false })
    for (const page of [a, b]) await expect.poll(() => badges(page).count()).toBe(2)
  })
})

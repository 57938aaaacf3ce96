import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'
import { feedPage, guideline, MAYA, type FakePost } from './feed-page.ts'

// Pages that throw in too much, or fight: their own scripts go on running, and what is not read or shown is said.

const THREAD = `/profile/${MAYA}/post/3mgt7zqa22k4a`
const item = (handle: string, key: string, text: string, more = '') =>
  `<div data-testid="postThreadItem-by-${handle}"><div class="row"><a href="/profile/${handle}">${handle}</a>
    <a href="/profile/${handle}">@${handle}</a><a href="/profile/${handle}/post/${key}"
    data-tooltip="November 20, 2026 at 8:49 AM">2h</a></div><div data-testid="postText">${text}</div>${more}</div>`
/** A post under which somebody has opened every comment. */
function threadPage(comments: number, says: string) {
  const replies = Array.from({ length: comments }, (_, i) =>
    item('lee.example', `3mgt7zq${String(i).padStart(6, '2')}`, `Reply ${i}`),
  )
  const button = `<button data-testid="replyBtn" aria-label="Reply${says}"></button>`
  return `<!doctype html><html lang="en"><title>Thread</title><body><main>${item(MAYA, '3mgt7zqa22k4a', 'Guaranteed to rise', button)}
    ${replies.join('')}</main><script>window.clicks = 0; document.addEventListener('click', () => window.clicks++)</script></body></html>`
}

const CSP = "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"
let rapport: Rapport
let page: Page
let says = ''
let headers = {}
beforeAll(async () => {
  rapport = await launchRapport({
    extensionDir: await buildExtension({ browser: 'chrome' }),
    granted: ['*://bsky.app/*'],
    serve: (url) => {
      if (url.host !== 'bsky.app') return null
      return { body: url.pathname === THREAD ? threadPage(5_000, says) : feedPage(), headers }
    },
  })
  await rapport.send('guideline.save', guideline)
  await rapport.send('partner.track', { platform: 'bluesky', handle: MAYA, name: 'Maya Lind', url: null })
})
afterAll(async () => rapport?.close())
afterEach(async () => {
  says = ''
  headers = {}
  await page?.close()
})

async function open(path = '/') {
  page = await rapport.context.newPage()
  await page.goto(`https://bsky.app${path}`)
  await page.locator('rapport-badge button').first().waitFor()
}
const badge = (index: number) =>
  page.locator('[data-testid="postsFeed"] > div').nth(index).locator('rapport-badge button')
const recycle = (index: number, post: FakePost) =>
  page.evaluate(([at, next]) => globalThis.recycle(at, next), [index, post] as const)
const context = async () => rapport.send('tab.context', { tabId: await rapport.tabId(page) })
const missed = async () => (await context()).misses.map(({ field }) => field)
/** The page's own script still answers a click. */
async function answers() {
  const before = await page.evaluate(() => globalThis.clicks)
  await page.mouse.click(5, 500)
  await expect.poll(() => page.evaluate(() => globalThis.clicks)).toBe(before + 1)
}
/** Of the panel, with all that is folded away opened. */
async function panelWords(): Promise<string> {
  const panel = await rapport.open(`sidepanel.html?tab=${await rapport.tabId(page)}`)
  try {
    await panel.getByText('Read here').first().waitFor()
    for (const summary of await panel.locator('details.misses > summary').all()) await summary.click()
    return await panel.evaluate(() => document.body.innerText)
  } finally {
    await panel.close()
  }
}

describe('5,000 comments opened at once', () => {
  it('are read as far as 500, and panel and popup say of how many', async () => {
    says = ' (5,000 replies)'
    await open(THREAD)
    await expect.poll(async () => (await context()).read?.comments, { timeout: 30_000 }).toBe(500)
    await answers()
    expect(await panelWords()).toContain('500 of 5,000 comments')
    const popup = await rapport.popup(page)
    await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('500 of 5,000 comments')
    await popup.close()
  })

  it('are said to be a part where the page does not count them', async () => {
    await open(THREAD)
    await expect.poll(async () => (await context()).read?.comments, { timeout: 30_000 }).toBe(500)
    expect(await panelWords()).toContain('500 comments are read at most; there may be more')
  })
})

describe('a page that throws in too much', () => {
  it('of what looks like posts: 100,000 leave it running, and what was not read is said', async () => {
    await open()
    await page.evaluate(() => {
      const flood = document.createElement('div')
      flood.innerHTML = '<i data-testid="feedItem-by-x"></i>'.repeat(100_000)
      document.querySelector('main')?.append(flood)
    })
    await answers()
    await expect.poll(missed, { timeout: 30_000 }).toContain('page.posts')
    await answers()
    expect(await panelWords()).toMatch(/Posts: missing in 97,?\d{3} of 100,?\d{3}/)
  })

  it('into attributes: a megabyte in each is passed over, and the next post is judged', async () => {
    await open()
    await page.evaluate(() => {
      const long = 'x'.repeat(1_000_000)
      const row = document.querySelectorAll('[data-testid^="feedItem-by-"]')[1]
      for (const element of row?.querySelectorAll('*') ?? [])
        for (const name of ['href', 'aria-label', 'title', 'data-tooltip']) element.setAttribute(name, long)
    })
    await recycle(2, { id: '3mgt7zqa22k4b', text: 'Guaranteed to rise' })
    await expect.poll(() => badge(2).innerText(), { timeout: 15_000 }).toContain('Fail')
    await answers()
  })

  it('one in the other, 5,000 deep: the words at the bottom are read or passed over, the next post is judged', async () => {
    await open()
    await page.evaluate(() => {
      let inner: Element = document.createElement('span')
      inner.textContent = 'guaranteed'
      for (let i = 0; i < 5_000; i++) {
        const outer = document.createElement('span')
        outer.append(inner)
        inner = outer
      }
      document.querySelectorAll('[data-testid="postText"]')[1]?.replaceChildren(inner)
    })
    await recycle(2, { id: '3mgt7zqa22k4c', text: 'Guaranteed to rise' })
    await expect.poll(() => badge(2).innerText(), { timeout: 15_000 }).toContain('Fail')
    await answers()
  })
})

describe('a page that fights', () => {
  it('and takes every badge away at once: it is said that the badges could not be kept', async () => {
    await open()
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const one of document.querySelectorAll('rapport-badge')) one.remove()
      }).observe(document, { childList: true, subtree: true })
      document.querySelector('rapport-badge')?.remove()
    })
    await expect.poll(missed, { timeout: 30_000 }).toContain('overlay.badge')
    expect(await panelWords()).toContain('Badges on posts: missing in')
    await answers()
  })

  it('and lays something over everything: the card is still on top', async () => {
    await open()
    await page.evaluate(() => {
      const cover = document.createElement('div')
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff'
      document.body.append(cover)
    })
    await badge(0).focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: 'Post check' })
    await card.locator('mark').waitFor()
    // A click that lands on something else would fail.
    await card.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.locator('rapport-card').count()).toBe(0)
  })

  it('and moves the badges elsewhere: they are back on their posts, once each', async () => {
    await open()
    await badge(1).waitFor()
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('rapport-badge')) document.body.append(one)
    })
    await recycle(2, { id: '3mgt7zqa22k4d', text: 'Guaranteed to rise' })
    await badge(2).waitFor()
    await badge(0).waitFor()
    await badge(1).waitFor()
    expect(await page.locator('rapport-badge').count()).toBe(3)
  })

  it('and allows nothing but its own script: badges and card come all the same', async () => {
    headers = { 'content-security-policy': CSP }
    await open()
    await badge(0).press('Enter')
    const marks = page.getByRole('dialog', { name: 'Post check' }).locator('mark')
    await expect.poll(() => marks.allInnerTexts()).toEqual(['guaranteed'])
  })
})

it('a repair whose selector would throw is refused in words, and the page is read as before', async () => {
  const rule = { field: 'post.likes', page: null, select: '[[', attr: null, saying: null, within: 'item' } as const
  const saved = rapport.send('override.save', { ...rule, id: null, platform: 'bluesky', enabled: true, note: '' })
  await expect(saved).rejects.toThrow('This selector cannot be used.')
  await open()
  const { observation } = await rapport.send('page.check', { tabId: await rapport.tabId(page) })
  expect(observation?.posts.map(({ metrics }) => metrics.likes?.value)).toEqual([1249, 1249, 1249])
})

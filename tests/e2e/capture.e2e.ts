import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport, type Serve } from '../harness/launch.ts'

// A blog that no adapter reads. A person points at a post; it is kept for the partner it is of, and judged.

const ADDRESS = 'https://blog.example/notes'
const blog =
  (words: string): Serve =>
  (url) =>
    url.host === 'blog.example'
      ? {
          body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><style>body{font:16px/1.5 sans-serif;max-width:640px;margin:40px auto}</style>
<h1>Notes from the hut</h1>
<article><p><a rel="author" href="/@maya">Maya Berg</a> · <a href="/notes/1"><time datetime="2026-11-19T08:30:00Z">19 November</time></a></p>
<div id="words"><p>${words}</p></div></article>
<article><p><a rel="author" href="/@noor">Noor</a></p><div><p>Nothing to see.</p></div></article></html>`,
        }
      : null

let rapport: Rapport
let tab: Page
beforeAll(async () => {
  rapport = await launchRapport({
    extensionDir: await buildExtension({ browser: 'chrome' }),
    serve: blog('Guaranteed warm socks.'),
  })
  const at = new Date().toISOString()
  await rapport.send('guideline.save', {
    id: '01JD0000000000000000000001',
    name: 'House',
    brand: 'Acme',
    active: true,
    partnerIds: null,
    rules: [
      { id: 'word', kind: 'banned-phrase', params: { phrases: ['guaranteed'] }, severity: 'high', weight: 'must' },
    ],
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  })
})
afterAll(async () => rapport?.close())

/** From the toolbar button to the page on which the captured post is confirmed. */
async function pointAtWords(): Promise<Page> {
  tab = await rapport.context.newPage()
  await tab.goto(ADDRESS)
  const popup = await rapport.popup(tab)
  await popup.waitForSelector('::-p-aria(Capture a post here)')
  const gone = new Promise((resolve) => popup.once('close', resolve))
  await popup.locator('::-p-aria(Capture a post here)').click()
  await gone
  const card = tab.locator('rapport-point section')
  await card.waitFor()
  const box = await tab.locator('#words p').boundingBox()
  if (!box) throw new Error('The words are not there')
  await tab.mouse.move(box.x + 40, box.y + 10, { steps: 4 })
  await card.getByText('Maya Berg · 19 November').waitFor()
  await shoot('capture-point', tab)
  const opened = rapport.context.waitForEvent('page')
  await tab.mouse.click(box.x + 40, box.y + 10)
  const page = await opened
  await page.getByRole('heading', { name: 'Whose post is it?' }).waitFor()
  return page
}

describe('a post on a site that Rapport does not read', () => {
  it('is captured by pointing at it, confirmed, kept and judged', async () => {
    const page = await pointAtWords()
    expect(await tab.locator('rapport-point').count()).toBe(0)
    expect(await page.getByLabel('Author').inputValue()).toBe('maya')
    expect(await page.getByLabel('Published').inputValue()).toMatch(/^2026-11-19T\d\d:30$/)
    await page.getByText('Guaranteed warm socks.').first().waitFor()
    await page.getByLabel('Likes').fill('1.2K')
    await shoot('capture-confirm', page)
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('heading', { name: 'Maya Berg' }).waitFor()
    await page.getByText('Guaranteed warm socks.').first().waitFor()
    await shoot('capture-kept', page)
    await page.goto(`chrome-extension://${rapport.extensionId}/dashboard.html#/capture`)
    await page.reload()
    await page.getByText('Nothing is waiting to be kept.').waitFor()
    await shoot('capture-empty', page)
    await page.close()
    expect(rapport.requests).toEqual([])
  })

  it('is asked about when the same address carries other words, and becomes an edit only by a person’s word', async () => {
    rapport.serve(blog('Warm socks, some say.'))
    const page = await pointAtWords()
    expect(
      await page.getByLabel('Partner').evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
    ).toBe('Maya Berg')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('A post with other words is stored from this address').waitFor()
    await shoot('capture-same', page)
    await page.getByRole('button', { name: 'The same post, changed since' }).click()
    await page.getByRole('heading', { name: 'Maya Berg' }).waitFor()
    await page.getByText('Warm socks, some say.').first().waitFor()
    await page.close()
  })

  it('is not to be had where the browser lets no extension in, and the popup says so', async () => {
    const page = await rapport.context.newPage()
    await page.goto('chrome://version')
    const popup = await rapport.popup(page)
    await popup.waitForSelector('::-p-text(Rapport)')
    expect(await popup.$('::-p-aria(Capture a post here)')).toBeNull()
  })
})

async function shoot(name: string, page: Page) {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

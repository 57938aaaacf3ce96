import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'

// These run inside the browser.
const ask = (url: string) => fetch(url).then(String, String)
const mark = () => Reflect.set(globalThis, 'marked', true)
const isMarked = () => Reflect.has(globalThis, 'marked')

/** The product's policies stop every request before it starts; to see that the harness would notice, they have to go. */
function withoutPolicy(built: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'rapport-open-'))
  cpSync(built, copy, { recursive: true })
  const file = join(copy, 'manifest.json')
  const { content_security_policy: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify(manifest))
  for (const name of readdirSync(copy).filter((one) => one.endsWith('.html'))) {
    const page = readFileSync(join(copy, name), 'utf8')
    writeFileSync(join(copy, name), page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
  }
  return copy
}

// "Nothing leaves the extension" and "it survives its worker" are only worth something if the harness would notice.
describe('the harness', () => {
  let rapport: Rapport
  let extensionDir = ''
  beforeAll(async () => {
    extensionDir = withoutPolicy(await buildExtension({ browser: 'chrome' }))
    rapport = await launchRapport({ extensionDir, granted: ['https://www.instagram.com/*'] })
  })
  afterAll(async () => {
    await rapport?.close()
    if (extensionDir) rmSync(extensionDir, { recursive: true, force: true })
  })

  it('sees nothing while nobody asks', async () => {
    await rapport.send('sites.sync', {})
    expect(rapport.requests).toEqual([])
  })

  it('sees what the background asks the network for, and stops it', async () => {
    const answer = await (await rapport.worker()).evaluate(ask, 'https://background.example/x')
    expect(answer).toContain('Failed to fetch')
    expect(rapport.requests).toContainEqual({ from: 'background', url: 'https://background.example/x' })
  })

  it('sees what an extension page asks for', async () => {
    const page = await rapport.open('dashboard.html')
    await page.evaluate(ask, 'https://page.example/x')
    expect(rapport.requests).toContainEqual({ from: 'extension page', url: 'https://page.example/x' })
  })

  it('sees what the real side panel asks for', async () => {
    const page = await rapport.open('dashboard.html')
    await page.evaluate(async () => {
      const tab = await chrome.tabs.getCurrent()
      await chrome.sidePanel.open({ tabId: tab?.id ?? -1 })
    })
    const panel = await rapport.sidePanel()
    await panel.evaluate(ask, 'https://panel.example/x')
    expect(rapport.requests).toContainEqual({ from: 'unknown', url: 'https://panel.example' })
  })

  it('really ends the worker: the next message finds a new one', async () => {
    await (await rapport.worker()).evaluate(mark)
    expect(await (await rapport.worker()).evaluate(isMarked)).toBe(true)
    await rapport.killWorker()
    await rapport.send('sites.sync', {})
    expect(await (await rapport.worker()).evaluate(isMarked)).toBe(false)
  })

  it('tells a refusal by its code', async () => {
    await expect(rapport.send('note.delete', { id: 'none' })).rejects.toThrow('note.delete: bad-message')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOrInstallFirefox } from '../harness/browser.ts'
import { buildExtension } from '../harness/build.ts'
import { launchFirefox, type FirefoxRapport } from '../harness/firefox.ts'

const firefox = findOrInstallFirefox()

// In CI there has to be one; elsewhere these tests are skipped by name.
describe.runIf(firefox !== null || process.env['CI'])('in a real Firefox', () => {
  let rapport: FirefoxRapport | undefined
  beforeAll(async () => {
    if (firefox === null) throw new Error('No Firefox 142 or newer: install one, or set FIREFOX_PATH to it')
    rapport = await launchFirefox(firefox, await buildExtension({ browser: 'firefox' }))
  })
  afterAll(async () => rapport?.close())

  it.each(['popup.html', 'sidepanel.html', 'dashboard.html'])('%s opens and shows words', async (path) => {
    const page = await rapport?.open(path)
    await expect.poll(() => page?.evaluate<string>('document.body.innerText.trim()')).not.toBe('')
  })

  it('the background keeps what a page sends it', async () => {
    const page = await rapport?.open('popup.html?ask')
    const id = '01J8ZQ4T3V9W0X1Y2Z3A4B5C6D'
    const saved = await page?.send('note.save', {
      id,
      partnerId: null,
      postId: null,
      text: 'Ask Maya',
      followUpOn: null,
    })
    expect(saved).toMatchObject({ ok: true, value: { id, text: 'Ask Maya' } })
    const again = await page?.send('note.save', {
      id,
      partnerId: null,
      postId: null,
      text: 'Ask Maya!',
      followUpOn: null,
    })
    expect(again).toMatchObject({ ok: true, value: { id, text: 'Ask Maya!' } })
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import { launchRapport, type Rapport } from '../harness/launch.ts'

const german = { text: 'Ich liebe es, so schön, vielen Dank!', lang: null }
const english = { text: 'I love it', lang: 'en' }

let built = ''
let rapport: Rapport
beforeAll(async () => {
  built = await buildExtension({ browser: 'chrome' })
})
afterEach(async () => {
  await rapport?.close()
})

it('the worker tells tone with the weights of the extension, and again after it was ended', async () => {
  rapport = await launchRapport({ extensionDir: built })
  expect(await rapport.send('tone.read', german)).toMatchObject({ label: 'positive', lang: 'de', by: 'model' })
  // What an installation sets going is over: a worker that ends in the middle of it would say so.
  const worker = await rapport.worker()
  const alarms = () => worker.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name))
  await expect.poll(alarms).toContain('retention')
  await expect.poll(alarms).not.toContain('rescore')
  await rapport.killWorker()
  expect(await rapport.send('tone.read', german)).toMatchObject({ label: 'positive', lang: 'de', by: 'model' })
  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})

it.each([
  ['missing', (file: string) => rmSync(file)],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 500_000))],
  [
    'damaged',
    (file: string) => {
      const bytes = readFileSync(file)
      bytes[700_000] = (bytes[700_000] ?? 0) ^ 1
      writeFileSync(file, bytes)
    },
  ],
])('with weights that are %s everything works by the word list, and says so', async (_, spoil) => {
  const copy = mkdtempSync(join(tmpdir(), 'rapport-tone-'))
  try {
    cpSync(built, copy, { recursive: true })
    spoil(join(copy, 'tone.bin'))
    rapport = await launchRapport({ extensionDir: copy })
    expect(await rapport.send('tone.read', english)).toMatchObject({ label: 'positive', by: 'lexicon' })
    expect(await rapport.send('tone.read', german)).toMatchObject({ label: 'unclear', why: 'language', by: 'lexicon' })
    // With guidelines there is something to check a text against.
    await rapport.send('sample.load', {})
    const page = await rapport.open('dashboard.html#/check?text=I%20love%20this%20serum')
    await page.getByText('Positive · Word list only').waitFor()
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../lib/domain/settings.ts'
import type { Rows, TableName } from '../../lib/store/interface.ts'
import { derived, tableNames } from '../../lib/store/tables.ts'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import * as rows from '../lib/store/rows.ts'

const { t, ulid } = rows

let rapport: Rapport
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'rapport-record-'))
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  ;({ rapport } = await openSampleBrowser({ extensionDir }))
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Marks of every kind that a file or a page could take for its own. */
const HOSTILE = '</script><b>"\\{{name}}\u{202e}\u{1f35e} =1+1\n\u2028 -- \ud800'
const post = rows.postRow(1, { text: HOSTILE })
const sent: Rows['sendings'] = {
  id: ulid(17),
  webhookId: ulid(18),
  host: 'hooks.example',
  kind: 'test',
  body: '{}',
  tries: [{ at: t(1), status: 200, bytes: 2 }],
  nextAt: null,
  state: 'sent',
  createdAt: t(1),
}
const expected: {
  readonly [T in Exclude<TableName, 'summaries' | 'touched' | 'news' | 'webhooks'>]: Rows[T][]
} = {
  partners: [rows.partnerRow(1)],
  posts: [post],
  revisions: [rows.revisionRow(post.id, 1, { text: HOSTILE })],
  comments: [rows.commentRow(post.id, 1)],
  metrics: [rows.metricRow(post.id, 1)],
  profiles: [rows.profileRow('x:creator1', 1)],
  assessments: [rows.assessmentRow(post.id, 'b')],
  guidelines: [rows.guidelineRow(2, { name: HOSTILE })],
  guidelineVersions: [rows.guidelineVersionRow(2, 1)],
  waivers: [rows.waiverRow(5)],
  corrections: [rows.correctionRow(6)],
  notes: [rows.noteRow(4, { text: HOSTILE, deletedAt: t(9) })],
  contacts: [rows.contactRow(4)],
  deliverables: [rows.deliverableRow(8)],
  drafts: [rows.draftRow(10)],
  briefs: [rows.briefRow(11, { intro: HOSTILE })],
  incidents: [rows.incidentRow(12)],
  agreements: [rows.agreementRow(13)],
  evidence: rows.evidenceRows(ulid(12), 3),
  vettings: [rows.vettingRow(13)],
  plans: [rows.planRow(13, { title: HOSTILE })],
  realignments: [rows.realignmentRow(14)],
  reviews: [rows.partnerReviewRow(15, { parts: { ...rows.partnerReviewRow(15).parts, goals: HOSTILE } })],
  programme: [rows.programmeUseRow(16)],
  pulses: [rows.pulseRow(9)],
  alertStates: [{ id: 'occasion|p|anniversary|2026-11-01', until: null, at: t(1) }],
  watches: [rows.watchRow(10)],
  sendings: [sent],
  misses: [rows.missRow('x', 'post.likes')],
  readRates: [rows.ratesRow('x')],
  overrides: [rows.overrideRow(7)],
  reports: [rows.reportRow(10)],
  letters: [rows.letterRow(11, { body: HOSTILE })],
}

/** Puts rows into the extension's own database, from a page of its own. */
const seed = (tables: Readonly<Record<string, readonly object[]>>) =>
  page.evaluate(async (given) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rapport')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('The record does not open')))
    })
    const tx = db.transaction(Object.keys(given), 'readwrite')
    for (const [name, all] of Object.entries(given)) for (const row of all) tx.objectStore(name).put(row)
    await new Promise((resolve, reject) => {
      tx.addEventListener('complete', resolve)
      tx.addEventListener('error', () => reject(tx.error ?? new Error('Not written')))
    })
    db.close()
  }, tables)

/** The file that the page exports, without the moment it was written at. */
async function exported(): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return readFileSync(path, 'utf8').replace(/"exportedAt":"[^"]+"/, '"exportedAt":"now"')
}

/** Once nothing is worked out in the background any more. */
async function settled(): Promise<string> {
  let last = ''
  return vi.waitFor(
    async () => {
      const text = await exported()
      const isSame = text === last
      last = text
      if (!isSame) throw new Error('The record still changes')
      return text
    },
    { timeout: 60_000, interval: 500 },
  )
}

const rowsIn = (text: string) => JSON.parse(text) as { tables: Record<string, { id?: string; postId?: string }[]> }

async function pick(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, text)
  await page.locator('[aria-labelledby="record"] input[type="file"]').setInputFiles(path)
}

it('B12: export, erase and import on the dashboard give a byte-identical export, of every table', async () => {
  page = await rapport.open('dashboard.html#/settings')
  await seed(expected)
  await rapport.send('settings.save', { ...defaultSettings, theme: 'dark' })
  await rapport.send('record.changed', {})
  const before = await settled()
  const kept = new Set<string>([...derived, 'news', 'webhooks'])
  expect(Object.keys(expected).toSorted()).toEqual(tableNames.filter((name) => !kept.has(name)).toSorted())
  const { tables } = rowsIn(before)
  for (const [name, all] of Object.entries(expected))
    for (const row of all as { id?: string; postId?: string }[])
      expect([name, tables[name]?.some((one) => one.id === row.id && one.postId === row.postId)]).toEqual([name, true])

  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByLabel('Type “erase” to confirm').fill('erase')
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByText('Everything is erased.').waitFor()
  const empty = rowsIn(await exported()).tables
  expect(Object.entries(empty).filter(([name, all]) => name !== 'meta' && all.length > 0)).toEqual([])

  await pick('everything.json', before)
  await page.getByLabel('How', { exact: true }).selectOption('replace')
  await page.getByRole('button', { name: 'Replace everything' }).click()
  await page.getByText('Imported. Stored posts are checked again.').waitFor()
  expect(await settled()).toBe(before)
})

it('B12: a corrupt and a newer file change nothing and say why', async () => {
  const before = await settled()
  await pick('cut.json', before.slice(0, -40))
  const alert = page.locator('[aria-labelledby="record"] [role="alert"]')
  await alert.getByText('cut.json').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await pick('later.json', before.replace(/"store":\d+/, '"store":9999'))
  await alert.getByText(/newer version/).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await settled()).toBe(before)
})

it('that takes long to open is said to be opening, and the page is there once it is', async () => {
  const waiting = await rapport.context.newPage()
  // As where another page holds the database: what is asked of it is answered when the test says so.
  await waiting.addInitScript(() => {
    const go = new Promise<void>((resolve) => addEventListener('rapport-test-go', () => resolve(), { once: true }))
    IDBOpenDBRequest.prototype.addEventListener = function (
      this: IDBOpenDBRequest,
      type: string,
      listener: EventListenerOrEventListenerObject,
    ) {
      const late = (event: Event) => void go.then(() => typeof listener === 'function' && listener.call(this, event))
      EventTarget.prototype.addEventListener.call(this, type, type === 'success' ? late : listener)
    }
  })
  await waiting.goto(`chrome-extension://${rapport.extensionId}/dashboard.html`)
  await waiting.getByText('Opening your record').waitFor()
  expect(await waiting.getByRole('navigation').count()).toBe(0)
  await waiting.evaluate(() => dispatchEvent(new Event('rapport-test-go')))
  await waiting.getByRole('navigation').waitFor()
  expect(await waiting.getByText('Opening your record').count()).toBe(0)
  await waiting.close()
})

it('asked the network for nothing', () => {
  expect(rapport.requests).toEqual([])
})

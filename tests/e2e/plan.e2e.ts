import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'

let rapport: Rapport
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'rapport-plan-'))
beforeAll(async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  ;({ rapport } = await openSampleBrowser({ extensionDir }))
  page = await rapport.open('dashboard.html#/incidents/new')
})
afterAll(async () => {
  await rapport?.close()
  rmSync(folder, { recursive: true, force: true })
})

const said = (words: string | RegExp) => page.getByText(words).first().waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

it('an incident leads to a plan, a kept promise, a rating from outside, a gate that wants its measures, and changed terms in two versions', async () => {
  await page.getByLabel('Creator').selectOption({ label: 'Theo Marchetti' })
  await page.getByLabel('What happened').fill('Wrong battery claim')
  await page.getByLabel('Your name').fill('Ines')
  await press('Open it')
  await page.getByLabel('Root cause').fill('An old fact sheet')
  await page.getByLabel('What is done about it').fill('Send the new fact sheet')
  await page.getByLabel('Owner of it').fill('Kofi')
  await page.getByLabel('Done by').fill(day(-2))
  await page.locator('[aria-labelledby="post-mortem"]').getByRole('button', { name: 'Save' }).click()
  await said('Post-mortem')
  await page.getByRole('link', { name: 'Start recovery plan' }).click()
  await press('Make the plan')

  // It begins with what the post-mortem says.
  await said('Send the new fact sheet')
  expect(await page.getByLabel('Findings').inputValue()).toBe('An old fact sheet')
  await page.getByLabel('Our own mistakes').fill('We did not check the figures')
  await page.locator('[aria-labelledby="plan-findings"]').getByRole('button', { name: 'Save' }).click()
  await said('Own mistakes written')
  await press('Start the plan')
  await said(/The plan cannot start yet\. It needs: .*measures/)
  await press('Shared with the creator')
  await said(/Shared with the creator on/)
  for (const gate of [1, 2, 3]) {
    for (const [n, name, target] of [
      [1, 'Posts on time', 'all'],
      [2, 'Replies', 'within a day'],
    ] as const) {
      await page.getByLabel(`Gate ${gate}: measure ${n}`).fill(name)
      await page.getByLabel(`Gate ${gate}: target of measure ${n}`).fill(target)
    }
    await press(`Save measures of gate ${gate}`)
    await said(`Measures of gate ${gate} written`)
  }
  await page.getByLabel('First day').fill(day(-31))
  await press('Start the plan')
  await said(/Started, first day/)

  await press('Kept: Send the new fact sheet')
  await said('We kept our first promise: Send the new fact sheet')
  await page.locator('[aria-labelledby="plan-trust"]').getByText('1 of 1 due promises of both sides').waitFor()

  // Somebody without Rapport answers on a page of their own, offline.
  const [form] = await Promise.all([page.waitForEvent('download'), press('Save a form for the creator')])
  const formFile = join(folder, 'form.html')
  await form.saveAs(formFile)
  const outside = await rapport.context.newPage()
  await outside.context().setOffline(true)
  await outside.goto(pathToFileURL(formFile).href)
  await outside.getByRole('button', { name: 'Save my answer' }).click()
  await outside.getByText('Please choose a number for each question.').waitFor()
  for (const group of await outside.getByRole('group').all()) await group.getByLabel('8', { exact: true }).check()
  await outside.getByLabel('Your name').fill('Theo')
  const [answer] = await Promise.all([
    outside.waitForEvent('download'),
    outside.getByRole('button', { name: 'Save my answer' }).click(),
  ])
  const answerFile = join(folder, 'answer.json')
  await answer.saveAs(answerFile)
  const text = readFileSync(answerFile, 'utf8')
  expect(await outside.getByLabel(/Your answer as text/).inputValue()).toBe(text)
  await outside.context().setOffline(false)
  await outside.close()

  const altered = join(folder, 'altered.json')
  writeFileSync(altered, text.replace('"payment": 8', '"payment": 10'))
  const take = page.locator('[aria-labelledby="plan-rating"] input[type="file"]')
  await take.setInputFiles(altered)
  await said('it was altered on its way')
  await page.getByLabel('Or paste the returned text').fill(text)
  await press('Take in the pasted text')
  await said('The rating by Theo was taken in.')
  await take.setInputFiles(answerFile)
  await said('The answer of this form was taken in before.')

  await press('Pass the gate')
  await said('The gate cannot be passed while something is not measured: Posts on time, Replies.')
  const gate = page.locator('[aria-labelledby="gate-0"]')
  for (const name of ['Posts on time', 'Replies']) {
    await gate.getByLabel(`What was measured: ${name}`).fill('4 of 4')
    await gate.getByRole('button', { name: `Met: ${name}` }).click()
    await gate.locator('.plan-measure', { hasText: name }).locator('.badge').getByText('Met').waitFor()
  }
  await press('Pass the gate')
  await said('Gate 1: Passed')

  await page.getByRole('link', { name: 'New change sheet' }).click()
  await page.getByLabel('What is realigned').fill('Fewer, better posts')
  await page.getByLabel('Change 1: old term').fill('Four reels a month')
  await page.getByLabel('Change 1: new term').fill('Two reels a month')
  await page.getByLabel('Change 1: reason').fill('Quality fell')
  await press('Save sheet')
  await said('Change 1 needs the address of an example')
  await page.getByLabel('Change 1: links to examples').fill('https://www.tiktok.com/@theo/video/1')
  await press('Save sheet')
  await page.getByRole('heading', { name: 'Fewer, better posts' }).waitFor()
  for (const [side, name] of [
    ['Us', 'Ines'],
    ['The creator', 'Theo'],
  ] as const) {
    await page.getByLabel(`${side}: name`).fill(name)
    await press(`${side}: acknowledge`)
    await said(`${side}: agreed by ${name}`)
  }
  await said('Acknowledged by both')
  await press('Change the sheet')
  await said('What you save becomes version 2')
  await page.getByLabel('Change 1: new term').fill('Three reels a month')
  await press('Save sheet')
  const versions = page.locator('[aria-labelledby="sheet-versions"]')
  await versions.locator('del').getByText('Two').waitFor()
  await versions.locator('ins').getByText('Three').waitFor()
  await said('Version 1 is in force until both sides acknowledge version 2.')

  expect(rapport.requests).toEqual([])
  expect(rapport.complaints).toEqual([])
})

// @vitest-environment node
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { readReport } from '../../../lib/background/report.ts'
import { type Report, reportFormats, type ReportKind, reportKinds } from '../../../lib/domain/report.ts'
import { readReportJson } from '../../../lib/reports/json.ts'
import { periodOf } from '../../../lib/reports/period.ts'
import { renderReport } from '../../../lib/reports/render.ts'
import type { Words } from '../../../lib/reports/wording.ts'
import { loadPartnerView } from '../../../lib/state/partner-view.ts'
import { loadTrends } from '../../../lib/state/trends.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { at, NOW, partner } from '../health/fixtures.ts'
import { reportRecord } from './record.ts'
import { readWords } from './words.ts'

let store: Store
let words: Words
beforeAll(async () => {
  store = await reportRecord()
  words = await readWords()
})

async function make(kind: ReportKind, partnerId: string | null = null, now = NOW): Promise<Report> {
  const report = await readReport(store, kind, partnerId, new Date(now))
  if (!report) throw new Error('no such partner')
  return report
}
const figureOf = ({ sections }: Report, section: string, code: string) =>
  sections.find((one) => one.code === section)?.figures.find((one) => one.code === code)
const linesOf = ({ sections }: Report, section: string) =>
  sections.find((one) => one.code === section)?.lines.map((line) => words(line.section, line.code, line.values))

describe('a report', () => {
  it('says of a partner what the pages say: the same score, change, rate, replies and deliverables', async () => {
    const [report, view, trends] = await Promise.all([
      make('monthly'),
      loadPartnerView(store, partner.id, NOW),
      loadTrends(store, partner, NOW),
    ])
    if (!view) throw new Error('no view')
    const rate = trends.accounts[0]?.rate.rate
    expect(view.health.score).not.toBeNull()
    expect(figureOf(report, 'partner', 'score')).toMatchObject({
      value: view.health.score,
      confidence: view.health.confidence,
    })
    expect(figureOf(report, 'partner', 'change')?.value).toBe(view.change)
    for (const { part, score, n } of view.health.parts)
      expect(figureOf(report, 'partner', `part.${part}`)).toMatchObject({ value: score, n })
    expect(rate?.rate).not.toBeNull()
    expect(figureOf(report, 'partner', 'engagement')).toMatchObject({
      value: rate?.rate,
      n: rate?.n,
      formula: rate?.formula,
    })
    expect(figureOf(report, 'partner', 'reply')?.value).toBe(view.communication.medianHours)
    const alerts = view.alerts.map(({ code, values }) => words('alert', code, values))
    expect(linesOf(report, 'partner')).toEqual(expect.arrayContaining(alerts))
    expect(figureOf(report, 'partner', 'onTime')?.value).toBe(
      view.deliveries.filter(({ state }) => state === 'on-time').length,
    )
    // Many readings of one record, on a machine that may be busy.
  }, 20_000)

  it('B12: the report states capture dates and "visible sample" counts', async () => {
    const report = await make('weekly')
    expect(report.captured).toEqual({ first: at(56), last: at(0) })
    expect(figureOf(report, 'partner', 'negative')).toMatchObject({ value: 3 / 14, n: 14, sample: 14 })
    const html = renderReport(report, 'html', words)
    expect(html).toContain('Rests on pages captured from 2026-09-27 12:00 UTC to 2026-11-22 12:00 UTC')
    expect(html).toContain('visible sample of 14')
  })

  it('B12: every figure links to evidence that the report names', async () => {
    for (const kind of reportKinds) {
      const { sections, sources } = await make(kind)
      const known = new Set(sources.map(({ id }) => id))
      for (const { code, figures, lines } of sections) {
        for (const one of [...figures, ...lines]) expect([...known]).toEqual(expect.arrayContaining(one.evidence))
        // What is counted as none, how much is known, and how many partners there are rest on no single observation.
        const counted = figures.filter(({ value, n }) => value !== null && value !== 0 && n > 0)
        const without = counted.filter(({ evidence }) => evidence.length === 0).map((one) => `${code}.${one.code}`)
        expect(without.filter((one) => !/partners$|medianScore$|coverage$/.test(one))).toEqual([])
      }
    }
  })

  it('never writes a 0 for what was not captured', async () => {
    const report = await make('weekly', null, NOW - 60 * 86_400_000)
    expect(figureOf(report, 'partner', 'engagement')).toMatchObject({ value: null, missing: 'not-captured' })
    expect(figureOf(report, 'partner', 'negative')).toMatchObject({ value: null, missing: 'not-captured' })
    expect(renderReport(report, 'md', words)).toContain('| Not captured |')
  })

  it('of a past moment knows nothing of what was seen later', async () => {
    const report = await make('weekly', null, NOW - 30 * 86_400_000)
    const later = report.sources.filter(({ from }) => from > report.at)
    expect(report.sources.length).toBeGreaterThan(0)
    expect(later).toEqual([])
  })

  it('without any partner is made, and says that nothing stands behind it', async () => {
    const empty = await readReport(createMemoryStore(), 'weekly', null, new Date(NOW))
    expect(empty).toMatchObject({ captured: null, sources: [] })
    for (const format of reportFormats) expect(empty && renderReport(empty, format, words)).toBeTruthy()
  })

  it('about nobody is none', async () => {
    expect(await readReport(store, 'partner', '01K9BBBBBBBBBBBBBBBBBBBBBB', new Date(NOW))).toBeNull()
  })
})

describe('the kinds', () => {
  it('audit: every broken and waived finding with its words, its rule and who let it pass', async () => {
    const audit = await make('audit')
    const lines = linesOf(audit, 'audit') ?? []
    expect(lines).toEqual([
      'Does not say “miracle”',
      'The caption says “miracle”, and “miracle” is not to be used.',
      'By the guideline “g”, version 1.',
      'Does not say “miracle”',
      'The caption says “miracle”, and “miracle” is not to be used.',
      'By the guideline “g”, version 1.',
      'Let pass by a person on 2026-11-21: A song title',
    ])
    expect(linesOf(audit, 'guidelines')).toEqual(['“House rules”, version 1, with 0 rules.'])
  })

  it('B9: the quarterly review is pre-filled: what went well, what to work on, what was promised, what comes', async () => {
    const review = await make('review', partner.id)
    expect(linesOf(review, 'well')).toContain('Your team rates the partnership 9 of 10.')
    expect(linesOf(review, 'workOn')).toContain('Guidelines are broken in 1 of 20 checked posts.')
    expect(linesOf(review, 'promised')).toEqual(['“Launch reel” was on time.', '“Story set” is missing.'])
    expect(linesOf(review, 'aheadOne')).toEqual(['Mara Quill: “Recap” is due.'])
  })

  it('look back on times that meet without gap or overlap', () => {
    const first = periodOf('monthly', Date.parse('2026-12-01T08:00:00Z'))
    const second = periodOf('monthly', Date.parse('2027-01-01T08:00:00Z'))
    expect(first.from).toBe('2026-11-01T08:00:00.000Z')
    expect(second.from).toBe(first.to)
    expect(periodOf('monthly', Date.parse('2027-03-31T08:00:00Z')).from).toBe('2027-02-28T08:00:00.000Z')
    expect(periodOf('review', Date.parse('2027-01-15T08:00:00Z')).from).toBe('2026-10-15T08:00:00.000Z')
  })
})

describe('as a file', () => {
  it.each(reportKinds)('B12: re-import of JSON is lossless: %s', async (kind) => {
    const report = await make(kind)
    const again = readReportJson(renderReport(report, 'json', words))
    expect(again).toEqual(report)
    for (const format of reportFormats)
      expect(again && renderReport(again, format, words)).toBe(renderReport(report, format, words))
  })

  it('that is none, or cut off, is not read', async () => {
    const text = renderReport(await make('weekly'), 'json', words)
    expect(readReportJson(text.slice(0, 900))).toBeNull()
    expect(readReportJson('{"format":"rapport-report","version":2}')).toBeNull()
  })

  it('B12: CSV cells beginning with = + - @ are neutralised', async () => {
    const report = await make('audit')
    const names = ['=1+1', '+1', '-1', '@x', '\tx', '\rx']
    const [first] = report.sections[1]?.lines ?? []
    const hostile = names.map((name) => ({
      code: 'partner',
      values: [name],
      partnerId: partner.id,
      figures: [],
      lines: first ? [first] : [],
    }))
    const csv = renderReport({ ...report, sections: [...report.sections, ...hostile] }, 'csv', words)
    const cells = parse(csv).flat()
    expect(cells).toContain(`'=cmd|calc a "miracle" cure <b>now</b>`)
    for (const name of names) expect(cells).toContain(`'${name}`)
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  it('HTML asks nothing of the network, runs nothing, and shows what others wrote as text', async () => {
    const html = renderReport(await make('monthly'), 'html', words)
    expect(html).toContain('&lt;b&gt;now&lt;/b&gt;')
    expect(html).not.toMatch(/<(script|img|link|iframe|object|video|form)\b|url\(|@import|\son\w+=|<b>now/i)
    expect(html.match(/\s(?:src|srcset|action|data)="/g)).toBeNull()
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    // Each reference has its source.
    const refs = [...html.matchAll(/href="#(e\d+)"/g)].map(([, id]) => id)
    expect(refs.length).toBeGreaterThan(5)
    for (const id of refs) expect(html).toContain(`id="${id}"`)
  })

  it('Markdown takes nothing of what others wrote for its own marks', async () => {
    const markdown = renderReport(await make('weekly'), 'md', words)
    expect(markdown).toContain(String.raw`=cmd\|calc a "miracle" cure \<b\>now\</b\>`)
    const rows = markdown.split('\n').filter((row) => row.startsWith('|'))
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6)
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Guideline } from '../../../lib/domain/guideline.ts'
import { type Report, reportFormats } from '../../../lib/domain/report.ts'
import { renderReport } from '../../../lib/reports/render.ts'
import { readReportJson } from '../../../lib/reports/json.ts'
import type { Words } from '../../../lib/reports/wording.ts'
import { createVettingReader, loadVettings } from '../../../lib/state/vetting.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { readWords } from './words.ts'
import { commentRow, guidelineRow, neutral, postRow, profileRow, ulid, vettingRow } from '../store/rows.ts'

const NOW = Date.parse('2026-11-20T12:00:00.000Z')
const ago = (days: number) => new Date(NOW - days * 86_400_000).toISOString()
let store: Store
let words: Words
beforeAll(async () => {
  words = await readWords()
})

async function put(n: number, days: number, text: string, changes: Partial<Parameters<typeof postRow>[1]> = {}) {
  const at = ago(days)
  await store.write((tx) =>
    tx.put(
      'posts',
      postRow(n, {
        text,
        publishedAt: at,
        sortAt: at,
        firstSeenAt: ago(3),
        lastSeenAt: ago(2),
        metrics: {
          likes: { value: 50, step: 1 },
          comments: null,
          shares: { value: 0, step: 1 },
          views: null,
          saves: null,
        },
        ...changes,
      }),
    ),
  )
}

const rivals: Guideline = guidelineRow(70, {
  brand: 'Acme',
  rules: [{ id: ulid(71), kind: 'competitor', params: { name: 'GlowLab' }, severity: 'high', weight: 'must' }],
})

beforeEach(async () => {
  store = createMemoryStore()
  await store.write(async (tx) => {
    await tx.put('guidelines', rivals)
    await tx.put('vettings', vettingRow(13))
    await tx.put(
      'profiles',
      profileRow('x:creator1', 1, { at: ago(3), lastSeenAt: ago(2), followers: { value: 1_000, step: 1 } }),
    )
  })
})

async function sheet(): Promise<Report> {
  const view = await createVettingReader({ store, later: (work) => queueMicrotask(work) }).read(ulid(13), NOW)
  if (!view?.report) throw new Error('no sheet')
  return view.report
}
const section = (report: Report, code: string) => {
  const found = report.sections.find((one) => one.code === code)
  if (!found) throw new Error(`no section ${code}`)
  return found
}
const figureOf = (report: Report, code: string, value?: string) =>
  report.sections
    .flatMap(({ figures }) => figures)
    .find((one) => one.code === code && (value === undefined || one.values.includes(value)))

describe('B12: the vetting sheet', () => {
  it('B12: looks back as far as the sheet says, and says of which time nothing is known', async () => {
    await put(1, 10, 'Morning run')
    await put(2, 200, 'Old news of mine')
    await put(3, 800, 'Before everything')
    expect(figureOf(await sheet(), 'posts')).toMatchObject({ value: 2, sample: 2 })
    const line = section(await sheet(), 'vetSeen').lines.find(({ code }) => code === 'short')
    expect(line?.values).toEqual(['2026-05-04', '2025-11-20'])
    await store.write((tx) => tx.put('vettings', vettingRow(13, { lookBack: { months: 36, highRisk: true } })))
    const long = await sheet()
    expect(figureOf(long, 'posts')).toMatchObject({ value: 3 })
    expect(long.from.slice(0, 10)).toBe('2023-11-20')
    expect(section(long, 'vetSeen').lines.map(({ code }) => code)).toContain('retention')
  })

  it('B12: states capture dates and the visible sample, and never takes what was not captured as zero', async () => {
    const empty = await sheet()
    expect(figureOf(empty, 'posts')).toMatchObject({ value: null, missing: 'not-captured' })
    expect(figureOf(empty, 'vetCategory', 'arms')).toMatchObject({ value: null, missing: 'not-captured' })
    expect(figureOf(empty, 'vetGeneric')).toMatchObject({ value: null, missing: 'not-captured' })
    await put(1, 10, 'Morning run')
    await put(2, 40, 'Evening run')
    const html = renderReport(await sheet(), 'html', words)
    expect(html).toContain('visible sample of 2')
    expect(html).toContain('Visible sample of 2 posts, published from 2026-10-11 to 2026-11-10')
    expect(html).toContain('Rests on pages captured from 2026-11-17 12:00 UTC to 2026-11-18 12:00 UTC')
  })

  it('B12: counts each brand-safety category and quotes the exact words, after emoji too', async () => {
    await put(1, 10, '😅🎉 Friday night: vodka and a cigarette')
    await put(2, 20, 'New rifle day')
    await put(3, 30, 'Bath bombs and a glue gun')
    const report = await sheet()
    expect(figureOf(report, 'vetCategory', 'substances')).toMatchObject({ value: 1, n: 3, evidence: ['x:1'] })
    expect(figureOf(report, 'vetCategory', 'arms')).toMatchObject({ value: 1, evidence: ['x:2'] })
    expect(figureOf(report, 'vetCategory', 'adult')).toMatchObject({ value: 0 })
    const quotes = section(report, 'vetSafety').lines.flatMap(({ quote, evidence }) =>
      quote === null ? [] : [[quote, evidence[0]]],
    )
    expect(quotes).toContainEqual(['cigarette', 'x:1'])
    expect(quotes).toContainEqual(['rifle', 'x:2'])
    for (const [quote, id] of quotes) expect((await store.posts.get(id ?? ''))?.text).toContain(quote)
  })

  it('a caption in a language without a word list is said to be unchecked, not clean', async () => {
    await put(1, 10, 'Сегодня новая винтовка и водка, друзья, это было прекрасное утро', { lang: 'ru' })
    const report = await sheet()
    expect(figureOf(report, 'vetCategory', 'arms')).toMatchObject({ value: null, n: 0 })
    expect(section(report, 'vetSafety').lines.map(({ code }) => code)).toContain('safetyLanguage')
    expect(section(report, 'vetSafety').lines.map(({ code }) => code)).not.toContain('safetyNone')
  })

  it('a caption that no page showed whole is no clean one: it is counted apart, and nothing is said of it', async () => {
    await put(1, 10, '', { textComplete: false })
    await put(2, 20, 'Vodka and', { textComplete: false })
    const report = await sheet()
    expect(figureOf(report, 'vetCategory', 'substances')).toMatchObject({ value: 1, n: 1, sample: 2 })
    expect(figureOf(report, 'vetCommercial')).toMatchObject({ value: null, missing: 'not-captured' })
    expect(section(report, 'vetCompetitors').lines.map(({ code }) => code)).toEqual(['captionsCut'])
    expect(section(report, 'vetSafety').lines.find(({ code }) => code === 'captionsCut')?.values).toEqual(['2'])
    await put(2, 20, 'A walk and', { textComplete: false })
    expect(section(await sheet(), 'vetSafety').lines.map(({ code }) => code)).not.toContain('safetyNone')
    expect(figureOf(await sheet(), 'vetCategory', 'substances')).toMatchObject({ value: null, missing: 'not-captured' })
  })

  it('names the competitors that guidelines name, with the words, and says when none was looked for', async () => {
    await put(1, 10, 'Softer than my old glow lab one')
    const report = await sheet()
    expect(figureOf(report, 'vetCompetitor', 'GlowLab')).toMatchObject({ value: 1, n: 1, evidence: ['x:1'] })
    expect(section(report, 'vetCompetitors').lines[0]).toMatchObject({ code: 'competitor', quote: 'glow lab' })
    await store.write((tx) => tx.put('guidelines', { ...rivals, rules: [] }))
    expect(section(await sheet(), 'vetCompetitors').lines.map(({ code }) => code)).toEqual(['noCompetitors'])
  })

  it('tells open, weak and missing labels apart, of commercial posts only', async () => {
    await put(1, 10, '#ad Two weeks with the @acme serum')
    await put(2, 20, 'Two weeks with the @acme serum #spon')
    await put(3, 30, 'My serum, use code ANA20 for 20% off')
    await put(4, 40, 'A walk in the park')
    const report = await sheet()
    expect(figureOf(report, 'vetCommercial')).toMatchObject({ value: 3, n: 4 })
    for (const [code, id] of [
      ['vet.open', 'x:1'],
      ['vet.weak', 'x:2'],
      ['vet.missing', 'x:3'],
    ])
      expect(figureOf(report, code ?? '')).toMatchObject({ value: 1 / 3, n: 3, evidence: [id] })
    expect(section(report, 'vetDisclosure').lines.find(({ code }) => code === 'missingLabel')?.quote).toContain(
      'code ANA20',
    )
  })

  it('gives engagement with its formula, n and confidence', async () => {
    for (let n = 1; n <= 9; n++) await put(n, n * 5, `Post ${n}`)
    expect(figureOf(await sheet(), 'engagement')).toMatchObject({
      value: 0.05,
      n: 9,
      sample: 9,
      formula: 'median(likes+shares)/followers',
      confidence: 'high',
    })
  })

  it('B12: audience signals are of a visible sample, and the number of real followers is never claimed', async () => {
    await put(1, 10, 'Morning run')
    for (let n = 1; n <= 12; n++)
      await store.write((tx) =>
        tx.put(
          'comments',
          commentRow('x:1', n, {
            text: n <= 7 ? '😍'.repeat((n % 3) + 1) : `Where is bridge number ${n * 37} on your map?`,
            tone: neutral,
            authorHash: `${n}`.padStart(32, 'a'),
          }),
        ),
      )
    const report = await sheet()
    expect(figureOf(report, 'vetGeneric')).toMatchObject({ value: 7 / 12, n: 12, sample: 12 })
    const { lines } = section(report, 'vetAudience')
    expect(lines.map(({ code }) => code)).toEqual(['crowdAlarm', 'audienceSample'])
    expect(renderReport(report, 'md', words)).toContain('nothing here says how many followers are real')
  })

  it('B12: a rejected creator shows reason, date and decider in every format', async () => {
    await put(1, 10, 'Morning run')
    const report = await sheet()
    for (const format of reportFormats) {
      const text = renderReport(report, format, words)
      for (const part of ['Slurs', 'Ines']) expect(text).toContain(part)
    }
    expect(renderReport(report, 'html', words)).toContain('Rejected by Ines, from 3 visible posts')
    expect(renderReport(report, 'html', words)).toContain('Nov 1, 2026')
  })

  it('B12: CSV cells beginning with = + - @ are neutralised, and JSON comes back whole', async () => {
    await put(1, 10, '=HYPERLINK("http://x") vodka')
    const [verdict] = vettingRow(13).verdicts
    if (!verdict) throw new Error('no verdict')
    await store.write((tx) =>
      tx.put('vettings', vettingRow(13, { name: '@SUM(A1)', verdicts: [{ ...verdict, reason: '-2+3' }] })),
    )
    const report = await sheet()
    const cells = renderReport(report, 'csv', words).split(/[\n,]/)
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([])
    expect(readReportJson(renderReport(report, 'json', words))).toEqual(report)
  })

  it('undecided sheets come first in the list', async () => {
    await store.write((tx) => tx.put('vettings', vettingRow(12, { verdicts: [], accountKeys: ['x:creator2'] })))
    expect((await loadVettings(store)).map(({ vetting }) => vetting.id)).toEqual([ulid(12), ulid(13)])
  })
})

// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { readReport } from '../../../lib/background/report.ts'
import type { Incident, IncidentAction } from '../../../lib/domain/incident.ts'
import { type Report, reportFormats } from '../../../lib/domain/report.ts'
import { renderReport } from '../../../lib/reports/render.ts'
import { lineText, type Words } from '../../../lib/reports/wording.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { at, NOW, partner, postOf } from '../health/fixtures.ts'
import { readWords } from './words.ts'
import { commentRow, incidentRow, neutral, ulid } from '../store/rows.ts'

let words: Words
beforeAll(async () => {
  words = await readWords()
})

const rated = (cell: 'breach' | 'views', value: number | null): IncidentAction => ({
  kind: 'rate',
  ratings: [{ cell, value, from: 'person', why: '', values: [], evidence: ['instagram:1'] }],
})

/** An incident about one post of 200 days ago, with everything done that is reported. */
async function recordWith(actions: readonly (readonly [daysAgo: number, IncidentAction])[]): Promise<Store> {
  const store = createMemoryStore()
  const incident: Incident = incidentRow(1, {
    partnerId: partner.id,
    title: '=Wrong "claim"',
    evidence: ['instagram:1'],
    createdAt: at(10),
    events: actions.map(([days, action], i) => ({ id: ulid(50 + i), at: at(days), by: 'Ines', action })),
  })
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    await tx.put('posts', postOf(1, 200, 10, { text: 'A miracle' }))
    for (let n = 1; n <= 3; n++)
      await tx.put(
        'comments',
        commentRow('instagram:1', n, {
          text: `Number ${n * 31} said`,
          authorHash: `${n}`.padStart(32, 'a'),
          firstSeenAt: at(9),
          tone: { ...neutral, label: n === 1 ? 'positive' : 'negative' },
        }),
      )
    await tx.put('incidents', incident)
  })
  return store
}
async function make(store: Store, now = NOW): Promise<Report> {
  const report = await readReport(store, 'incident', null, new Date(now))
  if (!report) throw new Error('no report')
  return report
}
const said = ({ sections }: Report) => sections.flatMap(({ lines }) => lines.map((line) => lineText(line, words)))
const figureOf = ({ sections }: Report, code: string) =>
  sections.flatMap(({ figures }) => figures).find((one) => one.code === code)

describe('an incident report', () => {
  it('tells the level, the deciding cell, what is unknown, the clocks, the post-mortem and the timeline', async () => {
    const report = await make(
      await recordWith([
        [10, rated('breach', 4)],
        [9.5, { kind: 'classify' }],
        [9, { kind: 'status', to: 'in-progress', comment: 'On it' }],
        [8, { kind: 'check', item: 'ask-creator', done: true }],
        [
          7,
          {
            kind: 'post-mortem',
            postMortem: { cause: 'No review', action: 'Review all', owner: 'Kofi', due: '2026-12-01' },
          },
        ],
      ]),
    )
    expect(said(report)).toEqual(
      expect.arrayContaining([
        'Status: In progress.',
        'Level: High. Low confidence.',
        'Decided by: Breach of guideline or law.',
        'Reach not captured. What is unknown lowers the confidence, never the level.',
        'Reputation, Breach of guideline or law: 4 of 4.',
        'Reach, Views: unknown.',
        'Root cause: No review',
        'To be done by: 2026-12-01',
        'Ines set the status: In progress. “On it”',
        'Ines did: Ask the creator, kindly, what happened.',
      ]),
    )
    expect(figureOf(report, 'classifiedAt')).toMatchObject({ value: 12, unit: 'hours' })
    expect(figureOf(report, 'holdingAt')).toBeUndefined()
    expect(said(report)).toContain('No holding statement is drafted yet.')
    expect(figureOf(report, 'incidentNegative')).toMatchObject({ value: 2, sample: 3 })
  })

  it('counts the visible sample under its posts, however old they are, and links to them', async () => {
    const report = await make(await recordWith([[10, rated('breach', 2)]]))
    expect(figureOf(report, 'incidentPosts')).toMatchObject({ value: 1, evidence: ['instagram:1'] })
    expect(report.sources.map(({ id }) => id)).toEqual(['instagram:1'])
  })

  it('knows nothing of what was decided later', async () => {
    const store = await recordWith([
      [10, rated('breach', 2)],
      [1, rated('breach', 4)],
    ])
    expect(said(await make(store, Date.parse(at(5))))).toContain('Level: Medium. Low confidence.')
    expect(said(await make(store))).toContain('Level: High. Low confidence.')
  })

  it('is written in every format, and a title is no formula of a spreadsheet', async () => {
    const report = await make(await recordWith([[10, rated('views', null)]]))
    for (const format of reportFormats) expect(renderReport(report, format, words)).toContain('claim')
    expect(renderReport(report, 'csv', words)).not.toMatch(/(^|,)"?=/m)
    expect(renderReport(report, 'html', words)).toContain('Not rated yet')
  })

  it('says that there is none, where there is none', async () => {
    const store = createMemoryStore()
    await store.write((tx) => tx.put('partners', partner))
    expect(said(await make(store))).toEqual(['No incident is on record.'])
  })

  it('stands in the other reports as one line while it is open', async () => {
    const store = await recordWith([[10, rated('breach', 4)]])
    const weekly = await readReport(store, 'weekly', null, new Date(NOW))
    expect(weekly && said(weekly)).toContain('Incident “=Wrong "claim"”: New, High.')
  })
})

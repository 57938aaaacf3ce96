// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBacktest } from '../../lib/state/backtest.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import { writeRecord } from '../../lib/store/record-file.ts'
import { assessmentOf, at, contactOf, findingOf, NOW, partner, postOf } from '../lib/health/fixtures.ts'
import { incidentRow, pulseRow, ulid } from '../lib/store/rows.ts'

const MAIN = resolve(import.meta.dirname, 'main.ts')
const DAY = 86_400_000
let folder = ''
const store = createMemoryStore()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-lab-'))
  await store.write(async (tx) => {
    await tx.put('partners', partner)
    for (let n = 1; n <= 20; n++) {
      const post = postOf(n, n * 5, 100 + n, { lastSeenAt: at(Math.max(0, n * 5 - 3)) })
      await tx.put('posts', post)
      const metrics = { ...post.metrics, likes: { value: 10 * n, step: 1 } }
      const figures = { id: `${post.id}@${post.firstSeenAt}`, postId: post.id, at: post.firstSeenAt, metrics }
      await tx.put('metrics', { ...figures, lastSeenAt: post.firstSeenAt })
      const findings = n === 1 ? [findingOf({ status: 'missing' })] : []
      await tx.put('assessments', assessmentOf(n, n === 1 ? 'fail' : 'pass', { findings }))
    }
    for (let n = 1; n <= 12; n++) {
      const contact = contactOf(n, n % 2 === 1 ? 'out' : 'in', 100 - n * 8)
      await tx.put('contacts', { ...contact, id: ulid(100 + n) })
    }
    await tx.put('pulses', pulseRow(1, { partnerId: partner.id, rating: 9, at: at(40) }))
    await tx.put('incidents', incidentRow(1, { partnerId: partner.id, createdAt: at(10), events: [] }))
  })
  let text = ''
  for await (const part of writeRecord(store, at(0))) text += part
  writeFileSync(join(folder, 'export.json'), text)
  writeFileSync(join(folder, 'cut.json'), text.slice(0, 900))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr: stderr.trimEnd() }
}
const iso = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString()

describe('lab health', () => {
  it('says of an export what the pages say, byte for byte the same each time', () => {
    const once = lab('health', 'export.json', '--at', iso(0))
    expect(once.stderr).toBe('')
    expect(lab('health', 'export.json', '--at', iso(0)).stdout).toBe(once.stdout)
    const { at: moment, partners } = JSON.parse(once.stdout)
    expect(moment).toBe(iso(0))
    expect(partners).toMatchObject([
      {
        name: 'Mara Quill',
        score: 59,
        band: 'act',
        caps: [{ limit: 59, evidence: ['instagram:1'] }],
        reasons: expect.arrayContaining([
          expect.objectContaining({ text: 'Your team rates the partnership 9 of 10.', evidence: [ulid(1)] }),
        ]),
      },
    ])
    expect(typeof partners[0].change30d).toBe('number')
    for (const { evidence } of partners[0].reasons) expect(evidence.length).toBeGreaterThan(0)
  }, 30_000)
})

describe('lab replay', () => {
  it('over 90 days gives at each step what health gives for that moment alone', () => {
    const { stdout, status } = lab('replay', 'export.json', '--from', iso(90), '--to', iso(0), '--step', '30d')
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    for (const [i, line] of lines.entries())
      expect(`${line}\n`).toBe(lab('health', 'export.json', '--at', iso(90 - 30 * i)).stdout)
    // A past moment knows nothing of the finding that came later.
    expect(JSON.parse(lines.at(-2) ?? '').partners[0].caps).toEqual([])
    // Five processes are started one after the other.
  }, 60_000)

  it('agrees with what the backtest says of the moments before an incident', async () => {
    const [row] = await loadBacktest(store, partner)
    expect(row?.moments.map(({ at: moment }) => moment)).toEqual([iso(40), iso(17)])
    const { stdout } = lab('replay', 'export.json', '--from', iso(40), '--to', iso(17), '--step', '23d')
    const replayed = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).partners[0])
    expect(row?.moments.map(({ score, band }) => [score, band])).toEqual(
      replayed.map(({ score, band }) => [score, band]),
    )
    expect(row?.moments.every(({ score }) => typeof score === 'number')).toBe(true)
  }, 30_000)
})

describe('lab alerts', () => {
  it('lists what needs somebody, with what it rests on', () => {
    const { stdout } = lab('alerts', 'export.json', '--at', iso(0))
    expect(JSON.parse(stdout).alerts[0]).toEqual({
      id: `disclosure-missing|${partner.id}|d||instagram:1`,
      kind: 'disclosure-missing',
      partnerId: partner.id,
      severity: 'high',
      count: 1,
      evidence: ['instagram:1'],
    })
  })
})

describe('lab report', () => {
  const formats = ['html', 'md', 'csv', 'json'] as const
  it.each(formats)(
    'writes %s, byte for byte the same each time',
    (format) => {
      const args = ['report', 'export.json', '--kind', 'weekly', '--format', format, '--at', iso(0)]
      const { stdout, stderr, status } = lab(...args)
      expect([stderr, status]).toEqual(['', 0])
      expect(stdout).toContain('Mara Quill')
      // No word is left as its code; JSON has codes only.
      expect(format === 'json' ? '' : stdout).not.toMatch(/\b(report|health|alert|reason|rule)\.[a-z]/)
      expect(lab(...args).stdout).toBe(stdout)
    },
    30_000,
  )
})

describe('bad input', () => {
  it.each([
    ['a file that is cut off', ['health', 'cut.json'], 'cut.json: It is no JSON file, or it is cut off.'],
    ['a time that is none', ['alerts', 'export.json', '--at', 'yesterday'], '--at: yesterday is no time'],
    ['a replay without an end', ['replay', 'export.json', '--from', '2026-11-01'], 'usage: lab replay'],
    [
      'a step that is no number of days',
      ['replay', 'export.json', '--from', '2026-11-01', '--to', '2026-11-02', '--step', '1h'],
      '--step: 1h',
    ],
    ['a report of no kind', ['report', 'export.json', '--format', 'md'], '--kind: nothing is none of weekly, monthly'],
    [
      'a report in no format',
      ['report', 'export.json', '--kind', 'weekly', '--format', 'pdf'],
      '--format: pdf is none',
    ],
    [
      'a report about nobody',
      ['report', 'export.json', '--kind', 'partner', '--format', 'md', '--partner', 'nobody'],
      '--partner: nobody is no partner',
    ],
  ])('%s is answered with one line and exit code 2', (_, args, line) => {
    const { status, stdout, stderr } = lab(...args)
    expect(stderr).toContain(line)
    expect(stderr.split('\n')).toHaveLength(1)
    expect([stdout, status]).toEqual(['', 2])
  })
})

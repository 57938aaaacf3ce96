import { describe, expect, it } from 'vitest'
import { readOverrides, writeOverrides } from '../../../lib/state/override-file.ts'
import { overrideRow } from '../store/rows.ts'

const at = '2026-11-25T10:00:00.000Z'
const { updatedAt: _changed, deletedAt: _gone, createdAt: _made, ...plain } = overrideRow(1)
const file = (...overrides: unknown[]) => JSON.stringify({ format: 'rapport-overrides', version: 1, overrides })
const problems = (text: string) => readOverrides(text).problems.map(({ row, code }) => [row, code])

describe('a file of overrides', () => {
  it('gives back what was written', () => {
    expect(readOverrides(writeOverrides([overrideRow(1)], at))).toEqual({ overrides: [plain], problems: [] })
  })

  it.each([
    ['is cut off', file(plain).slice(0, 80), 'not-json'],
    ['is something else', '{"format":"rapport-guidelines"}', 'not-ours'],
    ['is nothing', 'null', 'not-ours'],
    ['is of a later version', file(plain).replace('"version":1', '"version":2'), 'newer'],
    ['is huge', file(...Array.from({ length: 1_001 }, () => plain)), 'too-many'],
    ['is nested without end', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'not-ours'],
  ])('that %s is refused as a whole', (_what, text, code) => {
    expect(problems(text)).toEqual([[null, code]])
  })

  it('leaves out what could run, hide or match anything, and says which entry', () => {
    const text = file(
      plain,
      plain,
      { ...plain, select: 'a:has(b)' },
      { ...plain, select: '*' },
      { ...plain, field: 'post.secret' },
      { ...plain, run: 'alert(1)' },
      { ...plain, attr: 'onclick=1' },
    ).replace('"run"', '"__proto__"')
    expect(problems(text)).toEqual([
      [2, 'repeated'],
      [3, 'syntax'],
      [4, 'broad'],
      [5, 'not-understood'],
      [6, 'not-understood'],
      [7, 'not-understood'],
    ])
    expect(readOverrides(text).overrides).toEqual([plain])
  })
})

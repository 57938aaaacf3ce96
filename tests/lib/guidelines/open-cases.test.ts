// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const CASES = resolve(import.meta.dirname, '../../../../shared/data/compliance')
const LAB = resolve(import.meta.dirname, '../../lab/main.ts')
const here = existsSync(CASES)

interface Case {
  id: string
  expected?: { status: string; span?: string }
  expectedFindings?: { rule: string; value: string; status: string; span?: string; note?: string; field?: string }[]
}
interface Output {
  id: string
  disclosure: { status: string; span: string | null } | null
  findings: { rule: string; value: string; status: string; span: string | null; note?: string; field?: string }[]
}

const parse = <T>(text: string): T[] => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]))

function run(name: string): { given: Case[]; said: Map<string, Output> } {
  const file = resolve(CASES, name)
  const { stdout } = spawnSync(process.execPath, [LAB, 'check', file], { encoding: 'utf8' })
  return {
    given: parse<Case>(readFileSync(file, 'utf8')),
    said: new Map(parse<Output>(stdout).map((output) => [output.id, output])),
  }
}

it.runIf(process.env['CI'])('the labelled cases of ../shared/data are there in CI', () => {
  expect(here).toBe(true)
})

describe.skipIf(!here)('the labelled cases of ../shared/data (skipped where they are not)', () => {
  it('on disclosure are all decided, and quoted, as labelled', () => {
    const { given, said } = run('open-disclosure.jsonl')
    expect(given.length).toBeGreaterThan(0)
    const wrong = given.flatMap(({ id, expected }) => {
      const got = said.get(id)?.disclosure
      return got?.status === expected?.status && (got?.span ?? null) === (expected?.span ?? null)
        ? []
        : [{ id, expected, got }]
    })
    expect(wrong).toEqual([])
  })

  it('on guidelines are all decided, and quoted, as labelled', () => {
    const { given, said } = run('open-guidelines.jsonl')
    const wrong = given.flatMap(({ id, expectedFindings = [] }) =>
      expectedFindings.flatMap(({ rule, value, status, span = null, note, field }) => {
        const got = said.get(id)?.findings.filter((finding) => finding.rule === rule && finding.value === value) ?? []
        const right =
          got.length === 1 &&
          got[0]?.status === status &&
          got[0].span === span &&
          got[0].note === note &&
          got[0].field === field
        return right ? [] : [{ id, rule, status, span, got }]
      }),
    )
    expect(wrong).toEqual([])
  })
})

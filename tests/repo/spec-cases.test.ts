import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SpecCase } from './spec-cases.ts'
import { type AstNode, filesIn, nameOf, parseFile, ROOT, stringOf, walk } from './sources.ts'

/** Every list that a file of `spec-cases/` exports. */
const cases: SpecCase[] = []
for (const path of filesIn('tests/repo/spec-cases', /\.ts$/)) {
  const lists: Record<string, readonly SpecCase[]> = await import(join(ROOT, path))
  cases.push(...Object.values(lists).flat())
}

const run = new Set(['it', 'test', 'it.each', 'test.each', 'it.runIf', 'it.prop'])

/** `it('…')` and `it.each(rows)('…')`; those that are skipped or still to do are none. */
function isTest(callee: unknown): boolean {
  const made = callee as AstNode
  const name = made.type === 'CallExpression' ? nameOf(made['callee']) : nameOf(callee)
  return name !== null && run.has(name)
}

/** The names of the tests in a file; those of a suite that is run in two places are its `name: '…'`. */
function testsIn(path: string): Set<string> {
  const names = new Set<string>()
  const { ast } = parseFile(path)
  walk(ast, (node) => {
    const [first] = node.type === 'CallExpression' ? (node['arguments'] as unknown[]) : []
    const name = node.type === 'CallExpression' && isTest(node['callee']) ? stringOf(first) : null
    if (name !== null) names.add(name)
    const isNamed = path.endsWith('contract.ts') && node.type === 'Property' && nameOf(node['key']) === 'name'
    const named = isNamed ? stringOf(node['value']) : null
    if (named !== null) names.add(named)
  })
  return names
}

const files = [...new Set(cases.map(({ file }) => file))]
const tests = new Map(files.map((file) => [file, existsSync(join(ROOT, file)) ? testsIn(file) : new Set<string>()]))

describe('the acceptance cases of the relationship spec', () => {
  it('each have a test that is still there', () => {
    const lost = cases.filter(({ file, test }) => tests.get(file)?.has(test) !== true)
    expect(lost).toEqual([])
  })

  it('are listed once each', () => {
    const said = cases.map(({ id, says }) => `${id}: ${says}`)
    expect(said.filter((one, n) => said.indexOf(one) !== n)).toEqual([])
  })

  it('are there for every part that has some', () => {
    const ids = new Set(cases.map(({ id }) => id))
    expect(['B1', 'B3', 'B4', 'B5', 'B6', 'B7', 'B9', 'B11', 'B12'].filter((id) => !ids.has(id))).toEqual([])
  })
})

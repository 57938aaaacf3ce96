// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = resolve(import.meta.dirname, 'main.ts')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-lab-'))
  writeFileSync(join(folder, 'page.html'), '<p>Nothing here says what site it is.</p>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr: stderr.trimEnd() }
}

describe('npm run lab', () => {
  it.each([
    ['no command', [], 'usage'],
    ['an unknown command', ['scrap'], 'scrap: no such command'],
    ['a name every object has', ['toString'], 'toString: no such command'],
    ['scrape without a file', ['scrape', 'https://x.com/a/status/1'], 'usage: lab scrape URL FILE.html'],
    ['scrape with an unknown option', ['scrape', '--fast', 'https://x.com/a', 'page.html'], '--fast'],
    ['an address that is none', ['scrape', 'x.com', 'page.html'], 'URL: "x.com" is no https address'],
    ['a file that is not there', ['scrape', 'https://x.com/a', 'gone.html'], 'gone.html: no such file'],
    ['a folder for a file', ['scrape', 'https://x.com/a', '.'], '.: is a folder, not a file'],
    [
      'a page of an unknown site',
      ['scrape', 'https://unknown.example/', 'page.html'],
      'no adapter reads unknown.example',
    ],
    ['scrape-all without --out', ['scrape-all', '.'], 'usage: lab scrape-all DIR --out OUT'],
    ['a folder that is not there', ['scrape-all', 'gone', '--out', 'out'], 'gone: no such folder'],
    ['a folder without captures', ['scrape-all', '.', '--out', 'out'], 'holds no <site>/<name>.observation.json'],
  ])('answers %s with one line on stderr and exit code 2', (_, args, line) => {
    const { status, stdout, stderr } = lab(...args)
    expect(stderr).toContain(line)
    expect(stderr.split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

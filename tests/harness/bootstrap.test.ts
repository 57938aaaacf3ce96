import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const BOOTSTRAP = resolve(import.meta.dirname, 'bootstrap.mjs')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-bootstrap-'))
  writeFileSync(join(folder, 'say.ts'), 'console.log(JSON.stringify(process.argv.slice(2)) as string)\n')
  writeFileSync(join(folder, 'fail.ts'), 'process.exit(7 satisfies number)\n')
  writeFileSync(join(folder, 'wait.ts'), "setInterval(() => {}, 1_000)\nconsole.log('up' as string)\n")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => spawnSync(process.execPath, [BOOTSTRAP, ...args], { encoding: 'utf8' })

describe('the bootstrap', () => {
  it('runs TypeScript with its arguments and leaves stdout to it', () => {
    const { stdout, status } = run(join(folder, 'say.ts'), 'a b', '--c')
    expect(stdout).toBe('["a b","--c"]\n')
    expect(status).toBe(0)
  })

  it('passes the exit code on', () => {
    expect(run(join(folder, 'fail.ts')).status).toBe(7)
  })

  it('says how it is used', () => {
    const { status, stderr } = run()
    expect(stderr).toContain('usage')
    expect(status).toBe(2)
  })

  it('passes a signal on and ends with its script', async () => {
    const child = spawn(process.execPath, [BOOTSTRAP, join(folder, 'wait.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((up) => child.stdout.once('data', up))
    const ended = new Promise((end) => child.once('exit', end))
    child.kill('SIGTERM')
    expect(await ended).toBe(128 + 15)
  })
})

// `npm test`: everything that has to be true before a change may land. Ends with one line, "N passed, N failed".
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findOrInstallChromium, findOrInstallFirefox } from './browser.ts'
import { buildExtension } from './build.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const REPORTS = resolve(ROOT, '.cache/tests')

interface Tally {
  passed: number
  failed: number
  /** Names of skipped tests: a skip is never silent. */
  skipped: string[]
}

interface Step {
  name: string
  /** @throws with the step's output when it fails */
  run: () => Promise<Tally | void>
}

/** Colours for people only. */
const { FORCE_COLOR: _, ...plain } = process.env
const env = process.stdout.isTTY ? process.env : { ...plain, NO_COLOR: '1' }

const running = new Set<ChildProcess>()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 1
  })

const script = (name: string): Step => ({ name, run: () => node(['--run', name]) })
const build = (browser: 'chrome' | 'edge' | 'firefox'): Step => ({
  name: `build ${browser}`,
  run: async () => void (await buildExtension({ browser })),
})

const total: Tally = { passed: 0, failed: 0, skipped: [] }

// Types and messages are generated; everything below reads them.
await inOrder([{ name: 'prepare', run: () => node([join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'prepare']) }])
await Promise.all([
  inOrder([{ name: 'browsers', run: installBrowsers }, build('chrome'), build('edge'), build('firefox')]),
  inOrder([script('typecheck'), script('lint'), script('format:check'), script('unused')]),
])
await inOrder([vitest('unit and repo tests', ['unit', 'repo']), vitest('end to end', ['e2e'])])

for (const name of total.skipped) console.log(`skipped  ${name}`)
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Firefox may be missing: its journey is then skipped by name. */
async function installBrowsers(): Promise<void> {
  await findOrInstallChromium()
  findOrInstallFirefox()
}

async function inOrder(steps: Step[]): Promise<void> {
  for (const { name, run } of steps) {
    const start = performance.now()
    const result = await run().catch((error: unknown) => ({ error }))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    if (result && 'error' in result) {
      console.log(`FAILED   ${name} (${seconds} s)\n${messageOf(result.error)}\n`)
      total.failed++
      continue
    }
    const tally = result ?? { passed: 1, failed: 0, skipped: [] }
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped.push(...tally.skipped)
    const count = result ? ` ${tally.passed} passed, ${tally.failed} failed` : ''
    console.log(`${tally.failed > 0 ? 'FAILED  ' : 'ok      '} ${name}${count} (${seconds} s)`)
  }
}

/** Runs vitest projects and counts from its JSON report; a file that does not even load counts as one failure. */
function vitest(name: string, projects: string[]): Step {
  const report = join(REPORTS, `${projects.join('-')}.json`)
  const args = ['run', '--config', 'tests/vitest.config.ts', ...projects.flatMap((project) => ['--project', project])]
  return {
    name,
    run: async () => {
      mkdirSync(REPORTS, { recursive: true })
      rmSync(report, { force: true })
      const vitestBin = join(ROOT, 'node_modules/vitest/vitest.mjs')
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      // These take minutes: what they say is shown while they say it.
      const failure = await node([vitestBin, ...args, ...reporters], 'inherit').catch((error: unknown) => error)
      const tally = readReport(report)
      if (!tally) throw failure ?? new Error(`vitest wrote no ${report}`)
      // It can also fail beside its tests, e.g. by an unhandled rejection.
      if (failure && tally.failed === 0) tally.failed = 1
      return tally
    },
  }
}

interface Report {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

function readReport(file: string): Tally | null {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
  const tests = report.testResults.flatMap((result) => result.assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed').length
  const notLoaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed + notLoaded,
    skipped: tests.flatMap(({ status, fullName }) => (['passed', 'failed'].includes(status) ? [] : fullName)),
  }
}

/** Runs this Node. With `pipe`, what it says is kept for when it fails. */
function node(args: string[], output: 'pipe' | 'inherit' = 'pipe'): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', output, output] })
    running.add(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
      })
    child.on('error', fail)
    child.on('close', (code) => {
      running.delete(child)
      if (code === 0) done()
      else fail(new Error(said.trim() || `exit code ${code}`))
    })
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

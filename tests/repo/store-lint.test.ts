import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { buildExtension, type Target } from '../harness/build.ts'
import { ROOT } from './sources.ts'

const run = promisify(execFile)

interface Finding {
  code: string
  message: string
  file?: string
  line?: number
  column?: number
}

interface Lint {
  errors: Finding[]
  warnings: Finding[]
}

/** Mozilla's linter, as its store runs it. */
async function lint(target: Target): Promise<Lint & { folder: string }> {
  const folder = await buildExtension({ browser: target })
  const webExt = join(ROOT, 'node_modules/web-ext/bin/web-ext.js')
  const args = [webExt, 'lint', '-s', folder, '--no-config-discovery', '--no-input', '-o', 'json']
  // Exits with 1 when it finds errors; what it found is on stdout all the same.
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 26 }).catch(
    (error: unknown) => error as { stdout: string },
  )
  return { ...(JSON.parse(stdout) as Lint), folder }
}

/** What Mozilla's linter holds against a build that is not for Firefox. */
const NOT_FOR_FIREFOX = [
  /^MISSING_DATA_COLLECTION_PERMISSIONS/,
  /^MANIFEST_PERMISSIONS: .*"sidePanel"/,
  /^BACKGROUND_SERVICE_WORKER_NOFALLBACK/,
  /^(EXTENSION|ADDON)_ID_REQUIRED/,
]

// Chrome gets the same files as Edge.
describe.each(['edge', 'firefox'] as const)('web-ext lint of the %s build', (target) => {
  it("finds no error, and no warning but Preact's innerHTML", async () => {
    const { errors, warnings, folder } = await lint(target)
    const matters = ({ code, message }: Finding) =>
      target === 'firefox' || !NOT_FOR_FIREFOX.some((known) => known.test(`${code}: ${message}`))
    expect(errors.filter(matters)).toEqual([])
    expect(warnings.filter((warning) => matters(warning) && !isPreacts(folder, warning))).toEqual([])
  })
})

function isPreacts(folder: string, { code, file, line = 1, column = 1 }: Finding): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined) return false
  const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? ''
  return text.slice(column - 1, column + 60).includes('.__html')
}

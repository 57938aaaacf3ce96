import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')
/** Everything a build depends on. */
const INPUTS = ['entrypoints', 'components', 'lib', 'assets', 'wxt.config.ts', 'package.json', 'package-lock.json']

export type Target = 'chrome' | 'edge' | 'firefox'

/**
 * Builds the extension and returns its folder. A build whose inputs have not changed since the last one is
 * not made again; two processes that want the same one wait for each other.
 * @throws with the build's output when it fails
 */
export async function buildExtension({ browser }: { browser: Target }): Promise<string> {
  const folder = resolve(ROOT, `.output/${browser}-mv3`)
  const stamp = `${folder}.stamp`
  mkdirSync(resolve(ROOT, '.output'), { recursive: true })
  const unlock = await lock(`${folder}.lock`)
  try {
    const inputs = hashOf(INPUTS.map((name) => join(ROOT, name)))
    if (read(stamp) === `${inputs} ${builtAt(folder)}`) return folder
    rmSync(stamp, { force: true })
    const wxt = resolve(ROOT, 'node_modules/wxt/bin/wxt.mjs')
    // Vitest's NODE_ENV=test would turn the build into something nobody ships.
    const { NODE_ENV: _, VITEST: __, ...env } = process.env
    await run(process.execPath, [wxt, 'build', '-b', browser, '--mv3'], { cwd: ROOT, env }).catch((error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
      throw new Error(`wxt build -b ${browser} failed\n${stdout}${stderr}`, { cause: error })
    })
    writeFileSync(stamp, `${inputs} ${builtAt(folder)}`)
    return folder
  } finally {
    unlock()
  }
}

/** When the folder was written; a build made by hand makes the stamp void. */
function builtAt(folder: string): number {
  const manifest = join(folder, 'manifest.json')
  return existsSync(manifest) ? statSync(manifest).mtimeMs : 0
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) add(join(path, name))
    } else hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

/** A folder is made or is not, whoever asks; the process id inside tells a dead owner's lock from a live one's. */
async function lock(path: string): Promise<() => void> {
  const owner = join(path, 'pid')
  for (;;) {
    try {
      mkdirSync(path)
      writeFileSync(owner, String(process.pid))
      return () => rmSync(path, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      const pid = Number(read(owner) ?? 0)
      if (pid ? !isAlive(pid) : age > 5_000) rmSync(path, { recursive: true, force: true })
      else await wait(200)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

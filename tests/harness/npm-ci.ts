import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs the packages of a folder of its own lock file, exactly as locked, where they are not there yet: the
 * product's own installation does without them. Their install scripts do not run.
 * @throws when npm cannot
 */
export function npmCi(folder: string, what: string): void {
  const lock = join(folder, 'package-lock.json')
  // A copy of the lock file that was installed from.
  const installed = join(folder, 'node_modules/.installed-lock.json')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return
  console.error(`Installing ${what} (npm ci) …`)
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    // Standard output is for figures only.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm could not install ${what}.`)
  copyFileSync(lock, installed)
}

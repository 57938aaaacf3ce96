import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LOCK = join(import.meta.dirname, 'package-lock.json')
/** A copy of the lock file that was installed from. */
const INSTALLED = join(import.meta.dirname, 'node_modules/.installed-lock.json')

/**
 * Installs the peers, exactly as locked, where they are not there yet: the product's own installation does
 * without them. Their install scripts do not run.
 * @throws when npm cannot
 */
export function installPeers(): void {
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === readFileSync(LOCK, 'utf8')) return
  console.error('Installing what tone is measured beside (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: import.meta.dirname,
    // Standard output is for figures only.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('The packages that tone is measured beside could not be installed.')
  copyFileSync(LOCK, INSTALLED)
}

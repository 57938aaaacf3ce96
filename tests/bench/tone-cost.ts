import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { median } from './timing.ts'

const STARTS = 5
const PASSES = 5
const WARM_SECONDS = 2
/** Where our own sources are: bundled, they still read their files from beside themselves. */
const OURS = resolve(import.meta.dirname, '../..')

interface Bundle {
  readonly code: ReadonlyMap<string, string | Uint8Array>
  /** Name of the file to start. */
  readonly entry: string
}

/** All that a file needs to run but the data it reads, minified. */
export async function bundle(file: URL): Promise<Bundle> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // As the extension is built: word lists are values, not an export for each word.
    json: { namedExports: false },
    ssr: { noExternal: true },
    plugins: [
      {
        name: 'keep-own-folder',
        transform: (code, id) =>
          id.startsWith(OURS) && !id.includes('node_modules')
            ? code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
            : null,
      },
    ],
    build: { write: false, minify: true, ssr: fileURLToPath(file), rollupOptions: { output: { format: 'es' } } },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const code = new Map(outputs.map((part) => [part.fileName, part.type === 'chunk' ? part.code : part.source]))
  const entry = outputs.find((part) => part.type === 'chunk' && part.isEntry)
  return { code, entry: entry?.fileName ?? '' }
}

/** Kilobytes of the bundle and of the data it reads, each part gzipped. */
export function gzipKb({ code }: Bundle, data: readonly URL[] = []): number {
  const parts = [...code.values(), ...data.map((url) => readFileSync(url))]
  return parts.reduce((sum, part) => sum + gzipSync(part).length, 0) / 1024
}

/**
 * Milliseconds of processor time from nothing to the first answer, in a process of its own; the median of several.
 * What does not run as a bundle is started as it is.
 */
export function coldStartMs(file: URL, { code, entry }: Bundle): number {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  try {
    for (const [name, part] of code) writeFileSync(join(folder, basename(name)), part)
    return startsOf(pathToFileURL(join(folder, basename(entry)))) ?? startsOf(file) ?? Number.NaN
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function startsOf(file: URL): number | null {
  const script = `
    const before = process.cpuUsage()
    const { default: engine } = await import(${JSON.stringify(file.href)})
    await engine.score('What a lovely day', 'en')
    const { user, system } = process.cpuUsage(before)
    console.log(JSON.stringify((user + system) / 1000))`
  const times: number[] = []
  for (let n = 0; n < STARTS; n++) {
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    if (status !== 0) return null
    times.push(Number(stdout.trim().split('\n').at(-1)))
  }
  return median(times)
}

/**
 * Texts in a second of processor time, warm; the median of several passes. Processor time, of all threads that
 * work for this process, because another program on the machine must not make one engine slower than the next.
 */
export async function textsPerSecond(texts: readonly string[], score: (text: string) => unknown): Promise<number> {
  const pass = async () => {
    const before = process.cpuUsage()
    for (const text of texts) {
      const answer = score(text)
      if (answer instanceof Promise) await answer
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }
  // Compilers look at what runs often: a pass or two are not warm yet.
  for (let warm = 0; warm < WARM_SECONDS;) warm += await pass()
  const times: number[] = []
  for (let n = 0; n < PASSES; n++) times.push(await pass())
  return texts.length / median(times)
}

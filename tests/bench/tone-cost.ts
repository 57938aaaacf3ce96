import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { median } from './timing.ts'

const STARTS = 5
const PASSES = 5

/** Kilobytes of what a file needs to run: its code bundled, minified and gzipped, and the data it reads gzipped. */
export async function gzipKb({ file, data = [] }: { file: URL; data?: readonly URL[] }): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { write: false, minify: true, ssr: fileURLToPath(file), rollupOptions: { output: { format: 'es' } } },
  })
  let bytes = data.reduce((sum, url) => sum + gzipSync(readFileSync(url)).length, 0)
  for (const output of [result].flat()) {
    if (!('output' in output)) continue
    for (const part of output.output) bytes += gzipSync(part.type === 'chunk' ? part.code : part.source).length
  }
  return bytes / 1024
}

/** Milliseconds from nothing to the first answer, in a process of its own; the median of several. */
export function coldStartMs(file: URL): number {
  const script = `
    const start = performance.now()
    const { default: engine } = await import(${JSON.stringify(file.href)})
    await engine.score('What a lovely day', 'en')
    console.log(performance.now() - start)`
  const times = Array.from({ length: STARTS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return Number(stdout)
  })
  return median(times)
}

/** Texts a second on this one core, warm; the median of several passes. */
export async function textsPerSecond(texts: readonly string[], score: (text: string) => unknown): Promise<number> {
  const pass = async () => {
    const start = performance.now()
    for (const text of texts) {
      const answer = score(text)
      if (answer instanceof Promise) await answer
    }
    return performance.now() - start
  }
  await pass()
  const times: number[] = []
  for (let n = 0; n < PASSES; n++) times.push(await pass())
  return texts.length / (median(times) / 1_000)
}

import { build } from 'vite'

/**
 * Bundles a file of this repository, with the product code it imports, into one classic script for a page.
 * What the file exports becomes a global called `name`.
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  })
  const [output] = [result].flat()
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error(`vite built nothing from ${entry}`)
  return chunk.code
}

// The same built extension three times: as it is, with nothing in its content script for X, and with the naive one.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildExtension } from '../../harness/build.ts'
import { bundleForPage } from '../../harness/bundle.ts'

export const VARIANTS = ['empty', 'rapport', 'naive'] as const
export type Variant = (typeof VARIANTS)[number]

/** The folders of the three, and what removes them again. */
export async function buildVariants(): Promise<{ folders: Record<Variant, string>; remove: () => void }> {
  const rapport = await buildExtension({ browser: 'chrome' })
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  const copy = (variant: Variant, code: string) => {
    const folder = join(home, variant)
    cpSync(rapport, folder, { recursive: true })
    writeFileSync(join(folder, 'x.js'), code)
    return folder
  }
  return {
    folders: {
      empty: copy('empty', ''),
      rapport,
      naive: copy('naive', await bundleForPage(resolve(import.meta.dirname, 'naive.ts'), 'naive')),
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

import * as z from 'zod/mini'
import { overrideSchema } from '../domain/override.ts'
import type { Override } from '../domain/override.ts'
import { repairProblem } from '../domain/repairable.ts'

const FORMAT = 'rapport-overrides'
/** Grows when files are written differently; a file of a later version is not read. */
const VERSION = 1
/** Overrides of one file, and problems told of it. */
const MOST = 1_000
const TOLD = 100

export interface OverrideProblem {
  /** Which of the file's overrides, from 1; null is the whole file. */
  readonly row: number | null
  /** Words under `override.problem.<code>`, with `detail`. */
  readonly code: 'not-json' | 'not-ours' | 'newer' | 'too-many' | 'not-understood' | 'syntax' | 'broad' | 'repeated'
  readonly detail: string
}

export type ImportedOverride = Omit<Override, 'createdAt' | 'updatedAt' | 'deletedAt'>

const importedSchema = z.strictObject({
  ...z.omit(overrideSchema, { createdAt: true, updatedAt: true, deletedAt: true }).shape,
  createdAt: z.optional(overrideSchema.shape.createdAt),
})

/** Overrides as a file, `at` its ISO instant: selectors and field names, nothing of any page. */
export function writeOverrides(overrides: readonly Override[], at: string): string {
  const written = overrides.map(({ updatedAt: _changed, deletedAt: _gone, ...override }) => override)
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: at, overrides: written }, null, 2)}\n`
}

/**
 * Reads such a file, whoever made it; never throws. It is data only: a selector that is more than a plain one, or
 * would match anything, leaves its override out, and the problem is named by its row.
 */
export function readOverrides(text: string): { overrides: ImportedOverride[]; problems: OverrideProblem[] } {
  const refused = (code: OverrideProblem['code'], detail = '') => ({
    overrides: [],
    problems: [{ row: null, code, detail }],
  })
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refused('not-json')
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
    return refused('not-ours')
  if (!('version' in file) || file.version !== VERSION) return refused('newer')
  const rows: unknown = 'overrides' in file ? file.overrides : null
  if (!Array.isArray(rows)) return refused('not-ours')
  if (rows.length > MOST) return refused('too-many', String(MOST))

  const overrides: ImportedOverride[] = []
  const problems: OverrideProblem[] = []
  const ids = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const tell = (code: OverrideProblem['code'], detail = '') => problems.push({ row: index + 1, code, detail })
    const parsed = importedSchema.safeParse(row)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const keys = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? [])
      tell('not-understood', keys.map(String).join(', ').slice(0, 60))
      continue
    }
    const { createdAt: _made, ...override } = parsed.data
    const problem = repairProblem(override)
    if (problem !== null) tell(problem, override.select.slice(0, 60))
    else if (ids.has(override.id)) tell('repeated')
    else overrides.push(override)
    ids.add(override.id)
  }
  return { overrides, problems: problems.slice(0, TOLD) }
}

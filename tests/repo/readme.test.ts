import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { tablesOf } from '../bench/feed.ts'
import { tablesOf as storeTablesOf } from '../bench/store.ts'
import { blockOf, markdownOf } from '../bench/readme.ts'
import { filesIn, ROOT } from './sources.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const stem = (path: string) => path.replace(/^.*\//, '').replace(/\.ts$/, '')

const TIMES = { warm: [1], cold: [1] }
/** Without the figures, which are the machine's, whether they hold their limits, and the widths that follow from them. */
const shape = (block: string) => block.replaceAll(/[-\d.,:]+|\bpass\b|\bmiss\b/g, '0').replaceAll(/ +/g, ' ')

describe('the README', () => {
  it.each(sites.map(({ id, name }) => [id, name]))('lists the site %s', (id, name) => {
    expect(readme).toContain(`\`${id}\``)
    expect(readme).toContain(name)
  })

  it.each(kinds.map(({ kind }) => [kind]))('lists the rule kind %s', (kind) => {
    expect(readme).toContain(`\`${kind}\``)
  })

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('has a performance section as the benchmark writes it', () => {
    const cost = { scriptMs: 1, restMs: 1, worstMs: 1, frames: 1, frameMs: 1 }
    const measured = {
      costs: [{ empty: cost, rapport: { ...cost, scriptMs: 2 }, naive: { ...cost, scriptMs: 3 } }],
      frames: [1],
      badges: { empty: TIMES, rapport: TIMES, naive: TIMES },
      heap: { empty: 1, rapport: 1, naive: 1 },
    }
    const written = markdownOf(tablesOf(measured))
    expect(shape(blockOf(readme, 'feed'))).toBe(shape(written))
  })

  it('has a section on a full record as the benchmark writes it', () => {
    const opened = [{ ms: 1, cpuMs: 1 }]
    const times = { panelMs: [1], healthMs: [1], summaryMs: [1], lookMs: [1], postsPerLook: 1, summarizeMs: 1 }
    const measured = { partners: 1, dashboard: opened, partnerPage: opened, ...times }
    const written = markdownOf(storeTablesOf(measured, measured))
    expect(shape(blockOf(readme, 'store'))).toBe(shape(written))
  })

  it('shows pictures that exist', () => {
    const pictures = [
      ...readme.matchAll(/!\[[^\]]*\]\((?!https?:)([^)\s]+)/g),
      ...readme.matchAll(/<img[^>]*src="(?!https?:)([^"]+)"/g),
    ]
    expect(pictures.flatMap(([, path]) => (exists(path ?? '') ? [] : path))).toEqual([])
  })
})

describe('file names', () => {
  it('of site adapters are their ids; parts of one begin with its id', () => {
    const ids = sites.map(({ id }) => id)
    const files = filesIn('lib/sites/adapters', /\.ts$/).map(stem)
    expect(files).toEqual(expect.arrayContaining(ids))
    expect(files.filter((file) => !ids.some((id) => file === id || file.startsWith(`${id}-`)))).toEqual([])
  })

  it('of rule kinds are their names', () => {
    const files = filesIn('lib/guidelines/kinds', /^(?!index\.)[a-z0-9-]+\.ts$/).map(stem)
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(files)
  })
})

function exists(path: string): boolean {
  try {
    readFileSync(join(ROOT, path))
    return true
  } catch {
    return false
  }
}

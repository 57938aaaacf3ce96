// npm run bench [-- SECTION …] [--json] [--readme]: what the product costs and how well it does, beside what else there is.
// `feed --readme` and `store --readme` also write their tables into the README.
// Every figure of a section and the one it is held against are measured in one run, on one machine.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isShown, markdownOf, withBlock } from './readme.ts'
import { format, type Table } from './table.ts'

/** Loaded only when asked for: `guidelines` needs no browser, `pages` no other packages. */
const sections: Readonly<Record<string, () => Promise<{ tables(): Promise<Table[]> }>>> = {
  pages: () => import('./pages.ts'),
  feed: () => import('./feed.ts'),
  guidelines: () => import('./guidelines.ts'),
  tone: () => import('./tone.ts'),
  store: () => import('./store.ts'),
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, readme: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !Object.hasOwn(sections, name))
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: no such section; there are ${Object.keys(sections).join(', ')}`)
  process.exit(2)
}

const json: object[] = []
for (const [section, load] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(section)) continue
  const tables = await (await load()).tables()
  if (values.readme && isShown(section)) {
    const readme = resolve(import.meta.dirname, '../../README.md')
    writeFileSync(readme, withBlock(readFileSync(readme, 'utf8'), section, markdownOf(tables)))
  }
  for (const table of tables) {
    if (values.json)
      for (const { name, figures } of table.rows) json.push({ section, table: table.title, name, ...figures })
    else console.log(`${format(table)}\n`)
  }
}
if (values.json) console.log(JSON.stringify({ rows: json }))

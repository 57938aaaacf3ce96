// The README's performance section: what `npm run bench -- feed --readme` measured, and `-- store --readme`, each between
// two marks.
import type { Cell, Table } from './table.ts'

/** Sections of the benchmark that have a place in the README. */
export const shown = ['feed', 'store'] as const
export type Shown = (typeof shown)[number]
export const isShown = (section: string): section is Shown => shown.some((one) => one === section)

const openOf = (section: Shown) => `<!-- npm run bench -- ${section} --readme -->`
const CLOSE = '<!-- end of bench -->'

/** The tables in Markdown, as the formatter leaves them. */
export function markdownOf(tables: readonly Table[]): string {
  return tables.map((table) => `${tableOf(table)}\n\n${table.note}`).join('\n\n')
}

function tableOf({ title, columns, rows }: Table): string {
  const cells = [
    [title, ...columns],
    ...rows.map(({ name, figures }) => [name, ...columns.map((column) => show(figures[column] ?? null))]),
  ]
  const widths = [title, ...columns].map((_column, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = cells
  return [head, rule, ...body].map(line).join('\n')
}

const show = (cell: Cell): string => (typeof cell === 'number' ? cell.toLocaleString('en') : (cell ?? '-'))

/** What stands between a section's marks. @throws when the marks are not there */
export function blockOf(readme: string, section: Shown): string {
  const open = openOf(section)
  const from = readme.indexOf(open)
  const to = readme.indexOf(CLOSE, from)
  if (from < 0 || to < from) throw new Error(`The README has no place for the benchmark of ${section}`)
  return readme.slice(from + open.length, to).trim()
}

/** The README with another block between the section's marks. */
export function withBlock(readme: string, section: Shown, block: string): string {
  const open = openOf(section)
  return readme.replace(`${open}\n\n${blockOf(readme, section)}`, () => `${open}\n\n${block}`)
}

// The README's performance section: what `npm run bench -- feed --readme` measured, between two marks.
import type { Cell, Table } from './table.ts'

const OPEN = '<!-- npm run bench -- feed --readme -->'
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

/** What stands between the marks. @throws when the marks are not there */
export function blockOf(readme: string): string {
  const from = readme.indexOf(OPEN)
  const to = readme.indexOf(CLOSE)
  if (from < 0 || to < from) throw new Error('The README has no place for the benchmark')
  return readme.slice(from + OPEN.length, to).trim()
}

/** The README with another block between the marks. */
export function withBlock(readme: string, block: string): string {
  return readme.replace(`${OPEN}\n\n${blockOf(readme)}`, () => `${OPEN}\n\n${block}`)
}

export type Cell = number | string | null

/** One table of figures, as a section of the benchmark hands it over. */
export interface Table {
  readonly title: string
  /** Names of the figures, in the order they are shown. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** What a reader has to know to judge the figures. */
  readonly note: string
}

export interface Row {
  readonly name: string
  /** By column; null or left out where there is no such figure. */
  readonly figures: Readonly<Record<string, Cell>>
}

/** The table as text, numbers to the right; a figure that is not there is a dash. */
export function format({ title, columns, rows, note }: Table): string {
  const cells = rows.map(({ name, figures }) => [name, ...columns.map((column) => show(figures[column] ?? null))])
  const all = [[title, ...columns], ...cells]
  const widths = ['', ...columns].map((_column, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const lines = all.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
  return [...lines, ...(note ? [note] : [])].join('\n')
}

function show(cell: Cell): string {
  if (cell === null) return '-'
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell
}

/** Three figures are as many as a measurement here holds. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}

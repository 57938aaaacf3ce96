/**
 * One cell as RFC 4180 has it, and never a formula: one that a spreadsheet would calculate begins with an apostrophe
 * (OWASP, "CSV Injection"), because creators choose their own names and words.
 */
export function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row with its line's end. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`

/** Terms as they were typed or pasted, one a line. */
export interface TermLines {
  readonly terms: string[]
  /** Lines that say again what an earlier one says. */
  readonly repeated: number
  /** Lines that look like several terms: `cheap, free`. */
  readonly separated: number
}

const SEPARATOR = /[,;\t]/

/** Reads lines: trimmed, blank ones left out, each term once. Linear, for lists of 100,000. */
export function readTerms(text: string): TermLines {
  const seen = new Set<string>()
  let repeated = 0
  let separated = 0
  for (const line of text.split(/\r\n|[\n\r\u2028]/)) {
    const term = line.trim()
    if (term === '') continue
    if (seen.has(term)) repeated++
    else if (SEPARATOR.test(term)) separated++
    seen.add(term)
  }
  return { terms: [...seen], repeated, separated }
}

/** The same text with one value a line, read as CSV: quotes keep a comma, `""` is a quote (RFC 4180). */
export function splitAtCommas(text: string): string {
  const values: string[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028]/)) {
    // A line that cannot be CSV stays as it is.
    const cells = line.match(/\s*"(?:[^"]|"")*"\s*(?=[,;\t]|$)|[^,;\t]+/g) ?? []
    for (const cell of cells) {
      const quoted = /^\s*"(.*)"\s*$/s.exec(cell)?.[1]
      values.push((quoted?.replaceAll('""', '"') ?? cell).trim())
    }
  }
  return values.filter((value) => value !== '').join('\n')
}

import type { Report } from '../domain/report.ts'
import { csvRow } from '../text/csv.ts'
import { figureLabel, lineText, sectionTitle, sourceText, type Words } from './wording.ts'

const COLUMNS = [
  'row',
  'report',
  'section',
  'partner',
  'what',
  'value',
  'unit',
  'missing',
  'low',
  'high',
  'n',
  'of',
  'visible sample',
  'from',
  'to',
  'formula',
  'confidence',
  'severity',
  'quote',
  'evidence',
] as const

/**
 * A row for each figure, each sentence, each source. Numbers are as JSON writes them; a cell that a spreadsheet would
 * take for a formula begins with an apostrophe, a negative number too.
 */
export function reportCsv(report: Report, words: Words): string {
  const names = new Map(report.sources.flatMap(({ partnerId }) => (partnerId === null ? [] : [[partnerId, '']])))
  const rows: string[][] = [[...COLUMNS]]
  const add = (cells: Partial<Record<(typeof COLUMNS)[number], string | number | null>>) => {
    rows.push(COLUMNS.map((column) => String(cells[column] ?? '')))
  }
  const kind = report.kind
  for (const section of report.sections) {
    const title = sectionTitle(section, words)
    const partner = section.partnerId === null ? '' : (section.values[0] ?? '')
    if (section.partnerId !== null) names.set(section.partnerId, partner)
    for (const figure of section.figures)
      add({
        row: 'figure',
        report: kind,
        section: title,
        partner,
        what: figureLabel(figure, words),
        value: figure.value,
        unit: figure.unit,
        missing: figure.missing,
        low: figure.low,
        high: figure.high,
        n: figure.n,
        of: figure.basis,
        'visible sample': figure.sample,
        from: figure.from,
        to: figure.to,
        formula: figure.formula,
        confidence: figure.confidence,
        evidence: figure.evidence.join(' '),
      })
    for (const one of section.lines)
      add({
        row: 'line',
        report: kind,
        section: title,
        partner,
        what: lineText(one, words),
        severity: one.severity,
        quote: one.quote,
        from: one.at,
        evidence: one.evidence.join(' '),
      })
  }
  for (const source of report.sources)
    add({
      row: 'source',
      report: kind,
      section: words('report.source', source.kind),
      partner: source.partnerId === null ? '' : (names.get(source.partnerId) ?? ''),
      what: sourceText(source, words),
      value: source.url,
      from: source.from,
      to: source.to,
      evidence: source.id,
    })
  return rows.map(csvRow).join('')
}

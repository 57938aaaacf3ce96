import type { Figure, Line, Report } from '../domain/report.ts'
import {
  dayText,
  factLines,
  figureBasis,
  figureHow,
  figureLabel,
  figureRange,
  figureSure,
  figureValue,
  lineText,
  numbersOf,
  refsOf,
  sectionTitle,
  sourceSeen,
  sourceText,
  titleOf,
  type Words,
} from './wording.ts'

/** The report as Markdown: figures in tables, what they rest on numbered at the end. */
export function reportMarkdown(report: Report, words: Words): string {
  const numbers = numbersOf(report)
  const head = ['what', 'value', 'basis', 'how', 'evidence'].map((column) => words('report.column', column))
  const figureRow = (figure: Figure) => {
    const value = [figureValue(figure, words), figureRange(figure, words), figureSure(figure, words)]
    return tableRow([
      figureLabel(figure, words),
      value.filter(Boolean).join(', '),
      figureBasis(figure, words),
      figureHow(figure, words),
      refs(figure, numbers),
    ])
  }
  const item = (line: Line) => {
    const severity = line.severity === null ? '' : `**${plain(words('common.severity', line.severity))}** `
    const quote = line.quote === null ? '' : ` “${plain(line.quote)}”`
    const at = line.at === null ? '' : ` (${dayText(line.at, words)})`
    const found = refs(line, numbers)
    return `- ${severity}${plain(lineText(line, words))}${quote}${at}${found === '' ? '' : ` ${found}`}`
  }
  const parts = [
    `# ${plain(titleOf(report, words))}`,
    factLines(report, words)
      .map((one) => `- ${plain(one)}`)
      .join('\n'),
  ]
  for (const section of report.sections) {
    parts.push(`## ${plain(sectionTitle(section, words))}`)
    if (section.figures.length > 0)
      parts.push([tableRow(head), '| --- | ---: | --- | --- | --- |', ...section.figures.map(figureRow)].join('\n'))
    if (section.lines.length > 0) parts.push(section.lines.map(item).join('\n'))
    if (section.figures.length + section.lines.length === 0) parts.push(plain(words('report', 'nothing')))
  }
  if (report.sources.length > 0)
    parts.push(
      `## ${plain(words('report', 'sources'))}`,
      report.sources
        .map((source, i) => {
          const { kind, url } = source
          const link = url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) ? ` <${url}>` : ''
          return `${i + 1}. ${plain(words('report.source', kind))}: ${plain(sourceText(source, words))}${link} (${sourceSeen(source)})`
        })
        .join('\n'),
    )
  return `${parts.join('\n\n')}\n`
}

const tableRow = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`

const refs = ({ evidence }: { evidence: readonly string[] }, numbers: ReadonlyMap<string, number>): string =>
  refsOf(evidence, numbers)
    .map((n) => `(${n})`)
    .join(' ')

/** Text that Markdown must not take for its own marks, on one line. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`)

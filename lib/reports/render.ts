import type { Report, ReportFormat } from '../domain/report.ts'
import { reportCsv } from './csv.ts'
import { reportHtml } from './html.ts'
import { reportJson } from './json.ts'
import { reportMarkdown } from './markdown.ts'
import type { Words } from './wording.ts'

/** The report as the text of a file. The same report and words give the same bytes. */
export function renderReport(report: Report, format: ReportFormat, words: Words): string {
  switch (format) {
    case 'html':
      return reportHtml(report, words)
    case 'md':
      return reportMarkdown(report, words)
    case 'csv':
      return reportCsv(report, words)
    default:
      return reportJson(report)
  }
}

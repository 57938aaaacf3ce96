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
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
}

/** Like `rapport-weekly-2026-11-23.html`; with the partner's name where it is about one. */
export function reportFileName({ kind, at, partner }: Report, format: ReportFormat): string {
  const who = partner?.name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40)
  return `rapport-${kind}${who ? `-${who}` : ''}-${at.slice(0, 10)}.${format}`
}

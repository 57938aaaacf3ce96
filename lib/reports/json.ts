import { type Report, reportSchema } from '../domain/report.ts'

/** The report whole: `readReportJson` gives the very same back, and every other format is made from it. */
export function reportJson(report: Report): string {
  // Parsed, so that fields come in the schema's order however the report was made.
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`
}

/** A report of such a text; null when it is none. Never throws. */
export function readReportJson(text: string): Report | null {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

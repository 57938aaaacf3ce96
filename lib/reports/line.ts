import type { Line, ReportSection } from '../domain/report.ts'

/** One sentence of a report: words under `<section>.<code>` with `values`. */
export function line(section: string, code: string, values: readonly string[], about: Partial<Line> = {}): Line {
  return {
    section,
    code,
    values: values.map((value) => value.slice(0, 600)),
    severity: null,
    quote: null,
    at: null,
    evidence: [],
    ...about,
  }
}

/** A section of a report; what `about` leaves out is empty. */
export const sectionOf = (code: string, about: Partial<ReportSection>): ReportSection => ({
  code,
  values: [],
  partnerId: null,
  figures: [],
  lines: [],
  ...about,
})

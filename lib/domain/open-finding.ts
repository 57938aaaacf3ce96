import type { Finding, FindingStatus } from './finding.ts'

// Apart from finding.ts, so that what runs in pages can use it without the schemas.

const settled: ReadonlySet<FindingStatus> = new Set<FindingStatus>(['pass', 'clear', 'not-needed'])

/** Whether a finding asks for anything, were it not waived. */
export const isTrouble = ({ status }: Pick<Finding, 'status'>): boolean => !settled.has(status)

/** Whether a finding asks for something: it did not pass, and no person decided that it does not count. */
export const isOpen = (finding: Pick<Finding, 'status' | 'waived'>): boolean =>
  isTrouble(finding) && finding.waived === undefined

/** Whether a finding asks for other words: what could not be checked is a question for the team. */
export const wantsWording = (finding: Pick<Finding, 'status' | 'waived'>): boolean =>
  isOpen(finding) && finding.status !== 'not-checkable'

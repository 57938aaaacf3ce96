import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { ReportSection, ReportSource } from '../domain/report.ts'
import { beginningOf } from '../text/beginning.ts'

/** Longest beginning of a caption by which a source is known again, in UTF-16 code units. */
const SHORT = 80
/** Longest address that a source is linked by. */
const ADDRESS = 2_000

/** Everything a report may link to, by id. */
export type Known = ReadonlyMap<string, ReportSource>

export const shortWords = (text: string): string => beginningOf(text, SHORT)

/** `partnerId` null: of a creator who is no partner yet. */
export function sourceOfPost(
  { id, text, url, firstSeenAt, lastSeenAt }: Post,
  partnerId: string | null = null,
): ReportSource {
  const address = url !== null && url.length <= ADDRESS ? url : null
  return { id, kind: 'post', partnerId, words: shortWords(text), url: address, from: firstSeenAt, to: lastSeenAt }
}

export function sourceOfProfile(
  { id, account, at, lastSeenAt }: ProfileSnapshot,
  partnerId: string | null = null,
): ReportSource {
  return { id, kind: 'profile', partnerId, words: account, url: null, from: at, to: lastSeenAt }
}

/** Without evidence that is not there any more: no link of a report leads nowhere. */
export function linked(section: ReportSection, known: Known): ReportSection {
  const there = <T extends { evidence: string[] }>(one: T): T => ({
    ...one,
    evidence: one.evidence.filter((id) => known.has(id)),
  })
  return { ...section, figures: section.figures.map(there), lines: section.lines.map((one) => there(one)) }
}

/** What the figures and sentences link to, as far as it is still there, in the order they name it. */
export function sourcesOf(sections: readonly ReportSection[], known: Known): ReportSource[] {
  const named = sections.flatMap(({ figures, lines }) => [...figures, ...lines].flatMap(({ evidence }) => evidence))
  return [...new Set(named)].flatMap((id) => known.get(id) ?? [])
}

/** When the first of them was captured, and the last; null where there is none. */
export function capturedOf(sources: readonly ReportSource[]): { first: string; last: string } | null {
  const [first] = sources.map(({ from }) => from).toSorted()
  const last = sources
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  return first !== undefined && last !== undefined ? { first, last } : null
}

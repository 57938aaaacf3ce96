import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { CheckContext, Draft } from '../define.ts'
import { withoutName } from '../fix/names.ts'
import { quoteOther } from '../view.ts'
import type { PostView } from '../view.ts'
import { publishedBetween } from '../window/published.ts'
import type { Published } from '../window/published.ts'
import { endOf, isTimeZone, isWallTime, startOf } from '../window/wall-time.ts'
import competitor from './competitor.ts'

const QUOTES = 20

const wallTime = z.string().check(z.refine(isWallTime))
const params = z
  .object({
    competitors: z
      .array(z.string().check(z.maxLength(100), z.regex(/[\p{L}\p{N}]/u)))
      .check(z.minLength(1), z.maxLength(200)),
    /** On the wall clock of `timeZone`; both ends are included. */
    start: wallTime,
    end: wallTime,
    timeZone: z.string().check(z.maxLength(60), z.refine(isTimeZone)),
  })
  .check(z.refine(({ start, end }) => start.slice(0, 10) <= end, { path: ['end'] }))
type Params = z.infer<typeof params>

/** The parameters with which the competitor rule looks for each name. */
const wanted = compiledOnce(({ competitors }: Params) => competitors.map((name) => ({ name })))

/**
 * No competitor is named while the agreement is exclusive: names by the rules of `competitor` (compliance.md 7.6), time
 * by those of `posting-window` (7.8). Where the page does not show when it was, a person decides.
 */
export default defineRuleKind({
  kind: 'exclusivity-window',
  label: 'kind.exclusivityWindow',
  rule: 'rule.exclusivityWindow',
  params,
  fields: [
    { name: 'competitors', label: 'kind.field.competitors', type: 'list', required: true },
    { name: 'start', label: 'kind.field.start', type: 'local-time', required: true },
    { name: 'end', label: 'kind.field.end', type: 'local-time', required: true },
    { name: 'timeZone', label: 'kind.field.timeZone', hint: 'kind.hint.timeZone', type: 'text', required: true },
  ],
  reasons: ['exclusivityKept', 'exclusivityOutside', 'exclusivityBroken', 'exclusivityPerhaps', 'captionCut'],
  value: ({ start, end }) => `${start.replace('T', ' ')} – ${end.replace('T', ' ')}`,
  check(view, rule, context): Draft[] {
    const value = `${rule.start.replace('T', ' ')} – ${rule.end.replace('T', ' ')}`
    const { named, unclear } = namesIn(view, rule, context)
    const evidence = [...named, ...unclear].slice(0, QUOTES)
    if (evidence.length === 0) {
      const searched = { field: 'text', chars: view.post.text.length, terms: [...rule.competitors] }
      const cut = !view.post.textComplete
      const reason = cut ? 'captionCut' : 'exclusivityKept'
      return [{ value, status: cut ? 'not-checkable' : 'pass', reason, values: [value], evidence: [], searched }]
    }
    const published = publishedBetween(view.post, rule.timeZone)
    const time = published ? [quoteOther(published.field, published.text)] : []
    const values = [evidence[0]?.quote ?? '', value]
    const within = place(rule, published)
    if (within === 'outside')
      return [{ value, status: 'pass', reason: 'exclusivityOutside', values, evidence: [...evidence, ...time] }]
    const sure = within === 'inside' && named.length > 0
    const reason = sure ? 'exclusivityBroken' : 'exclusivityPerhaps'
    return [{ value, status: sure ? 'fail' : 'review', reason, values, evidence: [...evidence, ...time] }]
  },
  fix: (view, _rule, finding) => withoutName(view, finding.evidence),
  examples: [
    {
      params: { competitors: ['GlowLab'], start: '2026-03-01', end: '2026-03-31', timeZone: 'Europe/Berlin' },
      text: 'Softer than my old Glow Lab one',
      post: { publishedAt: '2026-03-15T10:00:00Z' },
      status: 'fail',
      quote: 'Glow Lab',
    },
    {
      params: { competitors: ['GlowLab'], start: '2026-03-01', end: '2026-03-31', timeZone: 'Europe/Berlin' },
      text: 'Softer than my old Glow Lab one',
      post: { publishedAt: '2026-04-15T10:00:00Z' },
      status: 'pass',
      quote: 'Glow Lab',
    },
    {
      params: { competitors: ['GlowLab'], start: '2026-03-01', end: '2026-03-31', timeZone: 'Europe/Berlin' },
      text: 'Softer than my old Glow Lab one',
      status: 'review',
      quote: 'Glow Lab',
    },
  ],
})

function namesIn(view: PostView, rule: Params, context: CheckContext): { named: Evidence[]; unclear: Evidence[] } {
  const named: Evidence[] = []
  const unclear: Evidence[] = []
  for (const name of wanted(rule, null)) {
    const drafts = competitor.check(view, name, context)
    if ('problem' in drafts) continue
    for (const { status, evidence } of drafts) {
      if (status === 'fail') named.push(...evidence)
      if (status === 'review') unclear.push(...evidence)
    }
  }
  return { named: inOrder(named), unclear: inOrder(unclear) }
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => a.start - b.start)
}

function place({ start, end, timeZone }: Params, published: Published | null): 'inside' | 'outside' | 'unsure' {
  if (!published) return 'unsure'
  const [first, last] = [startOf(start, timeZone), endOf(end, timeZone)]
  if (published.to < first || published.from > last) return 'outside'
  return published.from >= first && published.to <= last ? 'inside' : 'unsure'
}

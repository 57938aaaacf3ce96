import {
  Ban,
  CalendarClock,
  CircleCheck,
  CircleDashed,
  CircleX,
  Frown,
  Info,
  Lightbulb,
  Meh,
  Smile,
  Stamp,
  TriangleAlert,
} from 'lucide'
import type { IconNode } from 'lucide'
import type { Finding, FindingStatus, Verdict } from '../lib/domain/finding.ts'
import type { Severity } from '../lib/domain/guideline.ts'
import type { ToneLabel } from '../lib/domain/tone.ts'
import type { DeliveryState } from '../lib/health/delivery.ts'
import type { CadenceState } from '../lib/health/cadence.ts'
import type { Health } from '../lib/health/types.ts'
import type { Meaning } from './Badge.tsx'

/** How a code looks: one meaning, one icon. Its word is in the locale file. */
export interface Look {
  meaning: Meaning
  icon: IconNode
}

const good: Look = { meaning: 'good', icon: CircleCheck }
const watch: Look = { meaning: 'watch', icon: TriangleAlert }
const act: Look = { meaning: 'act', icon: CircleX }
const unknown: Look = { meaning: 'unknown', icon: CircleDashed }

export const verdictLooks: Record<Verdict, Look> = { pass: good, review: watch, fail: act, unknown }

/** Statuses of compliance.md 7.1: a disclosure that is there but badly made is looked at by a person. */
export const statusLooks: Record<FindingStatus, Look> = {
  pass: good,
  clear: good,
  'not-needed': { meaning: 'unknown', icon: Info },
  review: watch,
  buried: watch,
  ambiguous: watch,
  fail: act,
  missing: act,
  'not-checkable': unknown,
}

/** Advice never fails a post, so it never looks as if it did, and comes after what can. */
export const isAdvice = ({ weight, status }: Pick<Finding, 'weight' | 'status'>): boolean =>
  weight === 'prefer' && ['watch', 'act'].includes(statusLooks[status].meaning)

const advice: Look = { meaning: 'watch', icon: Lightbulb }
/** A person decided: neither good nor bad, and no longer open. */
const waived: Look = { meaning: 'unknown', icon: Stamp }
export const findingLook = (finding: Pick<Finding, 'weight' | 'status' | 'waived'>): Look =>
  finding.waived ? waived : isAdvice(finding) ? advice : statusLooks[finding.status]

const urgency: Record<Meaning, number> = { act: 0, watch: 1, unknown: 2, good: 3, plain: 4 }

/** What can fail the post first, the worst of it first; then what is only advised; then what was waived. */
export const byUrgency = (a: Finding, b: Finding): number => rank(a) - rank(b)
const rank = ({ weight, status, waived: decided }: Finding): number =>
  urgency[statusLooks[status].meaning] + (weight === 'prefer' ? 10 : 0) + (decided ? 20 : 0)

/** Whether a person has to do something about it. */
export const isUrgent = (finding: Finding): boolean => rank(finding) < urgency.unknown

export const severityLooks: Record<Severity, Look> = { high: act, medium: watch, low: { meaning: 'plain', icon: Info } }

export const bandLooks: Record<Health['band'], Look> = { good, watch, act, critical: act, unknown }

export const deliveryLooks: Record<DeliveryState, Look> = {
  upcoming: { meaning: 'plain', icon: CalendarClock },
  'on-time': good,
  'late-in-grace': watch,
  suspended: { meaning: 'unknown', icon: CalendarClock },
  late: watch,
  'in-grace': watch,
  overdue: act,
  missed: act,
  cancelled: { meaning: 'unknown', icon: Ban },
}

export const cadenceLooks: Record<CadenceState['state'], Look> = { good, due: watch, overdue: act }

export const toneLooks: Record<ToneLabel, Look> = {
  positive: { meaning: 'good', icon: Smile },
  neutral: { meaning: 'plain', icon: Meh },
  negative: { meaning: 'act', icon: Frown },
  unclear: unknown,
}

import { CircleCheck, CircleDashed, CircleX, Frown, Info, Meh, Smile, TriangleAlert } from 'lucide'
import type { IconNode } from 'lucide'
import type { FindingStatus, Verdict } from '../lib/domain/finding.ts'
import type { ToneLabel } from '../lib/domain/tone.ts'
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

export const bandLooks: Record<Health['band'], Look> = { good, watch, act, unknown }

export const toneLooks: Record<ToneLabel, Look> = {
  positive: { meaning: 'good', icon: Smile },
  neutral: { meaning: 'plain', icon: Meh },
  negative: { meaning: 'act', icon: Frown },
  unclear: unknown,
}

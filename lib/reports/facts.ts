import type { Assessment } from '../domain/assessment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Incident } from '../domain/incident.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { Pulse } from '../domain/pulse.ts'
import type { CadenceState } from '../health/cadence.ts'
import type { Heard } from '../health/comment-mood.ts'
import type { Delivery } from '../health/delivery.ts'
import type { EngagementRate } from '../health/engagement.ts'
import type { Communication } from '../health/reply-times.ts'
import type { Health } from '../health/types.ts'
import type { Alert } from '../watch/alerts.ts'

/**
 * What the dashboard says of one partner at the report's moment, worked out by the same functions, and what it rests
 * on. Nothing in it is younger than that moment.
 */
export interface PartnerFacts {
  readonly partner: Partner
  readonly health: Health
  /** Points gained or lost in 30 days. */
  readonly change: number | null
  /** Without those that were put off; the gravest first. */
  readonly alerts: readonly Alert[]
  /** By due date. */
  readonly deliveries: readonly Delivery[]
  readonly contacts: readonly Contact[]
  /** As they stood, oldest first. */
  readonly incidents: readonly Incident[]
  readonly communication: Communication
  readonly cadence: CadenceState | null
  readonly pulses: readonly Pulse[]
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly assessments: readonly Assessment[]
  readonly profiles: readonly ProfileSnapshot[]
  readonly engagement: readonly {
    readonly platform: string
    readonly handle: string
    readonly rate: EngagementRate
    /** The profile the followers were read from. */
    readonly profileId: string | null
  }[]
  /** The visible comments of the newest posts. */
  readonly heard: readonly Heard[]
}

export interface Window {
  /** ISO instants; `from` is not included. */
  readonly from: string
  readonly to: string
}

export const isIn = (at: string | null, { from, to }: Window): boolean => at !== null && at > from && at <= to

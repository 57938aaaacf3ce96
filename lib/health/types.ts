/** The six parts of the score (relationship.md B10). */
export type HealthPart = 'compliance' | 'delivery' | 'communication' | 'engagement' | 'mood' | 'pulse'

/** Why a part stands where it does: words under `health.<code>`, with the observations it rests on. */
export interface HealthReason {
  part: HealthPart
  code: string
  values: string[]
  /** Points of the whole score this reason gives over an even 50, or costs of a full 100 (negative). */
  delta: number
  /** Ids of posts, snapshots or contacts. */
  evidence: string[]
}

export interface HealthPartScore {
  part: HealthPart
  /** 0 to 100, or null when not captured. */
  score: number | null
  /** The part's share of 100 before redistribution. */
  weight: number
  n: number
  /** What is missing, as a code under `health.need.<code>`, when score is null. */
  need: string | null
  needValues: string[]
}

/** `score` is null below 40 % coverage: then the parts say what is missing. */
export interface Health {
  score: number | null
  band: 'good' | 'watch' | 'act' | 'critical' | 'unknown'
  /** Share of the weights that are known, 0 to 1. */
  coverage: number
  confidence: 'high' | 'medium' | 'low'
  parts: HealthPartScore[]
  /** Caps that held the score down, e.g. `missingDisclosure`; words under `health.cap.<code>`. */
  caps: { code: string; limit: number; evidence: string[] }[]
  reasons: HealthReason[]
  /** Points that were taken off the mean, each with its reason; words under `health.penalty.<code>`. */
  penalties?: { code: string; points: number; values: string[]; evidence: string[] }[]
}

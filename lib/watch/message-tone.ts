/** Newest messages that are compared with those before them (default of our own). */
const RECENT = 3
/** Fewest of either side whose warmth is known; from -1 to 1 it has to fall by so much. */
const WARMTH = { known: 2, fall: 0.3 }
/** Half the usual length, and less. */
const SHORTER = 0.5

/** A creator's message: how many characters, and how warm it sounds from -1 to 1; null where that is unclear. */
export interface Message {
  readonly id: string
  readonly at: string
  readonly length: number
  readonly warmth: number | null
}

/** How a creator's newest messages are beside their own earlier ones. */
export interface MessageTone {
  /** Messages, and how many are needed before anything is said. */
  readonly n: number
  readonly needs: number
  /** Null with too few messages. */
  readonly drift: 'none' | 'shorter' | 'cooler' | 'both' | null
  /** Characters of the middle message, before and lately. */
  readonly length: { readonly before: number; readonly after: number } | null
  readonly warmth: { readonly before: number; readonly after: number } | null
  /** Ids of the newest messages, and when the first of them was sent. */
  readonly recent: readonly string[]
  readonly since: string | null
}

/**
 * Tone drift (relationship.md B2): the length and the warmth of the three newest messages against the creator's own before
 * them; told with `needs` messages and more only. Defaults of our own: half as long, or 0.3 less warm.
 */
export function messageToneOf(messages: readonly Message[], needs: number): MessageTone {
  const inOrder = messages.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  const n = inOrder.length
  if (n < needs || n <= RECENT) return { n, needs, drift: null, length: null, warmth: null, recent: [], since: null }
  const [before, after] = [inOrder.slice(0, -RECENT), inOrder.slice(-RECENT)]
  const length = { before: middle(before.map((one) => one.length)), after: middle(after.map((one) => one.length)) }
  const [warm, now] = [warmthOf(before), warmthOf(after)]
  const warmth = warm === null || now === null ? null : { before: warm, after: now }
  const isShorter = length.after <= length.before * SHORTER
  const isCooler = warmth !== null && warmth.before - warmth.after >= WARMTH.fall
  const drift = isShorter && isCooler ? 'both' : isShorter ? 'shorter' : isCooler ? 'cooler' : 'none'
  return { n, needs, drift, length, warmth, recent: after.map(({ id }) => id), since: after[0]?.at ?? null }
}

function warmthOf(messages: readonly Message[]): number | null {
  const known = messages.flatMap(({ warmth }) => warmth ?? [])
  return known.length < WARMTH.known ? null : known.reduce((sum, one) => sum + one, 0) / known.length
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return (low + high) / 2
}

import type { EvidenceLink } from '../domain/evidence.ts'
import { sha256Of } from '../text/sha256.ts'

/** What the first link follows. */
export const ROOT = '0'.repeat(64)
export const CHAIN_FORMAT = 'rapport-evidence'
export const CHAIN_VERSION = 1

/** JSON whose keys stand in the order of their code units, without spaces: the same value gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

const hashOf = ({ hash: _hash, ...link }: EvidenceLink): string => sha256Of(canonical(link))

/**
 * The link after `last` (null: the first). Hashed by our own SHA-256 because it happens inside a unit of work, which
 * must not wait for Web Crypto; the verifier page checks with Web Crypto.
 */
export function nextLink(
  last: EvidenceLink | null,
  about: Pick<EvidenceLink, 'incidentId' | 'at' | 'kind'> & { readonly body: unknown },
): EvidenceLink {
  const seq = (last?.seq ?? 0) + 1
  const id = `${about.incidentId}:${String(seq).padStart(6, '0')}`
  const link = { ...about, id, seq, body: canonical(about.body), prev: last?.hash ?? ROOT, hash: '' }
  return { ...link, hash: hashOf(link) }
}

/** The first link that does not fit, by number, and why; null where all do. */
export interface BrokenLink {
  readonly seq: number
  readonly why: 'content' | 'order'
}

/** Checks a chain from its first link on: its order, what each holds, and that each follows the one before. */
export function verifyChain(links: readonly EvidenceLink[]): BrokenLink | null {
  let prev = ROOT
  for (const [i, link] of links.entries()) {
    if (hashOf(link) !== link.hash) return { seq: i + 1, why: 'content' }
    if (link.seq !== i + 1 || link.prev !== prev) return { seq: i + 1, why: 'order' }
    prev = link.hash
  }
  return null
}

/**
 * A chain as a file, a link a line. `seal` is a hash of everything before it, so that links cut off the end and a
 * changed head are found, too. Whoever rewrites the whole file can seal it anew: compare `head` with a copy kept apart.
 */
export function chainFile(links: readonly EvidenceLink[], incidentId: string, at: string): string {
  const head = canonical({
    count: links.length,
    exportedAt: at,
    format: CHAIN_FORMAT,
    head: links.at(-1)?.hash ?? ROOT,
    incidentId,
    version: CHAIN_VERSION,
  })
  const body = `[${head}${links.map((link) => `,\n${canonical(link)}`).join('')}`
  return `${body},\n"${sha256Of(body)}"]\n`
}

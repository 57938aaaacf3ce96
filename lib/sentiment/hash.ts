/** FNV-1a over UTF-16 units, 32 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
const PRIME = 0x01000193
export const SEED = 0x811c9dc5 | 0

/** The hash of what was hashed before and then `text`. */
export function extend(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return hash
}

export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME)
}

/** Murmur3's finaliser: every bit of the hash reaches the low ones, which pick the bucket. */
export function avalanche(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The first 32 bits of the fractional parts of the square or cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function rootsOf(count: number, power: number): Uint32Array {
  const roots = new Uint32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let isPrime = true
    for (let by = 2; by * by <= candidate && isPrime; by++) isPrime = candidate % by !== 0
    if (isPrime) roots[found++] = (candidate ** power % 1) * 2 ** 32
  }
  return roots
}
const START = rootsOf(8, 1 / 2)
const ROUND = rootsOf(64, 1 / 3)

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/**
 * SHA-256 (FIPS 180-4) of some bytes. Here because the pure rooms hash inside a unit of work, which must not wait for
 * Web Crypto; for what is secret by itself use that instead. A test holds it against Node's.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const hash = START.slice()
  const w = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + 4 * i)
    for (let i = 16; i < 64; i++) {
      const [early, late] = [at(w, i - 15), at(w, i - 2)]
      const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g)
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + at(ROUND, i) + at(w, i)) | 0
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = at(hash, i) + word
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [i, word] of hash.entries()) digest.setUint32(4 * i, word)
  return new Uint8Array(digest.buffer)
}

const at = (words: Uint32Array, i: number): number => words[i] ?? 0

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. A lone surrogate counts as U+FFFD. */
export const sha256Of = (text: string): string => hexOf(sha256(new TextEncoder().encode(text)))

/** HMAC-SHA-256 (RFC 2104) of a text under a key of at most 64 bytes, as 64 hexadecimal digits. */
export function hmacOf(key: Uint8Array, text: string): string {
  const padded = new Uint8Array(64)
  padded.set(key)
  const inner = new TextEncoder().encode(text)
  const first = new Uint8Array(64 + inner.length)
  first.set(padded.map((byte) => byte ^ 0x36))
  first.set(inner, 64)
  const second = new Uint8Array(96)
  second.set(padded.map((byte) => byte ^ 0x5c))
  second.set(sha256(first), 64)
  return hexOf(sha256(second))
}

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Bytes of hexadecimal digits. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16))

import type { SamplePost, SiteId } from './types.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE32SORT = '234567abcdefghijklmnopqrstuvwxyz'

/** Times are whole days before the day of `now`, so that an address stays the same all day. */
export function timeOf(post: Pick<SamplePost, 'daysAgo' | 'at'>, now: Date): Date {
  const [hours = 0, minutes = 0] = post.at.split(':').map(Number)
  const day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - post.daysAgo)
  return new Date(day + (hours * 60 + minutes) * 60_000)
}

const makers: Readonly<Record<SiteId, (ms: bigint, serial: bigint) => string>> = {
  x: (ms, serial) => (((ms - 1_288_834_974_657n) << 22n) | serial).toString(),
  tiktok: (ms, serial) => (((ms / 1_000n) << 32n) | serial).toString(),
  mastodon: (ms, serial) => ((ms << 16n) | serial).toString(),
  bluesky: (ms, serial) => digits(((ms * 1_000n) << 10n) | serial, BASE32SORT, 13),
  instagram: (_ms, serial) => `D${digits(scatter(`instagram ${serial}`), BASE64URL, 10)}`,
  youtube: (_ms, serial) => digits(scatter(`youtube ${serial}`), BASE64URL, 11),
}

/**
 * The id a site would give a post: X, TikTok, Bluesky and Mastodon count time in it, as the real ones do;
 * `serial` fills the bits that are not time, so that a post is found again whatever the day.
 */
export function idOf(site: SiteId, serial: number, time: Date): string {
  return makers[site](BigInt(time.getTime()), BigInt(serial))
}

/** The serial number inside an id, or null when it is none of ours. */
export function serialOf(site: SiteId, id: string, serials: number): number | null {
  if (site === 'instagram' || site === 'youtube') {
    for (let serial = 1; serial <= serials; serial++) if (idOf(site, serial, new Date(0)) === id) return serial
    return null
  }
  if (site === 'bluesky') {
    const value = Array.from(id).reduce((sum, char) => sum * 32n + BigInt(Math.max(0, BASE32SORT.indexOf(char))), 0n)
    return Number(value & 0x3ffn)
  }
  if (!/^\d{1,25}$/.test(id)) return null
  return Number(BigInt(id) & 0xffffn)
}

/** 66 bits that look drawn at random and are always the same for the same words: FNV-1a, then mixed once more. */
function scatter(words: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const char of words) hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  return BigInt.asUintN(66, (hash ^ (hash >> 29n)) * 0x9e3779b97f4a7c15n)
}

function digits(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length)
  let text = ''
  for (let rest = value; text.length < length; rest /= base) text = alphabet.charAt(Number(rest % base)) + text
  return text
}

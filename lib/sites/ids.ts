/** Before any of the sites existed, or after tomorrow: the digits were not an id. */
const EARLIEST = Date.UTC(2006, 0, 1)
const DAY = 86_400_000

/**
 * When an X post was made: its id is a snowflake, `(id >> 22) + 1288834974657` ms. ISO UTC; null for no such id.
 * Until November 2010 ids were numbered one by one, up to some 30 billion, and tell no time.
 */
export function timeFromX(id: string, now: Date): string | null {
  return /^[1-9]\d{10,18}$/.test(id) && BigInt(id) > 30_000_000_000n
    ? plausible(Number((BigInt(id) >> 22n) + 1_288_834_974_657n), now)
    : null
}

/** When a TikTok video was made: the upper 32 bits of its id are Unix seconds. ISO UTC; null for no such id. */
export function timeFromTikTok(id: string, now: Date): string | null {
  return /^[1-9]\d{14,19}$/.test(id) ? plausible(Number(BigInt(id) >> 32n) * 1000, now) : null
}

/**
 * When a LinkedIn post or comment was made: ids of activities, shares, ugcPosts and comments are snowflakes whose
 * upper bits are Unix milliseconds, `id >> 22`. ISO UTC; null for no such id.
 */
export function timeFromLinkedIn(id: string, now: Date): string | null {
  return /^[1-9]\d{17,19}$/.test(id) ? plausible(Number(BigInt(id) >> 22n), now) : null
}

const TID = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * When a Bluesky record was made: its key is a TID (https://atproto.com/specs/tid), 13 characters of sortable
 * base32: 53 bits of microseconds, 10 bits of clock id. ISO UTC; null for other record keys.
 */
export function timeFromTid(rkey: string, now: Date): string | null {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(rkey)) return null
  let bits = 0n
  for (const character of rkey) bits = bits * 32n + BigInt(TID.indexOf(character))
  return plausible(Number((bits >> 10n) / 1000n), now)
}

const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * When an Instagram or Threads post was made: its code is an id in URL-safe base64, whose upper 41 bits are the
 * milliseconds since 1314220021721 (Instagram Engineering, "Sharding & IDs at Instagram", 2012). It is the moment of
 * the upload: seconds before what the site says, or days where the post was planned. ISO UTC; null for no such code.
 */
export function timeFromShortcode(code: string, now: Date): string | null {
  if (!/^[\w-]{8,12}$/.test(code)) return null
  let id = 0n
  for (const character of code) id = id * 64n + BigInt(CODE.indexOf(character))
  return plausible(Number(((id >> 23n) + 1_314_220_021_721n) / 1000n) * 1000, now)
}

function plausible(milliseconds: number, now: Date): string | null {
  return milliseconds >= EARLIEST && milliseconds <= now.getTime() + DAY ? new Date(milliseconds).toISOString() : null
}

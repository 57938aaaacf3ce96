import * as z from 'zod/mini'

/** A user-made record's id: a ULID, so that it sorts by the time it was made. */
export const ulidSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/))
/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
export const instantSchema = z.iso.datetime()
/** An adapter's id: `instagram`, `mastodon`. */
export const platformSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/))

/** The key under which an account's posts and profile figures are kept: `instagram:maya.bakes`. */
export function accountKey(platform: string, handle: string): string {
  return `${platform}:${handle.replace(/^@/, '').normalize('NFC').toLowerCase()}`
}

/** The platform of an `accountKey`. */
export const platformOf = (account: string): string => account.split(':', 1)[0] ?? ''

/** The key of a stored post: `x:1790000000000000000`. Ids are case-sensitive (YouTube, Instagram). */
export function postKey(platform: string, externalId: string): string {
  return `${platform}:${externalId}`
}

import type { CommentSeen } from '../../domain/observation.ts'
import type { IdentifiedComment } from './comment.ts'

/** Site ids longer than this are kept as a hash, so that a key stays short whatever a page says. */
const MAX_SITE_ID = 200

/**
 * Gives comments the keys they are stored under: the site's own id, else a keyed hash of author and text.
 * Handles go into HMAC-SHA-256 (RFC 2104) with this installation's key and nowhere else. Asynchronous, so
 * it is done before a unit of work opens. Of two comments with one key the first counts.
 */
export async function identifyComments(
  key: CryptoKey,
  platform: string,
  postId: string,
  comments: readonly CommentSeen[],
): Promise<IdentifiedComment[]> {
  const identified = await Promise.all(
    comments.map(async (seen): Promise<IdentifiedComment> => {
      const who = (seen.author.handle ?? seen.author.name)?.normalize('NFC').toLowerCase() ?? null
      const authorHash = who === null ? null : await keyedHash(key, ['author', platform, who])
      const short = seen.id !== null && seen.id.length <= MAX_SITE_ID
      const id = short
        ? seen.id
        : `~${await keyedHash(key, seen.id === null ? ['comment', who ?? '', seen.text] : ['id', seen.id])}`
      return { id: `${postId}/${id}`, authorHash, seen }
    }),
  )
  const known = new Set<string>()
  return identified.filter(({ id }) => !known.has(id) && known.add(id))
}

/** The key as Web Crypto wants it; it cannot be read back out of it. */
export function importHashKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** 128 bits in hexadecimal: enough to tell comments apart, and half the room. */
async function keyedHash(key: CryptoKey, parts: readonly string[]): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(JSON.stringify(parts)))
  return [...new Uint8Array(signature, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { isInvisible } from './normalise.ts'
import type { Span } from './normalise.ts'

/** A hashtag as written; `name` is without `#` and without invisible characters. */
export interface Hashtag extends Span {
  readonly name: string
  /** Written without a space after a word (`soft.#Acme`): some sites do not make it a link. */
  readonly glued: boolean
  /** Carries an invisible character inside, which makes it another tag. */
  readonly broken: boolean
}

/** A mention as written; `handle` is without `@` and without trailing punctuation. */
export interface Mention extends Span {
  readonly handle: string
}

/** An address as written; `href` has a scheme. */
export interface Link extends Span {
  readonly href: string
  /** May be a full stop without a space after it ("so cheap.it is"): its words are read as words, too. */
  readonly unsure: boolean
}

/** Letters, digits, what is invisible among them, and the middle dot of Catalan; no keycap (`#️⃣`). */
const HASHTAG =
  /[#＃](?!\ufe0f?\u20e3)((?:(?!\u20e3)[\p{L}\p{M}\p{N}_\u00ad\u200b-\u200f\u2060\ufeff]|(?<=l)·(?=l))+)/giu
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]|[\ufe00-\ufe0f]/g
/** Joiners that Arabic and Indic scripts are spelled with. */
const SPELLED_JOINER =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]\p{M}{0,4})[\u200c\u200d]/gu
const HAS_LETTER = /\p{L}/u
/** Marks that make an emoji are no part of a word. */
const WORD_CHAR = /(?![\ufe00-\ufe0f\u20d0-\u20ff])[\p{L}\p{M}\p{N}_]/u
/** Before an `@` these make it an address or part of a word; scripts without spaces do not. */
const NAME_CHAR = /[\u0300-\u036f\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]/u
const SENTENCE_MARK = /[.,;:!?…]/
/** Neither white space nor brackets and quotes, nor emoji and the letters of scripts that addresses end before. */
const IN_ADDRESS = String.raw`[^\s<>"${'`'}\u200b-\u200f\u2060\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\ufeff\uff00-\uffef\p{Extended_Pictographic}]`
const ADDRESS = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_@.])(?:https?:\/\/|www\.)${IN_ADDRESS}{1,2048}`,
  'giu',
)
/** Top-level domains that make a bare `shop.example` a link; a closed list, or "nice.Then" would be one. */
const DOMAINS =
  'com|net|org|io|co|shop|app|dev|ly|tv|biz|uk|de|fr|es|nl|pl|se|dk|fi|ie|ch|ca|au|br|jp|kr|tr|eu|ai|cz|gr|hu|ro|pt|ru|cn|hk|nz|mx|cl|za|vn|ae|sa|sk|hr|lt|lv|xyz'
/** Those that are words as well. */
const WORDLIKE_DOMAINS = 'me|store|info|link|bio|page|site|online|be|no|at|in|it|us'
/** Those that are known from short addresses, and count with a path only. */
const SHORT_DOMAINS = 'to|ee|gl|gd|gy|gg|ke|so|im|is|cc|fm|st|id|my'
const BARE_ADDRESS = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_@.\-/])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:(?:${DOMAINS}|(${WORDLIKE_DOMAINS}))(?![\p{L}\p{N}_@-])|(?:${SHORT_DOMAINS})(?=\/))(\/${IN_ADDRESS}{0,2048})?`,
  'giu',
)
const TRAILING = /[.,!?;:'"’”»…)\]}]/

/**
 * What a handle may look like, by site. Trailing dots and hyphens are never part of it.
 * Instagram, Threads, TikTok, Snapchat: dots inside. X, Twitch, Pinterest: letters, digits, underscore.
 * YouTube: any letters, dots, hyphens. Bluesky: a domain name. Mastodon: `@user` or `@user@host`.
 */
const HANDLE: Readonly<Record<string, RegExp>> = {
  instagram: /[a-z0-9._]{1,64}/iy,
  threads: /[a-z0-9._]{1,64}/iy,
  tiktok: /[a-z0-9._]{1,64}/iy,
  snapchat: /[a-z0-9._-]{1,64}/iy,
  facebook: /[a-z0-9.]{1,64}/iy,
  x: /[a-z0-9_]{1,64}/iy,
  twitch: /[a-z0-9_]{1,64}/iy,
  pinterest: /[a-z0-9_]{1,64}/iy,
  reddit: /[a-z0-9_-]{1,64}/iy,
  youtube: /[\p{L}\p{M}\p{N}._·-]{1,64}/iuy,
  bluesky: /[a-z0-9.-]{1,253}/iy,
  mastodon: /[a-z0-9_]{1,64}(?:[.-][a-z0-9_]{1,64}){0,8}(?:@[a-z0-9.-]{1,253})?/iy,
}
const ANY_HANDLE = /[\p{L}\p{M}\p{N}._-]{1,64}/iuy

/** Every address in the text, in order; trailing punctuation left out, brackets kept where they pair. */
export function findLinks(text: string): Link[] {
  const found: Link[] = []
  for (const match of text.matchAll(ADDRESS)) found.push(trimmedLink(match[0], match.index, false))
  for (const match of text.matchAll(BARE_ADDRESS)) {
    const [raw, wordlike, path] = match
    const unsure = wordlike !== undefined && path === undefined
    // "so nice.It fits": a sentence begins with a capital, an address does not.
    if (/^www\./i.test(raw) || (unsure && wordlike !== wordlike.toLowerCase())) continue
    found.push(trimmedLink(raw, match.index, unsure))
  }
  found.sort((a, b) => a.start - b.start)
  return found.filter((link, i) => i === 0 || link.start >= (found[i - 1]?.end ?? 0))
}

/** Every hashtag in the text, in order. Those inside links do not count; at least one letter is needed. */
export function findHashtags(text: string, links: readonly Link[] = findLinks(text)): Hashtag[] {
  const found: Hashtag[] = []
  const inLink = insideOf(links)
  for (const match of text.matchAll(HASHTAG)) {
    const start = match.index
    const body = trimInvisible(match[1] ?? '')
    const before = text.slice(Math.max(0, start - 2), start)
    if (!HAS_LETTER.test(body) || before.endsWith('&') || inLink(start)) continue
    const visible = body.replace(INVISIBLE, '')
    const touchesTag = found.at(-1)?.end === start
    found.push({
      start,
      end: start + 1 + body.length,
      name: visible,
      glued: !touchesTag && isGlued(before),
      broken: visible.length !== body.replace(SPELLED_JOINER, '').length,
    })
  }
  return found
}

/**
 * Every mention in the text by the site's own rules for handles. E-mail addresses and links are none.
 * `platform` 'any' takes the widest handle, for finding near misses.
 */
export function findMentions(text: string, platform: string, links: readonly Link[] = findLinks(text)): Mention[] {
  const found: Mention[] = []
  const inLink = insideOf(links)
  const grammar = HANDLE[platform] ?? ANY_HANDLE
  for (const match of text.matchAll(/[@＠]/g)) {
    const start = match.index
    const previous = text[start - 1] ?? ''
    if (start < (found.at(-1)?.end ?? 0) || NAME_CHAR.test(previous) || previous === '@' || inLink(start)) continue
    grammar.lastIndex = start + 1
    const handle = trimEnd(grammar.exec(text)?.[0] ?? '')
    if (handle === '') continue
    found.push({ start, end: start + 1 + handle.length, handle })
  }
  return found
}

function isGlued(before: string): boolean {
  const last = before.at(-1) ?? ''
  if (WORD_CHAR.test(last)) return true
  return SENTENCE_MARK.test(last) && WORD_CHAR.test(before.at(-2) ?? '')
}

/** A sentence's full stop or a dash after a handle is not part of it. */
function trimEnd(handle: string): string {
  let end = handle.length
  while (end > 0 && '.·-'.includes(handle.charAt(end - 1))) end--
  return handle.slice(0, end)
}

function trimInvisible(body: string): string {
  let end = body.length
  while (end > 0 && isInvisible(body.charCodeAt(end - 1))) end--
  return body.slice(0, end)
}

function trimmedLink(raw: string, start: number, unsure: boolean): Link {
  let end = raw.length
  while (end > 0 && TRAILING.test(raw[end - 1] ?? '')) {
    const head = raw.slice(0, end)
    if (raw[end - 1] === ')' && end <= 300 && head.split('(').length >= head.split(')').length) break
    end--
  }
  const text = raw.slice(0, end)
  return { start, end: start + end, href: /^https?:/i.test(text) ? text : `https://${text}`, unsure }
}

/** Tells for growing positions whether they lie inside one of the (sorted) links. */
function insideOf(links: readonly Link[]): (at: number) => boolean {
  let i = 0
  return (at) => {
    while (i < links.length && (links[i]?.end ?? 0) <= at) i++
    const link = links[i]
    return link !== undefined && link.start <= at
  }
}

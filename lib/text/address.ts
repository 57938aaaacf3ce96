/** Where a web address leads, without what does not change the page. */
export interface Address {
  /** Lower case, without `www.` and a final dot; names in other scripts as `xn--…`. */
  readonly host: string
  /** Decoded, without a final slash; '' for the root. */
  readonly path: string
  /** Decoded, without the parameters that only count visits. */
  readonly query: ReadonlyMap<string, string>
}

/** Longest address looked at; `URL` is linear, people's addresses are short. */
const LONGEST = 2_083

/**
 * Parameters that say where a click came from and not where it leads: `utm_source`, `fbclid`, `igsh`, YouTube's
 * `si` … (compliance.md 7.4).
 */
const COUNTING =
  /^(?:utm_\w+|fbclid|igsh|igshid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|li_fat_id|mc_cid|mc_eid|si|srsltid|_ga|_gl|ref_src|ref_url)$/i

/** The sites' own ways out, which carry the real address: `l.instagram.com/?u=https…`. */
const REDIRECT =
  /^(?:lm?\.(?:instagram|facebook|threads)\.(?:com|net)\/|(?:www\.)?youtube\.com\/redirect$|(?:www\.)?(?:linkedin\.com\/(?:redir|safety)|tiktok\.com\/link)\/|(?:www\.)?google\.com\/url$|out\.reddit\.com\/|away\.vk\.com\/)/

/** Reads an address with or without scheme. Null when it is none that leads to a web page. Nothing is requested. */
export function readAddress(text: string): Address | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > LONGEST) return null
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  } catch {
    return null
  }
  if (!/^https?:$/.test(url.protocol)) return null
  const behind = REDIRECT.test(url.hostname + url.pathname)
    ? ['u', 'q', 'url', 'target']
        .map((key) => url.searchParams.get(key))
        .find((to) => to !== null && /^https?:/.test(to))
    : null
  if (behind != null && !behind.startsWith(url.origin)) return readAddress(behind)
  const name = url.hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '')
  if (!/\../.test(name)) return null
  const query = new Map<string, string>()
  for (const [key, value] of url.searchParams) if (!COUNTING.test(key)) query.set(key, value)
  return { host: url.port === '' ? name : `${name}:${url.port}`, path: decoded(url.pathname), query }
}

function decoded(path: string): string {
  const bare = path.replace(/\/+$/, '')
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}

/** How far an address is from the one that is wanted. */
export type AddressMatch =
  /** The same page, or one below it; more parameters do not matter. */
  | 'same'
  /** The same, but for capitals in the path, which some sites tell apart. */
  | 'path-case'
  /** The same page under another host of the same domain: `shop.acme.com` for `acme.com`. */
  | 'other-host'
  /** The right page, but a parameter is missing or says something else. */
  | 'parameter'
  | 'other-path'
  /** A host that may be a typing error or an imitation. */
  | 'similar-host'
  | 'other'

/**
 * Compares by compliance.md 7.4: scheme, `www.`, final slash, fragment and visit counters do not matter; the path
 * is equal or goes on at a slash; wanted parameters are there with the same value, in any order.
 */
export function matchAddress(found: Address, wanted: Address): AddressMatch {
  const related = found.host === wanted.host ? 'same' : sameDomain(found.host, wanted.host) ? 'other-host' : null
  if (related === null) return 'other'
  const exact = leadsTo(found.path, wanted.path)
  if (!exact && !leadsTo(found.path.toLowerCase(), wanted.path.toLowerCase())) return 'other-path'
  for (const [key, value] of wanted.query) if (found.query.get(key) !== value) return 'parameter'
  return exact || related === 'other-host' ? related : 'path-case'
}

function leadsTo(found: string, wanted: string): boolean {
  return found === wanted || found.startsWith(`${wanted}/`)
}

/** Endings under which strangers have names of their own, beside the one-part ones such as `com` and `de`. */
const SHARED_ENDING =
  /^(?:(?:co|com|org|net|gov|ac|edu|ne|or|gen|web)\.[a-z]{2}|myshopify\.com|shopify\.com|wixsite\.com|wordpress\.com|blogspot\.com|tumblr\.com|squarespace\.com|bigcartel\.com|github\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|carrd\.co|substack\.com|gumroad\.com|etsy\.com|lnk\.to|onelink\.me|app\.link|page\.link|amazonaws\.com)$/

/** `shop.acme.co.uk` is `acme.co.uk`: the part of a host that one owner registers. */
export function registrable(host: string): string {
  const parts = host.split('.')
  const two = parts.slice(-2).join('.')
  return SHARED_ENDING.test(two) ? parts.slice(-3).join('.') : two
}

function sameDomain(a: string, b: string): boolean {
  const domain = registrable(a)
  return domain === registrable(b) && !SHARED_ENDING.test(domain)
}

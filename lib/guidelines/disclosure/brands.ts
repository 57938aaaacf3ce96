import { positionOf, sourceSpan } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'
import type { BrandPlaces } from './position.ts'
import { plainOf } from './terms.ts'
import type { Term } from './terms.ts'
import type { DisclosurePack } from './types.ts'

/** Names people thank who are not brands, and sentence beginnings. */
const NO_BRAND = new Set(
  'all allah alle allemaal alles amazing and any but dad daddy deus dieu dio dios each everybody everyone everything family followers for freunde friend fans folks from friends girls god goodness gott gud guys heaven he her hey him his honey i if is it jesus just ladies lord love ma mama many me mom mommy mum mummy my nobody nature not of one our people she so someone something team thank thanks that the them then these they this those to today todos tomorrow tous tout toutes tutti universe us vous very we what when who with yesterday you your yall'.split(
    ' ',
  ),
)

/** Tags that end in "ambassador" or "partner" without naming a brand. */
const GENERIC = new Set(
  'accountability athlete beauty brand business campus community crime dance fashion fitness food global goodwill gym life lifestyle local my new official outdoor paid proud running school sports student study team training travel wellness workout yoga youth'.split(
    ' ',
  ),
)

/** Names of the brand: the guideline's (whole, and as one word), and the accounts mentioned. */
export function knownBrands(view: PostView, brand: string): string[] {
  const named = plainOf(brand).trim()
  const mentions = view.mentions.slice(0, 20).map((mention) => keyOf(mention.handle.split('@')[0] ?? ''))
  return [named, keyOf(named), ...mentions].filter((name) => name !== '')
}

function keyOf(name: string): string {
  return plainOf(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** A handle, a hashtag, the guideline's brand, a mentioned account's name, or a capitalised name. */
export function namesBrand(view: PostView, brands: readonly string[], match: RegExpExecArray): boolean {
  const name = match[1] ?? ''
  if (/^[@#]/.test(name)) return true
  const word = name.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  if (brands.some((known) => known === word || known.startsWith(`${word} `))) return true
  if (NO_BRAND.has(word)) return false
  const at = match[0].startsWith(name) ? match.index : match.index + match[0].lastIndexOf(name)
  const span = sourceSpan(view.normal, match.index, match.index + match[0].length)
  const written = view.post.text.slice(span.start, span.end)
  // In shouted text a capital says nothing; in German every noun has one.
  if (written === written.toUpperCase() || view.lang === 'de') return false
  return /^\p{Lu}/u.test(view.post.text.slice(view.normal.starts[at] ?? 0))
}

/**
 * Whether a hashtag is the brand's name and the term's word. The brand is known from the guideline or a
 * mention; else the tag itself must set the two apart with capitals (`#PeakFuelAmbassador`).
 */
export function isBrandTag(brands: readonly string[], term: Term, key: string, written: string): boolean {
  const [head = '', tail = ''] = term.key.split('{brand}')
  if (!key.startsWith(head) || !key.endsWith(tail) || key.length <= head.length + tail.length + 1) return false
  const name = key.slice(head.length, key.length - tail.length)
  if (GENERIC.has(name)) return false
  if (brands.some((brand) => brand === name || (name.length >= 4 && brand.startsWith(name)))) return true
  if (head !== '') return term.worth === 'accepted' && head.length > 2
  const capital = written.replaceAll('_', '').at(-tail.length) ?? ''
  const inside = written.replaceAll('_', '').slice(0, -tail.length)
  return (/\p{Lu}/u.test(capital) && /\p{Ll}/u.test(inside) && /^\p{Lu}/u.test(inside)) || written.endsWith(`_${tail}`)
}

/** A tag of some name and a role (`#acmepartner`) where nothing tells whether the name is a brand's. */
export function isSomebodysTag(term: Term, key: string): boolean {
  const role = /^\{brand\}(\p{L}{7,})$/u.exec(term.key)?.[1]
  if (role === undefined || !key.endsWith(role)) return false
  const name = key.slice(0, -role.length)
  return name.length >= 3 && !GENERIC.has(name)
}

const NAME = /\p{Lu}[\p{L}\p{M}\p{N}'’&]{0,40}(?: (?:\p{Lu}[\p{L}\p{M}\p{N}'’&]{0,40}|&)){0,3}/uy
const AFTER_NAME = /\s{0,3}(?:$|[\n\r:|·.,!\-–—@#]|\p{Extended_Pictographic})/uy

/** Where brands stand in the caption, for telling labels from words. `plain` has the positions of `view.normal`. */
export function brandPlaces(
  view: PostView,
  plain: string,
  brands: readonly string[],
  pack: DisclosurePack,
): BrandPlaces {
  const { normal, post } = view
  const handles = new Map<number, number>()
  for (const { start, end } of [...view.mentions, ...view.hashtags]) {
    handles.set(positionOf(normal, end), positionOf(normal, start))
  }
  const isKnown = (at: number): boolean =>
    brands.some((name) => plain.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(plain.charAt(at + name.length)))
  /** "Mainos Lumikki | …": a name of capitals with a delimiter after it. */
  const isName = (at: number): boolean => {
    NAME.lastIndex = normal.starts[at] ?? post.text.length
    const name = NAME.exec(post.text)
    AFTER_NAME.lastIndex = NAME.lastIndex
    return name !== null && AFTER_NAME.test(post.text)
  }
  return {
    before: (end) => handles.get(end),
    at(start, loose) {
      if (/[@#]/.test(plain.charAt(start)) || isKnown(start)) return true
      if (loose) return view.lang !== 'de' && /^\p{Lu}/u.test(post.text.charAt(normal.starts[start] ?? 0))
      return pack.nameFollows === true && isName(start)
    },
  }
}

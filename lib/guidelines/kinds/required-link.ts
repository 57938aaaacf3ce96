import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import { matchAddress, readAddress } from '../../text/address.ts'
import type { Address } from '../../text/address.ts'
import { distance } from '../../text/distance.ts'
import { escapePattern } from '../../text/escape.ts'
import { normalise } from '../../text/normalise.ts'
import { findLinks } from '../../text/tokens.ts'
import type { Span } from '../../text/normalise.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft, Edit } from '../define.ts'
import { findPointers } from '../links/pointers.ts'
import { isShortener } from '../links/shorteners.ts'
import { proseEnd } from '../placing.ts'
import { quoteNormal, quoteOther, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

const params = z.object({
  /** With or without scheme. */
  url: z.string().check(
    z.maxLength(2_000),
    z.refine((text) => readAddress(text) !== null),
  ),
  /** Other hosts of the same domain count, too: `shop.acme.com` for `acme.com`. */
  otherHosts: z.optional(z.boolean()),
})

/** An address as the caption writes it or the page links it. */
interface Found {
  readonly address: Address
  readonly evidence: Evidence
}

/**
 * A link is there and leads to the page that was agreed (compliance.md 7.4). The addresses the page itself links
 * to come before what the caption shows; short addresses and "link in bio" are questions; nothing is requested.
 */
export default defineRuleKind({
  kind: 'required-link',
  label: 'kind.requiredLink',
  rule: 'rule.requiredLink',
  params,
  fields: [
    { name: 'url', label: 'kind.field.url', hint: 'kind.hint.url', type: 'text', required: true },
    { name: 'otherHosts', label: 'kind.field.otherHosts', type: 'boolean', required: false },
  ],
  reasons: [
    'linkFound',
    'linkInBioFound',
    'linkOtherHost',
    'linkPathCase',
    'linkShortened',
    'linkElsewhere',
    'linkCommentOnly',
    'linkParameter',
    'linkOtherPath',
    'linkSimilarHost',
    'linkNotWhereItLeads',
    'linkMissing',
    'captionCut',
  ],
  value: ({ url }) => url.trim(),
  needs: () => ['profile'],
  check(view, rule): Draft[] {
    const value = rule.url.trim()
    const wanted = readAddress(value)
    if (!wanted) return []
    const say = (status: Draft['status'], reason: string, evidence: Evidence[], more: Partial<Draft> = {}): Draft[] => [
      { value, status, reason, values: [value, ...evidence.slice(0, 1).map(({ quote }) => quote)], evidence, ...more },
    ]
    const { post } = view
    const written = writtenLinks(view, wanted)
    const linked = (post.links ?? []).flatMap((href) => foundIn(href, quoteOther('link', href)))
    const best = (links: readonly Found[], match: string): Evidence | undefined =>
      links.find(({ address }) => matchAddress(address, wanted) === match)?.evidence
    const right = (links: readonly Found[]) =>
      best(links, 'same') ?? (rule.otherHosts === true ? best(links, 'other-host') : undefined)

    const shown = right(written)
    const real = right(linked)
    // What the page links to is where a click leads, whatever the caption shows.
    if (real) return say('pass', 'linkFound', [shown ?? real])
    if (shown && linked.length === 0) return say('pass', 'linkFound', [shown])
    const all = [...linked, ...written]
    if (shown) {
      // The page's links are in the caption's order; a short one may still lead to the right page.
      const behind = linked[written.findIndex(({ evidence }) => evidence === shown)]
      if (!behind || linked.length < written.length || isShortener(behind.address))
        return say('pass', 'linkFound', [shown])
      return say('fail', 'linkNotWhereItLeads', [behind.evidence, shown])
    }

    const pathCase = best(all, 'path-case')
    if (pathCase) return say('review', 'linkPathCase', [pathCase])
    const host = best(all, 'other-host')
    if (host) return say('review', 'linkOtherHost', [host])
    const short = [...written, ...linked].find(({ address }) => isShortener(address))
    if (short) return say('review', 'linkShortened', [short.evidence])
    const pointer = findPointers(view)[0]
    if (pointer) {
      const quote = quoteNormal(view, pointer.start, pointer.end)
      const inBio = pointer.to === 'bio' ? right(linksOf(post.bio ?? '', 'bio', wanted)) : undefined
      if (inBio) return say('pass', 'linkInBioFound', [quote, inBio])
      const inComment =
        pointer.to === 'comment' ? right(linksOf(post.firstComment ?? '', 'comment', wanted)) : undefined
      if (!inComment) return say('review', 'linkElsewhere', [quote])
    }

    const searched = { field: 'text', chars: post.text.length, terms: [value] }
    if (!post.textComplete) return say('not-checkable', 'captionCut', [], { searched })
    const comment = right(linksOf(post.firstComment ?? '', 'comment', wanted))
    if (comment) return say('fail', 'linkCommentOnly', [comment], { searched, note: 'comment-only' })
    for (const [match, reason] of NEAR) {
      const near = best(all, match)
      if (near) return say('fail', reason, [near], { searched, note: 'near-miss' })
    }
    const similar = all.find(({ address, evidence }) => looksLike(address, evidence.quote, wanted))
    if (similar) return say('fail', 'linkSimilarHost', [similar.evidence], { searched, note: 'near-miss' })
    return say('fail', 'linkMissing', [], { searched })
  },
  fix(view, rule, finding): readonly (readonly Edit[])[] {
    const url = rule.url.trim()
    const [first] = finding.evidence
    // Where the link is elsewhere or hidden behind a short one, a person has to look first.
    if (finding.reason === 'linkElsewhere') return []
    if (first?.field === 'text') return [[{ start: first.start, end: first.end, insert: url }]]
    if (finding.status !== 'fail') return []
    const at = proseEnd(view)
    return [[{ start: at, end: at, insert: at === 0 ? `${url}\n` : `\n${url}` }]]
  },
  examples: [
    {
      params: { url: 'https://acme.example/glow' },
      text: 'All of it: www.ACME.example/glow/?utm_source=ig#top',
      status: 'pass',
      quote: 'www.ACME.example/glow/?utm_source=ig#top',
    },
    {
      params: { url: 'https://acme.com/shop?ref=MIA10' },
      text: 'Mine is here: https://acme.com/shop',
      status: 'fail',
      quote: 'https://acme.com/shop',
    },
    {
      params: { url: 'https://acme.com/glow' },
      text: 'New in: shop.acme.com/glow',
      status: 'review',
      quote: 'shop.acme.com/glow',
    },
    { params: { url: 'https://acme.com/glow' }, text: 'Link in my bio!', status: 'review', quote: 'Link in my bio' },
    { params: { url: 'https://acme.com/glow' }, text: 'So soft', status: 'fail' },
  ],
})

const NEAR = [
  ['parameter', 'linkParameter'],
  ['other-path', 'linkOtherPath'],
] as const

/** The caption's own links, those with the wanted host under an ending that is not everyday included. */
function writtenLinks(view: PostView, wanted: Address): Found[] {
  return addressesIn(view.post.text, view.links, wanted).flatMap(({ start, end, href }) =>
    foundIn(href, quoteText(view, start, end)),
  )
}

function linksOf(text: string, field: Evidence['field'], wanted: Address): Found[] {
  return addressesIn(text, findLinks(text), wanted).flatMap(({ start, end, href }) =>
    foundIn(href, quoteOther(field, text, start, end)),
  )
}

function foundIn(href: string, evidence: Evidence): Found[] {
  const address = evidence.quote === '' ? null : readAddress(href)
  return address ? [{ address, evidence }] : []
}

/**
 * `links`, and what the list of everyday endings misses: bare addresses with a path or a question ("linktr.ee/mia"),
 * and the wanted host alone. In order, the longer where two begin at one place.
 */
function addressesIn(text: string, links: readonly (Span & { href: string })[], { host }: Address) {
  const found = [...links]
  const add = (match: RegExpExecArray) => {
    let { length } = match[0]
    while (TRAILING.test(match[0].charAt(length - 1))) length--
    found.push({ start: match.index, end: match.index + length, href: match[0].slice(0, length) })
  }
  if (HAS_PATH.test(text)) for (const match of text.matchAll(BARE)) add(match)
  if (text.toLowerCase().includes(host)) {
    const alone = String.raw`(?<![\p{L}\p{N}_@./-])${escapePattern(host)}(?![\p{L}\p{N}_@/?-]|\.[\p{L}\p{N}])`
    for (const match of text.matchAll(new RegExp(alone, 'giu'))) add(match)
  }
  let end = -1
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((link) => {
      if (link.start < end) return false
      end = link.end
      return true
    })
}

const BARE =
  /(?<![\p{L}\p{N}_@./-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,6}\p{L}{2,24}(?::\d{1,5})?[/?][^\s<>"]{1,2000}/giu
/** What every `BARE` has in it; quick to look for. */
const HAS_PATH = /\.\p{L}{2,24}(?::\d{1,5})?[/?]/u
const TRAILING = /[.,!?;:'"’”»…)\]}]/

/** One or two typing errors, look-alike letters, another ending, or the wanted host inside a longer one. */
function looksLike({ host }: Address, quote: string, wanted: Address): boolean {
  const written = hostIn(normalise(quote, { lookAlikes: true }).text)
  const name = wanted.host.split('.')[0] ?? ''
  return [host, written].some(
    (found) =>
      found.startsWith(`${name}.`) ||
      found.includes(wanted.host) ||
      (wanted.host.length >= 6 && distance(found, wanted.host, 2) <= 2),
  )
}

function hostIn(address: string): string {
  return /^(?:https?:\/\/)?(?:www\.)?([^/?#]{1,253})/.exec(address)?.[1] ?? ''
}

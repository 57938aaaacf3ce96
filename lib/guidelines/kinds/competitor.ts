import * as z from 'zod/mini'
import type { Evidence } from '../../domain/finding.ts'
import { matchesOf } from '../../text/matches.ts'
import { positionOf } from '../../text/normalise.ts'
import type { Span } from '../../text/normalise.ts'
import { compiledOnce } from '../compile.ts'
import { defineRuleKind } from '../define.ts'
import type { Draft } from '../define.ts'
import { withoutName } from '../fix/names.ts'
import { joinedForm, namePattern, ownName } from '../names/pattern.ts'
import type { NamePattern } from '../names/pattern.ts'
import { useOf } from '../names/use.ts'
import type { Use } from '../names/use.ts'
import { quoteNormal, quoteText } from '../view.ts'
import type { PostView } from '../view.ts'

/** Places quoted in one finding. */
const QUOTES = 20

const nameSchema = z.string().check(z.maxLength(100), z.regex(/[\p{L}\p{N}]/u))
const names = z.optional(z.array(nameSchema).check(z.maxLength(50)))

const params = z.object({
  name: nameSchema,
  /** Other spellings, product lines, the name in other scripts. */
  aliases: names,
  /** Accounts, with or without `@`. */
  handles: names,
  /** `acme.com`; its subdomains count. */
  domains: names,
  /** The name is an ordinary word, too; default: by a list of such names. */
  commonWord: z.optional(z.boolean()),
})

type Params = z.infer<typeof params>

const compiled = compiledOnce(({ name, aliases }: Params) =>
  [name, ...(aliases ?? [])].flatMap((one) => namePattern(one) ?? []),
)

interface Place extends Span {
  readonly use: Use
  readonly evidence: Evidence
}

/**
 * A competitor is not named: in words, by account, hashtag or address, whatever is said of it (compliance.md
 * 7.6). A person of that name, and a use that is unclear, is for a person to decide.
 */
export default defineRuleKind({
  kind: 'competitor',
  label: 'kind.competitor',
  rule: 'rule.competitor',
  params,
  fields: [
    { name: 'name', label: 'kind.field.competitor', hint: 'kind.hint.competitor', type: 'text', required: true },
    { name: 'aliases', label: 'kind.field.aliases', hint: 'kind.hint.aliases', type: 'list', required: false },
    { name: 'handles', label: 'kind.field.handles', type: 'list', required: false },
    { name: 'domains', label: 'kind.field.domains', type: 'list', required: false },
    { name: 'commonWord', label: 'kind.field.commonWord', type: 'boolean', required: false },
  ],
  reasons: ['competitorAbsent', 'competitorNamed', 'competitorUnclear', 'captionCut'],
  value: (rule) => rule.name.trim(),
  check(view, rule, { brand }): Draft[] {
    const value = rule.name.trim()
    const patterns = compiled(rule, null)
    const own = ownName(brand)
    const places = [
      ...patterns.flatMap((pattern) => inWords(view, pattern, own, rule.commonWord)),
      ...inTags(view, patterns, own),
      ...inHandles(view, patterns, rule.handles ?? [], own),
      ...inLinks(view, patterns, rule.domains ?? []),
    ].toSorted((a, b) => a.start - b.start || b.end - a.end)
    const named = places.filter(({ use }) => use === 'brand')
    const unclear = places.filter(({ use }) => use === 'unclear')
    if (named.length + unclear.length === 0) {
      const searched = { field: 'text', chars: view.post.text.length, terms: [value, ...(rule.aliases ?? [])] }
      const cut = !view.post.textComplete
      const reason = cut ? 'captionCut' : 'competitorAbsent'
      return [{ value, status: cut ? 'not-checkable' : 'pass', reason, values: [value], evidence: [], searched }]
    }
    const evidence = apart([...named, ...unclear]).slice(0, QUOTES)
    const values = [value, evidence[0]?.quote ?? '']
    if (named.length > 0) return [{ value, status: 'fail', reason: 'competitorNamed', values, evidence }]
    return [{ value, status: 'review', reason: 'competitorUnclear', values, evidence }]
  },
  fix: (view, _rule, finding) => withoutName(view, finding.evidence),
  examples: [
    { params: { name: 'Apple' }, text: 'I moved from Apple last year', status: 'fail', quote: 'Apple' },
    { params: { name: 'Apple' }, text: 'Apple crumble season is here', status: 'pass' },
    { params: { name: 'GlowLab' }, text: 'Softer than my old glow lab one', status: 'fail', quote: 'glow lab' },
    { params: { name: 'Nike' }, text: 'My best friend Nike, 30 today', status: 'review', quote: 'Nike' },
  ],
})

/** Each piece of the caption is quoted once. */
function apart(places: readonly Place[]): Evidence[] {
  const seen = new Set<number>()
  return places.flatMap(({ start, evidence }) => (seen.has(start) ? [] : (seen.add(start), [evidence])))
}

function inWords(view: PostView, wanted: NamePattern, own: NamePattern | null, common: boolean | undefined): Place[] {
  // Handles, hashtags and addresses are names of their own and looked at by themselves.
  const elsewhere = [...view.mentions, ...view.links, ...view.hashtags].map(({ start, end }) => ({
    start: positionOf(view.normal, start),
    end: positionOf(view.normal, end),
  }))
  const masked = masks(own, wanted) ? [...matchesOf(view.plain, own.pattern)].map(spanOf) : []
  const covered = coveredBy([...elsewhere, ...masked])
  return [...matchesOf(view.plain, wanted.pattern)].map(spanOf).flatMap((span) => {
    if (covered(span)) return []
    const use = useOf(view, span, wanted.joined, wanted.single ? common : (common ?? false))
    return use === 'ordinary' ? [] : [placed(quoteNormal(view, span.start, span.end), use)]
  })
}

/** The client's own name contains the competitor's and is longer: "Apple Tree Skincare" is not Apple. */
function masks(own: NamePattern | null, wanted: NamePattern): own is NamePattern {
  return own !== null && own.joined !== wanted.joined && own.joined.includes(wanted.joined)
}

function inTags(view: PostView, wanted: readonly NamePattern[], own: NamePattern | null): Place[] {
  return view.hashtags.flatMap((tag): Place[] => {
    const form = joinedForm(tag.name)
    const parts = camelParts(tag.name)
    for (const name of wanted) {
      if (masks(own, name) && form.includes(own.joined)) continue
      const { tags } = name
      const evidence = quoteText(view, tag.start, tag.end)
      if (tags.some((one) => form === one || includesParts(parts, one))) return [placed(evidence, 'brand')]
      const begins = tags.some((one) => one.length >= 4 && (form.startsWith(one) || form.endsWith(one)))
      if (begins && parts.length === 1) return [placed(evidence, 'unclear')]
    }
    return []
  })
}

/** `GlowLabRun` has the parts glow, lab, run. */
function camelParts(name: string): string[] {
  return name
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_/gu, ' ')
    .split(' ')
    .map(joinedForm)
    .filter((part) => part !== '')
}

/** Whether some neighbouring parts make up the name. */
function includesParts(parts: readonly string[], name: string): boolean {
  return parts.some((_, from) => {
    let joined = ''
    for (let at = from; at < parts.length && joined.length < name.length; at++) {
      joined += parts[at]
      if (joined === name) return parts.length > 1
    }
    return false
  })
}

function inHandles(
  view: PostView,
  wanted: readonly NamePattern[],
  handles: readonly string[],
  own: NamePattern | null,
): Place[] {
  const listed = new Set(
    handles.map((handle) =>
      handle
        .trim()
        .replace(/^[@＠]/, '')
        .toLowerCase(),
    ),
  )
  return view.mentions.flatMap((mention): Place[] => {
    const evidence = quoteText(view, mention.start, mention.end)
    if (listed.has(mention.handle.toLowerCase())) return [placed(evidence, 'brand')]
    const [user = ''] = mention.handle.split('@')
    const form = joinedForm(user)
    for (const name of wanted) {
      if (masks(own, name) && form.startsWith(own.joined)) continue
      const { joined, tags } = name
      const parts = user.split(/[._\-·]+/).map(joinedForm)
      if (tags.includes(form) || parts.includes(joined)) return [placed(evidence, 'brand')]
      if (joined.length >= 4 && form.startsWith(joined)) return [placed(evidence, 'unclear')]
    }
    return []
  })
}

function inLinks(view: PostView, wanted: readonly NamePattern[], domains: readonly string[]): Place[] {
  const listed = domains.map((domain) =>
    domain
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, ''),
  )
  return view.links.flatMap((link): Place[] => {
    const host = /^https?:\/\/([^/?#:]+)/i.exec(link.href)?.[1]?.toLowerCase() ?? ''
    const labels = new Set(host.split('.').slice(0, -1).map(joinedForm))
    const found =
      listed.some((domain) => host === domain || host.endsWith(`.${domain}`)) ||
      wanted.some(({ tags }) => tags.some((tag) => labels.has(tag)))
    return found ? [placed(quoteText(view, link.start, link.end), 'brand')] : []
  })
}

function placed(evidence: Evidence, use: Use): Place {
  return { start: evidence.start, end: evidence.end, use, evidence }
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

/** Tells for growing spans whether one of the others holds them wholly. */
function coveredBy(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return ({ start, end }) => {
    for (; (sorted[next]?.start ?? Infinity) <= start; next++) reach = Math.max(reach, sorted[next]?.end ?? 0)
    return reach >= end
  }
}

import * as z from 'zod/mini'
import type { Finding } from '../../lib/domain/finding.ts'
import type { Guideline, Rule } from '../../lib/domain/guideline.ts'
import { relationshipSchema } from '../../lib/domain/partner.ts'
import { assess } from '../../lib/guidelines/assess.ts'
import type { AssessContext, PostInput } from '../../lib/guidelines/assess.ts'
import { packOf } from '../../lib/guidelines/disclosure/packs/index.ts'
import { BadInput } from './bad-input.ts'
import { onlyFile, readJsonLines } from './json-lines.ts'
import { toneParams } from './tone-params.ts'
import { windowParams } from './window-params.ts'

const strings = z.optional(z.nullable(z.array(z.string())))

const postSchema = z.object({
  platform: z.string(),
  text: z.string(),
  language: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  visibleText: z.optional(z.nullable(z.string())),
  platformLabel: z.optional(z.nullable(z.string())),
  firstComment: z.optional(z.nullable(z.string())),
  taggedUsers: strings,
  /** Addresses, or records that name where a shown address leads. */
  links: z.optional(z.nullable(z.array(z.union([z.string(), z.record(z.string(), z.unknown())])))),
  postedAt: z.optional(z.nullable(z.string())),
  postedAtText: z.optional(z.nullable(z.string())),
  capturedAt: z.optional(z.nullable(z.string())),
})

/** A brand entry as compliance.md 7.6 writes it. */
const competitorSchema = z.object({
  canonical: z.optional(z.string()),
  name: z.optional(z.string()),
  aliases: strings,
  handles: strings,
  domains: strings,
  commonWord: z.optional(z.nullable(z.boolean())),
})
/** `anyOf` is a list, or a list for each language. */
const messageSchema = z.object({
  id: z.optional(z.string()),
  text: z.optional(z.string()),
  anyOf: z.optional(z.nullable(z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))]))),
})

/** A case as in the open files: a disclosure case carries the post's fields itself, a guideline case in `post`. */
const caseSchema = z.object({
  id: z.union([z.string(), z.number()]),
  jurisdiction: z.optional(z.nullable(z.string())),
  relationship: z.optional(z.nullable(relationshipSchema)),
  platform: z.optional(z.string()),
  text: z.optional(z.string()),
  post: z.optional(postSchema),
  /** A name, or a record of later issues whose `name` is all that is used here. */
  brand: z.optional(z.unknown()),
  guidelines: z.optional(
    z.nullable(
      z.looseObject({
        requiredHashtags: strings,
        requiredMentions: strings,
        requiredLinks: strings,
        bannedPhrases: strings,
        bannedClaims: strings,
        competitors: z.optional(z.nullable(z.array(z.union([z.string(), competitorSchema])))),
        keyMessages: z.optional(z.nullable(z.array(z.union([z.string(), messageSchema])))),
        tone: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
        window: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
      }),
    ),
  ),
})
type Case = z.infer<typeof caseSchema>

/** How the cases call the rule kinds that exist. Others are of later issues and give no finding yet. */
const RULE_NAMES: Readonly<Record<string, string>> = {
  'required-hashtag': 'requiredHashtag',
  'required-mention': 'requiredMention',
  'banned-phrase': 'bannedPhrase',
  'required-link': 'requiredLink',
  'banned-claim': 'bannedClaim',
  competitor: 'competitor',
  'key-message': 'keyMessage',
  'tone-of-voice': 'tone',
  'posting-window': 'window',
}

/** How the cases call the fields of a post beside its text. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  comment: 'firstComment',
  link: 'links',
  'published-at': 'postedAt',
  'published-text': 'postedAtText',
}

/** `lab check CASES.jsonl`: what the engine says of each case, one JSON line per case (lab.md). */
export async function run(args: string[]): Promise<void> {
  const output: string[] = []
  const unknown = new Set<string>()
  for (const { where, value } of await readJsonLines(onlyFile('check', args))) {
    const { given, ...scene } = readCase(value, where)
    const jurisdiction = given.jurisdiction ?? null
    if (jurisdiction !== null && !packOf(jurisdiction)) unknown.add(jurisdiction)
    output.push(JSON.stringify({ id: given.id, ...checkCase(scene) }))
  }
  if (unknown.size > 0) {
    const codes = [...unknown].toSorted().join(', ')
    console.error(`no disclosure rules yet for ${codes}: "disclosure" is null there`)
  }
  if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`)
}

/** A case as the engine takes it. */
export interface Scene {
  readonly post: PostInput
  readonly guideline: Guideline
  readonly context: AssessContext
  /** What the case calls a rule's value, by rule id, where it has a name of its own for it. */
  readonly names: ReadonlyMap<string, string>
}

/** @throws BadInput naming `where` and the field that is wrong */
export function readCase(value: unknown, where: string): Scene & { given: Case } {
  const given = caseSchema.safeParse(value)
  if (!given.success) throw new BadInput(`${where}: ${problemOf(given.error)}`)
  const body = postSchema.safeParse(given.data.post ?? value)
  if (!body.success) throw new BadInput(`${where}: ${problemOf(body.error)}`)
  const { jurisdiction, relationship } = given.data
  return {
    given: given.data,
    post: postOf(body.data),
    ...guidelineOf(given.data),
    context: { jurisdiction: jurisdiction ?? 'US', relationship: relationship ?? null, partnerId: null },
  }
}

function problemOf(error: z.core.$ZodError): string {
  const issue = error.issues[0]
  return `"${issue?.path.join('.') ?? ''}" is missing or not understood`
}

function postOf(body: z.infer<typeof postSchema>): PostInput {
  return {
    platform: body.platform,
    lang: body.language ?? null,
    text: body.text,
    textComplete: true,
    visibleText: body.visibleText ?? null,
    url: body.url ?? null,
    labels: [],
    hashtags: [],
    mentions: [],
    labelText: body.platformLabel ?? null,
    firstComment: body.firstComment ?? null,
    tagged: body.taggedUsers ?? [],
    links: (body.links ?? []).flatMap(hrefOf),
    publishedAt: body.postedAt ?? null,
    publishedText: body.postedAtText ?? null,
    capturedAt: body.capturedAt ?? null,
  }
}

function hrefOf(link: string | Record<string, unknown>): string[] {
  if (typeof link === 'string') return [link]
  const named = ['expanded', 'expandedUrl', 'href', 'url', 'title', 'target'].map((name) => link[name])
  return named.filter((value) => typeof value === 'string').slice(0, 1)
}

function checkCase({ post, guideline, context, names }: Scene) {
  const { findings } = assess(post, [guideline], context)
  const inOrder = guideline.rules.flatMap((rule) => findings.filter((finding) => finding.ruleId === rule.id))
  const disclosure = inOrder.filter(({ kind }) => kind === 'disclosure')
  return { disclosure: disclosureOf(disclosure), findings: inOrder.flatMap((finding) => outputOf(finding, names)) }
}

function guidelineOf(given: Case): Pick<Scene, 'guideline' | 'names'> {
  const rules: Rule[] = []
  const names = new Map<string, string>()
  const add = (kind: string, params: Rule['params'], name?: string): void => {
    const id = `${kind}-${rules.length}`
    rules.push({ id, kind, params, severity: 'high', weight: 'must' })
    if (name !== undefined) names.set(id, name)
  }
  const jurisdiction = given.jurisdiction ?? null
  const asksDisclosure = given.relationship != null && jurisdiction !== null && packOf(jurisdiction) !== null
  if (asksDisclosure) add('disclosure', { jurisdictions: [jurisdiction] })
  for (const tag of given.guidelines?.requiredHashtags ?? []) add('required-hashtag', { tag })
  for (const handle of given.guidelines?.requiredMentions ?? []) add('required-mention', { handle })
  for (const url of given.guidelines?.requiredLinks ?? []) add('required-link', { url }, url)
  for (const phrase of given.guidelines?.bannedPhrases ?? []) add('banned-phrase', { phrase })
  for (const claim of given.guidelines?.bannedClaims ?? []) add('banned-claim', { claim })
  for (const entry of given.guidelines?.competitors ?? []) {
    const { canonical, name, ...rest } = typeof entry === 'string' ? { name: entry } : entry
    add('competitor', { ...present(rest), name: name ?? canonical ?? '' }, name ?? canonical)
  }
  for (const entry of given.guidelines?.keyMessages ?? []) {
    const { id, text, anyOf } = typeof entry === 'string' ? { id: entry, text: entry } : entry
    const wordings = Array.isArray(anyOf) ? anyOf : Object.values(anyOf ?? {}).flat()
    add('key-message', { message: text ?? wordings[0] ?? id ?? '', anyOf: wordings }, id ?? text)
  }
  // One rule for each demand, so that each has its own finding under the name the case gives it.
  for (const [key, demand] of Object.entries(given.guidelines?.tone ?? {})) {
    const params = toneParams(key, demand)
    if (params) add('tone-of-voice', params, key)
  }
  const { window } = given.guidelines ?? {}
  if (window) {
    add('posting-window', windowParams(window), 'window')
  }

  const named = z.object({ name: z.string() }).safeParse(given.brand)
  const brand = typeof given.brand === 'string' ? given.brand : named.success ? named.data.name : ''
  const at = '2026-01-01T00:00:00.000Z'
  const fixed = { active: true, partnerIds: null, version: 1, createdAt: at, updatedAt: at, deletedAt: null }
  return { guideline: { id: '00000000000000000000000000', name: 'case', brand, rules, ...fixed }, names }
}

/** Without what is null or absent: optional parameters are left out. */
function present(params: Readonly<Record<string, unknown>>): Rule['params'] {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null && value !== undefined))
}

function disclosureOf(findings: readonly Finding[]) {
  const main = findings.find(({ note, weight }) => weight === 'must' && note !== 'contradiction')
  if (!main) return null
  const { source, status, reason } = main
  const flags = findings.filter((finding) => finding !== main).map(({ note }) => note)
  const denied = findings.find(({ note }) => note === 'contradiction')?.evidence[0]?.quote
  return {
    status,
    span: main.evidence[0]?.quote ?? null,
    reason,
    source: source.type === 'law' ? `${source.authority}: ${source.document}, since ${source.since}` : source.name,
    ...(flags.length > 0 ? { flags } : {}),
    ...(denied === undefined ? {} : { contradictionSpan: denied }),
  }
}

function outputOf({ ruleId, kind, value, status, reason, evidence, note }: Finding, names: Scene['names']) {
  const rule = RULE_NAMES[kind]
  if (rule === undefined) return []
  const [first] = evidence
  const span = first
    ? { span: first.quote, start: first.start, end: first.end }
    : { span: null, start: null, end: null }
  const field = first && first.field !== 'text' ? { field: FIELD_NAMES[first.field] ?? first.field } : {}
  const named = names.get(ruleId) ?? value
  return [{ rule, value: named, status, ...span, ...field, reason, ...(note === undefined ? {} : { note }) }]
}

import * as z from 'zod/mini'
import type { Finding } from '../../lib/domain/finding.ts'
import type { Guideline, Rule } from '../../lib/domain/guideline.ts'
import { relationshipSchema } from '../../lib/domain/partner.ts'
import { assess } from '../../lib/guidelines/assess.ts'
import type { AssessContext, PostInput } from '../../lib/guidelines/assess.ts'
import { packOf } from '../../lib/guidelines/disclosure/packs/index.ts'
import { BadInput } from './bad-input.ts'
import { onlyFile, readJsonLines } from './json-lines.ts'

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
    z.nullable(z.looseObject({ requiredHashtags: strings, requiredMentions: strings, bannedPhrases: strings })),
  ),
})
type Case = z.infer<typeof caseSchema>

/** How the cases call the rule kinds that exist. Others are of later issues and give no finding yet. */
const RULE_NAMES: Readonly<Record<string, string>> = {
  'required-hashtag': 'requiredHashtag',
  'required-mention': 'requiredMention',
  'banned-phrase': 'bannedPhrase',
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
    guideline: guidelineOf(given.data),
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
  }
}

function checkCase({ post, guideline, context }: Scene) {
  const { findings } = assess(post, [guideline], context)
  const inOrder = guideline.rules.flatMap((rule) => findings.filter((finding) => finding.ruleId === rule.id))
  const disclosure = inOrder.filter(({ kind }) => kind === 'disclosure')
  return { disclosure: disclosureOf(disclosure), findings: inOrder.flatMap(outputOf) }
}

function guidelineOf(given: Case): Guideline {
  const rules: Rule[] = []
  const add = (kind: string, params: Rule['params']): void => {
    rules.push({ id: `${kind}-${rules.length}`, kind, params, severity: 'high', weight: 'must' })
  }
  const jurisdiction = given.jurisdiction ?? null
  const asksDisclosure = given.relationship != null && jurisdiction !== null && packOf(jurisdiction) !== null
  if (asksDisclosure) add('disclosure', { jurisdictions: [jurisdiction] })
  for (const tag of given.guidelines?.requiredHashtags ?? []) add('required-hashtag', { tag })
  for (const handle of given.guidelines?.requiredMentions ?? []) add('required-mention', { handle })
  for (const phrase of given.guidelines?.bannedPhrases ?? []) add('banned-phrase', { phrase })

  const named = z.object({ name: z.string() }).safeParse(given.brand)
  const brand = typeof given.brand === 'string' ? given.brand : named.success ? named.data.name : ''
  const at = '2026-01-01T00:00:00.000Z'
  const fixed = { active: true, partnerIds: null, version: 1, createdAt: at, updatedAt: at, deletedAt: null }
  return { id: '00000000000000000000000000', name: 'case', brand, rules, ...fixed }
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

function outputOf({ kind, value, status, reason, evidence, note }: Finding) {
  const rule = RULE_NAMES[kind]
  if (rule === undefined) return []
  const [first] = evidence
  const span = first
    ? { span: first.quote, start: first.start, end: first.end }
    : { span: null, start: null, end: null }
  return [{ rule, value, status, ...span, reason, ...(note === undefined ? {} : { note }) }]
}

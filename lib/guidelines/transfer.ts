import * as z from 'zod/mini'
import { type Guideline, guidelineSchema, ruleSchema } from '../domain/guideline.ts'
import { kindOf } from './kinds/index.ts'

/** What a file of guidelines says it is. */
const FORMAT = 'rapport-guidelines'
/** Grows when files are written differently; a file of a later version is not read. */
const VERSION = 1
/** Deeper nesting than any kind's parameters have. */
const DEEPEST = 30
/** Problems told of one file; the others are counted. */
const MOST = 100

/** Something in a file that keeps a guideline, or all of it, from being imported. */
export interface ImportProblem {
  /** Where: `guidelines[0].rules[3].params.phrase`; '' is the whole file. */
  readonly path: string
  /** Words under `transfer.problem.<code>`, with `values`. */
  readonly code:
    | 'not-json'
    | 'not-ours'
    | 'newer'
    | 'too-deep'
    | 'bad-key'
    | 'missing'
    | 'wrong-type'
    | 'too-long'
    | 'too-many'
    | 'not-allowed'
    | 'unknown-key'
    | 'repeated-id'
    | 'not-understood'
  readonly values: readonly string[]
}

/** A guideline as a file has it; without an id where the file gives none. */
export interface ImportedGuideline {
  readonly guideline: Pick<Guideline, 'name' | 'brand' | 'active' | 'partnerIds' | 'rules'>
  readonly id: string | null
  /** Kinds of rules that this version does not know; their rules are kept. */
  readonly unknownKinds: readonly string[]
}

export interface Imported {
  /** Those without any problem. */
  readonly guidelines: readonly ImportedGuideline[]
  readonly problems: readonly ImportProblem[]
  /** Problems that are not listed. */
  readonly more: number
}

const importedRuleSchema = z.strictObject({ ...ruleSchema.shape, id: z.optional(ruleSchema.shape.id) })
const importedSchema = z.strictObject({
  id: z.optional(guidelineSchema.shape.id),
  name: guidelineSchema.shape.name,
  brand: z.optional(guidelineSchema.shape.brand),
  active: z.optional(guidelineSchema.shape.active),
  partnerIds: z.optional(guidelineSchema.shape.partnerIds),
  rules: z.array(importedRuleSchema).check(z.maxLength(1_000)),
  // Written for people; what counts is made anew when it is saved.
  version: z.optional(z.number()),
  updatedAt: z.optional(z.string()),
})
const envelopeSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number(),
  exportedAt: z.optional(z.string()),
  guidelines: z.array(z.unknown()).check(z.maxLength(1_000)),
})

/** One or more guidelines as a file, `at` its ISO instant. Partners are named by id: they are not in the file. */
export function writeTransfer(guidelines: readonly Guideline[], at: string): string {
  const written = guidelines.map(({ id, name, brand, active, partnerIds, rules, version, updatedAt }) => ({
    id,
    name,
    brand,
    active,
    partnerIds,
    rules,
    version,
    updatedAt,
  }))
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: at, guidelines: written }, null, 2)}\n`
}

/**
 * Reads such a file, whoever made it. Never throws. Each guideline is taken whole or not at all: one that has a
 * problem is left out and the problem is named by its place, the others are offered.
 */
export function readTransfer(text: string): Imported {
  const read = parse(text)
  if ('problem' in read) return refused(read.problem)
  const hostile = hostilePlace(read.value)
  if (hostile) return refused(hostile)
  const { value } = read
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
    return refused({ path: '', code: 'not-ours', values: [] })
  if ('version' in value && typeof value.version === 'number' && value.version > VERSION)
    return refused({ path: 'version', code: 'newer', values: [String(value.version)] })
  const envelope = envelopeSchema.safeParse(value)
  if (!envelope.success) return limited([], problemsOf(envelope.error.issues, value, []))

  const guidelines: ImportedGuideline[] = []
  const problems: ImportProblem[] = []
  const ids = new Set<string>()
  for (const [index, raw] of envelope.data.guidelines.entries()) {
    const one = readOne(raw, ['guidelines', index])
    const { id } = one.imported ?? {}
    if (id != null && ids.has(id)) {
      problems.push({ path: pathWords(['guidelines', index, 'id']), code: 'repeated-id', values: [id] })
      continue
    }
    if (id != null) ids.add(id)
    if (one.problems.length > 0) problems.push(...one.problems)
    else if (one.imported) guidelines.push(one.imported)
  }
  return limited(guidelines, problems)
}

type Path = readonly PropertyKey[]

function readOne(raw: unknown, path: Path): { imported: ImportedGuideline | null; problems: ImportProblem[] } {
  const parsed = importedSchema.safeParse(raw)
  if (!parsed.success) return { imported: null, problems: problemsOf(parsed.error.issues, raw, path) }
  const { id = null, name, brand = '', active = true, partnerIds = null } = parsed.data
  const taken = new Set(parsed.data.rules.flatMap((rule) => rule.id ?? []))
  let next = 1
  const freeId = () => {
    while (taken.has(`rule-${next}`)) next++
    return `rule-${next++}`
  }
  const rules = parsed.data.rules.map(({ id: given, ...rule }) => Object.assign(rule, { id: given ?? freeId() }))
  const problems = ruleProblems(rules, path)
  const unknownKinds = new Set(rules.flatMap(({ kind }) => (kindOf(kind) ? [] : kind)))
  return {
    imported: { id, guideline: { name, brand, active, partnerIds, rules }, unknownKinds: [...unknownKinds] },
    problems,
  }
}

function ruleProblems(rules: Guideline['rules'], path: Path): ImportProblem[] {
  const ids = new Set<string>()
  return rules.flatMap((rule, index) => {
    const at = [...path, 'rules', index]
    const repeated = ids.has(rule.id)
    ids.add(rule.id)
    const parsed = kindOf(rule.kind)?.params.safeParse(rule.params)
    return [
      ...(repeated ? [{ path: pathWords([...at, 'id']), code: 'repeated-id' as const, values: [rule.id] }] : []),
      ...(parsed?.success === false ? problemsOf(parsed.error.issues, rule.params, [...at, 'params']) : []),
    ]
  })
}

function parse(text: string): { value: unknown } | { problem: ImportProblem } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    const values = [error instanceof Error ? error.message.slice(0, 200) : '']
    return { problem: { path: '', code: 'not-json', values } }
  }
}

/** Nesting that would exhaust what reads it, and the key that is no key. With a stack of its own, so that it cannot. */
function hostilePlace(value: unknown): ImportProblem | null {
  interface Place {
    readonly value: object
    readonly key: PropertyKey
    readonly above: Place | null
    readonly depth: number
  }
  const pathOf = (place: Place | null, path: PropertyKey[] = []): PropertyKey[] => {
    for (let at = place; at !== null && at.above !== null; at = at.above) path.unshift(at.key)
    return path
  }
  const places: Place[] = []
  const visit = (inner: unknown, key: PropertyKey, above: Place | null) => {
    if (typeof inner === 'object' && inner !== null)
      places.push({ value: inner, key, above, depth: (above?.depth ?? 0) + 1 })
  }
  visit(value, '', null)
  for (let place = places.pop(); place; place = places.pop()) {
    if (place.depth > DEEPEST) return { path: pathWords(pathOf(place)), code: 'too-deep', values: [String(DEEPEST)] }
    if (Array.isArray(place.value)) {
      for (const [index, inner] of place.value.entries()) visit(inner, index, place)
      continue
    }
    for (const [key, inner] of Object.entries(place.value)) {
      if (key === '__proto__') return { path: pathWords([...pathOf(place), key]), code: 'bad-key', values: [] }
      visit(inner, key, place)
    }
  }
  return null
}

function problemsOf(issues: readonly z.core.$ZodIssue[], value: unknown, path: Path): ImportProblem[] {
  return issues.flatMap((issue): ImportProblem[] => {
    const at = pathWords([...path, ...issue.path])
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: pathWords([...path, ...issue.path, key]),
          code: 'unknown-key',
          values: [],
        }))
      case 'invalid_type':
        return isMissing(value, issue.path)
          ? [{ path: at, code: 'missing', values: [] }]
          : [{ path: at, code: 'wrong-type', values: [issue.expected] }]
      case 'invalid_value':
        return [{ path: at, code: 'not-allowed', values: [issue.values.map(String).join(', ')] }]
      case 'too_big':
        return [{ path: at, code: issue.origin === 'array' ? 'too-many' : 'too-long', values: [String(issue.maximum)] }]
      default:
        return [{ path: at, code: isMissing(value, issue.path) ? 'missing' : 'not-understood', values: [] }]
    }
  })
}

function isMissing(value: unknown, path: Path): boolean {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return true
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  return at === undefined || at === ''
}

/** `guidelines[0].rules[3].params.phrase` */
function pathWords(path: Path): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key).slice(0, 60)}`,
    )
    .join('')
}

function limited(guidelines: readonly ImportedGuideline[], problems: readonly ImportProblem[]): Imported {
  return { guidelines, problems: problems.slice(0, MOST), more: Math.max(0, problems.length - MOST) }
}

function refused(problem: ImportProblem): Imported {
  return { guidelines: [], problems: [problem], more: 0 }
}

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseMessagesFile } from '@wxt-dev/i18n/build'
import { reportFormats, reportKinds } from '../../lib/domain/report.ts'
import { readAlerts } from '../../lib/background/alerts.ts'
import { readChange, readHealth } from '../../lib/background/health.ts'
import { readStandards } from '../../lib/background/judge.ts'
import { readReport } from '../../lib/background/report.ts'
import { renderReport } from '../../lib/reports/render.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import type { Store } from '../../lib/store/interface.ts'
import { importRecord, readRecord } from '../../lib/store/record-file.ts'
import { gravestFirst, sortOut } from '../../lib/watch/alerts.ts'
import { BadInput, readInput } from './bad-input.ts'

// lab health, alerts and replay (lab.md): what the extension's own pages would say of an exported record.

const WORDS = join(import.meta.dirname, '../../assets/locales/en.yml')
const DAY_MS = 86_400_000
/** Longest series: a decade of days. */
const MOST_STEPS = 4_000

export async function health(args: string[]): Promise<void> {
  const { file, at } = argumentsOf('health', args)
  console.log(JSON.stringify(await healthAt(await openRecord(file), at, await readWords())))
}

export async function replay(args: string[]): Promise<void> {
  const usage = 'usage: lab replay EXPORT.json --from ISO --to ISO --step 1d'
  const { values, positionals } = parse(args, ['from', 'to', 'step'], usage)
  const [file, ...rest] = positionals
  const { from, to, step = '1d' } = values
  if (file === undefined || rest.length > 0 || from === undefined || to === undefined) throw new BadInput(usage)
  const [first, last] = [instantOf('--from', from), instantOf('--to', to)]
  const days = /^([1-9]\d{0,3})d$/.exec(step)
  if (!days) throw new BadInput(`--step: ${step} is no number of days such as 1d`)
  const size = Number(days[1]) * DAY_MS
  if ((last - first) / size > MOST_STEPS) throw new BadInput(`--step: more than ${MOST_STEPS} steps`)
  const [store, words] = [await openRecord(file), await readWords()]
  for (let at = first; at <= last; at += size) console.log(JSON.stringify(await healthAt(store, new Date(at), words)))
}

export async function alerts(args: string[]): Promise<void> {
  const { file, at } = argumentsOf('alerts', args)
  const store = await openRecord(file)
  const [standards, states] = [await readStandards(store), await store.alertStates.all()]
  const all = []
  for (const partner of await store.partners.all())
    all.push(...sortOut(await readAlerts(store, partner, standards, at), states, at.getTime()).shown)
  const listed = all
    .toSorted(gravestFirst)
    .map(({ id, kind, partnerId, severity, count, evidence }) => ({ id, kind, partnerId, severity, count, evidence }))
  console.log(JSON.stringify({ at: at.toISOString(), alerts: listed }))
}

export async function report(args: string[]): Promise<void> {
  const usage = `usage: lab report EXPORT.json --kind ${reportKinds.join('|')} --format ${reportFormats.join('|')} [--partner ID] [--at ISO]`
  const { values, positionals } = parse(args, ['kind', 'format', 'partner', 'at'], usage)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new BadInput(usage)
  const kind = reportKinds.find((one) => one === values.kind)
  const format = reportFormats.find((one) => one === values.format)
  if (!kind) throw new BadInput(`--kind: ${values.kind ?? 'nothing'} is none of ${reportKinds.join(', ')}`)
  if (!format) throw new BadInput(`--format: ${values.format ?? 'nothing'} is none of ${reportFormats.join(', ')}`)
  const at = values.at === undefined ? new Date() : new Date(instantOf('--at', values.at))
  const made = await readReport(await openRecord(file), kind, values.partner ?? null, at)
  if (!made) throw new BadInput(`--partner: ${values.partner ?? ''} is no partner in ${file}`)
  const sentences = await readWords()
  process.stdout.write(
    renderReport(made, format, (section, code, given = []) => sentences(keyOf(section, code), given)),
  )
}

/** As pages make keys from codes: `not-needed` is `notNeeded`. */
const keyOf = (section: string, code: string) =>
  `${section}.${code.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())}`

async function healthAt(store: Store, at: Date, words: Words): Promise<object> {
  const partners = []
  for (const partner of await store.partners.all()) {
    if (partner.createdAt > at.toISOString()) continue
    const one = await readHealth(store, partner, at)
    partners.push({
      id: partner.id,
      name: partner.name,
      score: one.score,
      band: one.band,
      coverage: one.coverage,
      confidence: one.confidence,
      change30d: await readChange(store, partner, one, at),
      parts: one.parts.map(({ part, score, weight, n }) => ({ part, score, weight, n })),
      caps: one.caps.map(({ code, limit, evidence }) => ({
        text: words(`health.cap.${code}`, [String(limit)]),
        limit,
        evidence,
      })),
      reasons: one.reasons.map(({ code, values, delta, evidence }) => ({
        text: words(`health.${code}`, values),
        delta,
        evidence,
      })),
    })
  }
  return { at: at.toISOString(), partners }
}

type Words = (key: string, values: readonly string[]) => string

/** The product's own sentences. */
async function readWords(): Promise<Words> {
  const messages = await parseMessagesFile(WORDS)
  const byKey = new Map(messages.flatMap((one) => (one.type === 'simple' ? [[one.key.join('.'), one.message]] : [])))
  return (key, values) =>
    (byKey.get(key) ?? key).replaceAll(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '').replaceAll('$$', '$')
}

/** @throws BadInput that names the file and what is wrong with it */
async function openRecord(file: string): Promise<Store> {
  const read = readRecord(await readInput(file))
  if ('problem' in read) {
    const { code, detail } = read.problem
    const why = (await readWords())(`record.problem.${code.replaceAll(/-(.)/g, (_, c: string) => c.toUpperCase())}`, [
      detail,
    ])
    throw new BadInput(`${file}: ${why}`)
  }
  const store = createMemoryStore()
  await importRecord(store, read.file, 'replace')
  return store
}

function argumentsOf(command: string, args: string[]): { file: string; at: Date } {
  const usage = `usage: lab ${command} EXPORT.json [--at ISO]`
  const { values, positionals } = parse(args, ['at'], usage)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new BadInput(usage)
  return { file, at: values.at === undefined ? new Date() : new Date(instantOf('--at', values.at)) }
}

function parse(args: string[], names: readonly string[], usage: string) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return { values: values as Record<string, string | undefined>, positionals }
  } catch (error) {
    throw new BadInput(`${(error as Error).message}; ${usage}`)
  }
}

function instantOf(option: string, text: string): number {
  const at = /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new BadInput(`${option}: ${text} is no time such as 2026-11-25T12:00:00Z`)
  return at
}

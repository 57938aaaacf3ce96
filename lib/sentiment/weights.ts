import * as z from 'zod/mini'
import type { Lexicons } from './forms.ts'
import type { Calibration } from './confidence.ts'
import { DENSE } from './features.ts'

/** Two int8 columns per table: negative and positive, each against neutral. */
export interface Table {
  readonly negative: Int8Array
  readonly positive: Int8Array
  readonly scale: readonly number[]
  readonly dense: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

/** Convolutions over one, two and three words, the strongest of each filter, then one layer with the dense numbers. */
export interface NetWeights {
  readonly vocabulary: ReadonlyMap<string, number>
  readonly size: number
  readonly filters: number
  readonly vectors: Int8Array
  readonly scale: readonly number[]
  /** Six matrices of `size` by `filters`: width 1; width 2, first and second word; width 3, first to third. */
  readonly conv: Float32Array
  readonly convBias: readonly number[]
  readonly out: readonly (readonly number[])[]
  readonly outBias: readonly number[]
}

export interface ToneWeights {
  /** Names the training: changes whenever the same text would sound different. */
  readonly engine: string
  readonly languages: readonly string[]
  readonly english: Table
  readonly others: Table
  readonly net: NetWeights
  /** Share of the table in the English verdict; the net has the rest. */
  readonly blend: number
  readonly language: { readonly table: Int8Array; readonly scale: readonly number[]; readonly bias: readonly number[] }
  readonly spam: {
    readonly table: Int8Array
    readonly scale: number
    readonly dense: readonly number[]
    readonly bias: number
  }
  readonly calibration: Calibration
  readonly lexicons: Lexicons
}

const numbers = z.array(z.number())
const tableSchema = z.strictObject({ scale: numbers, dense: z.array(numbers), bias: numbers })
const headerSchema = z.strictObject({
  engine: z.string(),
  languages: z.array(z.string()),
  english: tableSchema,
  others: tableSchema,
  blend: z.number(),
  net: z.strictObject({
    words: z.int(),
    size: z.int(),
    filters: z.int(),
    scale: numbers,
    convBias: numbers,
    out: z.array(numbers),
    outBias: numbers,
  }),
  language: z.strictObject({ scale: numbers, bias: numbers }),
  spam: z.strictObject({ scale: z.number(), dense: numbers, bias: z.number() }),
  calibration: z.strictObject({
    languages: z.record(z.string(), z.strictObject({ slope: z.number(), shift: z.number() })),
    curves: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))),
  }),
  sections: z.array(z.tuple([z.string(), z.int()])),
})

const MAGIC = 'RAPTONE1'
const PREFIX = 20

export class WeightsError extends Error {
  override readonly name = 'WeightsError'
}

/**
 * Parses a weights file: `RAPTONE1`, length of the file, CRC-32 of all after it, length of the header (three
 * little-endian Uint32), a JSON header, then its sections one after the other.
 *
 * @throws {WeightsError} saying what is wrong, when the file is anything but whole and of this format
 */
export function parseWeights(bytes: Uint8Array): ToneWeights {
  if (bytes.length < PREFIX) throw new WeightsError(`The tone weights are cut short: ${bytes.length} bytes`)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC) throw new WeightsError('The file holds no tone weights, or of another format')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(8, true)
  if (length !== bytes.length) throw new WeightsError(`The tone weights are ${bytes.length} bytes of ${length}`)
  if (view.getUint32(12, true) !== crc32(bytes.subarray(16)))
    throw new WeightsError('The tone weights are damaged: their checksum is another')
  const headerEnd = PREFIX + view.getUint32(16, true)
  const header = headerOf(bytes.subarray(PREFIX, headerEnd))
  const sections = new Map<string, Uint8Array>()
  let at = headerEnd
  for (const [name, size] of header.sections) {
    sections.set(name, bytes.subarray(at, at + size))
    at += size
  }
  if (at !== bytes.length) throw new WeightsError('The tone weights hold more or less than their sections')
  return assemble(header, sections)
}

type Header = z.infer<typeof headerSchema>

function headerOf(bytes: Uint8Array): Header {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new WeightsError('The header of the tone weights is unreadable')
  }
  const parsed = headerSchema.safeParse(json)
  if (!parsed.success) throw new WeightsError(`Header of the tone weights: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function assemble(header: Header, sections: ReadonlyMap<string, Uint8Array>): ToneWeights {
  const section = (name: string): Uint8Array => {
    const found = sections.get(name)
    if (!found) throw new WeightsError(`The tone weights have no section ${name}`)
    return found
  }
  const int8 = (name: string): Int8Array => {
    const found = section(name)
    return new Int8Array(found.buffer, found.byteOffset, found.byteLength)
  }
  const lines = (name: string) => new TextDecoder().decode(section(name)).split('\n')
  const { words, size, filters } = header.net
  const kernels = header.languages.length
  const tableOf = (name: 'english' | 'others'): Table => {
    const both = int8(name)
    const half = both.length / 2
    expect(isPowerOfTwo(half), `${name} is no table of two columns`)
    expect(
      header[name].dense.every((column) => column.length <= DENSE.length),
      `${name} has too many dense numbers`,
    )
    return { negative: both.subarray(0, half), positive: both.subarray(half), ...header[name] }
  }
  const vocabulary = new Map<string, number>()
  for (const [id, word] of lines('vocabulary').entries()) vocabulary.set(word, id)
  const vectors = int8('vectors')
  expect(vocabulary.size === words && vectors.length === words * size, 'the words and their vectors do not agree')
  const conv = floats(section('conv'))
  expect(conv.length === 6 * size * filters && header.net.convBias.length === 3 * filters, 'the filters do not agree')
  const language = int8('language')
  expect(isPowerOfTwo(language.length / kernels) && header.language.bias.length === kernels, 'languages do not agree')
  const spam = int8('spam')
  expect(isPowerOfTwo(spam.length), 'spam is no table')
  // Read when a text of the language is first met: most sessions meet one or two, and start sooner.
  const own = new Map<string, ReadonlyMap<string, number>>()
  const ownOf = (lang: string): ReadonlyMap<string, number> | undefined => {
    const name = `words-${lang}`
    if (!own.has(lang) && sections.has(name)) own.set(lang, valences(lines(name)))
    return own.get(lang)
  }
  return {
    ...header,
    english: tableOf('english'),
    others: tableOf('others'),
    net: { ...header.net, vocabulary, vectors, conv },
    language: { table: language, ...header.language },
    spam: { table: spam, ...header.spam },
    lexicons: {
      vader: valences(lines('vader')),
      own: { get: ownOf },
    },
  }
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new WeightsError(`The tone weights contradict themselves: ${what}`)
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n))
}

function floats(bytes: Uint8Array): Float32Array {
  // A copy, because the section may start at any byte.
  return new Float32Array(Uint8Array.from(bytes).buffer)
}

function valences(lines: readonly string[]): Map<string, number> {
  const values = new Map<string, number>()
  for (const line of lines) {
    const tab = line.indexOf('\t')
    values.set(line.slice(0, tab), Number(line.slice(tab + 1)) / 10)
  }
  return values
}

/** CRC-32 as in zip and PNG (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c
  })
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

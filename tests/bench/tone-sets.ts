import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Label } from './tone-scores.ts'

/** Labelled texts, read where they are; none of them is part of this repository. */
const DATA = resolve(import.meta.dirname, '../../../shared/data/sentiment')

export interface Labelled {
  readonly text: string
  readonly label: Label
}

/** A validation set in two halves: thresholds are tuned on one, every figure is taken on the other. */
export interface TestSet {
  readonly id: string
  /** ISO 639-1 */
  readonly language: string
  readonly tune: readonly Labelled[]
  readonly measure: readonly Labelled[]
}

/** GoEmotions' names as tones; a text with both kinds, or with none but `surprise` and the like, is left out. */
const POSITIVE = new Set(
  'admiration amusement approval caring desire excitement gratitude joy love optimism pride relief'.split(' '),
)
const NEGATIVE = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '),
)

const XLMT = {
  arabic: 'ar',
  german: 'de',
  english: 'en',
  spanish: 'es',
  french: 'fr',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
} as const

/** @throws when the data is not there */
export function readSets(): { english: TestSet; goemotions: TestSet; xlmt: readonly TestSet[] } {
  return {
    english: halved('tweeteval', 'en', pairs('tweeteval-val/val')),
    goemotions: halved('goemotions', 'en', goemotions()),
    xlmt: Object.entries(XLMT).map(([name, language]) => halved(language, language, pairs(`xlmt/${name}/val`))),
  }
}

function linesOf(path: string): string[] {
  return readFileSync(join(DATA, path), 'utf8').replace(/\n$/, '').split('\n')
}

function pairs(path: string): Labelled[] {
  const labels = linesOf(`${path}_labels.txt`)
  return linesOf(`${path}_text.txt`).map((text, at) => ({ text, label: labelFrom(labels[at]) }))
}

function labelFrom(written: string | undefined): Label {
  if (written === '0') return 0
  if (written === '1') return 1
  if (written === '2') return 2
  throw new Error(`not a label: ${written}`)
}

function goemotions(): Labelled[] {
  const names = linesOf('goemotions/labels.txt')
  return linesOf('goemotions/dev.tsv').flatMap((line) => {
    const [text = '', ids = ''] = line.split('\t')
    const emotions = ids.split(',').map((id) => names[Number(id)] ?? '')
    const positive = emotions.some((emotion) => POSITIVE.has(emotion))
    const negative = emotions.some((emotion) => NEGATIVE.has(emotion))
    if (positive && negative) return []
    if (positive) return { text, label: 2 as const }
    if (negative) return { text, label: 0 as const }
    return ids === String(names.indexOf('neutral')) ? { text, label: 1 as const } : []
  })
}

/** Every other text of each label, in an order that only the texts decide. */
function halved(id: string, language: string, texts: readonly Labelled[]): TestSet {
  const byLabel = Map.groupBy(inFixedOrder(texts), ({ label }) => label)
  const half = (rest: 0 | 1) => [...byLabel.values()].flatMap((list) => list.filter((_, at) => at % 2 === rest))
  return { id, language, tune: inFixedOrder(half(0)), measure: inFixedOrder(half(1)) }
}

/** Shuffled by a hash of each text, so that the first `n` are a sample. */
function inFixedOrder(texts: readonly Labelled[]): Labelled[] {
  return texts
    .map((row) => ({ row, key: hashOf(row.text) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ row }) => row)
}

/** FNV-1a, 32 bit, over the UTF-8 bytes. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0
  return hash
}

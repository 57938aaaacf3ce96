// How well and how fast tone is told, beside the packages that do it: the same texts, one run, one core.
import type { Peer } from './peers/define.ts'
import { type EngineFile, peers } from './peers/index.ts'
import { resolve } from 'node:path'
import { npmCi } from '../harness/npm-ci.ts'
import { type Cell, type Row, round, type Table } from './table.ts'
import { bundle, coldStartMs, gzipKb, textsPerSecond } from './tone-cost.ts'
import type { Ours } from './tone-ours.ts'
import { calibration, type Label, labelOf, macroF1, macroRecall, tune } from './tone-scores.ts'
import { type Labelled, readSets, type TestSet } from './tone-sets.ts'

const engines: readonly EngineFile<Ours>[] = [
  {
    file: new URL('tone-model.ts', import.meta.url),
    data: [new URL('../../lib/sentiment/weights/tone.bin', import.meta.url)],
    load: () => import('./tone-model.ts'),
  },
  {
    file: new URL('tone-clean.ts', import.meta.url),
    data: [new URL('../../lib/sentiment/weights/tone-clean.bin', import.meta.url)],
    load: () => import('./tone-clean.ts'),
  },
  { file: new URL('tone-lexicon.ts', import.meta.url), load: () => import('./tone-lexicon.ts') },
]

/** Texts of each half that a slow peer is measured on: in English, and in each of the eight languages. */
const SAMPLE = { english: { tune: 80, measure: 160 }, xlmt: { tune: 40, measure: 60 } }
/** Texts that speed is measured on. */
const TIMED = 2_000
const TIMED_SLOW = 20

/** Texts from which the share of right ones in a bin says something: its error is 7 points at most. */
const TELLING = 50

type Sets = ReturnType<typeof readSets>

export async function tables(): Promise<Table[]> {
  npmCi(resolve(import.meta.dirname, 'peers'), 'what tone is measured beside')
  const sets = readSets()
  const rows: Row[] = []
  const calibrations: Table[] = []
  for (const brought of engines) {
    const { default: engine } = await brought.load()
    say(engine.name)
    rows.push(await oursRow(engine, brought, sets))
    calibrations.push(calibrationTable(engine, sets))
  }
  for (const brought of peers) {
    const { default: peer } = await brought.load()
    say(peer.name)
    rows.push(await peerRow(peer, brought, sets))
  }
  const languages = sets.xlmt.map(({ language }) => language)
  return [
    {
      title: 'tone',
      columns: [
        'tweeteval',
        'goemotions',
        'xlmt',
        ...languages,
        'textsPerSecond',
        'routedPerSecond',
        'gzipKb',
        'coldMs',
      ],
      rows,
      note: [
        'tweeteval (English), goemotions: macro recall in %, 0 to 100; xlmt: macro F1 in %, the mean of the eight languages.',
        'Every figure is of one half of a validation set; the two thresholds of each package are tuned on the other half,',
        `ours are the labels as they come, without a language given. ${sampleNote()}`,
        'textsPerSecond: English texts that are known to be English; routedPerSecond: the same, the language unknown.',
        'Both, and coldMs (from nothing to the first answer), in processor time; gzipKb: code and data together.',
      ].join('\n'),
    },
    ...calibrations,
  ]
}

function sampleNote(): string {
  const { english, xlmt } = SAMPLE
  return `* a sample: ${english.measure} texts (English), ${xlmt.measure} (each other language).`
}

async function oursRow(engine: Ours, brought: EngineFile<Ours>, sets: Sets): Promise<Row> {
  const { english, goemotions, xlmt } = sets
  const measure = (set: TestSet, metric: typeof macroF1) =>
    percent(
      metric(
        truthOf(set.measure),
        set.measure.map(({ text }) => engine.judge(text, null).label),
      ),
    )
  const texts = timed(english, TIMED)
  return {
    name: engine.name,
    figures: {
      tweeteval: measure(english, macroRecall),
      goemotions: measure(goemotions, macroRecall),
      ...languageFigures(xlmt.map((set) => [set.language, measure(set, macroF1)])),
      textsPerSecond: Math.round(await textsPerSecond(texts, (text) => engine.judge(text, 'en'))),
      routedPerSecond: Math.round(await textsPerSecond(texts, (text) => engine.judge(text, null))),
      ...(await sizeAndStart(brought)),
    },
  }
}

async function peerRow(peer: Peer, brought: EngineFile<Peer>, sets: Sets): Promise<Row> {
  const cut = (set: TestSet, sample: { tune: number; measure: number }): TestSet =>
    peer.slow ? { ...set, tune: set.tune.slice(0, sample.tune), measure: set.measure.slice(0, sample.measure) } : set
  const english = cut(sets.english, SAMPLE.english)
  const languages: [string, number][] = []
  for (const set of sets.xlmt) languages.push([set.language, await tuned(peer, cut(set, SAMPLE.xlmt), macroF1)])
  const texts = timed(sets.english, peer.slow ? TIMED_SLOW : TIMED)
  return {
    name: `${peer.name}${peer.slow ? ' *' : ''}`,
    figures: {
      tweeteval: await tuned(peer, english, macroRecall),
      goemotions: await tuned(peer, cut(sets.goemotions, SAMPLE.english), macroRecall),
      ...languageFigures(languages),
      textsPerSecond: Math.round(await textsPerSecond(texts, (text) => peer.score(text, 'en'))),
      ...(await sizeAndStart(brought)),
    },
  }
}

async function sizeAndStart({ file, data }: EngineFile<Peer>): Promise<Record<string, Cell>> {
  const bundled = await bundle(file)
  return { gzipKb: round(gzipKb(bundled, data)), coldMs: round(coldStartMs(file, bundled)) }
}

/** The metric on one half with the thresholds that do best on the other. */
async function tuned(peer: Peer, set: TestSet, metric: typeof macroF1): Promise<number> {
  const thresholds = tune(await scoresOf(peer, set.language, set.tune), truthOf(set.tune), metric)
  const scores = await scoresOf(peer, set.language, set.measure)
  return percent(
    metric(
      truthOf(set.measure),
      scores.map((score) => labelOf(score, thresholds)),
    ),
  )
}

async function scoresOf(peer: Peer, language: string, texts: readonly Labelled[]): Promise<number[]> {
  const asked = peer.languages.includes(language) ? language : (peer.languages[0] ?? 'en')
  const scores: number[] = []
  for (const { text } of texts) {
    const score = await peer.score(text, asked)
    // Words such as "constructor" are found in a plain object's prototype: no number then, whatever the types say.
    scores.push(Number.isFinite(score) ? score : 0)
  }
  return scores
}

function languageFigures(languages: readonly (readonly [language: string, figure: number])[]): Record<string, Cell> {
  const mean = languages.reduce((sum, [, figure]) => sum + figure, 0) / languages.length
  return { xlmt: Math.round(mean * 10) / 10, ...Object.fromEntries(languages) }
}

function calibrationTable(engine: Ours, { english, goemotions, xlmt }: Sets): Table {
  const groups = { en: [english, goemotions], others: xlmt.filter(({ language }) => language !== 'en') }
  const bins = Object.entries(groups).map(([group, sets]) => {
    const answers = sets.flatMap((set) =>
      set.measure.map(({ text, label }) => {
        const said = engine.judge(text, null)
        return { confidence: said.confidence, right: said.label === label }
      }),
    )
    return { group, bins: calibration(answers) }
  })
  const rows = Array.from({ length: 10 }, (_, at): Row => {
    const figures: Record<string, Cell> = {}
    for (const { group, bins: ofGroup } of bins) {
      const { n = 0, confidence = null, accuracy = null } = ofGroup[at] ?? {}
      figures[`${group} n`] = n
      figures[`${group} confidence`] = confidence === null ? null : percent(confidence)
      figures[`${group} accuracy`] = accuracy === null ? null : percent(accuracy)
    }
    return { name: `${at * 10}-${at * 10 + 10} %`, figures }
  })
  const worst = bins.map(({ group, bins: ofGroup }) => {
    const gaps = ofGroup.flatMap(({ n, confidence, accuracy }) =>
      confidence === null || accuracy === null || n < TELLING ? [] : { n, gap: Math.abs(confidence - accuracy) },
    )
    const { n, gap } = gaps.toSorted((a, b) => b.gap - a.gap)[0] ?? { n: 0, gap: 0 }
    return `${group} ${percent(gap)} points (n = ${n})`
  })
  return {
    title: `${engine.name}: confidence`,
    columns: bins.flatMap(({ group }) => [`${group} n`, `${group} confidence`, `${group} accuracy`]),
    rows,
    note: `Largest gap between how sure it was and how often it was right, in bins of ${TELLING} texts or more: ${worst.join(', ')}.`,
  }
}

function truthOf(texts: readonly Labelled[]): Label[] {
  return texts.map(({ label }) => label)
}

function timed({ tune: first, measure }: TestSet, count: number): string[] {
  return [...first, ...measure].slice(0, count).map(({ text }) => text)
}

function percent(share: number): number {
  return Math.round(share * 1_000) / 10
}

/** Standard output is for the figures. */
function say(name: string): void {
  console.error(`tone: ${name}`)
}

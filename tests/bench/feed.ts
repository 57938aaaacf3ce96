// What a page pays for Rapport: main-thread time, time to a badge and memory on a feed of our own, each beside an
// empty content script and beside one that asks the whole document again at every change. One run measures all.
import {
  APPENDED,
  LIST,
  measureBadges,
  measureCost,
  measureFrames,
  measureHeap,
  POSTS,
  withExtension,
} from './feed/measure.ts'
import type { Cost } from './feed/trace.ts'
import { buildVariants, VARIANTS, type Variant } from './feed/variants.ts'
import { round, type Row, type Table } from './table.ts'
import { median, percentile } from './timing.ts'

const RUNS = 3
const BADGES = { warm: 60, cold: 20 } as const
const MB = 1_000_000

/** What the product promises of this page; `limit` of the figures below. */
const LIMITS = { totalMs: 60, worstTaskMs: 16, warmMs: 100, coldMs: 400, heapMb: 10, timesOurs: 5 } as const

type PerVariant<T> = Readonly<Record<Variant, T>>

/** All that is measured; the tables only arrange it. */
export interface Measured {
  readonly costs: readonly PerVariant<Cost>[]
  /** Milliseconds of frames that draw one empty element of the page's own. */
  readonly frames: readonly number[]
  readonly badges: PerVariant<Readonly<Record<keyof typeof BADGES, readonly number[]>>>
  readonly heap: PerVariant<number>
}

export async function tables(): Promise<Table[]> {
  return tablesOf(await measure())
}

async function measure(): Promise<Measured> {
  const { folders, remove } = await buildVariants()
  try {
    // The variants take turns, so that what else the machine does falls on all of them.
    const costs: PerVariant<Cost>[] = []
    for (let run = 1; run <= RUNS; run++) {
      console.error(`feed: cost, run ${run} of ${RUNS}`)
      costs.push(await perVariant((variant) => withExtension(folders[variant], measureCost)))
    }
    const frames = await withExtension(folders.empty, measureFrames)
    console.error('feed: time to a badge')
    const badges = await perVariant((variant) =>
      variant === 'empty'
        ? Promise.resolve({ warm: [], cold: [] })
        : withExtension(folders[variant], async (rapport) => ({
            warm: await measureBadges(rapport, BADGES.warm, false),
            cold: await measureBadges(rapport, BADGES.cold, true),
          })),
    )
    console.error('feed: memory')
    const heap = await perVariant((variant) => withExtension(folders[variant], measureHeap))
    return { costs, frames, badges, heap }
  } finally {
    remove()
  }
}

export const tablesOf = ({ costs, frames, badges, heap }: Measured): Table[] => [
  costTable(costs),
  frameTable(costs, frames),
  badgeTable(badges),
  heapTable(heap),
]

async function perVariant<T>(take: (variant: Variant) => Promise<T>): Promise<PerVariant<T>> {
  return { empty: await take('empty'), rapport: await take('rapport'), naive: await take('naive') }
}

function costTable(runs: readonly PerVariant<Cost>[]): Table {
  const middle = (variant: Variant, figure: (cost: Cost) => number) => median(runs.map((run) => figure(run[variant])))
  const above = (variant: Variant) =>
    median(runs.map((run) => run[variant].scriptMs + run[variant].restMs - run.empty.scriptMs - run.empty.restMs))
  return {
    title: `${POSTS.toLocaleString('en')} posts, then ${APPENDED.times} x ${APPENDED.each} more`,
    columns: ['totalMs', 'limitMs', 'worstTaskMs', 'limitOfTaskMs', 'scriptMs', 'restMs', 'timesOurs'],
    rows: VARIANTS.map((variant) => ({
      name: NAMES[variant],
      figures: {
        totalMs: variant === 'empty' ? null : round(above(variant)),
        limitMs: variant === 'rapport' ? LIMITS.totalMs : null,
        worstTaskMs: round(middle(variant, (cost) => cost.worstMs)),
        limitOfTaskMs: variant === 'rapport' ? LIMITS.worstTaskMs : null,
        scriptMs: round(middle(variant, (cost) => cost.scriptMs)),
        restMs: round(middle(variant, (cost) => cost.restMs)),
        timesOurs: variant === 'empty' ? null : round(above(variant) / above('rapport')),
      },
    })),
    note:
      `Processor time of the page's main thread, medians of ${RUNS} runs. totalMs: scriptMs and restMs above the same run ` +
      'with the empty script. scriptMs: calls into extension code, with the style and layout they force. restMs: tasks with ' +
      `no name on them, such as the worker's answers. timesOurs: at least ${LIMITS.timesOurs} is promised for the naive one.`,
  }
}

function frameTable(runs: readonly PerVariant<Cost>[], own: readonly number[]): Table {
  const middle = (variant: Variant, figure: (cost: Cost) => number) => median(runs.map((run) => figure(run[variant])))
  return {
    title: 'drawing what was added',
    columns: ['frames', 'msPerFrame'],
    rows: [
      { name: 'one empty element of the page', figures: { frames: own.length, msPerFrame: round(median(own)) } },
      ...VARIANTS.filter((variant) => variant !== 'empty').map((variant) => ({
        name: NAMES[variant],
        figures: {
          frames: round(middle(variant, ({ frames }) => frames)),
          msPerFrame: round(middle(variant, ({ frames, frameMs }) => frameMs / frames)),
        },
      })),
    ],
    note:
      'Frames of the same page before which only the extension had changed something: style, layout and paint. With so many ' +
      'posts in the page any change of a single element costs such a frame, whoever makes it.',
  }
}

function badgeTable(badges: Measured['badges']): Table {
  const row = (variant: Variant, worker: keyof typeof BADGES): Row => {
    const times = badges[variant][worker]
    return {
      name: `${NAMES[variant]}, worker ${worker}`,
      figures: {
        n: times.length,
        p50Ms: round(percentile(times, 50)),
        p95Ms: round(percentile(times, 95)),
        limitOfP95Ms: variant === 'rapport' ? LIMITS[`${worker}Ms`] : null,
      },
    }
  }
  return {
    title: 'from a post to its badge',
    columns: ['n', 'p50Ms', 'p95Ms', 'limitOfP95Ms'],
    rows: [row('rapport', 'warm'), row('naive', 'warm'), row('rapport', 'cold'), row('naive', 'cold')],
    note: 'From inserting a post to the frame that paints its badge, by the clock; cold: the worker was ended just before.',
  }
}

function heapTable(heap: PerVariant<number>): Table {
  return {
    title: `${LIST.posts.toLocaleString('en')} posts through ${LIST.rows} rows`,
    columns: ['keptMb', 'aboveEmptyMb', 'limitMb'],
    rows: VARIANTS.map((variant) => ({
      name: NAMES[variant],
      figures: {
        keptMb: round(heap[variant] / MB),
        aboveEmptyMb: variant === 'empty' ? null : round((heap[variant] - heap.empty) / MB),
        limitMb: variant === 'rapport' ? LIMITS.heapMb : null,
      },
    })),
    note: 'Script and document memory of the page after the scrolling less before it, garbage collected each time.',
  }
}

const NAMES: Readonly<Record<Variant, string>> = {
  empty: 'empty content script',
  rapport: 'Rapport',
  naive: 'whole document at every change',
}

// What a full record costs: 1,000 partners beside 100, in the built extension's own IndexedDB in a real Chromium.
import { AFTER, LOOKS, measure, type Measured, type Opening, OPENINGS } from './store/measure.ts'
import { COMMENTS, POSTS } from './store/rows.ts'
import { round, type Row, type Table } from './table.ts'
import { median, percentile } from './timing.ts'

const SIZES = { small: 100, large: 1_000 } as const
/** How much dearer a partner may be in the larger record. */
const FLAT = 1.25

/** What the product promises of the large record; milliseconds, but for `perSecond`. */
const LIMITS = { dashboard: 300, partner: 150, panel: 100, health: 5, perSecond: 1_000 } as const

export async function tables(): Promise<Table[]> {
  return tablesOf(await measure(SIZES.small), await measure(SIZES.large))
}

export function tablesOf(small: Measured, large: Measured): Table[] {
  const row = (name: string, figure: (one: Measured) => number, limit: string | null, met: boolean | null): Row => ({
    name,
    figures: {
      small: round(figure(small)),
      large: round(figure(large)),
      times: round(figure(large) / figure(small)),
      limit,
      met: met === null ? null : met ? 'pass' : 'miss',
    },
  })
  const atMost = (name: string, limit: number, figure: (one: Measured) => readonly number[]): Row => {
    const held = row(name, (one) => median(figure(one)), `<= ${limit}`, median(figure(large)) <= limit)
    return { ...held, figures: { ...held.figures, p95: round(percentile(figure(large), 95)) } }
  }
  const told = (name: string, figure: (one: Measured) => readonly number[]): Row =>
    row(name, (one) => median(figure(one)), null, null)
  const flat = (name: string, figure: (one: Measured) => number): Row =>
    row(name, figure, `times <= ${FLAT}`, figure(large) <= FLAT * figure(small))
  return [
    {
      title: 'a full record',
      columns: ['small', 'large', 'times', 'p95', 'limit', 'met'],
      rows: [
        atMost('dashboard interactive, ms', LIMITS.dashboard, ({ dashboard }) => clocks(dashboard)),
        told('of that at work, ms', ({ dashboard }) => work(dashboard)),
        atMost('partner page, ms', LIMITS.partner, ({ partnerPage }) => clocks(partnerPage)),
        told('of that at work, ms', ({ partnerPage }) => work(partnerPage)),
        atMost('panel after a tab switch, ms', LIMITS.panel, ({ panelMs }) => panelMs),
        row(
          'taking in new posts, posts/s',
          perSecond,
          `>= ${LIMITS.perSecond.toLocaleString('en')}`,
          perSecond(large) >= LIMITS.perSecond,
        ),
        atMost('health after one new post, ms', LIMITS.health, ({ healthMs }) => healthMs),
        told('whole summary after one new post, ms', ({ summaryMs }) => summaryMs),
        flat('first summary, ms a partner', ({ summarizeMs }) => summarizeMs),
      ],
      note:
        `small: ${say(SIZES.small)}; large: ${say(SIZES.large)}; times: large over small. Medians of ${OPENINGS} openings, ` +
        `${LOOKS} looks of 200 new posts each, ${AFTER} single posts; p95 of the large one. Dashboard: from the navigation to the ` +
        'first rows of the attention list and the dialog that a click opened then. Partner page: from the click on a row ' +
        'to its health and posts. Panel: from what the browser tells of the switch to that partner with its health. ' +
        'At work: processor time of the page’s main thread. Posts are taken in, scored and judged by the worker.',
    },
  ]
}

const perSecond = ({ lookMs, postsPerLook }: Measured) => (1_000 * postsPerLook) / median(lookMs)
const clocks = (openings: readonly Opening[]) => openings.map(({ ms }) => ms)
const work = (openings: readonly Opening[]) => openings.map(({ cpuMs }) => cpuMs)

const say = (partners: number) =>
  `${partners.toLocaleString('en')} partners, ${(partners * POSTS).toLocaleString('en')} posts, ` +
  `${(partners * POSTS * COMMENTS).toLocaleString('en')} comments`

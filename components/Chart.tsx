import { i18n } from '#i18n'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type uPlot from 'uplot'
import type { Series, SeriesPoint } from '../lib/health/series.ts'
import type { Happening } from '../lib/state/trends.ts'

interface ChartProps {
  title: string
  series: Series
  happenings: readonly Happening[]
  format: (value: number) => string
  /** What `n` counts, in words: "12 comments". */
  basis: (n: number) => string
  /** What is missing while there is too little to draw. */
  needs: (more: number) => string
  /** A share: drawn from 0 to 1, so that a small wobble does not look like a landslide. */
  isShare?: boolean
  height?: number
}

/**
 * One figure over time: the line, what is usual (or how sure it is) behind it, what happened as marks. Pointing at it
 * tells value, n and date; the same figures stand in a table, for everybody who does not point or see.
 */
export function Chart(props: ChartProps) {
  const { title, series, format, basis, needs, happenings } = props
  const [at, setAt] = useState<number | null>(null)
  const point = series.points[at ?? series.points.length - 1]
  return (
    <figure class="chart">
      <figcaption class="chart-title">
        <span class="strong">{title}</span>
        {series.needs === 0 && point && (
          <span class="figure chart-readout">
            <span class="strong">{format(point.value)}</span>{' '}
            <span class="soft small">
              {basis(point.n)} · {dateWords(point.at)}
            </span>
          </span>
        )}
      </figcaption>
      {series.needs > 0 ? (
        <p class="chart-empty soft">{needs(series.needs)}</p>
      ) : (
        <>
          <Drawing {...props} onPoint={setAt} />
          <details class="small">
            <summary>{i18n.t('chart.table')}</summary>
            <FigureTable title={title} points={series.points} format={format} basis={basis} />
            {happenings.length > 0 && <HappeningList happenings={happenings} />}
          </details>
        </>
      )}
    </figure>
  )
}

/** What is drawn; the words beside it say the same. */
function Drawing({
  series,
  happenings,
  format,
  isShare = false,
  height = 150,
  onPoint,
}: ChartProps & { onPoint: (index: number | null) => void }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const host = place.current
    const stopped = new AbortController()
    const stop = () => stopped.abort()
    if (!host) return stop
    const draw = async () => {
      // Most visits look at no chart: drawing is loaded with the first one.
      const { default: Plot } = await import('uplot')
      if (stopped.signal.aborted) return
      const options = { ...optionsOf({ host, series, happenings, format, isShare, onPoint }), height }
      const plot = new Plot({ ...options, width: host.clientWidth }, dataOf(series), host)
      const sized = new ResizeObserver(() => plot.setSize({ width: host.clientWidth, height }))
      sized.observe(host)
      const dark = matchMedia('(prefers-color-scheme: dark)')
      dark.addEventListener('change', () => plot.redraw(false), { signal: stopped.signal })
      stopped.signal.addEventListener('abort', () => {
        sized.disconnect()
        plot.destroy()
      })
    }
    void draw()
    return stop
  }, [series, happenings, format, isShare, height, onPoint])
  return (
    <div class="chart-place" ref={place} style={{ minHeight: `${height}px` }} aria-hidden="true">
      {inks.map((ink) => (
        <i key={ink} class={`ink-${ink}`} hidden />
      ))}
    </div>
  )
}

const inks = ['line', 'band', 'grid', 'text', 'mark'] as const
type Ink = (typeof inks)[number]

/** A canvas knows no custom properties: it takes the colour that an element has by them, in either theme. */
const inkOf = (host: Element, ink: Ink): string => {
  const sample = host.querySelector(`.ink-${ink}`)
  return sample ? getComputedStyle(sample).color : 'gray'
}

function dataOf({ points, band }: Series): uPlot.AlignedData {
  return [
    points.map(({ at }) => at / 1_000),
    points.map(({ high }) => band?.high ?? high),
    points.map(({ low }) => band?.low ?? low),
    points.map(() => band?.middle ?? null),
    points.map(({ value }) => value),
  ]
}

function optionsOf({
  host,
  series,
  happenings,
  format,
  isShare,
  onPoint,
}: Pick<ChartProps, 'series' | 'happenings' | 'format'> & {
  host: Element
  isShare: boolean
  onPoint: (index: number | null) => void
}): Omit<uPlot.Options, 'width' | 'height'> {
  const ink = (name: Ink) => () => inkOf(host, name)
  const axis = {
    stroke: ink('text'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: ink('grid'), width: 1 },
    ticks: { show: false },
  }
  const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
  return {
    legend: { show: false },
    padding: [8, 24, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
    scales: isShare ? { y: { range: [0, 1] } } : {},
    axes: [
      { ...axis, size: 26, space: 70, values: (_plot, times) => times.map((time) => day.format(time * 1_000)) },
      { ...axis, size: 52, space: 34, values: (_plot, values) => values.map(format) },
    ],
    bands: [{ series: [1, 2], fill: ink('band') }],
    series: [
      {},
      { points: { show: false } },
      { points: { show: false } },
      { stroke: ink('text'), width: 1, dash: [3, 3], points: { show: false } },
      { stroke: ink('line'), width: 2, points: { show: true, size: 5, fill: ink('line'), stroke: ink('line') } },
    ],
    hooks: {
      setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)],
      draw: [(plot) => drawMarks(plot, series, happenings, inkOf(host, 'mark'))],
    },
  }
}

/** A small triangle on the time axis, and a faint line up from it. */
function drawMarks(plot: uPlot, { points }: Series, happenings: readonly Happening[], colour: string): void {
  const { ctx, bbox } = plot
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  const unit = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  ctx.lineWidth = unit
  ctx.setLineDash([2 * unit, 3 * unit])
  for (const { at } of happenings) {
    if (at < first || at > last) continue
    const x = plot.valToPos(at / 1_000, 'x', true)
    const bottom = bbox.top + bbox.height
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bottom)
    ctx.stroke()
    ctx.beginPath()
    ctx.moveTo(x, bottom - 7 * unit)
    ctx.lineTo(x + 4 * unit, bottom)
    ctx.lineTo(x - 4 * unit, bottom)
    ctx.fill()
  }
  ctx.restore()
}

/** Newest first: what somebody looks for is what is now. */
function FigureTable({
  title,
  points,
  format,
  basis,
}: Pick<ChartProps, 'title' | 'format' | 'basis'> & { points: readonly SeriesPoint[] }) {
  return (
    // A list longer than its place scrolls by itself, and by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table chart-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('chart.when')}</th>
            <th scope="col">{i18n.t('chart.value')}</th>
            <th scope="col">{i18n.t('chart.range')}</th>
            <th scope="col">{i18n.t('chart.from')}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ at, value, low, high, n }, index) => (
            <tr key={index} class="figure">
              <th scope="row">{dateWords(at)}</th>
              <td>{format(value)}</td>
              <td>{low === high ? '' : i18n.t('chart.between', [format(low), format(high)])}</td>
              <td>{basis(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HappeningList({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <>
      <p class="strong">{i18n.t('chart.happenings')}</p>
      <ul>
        {happenings.toReversed().map(({ kind, at }, index) => (
          <li key={index} class="figure">
            {dateWords(at)}: {i18n.t(`chart.happening.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A day in the user's zone and locale. */
function dateWords(at: number): string {
  return new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
}

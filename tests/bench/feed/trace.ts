// Whose work was it? Reads a Chromium trace of one page and adds up what the extension made its main thread do.
// All times are processor time of that thread (`tdur`), so that other work on the machine does not count.

/** The trace categories this needs. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds by the clock, and of processor time. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly url?: string }; readonly fileName?: string }
}

/** Milliseconds of main-thread processor time. */
export interface Cost {
  /** Calls into extension code, with the style and layout they force and the garbage collected meanwhile. */
  readonly scriptMs: number
  /** Tasks with no name on them: answers from the worker arrive there. An empty script has such tasks, too. */
  readonly restMs: number
  /** The longest single task of the two kinds. */
  readonly worstMs: number
  /** Frames before which the page itself had changed nothing: they are there for what we put into it. */
  readonly frames: number
  readonly frameMs: number
}

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile'])
const RENDERING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'])
/** What a task does without a script's name on it, and not for an answer's sake. */
const OTHERS = /GC|Parse|Resource|Receive|Decode|Timer/

/**
 * What the extension cost the page at `address`, whose own script does nothing but what the bench tells it to.
 * - Script: the spans of extension code, which the trace names by its address; also within the page's own calls,
 *   where observers are called back.
 * - Rest: tasks without any script, parsing or frame. Only what is above the same run with an empty script is ours.
 * - Frames: those for which the page ran no script and parsed nothing since the last one. Where both wrote, it counts
 *   as the page's: its own fifty posts are most of it.
 * @throws when the trace has no such page, or no processor times
 */
export function costOf(trace: readonly TraceEvent[], address: string): Cost {
  const sums = { script: 0, rest: 0, worst: 0, frames: 0, frame: 0 }
  let pageWrote = false
  for (const task of tasksOf(trace, address)) {
    const named = task.inside.filter(({ name }) => SCRIPT.has(name) || name === 'ParseHTML')
    const script = spent(outermost(named.filter(isOurs)))
    sums.script += script
    pageWrote ||= !outermost(named).every(isOurs)
    let ofTask = script
    if (isFrame(task)) {
      const drawn = drawing(task)
      // A frame in which nothing was drawn only asked whether there was something to draw.
      if (!pageWrote && drawn > 1_000) {
        sums.frames++
        sums.frame += drawn
      }
      pageWrote = false
    } else if (named.length === 0) {
      sums.rest += task.tdur
      if (!task.inside.some(({ name }) => OTHERS.test(name))) ofTask = task.tdur
    }
    sums.worst = Math.max(sums.worst, ofTask)
  }
  return {
    scriptMs: sums.script / 1_000,
    restMs: sums.rest / 1_000,
    worstMs: sums.worst / 1_000,
    frames: sums.frames,
    frameMs: sums.frame / 1_000,
  }
}

/** Milliseconds that drawing took, of all frames of the page in which something was drawn. */
export function framesOf(trace: readonly TraceEvent[], address: string): number[] {
  return tasksOf(trace, address)
    .filter(isFrame)
    .map((task) => drawing(task) / 1_000)
    .filter((ms) => ms > 1)
}

interface Task {
  readonly tdur: number
  readonly inside: readonly TraceEvent[]
}

const isOurs = ({ args }: TraceEvent) => (args?.data?.url ?? args?.fileName ?? '').startsWith('chrome-extension:')
const isFrame = (task: Task) => task.inside.some(({ name }) => name === 'PrePaint')
const spent = (events: readonly TraceEvent[]) => events.reduce((sum, { tdur }) => sum + (tdur ?? 0), 0)

/** Style, layout and paint of a task, but for what a script in it forced. */
const drawing = (task: Task) =>
  spent(
    outermost(task.inside.filter(({ name }) => RENDERING.has(name) || SCRIPT.has(name))).filter(({ name }) =>
      RENDERING.has(name),
    ),
  )

/** The tasks of the page's main thread, in order. */
function tasksOf(trace: readonly TraceEvent[], address: string): Task[] {
  const page = trace.find(({ name, args }) => /Script|Function/.test(name) && args?.data?.url === address)
  if (!page) throw new Error(`The trace has no page at ${address}`)
  const events = trace
    .filter(({ pid, tid, ph }) => pid === page.pid && tid === page.tid && ph === 'X')
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  if (!events.some(({ tdur }) => tdur)) throw new Error('This browser traces no processor time')
  const tasks: { tdur: number; end: number; inside: TraceEvent[] }[] = []
  for (const event of events) {
    const last = tasks.at(-1)
    if (last && event.ts < last.end) last.inside.push(event)
    else if (event.name === 'RunTask')
      tasks.push({ tdur: event.tdur ?? 0, end: event.ts + (event.dur ?? 0), inside: [] })
  }
  return tasks
}

/** Those that are in no other one of them; in the order of their start. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -Infinity
  return events.filter((event) => {
    if (event.ts < end) return false
    end = event.ts + (event.dur ?? 0)
    return true
  })
}

/** Longest selector of an override, in UTF-16 code units. */
export const MAX_SELECTOR = 300
/** Between the parts of a selector that goes through open shadow roots: `reddit-post >>> faceplate-number`. */
export const SHADOW = ' >>> '
/** Most steps of one part; more would be a path through the page, and slow to match on a hostile one. */
const MAX_STEPS = 8

/** A character as itself; escapes by number are left to those who write style sheets. */
const ESCAPE = String.raw`\\[^0-9A-Fa-f\n]`
const NAME = String.raw`-?(?:[A-Za-z_\u0080-\uffff]|${ESCAPE})(?:[\w\u0080-\uffff-]|${ESCAPE})*`
const ATTRIBUTE = String.raw`\[${NAME}(?:[~|^$*]?=(?:"(?:[^"\\\n]|${ESCAPE})*"|${NAME})(?: [is])?)?\]`
const NTH = String.raw`:(?:first|last|only)-(?:child|of-type)|:nth-(?:last-)?(?:child|of-type)\(\d{1,4}\)`
/** One token: combinator, type, or what narrows a compound. Each begins in its own way, so reading is linear. */
const TOKEN = new RegExp(
  String.raw`(?<step>\s*[>+~]\s*|\s+)|(?<type>\*|${NAME})|(?<mark>[#.]${NAME}|${ATTRIBUTE})|(?<nth>${NTH})`,
  'uy',
)

/**
 * Why a selector may not be an override's: `syntax` for anything but types, ids, classes, attributes and positions
 * joined by combinators (no lists and no `:has`, whose cost a page could drive up), `broad` when its last step would
 * match whatever stands there. Null when it may. Overrides are imported from files, so this is their border.
 */
export function selectorProblem(select: string): 'syntax' | 'broad' | null {
  if (select.length > MAX_SELECTOR || select !== select.trim()) return 'syntax'
  let problem: 'syntax' | 'broad' | null = 'syntax'
  for (const part of select.split(SHADOW)) {
    problem = partProblem(part)
    if (problem === 'syntax') return problem
  }
  return problem
}

function partProblem(part: string): 'syntax' | 'broad' | null {
  let steps = 1
  /** Of the current step: its type, and whether an attribute, id or class narrows it. */
  let type: string | null = null
  let empty = true
  let marked = false
  for (let at = 0; at < part.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(part)?.groups
    if (!token) return 'syntax'
    if (token['step'] !== undefined) {
      if (empty || ++steps > MAX_STEPS) return 'syntax'
      ;[type, empty, marked] = [null, true, false]
      continue
    }
    if (token['type'] !== undefined) {
      if (!empty) return 'syntax'
      type = token['type'].toLowerCase()
    }
    marked ||= token['mark'] !== undefined
    empty = false
  }
  if (empty) return 'syntax'
  return marked || (type !== null && !['*', 'html', 'body', 'head'].includes(type)) ? null : 'broad'
}

/** Longest message, in UTF-16 code units: a variable that repeats another many times ends here. */
const LONGEST = 20_000

/**
 * What stands for a variable. `own` text was typed by the person and may name other variables; what comes from the
 * record is put in as it is, whatever a creator has written there.
 */
export interface Variable {
  readonly value: string | null
  readonly own: boolean
}

/** Why a message cannot be copied yet; `name` is the variable, or the beginning of what is not closed. */
export interface FillProblem {
  readonly name: string
  readonly why: 'unknown' | 'unresolved' | 'loop' | 'unclosed' | 'too-long'
}

export interface Filled {
  readonly text: string
  /** Each variable once; empty when the message may be copied. */
  readonly problems: readonly FillProblem[]
  /** Every variable that is named, also inside of others, in the order of their first use. */
  readonly names: readonly string[]
}

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g

/**
 * Puts the values of `{{name}}` into a template. A variable that nobody knows, that has no value, or whose value
 * comes back to itself stays as it is written and is named (relationship.md B4).
 */
export function fill(template: string, variables: ReadonlyMap<string, Variable>): Filled {
  const problems = new Map<string, FillProblem>()
  const names = new Set<string>()
  const refuse = (name: string, why: FillProblem['why']) => {
    if (!problems.has(name)) problems.set(name, { name, why })
  }
  let room = LONGEST
  const expand = (text: string, within: readonly string[]): string => {
    const rest = text.replaceAll(VARIABLE, '')
    const open = /\{\{|\}\}/.exec(rest)
    if (open) refuse(rest.slice(open.index, open.index + 20), 'unclosed')
    return text.replaceAll(VARIABLE, (written, name: string) => {
      names.add(name)
      const variable = variables.get(name)
      if (!variable) {
        refuse(name, 'unknown')
        return written
      }
      if (within.includes(name)) {
        refuse(name, 'loop')
        return written
      }
      const value = variable.value?.trim() ?? ''
      if (value === '') {
        refuse(name, 'unresolved')
        return written
      }
      room -= value.length
      if (room < 0) {
        refuse(name, 'too-long')
        return written
      }
      return variable.own ? expand(value, [...within, name]) : value
    })
  }
  const text = expand(template, [])
  if (text.length > LONGEST) refuse('', 'too-long')
  return { text, problems: [...problems.values()], names: [...names] }
}

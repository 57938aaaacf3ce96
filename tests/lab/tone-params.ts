import type { Rule } from '../../lib/domain/guideline.ts'

const FORMAL = /^(?:formal(?:ly)?|polite|formell|sie|vous|vouvoiement|usted|lei|u|siz|pan|вы)$/i
const INFORMAL = /^(?:informal(?:ly)?|casual|familiar|informell|du|tu|tú|tutoiement|tuteo|je|jij|sen|ty|ты)$/i

/** How cases may call the demands of a tone of voice; the first pattern that fits the key decides. */
const SIDES: readonly (readonly [RegExp, (demand: unknown, key: string) => Rule['params'] | null])[] = [
  [/exclam/i, (demand, key) => one('maxExclamations', mostOf(demand, key))],
  [/emoji/i, (demand, key) => one('maxEmoji', mostOf(demand, key))],
  [/caps|capital|upper-?case|shout/i, (demand, key) => one('maxCapsWords', mostOf(demand, key))],
  [/profan|swear|curs|vulgar|language/i, (demand, key) => one('noProfanity', mostOf(demand, key) === 0 || undefined)],
  [/open(?:er|ing)|start|begin|greet/i, (demand) => one('bannedOpeners', wordsOf(demand))],
  [/person|pronoun|voice|speaker|pointOfView/i, (demand) => one('person', personOf(demand))],
  [/address|form|regist|^(?:sie|du|vous|tu|usted|lei)$/i, (demand, key) => one('address', addressOf(demand, key))],
]

/** One demand on the tone as parameters of the rule kind; null for one that is none, or not known. */
export function toneParams(key: string, demand: unknown): Rule['params'] | null {
  return SIDES.find(([pattern]) => pattern.test(key))?.[1](demand, key) ?? null
}

function one(name: string, value: unknown): Rule['params'] | null {
  return value === undefined ? null : { [name]: value }
}

/** `{ maxCaps: 1 }`, `{ noCaps: true }`, `{ caps: false }`, `{ allCaps: 'none' }`: how many there may be. */
function mostOf(demand: unknown, key: string): number | undefined {
  if (typeof demand === 'number') return demand
  if (typeof demand === 'string')
    return /^(?:none|no|never|banned|forbidden|avoid|clean)$/i.test(demand) ? 0 : undefined
  const isBan = /^(?:no|ban|avoid|without|forbid)/i.test(key)
  return typeof demand === 'boolean' && demand === isBan ? 0 : undefined
}

function wordsOf(demand: unknown): string[] | undefined {
  if (typeof demand === 'string') return [demand]
  return Array.isArray(demand) ? demand.filter((word) => typeof word === 'string') : undefined
}

/** `'formal'`, `'Sie'`, `{ de: 'Sie' }`, `{ sie: true }`. */
function addressOf(demand: unknown, key: string): string | undefined {
  if (typeof demand === 'object' && demand !== null) return addressOf(Object.values(demand)[0], key)
  const wish = typeof demand === 'string' ? demand : demand === true ? key : ''
  if (FORMAL.test(wish)) return 'formal'
  return INFORMAL.test(wish) ? 'informal' : undefined
}

function personOf(demand: unknown): string | undefined {
  if (typeof demand !== 'string') return undefined
  return /plural|\bwe\b|\bwir\b|\bnous\b/i.test(demand) ? 'plural' : 'singular'
}

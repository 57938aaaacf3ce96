import type { Rule } from '../../lib/domain/guideline.ts'

/** What cases may call the demands of a tone of voice, by what the rule kind calls them. */
const COUNTS: Readonly<Record<string, string>> = {
  maxExclamations: 'maxExclamations',
  maxExclamationMarks: 'maxExclamations',
  maxEmoji: 'maxEmoji',
  maxEmojis: 'maxEmoji',
  maxCapsWords: 'maxCapsWords',
  maxCaps: 'maxCapsWords',
  maxAllCaps: 'maxCapsWords',
  maxAllCapsWords: 'maxCapsWords',
}
const NONE_OF: Readonly<Record<string, Rule['params']>> = {
  noProfanity: { noProfanity: true },
  noSwearing: { noProfanity: true },
  noAllCaps: { maxCapsWords: 0 },
  noCaps: { maxCapsWords: 0 },
  noEmoji: { maxEmoji: 0 },
  noEmojis: { maxEmoji: 0 },
  noExclamations: { maxExclamations: 0 },
}
const ALLOWED: Readonly<Record<string, Rule['params']>> = {
  profanity: { noProfanity: true },
  allowProfanity: { noProfanity: true },
  allCaps: { maxCapsWords: 0 },
  allowAllCaps: { maxCapsWords: 0 },
  emoji: { maxEmoji: 0 },
  allowEmoji: { maxEmoji: 0 },
}
const ADDRESS_KEYS = new Set(['address', 'addressForm', 'form', 'formality', 'register'])
const FORMAL = /^(?:formal|sie|vous|usted|lei|u|formell|vouvoiement)$/i
const PERSON_KEYS = new Set(['person', 'voice', 'speaker', 'pointOfView'])
const OPENER_KEYS = new Set(['bannedOpeners', 'openers', 'bannedOpenings', 'noOpeners', 'bannedStarts'])

/** One demand on the tone as parameters of the rule kind; null for one that is none, or not known. */
export function toneParams(key: string, demand: unknown): Rule['params'] | null {
  const count = COUNTS[key]
  if (count !== undefined) return typeof demand === 'number' ? { [count]: demand } : null
  if (key in NONE_OF) return demand === true ? (NONE_OF[key] ?? null) : null
  if (key in ALLOWED) {
    if (typeof demand === 'number' && key === 'emoji') return { maxEmoji: demand }
    return demand === false || demand === 'none' ? (ALLOWED[key] ?? null) : null
  }
  if (ADDRESS_KEYS.has(key) && typeof demand === 'string') {
    return { address: FORMAL.test(demand) ? 'formal' : 'informal' }
  }
  if (PERSON_KEYS.has(key) && typeof demand === 'string') {
    return { person: /plural|we|wir|nous/i.test(demand) ? 'plural' : 'singular' }
  }
  if (OPENER_KEYS.has(key) && Array.isArray(demand)) return { bannedOpeners: demand }
  return null
}

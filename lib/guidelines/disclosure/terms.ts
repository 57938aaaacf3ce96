import type { Relationship } from '../../domain/partner.ts'
import { withoutAccents } from '../../text/accents.ts'
import { escapePattern } from '../../text/escape.ts'
import { normalise } from '../../text/normalise.ts'
import { HINTS_ABROAD, PLAIN_WORDS } from './plain-words.ts'
import type { Authority, DisclosurePack, TermForm, TermGroup } from './types.ts'

/** A term ready for searching in normalised text without accents. */
export interface Term {
  readonly form: TermForm
  readonly worth: 'accepted' | 'vague'
  readonly lang: string
  readonly authority: Authority
  readonly onlyFor: readonly Relationship[] | null
  /** As one word, for hashtags: `paidpartnership`. For brandtags with `{brand}` in place. */
  readonly key: string
  /** The pack itself says what it is worth, whatever the language. */
  readonly listed: boolean
}

export interface Phrase extends Term {
  readonly pattern: RegExp
  /** A text without this word cannot match: cheap to test first. */
  readonly probe: string
  /** The pattern's first group is a brand and must look like one. */
  readonly named: boolean
  /** It ends where a brand's name follows ("sponsored by"). */
  readonly endsOpen: boolean
}

export interface CompiledPack {
  /** By hashtag, and by word as written. */
  readonly tags: ReadonlyMap<string, readonly Term[]>
  readonly labels: RegExp
  readonly byLabel: ReadonlyMap<string, readonly Term[]>
  readonly phrases: readonly Phrase[]
  readonly brandTags: readonly Term[]
}

const compiled = new WeakMap<DisclosurePack, CompiledPack>()

/** The pack's terms as patterns; made once per pack (packs are constants). */
export function compile(pack: DisclosurePack): CompiledPack {
  const known = compiled.get(pack)
  if (known) return known
  const made = make(pack)
  compiled.set(pack, made)
  return made
}

/** A term, or a piece of text that may be one, as the two are compared. */
export function plainOf(words: string): string {
  return withoutAccents(normalise(words).text)
}

function make(pack: DisclosurePack): CompiledPack {
  const byLabel = new Map<string, Term[]>()
  const tags = new Map<string, Term[]>()
  const phrases: Phrase[] = []
  const brandTags: Term[] = []
  const fallback = pack.authorities[pack.rule]
  const add = (group: TermGroup, worth: Term['worth'], listed: boolean): void => {
    const authority = pack.authorities[group.source] ?? fallback
    if (!authority) return
    const { form, lang, onlyFor = null } = group
    for (const words of group.terms) {
      const plain = plainOf(words)
      const term: Term = { form, worth, lang, authority, onlyFor, key: plain.replaceAll(/[\s-]/g, ''), listed }
      if (form === 'phrase' || form === 'notice') {
        const made = { ...term, ...patternOf(words) }
        phrases.push(made)
        // "#sponsoredby @acme"
        if (form === 'phrase' && made.endsOpen && !made.named) push(tags, term.key, term)
      }
      if (form === 'brandtag') brandTags.push(term)
      if (form === 'label' || form === 'notice') {
        push(byLabel, plain, term)
        // Hashtags' spelling without the hash: "Paidpartnership | …"
        if (term.key !== plain) push(byLabel, term.key, term)
      }
      if (form === 'label' || form === 'notice' || form === 'hashtag') push(tags, term.key, term)
    }
  }
  for (const group of pack.accepted) add(group, 'accepted', true)
  for (const group of pack.ambiguous) add(group, 'vague', true)
  // Words of no list come last: what the pack itself says of a word wins. A plain word of the pack's own
  // language that its authority does not name is not enough there; one of another language may be.
  const source = 'reading' in pack.authorities ? 'reading' : pack.rule
  const fresh = (words: readonly string[]): string[] => words.filter((word) => !listed.has(plainOf(word)))
  const listed = new Set(byLabel.keys())
  for (const [lang, words] of Object.entries(PLAIN_WORDS)) {
    const worth = pack.languages.includes(lang) ? 'vague' : 'accepted'
    add({ form: 'label', source, lang, terms: fresh(words) }, worth, false)
  }
  add({ form: 'label', source, lang: 'en', terms: fresh(HINTS_ABROAD) }, 'vague', false)
  const words = [...byLabel.keys()].toSorted((a, b) => b.length - a.length)
  return { tags, byLabel, labels: labelPattern(words), phrases, brandTags }
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const list = map.get(key)
  if (list) list.push(term)
  else map.set(key, [term])
}

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_#@&])`
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}_])`
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Korean writes particles and endings onto the words of a sentence. */
const JOINED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const BRAND = String.raw`([@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}&'._-]{0,60})`
/** Words before a brand's name: by, with, for, of, from. */
const OPEN =
  /^(?:by|with|from|of|at|to|for|da|per|por|para|de|del|con|com|par|avec|pour|von|mit|durch|fur|van|voor|met|door|marka|marki|z|od|dla|av|med|for|fra|fran|af|ile)$/

function spacedPattern(words: string): string {
  return escapePattern(words).replaceAll(' ', String.raw`\s{1,5}`)
}

/** One pattern for all label words, the longest first; scripts without spaces need no word boundary. */
function labelPattern(words: readonly string[]): RegExp {
  const spaced = words.filter((word) => !UNSPACED.test(word)).map(spacedPattern)
  const unspaced = words.filter((word) => UNSPACED.test(word)).map(spacedPattern)
  const parts = [`${BEFORE}(?:${spaced.join('|')})${AFTER}`]
  if (unspaced.length > 0) parts.push(`(?:${unspaced.join('|')})`)
  return new RegExp(parts.join('|'), 'gu')
}

function patternOf(words: string): Pick<Phrase, 'pattern' | 'probe' | 'named' | 'endsOpen'> {
  const parts = words.split(' ')
  let source = ''
  for (const [i, part] of parts.entries()) {
    if (part === '*') {
      source += String.raw`(?:[^\s.!?;:]{1,40}\s{1,4}){0,4}`
      continue
    }
    source += part === '{brand}' ? BRAND : escapePattern(plainOf(part))
    if (i < parts.length - 1) source += JOINED.test(words) ? String.raw`\s{0,4}` : String.raw`\s{1,4}`
  }
  const plain = parts.filter((part) => part !== '*' && part !== '{brand}').map(plainOf)
  const edge = (part: string | undefined, pattern: string): string => {
    if (part === '{brand}') return String.raw`(?<![\p{L}\p{M}\p{N}_])`
    return JOINED.test(part ?? '') ? '' : pattern
  }
  const after = JOINED.test(parts.at(-1) ?? '') ? '' : AFTER
  return {
    pattern: new RegExp(edge(parts[0], BEFORE) + source + after, 'gu'),
    probe: plain.toSorted((a, b) => b.length - a.length)[0] ?? '',
    named: parts.includes('{brand}'),
    endsOpen: parts.at(-1) === '{brand}' || OPEN.test(plainOf(parts.at(-1) ?? '')),
  }
}

import type { Relationship } from '../../domain/partner.ts'
import { escapePattern } from '../../text/escape.ts'
import { normalise } from '../../text/normalise.ts'
import { PLAIN_WORDS } from './plain-words.ts'
import type { Authority, DisclosurePack, TermGroup } from './types.ts'

/** A term ready for searching in normalised text. */
export interface Term {
  readonly form: TermGroup['form']
  readonly worth: 'accepted' | 'vague'
  readonly lang: string
  readonly authority: Authority
  readonly onlyFor: readonly Relationship[] | null
  /** As one word, for hashtags: `paidpartnership`. For brandtags with `{brand}` in place. */
  readonly key: string
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

function make(pack: DisclosurePack): CompiledPack {
  const byLabel = new Map<string, Term[]>()
  const tags = new Map<string, Term[]>()
  const phrases: Phrase[] = []
  const brandTags: Term[] = []
  const add = (group: TermGroup, worth: Term['worth'], authority: Authority): void => {
    for (const words of group.terms) {
      const term: Term = {
        form: group.form,
        worth,
        lang: group.lang,
        authority,
        onlyFor: group.onlyFor ?? null,
        key: words.replaceAll(/[\s-]/g, ''),
      }
      if (group.form === 'phrase') phrases.push({ ...term, ...patternOf(words) })
      else if (group.form === 'brandtag') brandTags.push(term)
      else {
        push(byLabel, normalise(words).text, term)
        push(tags, normalise(term.key).text, term)
      }
    }
  }
  const fallback = pack.authorities[pack.rule]
  for (const [groups, worth] of [
    [pack.accepted, 'accepted'],
    [pack.ambiguous, 'vague'],
  ] as const) {
    for (const group of groups) {
      const authority = pack.authorities[group.source] ?? fallback
      if (authority) add(group, worth, authority)
    }
  }
  // The other languages' plain words come last: what the pack itself says of a word wins.
  for (const [lang, words] of Object.entries(PLAIN_WORDS)) {
    const authority = pack.authorities['reading'] ?? fallback
    const fresh = words.filter((word) => !byLabel.has(normalise(word).text))
    if (authority) add({ form: 'label', source: pack.rule, lang, terms: fresh }, 'accepted', authority)
  }
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
const BRAND = String.raw`([@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}&'._-]{0,60})`

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
    source += part === '{brand}' ? BRAND : escapePattern(normalise(part).text)
    if (i < parts.length - 1) source += String.raw`\s{1,4}`
  }
  const plain = parts.filter((part) => part !== '*' && part !== '{brand}').map((part) => normalise(part).text)
  const before = parts[0] === '{brand}' ? String.raw`(?<![\p{L}\p{M}\p{N}_])` : BEFORE
  return {
    pattern: new RegExp(before + source + AFTER, 'gu'),
    probe: plain.toSorted((a, b) => b.length - a.length)[0] ?? '',
    named: parts.includes('{brand}'),
    endsOpen: /^(?:by|with|from|of|at|to|for|\{brand\})$/.test(parts.at(-1) ?? ''),
  }
}

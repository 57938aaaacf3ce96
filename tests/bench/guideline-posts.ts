// Captions and word lists for the benchmark of guidelines: made up, the same in every run.
import type { Guideline, Rule } from '../../lib/domain/guideline.ts'
import type { PostInput } from '../../lib/guidelines/assess.ts'

const EVERYDAY =
  'the and i my this is it to a in for with so of on was we you have been are that but just all at not her his out they your from what when how some more very too after before every one two three week day morning night little big new old good lovely'.split(
    ' ',
  )
const SYLLABLES =
  'ba be bri bo cha cle co da de dro fa fi flo ga gre ha hi jo ka ke la li lo ma me mi no pa pe pla ra re ro sa se shi so sta ta te ti to tri va ve vo wa wi'.split(
    ' ',
  )
const ENDINGS = ['n', 'r', 's', 't', 'l', 'm', '']
const EMOJI = ['✨', '😍', '🧡', '🔥', '👩‍👩‍👧']

/** Numbers from 0 to 1 in an order that `seed` alone decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number

function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

function inventedWord(random: Random): string {
  const syllables = 2 + Math.floor(random() * 3)
  return Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join('') + pick(random, ENDINGS)
}

/** 6,000 invented words; in captions the first are common and the last are rare, as in any language. */
export function vocabularyOf(random: Random): string[] {
  const words = new Set<string>()
  while (words.size < 6_000) words.add(inventedWord(random))
  return [...words]
}

/** A caption of 15 to 60 words with emoji, hashtags, a mention and now and then a link. */
export function captionOf(random: Random, vocabulary: readonly string[]): string {
  const content = (): string => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? ''
  const count = 15 + Math.floor(random() * 45)
  const words: string[] = random() < 0.3 ? ['#ad'] : []
  for (let i = 0; i < count; i++) {
    const word = random() < 0.5 ? pick(random, EVERYDAY) : content()
    const end = random()
    words.push(end < 0.08 ? `${word}.` : end < 0.14 ? `${word},` : end < 0.17 ? `${word} ${pick(random, EMOJI)}` : word)
  }
  words.splice(Math.floor(random() * words.length), 0, `@by_${content()}`)
  for (let i = 0; i < 3; i++) words.push(`#${content()}`)
  if (random() < 0.2) words.push(`https://example.com/p_${content()}`)
  return words.join(' ')
}

export function postsOf(count: number, random: Random, vocabulary: readonly string[]): PostInput[] {
  return Array.from({ length: count }, () => postOf(captionOf(random, vocabulary)))
}

export function postOf(text: string): PostInput {
  return {
    platform: 'instagram',
    lang: 'en',
    text,
    textComplete: true,
    visibleText: null,
    url: null,
    labels: [],
    hashtags: [],
    mentions: [],
  }
}

/** Words and phrases to ban: mostly ones that no caption has, as such lists are; three in a hundred some do. */
export function termsOf(count: number, random: Random, vocabulary: readonly string[]): string[] {
  const terms = new Set<string>()
  while (terms.size < count) {
    const word = random() < 0.03 ? (vocabulary[3_000 + Math.floor(random() * 3_000)] ?? '') : `${inventedWord(random)}x`
    const words = random() < 0.3 ? [word, pick(random, vocabulary)] : [word]
    terms.add(words.join(' '))
  }
  return [...terms]
}

export function guidelineOf(id: number, rules: readonly Omit<Rule, 'id' | 'severity' | 'weight'>[]): Guideline {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id: String(id).padStart(26, '0'),
    name: `Set ${id}`,
    brand: 'Acme',
    active: true,
    partnerIds: null,
    rules: rules.map((rule, i) =>
      Object.assign({ id: `rule-${i}`, severity: 'medium', weight: 'must' } as const, rule),
    ),
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  }
}

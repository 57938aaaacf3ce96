import type { TokenKind } from './forms.ts'

export interface Token {
  readonly kind: TokenKind
  /** The token in the text as it was read: entities and escapes resolved, hashtags without `#` and split. */
  readonly raw: string
  /** UTF-16 offsets in the text as given. */
  readonly start: number
  readonly end: number
}

// A face that begins with brackets is looked for at the first of them only: a run of brackets is not read again from each.
const TOKEN = new RegExp(
  [
    String.raw`(https?(?::\S*|(?![\p{L}\p{N}]))|www\.\S+)`,
    String.raw`(@[\p{L}\p{N}_.]*[\p{L}\p{N}_])`,
    String.raw`([:;=8xX][-'^]?[)\](\[DdPp/\\|*oO3]+(?![\p{L}\p{N}])|<3+|(?<![)(])[)(]+[-']?[:;=]|\^_*\^|-_+-|:'\()`,
    String.raw`(\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*){0,8}|[\u{1F1E6}-\u{1F1FF}]{2})`,
    String.raw`(#?[\p{L}\p{M}\p{N}_]+(?:['’]\p{L}+)*)`,
    String.raw`([!?]+|\.{2,}|…)`,
    String.raw`([.,;:()"\-/&*])`,
  ].join('|'),
  'gu',
)
const KINDS: readonly TokenKind[] = ['link', 'mention', 'emoticon', 'emoji', 'word', 'marks', 'punctuation']

/** `#BestDayEver2024` and `#best_day`: the parts, each as it stands. */
const TAG_PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+|[\p{L}\p{M}]/gu

/** The tokens of a text in its order. Linear in the text's length. */
export function tokensOf(given: string): Token[] {
  const { text, at } = resolved(given)
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const kind = kindOf(match)
    const raw = match[0]
    if (kind === undefined) continue
    if (kind === 'word' && raw.startsWith('#')) {
      for (const part of raw.matchAll(TAG_PART)) {
        const start = match.index + part.index
        tokens.push({ kind: 'hashtag', raw: part[0], start: at(start), end: at(start + part[0].length) })
      }
      continue
    }
    tokens.push({ kind, raw, start: at(match.index), end: at(match.index + raw.length) })
  }
  return tokens
}

function kindOf(match: RegExpExecArray): TokenKind | undefined {
  for (let i = 0; i < KINDS.length; i++) if (match[i + 1] !== undefined) return KINDS[i]
  return undefined
}

const ESCAPED = /&(?:amp|lt|gt|quot|#39);|\\u[0-9a-f]{4}/gi
const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
])

/** Exports and copied sources carry `&amp;` and `\u2019`: read as what they stand for, offsets kept. */
function resolved(given: string): { text: string; at: (index: number) => number } {
  if (!given.includes('&') && !given.includes('\\u')) return { text: given, at: (index) => index }
  const offsets: number[] = []
  let text = ''
  let from = 0
  const copy = (to: number) => {
    for (; from < to; from++) offsets.push(from)
  }
  for (const match of given.matchAll(ESCAPED)) {
    text += given.slice(from, match.index)
    copy(match.index)
    text += ENTITIES.get(match[0].toLowerCase()) ?? String.fromCharCode(Number.parseInt(match[0].slice(2), 16))
    offsets.push(from)
    from = match.index + match[0].length
  }
  text += given.slice(from)
  copy(given.length)
  offsets.push(given.length)
  return { text, at: (index) => offsets[index] ?? given.length }
}

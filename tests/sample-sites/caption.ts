/** A caption cut into what sites make links of. */
export type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'tag'; readonly value: string }
  | { readonly kind: 'mention'; readonly value: string }
  | { readonly kind: 'link'; readonly value: string }
  | { readonly kind: 'emoji'; readonly value: string }
  | { readonly kind: 'break' }

const PATTERN = /(\n)|(https?:\/\/\S+)|#([\p{L}\p{N}_]+)|@([\p{L}\p{N}_.]*[\p{L}\p{N}_])|(\p{Extended_Pictographic}️?)/gu

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(PATTERN)) {
    if (match.index > end) tokens.push({ kind: 'text', value: text.slice(end, match.index) })
    const [all, newline, link, tag, mention, emoji] = match
    if (newline) tokens.push({ kind: 'break' })
    else if (link) tokens.push({ kind: 'link', value: link })
    else if (tag) tokens.push({ kind: 'tag', value: tag })
    else if (mention) tokens.push({ kind: 'mention', value: mention })
    else if (emoji) tokens.push({ kind: 'emoji', value: emoji })
    end = match.index + all.length
  }
  if (end < text.length) tokens.push({ kind: 'text', value: text.slice(end) })
  return tokens
}

/** A piece of a line of light markdown; `link` has an address to go to, `tag` the name without its `#`. */
export type Inline =
  | { readonly kind: 'plain' | 'bold' | 'italic'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'tag'; readonly text: string; readonly name: string }

export interface Line {
  /** An item of a list, or an ordinary line. */
  readonly kind: 'item' | 'line'
  readonly parts: readonly Inline[]
}

// Every branch ends at its own mark or the line's end, and what is in brackets is bounded: linear on any text.
const INLINE =
  /\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\s][^*\n]*)\*|(?<![\p{L}\p{N}])_(?<under>[^_\s][^_\n]*)_(?![\p{L}\p{N}])|\[(?<name>[^\][\n]{1,300})\]\((?<href>https?:\/\/[^\s()]{1,2000})\)|(?<url>https?:\/\/[^\s<>"]{1,2000})|(?<![\p{L}\p{N}&/])#(?<tag>[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,59})/gu

/**
 * Reads what people write in notes without thinking of it: **bold**, *italic*, lists, links and #tags. Only links
 * to http and https are links; everything else stays the words it is. There is no HTML in it.
 */
export function readMarkdown(text: string): Line[] {
  return text.split(/\r?\n/).map((line) => {
    const item = /^\s{0,8}[-*•] +/.exec(line)
    return item
      ? { kind: 'item', parts: inlineOf(line.slice(item[0].length)) }
      : { kind: 'line', parts: inlineOf(line) }
  })
}

function inlineOf(line: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of line.matchAll(INLINE)) {
    const part = partOf(match)
    if (match.index > from) parts.push({ kind: 'plain', text: line.slice(from, match.index) })
    parts.push(part)
    from = match.index + match[0].length
  }
  if (from < line.length) parts.push({ kind: 'plain', text: line.slice(from) })
  return parts
}

function partOf({ 0: whole, groups = {} }: RegExpExecArray): Inline {
  const { bold, italic, under, name, href, url, tag } = groups
  if (bold !== undefined) return { kind: 'bold', text: bold }
  const leaning = italic ?? under
  if (leaning !== undefined) return { kind: 'italic', text: leaning }
  if (name !== undefined && href !== undefined) return { kind: 'link', text: name, href }
  if (url !== undefined) return { kind: 'link', text: url, href: url }
  return { kind: 'tag', text: whole, name: tag ?? '' }
}

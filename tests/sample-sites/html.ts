/** A piece of markup that is safe to put into a page as it is. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Markup from a template: texts are escaped, pieces of markup are not, lists are joined, nothing is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, part] of parts.entries()) markup += write(part) + (strings[index + 1] ?? '')
  return { markup }
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  if (isList(part)) return part.map(write).join('')
  return part.markup
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part)

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

const INLINE = new Set(['a', 'abbr', 'bdi', 'button', 'img', 'path', 'span', 'strong', 'svg', 'time'])

/** What a line break beside this tag is in HTML. */
const space = (tag: string | undefined): string => {
  const name = /^<\/?([a-z][^\s/>]*)/.exec(tag ?? '')?.[1]
  return name === undefined || INLINE.has(name) ? ' ' : ''
}

/**
 * Takes the templates' layout out of a page: a line break becomes a space between inline elements and nothing
 * elsewhere, so that texts on the page are exactly those of the sample. Line breaks in texts are escaped, and stay.
 */
export function withoutLayout(markup: string): string {
  const parts = markup.split(/(<[^>]*>)/)
  return parts
    .map((part, index) => {
      if (part.startsWith('<')) return part.replaceAll(/\s*\n\s*/g, ' ').replace(/ >$/, '>')
      if (!part.includes('\n')) return part
      const [before, behind] = [space(parts[index - 1]), space(parts[index + 1])]
      if (part.trim() === '') return before && behind
      return part
        .replace(/^\s*\n\s*/, before)
        .replace(/\s*\n\s*$/, behind)
        .replaceAll(/\s*\n\s*/g, ' ')
    })
    .join('')
}

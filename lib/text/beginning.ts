/** The beginning of a text on one line, at most `most` UTF-16 code units, never half a character; `…` where it goes on. */
export function beginningOf(text: string, most: number): string {
  const flat = text.trim().replaceAll(/\s+/gu, ' ')
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

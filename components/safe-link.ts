/** An address a person may click, or null: a page's own data could name `javascript:`. */
export function safeLink(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

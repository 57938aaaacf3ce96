import type { ExtractOptions } from './extract.ts'
import { TRANSLATED } from '../domain/translated.ts'
import { attempt } from './reading.ts'
import type { PageKind as Kind } from '../domain/observation.ts'
import type { Page, Site } from './types.ts'

/** The same address is asked about for every few posts. */
let last: { site: Site; href: string; matched: ReturnType<typeof matchPage> } | undefined

/** Works out what kind of page an address is, and the handle and id in it. */
export function pageOf(site: Site, root: ParentNode, address: string, options: ExtractOptions): Page {
  const url = parse(address)
  if (last?.site !== site || last.href !== url.href) last = { site, href: url.href, matched: matchPage(site, url) }
  const { matched } = last
  const lang = (options.lang ?? attempt(() => documentLang(root), '')).slice(0, 40).toLowerCase()
  const page: Page = {
    url,
    kind: matched?.kind ?? 'other',
    params: matched?.params ?? {},
    lang,
    root,
    now: options.now,
  }
  return { ...page, kind: attempt(() => site.kindOf?.(page) ?? page.kind, page.kind) }
}

/** The first page rule that fits the address; null when the site has no such page. */
export function matchPage(site: Site, url: URL): { kind: Kind; params: Record<string, string> } | null {
  for (const rule of site.pages) {
    const match = patternOf(rule.path, rule.search).exec({
      pathname: url.pathname.replace(/(.)\/$/, '$1'),
      search: url.search,
    })
    if (!match) continue
    const groups = { ...match.pathname.groups, ...match.search.groups }
    const params: Record<string, string> = {}
    for (const [key, value] of Object.entries(groups))
      if (value !== undefined && !/^\d+$/.test(key)) params[key] = decode(value)
    if (rule.when && !rule.when(params, url)) continue
    return { kind: rule.kind, params }
  }
  return null
}

const patterns = new Map<string, URLPattern>()
function patternOf(pathname: string, search = '*'): URLPattern {
  const key = `${pathname} ${search}`
  let pattern = patterns.get(key)
  if (!pattern) patterns.set(key, (pattern = new URLPattern({ pathname, search })))
  return pattern
}

const decode = (text: string): string => attempt(() => decodeURIComponent(text), text)
const parse = (address: string): URL => attempt(() => new URL(address), new URL('about:blank'))

function documentLang(root: ParentNode): string {
  const html = 'documentElement' in root ? (root as Document).documentElement : root.querySelector('html')
  // Chrome's mark of a page it has translated: the words are nobody's, and the background leaves them out.
  return html?.matches('[class*=translated-]') ? TRANSLATED : (html?.getAttribute('lang') ?? '')
}

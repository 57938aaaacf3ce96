import { MAX_COMMENTS, MAX_POSTS, MAX_TEXT } from '../domain/observation.ts'
import type { Author, CommentSeen, MissSeen, Observation, PostSeen, ProfileSeen } from '../domain/observation.ts'
import type { Count } from '../domain/count.ts'
import { parseCount } from './counts.ts'
import { pageOf } from './page.ts'
import { oneLine, readText, tidy } from './read-text.ts'
import { parseTime } from './times.ts'
import type { CommentRule, Extract, Field, FieldRule, Page, PostRule, ProfileRule, Site, Strategy } from './types.ts'

/** Time given to one reading; what is left is read at the next. A hostile page must not freeze the tab. */
const BUDGET_MS = 200
const MAX_ATTRIBUTE = 4_000

export interface ExtractOptions {
  readonly lang?: string
  readonly now: Date
  /** A clock in milliseconds for the time box; tests may leave it out to read without one. */
  readonly clock?: () => number
}

/**
 * Reads one page with one adapter. The only interpreter of adapters: it reads, never writes, and never
 * throws; a strategy that throws counts as one that found nothing. Fields not found are `misses`.
 */
export function extract(site: Site, root: ParentNode, address: string, options: ExtractOptions): Extract {
  const page = pageOf(site, root, address, options)
  const reading = new Reading(page)
  const deadline = options.clock ? options.clock() + BUDGET_MS : Infinity
  const late = () => options.clock !== undefined && options.clock() > deadline

  const observation: Observation = {
    platform: site.id,
    url: address,
    page: page.kind,
    lang: page.lang || null,
    seenAt: options.now.toISOString(),
    profile: null,
    posts: [],
  }
  const elements: Element[] = []
  const badgeSpots: Element[] = []
  let chipSpot: Element | null = null

  for (const rule of site.profile ?? []) {
    if (observation.profile || !isOn(rule, page)) continue
    for (const item of select(root, rule.root)) {
      if (!attempt(() => rule.keep?.(item, page) ?? true, false)) continue
      observation.profile = readProfile(reading, rule, item)
      chipSpot = attempt(() => rule.chip?.(item, page) ?? item, item)
      break
    }
  }

  const known = new Map<string, number>()
  for (const rule of site.posts) {
    if (!isOn(rule, page)) continue
    for (const item of select(root, rule.select)) {
      if (late() || observation.posts.length >= MAX_POSTS) break
      if (!attempt(() => rule.keep?.(item, page) ?? true, false)) continue
      const mark = reading.mark()
      const post = readPost(reading, rule, item)
      const same = post.id === null ? undefined : known.get(post.id)
      const empty = post.text === '' && post.author.handle === null && post.author.name === null && post.id === null
      if (empty || same !== undefined) {
        reading.rewind(mark)
        continue
      }
      if (post.id !== null) known.set(post.id, observation.posts.length)
      observation.posts.push(post)
      elements.push(item)
      badgeSpots.push(attempt(() => rule.badge?.(item, page) ?? item, item))
    }
  }

  const focal =
    attempt(() => site.focal?.(observation.posts, page), undefined) ??
    observation.posts.find((post) => post.id !== null && post.id === page.params['id']) ??
    observation.posts[0]
  if (focal) {
    for (const rule of site.comments ?? []) {
      if (!isOn(rule, page)) continue
      for (const item of select(root, rule.select)) {
        if (late() || focal.comments.length >= MAX_COMMENTS) break
        if (!attempt(() => rule.keep?.(item, page) ?? true, false)) continue
        const mark = reading.mark()
        const comment = readComment(reading, rule, item, focal)
        if (comment.text === '' && comment.author.handle === null && comment.author.name === null) reading.rewind(mark)
        else focal.comments.push(comment)
      }
    }
  }

  attempt(() => site.finish?.(observation, page), undefined)
  return { observation, misses: reading.misses(), wins: reading.wins(), elements, badgeSpots, chipSpot }
}

function readPost(reading: Reading, rule: PostRule, item: Element): PostSeen {
  const { page } = reading
  const author = readAuthor(reading, 'post', rule, item)
  const id = reading.string('post.id', rule.id, item)
  const body = reading.text('post.text', rule.text, item, rule.textWithout)
  const cut =
    body.text.length >= MAX_TEXT ||
    attempt(
      () => (typeof rule.textCut === 'string' ? !!item.querySelector(rule.textCut) : !!rule.textCut?.(item, page)),
      false,
    )
  const time = readTime(reading, 'post', rule, item)
  const count = (field: 'likes' | 'comments' | 'shares' | 'views' | 'saves') =>
    rule[field] === undefined ? null : reading.count(`post.${field}`, rule[field], item)
  return {
    id,
    url: id === null ? null : attempt(() => rule.url?.(id, author, page) ?? null, null),
    author,
    text: body.text,
    textComplete: !cut,
    visibleText: attempt(() => rule.visibleText?.(item, page) ?? null, null),
    ...time,
    metrics: {
      likes: count('likes'),
      comments: count('comments'),
      shares: count('shares'),
      views: count('views'),
      saves: count('saves'),
    },
    labels: [...new Set(attempt(() => rule.labels?.(item, page) ?? [], []))],
    hashtags: tokens(rule.hashtags, item, page, body, '#'),
    mentions: tokens(rule.mentions, item, page, body, '@'),
    links: rule.links ? unique(attempt(() => rule.links?.(item, page) ?? [], [])) : linksOf(body.element, page),
    comments: [],
  }
}

function readComment(reading: Reading, rule: CommentRule, item: Element, post: PostSeen): CommentSeen {
  const { page } = reading
  const author = readAuthor(reading, 'comment', rule, item)
  const sameHandle = author.handle !== null && author.handle.toLowerCase() === post.author.handle?.toLowerCase()
  return {
    id: rule.id === undefined ? null : reading.string('comment.id', rule.id, item),
    author,
    text: reading.text('comment.text', rule.text, item, rule.textWithout).text,
    likes: rule.likes === undefined ? null : reading.count('comment.likes', rule.likes, item),
    ...readTime(reading, 'comment', rule, item),
    depth: Math.min(100, Math.max(0, Math.trunc(attempt(() => rule.depth?.(item, page) ?? 0, 0)) || 0)),
    pinned: attempt(() => rule.pinned?.(item, page) ?? false, false),
    byAuthor: attempt(() => rule.byAuthor?.(item, page, post) ?? sameHandle, sameHandle),
  }
}

function readProfile(reading: Reading, rule: ProfileRule, item: Element): ProfileSeen {
  const count = (field: 'followers' | 'following' | 'posts') =>
    rule[field] === undefined ? null : reading.count(`profile.${field}`, rule[field], item)
  return {
    ...readAuthor(reading, 'profile', rule, item),
    bio: rule.bio === undefined ? null : reading.text('profile.bio', rule.bio, item).text || null,
    followers: count('followers'),
    following: count('following'),
    posts: count('posts'),
    verified: attempt(() => rule.verified?.(item, reading.page) ?? null, null),
  }
}

function readAuthor(reading: Reading, noun: string, rule: { handle: Field; name?: Field }, item: Element): Author {
  const handle = reading.string(`${noun}.handle`, rule.handle, item)?.replace(/^@/, '') ?? null
  return { handle, name: rule.name === undefined ? null : reading.string(`${noun}.name`, rule.name, item) }
}

function readTime(reading: Reading, noun: string, rule: { publishedAt?: Field; publishedText?: Field }, item: Element) {
  const shown =
    rule.publishedText === undefined ? null : reading.string(`${noun}.publishedText`, rule.publishedText, item)
  const exact = rule.publishedAt === undefined ? null : reading.string(`${noun}.publishedAt`, rule.publishedAt, item)
  return { publishedAt: exact === null ? null : parseTime(exact, reading.page), publishedText: shown }
}

function tokens(field: PostRule['hashtags'], item: Element, page: Page, body: Body, sign: '#' | '@'): string[] {
  if (field) return unique(attempt(() => field(item, page), []))
  const linked = [...(body.element?.querySelectorAll('a[href]') ?? [])]
    .map((a) => oneLine(a.textContent))
    .filter((t) => t.startsWith(sign))
  const found =
    linked.length > 0
      ? linked
      : (body.text.match(sign === '#' ? /[#＃][\p{L}\p{M}\p{N}_]+/gu : /(?<![\w.])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu) ??
        [])
  return unique(found.map((t) => t.slice(1)))
}

function linksOf(element: Element | null, page: Page): string[] {
  const hrefs: string[] = []
  for (const a of element?.querySelectorAll('a[href]') ?? []) {
    const label = oneLine(a.textContent)
    if (/^[#＃@]/.test(label)) continue
    const url = attempt(() => new URL(a.getAttribute('href') ?? '', page.url), null)
    if (url && /^https?:$/.test(url.protocol)) hrefs.push(url.href)
  }
  return unique(hrefs)
}

const unique = (values: readonly string[]): string[] => [...new Set(values.map((v) => v.slice(0, 2_000)))].slice(0, 200)
const isOn = (rule: { on?: readonly string[] }, page: Page) => !rule.on || rule.on.includes(page.kind)

function select(root: ParentNode, selector: string): Element[] {
  return attempt(() => [...root.querySelectorAll(selector)], [])
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

interface Body {
  text: string
  element: Element | null
}

/** Runs fields over items and remembers, per field, which strategies won and where none did. */
class Reading {
  readonly page: Page
  #log: { field: string; won: string | null; tried: readonly string[]; missed: boolean }[] = []

  constructor(page: Page) {
    this.page = page
  }

  mark(): number {
    return this.#log.length
  }
  /** Forgets what was logged since `mark`: the item turned out not to be one. */
  rewind(mark: number): void {
    this.#log.length = mark
  }

  string(name: string, field: Field, item: Element): string | null {
    return this.#read(
      name,
      field,
      item,
      (found) => oneLine(typeof found === 'string' ? found : found.textContent).slice(0, 2_000) || null,
      null,
    )
  }

  text(name: string, field: Field, item: Element, without?: string): Body {
    return this.#read(
      name,
      field,
      item,
      (found) => {
        const text = typeof found === 'string' ? tidy(found).slice(0, MAX_TEXT) : readText(found, without)
        return text === '' ? null : { text, element: typeof found === 'string' ? null : found }
      },
      { text: '', element: null },
    )
  }

  count(name: string, field: Field, item: Element): Count | null {
    const rule = ruleOf(field)
    const otherwise = rule.absent === 'zero' ? { value: 0, step: 1 } : null
    return this.#read(
      name,
      field,
      item,
      (found) => parseCount(typeof found === 'string' ? found : (found.textContent ?? ''), this.page.lang),
      otherwise,
    )
  }

  #read<T>(name: string, field: Field, item: Element, parse: (found: Element | string) => T | null, otherwise: T): T
  #read<T>(
    name: string,
    field: Field,
    item: Element,
    parse: (found: Element | string) => T | null,
    otherwise: null,
  ): T | null
  #read<T>(
    name: string,
    field: Field,
    item: Element,
    parse: (found: Element | string) => T | null,
    otherwise: T | null,
  ): T | null {
    const rule = ruleOf(field)
    const tried = rule.from.map(nameOf)
    for (const [index, strategy] of rule.from.entries()) {
      const value = attempt(() => {
        const found = find(strategy, item, this.page)
        return found === null || found === undefined || found === '' ? null : parse(found)
      }, null)
      if (value === null) continue
      this.#log.push({ field: name, won: `${index + 1} ${tried[index]}`, tried, missed: false })
      return value
    }
    const expected = (rule.absent ?? 'miss') === 'miss' && (!rule.on || rule.on.includes(this.page.kind))
    this.#log.push({ field: name, won: null, tried, missed: expected })
    return otherwise
  }

  misses(): MissSeen[] {
    const byField = new Map<string, MissSeen>()
    for (const entry of this.#log) {
      const miss = byField.get(entry.field) ?? { field: entry.field, of: 0, missing: 0, tried: [...entry.tried] }
      miss.of++
      if (entry.missed) miss.missing++
      byField.set(entry.field, miss)
    }
    return [...byField.values()].filter((miss) => miss.missing > 0)
  }

  wins(): Record<string, Record<string, number>> {
    const wins: Record<string, Record<string, number>> = {}
    for (const { field, won } of this.#log) {
      if (won === null) continue
      const tally = (wins[field] ??= {})
      tally[won] = (tally[won] ?? 0) + 1
    }
    return wins
  }
}

function ruleOf(field: Field): FieldRule {
  if (typeof field === 'object' && 'from' in field) return field
  if (Array.isArray(field)) return { from: field as readonly Strategy[] }
  return { from: [field as Strategy] }
}

function find(strategy: Strategy, item: Element, page: Page): Element | string | null | undefined {
  if (typeof strategy === 'function') return strategy(item, page)
  if (typeof strategy === 'string') return item.querySelector(strategy)
  const element = strategy.select === '' ? item : item.querySelector(strategy.select)
  return element?.getAttribute(strategy.attr)?.slice(0, MAX_ATTRIBUTE)
}

function nameOf(strategy: Strategy): string {
  if (typeof strategy === 'string') return strategy.slice(0, 300)
  if (typeof strategy === 'function') return strategy.name || 'function'
  return `${strategy.select}@${strategy.attr}`.slice(0, 300)
}

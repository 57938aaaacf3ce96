import { MAX_COMMENTS, MAX_POSTS, MAX_TEXT } from '../domain/limits.ts'
import type { Author, CommentSeen, Observation, PostSeen, ProfileSeen } from '../domain/observation.ts'
import { lazyPattern } from '../text/lazy-pattern.ts'
import { readInstant } from './instants.ts'
import { pageOf } from './page.ts'
import { cut, oneLine } from './read-text.ts'
import { attempt, createReading } from './reading.ts'
import type { Body, Reading } from './reading.ts'
import type { CommentRule, Extract, Field, Page, PostRule, ProfileRule, Site } from './types.ts'

/** Time given to one reading; what is left is read at the next. A hostile page must not freeze the tab. */
const BUDGET_MS = 200
/** Most matches of one selector looked at, and most entries of one list kept. */
const MAX_ITEMS = 20_000
const MAX_LIST = 200
const MAX_ENTRY = 2_000

export interface ExtractOptions {
  readonly lang?: string
  readonly now: Date
  /** A clock in milliseconds for the time box; tests may leave it out to read without one. */
  readonly clock?: () => number
  /** Milliseconds for this reading, with a `clock`; default BUDGET_MS. */
  readonly budget?: number
  /**
   * Read these posts and comments only, each by the first rule whose selector it matches, instead of all that
   * `root` holds; `root` is still the page that adapters look around in.
   */
  readonly items?: readonly Element[]
  /** False leaves the profile out: it was read a moment ago. */
  readonly profile?: boolean
}

/**
 * Reads one page with one adapter. The only interpreter of adapters: it reads, never writes, and never
 * throws; a strategy that throws counts as one that found nothing. Fields not found are `misses`.
 */
export function extract(site: Site, root: ParentNode, address: string, options: ExtractOptions): Extract {
  const page = pageOf(site, root, address, options)
  const reading = createReading(page, site.parseTime ?? readInstant)
  const deadline = options.clock ? options.clock() + (options.budget ?? BUDGET_MS) : Infinity
  const late = () => options.clock !== undefined && options.clock() > deadline

  const observation: Observation = {
    platform: site.id,
    url: address.slice(0, MAX_ENTRY),
    page: page.kind,
    lang: page.lang || null,
    seenAt: options.now.toISOString(),
    profile: null,
    posts: [],
  }
  const elements: Element[] = []
  const badgeSpots: Element[] = []
  let chipSpot: Element | null = null

  /** Items of a rule that are what they look like. `take` reads one; false stops. */
  const each = (
    rule: Pick<PostRule, 'select' | 'on' | 'keep'> & { everywhere?: boolean },
    take: (item: Element) => boolean,
  ) => {
    if (rule.on && !rule.on.includes(page.kind)) return
    const items =
      options.items && !rule.everywhere
        ? options.items.filter((item) => attempt(() => item.matches(rule.select), false))
        : attempt(() => [...root.querySelectorAll(rule.select)].slice(0, MAX_ITEMS), [])
    for (const item of items) {
      if (late()) return
      if (!attempt(() => rule.keep?.(item, page) ?? true, false)) continue
      const mark = reading.mark()
      const going = attempt(() => take(item), null)
      // Whatever made the item unreadable, the rest of the page still counts.
      if (going === null) reading.rewind(mark)
      if (going === false) return
    }
  }

  for (const rule of options.profile === false ? [] : (site.profile ?? [])) {
    each({ ...rule, select: rule.root, everywhere: true }, (item) => {
      if (observation.profile) return false
      observation.profile = readProfile(reading, rule, item)
      chipSpot = attempt(() => rule.chip?.(item, page) ?? item, item)
      return false
    })
  }

  const known = new Set<string>()
  for (const rule of site.posts) {
    each(rule, (item) => {
      if (observation.posts.length >= MAX_POSTS) return false
      const mark = reading.mark()
      const post = readPost(reading, rule, item)
      const empty = post.text === '' && post.author.handle === null && post.author.name === null && post.id === null
      if (empty || (post.id !== null && known.has(post.id))) {
        reading.rewind(mark)
        return true
      }
      if (post.id !== null) known.add(post.id)
      observation.posts.push(post)
      elements.push(item)
      badgeSpots.push(attempt(() => rule.badge?.(item, page) ?? item, item))
      return true
    })
  }

  const focal =
    attempt(() => site.focal?.(observation.posts, page), undefined) ??
    observation.posts.find((post) => post.id !== null && post.id === page.params['id']) ??
    // An address that names a post is about that one only: another post must not be given its comments.
    (page.params['id'] === undefined ? observation.posts[0] : observation.posts.find((post) => post.id === null))
  if (focal) {
    const knownComments = new Set<string>()
    for (const rule of site.comments ?? []) {
      each(rule, (item) => {
        if (focal.comments.length >= MAX_COMMENTS) return false
        const mark = reading.mark()
        const comment = readComment(reading, rule, item, focal)
        const empty = comment.text === '' && comment.author.handle === null && comment.author.name === null
        if (empty || (comment.id !== null && knownComments.has(comment.id))) {
          reading.rewind(mark)
          return true
        }
        if (comment.id !== null) knownComments.add(comment.id)
        focal.comments.push(comment)
        return true
      })
    }
  }

  const isPartial = options.items !== undefined || late()
  const { id } = page.params
  const says = isPartial || focal || page.kind !== 'post' ? null : attempt(() => site.gone?.(page) ?? null, null)
  if (says !== null && id !== undefined) observation.gone = { id: id.slice(0, MAX_ENTRY), says }
  // A reading of some items, or one cut short, says nothing of what it did not reach; what is gone is no miss.
  noteParts(reading, site, observation, focal, isPartial || says !== null)

  attempt(() => site.finish?.(observation, page), undefined)
  return { observation, ...reading.summary(), elements, badgeSpots, chipSpot }
}

/**
 * Notes which parts of the page were read, its posts, its comments, its profile, and of which there are only signs:
 * what the adapter names, other things than the rules' own hooks. A page that truly has none, or is still loading,
 * shows no sign of them either.
 */
function noteParts(reading: Reading, site: Site, seen: Observation, focal: PostSeen | undefined, isPartial: boolean) {
  const { kind, params, root } = reading.page
  const note = (part: 'posts' | 'comments' | 'profile', read: number, most: number, of = 0) => {
    const signs = isPartial ? 0 : attempt(() => root.querySelectorAll(site.signs?.[part] ?? '_').length, 0)
    reading.part(`page.${part}`, read, Math.max(read, Math.min(most, signs || of)))
  }
  const posts = Number(seen.posts.length > 0)
  // The post that the address names has to be among them; where posts are, there is a profile.
  const isLost = !isPartial && kind === 'post' && params['id'] !== undefined && !focal
  if (kind !== 'other') note('posts', isLost ? 0 : posts, 1, posts)
  // A live stream is watched on its channel's page.
  if (focal && kind !== 'feed') note('comments', focal.comments.length, MAX_COMMENTS)
  // A server that somebody added as one of these may be another software.
  const { detect } = site
  if (detect && !isPartial && posts === 0 && !seen.profile)
    reading.part('page.software', Number(attempt(() => detect(root), true)), 1)
  if (site.profile && kind === 'profile') note('profile', Number(!!seen.profile), 1, isPartial ? 0 : posts)
}

function readPost(reading: Reading, rule: PostRule, item: Element): PostSeen {
  const { page } = reading
  const author = readAuthor(reading, 'post', rule, item)
  const id = reading.string('post.id', rule.id, item)
  const body = reading.text('post.text', rule.text, item, rule.textWithout, rule.textInline)
  const isCut =
    body.text.length >= MAX_TEXT ||
    attempt(
      () => (typeof rule.textCut === 'string' ? !!item.querySelector(rule.textCut) : !!rule.textCut?.(item, page)),
      false,
    )
  const visible = attempt(() => rule.visibleText?.(item, page) ?? null, null)
  return {
    id,
    url: id === null ? null : attempt(() => rule.url?.(id, author, page)?.slice(0, MAX_ENTRY) ?? null, null),
    author,
    text: body.text,
    textComplete: !isCut,
    visibleText: visible === null ? null : cut(visible, MAX_TEXT),
    ...readTime(reading, 'post', rule, item),
    metrics: {
      likes: reading.count('post.likes', rule.likes, item),
      comments: reading.count('post.comments', rule.comments, item),
      shares: reading.count('post.shares', rule.shares, item),
      views: reading.count('post.views', rule.views, item),
      saves: reading.count('post.saves', rule.saves, item),
    },
    labels: [...new Set(attempt(() => rule.labels?.(item, page) ?? [], []))],
    hashtags: tokens(rule.hashtags, item, page, body, '#'),
    mentions: tokens(rule.mentions, item, page, body, '@'),
    links: attempt(() => unique(rule.links ? rule.links(item, page) : linksOf(body.element, page)), []),
    comments: [],
  }
}

function readComment(reading: Reading, rule: CommentRule, item: Element, post: PostSeen): CommentSeen {
  const { page } = reading
  const author = readAuthor(reading, 'comment', rule, item)
  const sameHandle = author.handle !== null && author.handle.toLowerCase() === post.author.handle?.toLowerCase()
  return {
    id: reading.string('comment.id', rule.id, item),
    author,
    text: reading.text('comment.text', rule.text, item, rule.textWithout, rule.textInline).text,
    likes: reading.count('comment.likes', rule.likes, item),
    ...readTime(reading, 'comment', rule, item),
    depth: readDepth(reading, rule, item),
    pinned: attempt(() => rule.pinned?.(item, page) ?? false, false),
    byAuthor: attempt(() => rule.byAuthor?.(item, page, post) ?? sameHandle, sameHandle),
  }
}

/** 0 where nothing tells: the miss says that it is not known. */
function readDepth(reading: Reading, { depth }: CommentRule, item: Element): number {
  if (!depth) return 0
  const found = attempt(() => depth(item, reading.page), null)
  reading.part('comment.depth', Number(found !== null), 1)
  return Math.min(100, Math.max(0, Math.trunc(found ?? 0) || 0))
}

function readProfile(reading: Reading, rule: ProfileRule, item: Element): ProfileSeen {
  return {
    ...readAuthor(reading, 'profile', rule, item),
    bio: reading.text('profile.bio', rule.bio, item, rule.bioWithout, rule.bioInline).text || null,
    followers: reading.count('profile.followers', rule.followers, item),
    following: reading.count('profile.following', rule.following, item),
    posts: reading.count('profile.posts', rule.posts, item),
    verified: attempt(() => rule.verified?.(item, reading.page) ?? null, null),
  }
}

function readAuthor(reading: Reading, noun: string, rule: { handle: Field; name?: Field }, item: Element): Author {
  const handle = reading.string(`${noun}.handle`, rule.handle, item)?.replace(/^@/, '') ?? null
  return { handle, name: reading.string(`${noun}.name`, rule.name, item) }
}

function readTime(reading: Reading, noun: string, rule: { publishedAt?: Field; publishedText?: Field }, item: Element) {
  const publishedText = reading.string(`${noun}.publishedText`, rule.publishedText, item)
  return { publishedAt: reading.time(`${noun}.publishedAt`, rule.publishedAt, item), publishedText }
}

/** What the caption links as `#` or `@`; where it links nothing, the tokens of its text. */
function tokens(field: PostRule['hashtags'], item: Element, page: Page, body: Body, sign: '#' | '@'): string[] {
  if (field) return attempt(() => unique(field(item, page)), [])
  const linked = attempt(() => [...(body.element?.querySelectorAll('a[href]') ?? [])], [])
    .slice(0, MAX_LIST)
    .map((a) => oneLine(a.textContent))
    .filter((text) => text.startsWith(sign))
  const found = linked.length > 0 ? linked : tokensOf(body.text, sign)
  return unique(found.map((text) => text.slice(1)))
}

/** `#ad` and `@name` as they stand in a text, with their sign. */
export function tokensOf(text: string, sign: '#' | '@'): readonly string[] {
  // Most texts have none, and are not searched.
  if (sign === '#') return /[#＃]/.test(text) ? (text.match(HASHTAGS()) ?? []) : []
  return text.includes('@') ? (text.match(MENTIONS()) ?? []) : []
}
const HASHTAGS = lazyPattern(String.raw`[#＃][\p{L}\p{M}\p{N}_]+`, 'gu')
const MENTIONS = lazyPattern(String.raw`(?<![\w.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?`, 'gu')

function linksOf(element: Element | null, page: Page): string[] {
  const hrefs: string[] = []
  for (const a of element?.querySelectorAll('a[href]') ?? []) {
    if (hrefs.length >= MAX_LIST) break
    if (/^[#＃@]/.test(oneLine(a.textContent))) continue
    const url = attempt(() => new URL(a.getAttribute('href') ?? '', page.url), null)
    if (url && /^https?:$/.test(url.protocol)) hrefs.push(url.href)
  }
  return hrefs
}

const unique = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => cut(value, MAX_ENTRY)).filter((value) => value !== ''))].slice(0, MAX_LIST)

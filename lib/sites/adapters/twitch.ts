import type { Label } from '../../domain/observation.ts'
import { all, attr, climb, follows, hasDigit, leaves, one, texts, textOf } from '../dom.ts'
import { saysFollowers, saysPromotion } from '../label-words.ts'
import { cut } from '../read-text.ts'
import type { AddressExample, Page, Strategy } from '../types.ts'
import { defineSite, guess, maybe } from '../types.ts'

/** Twitch names its parts for its own tests; these names have held for years, the classes change with every release. */
const target = (...names: readonly string[]) => names.map((name) => `[data-a-target="${name}"]`).join(', ')

/** First segments that are Twitch's own pages and nobody's channel. */
const RESERVED =
  /^(?:bits|broadcast|directory|downloads|drops|embed|event|friends|inventory|jobs|login|messages|moderator|p|popout|prime|privacy|products|search|settings|signup|store|subs|subscriptions|team|turbo|user|videos|wallet)$/i
const isChannel = ({ handle = '' }: Readonly<Record<string, string>>, url: URL) =>
  /^\w{2,25}$/.test(handle) && !RESERVED.test(handle) && !isClips(url)
const isClips = (url: URL) => url.hostname.startsWith('clips.')

/** The channel an address leads to: `/alice`, `/alice/videos`, on whatever host of Twitch. */
function channelIn(href: string, page: Page): string | undefined {
  const url = href === '' ? null : new URL(href, page.url)
  const [, handle = ''] = /^\/(\w+)(?:\/|$)/.exec(url?.pathname ?? '') ?? []
  return url && isChannel({ handle }, url) ? handle : undefined
}
/** A recording has a number, a clip a name; what is live has neither. */
const idIn = (href: string) => /\/videos\/(\d+)|\/clip\/([\w-]+)/.exec(href)?.slice(1).find(Boolean)

// ---------------------------------------------------------------- what is on: a stream, a recording, a clip

const INFO = '#live-channel-stream-information, .channel-info-content, [aria-label="Stream Information"]'
const TITLE = target('stream-title')
const titleOf = (main: Element) =>
  one(main, TITLE) ??
  one(main, '#live-channel-stream-information h2, .channel-info-content h2, [aria-label="Stream Information"] p')
const nameOf = (main: Element) => one(main, '#live-channel-stream-information h1, .channel-info-content h1')
const linkedChannel: Strategy = (main, page) => channelIn(attr(nameOf(main)?.closest('a'), 'href'), page)

/** "Includes paid promotion", beside the title or on the picture. */
const labelsOf = (item: Element): Label[] =>
  leaves(item).some((leaf) => saysPromotion(textOf(leaf)) && !leaf.closest('.chat-room')) ? ['paid-promotion'] : []

/** Tags stand below the title and are part of what the viewer is told. */
const tagsOf = (main: Element) => all(main, 'a[href^="/directory/all/tags/"]').map(textOf)

// ---------------------------------------------------------------- cards

const CARD_TITLE = target('preview-card-title-link')
const CARD_LINKS = target('preview-card-image-link', 'preview-card-title-link', 'preview-card-channel-link')

/** The card around its title, whatever element it is. */
const cardOf = (item: Element): Element =>
  item.matches('article') ? item : (climb(item, (box) => all(box, CARD_LINKS).length > 1) ?? item)
const links = (item: Element) => all(cardOf(item), 'a[href]').map((a) => attr(a, 'href'))
const cardChannel: Strategy = (item, page) =>
  channelIn(attr(one(cardOf(item), target('preview-card-channel-link')), 'href'), page)
const anyChannel: Strategy = (item, page) =>
  links(item)
    .map((href) => channelIn(href, page))
    .find(Boolean)
const namedTitle: Strategy = (item) =>
  one(cardOf(item), CARD_TITLE) ?? (item.matches(CARD_TITLE) ? item : one(item, 'h3, h4'))
/** Of the links of a card, the picture's has no words and the channel's says its name. */
const linkedTitle: Strategy = (item, page) =>
  all(cardOf(item), 'a[href]').find((a) => {
    const text = textOf(a).toLowerCase()
    return text !== '' && text !== channelIn(attr(a, 'href'), page)?.toLowerCase()
  })
const isCard = (item: Element, page: Page) =>
  one(item, CARD_LINKS) !== null || links(item).filter((href) => channelIn(href, page) ?? idIn(href)).length > 1

/** "1.2K viewers", among length and age on the picture. */
const viewers: Strategy = (item) =>
  leaves(cardOf(item)).find(
    (leaf) =>
      hasDigit(textOf(leaf)) && /view|zuschau|spect|espect|visual|просм|зрит|視聴|观看|觀看|시청/i.test(textOf(leaf)),
  )

// ---------------------------------------------------------------- chat

/** Other extensions put lines of their own in place of Twitch's: FrankerFaceZ within them, 7TV instead of them. */
const LINE = `.chat-line__message, ${target('chat-line-message')}, .seventv-message`
const BODY = `${target('chat-line-message-body')}, .seventv-chat-message-body, .message`
const USER = `${target('chat-message-username')}, .seventv-chat-user-username, .chat-author__display-name`
/** In a line without a body of its own, what is not said: who, when, badges, the message that is answered. */
const FRAME = `${USER}, ${target('chat-badge')}, .chat-badge, .chat-author__intl-login, .chat-line__timestamp, .chat-line__username, .seventv-chat-user, [class*="reply-line"], button`

/** Who speaks: what is marked so, else the one word before the colon. */
function nameIn(line: Element): Element | null {
  const marked = one(line, USER)
  if (marked) return marked
  const parts = texts(line).filter((text) => !text.parentElement?.closest(FRAME))
  const colon = parts.findIndex((text) => /^\s*:/.test(text.nodeValue ?? ''))
  const before = parts[colon - 1]?.parentElement
  return before && before !== line && /^@?\w{2,25}$/.test(textOf(before)) ? before : null
}

/** Words and emotes in their order. An emote is a word with a picture. Without a name nobody can tell where they begin. */
function said(line: Element): string | null {
  const user = nameIn(line)
  const body = one(line, BODY) ?? (user && line)
  if (!body) return null
  const parts: string[] = []
  const walker = line.ownerDocument.createTreeWalker(body, 5)
  for (let node = walker.nextNode(); node && parts.length < 2_000; node = walker.nextNode()) {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement
    if (body === line && (element?.closest(FRAME) || !user || user.contains(node) || !follows(user, node))) continue
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '')
    else if (element?.tagName === 'IMG') parts.push(` ${cut(attr(element, 'alt'), 64)} `)
  }
  const text = parts.join('').replace(/\s+/g, ' ').trim()
  return body === line ? text.replace(/^:\s*/, '') : text
}

const login: Strategy = (line) =>
  attr(line, 'data-a-user') || attr(one(line, '[data-a-user]'), 'data-a-user') || attr(line, 'data-user')
/** A name in other letters is followed by the one to sign in with, in brackets. */
const intlLogin: Strategy = (line) => textOf(one(line, '.chat-author__intl-login')).replace(/[()\s]/g, '')
const displayed: Strategy = (line) => /^@?(\w{2,25})$/.exec(textOf(nameIn(line)))?.[1]?.toLowerCase()
const otherName: Strategy = (line) => {
  const name = textOf(one(line, '.chat-author__display-name, .seventv-chat-user-username') ?? one(line, USER))
  return /^@?\w+$/.test(name) ? null : name.replace(/\s*\(\w+\)$/, '')
}

// ---------------------------------------------------------------- the channel

const ABOUT = `.about-section, ${target('about-panel')}`
/** "1.2M followers": its own element, or the smallest around number and word. */
const followers: Strategy = (main) =>
  all(main, ABOUT)
    .flatMap((about) => all(about, '*'))
    .slice(0, 500)
    .findLast((part) => {
      const text = textOf(part)
      return text.length < 60 && hasDigit(text) && saysFollowers(text)
    })
const bio: Strategy = (main) =>
  all(main, '.about-section p').find((part) => texts(part).length > 0 && !saysFollowers(textOf(part)))

export default defineSite({
  id: 'twitch',
  name: 'Twitch',
  matches: ['*://*.twitch.tv/*'],
  pages: [
    { kind: 'post', path: '/:id', when: (_params, url) => isClips(url) },
    { kind: 'post', path: '/videos/:id(\\d+)' },
    { kind: 'post', path: '/:handle/clip/:id' },
    { kind: 'post', path: '/:handle/v(ideo)?/:id(\\d+)' },
    { kind: 'search', path: '/search' },
    { kind: 'feed', path: '/' },
    { kind: 'feed', path: '/directory{/*}?' },
    { kind: 'profile', path: '/moderator/:handle' },
    { kind: 'profile', path: '/:handle{/:tab(about|videos|clips|schedule|home|collections)}?', when: isChannel },
  ],
  posts: [
    {
      // Beside a recording or a clip they are recommendations.
      on: ['feed', 'search', 'profile'],
      select: `article, ${CARD_TITLE}`,
      keep: (item, page) => (item.matches('article') ? isCard(item, page) : !item.closest('article')),
      id: maybe((item) => links(item).map(idIn).find(Boolean)),
      url: (id, author, page) => addressOf(id, author.handle, page),
      handle: [cardChannel, anyChannel, (_item, page) => page.params['handle']],
      text: [namedTitle, linkedTitle],
      views: guess(viewers),
      labels: labelsOf,
      badge: (item) => one(cardOf(item), CARD_TITLE)?.parentElement ?? null,
    },
    {
      on: ['post', 'profile'],
      select: 'main, body',
      // The innermost of the two that shows what is on.
      keep: (item) =>
        titleOf(item) !== null && !(item.matches('body') && one(item, 'main') && titleOf(one(item, 'main') ?? item)),
      id: { from: [(_main, page) => page.params['id']], on: ['post'] },
      url: (id, author, page) => addressOf(id, author.handle, page),
      handle: [(_main, page) => page.params['handle'], linkedChannel],
      name: guess(nameOf),
      text: titleOf,
      // For how long it has been on.
      publishedText: guess('.live-time'),
      views: guess(target('animated-channel-viewers-count'), target('channel-viewers-count')),
      labels: (main) => labelsOf(one(main, INFO) ?? main),
      hashtags: (main) => [
        ...(textOf(titleOf(main)).match(/#[\p{L}\p{M}\p{N}_]+/gu) ?? []).map((tag) => tag.slice(1)),
        ...tagsOf(main),
      ],
      badge: (main) => titleOf(main)?.parentElement ?? null,
    },
  ],
  signs: {
    posts: `${target('preview-card-image-link', 'animated-channel-viewers-count')}, .channel-status-info--live`,
    comments: `.chat-line__message:not(:has(${target('chat-deleted-message-placeholder')}))`,
    profile: target('follow-button', 'about-panel'),
  },
  comments: [
    {
      on: ['post', 'profile'],
      select: LINE,
      keep: (line) => !line.parentElement?.closest(LINE) && !one(line, target('chat-deleted-message-placeholder')),
      id: guess({ select: '', attr: 'msg-id' }, { select: '[msg-id]', attr: 'msg-id' }),
      handle: [login, intlLogin, displayed],
      name: maybe(otherName),
      text: [said],
      publishedText: guess('.chat-line__timestamp', '.seventv-chat-message-timestamp'),
    },
  ],
  // Chat is about what is on, not about the channel's other cards.
  focal: (posts, { params }) =>
    posts.find(
      ({ id, author }) => id === (params['id'] ?? null) && (!params['handle'] || author.handle === params['handle']),
    ),
  profile: [
    {
      on: ['profile'],
      root: 'body',
      keep: (body) => one(body, `${INFO}, ${ABOUT}, ${target('follow-button', 'stream-title')}`) !== null,
      handle: [(_body, page) => page.params['handle']],
      name: guess(nameOf),
      bio: guess(bio),
      followers: guess(followers),
      verified: (body) => (one(body, '[aria-label="Verified Partner" i], [title="Verified Partner" i]') ? true : null),
      chip: (body) => nameOf(body) ?? one(body, target('follow-button'))?.parentElement ?? null,
    },
  ],
})

const addressOf = (id: string, handle: string | null, { url }: Page): string => {
  const origin = isClips(url) ? 'https://www.twitch.tv' : url.origin
  if (/^\d+$/.test(id)) return `${origin}/videos/${id}`
  return handle === null ? `https://clips.twitch.tv/${id}` : `${origin}/${handle}/clip/${id}`
}

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.twitch.tv/', kind: 'feed' },
  { url: 'https://www.twitch.tv/directory/category/food-drink', kind: 'feed' },
  { url: 'https://www.twitch.tv/maya_bakes', kind: 'profile' },
  { url: 'https://www.twitch.tv/maya_bakes/videos?filter=archives', kind: 'profile' },
  { url: 'https://m.twitch.tv/maya_bakes/about', kind: 'profile' },
  { url: 'https://www.twitch.tv/moderator/maya_bakes', kind: 'profile' },
  { url: 'https://www.twitch.tv/videos/2345678901', kind: 'post' },
  { url: 'https://www.twitch.tv/maya_bakes/clip/CrustyRyeLoaf-a1B2c3', kind: 'post' },
  { url: 'https://clips.twitch.tv/CrustyRyeLoaf-a1B2c3', kind: 'post' },
  { url: 'https://www.twitch.tv/search?term=rye', kind: 'search' },
  { url: 'https://www.twitch.tv/popout/maya_bakes/chat', kind: 'other' },
  { url: 'https://www.twitch.tv/settings/profile', kind: 'other' },
  { url: 'https://www.twitch.tv/subscriptions', kind: 'other' },
]

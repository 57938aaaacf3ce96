import type { Author, Label } from '../../domain/observation.ts'
import { parseCount } from '../counts.ts'
import { all, attr, follows, hasDigit, isRendered, leaves, one, perItem, perPage, textOf } from '../dom.ts'
import { saysAi, saysPartnership, saysPinned, saysSponsored } from '../label-words.ts'
import { readText } from '../read-text.ts'
import type { AddressExample, Page, Strategy } from '../types.ts'
import { defineSite, guess, maybe } from '../types.ts'
import { comment, commentLikes, commentParts, DIALOG, focalOf, isByAuthor, isComment, isPost } from './facebook-page.ts'
import { addressOf, ARTICLE, BUTTON, commentLinks, CONTROL, isIn, isReply, isVanity } from './facebook-parts.ts'
import { partsOf, postAt, shownLabel, toolbarOf, userOf } from './facebook-parts.ts'

const isUser = ({ handle = '' }: Readonly<Record<string, string>>) => isVanity(handle)
const profileOf = ({ params, url }: Page): string | null => params['handle'] ?? url.searchParams.get('id')

// ---------------------------------------------------------------- who, when, what

const authorHandle: Strategy = (item, page) => userOf(partsOf(item, page).author)
const avatarHandle: Strategy = (item) => userOf(all(item, 'a[href]').find(userOf))
const authorName: Strategy = (item, page) => partsOf(item, page).author
const avatarName: Strategy = (item, page) => {
  const handle = userOf(partsOf(item, page).author)
  return attr(
    all(item, 'a[aria-label]').find((link) => handle !== '' && userOf(link) === handle),
    'aria-label',
  )
}

/** Where the time links lead, by id: posts of groups and of people without a name have addresses of their own. */
const addresses = perPage(() => new Map<string, string>())
const idInTime: Strategy = (item, page) => {
  const post = postAt(addressOf(partsOf(item, page).time))
  if (post) addresses(page).set(post.id, post.url)
  return post?.id
}
const idInComments: Strategy = (item) =>
  commentLinks(item)
    .map((link) => postAt(addressOf(link))?.id)
    .find(Boolean)
const idOfPage: Strategy = (item, page) => (item === focalOf(page) ? postAt(page.url)?.id : null)

/** As words: what they mean is read where there is more room, and the label is there for links of letters. */
const timeLabel: Strategy = (item, page) => whenSaid(attr(partsOf(item, page).time, 'aria-label'))
const timeShown: Strategy = (item, page) => {
  const { time } = partsOf(item, page)
  return time && whenSaid(isShuffled(time) ? shownLabel(time) : textOf(time))
}
/** Advertisements say so where others tell the time. */
const whenSaid = (text: string): string | null => (saysSponsored(text) ? null : text)
const isShuffled = (link: Element): boolean => one(link, 'use, [aria-labelledby]') !== null || leaves(link).length > 3

const messageOf: Strategy = (item, page) => partsOf(item, page).message
/** "See more" follows dots; "See less", once it was pressed, does not. */
function isCut(item: Element, page: Page): boolean {
  const box = partsOf(item, page).message
  return !!box && one(box, CONTROL) !== null && /(?:…|\.\.\.)$/.test(readText(box, CONTROL))
}

// ---------------------------------------------------------------- figures

/** The beginnings of the words in the languages that most readers have; elsewhere the order tells. */
const COMMENTS = /[ck]om+ent|opmerking|комм?ент|yorum|bình luận|コメント|댓글|评论|留言|تعليق/iu
const SHARES =
  /share|teilt|partag|compart|condivis|gedeeld|delt|udost|подел|paylaş|bagikan|chia sẻ|シェア|공유|分享|مشارك/iu
const VIEWS = /view|aufruf|vues|visuali|reproduc|weergave|просмотр|再生|조회|播放|مشاهد/iu

/** A text that is a figure and nothing else: "369", "1.2K", "1,2 Mio."; not "Maya and 368 others". */
function isFigure(text: string, page: Page): boolean {
  const count = /^\p{Nd}/u.test(text) && text.length < 16 ? parseCount(text, page.lang) : null
  return count !== null && (count.step > 1 || !/\p{L}/u.test(text))
}

/** The texts with a digit between the author's name and the comments: not the caption's, the header's or the shared post's. */
const countsOf = perItem((item, page): readonly Element[] => {
  const { author, time, message, shared, end } = partsOf(item, page)
  const start = time ?? author
  return leaves(item).filter(
    (leaf) =>
      start &&
      follows(start, leaf) &&
      !start.contains(leaf) &&
      !message?.contains(leaf) &&
      !(end && (end.contains(leaf) || follows(end, leaf))) &&
      hasDigit(textOf(leaf)) &&
      // In what is shared are others' figures and dates; all of the post's own stand below it.
      !(shared && shared.contains(leaf)) &&
      !isIn(leaf, 'a, h2, h3, h4', item),
  )
})
/** The number beside the faces. */
const likesBesideFaces: Strategy = (item, page) => {
  const faces = toolbarOf(item, page)
  return faces && countsOf(item, page).find((leaf) => follows(faces, leaf) && isFigure(textOf(leaf), page))
}
/** The first figure that stands before a count of comments or shares. */
const likesBeforeComments: Strategy = (item, page) => {
  const counts = countsOf(item, page)
  const next = counts.findIndex((leaf) => COMMENTS.test(textOf(leaf)) || SHARES.test(textOf(leaf)))
  return counts[next - 1] && isFigure(textOf(counts[next - 1]), page) ? counts[next - 1] : null
}
/** In the viewer of reels and in new layouts the figures stand beside the icons: like, comment, share. */
const besideIcon =
  (place: number): Strategy =>
  (item, page) => {
    const figures = countsOf(item, page).filter((leaf) => isFigure(textOf(leaf), page))
    const icons = figures.filter((leaf) => leaf.closest(BUTTON) !== null || leaf.parentElement?.querySelector('i, svg'))
    return toolbarOf(item, page) === undefined && icons.length === 3 ? icons[place] : null
  }
const worded =
  (words: RegExp): Strategy =>
  (item, page) =>
    countsOf(item, page).find((leaf) => words.test(textOf(leaf)) && textOf(leaf).length < 40)
/** In a language nobody listed: the first and the second thing to press after the faces, where there are two. */
const pressed =
  (place: number): Strategy =>
  (item, page) => {
    const faces = toolbarOf(item, page)
    const buttons = countsOf(item, page).filter((leaf) => faces && follows(faces, leaf) && leaf.closest(BUTTON))
    const isKnown = buttons.some((leaf) => [COMMENTS, SHARES, VIEWS].some((words) => words.test(textOf(leaf))))
    return buttons.length === 2 && !isKnown ? buttons[place] : null
  }

// ---------------------------------------------------------------- labels

/** What stands in the header beside the author and the time, and above them. */
const labels = perItem((item, page): readonly Label[] => {
  const { author, message: body, shared, end } = partsOf(item, page)
  const stop = body ?? shared ?? end ?? toolbarOf(item, page)
  const isInHeader = (element: Element) =>
    !(stop && (stop.contains(element) || follows(stop, element))) && !author?.contains(element) && isRendered(element)
  const links = all(item, 'a[href], [aria-labelledby]').filter(
    (link) => author && follows(author, link) && isInHeader(link) && !userOf(link) && !link.matches(ARTICLE),
  )
  const said = [...leaves(item).filter(isInHeader).map(textOf), ...links.map(shownLabel)]
  const found: [Label, unknown][] = [
    // Since October 2026 the time's place holds a link without letters.
    [
      'sponsored',
      said.some(saysSponsored) ||
        links.some((link) => /^\u2060+$/.test(link.textContent ?? '') && !attr(link, 'aria-label')),
    ],
    ['paid-partnership', said.some(saysPartnership)],
    ['ai-generated', said.some(saysAi)],
    ['pinned', author && leaves(item).some((leaf) => follows(leaf, author) && saysPinned(textOf(leaf)))],
  ]
  return found.flatMap(([label, is]) => (is ? [label] : []))
})

const isAd = (item: Element, page: Page): boolean => labels(item, page).includes('sponsored')

const POST = {
  select: `${ARTICLE}, ${DIALOG}, [role="complementary"], [role="main"]`,
  handle: [authorHandle, avatarHandle],
  name: [authorName, avatarName],
  // A picture has no text.
  text: maybe(messageOf),
  textWithout: CONTROL,
  textCut: isCut,
  visibleText: (item: Element, page: Page) =>
    isCut(item, page) ? readText(partsOf(item, page).message ?? item, CONTROL) : null,
  url: (id: string, _author: Author, page: Page) =>
    (page.kind === 'post' ? postAt(page.url)?.url : addresses(page).get(id)) ?? null,
  likes: [likesBesideFaces, likesBeforeComments, besideIcon(0)],
  // Left out where there are none.
  comments: maybe(worded(COMMENTS), pressed(0), besideIcon(1)),
  shares: maybe(worded(SHARES), pressed(1), besideIcon(2)),
  views: guess(worded(VIEWS)),
  labels,
  badge: (item: Element, page: Page) => partsOf(item, page).author?.parentElement ?? null,
} as const

// ---------------------------------------------------------------- profile

/** A link with a figure to the list it counts. */
const linkTo = (main: Element, list: string) =>
  all(main, `a[href*="/${list}"], a[href*="sk=${list}"]`).find((link) => hasDigit(textOf(link)))
const statLink =
  (list: string): Strategy =>
  (main) =>
    linkTo(main, list)
/** The picture is called like its owner; so that it is no other picture, the name has to be on the page, too. */
const pictureName: Strategy = (item) => {
  const name = attr(one(item, 'svg[aria-label]'), 'aria-label')
  return leaves(item).some((leaf) => textOf(leaf) === name && !leaf.closest('svg')) ? name : null
}
export default defineSite({
  id: 'facebook',
  name: 'Facebook',
  matches: ['*://*.facebook.com/*'],
  pages: [
    { kind: 'post', path: '/groups/:group/:type(posts|permalink)/*' },
    { kind: 'post', path: '/:type(reel|share)/*' },
    { kind: 'post', path: '/:type(permalink.php|story.php|photo|photo.php)' },
    { kind: 'post', path: '/watch', search: '*v=*' },
    { kind: 'post', path: '/:handle/:type(posts|videos|photos|reels)/*', when: isUser },
    { kind: 'feed', path: '/{home.php}?' },
    { kind: 'feed', path: '/:area(groups|watch|reel|gaming){/*}?' },
    { kind: 'search', path: '/:area(search|hashtag)/*' },
    { kind: 'profile', path: '/profile.php', search: '*id=*' },
    { kind: 'profile', path: '/people/:name/:handle(\\d+){/*}?' },
    { kind: 'profile', path: '/:handle{/:tab([a-z_]+)}?', when: isUser },
  ],
  posts: [
    {
      ...POST,
      keep: (item, page) => isPost(item, page) && !isAd(item, page),
      id: [idInTime, idInComments, idOfPage],
      publishedText: [timeShown, timeLabel],
    },
    // No capture shows one; its link leads to no post until it is pressed.
    {
      ...POST,
      keep: (item, page) => isPost(item, page) && isAd(item, page),
      id: maybe(idInTime, idInComments),
      handle: { from: [authorHandle, avatarHandle], unverified: true },
    },
  ],
  comments: [
    {
      on: ['post'],
      select: '[role="article"], a[href*="comment_id="]',
      keep: isComment,
      id: comment(({ id }) => id),
      handle: [comment(({ name }) => userOf(name)), comment(({ own }) => userOf(own.find(userOf)))],
      name: comment(({ name }) => name),
      // A picture or sticker has no text.
      text: maybe(
        comment(({ text }) => text),
        comment(({ beside }) => beside),
      ),
      textWithout: CONTROL,
      publishedText: comment(({ time }) => time),
      likes: comment(commentLikes),
      depth: comment(({ own }) => (own.some(isReply) ? 1 : 0)),
      byAuthor: (item, page, post) => {
        const parts = commentParts(item, page)
        return isByAuthor(parts) || (post.author.handle !== null && userOf(parts.name) === post.author.handle)
      },
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: '[role="main"]',
      keep: (main) => (one(main, 'h1') ?? linkTo(main, 'followers')) != null,
      handle: (_item, page) => profileOf(page),
      name: ['h1', pictureName],
      followers: guess(statLink('followers')),
      following: guess(statLink('following')),
      // Nothing else stands in the name.
      verified: (main) => one(main, 'h1 svg') !== null || null,
      chip: (main) => one(main, 'h1')?.parentElement ?? null,
    },
  ],
  feed: '[role="main"]',
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.facebook.com/', kind: 'feed' },
  { url: 'https://www.facebook.com/groups/breadheads', kind: 'feed' },
  { url: 'https://www.facebook.com/watch/', kind: 'feed' },
  { url: 'https://www.facebook.com/mara.bakes', kind: 'profile' },
  { url: 'https://www.facebook.com/mara.bakes/videos', kind: 'profile' },
  { url: 'https://web.facebook.com/profile.php?id=100028295000001', kind: 'profile' },
  { url: 'https://www.facebook.com/people/Mara-Lindqvist/100028295000001/', kind: 'profile' },
  { url: 'https://www.facebook.com/mara.bakes/posts/pfbid02aBcDeFgHiJk?__cft__[0]=AZ', kind: 'post' },
  { url: 'https://www.facebook.com/mara.bakes/posts/rye-day/122100000000000001/', kind: 'post' },
  { url: 'https://m.facebook.com/story.php?story_fbid=pfbid02aBcDeFgHiJk&id=100028295000001', kind: 'post' },
  { url: 'https://www.facebook.com/permalink.php?story_fbid=122100000000000001&id=100028295000001', kind: 'post' },
  { url: 'https://www.facebook.com/groups/breadheads/posts/1220000000000001/', kind: 'post' },
  { url: 'https://www.facebook.com/groups/12345/permalink/1220000000000001/', kind: 'post' },
  { url: 'https://www.facebook.com/reel/1220000000000001', kind: 'post' },
  { url: 'https://www.facebook.com/watch/?v=1220000000000001', kind: 'post' },
  { url: 'https://www.facebook.com/photo/?fbid=1220000000000001&set=a.1', kind: 'post' },
  { url: 'https://www.facebook.com/share/p/1Jy2sB8aaa/', kind: 'post' },
  { url: 'https://www.facebook.com/hashtag/sourdough', kind: 'search' },
  { url: 'https://www.facebook.com/search/posts/?q=rye', kind: 'search' },
  { url: 'https://www.facebook.com/marketplace/', kind: 'other' },
  { url: 'https://www.facebook.com/messages/t/1', kind: 'other' },
]

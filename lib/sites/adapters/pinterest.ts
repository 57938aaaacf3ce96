import type { Label } from '../../domain/observation.ts'
import { all, attr, hasDigit, leaves, one, textOf, texts } from '../dom.ts'
import { saysFollowers } from '../figure-words.ts'
import { saysPartnership, saysSponsored } from '../label-words.ts'
import { oneLine, readText } from '../read-text.ts'
import type { AddressExample, Page } from '../types.ts'
import { defineSite, guess } from '../types.ts'

// No rendered page has been captured: what is read was told by several other readers, and is marked unverified.
// Classes are three letters that change; test ids mostly stay.

/** Hosts that Pinterest answers on by country; other countries have `br.pinterest.com` and the like. */
const DOMAINS = 'com com.au com.mx co.kr co.uk at ca ch cl de dk es fr ie it jp nz ph pt se'.split(' ')

const RESERVED =
  /^(?:pin|search|ideas|today|homefeed|settings|business|categories|explore|videos|shopping|login|password|about|news_hub|resource|_)$|-builder$/
const isUser = ({ handle = '' }: Readonly<Record<string, string>>) =>
  /^\w{3,30}$/.test(handle) && !RESERVED.test(handle)

const test = (id: string) => `[data-test-id="${id}"]`
const GRID = `${test('pin')}, ${test('pinWrapper')}, [data-grid-item="true"]`
const TITLE = `${test('closeup-title')}, ${test('pinTitle')}`
const DESCRIPTION = `${test('truncated-description')}, ${test('main-pin-description-text')}`
const CREATOR = `${test('creator-profile-link')}, ${test('official-user-attribution')}`
const COMMENT = test('author-and-comment-container')

const pathOf = (link: Element): string => attr(link, 'href').replace(/^https?:\/\/[^/]+/, '')
const pinOf = (link: Element | null): string | undefined =>
  link ? /^\/pin\/(?:[^/]*--)?([\w-]+)/.exec(pathOf(link))?.[1] : undefined
function userOf(link: Element | undefined): string | undefined {
  const handle = link && /^\/(\w+)\/?(?:\?|$)/.exec(pathOf(link))?.[1]
  return handle && isUser({ handle }) ? handle : undefined
}
/** Who is linked to: with a name before those with only a picture. */
const userLink = (links: readonly Element[]): Element | undefined => {
  const found = links.filter(userOf)
  return found.find((link) => textOf(link) !== '') ?? found[0]
}
const userIn = (root: Element | null) => userLink(root ? all(root, 'a[href]') : [])
const nameIn = (link: Element | undefined) => (link ? leaves(link)[0] : null)

// ---------------------------------------------------------------- pins

/** What is the opened pin's: not that of the pins below it. */
const ownAll = (body: Element, selector: string) =>
  all(body, selector).filter((element) => !element.closest(`${GRID}, ${COMMENT}`))
const own = (body: Element, selector: string): Element | null => ownAll(body, selector)[0] ?? null
/** The creator's link has the test id itself, or is inside of what has it. */
const creator = (body: Element) => userLink(ownAll(body, 'a[href]').filter((link) => link.closest(CREATOR)))

/** "Promoted by" and "Sponsored" stand in the pin's own line, never in its title. */
function labels(pin: Element, lines: Element | null): Label[] {
  const said = (lines ? leaves(lines) : []).map(textOf)
  const isAd = one(pin, `${test('promoted-label')}, ${test('pinrep-promoted')}`) ?? said.some(saysSponsored)
  return [
    ...(isAd ? (['sponsored'] as const) : []),
    ...(said.some(saysPartnership) ? (['paid-partnership'] as const) : []),
  ]
}

const footer = (pin: Element) => one(pin, test('pinrep-footer'))
/** The footer's first text that is no name and no label. Pictures' alternative texts are Pinterest's own guesses. */
const gridTitle = (pin: Element) =>
  leaves(footer(pin) ?? pin).find(
    (leaf) =>
      footer(pin) &&
      !all(pin, 'a[href]').some((link) => userOf(link) && link.contains(leaf)) &&
      !saysSponsored(textOf(leaf)) &&
      !leaf.closest('button'),
  )
const gridLink = (pin: Element) => one(pin, 'a[href*="/pin/"]')

const titled = (body: Element): string => {
  const description = own(body, DESCRIPTION)
  return [textOf(own(body, TITLE)), description && readText(description)].filter(Boolean).join('\n\n')
}

// ---------------------------------------------------------------- comments

const commentText = (comment: Element) => all(comment, test('text-container')).findLast((box) => textOf(box) !== '')

// ---------------------------------------------------------------- profile

/** "1.2k followers · 34 following", in one text or several. */
const facts = (page: Element): string[] =>
  texts(page)
    .flatMap((text) => oneLine(text.nodeValue).split('·'))
    .filter((text) => text.length < 60 && hasDigit(text))

const isClosed = (_pin: Element, page: Page) => page.kind !== 'post'

export default defineSite({
  id: 'pinterest',
  name: 'Pinterest',
  matches: DOMAINS.map((domain) => `*://*.pinterest.${domain}/*`),
  pages: [
    { kind: 'post', path: '/pin/{:slug--}?:id(\\w+){/*}?' },
    { kind: 'search', path: '/search/:area{/*}?' },
    { kind: 'search', path: '/ideas/:slug/:topic(\\d+)' },
    { kind: 'feed', path: '/{:list(today|homefeed)}?{/*}?' },
    { kind: 'profile', path: '/:handle{/:tab(_created|_saved|_pins|_shop)}?', when: isUser },
    { kind: 'feed', path: '/:handle/:board', when: isUser },
  ],
  posts: [
    {
      on: ['post'],
      select: 'body',
      keep: (body) => own(body, `${TITLE}, ${DESCRIPTION}, ${CREATOR}`) !== null,
      id: (_body, page) => page.params['id'],
      url: (id, _author, page) => `${page.url.origin}/pin/${id}/`,
      handle: { from: [(body) => userOf(creator(body))], unverified: true },
      name: guess((body) => nameIn(creator(body))),
      // A pin may have neither.
      text: guess(titled),
      textCut: (body) => one(own(body, DESCRIPTION), 'button') !== null,
      likes: guess((body) => own(body, test('reactions-count'))),
      comments: guess((body) => own(body, '#comments-heading')),
      labels: (body) =>
        labels(own(body, test('closeup-title'))?.parentElement ?? body, own(body, CREATOR)?.parentElement ?? null),
      badge: (body) => own(body, TITLE) ?? own(body, CREATOR),
    },
    {
      // Pins below an opened one are recommendations.
      select: GRID,
      keep: (pin, page) =>
        isClosed(pin, page) && !pin.parentElement?.closest(GRID) && pinOf(gridLink(pin)) !== undefined,
      id: [
        (pin) => attr(pin.matches('[data-test-pin-id]') ? pin : one(pin, '[data-test-pin-id]'), 'data-test-pin-id'),
        (pin) => pinOf(gridLink(pin)),
      ],
      url: (id, _author, page) => `${page.url.origin}/pin/${id}/`,
      handle: guess(
        (pin) => userOf(userIn(footer(pin))),
        (_pin, { params }) => (params['tab'] === '_created' ? params['handle'] : null),
      ),
      name: guess((pin) => nameIn(userIn(footer(pin)))),
      text: { from: [gridTitle], absent: 'unknown', on: [], unverified: true },
      textCut: () => true,
      labels: (pin) => labels(pin, footer(pin)),
      badge: (pin) => footer(pin) ?? one(pin, test('pointer-events-wrapper')) ?? pin,
    },
  ],
  signs: { posts: 'a[href*="/pin/"]' },
  comments: [
    {
      on: ['post'],
      select: COMMENT,
      keep: (comment) => !comment.parentElement?.closest(COMMENT),
      handle: { from: [(comment) => userOf(userIn(comment))], unverified: true },
      name: guess((comment) => nameIn(userIn(comment))),
      text: { from: [commentText], unverified: true },
      publishedText: guess(test('comments-time-passed')),
      likes: guess(test('comment-reaction-container-reaction-count')),
    },
  ],
  profile: [
    {
      on: ['profile'],
      root: 'body',
      keep: (body) => one(body, `${test('profile-name')}, [data-test-id^="profile-followers-"], h1`) !== null,
      handle: (_body, page) => page.params['handle'],
      name: { from: [test('profile-name'), 'h1'], unverified: true },
      bio: guess(test('user-description')),
      followers: {
        from: [
          test('profile-followers-count'),
          test('profile-followers-link'),
          (body) => facts(body).find(saysFollowers),
        ],
        unverified: true,
      },
      following: guess(test('profile-following-count')),
      chip: (body) => one(body, `${test('profile-name')}, h1`),
    },
  ],
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.pinterest.com/', kind: 'feed' },
  { url: 'https://www.pinterest.com/pin/1407443628000111222/', kind: 'post' },
  { url: 'https://www.pinterest.co.uk/pin/rye-bread-recipe--1407443628000111222/', kind: 'post' },
  { url: 'https://www.pinterest.de/mayarye/', kind: 'profile' },
  { url: 'https://id.pinterest.com/mayarye/_created/', kind: 'profile' },
  { url: 'https://www.pinterest.com/mayarye/rye-and-oats/', kind: 'feed' },
  { url: 'https://www.pinterest.com/search/pins/?q=rye', kind: 'search' },
  { url: 'https://www.pinterest.com/ideas/bread/930000000000/', kind: 'search' },
  { url: 'https://www.pinterest.com/settings/', kind: 'other' },
]

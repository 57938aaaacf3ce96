import { parseCount } from '../counts.ts'
import { all, attr, climb, firstText, follows, hasDigit, leaves, one, shown, textOf } from '../dom.ts'
import type { Page, PostRule } from '../types.ts'
import { maybe } from '../types.ts'
import { channelIn, videoOf } from './youtube-parts.ts'

const TILES =
  'ytd-rich-item-renderer, ytd-video-renderer, ytd-grid-video-renderer, ytd-reel-item-renderer, yt-lockup-view-model, ytm-shorts-lockup-view-model, ytd-ad-slot-renderer, ytd-search-pyv-renderer'
const AD =
  'ytd-ad-slot-renderer, ytd-search-pyv-renderer, ytd-display-ad-renderer, [class*="ytd-promoted"], ad-badge-view-model, .badge-style-type-ad'
/** Playlists and mixes link to their first video. */
const COLLECTION = 'yt-collection-thumbnail-view-model, ytd-playlist-thumbnail'

const isAd = (item: Element): boolean => item.matches(AD) || one(item, AD) !== null
const link = (item: Element): Element | undefined => all(item, 'a[href]').find(videoOf)
const BADGE = 'ad-badge-view-model, ytd-badge-supported-renderer'
const NO_WORDS = `[hidden], button, tp-yt-paper-button, ytd-button-renderer, ${BADGE}`
/** What an advertisement says, in page order: its headline comes first, who pays for it after the badge. */
const adTexts = (item: Element) => leaves(item).filter((leaf) => !leaf.closest(NO_WORDS) && /\p{L}/u.test(textOf(leaf)))
function afterBadge(item: Element): Element | undefined {
  const badge = shown(item, BADGE)
  const beside = climb(badge, (box) => textOf(box) !== textOf(badge), item)
  return badge && beside ? adTexts(beside).find((leaf) => follows(badge, leaf)) : undefined
}
const headline = (item: Element): Element | null =>
  (isAd(item) ? shown(item, '[class*="headline" i], .title-text') : null) ??
  shown(item, '#video-title, h3') ??
  (isAd(item)
    ? adTexts(item)[0]
    : all(item, 'a[href]').findLast((title) => videoOf(title) && /\p{L}/u.test(textOf(title)))) ??
  null
const advertiser = (item: Element): Element | null =>
  shown(item, 'ad-details-line-view-model, #secondary-text, #website-text, ytd-channel-name') ??
  afterBadge(item) ??
  null

const LINE = '#metadata-line > span, .inline-metadata-item, ytm-shorts-lockup-view-model h3 + div > span'
/** The small print under the title: the channel, then "6.1K views" and "2 days ago". */
function printOf(item: Element): { channel: Element | null; line: readonly string[] } {
  const named = all(item, 'yt-content-metadata-view-model > *')
  const rows = (named.length > 0 ? named : all(item, '[class*="metadata-view-model__metadata-row" i]'))
    .map((row) =>
      [...row.children].filter((part) => part.matches('span:not([aria-hidden])') && !/^[•·\s]*$/.test(textOf(part))),
    )
    .filter((row) => row.length > 0)
  const [first = null, ...others] = rows.flat()
  // On the channel's own page the row with its name is left out.
  if (first)
    return rows.length > 1 || one(first, 'a[href]')
      ? { channel: first, line: others.map(textOf) }
      : { channel: null, line: rows.flat().map(textOf) }
  return {
    channel:
      shown(item, '#channel-name a') ??
      shown(item, '#channel-name #text') ??
      all(item, 'a[href]').find((author) => channelIn([author]) !== undefined && textOf(author) !== '') ??
      null,
    line: [LINE, 'span.ytd-video-meta-block']
      .map((line) => all(item, line).map(textOf).filter(Boolean))
      .reduce((line, other) => (line.length > 0 ? line : other)),
  }
}

/** A stream that is on or still to come shows who watches or waits: no views and no date. Its thumbnail has no length. */
function isRunning(item: Element): boolean {
  const badges = all(item, 'yt-thumbnail-badge-view-model').map(textOf).filter(Boolean)
  return (
    one(item, '[overlay-style="UPCOMING"], [overlay-style="LIVE"]') !== null ||
    (badges.length > 0 && !badges.some((badge) => /\p{Nd}|^shorts$/iu.test(badge)))
  )
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const

/** "2 days ago", as the browser writes it in the page's language; a figure with a unit is an age in none. */
function isAge(text: string, lang: string): boolean {
  const age = parseCount(text, lang)
  const plain = text.replace(/\s/gu, '')
  const format = new Intl.RelativeTimeFormat(lang || 'en', { numeric: 'always' })
  return age?.step === 1 && UNITS.some((unit) => plain.includes(format.format(-age.value, unit).replace(/\s/gu, '')))
}

function lineOf(item: Element, page: Page): readonly (string | undefined)[] {
  const { line } = printOf(item)
  if (isRunning(item)) return []
  const [only = ''] = line
  return line.length === 1 && isAge(only, page.lang) ? [undefined, only] : line
}
const views = (item: Element, page: Page) => lineOf(item, page)[0]

/**
 * The exact number in the title's label, which reads out everything ("… 2 years ago 3 minutes 38,900,894 views") in an
 * order of its own in each language: the one that the shown, floored figure stands for.
 */
function exactViews(item: Element, page: Page): string | undefined {
  const rough = parseCount(views(item, page) ?? '', page.lang)
  const numbers = attr(one(item, '#video-title[aria-label], #video-title-link[aria-label]'), 'aria-label').match(
    /\p{Nd}+(?:[.,’'\s]\p{Nd}+)*/gu,
  )
  return numbers?.findLast((number) => {
    const over = (parseCount(number, page.lang)?.value ?? -1) - (rough?.value ?? 0)
    return rough && over >= 0 && over < rough.step
  })
}

/** The figure under a Short's title, whatever holds them. */
function shortsViews(item: Element): Element | undefined {
  const title = one(item, 'a[href*="/shorts/"]') && !isAd(item) ? headline(item) : null
  return title
    ? leaves(item).find((leaf) => follows(title, leaf) && !title.contains(leaf) && hasDigit(textOf(leaf)))
    : undefined
}

/** Tiles of feeds, searches and channels, old and new. An advertisement is one without id, labelled. */
export const tile: PostRule = {
  on: ['feed', 'search', 'profile', 'other'],
  select: TILES,
  keep: (item) =>
    !item.closest('[hidden]') &&
    !item.parentElement?.closest(TILES) &&
    headline(item) !== null &&
    (isAd(item) ? advertiser(item) !== null : link(item) !== undefined && !one(item, COLLECTION)),
  id: maybe((item) => (isAd(item) ? undefined : link(item) && videoOf(link(item) ?? item))),
  url: (id) => `https://www.youtube.com/watch?v=${id}`,
  // Shorts tiles and collaborations have no link.
  handle: maybe(
    (item) => (isAd(item) ? undefined : channelIn(all(item, 'a[href]'))),
    (item, page) => (page.kind === 'profile' && !isAd(item) ? page.params['handle'] : undefined),
  ),
  name: maybe((item) => firstText(isAd(item) ? advertiser(item) : printOf(item).channel)),
  text: (item) =>
    [headline(item), shown(item, '#body-text, .metadata-snippet-text')].map(textOf).filter(Boolean).join('\n\n'),
  textCut: () => true,
  publishedText: maybe((item, page) => lineOf(item, page)[1]),
  views: maybe(exactViews, views, shortsViews),
  labels: (item) => (isAd(item) ? ['sponsored'] : []),
  badge: (item) => all(item, 'yt-content-metadata-view-model > *, #metadata-line').at(-1) ?? headline(item),
}

import { avatar, heart, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { clock, compact, date, full, short } from './show.ts'
import { css } from './styles/mastodon.ts'
import type { Placed, SampleAccount, Visit } from './types.ts'
import {
  accountByHandle,
  commentsOf,
  feedOf,
  origins,
  postById,
  postPath,
  postsOf,
  profilePath,
  type PlacedComment,
} from './world.ts'

/** Mastodon 4.7: timeline articles, a detailed status over its answers, the profile header of June 2026. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', id = ''] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  if (first === 'home' || first === '') return home(visit)
  if (!first.startsWith('@')) return null
  if (/^\d+$/.test(id)) {
    const placed = postById('mastodon', id, visit)
    return placed && thread(placed, visit)
  }
  const account = id === '' ? accountByHandle('mastodon', first.slice(1)) : null
  return account && profile(account, visit)
}

const host = new URL(origins.mastodon).host
/** The settings a Mastodon page starts with; that it is there tells which software this is. */
const settings = {
  markup: `<script id="initial-state" type="application/json">${JSON.stringify({ meta: { domain: host, version: '4.7.0', locale: 'en' } })}</script>`,
}

const frame = (title: string, column: Html): string =>
  shell({
    title: `${title} - Mastodon`,
    htmlClass: 'custom-scrollbars',
    head: settings,
    css,
    body: html`<body class="app-body layout-single-column">
      <div id="mastodon" class="notranslate app-holder">
        <div>
          <div class="ui">
            <div class="columns-area__panels">
              <div class="columns-area__panels__pane columns-area__panels__pane--compositional">
                <div class="columns-area__panels__pane__inner">
                  <div class="server-banner"><strong>${host}</strong> is one of the many servers of this network.</div>
                </div>
              </div>
              <main class="columns-area__panels__main">${column}</main>
              <div class="columns-area__panels__pane columns-area__panels__pane--navigational">
                <nav class="navigation-panel">
                  <a class="column-link" href="/home">Home</a><a class="column-link" href="/explore">Explore</a>
                </nav>
              </div>
            </div>
          </div>
        </div>
      </div>
    </body>`,
  })

const bar = (inside: Html): Html =>
  html`<div class="tabs-bar__wrapper"><div id="tabs-bar__portal">${inside}</div></div>`
const column = (label: string, inside: Html): Html =>
  html`<div class="columns-area columns-area--mobile">
    <div aria-label="${label}" role="region" class="column">
      <div class="scrollable scrollable--flex">${inside}</div>
    </div>
  </div>`

function home(visit: Visit): string {
  const items = feedOf('mastodon', visit, 9)
  const boosted = items.find((placed) => placed.account.handle === 'bench_review')
  return frame(
    'Home',
    html`${bar(
      html`<div class="column-header">
        <h1 class="column-header__title-wrapper">
          <button class="column-header__title"><span class="column-header__text">Home</span></button>
        </h1>
      </div>`,
    )}${column('Home', html`<div role="feed" class="item-list">${items.map((placed) => article(placed, visit, false))}${boosted && boost(boosted, visit)}</div>`)}`,
  )
}

interface Status {
  readonly id: string
  readonly href: string
  readonly handle: string
  readonly name: string
  readonly text: string
  readonly time: Date
  readonly replies: number
  readonly boosts: number
  readonly favourites: number
  readonly picture: string | null
  readonly edited: boolean
}

const asStatus = (placed: Placed): Status => ({
  id: placed.id,
  href: postPath(placed),
  handle: placed.account.handle,
  name: placed.account.name,
  text: placed.text,
  time: placed.time,
  replies: placed.post.commentCount,
  boosts: placed.post.shares,
  favourites: placed.post.likes,
  picture: placed.post.picture,
  edited: placed.edited,
})

const asReply = (comment: PlacedComment): Status => ({
  id: comment.id,
  href: `/@${comment.handle}/${comment.id}`,
  handle: comment.handle,
  name: comment.display,
  text: comment.text,
  time: comment.time,
  replies: 0,
  boosts: 0,
  favourites: 0,
  picture: null,
  edited: false,
})

const article = (placed: Placed, visit: Visit, counters: boolean): Html => {
  const shown = asStatus(placed)
  return html`<article data-id="${shown.id}">
    <div>
      <div
        class="status__wrapper status__wrapper-public focusable"
        aria-label="${shown.name}, ${shown.text}"
        tabindex="0"
      >
        ${status(shown, visit, counters)}
      </div>
    </div>
  </article>`
}

/** A boost carries an id of its own; the status inside keeps the original's. */
const boost = (placed: Placed, visit: Visit): Html =>
  html`<article data-id="${String(BigInt(placed.id) + 7n)}">
    <div>
      <div class="status__wrapper status__wrapper-public focusable" tabindex="0">
        <div class="status__prepend">
          <div class="status__prepend__icon">${icon('repeat')}</div>
          <span
            ><a href="/@priyaramanwalks" class="status__display-name muted" title="@priyaramanwalks"
              ><bdi><span>Priya Raman</span></bdi></a
            >
            boosted</span
          >
        </div>
        ${status(asStatus(placed), visit, false)}
      </div>
    </div>
  </article>`

function status(shown: Status, visit: Visit, counters: boolean, className = ''): Html {
  return html`<div class="status status-public${className}" data-id="${shown.id}">
    <div class="status__info">
      <a
        href="${profilePath('mastodon', shown.handle)}"
        class="status__display-name"
        title="@${shown.handle}"
        data-hover-card-account="115500000007654321"
        ><div class="status__avatar">
          <span class="account__avatar"><img alt="" src="${avatar(shown.handle)}" /></span>
        </div>
        <span class="display-name"
          ><bdi><strong class="display-name__html">${shown.name}</strong></bdi>
          <span class="display-name__account">@${shown.handle}</span></span
        ></a
      ><a href="${shown.href}" class="status__relative-time"
        ><span class="status__visibility-icon">${icon('eye', 'Public')}</span
        ><time datetime="${shown.time.toISOString()}" title="${date(shown.time)}, ${clock(shown.time)}"
          >${short(shown.time, visit.now)}</time
        >${shown.edited && html`<abbr title="Edited"> *</abbr>`}</a
      >
    </div>
    ${content(shown)}${gallery(shown)}
    <div class="status__action-bar">
      ${action('bubble', 'Reply', shown.replies)}${action('repeat', 'Boost', counters ? shown.boosts : null)}${action('star', 'Favorite', counters ? shown.favourites : null, ' star-icon')}${action('flag', 'Bookmark', null, ' bookmark-icon')}${action('dots', 'More', null)}
    </div>
  </div>`
}

const content = (shown: Status): Html =>
  html`<div class="status__content status__content--with-action">
    <div class="status__content__text status__content__text--visible translate" lang="en">
      <p>${textOf(shown.text)}</p>
    </div>
  </div>`
const gallery = (shown: Status): Html | null =>
  shown.picture === null
    ? null
    : html`<div class="media-gallery media-gallery--layout-1">
        <div class="media-gallery__item standalone">
          <a class="media-gallery__item-thumbnail" href="${shown.href}"
            ><img lang="en" alt="${shown.picture}" src="${picture(shown.picture)}"
          /></a>
        </div>
      </div>`
const action = (name: Parameters<typeof icon>[0], label: string, count: number | null, className = ''): Html =>
  html`<div class="status__action-bar__button-wrapper">
    <button aria-label="${label}" title="${label}" class="status__action-bar__button${className} icon-button">
      ${icon(name)}${count !== null && html`<span class="icon-button__counter">${compact(count, 'mastodon')}</span>`}
    </button>
  </div>`

function thread(placed: Placed, visit: Visit): string {
  const shown = asStatus(placed)
  const stat = (path: string, name: string, value: number, word: string): Html =>
    html`<a href="${shown.href}/${path}" class="detailed-status__link"
      ><span class="detailed-status__${name}">${compact(value, 'mastodon')}</span> ${word}</a
    >`
  const answers = commentsOf(placed).map((comment) => {
    const answer = asReply(comment)
    const first = comment.depth === 0 ? ' status--first-in-thread' : ''
    return html`<div>
      <div
        class="status__wrapper status__wrapper-public status__wrapper-reply status__wrapper--in-thread focusable"
        aria-label="${answer.name}, ${answer.text}"
        tabindex="0"
      >
        ${status(answer, visit, false, ` status-reply status--in-thread${first}`)}
      </div>
    </div>`
  })
  return frame(
    shown.name,
    html`${bar(html`<div class="column-header"><button aria-label="Back" class="column-header__back-button">Back</button></div>`)}
      <div class="columns-area columns-area--mobile">
        <div role="region" class="column">
          <div class="item-list scrollable scrollable--flex">
            <div>
              <div
                class="focusable detailed-status__wrapper detailed-status__wrapper-public"
                aria-label="${shown.name}, ${shown.text}"
              >
                <div>
                  <div class="detailed-status">
                    <a
                      href="${profilePath('mastodon', shown.handle)}"
                      class="detailed-status__display-name"
                      data-hover-card-account="115500000007654321"
                      ><div class="detailed-status__display-avatar">
                        <span class="account__avatar"><img alt="" src="${avatar(shown.handle)}" /></span>
                      </div>
                      <span class="display-name"
                        ><bdi><strong class="display-name__html">${shown.name}</strong></bdi>
                        <span class="display-name__account">@${shown.handle}@${host}</span></span
                      ></a
                    >
                    ${content(shown)}${gallery(shown)}
                    <div class="detailed-status__meta">
                      <div class="detailed-status__meta__line">
                        <a href="${shown.href}" class="detailed-status__datetime"
                          ><time datetime="${shown.time.toISOString()}"
                            >${date(shown.time)}, ${clock(shown.time)}</time
                          ></a
                        >${shown.edited && html`<span class="muted"> · </span><button class="dropdown-menu__text-button"><span class="animated-number">Edited</span></button>`}
                      </div>
                      <div class="detailed-status__meta__line">
                        ${stat('reblogs', 'reblogs', shown.boosts, 'boosts')} ·
                        ${stat('favourites', 'favorites', shown.favourites, 'favorites')}
                      </div>
                    </div>
                  </div>
                  <div class="detailed-status__action-bar">
                    <div class="detailed-status__button">
                      <button aria-label="Reply" class="icon-button">${icon('bubble')}</button>
                    </div>
                    <div class="detailed-status__button">
                      <button aria-label="Boost" class="status__action-bar__button icon-button">
                        ${icon('repeat')}
                      </button>
                    </div>
                    <div class="detailed-status__button">
                      <button aria-label="Favorite" class="star-icon icon-button">${icon('star')}</button>
                    </div>
                  </div>
                </div>
              </div>
            </div>
            ${answers}
          </div>
        </div>
      </div>`,
  )
}

function profile(account: SampleAccount, visit: Visit): string {
  const number = (label: string, value: number, path?: string): Html =>
    html`<li class="_number_fields__item_sample" title="${full(value)}">
      ${label}${path === undefined ? html`<strong>${compact(value, 'mastodon')}</strong>` : html`<a href="/@${account.handle}/${path}">${compact(value, 'mastodon')}</a>`}
    </li>`
  return frame(
    `${account.name} (@${account.handle}@${host})`,
    html`${bar(html`<button class="column-back-button">Back</button>`)}${column(
      account.name,
      html`<div>
          <div>
            <div class="_account_header__header_sample">
              <img class="parallax" alt="" src="${picture(account.name)}" />
            </div>
            <div class="_account_header__barWrapper_sample">
              <div class="_account_header__avatarWrapper_sample">
                <a href="${avatar(account.handle)}"
                  ><span class="_account_header__avatar_sample account__avatar"
                    ><img alt="" src="${avatar(account.handle)}" /></span
                ></a>
              </div>
              <div class="_account_header__displayNameWrapper_sample">
                <div class="_account_header__nameWrapper_sample">
                  <div class="_account_header__name_sample">
                    <h1>
                      <bdi><span>${account.name}</span></bdi>
                    </h1>
                  </div>
                  <button class="_account_header__handleHelpButton_sample">
                    @${account.handle}@${host}${icon('dots', 'What does this mean?')}
                  </button>
                </div>
                <div class="_account_header__buttonsDesktop_sample">
                  <button class="button _account_header__followButton_sample">Follow</button>
                </div>
              </div>
              <ul class="_number_fields__list_sample _account_header__numberFields_sample">
                ${number('Followers', account.followers, 'followers')}${number('Following', account.following, 'following')}${number('Posts', account.postCount)}
              </ul>
              <div class="_account_header__bioButtonsWrapper_sample">
                <div class="_account_bio__bio_sample translate"><p>${account.bio}</p></div>
              </div>
            </div>
          </div>
        </div>
        <div class="_tab_list__tabList_sample">
          <a class="_tab_list__tab_sample active" href="/@${account.handle}">Activity</a
          ><a class="_tab_list__tab_sample" href="/@${account.handle}/media">Media</a>
        </div>
        <div role="feed" class="item-list _account_timeline__statusWrapper_sample">
          ${postsOf(account, visit).map((placed) => article(placed, visit, true))}
        </div>`,
    )}`,
  )
}

function textOf(text: string): Html {
  return html`${tokensOf(text).map((token) => {
    if (token.kind === 'break') return html`<br />`
    if (token.kind === 'tag')
      return html`<a href="/tags/${token.value}" class="mention hashtag" rel="tag">#<span>${token.value}</span></a>`
    if (token.kind === 'mention')
      return html`<span class="h-card"
        ><a href="/@${token.value}" class="u-url mention" title="@${token.value}">@<span>${token.value}</span></a></span
      >`
    if (token.kind === 'emoji')
      return html`<img class="emojione" alt="${token.value}" title="${token.value}" src="${heart}" />`
    return token.value
  })}`
}

import { avatar, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { ago, compact, date, full } from './show.ts'
import { css } from './styles/youtube.ts'
import type { Placed, SampleAccount, Visit } from './types.ts'
import { accountByHandle, commentsOf, feedOf, postById, postPath, postsOf, type PlacedComment } from './world.ts'

/** YouTube: home grid of lockups with an ad slot, watch page with description and comments, channel page. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  if (first === '') return home(visit)
  if (first === 'watch') {
    const placed = postById('youtube', url.searchParams.get('v') ?? '', visit)
    return placed && watch(placed, visit)
  }
  if (!first.startsWith('@') || !['', 'videos', 'featured'].includes(second)) return null
  const account = accountByHandle('youtube', first.slice(1))
  return account && channel(account, visit)
}

const frame = (title: string, main: Html): string =>
  shell({
    title: `${title} - YouTube`,
    css,
    body: html`<body>
      <ytd-app
        ><div id="masthead-container">
          <a id="logo" href="/">YouTube</a>
          <div class="search">Search</div>
        </div>
        <div id="content"><ytd-page-manager id="page-manager">${main}</ytd-page-manager></div></ytd-app
      >
    </body>`,
  })

function home(visit: Visit): string {
  const videos = feedOf('youtube', visit, 8).map((placed) => richItem(placed, visit, true))
  return frame(
    'Home',
    html`<ytd-browse page-subtype="home"
      ><div id="primary">
        <ytd-rich-grid-renderer
          ><div id="contents">${videos.slice(0, 1)}${advertisement}${videos.slice(1)}</div></ytd-rich-grid-renderer
        >
      </div></ytd-browse
    >`,
  )
}

const richItem = (placed: Placed, visit: Visit, withChannel: boolean): Html =>
  html`<ytd-rich-item-renderer
    ><div id="content" class="style-scope ytd-rich-item-renderer">
      ${lockup(placed, visit, withChannel)}
    </div></ytd-rich-item-renderer
  >`

const row = (inside: Html): Html => html`<div class="yt-content-metadata-view-model__metadata-row">${inside}</div>`

const cell = (text: string): Html =>
  html`<span role="text" class="yt-core-attributed-string yt-content-metadata-view-model__metadata-text">${text}</span>`

function lockup(placed: Placed, visit: Visit, withChannel: boolean): Html {
  const { post, account } = placed
  const href = postPath(placed)
  return html`<yt-lockup-view-model class="ytd-rich-item-renderer lockup"
    ><div class="yt-lockup-view-model yt-lockup-view-model--vertical content-id-${placed.id}">
      <a href="${href}" class="yt-lockup-view-model__content-image"
        ><yt-thumbnail-view-model
          ><div class="ytThumbnailViewModelImage">
            <img class="ytCoreImageHost" alt="" src="${picture(post.picture)}" />
          </div>
          <yt-thumbnail-overlay-badge-view-model
            ><badge-shape
              ><div class="yt-badge-shape__text">12:04</div></badge-shape
            ></yt-thumbnail-overlay-badge-view-model
          ></yt-thumbnail-view-model
        ></a
      >
      <div class="yt-lockup-view-model__metadata">
        <yt-lockup-metadata-view-model class="yt-lockup-metadata-view-model"
          >${withChannel && html`<div class="yt-lockup-metadata-view-model__avatar"><img class="face" alt="" src="${avatar(account.handle)}" /></div>`}
          <div class="yt-lockup-metadata-view-model__text-container">
            <h3 class="yt-lockup-metadata-view-model__heading-reset" title="${post.title}">
              <a aria-label="${post.title} 12 minutes" href="${href}" class="yt-lockup-metadata-view-model__title"
                ><span role="text" class="yt-core-attributed-string" dir="auto">${post.title}</span></a
              >
            </h3>
            <div class="yt-lockup-metadata-view-model__metadata">
              <yt-content-metadata-view-model class="yt-content-metadata-view-model"
                >${
                  withChannel &&
                  row(
                    html`<span
                      class="yt-core-attributed-string yt-content-metadata-view-model__metadata-text"
                      dir="auto"
                      ><span dir="auto"
                        ><a href="/@${account.handle}" class="yt-core-attributed-string__link">${account.name}</a></span
                      ></span
                    >`,
                  )
                }${row(html`${cell(`${compact(post.views, 'youtube')} views`)}<span class="yt-content-metadata-view-model__delimiter">•</span>${cell(ago(placed.time, visit.now))}`)}</yt-content-metadata-view-model
              >
            </div>
          </div>
          <div class="yt-lockup-metadata-view-model__menu-button">
            <button aria-label="More actions">${icon('dots')}</button>
          </div></yt-lockup-metadata-view-model
        >
      </div>
    </div></yt-lockup-view-model
  >`
}

/** An advertisement is a lockup too; only the slot around it and its badge tell. */
const advertisement = html`<ytd-rich-item-renderer
  ><div id="content" class="style-scope ytd-rich-item-renderer">
    <ytd-ad-slot-renderer
      ><div id="fulfilled-layout">
        <ytd-in-feed-ad-layout-renderer
          ><div id="rendering-content">
            <yt-lockup-view-model class="lockup"
              ><div class="yt-lockup-view-model">
                <a
                  href="https://www.googleadservices.com/pagead/aclk?sample"
                  class="yt-lockup-view-model__content-image"
                  ><yt-thumbnail-view-model
                    ><div class="ytThumbnailViewModelImage">
                      <img
                        class="ytCoreImageHost"
                        alt=""
                        src="${picture('an advertised stove')}"
                      /></div></yt-thumbnail-view-model
                ></a>
                <div class="yt-lockup-view-model__metadata">
                  <feed-ad-metadata-view-model
                    ><div class="ytwFeedAdMetadataViewModelHostTextsStyleStandardHeadline">
                      <span class="yt-core-attributed-string"
                        ><a href="https://www.googleadservices.com/pagead/aclk?sample"
                          >A stove that folds into nothing. Now with free shipping.</a
                        ></span
                      >
                    </div>
                    <div class="ytwFeedAdMetadataViewModelHostMetadata">
                      <ad-badge-view-model
                        ><badge-shape class="yt-badge-shape yt-badge-shape--ad"
                          ><div class="yt-badge-shape__text">Sponsored</div></badge-shape
                        ></ad-badge-view-model
                      ><ad-details-line-view-model
                        ><span role="text" class="yt-core-attributed-string"
                          >Foldaflame</span
                        ></ad-details-line-view-model
                      >
                    </div></feed-ad-metadata-view-model
                  >
                </div>
              </div></yt-lockup-view-model
            >
          </div></ytd-in-feed-ad-layout-renderer
        >
      </div></ytd-ad-slot-renderer
    >
  </div></ytd-rich-item-renderer
>`

function watch(placed: Placed, visit: Visit): string {
  const { post, account } = placed
  const beside = feedOf('youtube', visit, 20).filter((other) => other.id !== placed.id)
  return frame(
    post.title ?? '',
    html`<ytd-watch-flexy
      ><div id="columns">
        <div id="primary" class="style-scope ytd-watch-flexy">
          <div id="primary-inner">
            <div id="player">
              <div id="movie_player" class="html5-video-player">
                <img alt="" src="${picture(post.picture)}" />
                <div class="ytp-paid-content-overlay">
                  <div class="ytp-paid-content-overlay-text">${post.labelled && 'Includes paid promotion'}</div>
                </div>
              </div>
            </div>
            <ytd-watch-metadata class="style-scope ytd-watch-flexy"
              ><div id="above-the-fold">
                <div id="title">
                  <h1 class="style-scope ytd-watch-metadata">
                    <yt-formatted-string class="style-scope ytd-watch-metadata" title="${post.title}"
                      >${post.title}</yt-formatted-string
                    >
                  </h1>
                </div>
                <div id="top-row">
                  <div id="owner">
                    <ytd-video-owner-renderer
                      ><a href="/@${account.handle}" class="yt-simple-endpoint"
                        ><img class="face" alt="" src="${avatar(account.handle)}"
                      /></a>
                      <div id="upload-info">
                        <ytd-channel-name id="channel-name"
                          ><div id="container">
                            <div id="text-container">
                              <yt-formatted-string id="text" title="${account.name}"
                                ><a
                                  class="yt-simple-endpoint style-scope yt-formatted-string"
                                  href="/@${account.handle}"
                                  dir="auto"
                                  >${account.name}</a
                                ></yt-formatted-string
                              >
                            </div>
                          </div></ytd-channel-name
                        ><yt-formatted-string
                          id="owner-sub-count"
                          aria-label="${compact(account.followers, 'youtube')} subscribers"
                          >${compact(account.followers, 'youtube')} subscribers</yt-formatted-string
                        >
                      </div></ytd-video-owner-renderer
                    ><button class="subscribe">Subscribe</button>
                  </div>
                  <div id="actions">
                    <div id="menu">
                      <ytd-menu-renderer
                        ><div id="top-level-buttons-computed">
                          <segmented-like-dislike-button-view-model
                            ><like-button-view-model
                              ><toggle-button-view-model
                                ><button-view-model
                                  ><button
                                    aria-label="like this video along with ${full(post.likes)} other people"
                                    aria-pressed="false"
                                    class="pill"
                                  >
                                    ${icon('heart')}
                                    <div class="yt-spec-button-shape-next__button-text-content">
                                      ${compact(post.likes, 'youtube')}
                                    </div>
                                  </button></button-view-model
                                ></toggle-button-view-model
                              ></like-button-view-model
                            ></segmented-like-dislike-button-view-model
                          ><button aria-label="Share" class="pill">Share</button>
                        </div></ytd-menu-renderer
                      >
                    </div>
                  </div>
                </div>
                <div id="bottom-row">
                  <div id="description">
                    <div id="description-inner">
                      <ytd-watch-info-text id="ytd-watch-info-text"
                        ><div id="info-container">
                          <yt-formatted-string id="info"
                            ><span dir="auto" class="bold">${full(post.views)} views</span
                            ><span dir="auto" class="bold"> </span
                            ><span dir="auto" class="bold">${date(placed.time)}</span></yt-formatted-string
                          >
                        </div></ytd-watch-info-text
                      >
                      <ytd-text-inline-expander id="description-inline-expander" is-expanded
                        ><div id="expanded">
                          <yt-attributed-string user-input
                            ><span
                              class="yt-core-attributed-string yt-core-attributed-string--white-space-pre-wrap"
                              dir="auto"
                              >${description(post.text)}</span
                            ></yt-attributed-string
                          >
                        </div></ytd-text-inline-expander
                      >
                    </div>
                  </div>
                </div>
              </div></ytd-watch-metadata
            >
            <ytd-comments id="comments" class="style-scope ytd-watch-flexy"
              ><ytd-item-section-renderer id="sections"
                ><div id="header">
                  <ytd-comments-header-renderer
                    ><div id="title">
                      <h2 id="count">
                        <yt-formatted-string class="count-text"
                          ><span dir="auto">${full(post.commentCount)}</span
                          ><span dir="auto"> Comments</span></yt-formatted-string
                        >
                      </h2>
                    </div></ytd-comments-header-renderer
                  >
                </div>
                <div id="contents">
                  ${commentsOf(placed).map((comment) => thread(placed, comment, visit))}
                </div></ytd-item-section-renderer
              ></ytd-comments
            >
          </div>
        </div>
        <div id="secondary">
          <div id="related">
            <ytd-watch-next-secondary-results-renderer
              ><div id="items">
                ${beside.slice(0, 5).map((other) => lockup(other, visit, true))}
              </div></ytd-watch-next-secondary-results-renderer
            >
          </div>
        </div>
      </div></ytd-watch-flexy
    >`,
  )
}

function thread(placed: Placed, comment: PlacedComment, visit: Visit): Html {
  const name = html`<span class="${comment.byAuthor ? 'channel-owner' : ''}">@${comment.handle}</span>`
  return html`<ytd-comment-thread-renderer
    ><ytd-comment-view-model id="comment" class="style-scope ytd-comment-thread-renderer"
      ><div id="body">
        <div id="author-thumbnail">
          <button aria-label="@${comment.handle}" id="author-thumbnail-button">
            <img class="face" alt="" src="${avatar(comment.handle)}" />
          </button>
        </div>
        <div id="main">
          <div id="header">
            <div id="pinned-comment-badge">
              ${
                comment.pinned &&
                html`<ytd-pinned-comment-badge-renderer
                  >${icon('pin')}<yt-formatted-string id="label"
                    ><span>Pinned by </span><span>@${placed.account.handle}</span></yt-formatted-string
                  ></ytd-pinned-comment-badge-renderer
                >`
              }
            </div>
            <div id="header-author">
              <h3>
                <a
                  id="author-text"
                  class="yt-simple-endpoint"
                  href="/@${comment.handle}"
                  ${comment.byAuthor && { markup: ' hidden' }}
                  >${name}</a
                >
              </h3>
              <span id="author-comment-badge"
                >${
                  comment.byAuthor &&
                  html`<ytd-author-comment-badge-renderer
                    ><a id="name" href="/@${comment.handle}"
                      ><ytd-channel-name id="channel-name"
                        ><div id="text-container">
                          <yt-formatted-string id="text">@${comment.handle}</yt-formatted-string>
                        </div></ytd-channel-name
                      ></a
                    ></ytd-author-comment-badge-renderer
                  >`
                }</span
              ><span id="published-time-text" dir="auto"
                ><a class="yt-simple-endpoint" href="${postPath(placed)}&lc=Ug${comment.id}AaABAg"
                  >${ago(comment.time, visit.now)}</a
                ></span
              >
            </div>
          </div>
          <ytd-expander id="expander"
            ><div id="content">
              <yt-attributed-string id="content-text" user-input
                ><span
                  class="yt-core-attributed-string yt-core-attributed-string--white-space-pre-wrap"
                  dir="auto"
                  role="text"
                  >${comment.text}</span
                ></yt-attributed-string
              >
            </div>
            <tp-yt-paper-button id="less" role="button" hidden
              ><span class="less-button">Show less</span></tp-yt-paper-button
            ><tp-yt-paper-button id="more" role="button" hidden
              ><span class="more-button">Read more</span></tp-yt-paper-button
            ></ytd-expander
          >
          <ytd-comment-engagement-bar id="action-buttons"
            ><div id="toolbar">
              <ytd-toggle-button-renderer id="like-button"
                ><yt-button-shape
                  ><button aria-label="Like this comment along with ${full(comment.likes)} other people">
                    ${icon('heart')}
                  </button></yt-button-shape
                ></ytd-toggle-button-renderer
              ><span id="vote-count-middle">${comment.likes > 0 ? compact(comment.likes, 'youtube') : ''}</span>
              <div id="creator-heart"></div>
              <button aria-label="Reply" class="reply">Reply</button>
            </div></ytd-comment-engagement-bar
          >
        </div>
      </div></ytd-comment-view-model
    ></ytd-comment-thread-renderer
  >`
}

function channel(account: SampleAccount, visit: Visit): string {
  return frame(
    account.name,
    html`<ytd-browse page-subtype="channels"
      ><ytd-tabbed-page-header
        ><div id="page-header">
          <yt-page-header-renderer
            ><yt-page-header-view-model
              ><div class="page-header-view-model__page-header-content">
                <img class="portrait" alt="" src="${avatar(account.handle)}" />
                <div class="page-header-view-model__page-header-headline-info">
                  <yt-dynamic-text-view-model
                    ><h1 class="dynamicTextViewModelH1" aria-label="${account.name}">
                      <span class="yt-core-attributed-string" role="text">${account.name}</span>
                    </h1></yt-dynamic-text-view-model
                  >
                  <yt-content-metadata-view-model class="yt-content-metadata-view-model"
                    >${row(cell(`@${account.handle}`))}${row(html`${cell(`${compact(account.followers, 'youtube')} subscribers`)}<span class="yt-content-metadata-view-model__delimiter">•</span>${cell(`${account.postCount} videos`)}`)}</yt-content-metadata-view-model
                  >
                  <yt-description-preview-view-model
                    ><truncated-text
                      ><truncated-text-content
                        ><span class="yt-core-attributed-string" role="text"
                          >${account.bio}</span
                        ></truncated-text-content
                      ></truncated-text
                    ></yt-description-preview-view-model
                  ><button class="subscribe">Subscribe</button>
                </div>
              </div></yt-page-header-view-model
            ></yt-page-header-renderer
          >
        </div></ytd-tabbed-page-header
      >
      <div id="primary">
        <ytd-rich-grid-renderer
          ><div id="contents">
            ${postsOf(account, visit).map((placed) => richItem(placed, visit, false))}
          </div></ytd-rich-grid-renderer
        >
      </div></ytd-browse
    >`,
  )
}

function description(text: string): Html {
  return html`${tokensOf(text).map((token) => {
    if (token.kind === 'break') return '\n'
    if (token.kind === 'tag')
      return html`<a class="yt-core-attributed-string__link" href="/hashtag/${token.value.toLowerCase()}"
        >#${token.value}</a
      >`
    if (token.kind === 'mention')
      return html`<a class="yt-core-attributed-string__link" href="/@${token.value}">@${token.value}</a>`
    return token.value
  })}`
}

import { avatar, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { clock, compact, date, full, longDate, short } from './show.ts'
import { css } from './styles/bluesky.ts'
import type { Placed, SampleAccount, Visit } from './types.ts'
import {
  accountByHandle,
  commentsOf,
  feedOf,
  postById,
  postPath,
  postsOf,
  profilePath,
  type PlacedComment,
} from './world.ts'

/** Bluesky: feed items with test ids; a thread whose anchor alone carries the "-expanded" counts. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', handle = '', third = '', id = ''] = url.pathname.split('/').filter(Boolean)
  if (first === '') return home(visit)
  if (first !== 'profile') return null
  if (third === 'post') {
    const placed = postById('bluesky', id, visit)
    return placed && thread(placed, visit)
  }
  const account = third === '' ? accountByHandle('bluesky', handle) : null
  return account && profile(account, visit)
}

const frame = (title: string, screen: Html): string =>
  shell({
    title: `${title} — Bluesky`,
    css,
    body: html`<body>
      <div id="root">
        <div>
          <div>
            <div>
              <div class="frame">
                <nav role="navigation">
                  <a aria-label="Home" href="/">Home</a><a aria-label="Search" href="/search">Search</a>
                </nav>
                <main role="main">
                  <div>
                    <div>
                      <div><div>${screen}</div></div>
                    </div>
                  </div>
                </main>
              </div>
            </div>
          </div>
        </div>
      </div>
    </body>`,
  })

interface Skeet {
  readonly href: string
  readonly handle: string
  readonly name: string
  readonly text: string
  readonly time: Date
  readonly replies: number
  readonly reposts: number
  readonly likes: number
  readonly picture: string | null
}

const asSkeet = (placed: Placed): Skeet => ({
  href: postPath(placed),
  handle: placed.account.handle,
  name: placed.account.name,
  text: placed.text,
  time: placed.time,
  replies: placed.post.commentCount,
  reposts: placed.post.shares,
  likes: placed.post.likes,
  picture: placed.post.picture,
})

const asReply = (comment: PlacedComment): Skeet => ({
  href: `/profile/${comment.handle}/post/${comment.id}`,
  handle: comment.handle,
  name: comment.display,
  text: comment.text,
  time: comment.time,
  replies: 0,
  reposts: 0,
  likes: comment.likes,
  picture: null,
})

function home(visit: Visit): string {
  const items = feedOf('bluesky', visit, 10).map((placed) => feedItem(asSkeet(placed), visit))
  return frame(
    'Home',
    html`<div data-testid="HomeScreen">
      <div data-testid="homeScreen">
        <div>
          <div data-testid="homeScreenFeedTabs" role="tablist">
            <div data-testid="homeScreenFeedTabs-selector">
              <div data-testid="homeScreenFeedTabs-selector-0" role="tab">
                <div data-testid="homeScreenFeedTabs-Discover" dir="auto">Discover</div>
              </div>
            </div>
          </div>
        </div>
        <div>
          <div data-testid="customFeedPage">
            <div data-testid="customFeedPage-feed">
              <div data-testid="customFeedPage-feed-flatlist">
                <div><div>${items.slice(0, 3)}${quoting(visit)}${items.slice(3)}</div></div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>`,
  )
}

const feedItem = (shown: Skeet, visit: Visit, extra?: Html): Html =>
  html`<div>
    <div>
      <div data-testid="feedItem-by-${shown.handle}" role="link" tabindex="0">
        <div>
          <div></div>
          <div class="item">
            ${portrait(shown)}
            <div class="body">
              ${heading(shown, visit)}
              <div data-testid="contentHider-post">
                <div><div data-testid="postText" dir="auto" data-word-wrap="1">${textOf(shown.text)}</div></div>
                ${image(shown)}${extra}
              </div>
              ${actions(shown)}
            </div>
          </div>
        </div>
      </div>
    </div>
  </div>`

const portrait = (shown: Skeet): Html =>
  html`<div>
    <a aria-label="${shown.name}'s avatar" role="link" href="${profilePath('bluesky', shown.handle)}"
      ><div>
        <div data-testid="userAvatarImage">
          <div><img class="face" alt="" src="${avatar(shown.handle)}" /></div>
        </div></div
    ></a>
  </div>`
const heading = (shown: Skeet, visit: Visit): Html =>
  html`<div class="line">
    <div>
      <div>
        <a
          aria-label="View profile"
          role="link"
          href="${profilePath('bluesky', shown.handle)}"
          dir="auto"
          class="strong"
          >${shown.name}</a
        ><a
          aria-label="View profile"
          role="link"
          href="${profilePath('bluesky', shown.handle)}"
          dir="auto"
          class="muted"
        >
          @${shown.handle}</a
        >
      </div>
    </div>
    <a
      aria-label="${longDate(shown.time)}"
      role="link"
      href="${shown.href}"
      dir="auto"
      data-tooltip="${longDate(shown.time)}"
      class="muted"
      ><span> · </span>${short(shown.time, visit.now)}</a
    >
  </div>`
const image = (shown: Skeet): Html | null =>
  shown.picture === null
    ? null
    : html`<div>
        <button aria-label="${shown.picture}" role="button" class="photo">
          <div><img alt="${shown.picture}" src="${picture(shown.picture)}" /></div>
        </button>
      </div>`

const plural = (value: number, one: string, many: string): string => `${full(value)} ${value === 1 ? one : many}`

const number = (value: number, id?: string): Html | null =>
  value === 0
    ? null
    : html`<div${id !== undefined && { markup: ` data-testid="${id}"` }} dir="auto">${compact(value, 'bluesky')}</div>`

/** Buttons tell every digit; an element that would show 0 is left out. */
function actions(shown: Skeet): Html {
  return html`<div class="actions">
    <div>
      <div>
        <button data-testid="replyBtn" aria-label="Reply (${plural(shown.replies, 'reply', 'replies')})" role="button">
          ${icon('bubble')}${number(shown.replies)}
        </button>
      </div>
      <div>
        <button aria-label="Repost or quote post" role="button">
          ${icon('repeat')}${number(shown.reposts, 'repostCount')}
        </button>
      </div>
      <div>
        <button data-testid="likeBtn" aria-label="Like (${plural(shown.likes, 'like', 'likes')})" role="button">
          <div>${icon('heart')}</div>
          <div>${number(shown.likes, 'likeCount')}</div>
        </button>
      </div>
    </div>
    <div>
      <button data-testid="postBookmarkBtn" aria-label="Add to saved posts" role="button">${icon('flag')}</button>
      <div>
        <button data-testid="postDropdownBtn" aria-label="Open post options menu" role="button">${icon('dots')}</button>
      </div>
    </div>
  </div>`
}

/** Somebody else quoting a partner's post: the words inside are not theirs. */
function quoting(visit: Visit): Html | null {
  const quoted = feedOf('bluesky', visit, 20).find((placed) => placed.account.handle === 'mayalindqvist.bsky.social')
  const quoter = feedOf('bluesky', visit, 20).find((placed) => placed.account.handle === 'mossandmaps.bsky.social')
  if (!quoted || !quoter) return null
  const inner = asSkeet(quoted)
  return feedItem(
    {
      ...asSkeet(quoter),
      href: '/profile/mossandmaps.bsky.social/post/3kzz2222222z2',
      text: 'Read this one slowly.',
      picture: null,
    },
    visit,
    html`<div>
      <div aria-label="Post by ${inner.handle}" role="link" tabindex="0" class="quote">
        <div>
          <div>
            <div data-testid="userAvatarImage"><img class="face small" alt="" src="${avatar(inner.handle)}" /></div>
          </div>
          <div class="line">
            <div dir="auto" class="strong">${inner.name}</div>
            <div dir="auto" class="muted">@${inner.handle}</div>
            <div dir="auto" data-tooltip="${longDate(inner.time)}" class="muted">
              <span> · </span>${short(inner.time, visit.now)}
            </div>
          </div>
        </div>
        <div dir="auto" data-word-wrap="1">${inner.text}</div>
      </div>
    </div>`,
  )
}

function thread(placed: Placed, visit: Visit): string {
  return frame(
    `${placed.account.name} on Bluesky`,
    html`<div data-testid="postThreadScreen">
      <div class="bar">
        <button aria-label="Go back" role="button">←</button>
        <div dir="auto">Post</div>
      </div>
      <div>
        <div>
          <div>${anchor(placed)}${commentsOf(placed).map((comment) => threadItem(asReply(comment), visit))}</div>
        </div>
      </div>
    </div>`,
  )
}

function anchor(placed: Placed): Html {
  const shown = asSkeet(placed)
  const { href } = shown
  const stat = (label: string, path: string, id: string, value: number, word: string): Html | null =>
    value === 0
      ? null
      : html`<a aria-label="${label}" role="link" href="${href}/${path}"
          ><div data-testid="${id}-expanded" dir="auto">
            <span class="strong">${compact(value, 'bluesky')}</span> ${word}
          </div></a
        >`
  return html`<div>
    <div data-testid="postThreadItem-by-${shown.handle}">
      <div class="item head">
        ${portrait(shown)}<a aria-label="${shown.name}" role="link" href="${profilePath('bluesky', shown.handle)}"
          ><div>
            <div>
              <div><div dir="auto" class="strong">${shown.name}</div></div>
              <div dir="auto" class="muted">@${shown.handle}</div>
            </div>
          </div></a
        >
        <div class="end">
          <button data-testid="followBtn" aria-label="Follow ${shown.handle}" role="button" class="follow">
            <div dir="auto">Follow</div>
          </button>
        </div>
      </div>
      <div class="anchor">
        <div>
          <div dir="auto" data-word-wrap="1" class="big">${textOf(shown.text)}</div>
          ${image(shown)}
        </div>
        <div><div dir="auto" class="muted when">${clock(shown.time)} · ${date(shown.time)}</div></div>
        <div class="stats">
          ${stat('Reposts of this post', 'reposted-by', 'repostCount', shown.reposts, 'reposts')}${stat('Likes on this post', 'liked-by', 'likeCount', shown.likes, 'likes')}${placed.post.saves > 0 && html`<div data-testid="bookmarkCount-expanded" dir="auto"><span class="strong">${compact(placed.post.saves, 'bluesky')}</span> saves</div>`}
        </div>
        <div>${actions(shown)}</div>
      </div>
    </div>
  </div>`
}

const threadItem = (shown: Skeet, visit: Visit): Html =>
  html`<div>
    <div>
      <div data-testid="postThreadItem-by-${shown.handle}" role="link" tabindex="0">
        <div class="item">
          ${portrait(shown)}
          <div class="body">
            ${heading(shown, visit)}
            <div><div dir="auto" data-word-wrap="1">${textOf(shown.text)}</div></div>
            ${actions(shown)}
          </div>
        </div>
      </div>
    </div>
  </div>`

function profile(account: SampleAccount, visit: Visit): string {
  const items = postsOf(account, visit).map((placed) => feedItem(asSkeet(placed), visit))
  return frame(
    `${account.name} (@${account.handle})`,
    html`<div data-testid="profileScreen">
      <div data-testid="profileView">
        <div data-testid="profilePager">
          <div>
            <div>
              <div>
                <div
                  data-testid="userBannerFallback"
                  aria-label="Profile banner placeholder"
                  role="img"
                  class="cover"
                ></div>
                <div class="inner">
                  <div class="row">
                    <button data-testid="followBtn" aria-label="Follow ${account.handle}" role="button" class="follow">
                      <div dir="auto">Follow</div>
                    </button>
                  </div>
                  <div>
                    <div>
                      <div data-testid="profileHeaderDisplayName" dir="auto" class="title">${account.name}</div>
                    </div>
                    <div class="handle"><div dir="auto" class="muted">@${account.handle}</div></div>
                  </div>
                  <div>
                    <div class="counts">
                      <a
                        data-testid="profileHeaderFollowersButton"
                        aria-label="${account.followers} followers"
                        role="link"
                        href="/profile/${account.handle}/followers"
                        dir="auto"
                        ><span class="strong">${compact(account.followers, 'bluesky')} </span
                        ><span class="muted">followers</span></a
                      ><a
                        data-testid="profileHeaderFollowsButton"
                        aria-label="${account.following} following"
                        role="link"
                        href="/profile/${account.handle}/follows"
                        dir="auto"
                        ><span class="strong">${compact(account.following, 'bluesky')} </span
                        ><span class="muted">following</span></a
                      >
                      <div dir="auto" class="strong">
                        ${compact(account.postCount, 'bluesky')}<span class="muted"> posts</span>
                      </div>
                    </div>
                    <div>
                      <div data-testid="profileHeaderDescription" dir="auto" data-word-wrap="1">${account.bio}</div>
                    </div>
                  </div>
                </div>
                <div
                  data-testid="profileHeaderAviButton"
                  aria-label="View ${account.handle}'s avatar"
                  role="img"
                  class="portrait"
                >
                  <div data-testid="userAvatarImage">
                    <div><img alt="" src="${avatar(account.handle)}" /></div>
                  </div>
                </div>
              </div>
            </div>
          </div>
          <div>
            <div data-testid="profilePager" role="tablist" class="tabs">
              <div data-testid="profilePager-selector">
                <div>
                  <div data-testid="profilePager-selector-0" role="tab">
                    <div data-testid="profilePager-Posts" dir="auto">Posts</div>
                  </div>
                </div>
              </div>
            </div>
          </div>
          <div>
            <div>
              <div>
                <div data-testid="postsFeed">
                  <div data-testid="postsFeed-flatlist">
                    <div><div>${items}</div></div>
                  </div>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>`,
  )
}

function textOf(text: string): Html {
  return html`${tokensOf(text).map((token) => {
    if (token.kind === 'break') return '\n'
    if (token.kind === 'tag')
      return html`<a aria-label="Hashtag ${token.value}" role="link" href="/hashtag/${token.value}" class="link"
        ><span>#${token.value}</span></a
      >`
    if (token.kind === 'mention')
      return html`<div class="inline">
        <div class="inline">
          <a role="link" href="/profile/did:plc:sample${token.value.replaceAll('.', '')}" class="link"
            >@${token.value}</a
          >
        </div>
      </div>`
    return token.value
  })}`
}

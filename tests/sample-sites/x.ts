import { avatar, heart, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { clock, compact, date, full, monthDay, short } from './show.ts'
import { css } from './styles/x.ts'
import type { Placed, SampleAccount, Visit } from './types.ts'
import { accountByHandle, commentsOf, feedOf, postById, postPath, postsOf, type PlacedComment } from './world.ts'

/** X: one virtualised column of cells; a post, a reply, an advertisement and a suggestion all sit in one. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', second = '', id = ''] = url.pathname.split('/').filter(Boolean)
  if (first === 'home' || first === '') return home(visit)
  if (second === 'status') {
    const placed = postById('x', id, visit)
    return placed && status(placed, visit)
  }
  const account = second === '' ? accountByHandle('x', first) : null
  return account && profile(account, visit)
}

const frame = (title: string, label: string, column: Html): string =>
  shell({
    title: `${title} / X`,
    css,
    body: html`<body>
      <div id="react-root">
        <div dir="ltr" class="frame">
          <header role="banner">
            <h1 role="heading"><a aria-label="X" role="link" href="/home">X</a></h1>
            <nav aria-label="Primary" role="navigation">
              <a href="/home" role="link" data-testid="AppTabBar_Home_Link">Home</a
              ><a href="/explore" role="link" data-testid="AppTabBar_Explore_Link">Explore</a
              ><a href="/notifications" role="link" data-testid="AppTabBar_Notifications_Link">Notifications</a>
            </nav>
          </header>
          <main role="main">
            <div data-testid="primaryColumn"><div aria-label="${label}">${column}</div></div>
          </main>
        </div>
      </div>
    </body>`,
  })

const cell = (inside: Html): Html =>
  html`<div data-testid="cellInnerDiv">
    <div><div>${inside}</div></div>
  </div>`
const timeline = (label: string, cells: readonly Html[]): Html =>
  html`<section role="region">
    <h1 role="heading" class="unseen" dir="auto">${label}</h1>
    <div aria-label="${label}"><div>${cells}</div></div>
  </section>`

function home(visit: Visit): string {
  const posts = feedOf('x', visit, 8).map((placed) => cell(tweet(asTweet(placed), visit)))
  const quoting = quoteOf(visit)
  return frame(
    'Home',
    'Home timeline',
    html`<div class="bar">
        <h2 role="heading" dir="ltr"><span>For you</span></h2>
      </div>
      ${timeline('Timeline: Your Home Timeline', [
        ...posts.slice(0, 2),
        cell(advertisement),
        ...posts.slice(2, 4),
        ...(quoting ? [cell(quoting)] : []),
        ...posts.slice(4),
      ])}`,
  )
}

interface Tweet {
  readonly id: string
  readonly href: string
  readonly handle: string
  readonly name: string
  readonly text: string
  readonly time: Date
  readonly replies: number
  readonly reposts: number
  readonly likes: number
  readonly bookmarks: number
  readonly views: number
  readonly picture: string | null
}

const asTweet = (placed: Placed): Tweet => ({
  id: placed.id,
  href: postPath(placed),
  handle: placed.account.handle,
  name: placed.account.name,
  text: placed.text,
  time: placed.time,
  replies: placed.post.commentCount,
  reposts: placed.post.shares,
  likes: placed.post.likes,
  bookmarks: placed.post.saves,
  views: placed.post.views,
  picture: placed.post.picture,
})

const asReply = (comment: PlacedComment): Tweet => ({
  id: comment.id,
  href: `/${comment.handle}/status/${comment.id}`,
  handle: comment.handle,
  name: comment.display,
  text: comment.text,
  time: comment.time,
  replies: 0,
  reposts: 0,
  likes: comment.likes,
  bookmarks: 0,
  views: 100 + comment.likes * 9,
  picture: null,
})

function tweet(shown: Tweet, visit: Visit, extra?: Html): Html {
  return html`<article data-testid="tweet" role="article" tabindex="0">
    <div>
      <div>
        ${portrait(shown)}
        <div class="body">
          <div class="top">
            ${names(
              shown,
              html`<div dir="ltr" class="muted"><span> · </span></div>
                <div>
                  <a aria-label="${date(shown.time)}" role="link" href="${shown.href}" dir="ltr" class="muted"
                    ><time datetime="${shown.time.toISOString()}">${when(shown.time, visit.now)}</time></a
                  >
                </div>`,
            )}${caret}
          </div>
          <div>${textOf(shown.text)}</div>
          ${extra}${photo(shown)}${actions(shown)}
        </div>
      </div>
    </div>
  </article>`
}

/** The post a status page is about: its time stands below the text, in words. */
function focal(shown: Tweet): Html {
  return html`<article data-testid="tweet" role="article" tabindex="-1">
    <div>
      <div class="top">${portrait(shown)}${names(shown)}${caret}</div>
      <div class="big">${textOf(shown.text)}</div>
      ${photo(shown)}
      <div class="muted line">
        <div dir="ltr">
          <a aria-label="${clock(shown.time)} · ${date(shown.time)}" role="link" href="${shown.href}" dir="ltr"
            ><time datetime="${shown.time.toISOString()}">${clock(shown.time)} · ${date(shown.time)}</time></a
          ><span> · </span
          ><span
            ><div dir="ltr" class="inline">
              <span
                ><span><span>${full(shown.views)}</span></span></span
              ><span> Views</span>
            </div></span
          >
        </div>
      </div>
      ${actions(shown)}
    </div>
  </article>`
}

const portrait = (shown: Pick<Tweet, 'handle'>): Html =>
  html`<div data-testid="Tweet-User-Avatar">
    <div data-testid="UserAvatar-Container-${shown.handle}">
      <a role="link" href="/${shown.handle}"><img alt="" class="face" src="${avatar(shown.handle)}" /></a>
    </div>
  </div>`
const names = (shown: Pick<Tweet, 'handle' | 'name'>, extra?: Html): Html =>
  html`<div data-testid="User-Name" class="names">
    <div>
      <div>
        <a role="link" href="/${shown.handle}"
          ><div>
            <div dir="ltr">
              <span><span class="strong">${shown.name}</span></span>
            </div>
          </div></a
        >
      </div>
    </div>
    <div class="row">
      <div>
        <a role="link" href="/${shown.handle}" tabindex="-1"
          ><div dir="ltr" class="muted"><span>@${shown.handle}</span></div></a
        >
      </div>
      ${extra}
    </div>
  </div>`
const caret = html`<button data-testid="caret" aria-label="More" role="button" class="caret">${icon('dots')}</button>`
const photo = (shown: Tweet): Html | null =>
  shown.picture === null
    ? null
    : html`<div>
        <a role="link" href="${shown.href}/photo/1"
          ><div data-testid="tweetPhoto" aria-label="Image">
            <img alt="${shown.picture}" src="${picture(shown.picture)}" class="photo" /></div
        ></a>
      </div>`

const words = (value: number, one: string, many: string): string[] =>
  value === 0 ? [] : [`${value} ${value === 1 ? one : many}`]

const button = (id: string, name: Parameters<typeof icon>[0], value: number, title: string): Html =>
  html`<div>
    <button data-testid="${id}" aria-label="${value} ${title}" role="button">
      <div dir="ltr">
        <div>${icon(name)}</div>
        ${
          value > 0 &&
          html`<div>
            <span data-testid="app-text-transition-container"
              ><span><span>${compact(value, 'x')}</span></span></span
            >
          </div>`
        }
      </div>
    </button>
  </div>`

/** X spells every count out in one label and leaves zeros out of it. */
function actions(shown: Omit<Tweet, 'id' | 'handle' | 'name' | 'text' | 'time' | 'picture'>): Html {
  const label = [
    ...words(shown.replies, 'reply', 'replies'),
    ...words(shown.reposts, 'repost', 'reposts'),
    ...words(shown.likes, 'like', 'likes'),
    ...words(shown.bookmarks, 'bookmark', 'bookmarks'),
    ...words(shown.views, 'view', 'views'),
  ].join(', ')
  return html`<div>
    <div aria-label="${label}" role="group" class="actions">
      ${button('reply', 'bubble', shown.replies, 'Replies. Reply')}${button('retweet', 'repeat', shown.reposts, 'reposts. Repost')}${button('like', 'heart', shown.likes, 'Likes. Like')}
      <div>
        <a aria-label="${shown.views} views. View post analytics" role="link" href="${shown.href}/analytics"
          ><div dir="ltr">
            ${icon('eye')}
            <div>
              <span data-testid="app-text-transition-container"
                ><span><span>${compact(shown.views, 'x')}</span></span></span
              >
            </div>
          </div></a
        >
      </div>
      ${button('bookmark', 'flag', shown.bookmarks, 'Bookmarks. Bookmark')}
    </div>
  </div>`
}

/** Promoted: no time, the word "Ad" alone in the corner, pixels that watch whether it is looked at. */
const advertisement = html`<div data-testid="placementTracking">
  <div data-testid="top-impression-pixel"></div>
  <div data-testid="bottom-impression-pixel"></div>
  <article data-testid="tweet" role="article">
    <div>
      <div>
        ${portrait({ handle: 'foldaflame' })}
        <div class="body">
          <div class="top">
            ${names({ handle: 'foldaflame', name: 'Foldaflame' })}
            <div dir="ltr" class="muted"><span>Ad</span></div>
            ${caret}
          </div>
          <div>${textOf('A stove that folds into nothing. Free shipping this week.')}</div>
          <div><a href="https://foldaflame.example/?twclid=sample" role="link" class="cta">foldaflame.example</a></div>
          ${actions({ href: '/foldaflame/status/1000000000000000002', replies: 3, reposts: 1, likes: 12, bookmarks: 2, views: 9_310 })}
        </div>
      </div>
    </div>
  </article>
</div>`

/** Somebody else quoting a partner's post: the words inside are not theirs. */
function quoteOf(visit: Visit): Html | null {
  const quoted = feedOf('x', visit, 20).find((placed) => placed.account.handle === 'jonascooksout')
  const quoter = feedOf('x', visit, 20).find((placed) => placed.account.handle === 'tidetablefan')
  if (!quoted || !quoter) return null
  const inner = asTweet(quoted)
  const outer: Tweet = {
    ...asTweet(quoter),
    id: '1000000000000000001',
    href: '/tidetablefan/status/1000000000000000001',
    text: 'This man needs an onion.',
    picture: null,
  }
  return tweet(
    outer,
    visit,
    html`<div role="link" tabindex="0" class="quote">
      <div data-testid="User-Name" class="names">
        <div>
          <div dir="ltr"><span class="strong">${inner.name}</span></div>
        </div>
        <div class="row">
          <div dir="ltr" class="muted"><span>@${inner.handle}</span></div>
          <div dir="ltr" class="muted">·</div>
          <time datetime="${inner.time.toISOString()}" class="muted">${when(inner.time, visit.now)}</time>
        </div>
      </div>
      ${textOf(inner.text)}
    </div>`,
  )
}

function status(placed: Placed, visit: Visit): string {
  const replies = commentsOf(placed).map((comment) => cell(tweet(asReply(comment), visit)))
  return frame(
    `${placed.account.name} on X`,
    'Home timeline',
    html`<div class="bar">
        <button data-testid="app-bar-back" aria-label="Back" role="button">←</button>
        <h2 role="heading" dir="ltr"><span>Post</span></h2>
      </div>
      ${timeline('Timeline: Conversation', [cell(focal(asTweet(placed))), ...replies])}`,
  )
}

function profile(account: SampleAccount, visit: Visit): string {
  const posts = postsOf(account, visit).map((placed) => cell(tweet(asTweet(placed), visit)))
  const suggestion = cell(
    html`<div class="suggest">
      <h2 role="heading">Who to follow</h2>
      <button data-testid="UserCell" role="button">
        <a href="/tidetablefan" role="link"><span>Tide Table Fan</span><span>@tidetablefan</span></a>
      </button>
    </div>`,
  )
  return frame(
    `${account.name} (@${account.handle})`,
    'Home timeline',
    html`<div class="bar">
        <button data-testid="app-bar-back" aria-label="Back" role="button">←</button>
        <div>
          <h2 role="heading" dir="ltr">
            <div>
              <div>
                <span
                  ><span><span>${account.name}</span></span></span
                >
              </div>
            </div>
          </h2>
          <div dir="ltr" class="muted small">${compact(account.postCount, 'x')} posts</div>
        </div>
      </div>
      <div class="profile">
        <a role="link" href="/${account.handle}/header_photo"
          ><img alt="" class="cover" src="${picture(account.name)}"
        /></a>
        <div class="inner">
          <div class="row between">
            <div data-testid="UserAvatar-Container-${account.handle}">
              <a role="link" href="/${account.handle}/photo"
                ><img alt="Opens profile photo" class="portrait" src="${avatar(account.handle)}"
              /></a>
            </div>
            <div data-testid="placementTracking">
              <button data-testid="4711-follow" aria-label="Follow @${account.handle}" role="button" class="follow">
                <div dir="ltr">
                  <span><span>Follow</span></span>
                </div>
              </button>
            </div>
          </div>
          <div data-testid="UserName">
            <div>
              <div>
                <div>
                  <div>
                    <div dir="ltr">
                      <span><span class="strong big">${account.name}</span></span>
                    </div>
                  </div>
                </div>
                <div>
                  <div>
                    <div dir="ltr" class="muted"><span>@${account.handle}</span></div>
                  </div>
                </div>
              </div>
            </div>
          </div>
          <div>
            <div data-testid="UserDescription" dir="auto"><span>${account.bio}</span></div>
          </div>
          <div class="row stats">
            <div>
              <a role="link" href="/${account.handle}/following" dir="ltr"
                ><span><span class="strong">${full(account.following)}</span></span>
                <span class="muted"><span>Following</span></span></a
              >
            </div>
            <div>
              <a role="link" href="/${account.handle}/verified_followers" dir="ltr"
                ><span><span class="strong">${compact(account.followers, 'x')}</span></span>
                <span class="muted"><span>Followers</span></span></a
              >
            </div>
          </div>
        </div>
      </div>
      ${timeline(`${account.name}’s posts`, [...posts.slice(0, 3), suggestion, ...posts.slice(3)])}`,
  )
}

const when = (time: Date, now: Date): string =>
  now.getTime() - time.getTime() < 86_400_000 ? short(time, now) : monthDay(time)

function textOf(text: string): Html {
  return html`<div data-testid="tweetText" lang="en" dir="auto">
    ${tokensOf(text).map((token) => {
      if (token.kind === 'break') return html`<span>${'\n'}</span>`
      if (token.kind === 'tag')
        return html`<span
          ><a dir="ltr" role="link" href="/hashtag/${token.value}?src=hashtag_click" class="link"
            >#${token.value}</a
          ></span
        >`
      if (token.kind === 'mention')
        return html`<div class="inline">
          <span><a dir="ltr" role="link" href="/${token.value}" class="link">@${token.value}</a></span>
        </div>`
      if (token.kind === 'emoji') return html`<img alt="${token.value}" class="emoji" src="${heart}" />`
      return html`<span>${token.value}</span>`
    })}
  </div>`
}

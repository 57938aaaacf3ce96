import { avatar, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { compact, date, full, monthDay, short } from './show.ts'
import { css } from './styles/instagram.ts'
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

/** Instagram: a home feed of `article`s, a post page without any, a profile header over a grid of tiles. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean)
  if (first === '') return home(visit)
  if (first === 'p' || first === 'reel') {
    const placed = postById('instagram', second, visit)
    return placed && post(placed, visit)
  }
  const account = second === '' ? accountByHandle('instagram', first) : null
  return account && profile(account, visit)
}

const frame = (title: string, main: Html): string =>
  shell({
    title,
    css,
    body: html`<body>
      <div id="mount_0_0_sample">
        <div class="frame">
          <nav class="rail">
            <a class="brand" href="/">Instagram</a><a href="/" role="link">${icon('star', 'Home')} Home</a
            ><a href="/explore/" role="link">${icon('eye', 'Explore')} Explore</a
            ><a href="/reels/" role="link">${icon('plane', 'Reels')} Reels</a
            ><a href="#" role="link">${icon('heart', 'Notifications')} Notifications</a>
          </nav>
          <section><main role="main">${main}</main></section>
        </div>
      </div>
    </body>`,
  })

function home(visit: Visit): string {
  const posts = feedOf('instagram', visit, 7)
  return frame(
    'Instagram',
    html`<div class="feed">
      ${posts.slice(0, 2).map((placed) => article(placed, visit))}${advertisement}${posts.slice(2).map((placed) => article(placed, visit))}
    </div>`,
  )
}

const userLink = (handle: string): Html =>
  html`<a href="${profilePath('instagram', handle)}" role="link" tabindex="0"
    ><span dir="auto" class="handle">${handle}</span></a
  >`
const face = (handle: string): Html =>
  html`<a href="${profilePath('instagram', handle)}" role="link" tabindex="0"
    ><img class="face" alt="${handle}'s profile picture" src="${avatar(handle)}"
  /></a>`
const button = (name: Parameters<typeof icon>[0], label: string): Html =>
  html`<span><div role="button" tabindex="0">${icon(name, label)}</div></span>`
const count = (value: number): Html => html`<span role="button" class="count">${compact(value, 'instagram')}</span>`

const paid = (placed: Placed): Html | null =>
  placed.post.labelled
    ? html`<div class="paid">
        <span dir="auto">Paid partnership with <a href="/tarnwell/" role="link">tarnwell</a></span>
      </div>`
    : null

function article(placed: Placed, visit: Visit): Html {
  const { account, post: shown } = placed
  return html`<article>
    <div class="head">
      ${face(account.handle)}
      <div>
        <div>
          <span>${userLink(account.handle)}</span><span class="muted"> • </span
          ><a href="${postPath(placed)}" role="link"
            ><time datetime="${placed.time.toISOString()}" title="${date(placed.time)}"
              >${short(placed.time, visit.now)}</time
            ></a
          >
        </div>
        ${paid(placed)}
      </div>
      <div role="button" class="more">${icon('dots', 'More options')}</div>
    </div>
    <div class="media"><img alt="Photo by ${account.name}: ${shown.picture}" src="${picture(shown.picture)}" /></div>
    <div class="under">
      <section class="actions">
        ${button('heart', 'Like')}${count(shown.likes)}${button('bubble', 'Comment')}${count(shown.commentCount)}${button('plane', 'Share')}
        <div class="end" role="button">${icon('flag', 'Save')}</div>
      </section>
      <div class="caption">
        <span class="by">${userLink(account.handle)}</span> <span dir="auto">${caption(placed.text)}</span>
      </div>
      <a href="${postPath(placed)}" role="link" class="muted"
        ><span dir="auto">View all ${full(shown.commentCount)} comments</span></a
      >
    </div>
  </article>`
}

/** No time, the word "Ad", a link through the site's own counter: an advertisement between two posts. */
const advertisement = html`<article>
  <div class="head">
    <a href="/brightbottle.store/" role="link"
      ><img class="face" alt="brightbottle.store's profile picture" src="${avatar('brightbottle.store')}"
    /></a>
    <div>
      <div>${userLink('brightbottle.store')}</div>
      <span dir="auto" class="muted">Ad</span>
    </div>
  </div>
  <div class="media"><img alt="Advertisement" src="${picture('an advertised bottle')}" /></div>
  <a href="https://www.facebook.com/ads/ig_redirect/?d=sample" class="cta">Shop now</a>
  <div class="under">
    <section class="actions">${button('heart', 'Like')}</section>
    <div class="caption">
      <span class="by">${userLink('brightbottle.store')}</span>
      <span dir="auto">The last bottle you will ever lose.</span>
    </div>
  </div>
</article>`

function post(placed: Placed, visit: Visit): string {
  const { account, post: shown } = placed
  const comments = commentsOf(placed)
  const more = postsOf(account, visit).filter((other) => other.id !== placed.id)
  return frame(
    `${account.name} on Instagram`,
    html`<div class="page">
      ${html`<div class="detail">
        <div class="media">
          <img alt="Photo by ${account.name}: ${shown.picture}" src="${picture(shown.picture)}" />
        </div>
        <div class="side">
          <div class="head">
            <span role="link"
              ><img class="face" alt="${account.handle}'s profile picture" src="${avatar(account.handle)}"
            /></span>
            <div>
              <div>${userLink(account.handle)}</div>
              ${paid(placed)}
            </div>
            <div role="button" class="follow">Follow</div>
            <div role="button" class="more">${icon('dots', 'More options')}</div>
          </div>
          <hr />
          <div class="rows">
            <div class="row">
              ${face(account.handle)}
              <div>
                <span dir="auto"
                  ><div>
                    <div>
                      <span>${userLink(account.handle)}</span>
                      <span class="muted"
                        ><time datetime="${placed.time.toISOString()}" title="${date(placed.time)}"
                          >${short(placed.time, visit.now)}</time
                        ></span
                      >
                    </div>
                    <span>${caption(placed.text)}</span>
                  </div></span
                >
              </div>
            </div>
            ${comments.map((comment) => commentRow(placed, comment, visit))}
          </div>
          <div class="foot">
            <section class="actions">
              ${button('heart', 'Like')}${count(shown.likes)}${button('bubble', 'Comment')}${count(shown.commentCount)}${button('plane', 'Share')}
              <div class="end" role="button">${icon('flag', 'Save')}</div>
            </section>
            <div dir="auto">
              <a role="link" href="/${account.handle}${postPath(placed)}" class="muted"
                ><span dir="auto"
                  ><time datetime="${placed.time.toISOString()}" title="${date(placed.time)}"
                    >${monthDay(placed.time)}</time
                  ></span
                ></a
              >
            </div>
          </div>
        </div>
      </div>`}
      <hr />
      ${html`<div class="more-posts">
        <div dir="auto">More posts from <a role="link" href="/${account.handle}/">${account.handle}</a></div>
        <div class="grid">${more.slice(0, 6).map(tile)}</div>
      </div>`}
    </div>`,
  )
}

function commentRow(placed: Placed, comment: PlacedComment, visit: Visit): Html {
  const link = `${postPath(placed)}c/${17_890_000_000_000_000 + placed.time.getUTCDate() * 100_000 + comment.after * 10 + comment.depth}/`
  return html`<div class="${comment.depth ? 'row answer' : 'row'}">
    <span>${face(comment.handle)}</span>
    <div>
      <div>
        <div>
          <span dir="auto"
            ><span><div>${userLink(comment.handle)}</div></span></span
          >
          <span dir="auto" class="muted"
            ><a href="${link}" role="link" tabindex="0"
              ><time datetime="${comment.time.toISOString()}" title="${date(comment.time)}"
                >${short(comment.time, visit.now)}</time
              ></a
            ></span
          >${comment.pinned && html` <span class="muted">Pinned</span>`}
        </div>
        <div><span dir="auto">${caption(comment.text)}</span></div>
      </div>
      <div class="muted tools">
        ${
          comment.likes > 0 &&
          html`<div role="button" tabindex="0">
            <span dir="auto"><span>${full(comment.likes)} ${comment.likes === 1 ? 'like' : 'likes'}</span></span>
          </div>`
        }
        <div role="button" tabindex="0">
          <span dir="auto"><span>Reply</span></span>
        </div>
      </div>
    </div>
    <div class="end">
      <span><div role="button" tabindex="0">${icon('heart', 'Like')}</div></span>
    </div>
  </div>`
}

function profile(account: SampleAccount, visit: Visit): string {
  return frame(
    `${account.name} (@${account.handle})`,
    html`${html`<header class="profile">
        <div class="portrait">
          <span role="link"><img alt="${account.handle}'s profile picture" src="${avatar(account.handle)}" /></span>
        </div>
        <section>
          <div>
            <div class="top">
              <a href="#" role="link"
                ><h2 dir="auto"><span>${account.handle}</span></h2></a
              >
              <div>
                <button class="follow"><div dir="auto">Follow</div></button>
              </div>
            </div>
            <div class="stats">
              <div>
                <span dir="auto"
                  ><span class="n"><span>${full(account.postCount)}</span></span> posts</span
                >
              </div>
              <div>
                <a href="/${account.handle}/followers/" role="link"
                  ><span dir="auto"
                    ><span class="n" title="${full(account.followers)}"
                      ><span>${compact(account.followers, 'instagram')}</span></span
                    >
                    followers</span
                  ></a
                >
              </div>
              <div>
                <a href="/${account.handle}/following/" role="link"
                  ><span dir="auto"
                    ><span class="n"><span>${full(account.following)}</span></span> following</span
                  ></a
                >
              </div>
            </div>
            <div class="bio">
              <div><span dir="auto">${account.name}</span></div>
              <span dir="auto"
                ><div role="button"><span dir="auto">${account.bio}</span></div></span
              >
            </div>
          </div>
        </section>
      </header>`}
      <div class="grid">${postsOf(account, visit).map(tile)}</div>`,
  )
}

const tile = (placed: Placed): Html =>
  html`<div class="tile">
    <a role="link" href="/${placed.account.handle}${postPath(placed)}" tabindex="0"
      ><div>
        <div>
          <img alt="Photo by ${placed.account.name}: ${placed.post.picture}" src="${picture(placed.post.picture)}" />
        </div></div
    ></a>
  </div>`

function caption(text: string): Html {
  return html`${tokensOf(text).map((token) => {
    if (token.kind === 'break') return html`<br />`
    if (token.kind === 'tag')
      return html`<a href="/explore/tags/${token.value.toLowerCase()}/" role="link" class="link">#${token.value}</a>`
    if (token.kind === 'mention') return html`<a href="/${token.value}/" role="link" class="link">@${token.value}</a>`
    return token.value
  })}`
}

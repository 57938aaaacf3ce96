import { avatar, picture } from './art.ts'
import { tokensOf } from './caption.ts'
import { html, type Html } from './html.ts'
import { icon, shell } from './shell.ts'
import { compact, dashed, full } from './show.ts'
import { css } from './styles/tiktok.ts'
import type { Placed, SampleAccount, Visit } from './types.ts'
import { accountByHandle, commentsOf, feedOf, postById, postPath, postsOf, type PlacedComment } from './world.ts'

/** TikTok: For You cards (some of them empty shells), a video beside its comment drawer, a grid without captions. */
export function page(url: URL, visit: Visit): string | null {
  const [first = '', second = '', id = ''] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  if (first === '' || first === 'foryou' || first === 'en') return home(visit)
  if (!first.startsWith('@')) return null
  if (second === 'video') {
    const placed = postById('tiktok', id, visit)
    return placed && video(placed, visit)
  }
  const account = second === '' ? accountByHandle('tiktok', first.slice(1)) : null
  return account && profile(account, visit)
}

/** TikTok keeps every digit below ten thousand, without separators: "1522", then "25.5K". */
const count = (value: number): string => compact(value, 'tiktok')

const frame = (title: string, main: Html): string =>
  shell({
    title,
    css,
    body: html`<body>
      <div id="app">
        <div id="app-header" class="css-h1-DivHeaderContainer">
          <a aria-label="Go to TikTok For You feed" href="/" data-e2e="tiktok-logo"><strong>TikTok</strong></a
          ><button data-e2e="top-login-button">Log in</button>
        </div>
        <div class="css-b1-BaseBodyContainer">
          <nav class="css-n1-DivSideNavContainer">
            <a href="/foryou" data-e2e="nav-foryou">For You</a><a href="/explore" data-e2e="nav-explore">Explore</a
            ><a href="/following" data-e2e="nav-following">Following</a>
          </nav>
          ${main}
        </div>
      </div>
    </body>`,
  })

function home(visit: Visit): string {
  const cards = feedOf('tiktok', visit, 6).map((placed, index) => card(placed, index))
  return frame(
    'For You | TikTok',
    html`<div id="main-content-homepage_hot" class="css-m1-DivMainContainer">
      <div id="column-list-container" class="css-c1-DivColumnListContainer">${cards}${shells(cards.length, 3)}</div>
    </div>`,
  )
}

/** TikTok keeps the place of cards that are far away as articles without anything in them. */
const shells = (from: number, length: number): Html[] =>
  Array.from(
    { length },
    (_, index) =>
      html`<article
        id="one-column-item-${from + index}"
        class="css-a1-ArticleItemContainer shell"
        data-e2e="recommend-list-item-container"
      ></article>`,
  )

function card(placed: Placed, index: number): Html {
  const { account, post } = placed
  const href = `/@${account.handle}`
  return html`<article
    id="one-column-item-${index}"
    class="css-a1-ArticleItemContainer"
    data-e2e="recommend-list-item-container"
  >
    <div class="css-a2-DivContentFlexLayout">
      <section
        aria-label="Watch in full screen"
        role="button"
        id="media-card-${index}"
        class="css-s1-SectionMediaCardContainer"
        data-e2e="feed-video"
      >
        <img alt="${post.picture}" src="${picture(post.picture)}" />
        <div id="xgwrapper-${index}-${placed.id}" class="xgplayer-container tiktok-web-player"></div>
        <div class="css-o1-DivMediaCardOverlayBottom">
          ${
            post.labelled &&
            html`<div class="css-t1-DivItemTagsContainer">
              <div class="css-t2-TagChipContainer" data-e2e="sponsored-tag">
                <p class="TUXText">Paid partnership</p>
              </div>
            </div>`
          }
          <div class="css-d1-DivCreatorInfoContainer">
            <a href="${href}" class="link-a11y-focus"
              ><div><p class="TUXText">${account.handle}</p></div></a
            ><span class="TUXText"> · ${dashed(placed.time)}</span>
          </div>
          <div class="css-d2-DivMediaCardDescriptionContainer">
            <div class="css-d3-DivMultilineText">
              <div class="css-d4-DivDescriptionContentContainer" data-e2e="video-desc">
                ${caption(placed.text, index)}
              </div>
            </div>
          </div>
        </div>
      </section>
      <section class="css-s2-SectionActionBarContainer">
        <div class="css-s3-DivAvatarActionItemContainer">
          <a href="${href}" data-e2e="video-author-avatar" class="link-a11y-focus"
            ><img class="ImgAvatar" alt="${account.handle}" src="${avatar(account.handle)}"
          /></a>
        </div>
        ${action('heart', 'like', 'like', post.likes, `Like video\n${count(post.likes)} likes`)}
        ${action('bubble', 'comment', 'comment', post.commentCount, `Read or add comments\n${count(post.commentCount)} comments`)}
        ${action('flag', 'undefined', 'undefined', post.saves, `Add to Favorites. ${count(post.saves)} added to Favorites`)}
        ${action('plane', 'share', 'share', post.shares, `Share video\n${count(post.shares)} shares`)}
      </section>
    </div>
  </article>`
}

const action = (
  name: Parameters<typeof icon>[0],
  iconName: string,
  countName: string,
  value: number,
  label: string,
): Html =>
  html`<button aria-label="${label}" class="css-b1-ButtonActionItem">
    <span class="css-b2-SpanIconWrapper" data-e2e="${iconName}-icon">${icon(name)}</span
    ><strong class="css-b3-StrongText" data-e2e="${countName}-count">${count(value)}</strong>
  </button>`

function video(placed: Placed, visit: Visit): string {
  const { post } = placed
  const next = feedOf('tiktok', visit, 12).find((other) => other.account !== placed.account)
  return frame(
    `${placed.account.name} on TikTok`,
    html`<div id="main-content-video_detail" class="css-m1-DivMainContainer">
      <div class="css-v1-DivVideoDetailContainer">
        <div class="css-v2-DivContentContainer">
          <div class="css-v3-DivLeftContainer">
            <div id="column-list-container" class="css-c1-DivColumnListContainer">
              ${card(placed, 0)}${next && card(next, 1)}${shells(2, 2)}
            </div>
          </div>
          <div class="css-v4-DivVideoList">
            <div class="css-v5-DivVideoListTabBarWrapper">
              <div id="comments" class="TUXTabBar-item">
                <button class="TUXTabBar-itemTitle"><span>Comments</span></button>
              </div>
              <div id="related" class="TUXTabBar-item">
                <button class="TUXTabBar-itemTitle"><span>You may like</span></button>
              </div>
            </div>
            <div class="css-v6-DivTabContainer">
              <div class="css-c2-DivCommentMain">
                <div class="css-c3-DivCommentCountContainer">
                  <span class="TUXText">${full(post.commentCount)} comments</span>
                </div>
                <div class="css-c4-DivCommentListContainer">${threads(commentsOf(placed))}</div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>`,
  )
}

/** Answers sit in a container of their own inside the comment they answer. */
function threads(comments: readonly PlacedComment[]): Html[] {
  const groups: PlacedComment[][] = []
  for (const comment of comments) {
    const last = groups.at(-1)
    if (comment.depth === 0 || last === undefined) groups.push([comment])
    else last.push(comment)
  }
  return groups.map(
    ([first, ...answers]) =>
      html`<div class="css-c5-DivCommentObjectWrapper">
        ${first && commentItem(first)}${answers.length > 0 && html`<div class="css-c6-DivReplyContainer">${answers.map(commentItem)}</div>`}
      </div>`,
  )
}

function commentItem(comment: PlacedComment): Html {
  const level = comment.depth + 1
  const link = (inside: Html): Html =>
    html`<div class="css-c7-DivTriggerWrapper">
      <a href="/@${comment.handle}" class="link-a11y-focus">${inside}</a>
    </div>`
  return html`<div class="css-c8-DivCommentItemWrapper">
    <div class="css-c9-DivAvatarWrapper">
      ${link(html`<img class="ImgAvatar" alt="" src="${avatar(comment.handle)}" />`)}
    </div>
    <div class="css-d5-DivCommentContentWrapper">
      <div class="css-d6-DivCommentHeaderWrapper">
        <div class="css-d7-DivUsernameContentWrapper" data-e2e="comment-username-${level}">
          ${link(html`<p class="TUXText">${comment.display}</p>`)}${comment.byAuthor && html`<p class="TUXText muted">Creator</p>`}
        </div>
      </div>
      <span data-e2e="comment-level-${level}"><span class="TUXText">${comment.text}</span></span>
      <div class="css-d8-DivCommentSubContentSplitWrapper">
        <div class="css-d9-DivCommentSubContentWrapper">
          <span class="TUXText">${dashed(comment.time)}</span
          ><span aria-label="Reply" role="button" data-e2e="comment-reply-${level}">Reply</span>
        </div>
        <div aria-label="Like video&#10;${count(comment.likes)} likes" role="button" class="css-e1-DivLikeContainer">
          ${icon('heart')}<span class="TUXText">${count(comment.likes)}</span>
        </div>
      </div>
    </div>
  </div>`
}

const stat = (name: string, value: number, label: string): Html =>
  html`<div class="css-p6-DivNumber">
    <strong data-e2e="${name}-count" title="${label}">${count(value)}</strong
    ><span class="css-p7-SpanUnit" data-e2e="${name}">${label}</span>
  </div>`

function profile(account: SampleAccount, visit: Visit): string {
  const posts = postsOf(account, visit)
  return frame(
    `${account.name} (@${account.handle}) | TikTok`,
    html`<div class="css-m1-DivMainContainer">
      <div class="css-p1-DivShareLayout" data-e2e="user-page">
        <div class="css-p2-DivShareLayoutHeader">
          <div class="css-p3-DivShareInfo">
            <div data-e2e="user-avatar"><img class="ImgAvatar" alt="" src="${avatar(account.handle)}" /></div>
            <div class="css-p4-DivShareTitleContainer">
              <h1 class="css-p5-H1ShareTitle" data-e2e="user-title">${account.handle}</h1>
              <h2 class="css-p5-H2ShareSubTitle" data-e2e="user-subtitle">${account.name}</h2>
              <button data-e2e="follow-button" class="follow">Follow</button>
            </div>
          </div>
          <h3 class="css-p5-H3CountInfos">
            ${stat('following', account.following, 'Following')}${stat('followers', account.followers, 'Followers')}${stat(
              'likes',
              posts.reduce((sum, { post }) => sum + post.likes, 0),
              'Likes',
            )}
          </h3>
          <h2 class="css-p8-H2ShareDesc" data-e2e="user-bio">${account.bio}</h2>
        </div>
        <div class="css-p9-DivShareLayoutMain">
          <div class="css-q1-DivVideoFeedTab">
            <p data-e2e="videos-tab"><span>Videos</span></p>
            <p data-e2e="liked-tab"><span>Liked</span></p>
          </div>
          <div class="css-q2-DivVideoFeed" data-e2e="user-post-item-list">${posts.map(tile)}</div>
        </div>
      </div>
      <aside class="css-q5-DivUserContainer">
        <p data-e2e="suggest-accounts">Suggested accounts</p>
        <a href="/@bus.diaries.north" data-e2e="suggest-user-avatar"
          ><h4 data-e2e="suggest-user-title">bus.diaries.north</h4>
          <p data-e2e="suggest-user-desc">Bus Diaries</p></a
        >
      </aside>
    </div>`,
  )
}

const tile = (placed: Placed): Html =>
  html`<div class="css-q3-DivItemContainer">
    <div class="css-q4-DivContainer" data-e2e="user-post-item">
      <div>
        <div>
          <a href="https://www.tiktok.com${postPath(placed)}"
            ><img class="css-q6-ImgPoster" alt="" src="${picture(placed.post.picture)}" />
            <div class="css-q7-DivCardFooter">
              ${icon('eye')}<strong class="video-count" data-e2e="video-views">${count(placed.post.views)}</strong>
            </div></a
          >
        </div>
      </div>
    </div>
  </div>`

function caption(text: string, index: number): Html {
  return html`${tokensOf(text).map((token, place) => {
    if (token.kind === 'tag')
      return html`<a
        aria-label="Watch more videos of the ${token.value.toLowerCase()} category"
        href="/tag/${encodeURIComponent(token.value.toLowerCase())}"
        class="link-a11y-focus"
        data-e2e="search-common-link"
        ><p class="TUXText strong">#${token.value}</p></a
      >`
    if (token.kind === 'mention')
      return html`<a href="/@${token.value}" class="link-a11y-focus" data-e2e="search-common-link"
        ><p class="TUXText strong">@${token.value}</p></a
      >`
    return html`<span class="TUXText" data-e2e="desc-span-${index}_${place - 1}"
      >${token.kind === 'break' ? '\n' : token.value}</span
    >`
  })}`
}

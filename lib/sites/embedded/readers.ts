import { at, countAt, instantAt, secondsAt, textAt } from './json.ts'
import type { DataReader, Node, PostData } from './types.ts'

const LD_JSON = 'script[type="application/ld+json"]'

/**
 * By site id. Sources: sites.md A 1-5, B 2 and 5 ("JSON"), and the captures of X, TikTok, YouTube, Instagram, Threads,
 * Facebook and LinkedIn; of Pinterest there is none.
 */
export const readers: Readonly<Record<string, DataReader>> = {
  // Signed out only.
  x: {
    scripts: LD_JSON,
    profile: (node) => {
      const handle = at(node, '@type') === 'Person' ? textAt(node, 'additionalName') : undefined
      if (handle === undefined) return null
      return {
        handle,
        followers: interactions(node, 'Follows'),
        following: interactions(node, 'Friends'),
        posts: interactions(node, 'Tweets'),
      }
    },
  },
  tiktok: {
    scripts: '#__UNIVERSAL_DATA_FOR_REHYDRATION__, #SIGI_STATE',
    // `stats` is what the page shows; `statsV2` has more of the digits. `isAd` tells nothing.
    post: (node) => {
      const id = textAt(node, 'id')
      if (id === undefined || textAt(node, 'author', 'uniqueId') === undefined) return null
      return {
        id,
        text: textAt(node, 'desc'),
        likes: countAt(node, 'statsV2', 'diggCount'),
        comments: countAt(node, 'statsV2', 'commentCount'),
        shares: countAt(node, 'statsV2', 'shareCount'),
        views: countAt(node, 'statsV2', 'playCount'),
        saves: countAt(node, 'statsV2', 'collectCount'),
      }
    },
    profile: (node) => {
      const handle = textAt(node, 'user', 'uniqueId')
      if (handle === undefined) return null
      return {
        handle,
        followers: countAt(node, 'statsV2', 'followerCount'),
        following: countAt(node, 'statsV2', 'followingCount'),
        posts: countAt(node, 'statsV2', 'videoCount'),
      }
    },
  },
  youtube: {
    scripts: 'script:not([src])',
    begins: 'var ytInitialPlayerResponse',
    post: (node) => {
      const id = textAt(node, 'videoId')
      const title = textAt(node, 'title')
      const shape = { views: countAt(node, 'viewCount') }
      if (id !== undefined && title !== undefined && typeof at(node, 'shortDescription') === 'string')
        return { id, text: `${title}\n\n${textAt(node, 'shortDescription') ?? ''}`, ...liveless(node, shape) }
      const external = textAt(node, 'externalVideoId')
      if (external === undefined) return null
      return {
        id: external,
        publishedAt: instantAt(node, 'publishDate'),
        likes: countAt(node, 'likeCount'),
      }
    },
  },
  instagram: { scripts: 'script[data-sjs]', post: metaPost, profile: metaProfile },
  threads: { scripts: 'script[data-sjs]', post: metaPost, profile: metaProfile },
  facebook: { scripts: 'script[data-sjs]', post: facebookPost },
  linkedin: {
    scripts: LD_JSON,
    post: (node) => {
      const id = /-(?:activity|ugcPost|share)-(\d+)/.exec(textAt(node, '@id') ?? textAt(node, 'url') ?? '')?.[1]
      if (id === undefined || !/Posting$|^Article$/.test(textAt(node, '@type') ?? '')) return null
      return {
        id,
        text: textAt(node, 'articleBody'),
        publishedAt: instantAt(node, 'datePublished'),
        comments: countAt(node, 'commentCount'),
      }
    },
  },
  pinterest: {
    scripts: '#__PWS_INITIAL_PROPS__, #__PWS_DATA__, script[data-relay-response="true"]',
    post: (node) => {
      const id = textAt(node, 'id')
      if (id === undefined || typeof at(node, 'closeup_description') !== 'string') return null
      return {
        id,
        likes: countAt(node, 'reaction_counts', '1'),
        comments: countAt(node, 'aggregated_pin_data', 'comment_count'),
      }
    },
    profile: (node) => {
      const handle = textAt(node, 'username')
      const followers = countAt(node, 'follower_count')
      return handle === undefined || followers === undefined ? null : { handle, followers }
    },
  },
}

function interactions(node: Node, name: string): number | undefined {
  const list = at(node, 'interactionStatistic')
  const found = Array.isArray(list) ? list.find((entry) => at(entry, 'name') === name) : undefined
  return countAt(found, 'userInteractionCount')
}

/** Who watches a stream now is no view. */
const liveless = (node: Node, figures: Pick<PostData, 'views'>) => (at(node, 'isLive') === true ? {} : figures)

/** Instagram's and Threads' posts; the shown reposts of Threads are reposts and quotes together. */
function metaPost(node: Node): PostData | null {
  const id = textAt(node, 'code')
  if (id === undefined || !Object.hasOwn(node, 'taken_at')) return null
  const threads = at(node, 'text_post_app_info')
  const reposts = countAt(threads, 'repost_count')
  const quotes = countAt(threads, 'quote_count')
  return {
    id,
    text: textAt(node, 'caption', 'text'),
    publishedAt: secondsAt(node, 'taken_at'),
    likes: at(node, 'like_and_view_counts_disabled') === true ? undefined : countAt(node, 'like_count'),
    comments: countAt(node, 'comment_count') ?? countAt(threads, 'direct_reply_count'),
    shares: reposts === undefined || quotes === undefined ? undefined : reposts + quotes,
  }
}

/** A story has its address, its figures are of a "feedback" with the post's number; comments' have two numbers. */
function facebookPost(node: Node): PostData | null {
  const address = textAt(node, 'wwwURL') ?? textAt(node, 'url') ?? ''
  const story = /\/(?:posts|permalink|videos|reel)\/(?:[^/?#]+\/)?(pfbid\w+|\d+)\/?(?:[?#]|$)/.exec(address)?.[1]
  if (story !== undefined && (Object.hasOwn(node, 'creation_time') || Object.hasOwn(node, 'message')))
    return { id: story, text: textAt(node, 'message', 'text'), publishedAt: secondsAt(node, 'creation_time') }
  if (countAt(node, 'reaction_count', 'count') === undefined) return null
  const number = /^feedback:(\d+)$/.exec(decoded(textAt(node, 'id') ?? ''))?.[1]
  if (number === undefined) return null
  return {
    id: number,
    likes: countAt(node, 'reaction_count', 'count'),
    shares: countAt(node, 'share_count', 'count'),
  }
}

function decoded(base64: string): string {
  return /^[\w+/]{8,200}={0,2}$/.test(base64) && base64.length % 4 === 0 ? atob(base64) : ''
}

function metaProfile(node: Node) {
  const handle = textAt(node, 'username')
  const followers = countAt(node, 'follower_count')
  if (handle === undefined || followers === undefined) return null
  return {
    handle,
    followers,
    following: countAt(node, 'following_count'),
    posts: countAt(node, 'media_count'),
  }
}

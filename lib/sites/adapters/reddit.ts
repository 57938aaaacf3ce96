import { defineSite } from '../types.ts'
import type { AddressExample } from '../types.ts'
import * as neu from './reddit-new.ts'
import * as old from './reddit-old.ts'

/** Two designs at once, told apart by their markup: members choose the old one on every host. */
export default defineSite({
  id: 'reddit',
  name: 'Reddit',
  matches: ['*://*.reddit.com/*'],
  pages: [
    { kind: 'post', path: '/:area(r|u|user)/:place/comments/:id{/*}?' },
    { kind: 'post', path: '/:area(comments|gallery)/:id{/*}?' },
    { kind: 'feed', path: '/user/:handle/m/:name{/*}?' },
    { kind: 'profile', path: '/u/:handle{/:tab(overview|submitted)}?' },
    { kind: 'profile', path: '/user/:handle{/:tab(overview|submitted)}?' },
    { kind: 'search', path: '/search{/*}?' },
    { kind: 'search', path: '/r/:place/search{/*}?' },
    { kind: 'feed', path: '/r/:place{/:sort(best|hot|new|top|rising|controversial)}?' },
    { kind: 'feed', path: '/{:sort(best|hot|new|top|rising|controversial|popular)}?' },
  ],
  posts: [neu.post, neu.ad, old.post, old.ad],
  signs: {
    posts: 'a[href*="/comments/"]',
    comments: '[id$="-comment-rtjson-content"], .commentarea .entry .usertext-body',
    profile: '[data-testid="profile-main"], .titlebox .karma',
  },
  comments: [neu.comment, old.comment],
  focal: (posts, { params }) => posts.find(({ id }) => id === `t3_${params['id']}`),
  profile: [neu.profile, old.profile],
})

/** Addresses with the page kind they are; for the tests, so no page carries them. */
export const examples: readonly AddressExample[] = [
  { url: 'https://www.reddit.com/', kind: 'feed' },
  { url: 'https://www.reddit.com/r/sourdough/', kind: 'feed' },
  { url: 'https://old.reddit.com/r/sourdough/top/?t=week', kind: 'feed' },
  { url: 'https://www.reddit.com/r/sourdough/comments/1ab2cd3/rye_at_last/', kind: 'post' },
  { url: 'https://www.reddit.com/r/sourdough/comments/1ab2cd3/comment/kx2y3z4/', kind: 'post' },
  { url: 'https://www.reddit.com/user/maya_bakes/comments/1ab2cd3/rye_at_last/', kind: 'post' },
  { url: 'https://www.reddit.com/comments/1ab2cd3/', kind: 'post' },
  { url: 'https://www.reddit.com/user/maya_bakes/', kind: 'profile' },
  { url: 'https://old.reddit.com/u/maya_bakes/submitted', kind: 'profile' },
  { url: 'https://www.reddit.com/search/?q=rye', kind: 'search' },
  { url: 'https://www.reddit.com/r/sourdough/search/?q=rye', kind: 'search' },
  { url: 'https://www.reddit.com/r/sourdough/about/rules', kind: 'other' },
  { url: 'https://www.reddit.com/settings/', kind: 'other' },
]

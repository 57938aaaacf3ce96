import { describe, expect, it } from 'vitest'
import { extract } from '../../../lib/sites/extract.ts'
import { sites } from '../../../lib/sites/index.ts'

const read = (platform: string, url: string, html: string) => {
  const site = sites.find(({ id }) => id === platform)
  if (!site) throw new Error(`no adapter ${platform}`)
  return extract(site, new DOMParser().parseFromString(html, 'text/html'), url, { now: new Date('2026-11-22') })
}
const goneOf = (platform: string, url: string, html: string) => read(platform, url, html).observation.gone

const MASTODON = 'https://mastodon.social/@maya/115500000068888889'
const BLUESKY = 'https://bsky.app/profile/maya.example.com/post/3mddvy5bv6k27'
const X = 'https://x.com/maya_bakes/status/1790000000000000000'
const YOUTUBE = 'https://www.youtube.com/watch?v=LcmT38ZPTjg'
const INSTAGRAM = 'https://www.instagram.com/p/DQx1aB2cD3e/'

const mastodonError = (title: string) =>
  `<div class="error-column"><div class="error-column__message"><h1>${title}</h1><p>…</p></div></div>`
const player = (inside: string) =>
  `<ytd-watch-flexy player-unavailable><yt-player-error-message-renderer>${inside}</yt-player-error-message-renderer></ytd-watch-flexy>`

describe("B8: a post's URL showing the platform's removed page", () => {
  it.each([
    ['mastodon', MASTODON, mastodonError('404'), '115500000068888889', 'removed'],
    ['bluesky', BLUESKY, '<div><div dir="auto">Post not found</div></div>', '3mddvy5bv6k27', 'removed'],
    [
      'x',
      X,
      '<div data-testid="error-detail"><span>Hmm</span><a href="/search">Search</a></div>',
      '1790000000000000000',
      'unavailable',
    ],
    ['youtube', YOUTUBE, player('<div>This video has been removed by the uploader</div>'), 'LcmT38ZPTjg', 'removed'],
    ['youtube', YOUTUBE, player('<div>Dieses Video ist nicht verfügbar</div>'), 'LcmT38ZPTjg', 'unavailable'],
    [
      'instagram',
      INSTAGRAM,
      "<main><span>Sorry, this page isn't available.</span></main>",
      'DQx1aB2cD3e',
      'unavailable',
    ],
  ])('says so of %s', (platform, url, html, id, says) => {
    expect(goneOf(platform, url, html)).toEqual({ id, says })
  })

  it('is no sign that the site is read wrongly', () => {
    const linked = `${mastodonError('404')}<div class="status"></div><a href="/@leo/115500000068888880">Leo</a>`
    expect(read('mastodon', MASTODON, linked).misses).toEqual([])
  })
})

describe('a page that does not show the post', () => {
  it.each([
    ['is still empty', 'mastodon', MASTODON, '<div class="app-holder"></div>'],
    ['only failed to load', 'mastodon', MASTODON, mastodonError('Network error')],
    ['offers to try again', 'x', X, '<div data-testid="error-detail"><button>Retry</button></div>'],
    ['asks for an age', 'youtube', YOUTUBE, player('<div>Confirm your age</div><button>Sign in</button>')],
    ['is of no site whose words for it are known', 'tumblr', 'https://www.tumblr.com/maya/71/rye', '<h1>404</h1>'],
    ['is a profile', 'mastodon', 'https://mastodon.social/@maya', mastodonError('404')],
  ])('says nothing of a removal while it %s', (_why, platform, url, html) => {
    expect(goneOf(platform, url, html)).toBeUndefined()
  })

  it('is believed in what it shows where its words contradict it: a reply may say that a post was not found', () => {
    const item = `<div data-testid="postThreadItem-by-maya.example.com"><a href="/profile/maya.example.com">Maya</a><a href="/profile/maya.example.com">@maya.example.com</a><div data-word-wrap="1" dir="auto">Post not found</div><div>8:49 AM · Jan 26, 2026</div></div>`
    expect(goneOf('bluesky', BLUESKY, `${item}<div dir="auto">Post not found</div>`)).toBeUndefined()
  })
})

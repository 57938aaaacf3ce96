import { describe, expect, it } from 'vitest'
import bluesky from '../../../../lib/sites/adapters/bluesky.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const PROFILE = 'https://bsky.app/profile/maya.example.com'
const THREAD = `${PROFILE}/post/3mddvy5bv6k27`

function posts(html: string, address = PROFILE) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(bluesky, page, address, { now: new Date('2026-11-22T12:00:00Z') }).observation.posts
}

const HEAD =
  '<a href="/profile/maya.example.com" aria-label="avatar"></a><a href="/profile/maya.example.com">Maya</a><a href="/profile/maya.example.com">@maya.example.com</a>'
const TIME = `<a href="/profile/maya.example.com/post/3mddvy5bv6k27" data-tooltip="January 26, 2026 at 8:49 AM">26d</a>`
const bar = (repost: string) =>
  `<button data-testid="replyBtn" aria-label="Reply (3 replies)">3</button><div><button aria-label="Repost">${repost}</button></div><button data-testid="likeBtn" aria-label="Like (1,249 likes)">1.2K</button>`
const item = (inside: string, above = '') =>
  `<div role="link" data-testid="feedItem-by-maya.example.com">${above}${HEAD}${TIME}<div data-testid="postText">Rye day</div>${inside}</div>`
const opened = (inside: string) =>
  `<div data-testid="postThreadItem-by-maya.example.com">${HEAD}<div data-word-wrap="1">Rye day</div><div>8:49 AM · Jan 26, 2026</div><div data-testid="likeCount-expanded">9 likes</div>${inside}</div>`

const verified = (inside: string) => {
  const page = new DOMParser().parseFromString(`<div data-testid="profileView">${inside}</div>`, 'text/html')
  return extract(bluesky, page, PROFILE, { now: new Date() }).observation.profile?.verified
}

const replyWith = (below: string) =>
  opened('') +
  `<div role="link" data-testid="postThreadItem-by-leo.example.com"><div><a href="/profile/leo.example.com">Leo</a><a href="/profile/leo.example.com">@leo.example.com</a><a href="/profile/leo.example.com/post/3mddvy5bv6k28" data-tooltip="January 27, 2026 at 8:49 AM">25d</a></div><div>${below}</div>${bar('')}</div>`
/** The words of a reply with this below its time. */
const wordsOf = (below: string) => posts(replyWith(below), THREAD)[0]?.comments.map(({ text }) => text)

describe('Bluesky', () => {
  it('finds the reposts in their button where the number lost its name', () => {
    expect(posts(item(bar('<span>44</span>')))[0]?.metrics.shares).toEqual({ value: 44, step: 1 })
    expect(posts(item(bar('')))[0]?.metrics.shares).toEqual({ value: 0, step: 1 })
    expect(posts(item('<button data-testid="replyBtn"></button>'))[0]?.metrics.shares).toBeNull()
  })

  it('knows of no bookmarks where the client has no button for them', () => {
    expect(posts(opened(bar('')), THREAD)[0]?.metrics.saves).toBeNull()
    const withButton = opened(`${bar('')}<button data-testid="postBookmarkBtn"></button>`)
    expect(posts(withButton, THREAD)[0]?.metrics.saves).toEqual({ value: 0, step: 1 })
  })

  it('reads names behind addresses in full, as in a saved page', () => {
    const html = item(bar('')).replaceAll('href="/', 'href="https://bsky.app/')
    expect(posts(html)[0]).toMatchObject({ id: '3mddvy5bv6k27', author: { handle: 'maya.example.com', name: 'Maya' } })
  })

  it('finds the replies before the reposts where their button lost its name', () => {
    const renamed = bar('44').replace('data-testid="replyBtn"', '')
    expect(posts(item(renamed))[0]?.metrics.comments).toEqual({ value: 3, step: 1 })
  })

  it('reads a reply’s words by their place where they lost their names, and no words where a picture stands', () => {
    expect(wordsOf('<div dir="auto">Lovely crumb</div>')).toEqual(['Lovely crumb'])
    expect(wordsOf('<div><img><div dir="auto">ALT</div></div>')).toEqual([''])
  })

  it('sees that a post is pinned without knowing the word', () => {
    const pinned = '<div><svg></svg><div>Kiinnitetty</div></div>'
    const reposted = '<a href="/profile/leo.example.com">Uudelleenjulkaissut Leo</a>'
    expect(posts(item('', pinned))[0]?.labels).toEqual(['pinned'])
    expect(posts(item('', reposted))[0]?.labels).toEqual([])
    expect(posts(item('', pinned), 'https://bsky.app/')[0]?.labels).toEqual([])
  })

  it('does not take "Leo liked your post" for a post', () => {
    const html = item(bar('')) + item('')
    expect(posts(html, 'https://bsky.app/notifications')).toHaveLength(1)
  })

  it('leaves the check mark open where there is no name beside which it could stand', () => {
    expect(verified('<div data-testid="profileHeaderDisplayName">Maya<button><svg></svg></button></div>')).toBe(true)
    expect(verified('<div data-testid="profileHeaderDisplayName">Maya</div>')).toBe(false)
    expect(verified('<h1>Maya</h1>')).toBeNull()
  })
})

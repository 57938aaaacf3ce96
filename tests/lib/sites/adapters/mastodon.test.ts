import { describe, expect, it } from 'vitest'
import mastodon from '../../../../lib/sites/adapters/mastodon.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const STATUS = 'https://mastodon.social/@maya/115500000000000401'

function post(html: string, address = STATUS) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  page.documentElement.lang = 'en'
  return extract(mastodon, page, address, { now: new Date('2026-11-22T12:00:00Z') }).observation.posts[0]
}

const NAME =
  '<span class="display-name"><bdi><strong class="display-name__html">Leo</strong></bdi><span class="display-name__account">@leo@ferries.example</span></span>'
const TEXT =
  '<div class="status__content__text"><p>Rye <a href="/tags/rye" class="mention">#<span>rye</span></a> by <a href="/@maya" class="u-url mention">@<span>maya</span></a></p></div>'
const opened = (meta: string, text = TEXT) =>
  `<div class="detailed-status"><a class="detailed-status__display-name" href="/@leo@ferries.example">${NAME}</a><div class="status__content">${text}</div>${meta}</div>`

/** A reply, or the post, of a client whose classes are others. */
const box = (id: string) =>
  `<div tabindex="0" aria-label="Leo"><a href="/@leo@ferries.example/${id}"><time datetime="2026-11-21T10:00:00.000Z">1d</time></a><a href="/@leo@ferries.example"><bdi>Leo</bdi></a><div lang="en"><p>Rye ${id}</p></div></div>`

/** The text of a post that shows its warning only. */
const warnedBy = (words: string) =>
  post(
    opened('')
      .replace(TEXT, '')
      .replace('</div></div>', `</div><section><p id="w1">${words}</p><button>Show more</button></section></div>`),
  )?.text

describe('Mastodon', () => {
  it('misses the place of a reply in its thread where only classes would tell it', () => {
    const page = new DOMParser().parseFromString(box('115500000000000401') + box('115500000000000402'), 'text/html')
    const { observation, misses } = extract(mastodon, page, STATUS, { now: new Date('2026-11-22T12:00:00Z') })
    expect(observation.posts[0]?.comments).toHaveLength(1)
    expect(misses).toContainEqual({ field: 'comment.depth', of: 1, missing: 1, tried: [] })
  })

  it('reads the date of an opened post of 4.2, which is in words only', () => {
    const date = '<a class="detailed-status__datetime" href="/@maya/1"><span>Nov 20, 2026, 09:05</span></a>'
    const edited = '<time datetime="2026-11-21T10:00:00.000Z">Nov 21</time>'
    expect(post(opened(date + edited))).toMatchObject({ publishedText: 'Nov 20, 2026, 09:05' })
    expect(post(opened(date + edited))?.publishedAt).toMatch(/^2026-11-20/)
  })

  it('knows a warning by the button after it, and not the reader’s own filter', () => {
    expect(warnedBy('<span>Sugar, lots</span>')).toBe('Sugar, lots')
    expect(warnedBy('Matches filter “<span>sugar</span>”')).toBe('')
  })

  it('does not take the end of a poll for the date of the post', () => {
    expect(
      post(opened('<div class="poll"><time datetime="2026-11-29T10:00:00.000Z">7 days left</time></div>')),
    ).toMatchObject({ publishedAt: null, publishedText: null })
  })

  it('takes the handle beside the name where there is no link, not the one in the address', () => {
    const html = opened('').replace('class="detailed-status__display-name" href="/@leo@ferries.example"', '')
    expect(post(html)?.author).toEqual({ handle: 'leo@ferries.example', name: 'Leo' })
  })

  it('tells hashtags from mentions by what they say and where they lead', () => {
    expect(post(opened(''))).toMatchObject({ hashtags: ['rye'], mentions: ['maya'] })
  })

  it('reads the text where only its frame has a name', () => {
    expect(post(opened('', '<p>Rye day</p><button>Translate</button>'))?.text).toBe('Rye day')
  })
})

import { describe, expect, it } from 'vitest'
import { accountName, capture } from '../../../lib/sites/capture.ts'

const now = new Date('2026-11-20T12:00:00Z')
const ADDRESS = 'https://blog.example/notes?utm_source=mail&page=2#top'

function read(html: string, select = '.words', address = ADDRESS) {
  document.body.innerHTML = html
  const element = document.querySelector(select)
  if (!element) throw new Error(`Nothing is ${select}`)
  return capture(element, address, now)
}
const post = (html: string, select?: string, address?: string) => read(html, select, address)?.posts[0] ?? null

const article = (name: string, words: string, day: string) => `<article lang="en">
  <a rel="author" href="/@${name}">By ${name}</a> <a href="/p/${name}?ref=feed"><time datetime="${day}">that day</time></a>
  <div class="words ${name}"><p>${words}</p><p>#ad <a href="https://shop.example/fjell">the hut</a></p></div></article>`

describe('a post that a person points at', () => {
  it('has the words as they are shown, and author, date and address from its own article', () => {
    expect(post(article('maya', 'Soft socks.', '2026-11-19T08:30:00+01:00'))).toMatchObject({
      id: 'blog.example/p/maya',
      url: 'https://blog.example/p/maya',
      text: 'Soft socks.\n\n#ad the hut',
      author: { name: 'maya', handle: 'maya' },
      publishedAt: '2026-11-19T07:30:00.000Z',
      links: ['https://shop.example/fjell'],
    })
  })

  it('has nothing of the post beside it in the same list', () => {
    const list = `<div>${article('maya', 'One.', '2026-11-18T00:00:00Z')}<div><p class="words bare">Two, without a name.</p></div>${article('noor', 'Three.', '2026-11-17T00:00:00Z')}</div>`
    expect(post(list, '.bare')).toMatchObject({
      text: 'Two, without a name.',
      author: { name: null, handle: null },
      publishedAt: null,
      // Where a reader came from is no part of an address, nor is a place on the page.
      id: 'blog.example/notes?page=2',
    })
    expect(post(list, '.noor')).toMatchObject({ author: { handle: 'noor' }, text: expect.stringContaining('Three.') })
  })

  it.each([
    ['to come', '2027-01-01T00:00:00Z', null],
    ['that is none', 'last Tuesday', null],
    ['without a time is its noon', '2026-11-19', '2026-11-19T12:00:00.000Z'],
  ])('a date %s', (_what, written, at) => {
    expect(post(article('maya', 'One.', written))?.publishedAt).toBe(at)
  })

  it('is not at the address of another host, whatever its date links to', () => {
    const html = `<article><a href="https://evil.example/p/1"><time datetime="2026-11-19">x</time></a><p class="words">Hi</p></article>`
    expect(post(html)?.id).toBe('blog.example/notes?page=2')
  })

  it('is none where there are no words', () => {
    expect(read('<div class="words"><button>Like</button><svg></svg></div>')).toBeNull()
  })
})

it.each([
  ['@maya', 'maya@blog.example'],
  ['Maya Berg', 'Maya-Berg@blog.example'],
  ['  ', 'blog.example'],
])('an author written %j is %s', (written, account) => {
  expect(accountName(written, ADDRESS)).toBe(account)
})

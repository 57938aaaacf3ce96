import { describe, expect, it } from 'vitest'
import pinterest from '../../../../lib/sites/adapters/pinterest.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const read = (html: string, path: string) =>
  extract(pinterest, new DOMParser().parseFromString(html, 'text/html'), `https://www.pinterest.com${path}`, {
    now: new Date('2026-11-22T12:00:00Z'),
  }).observation

const pin = (footer: string) =>
  `<div data-grid-item="true"><div data-test-id="pin"><a href="/pin/rye--140744/"><img alt="This may contain: an ad"></a><div data-test-id="pinrep-footer">${footer}</div></div></div>`

describe('a pin in a grid of Pinterest', () => {
  it('is by the owner of the page only where that shows what the owner made', () => {
    expect(read(pin(''), '/mayarye/_created/').posts[0]?.author.handle).toBe('mayarye')
    expect(read(pin(''), '/mayarye/_saved/').posts[0]?.author.handle).toBeNull()
  })

  it("has its title for a caption, never Pinterest's guess at what the picture shows", () => {
    expect(read(pin(''), '/mayarye/').posts[0]).toMatchObject({ id: '140744', text: '', textComplete: false })
    expect(read(pin('<div>Rye</div>'), '/mayarye/').posts[0]?.text).toBe('Rye')
  })

  it('is sponsored by its label, not by a title with that word in it', () => {
    expect(read(pin('<div>Anzeige</div>'), '/mayarye/').posts[0]?.labels).toEqual(['sponsored'])
    expect(read(pin('<div>Sponsored rides and 3 loaves</div>'), '/mayarye/').posts[0]?.labels).toEqual([])
  })
})

describe('the page of a pin on Pinterest', () => {
  it('shows that pin alone, not those recommended below it', () => {
    const html = `<div data-test-id="closeup-title"><h1>Oats</h1></div>${pin('<div>Rye</div>')}`
    expect(read(html, '/pin/140799/').posts.map(({ id, text }) => [id, text])).toEqual([['140799', 'Oats']])
    expect(read(pin('<div>Rye</div>'), '/pin/140799/').posts).toEqual([])
  })
})

describe('a profile of Pinterest', () => {
  it('has its followers where the test ids changed, told by their word', () => {
    const html = '<h1>Maya</h1><div>1.2k followers · 34 following</div>'
    expect(read(html, '/mayarye/').profile).toMatchObject({ name: 'Maya', followers: { value: 1200 }, following: null })
  })
})

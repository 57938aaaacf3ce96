import { describe, expect, it } from 'vitest'
import tumblr from '../../../../lib/sites/adapters/tumblr.ts'
import { siteOf } from '../../../../lib/sites/index.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const read = (html: string) =>
  extract(tumblr, new DOMParser().parseFromString(html, 'text/html'), 'https://www.tumblr.com/dashboard', {
    now: new Date('2026-11-22T12:00:00Z'),
  }).observation.posts

const post = (body: string, footer = '') =>
  `<div tabindex="-1" data-id="7529"><article><header><a rel="author" href="/maya">maya</a><a rel="bookmark" href="/maya/7529"></a></header><div>${body}</div><footer>${footer}</footer></article></div>`
const icon = (name: string) => `<button><svg><use href="#managed-icon__ds-${name}-24"></use></svg></button>`
const head = (blog: string) => `<a href="/${blog}/1"><img alt=""></a>`

describe('a post on Tumblr', () => {
  it('has no words where a reblog adds none, and only its own where it does', () => {
    expect(read(post(`${head('otto')}<p>Buy oats #ad</p>`))[0]).toMatchObject({ text: '', author: { handle: 'maya' } })
    expect(read(post(`${head('otto')}<p>Oats</p>${head('maya')}<p>Rye</p>`))[0]?.text).toBe('Rye')
  })

  it('ends with its tags, where many disclose', () => {
    const [seen] = read(post('<p>Rye</p><a href="/tagged/ad">#ad</a>'))
    expect(seen).toMatchObject({ text: 'Rye\n\n#ad', hashtags: ['ad'] })
  })

  it('takes no number of notes for likes or replies', () => {
    const [seen] = read(post('<p>Rye</p>', `${icon('reply-outline')}${icon('like-outline')}<span>88 notes</span>`))
    expect(seen?.metrics).toMatchObject({ likes: null, comments: null })
  })

  it('is known by its permalink where it lost its id', () => {
    expect(read(post('<p>Rye</p>').replace('data-id="7529"', ''))[0]?.id).toBe('7529')
  })
})

it('a blog of its own making is not read', () => {
  expect(siteOf('https://maya.tumblr.com/post/7529', [])).toBeUndefined()
})

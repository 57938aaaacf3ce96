import { describe, expect, it } from 'vitest'
import x from '../../../../lib/sites/adapters/x.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const STATUS = 'https://x.com/maya_bakes/status/1790000000000000000'

function read(html: string, address = STATUS) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(x, page, address, { now: new Date('2026-11-22T12:00:00Z') })
}
const post = (html: string, address?: string) => read(html, address).observation.posts[0]

const BUTTONS = ['reply', 'retweet', 'like', 'bookmark']
const button = (name: string, label = '', shown = '') =>
  `<button data-testid="${name}" ${label && `aria-label="${label}"`}>${shown}</button>`
const bar = (label: string, buttons: string) => `<div role="group" ${label && `aria-label="${label}"`}>${buttons}</div>`
const article = (inside: string, id = '1790000000000000000', names = 'User-Name') =>
  `<article data-testid="tweet"><div data-testid="${names}"><a href="/maya_bakes"><span dir="ltr">Maya</span></a><a href="/maya_bakes/status/${id}"><time datetime="2024-05-13T12:00:00.000Z">May 13</time></a></div><div data-testid="tweetText" lang="en">Rye day</div>${inside}</article>`

const LABEL = '8 replies, 90 reposts, 700 likes, 6 bookmarks'
const labelled = (name: string) => button(name, { reply: '8 x', retweet: '90 x', like: '700 x' }[name] ?? 'x')

describe('the figures of a post on X', () => {
  it('come from the label of the bar, whatever its language', () => {
    const html = article(bar(LABEL.replace(/[a-z]+/g, 'слово'), BUTTONS.map(labelled).join('')))
    expect(post(html)?.metrics).toMatchObject({
      comments: { value: 8 },
      shares: { value: 90 },
      likes: { value: 700 },
      saves: { value: 6 },
    })
  })

  it('are not guessed from the label where a button that would tell them apart is missing', () => {
    const some = BUTTONS.filter((name) => name !== 'retweet').map(labelled)
    const { observation, misses } = read(article(bar(LABEL, some.join(''))))
    expect(observation.posts[0]?.metrics).toEqual({
      comments: { value: 8, step: 1 },
      shares: null,
      likes: { value: 700, step: 1 },
      saves: null,
      views: null,
    })
    expect(misses.map(({ field }) => field)).toEqual(['post.shares', 'post.saves'])
  })

  it('are 0 for a button without number only where the bar has a label', () => {
    const bare = BUTTONS.map((name) => button(name, name)).join('')
    expect(post(article(bar('3 likes', bare)))?.metrics.comments).toEqual({ value: 0, step: 1 })
    expect(post(article(bar('', bare)))?.metrics.saves).toBeNull()
  })

  it('are read from indented markup', () => {
    const shown = `\n${' '.repeat(500)}<span>\n${' '.repeat(80)}27</span>\n`
    expect(post(article(bar('', button('like', '', shown))))?.metrics.likes).toEqual({ value: 27, step: 1 })
  })

  it('are not views because they stand in a bar that lost its role', () => {
    const shown = '<span data-testid="app-text-transition-container">18K</span>'
    expect(post(article(`<div>${button('reply', '18151 Replies. Reply', shown)}</div>`))?.metrics.views).toBeNull()
  })
})

describe('a status page of X', () => {
  it('does not take a second copy of the post for a reply to it', () => {
    const { observation } = read(article('') + article('') + article('', '1790000000000000555'))
    expect(observation.posts).toHaveLength(1)
    expect(observation.posts[0]?.comments.map(({ id }) => id)).toEqual(['1790000000000000555'])
  })

  it('reads the name by its test id of 2022', () => {
    expect(post(article('', undefined, 'User-Names'))?.author).toEqual({ handle: 'maya_bakes', name: 'Maya' })
  })

  it('finds the text by its language where it lost its test id', () => {
    expect(post(article('').replace('data-testid="tweetText"', ''))?.text).toBe('Rye day')
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import facebook from '../../../../lib/sites/adapters/facebook.ts'
import { postAt } from '../../../../lib/sites/adapters/facebook-parts.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const FEED = 'https://www.facebook.com/'
const POST = 'https://www.facebook.com/mara.bakes/posts/pfbid02RyeDay'

function read(html: string, address = FEED) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(facebook, page, address, { now: new Date('2026-11-22T12:00:00Z') })
}
const first = (html: string, address?: string) => read(html, address).observation.posts[0]

const TIME = `<a href="${POST}?__cft__[0]=AZ">3 March at 09:15</a>`
const FACES = '<span role="toolbar"><div role="button"><img></div></span><span aria-hidden="true">369</span>'
const button = (text: string) => `<div role="button"><span dir="auto"><span>${text}</span></span></div>`
const COUNTS = `${FACES}${button('782 comments')}${button('114 shares')}`
const MESSAGE = '<div data-ad-comet-preview="message"><span dir="auto">Rye, salt</span></div>'
const article = (time = TIME, message = MESSAGE, counts = COUNTS, below = '') =>
  `<div role="article"><h3><a href="/mara.bakes?__cft__[0]=AZ"><strong>Mara Lindqvist</strong></a></h3><span>${time}</span>${message}<div>${counts}</div>${below}</div>`
const comment = (id: string, inside: string, attributes = 'role="article" aria-label="Comment by Leo"') =>
  `<div ${attributes}><a href="/leo.ferries?comment_id=${id}"><span dir="auto">Leo</span></a>${inside}<ul><li><a href="${POST}?comment_id=${id}">1w</a></li></ul></div>`

afterEach(() => vi.restoreAllMocks())

const commentAbove = (faces: string) => comment('11', '<div dir="auto">Yum</div>').replace('</ul>', `</ul>${faces}`)
/** The likes of a comment with these faces below it. */
const likesBy = (faces: string) =>
  first(article(TIME, MESSAGE, COUNTS, commentAbove(`<div role="button">${faces}</div>`)), POST)?.comments[0]?.likes

describe('the figures of a post on Facebook', () => {
  it.each([
    ['in German', button('1,2 Tsd. Kommentare') + button('7 Mal geteilt'), 1200, 7],
    ['in a language nobody listed', button('782 ምላሾች') + button('114 ማጋራት'), 782, 114],
    ['of shares only', button('114 shares'), undefined, 114],
    ['of one thing in a language nobody listed', button('782 ምላሾች'), undefined, undefined],
  ])('are read %s', (_what, buttons, comments, shares) => {
    const html = `<html lang="de">${article(TIME, MESSAGE, FACES + buttons)}</html>`
    const metrics = first(html)?.metrics
    expect([metrics?.likes?.value, metrics?.comments?.value, metrics?.shares?.value]).toEqual([369, comments, shares])
  })

  it('are missed where names stand in place of the number', () => {
    const counts = FACES.replace('369', 'Leo Ferries and 368 others')
    const { observation, misses } = read(article(TIME, MESSAGE, counts))
    expect(observation.posts[0]?.metrics.likes).toBeNull()
    expect(misses.map(({ field }) => field)).toEqual(['post.likes'])
  })

  it('are not those of the post that it shares', () => {
    const inner = `<div><h4><a href="/north.mill">North Mill</a></h4><a href="/north.mill/posts/pfbid0Harvest">1 June</a>${MESSAGE.replace('Rye, salt', 'Harvest')}</div>`
    const seen = first(article(TIME, inner))
    expect(seen).toMatchObject({ id: 'pfbid02RyeDay', author: { handle: 'mara.bakes' }, text: '' })
    expect(seen?.metrics.likes).toEqual({ value: 369, step: 1 })
  })
})

/** Lays letters out as their `order` says, out of sight where they have none. */
function layOut() {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const order = this.getAttribute('data-order')
    const left = Number(order ?? 0) * 10
    const top = this.tagName === 'B' && order === null ? 50 : 0
    return new DOMRect(left, top, this.tagName === 'B' ? 10 : 200, 20)
  })
}
const letters = (...drawn: readonly string[]) =>
  `<a href="#">${drawn.map((one) => `<b ${one[1] ? `data-order="${one.slice(1)}"` : ''}>${one[0]}</b>`).join('')}</a>`

describe('an advertisement on Facebook', () => {
  it('is told by its letters in the order in which they are shown', () => {
    layOut()
    const time = letters('n3', 'J1', 'q', 'u2', 'i4')
    const spelt = letters('d8', 'x', 'S0', 'p1', 'o2', 'n3', 's4', 'q', 'o5', 'r6', 'e7')
    expect(first(article(spelt))?.labels).toEqual(['sponsored'])
    expect(first(article(time))).toMatchObject({ labels: [], publishedText: 'Juni' })
  })

  it('is not guessed from letters of which nobody can tell the order', () => {
    const { observation, misses } = read(article(letters('S', 'p', 'o', 'n', 's', 'o', 'r', 'e', 'd')))
    expect(observation.posts[0]).toMatchObject({ labels: [], publishedText: null })
    expect(misses.map(({ field }) => field)).toContain('post.publishedText')
  })

  it.each([
    ['<span>Gesponsert</span>', ['sponsored']],
    ['<a href="#">広告</a>', ['sponsored']],
    ['<a href="#">\u2060</a>', ['sponsored']],
    [`<a href="${POST}">Sponsored</a>`, ['sponsored']],
    [`${TIME}<span>Commercial paper</span>`, []],
  ])('is told by %s in its header', (time, labels) => {
    expect(first(article(time))?.labels).toEqual(labels)
  })

  it('is not told by what its author wrote, nor by the names of the parts of every post', () => {
    const own = MESSAGE.replace('Rye, salt', 'Sponsored').replace(
      'comet-preview',
      'rendering-role="ad" data-ad-preview',
    )
    expect(first(article(TIME, own))).toMatchObject({ text: 'Sponsored', labels: [] })
    expect(first(article(TIME, '<div dir="auto">Anzeige</div>'))).toMatchObject({ text: 'Anzeige', labels: [] })
  })
})

describe('the text of a post on Facebook', () => {
  it.each([
    ['Rye … <div role="button">Mehr anzeigen</div>', 'Rye …', 'Rye …'],
    ['Rye… <div tabindex="0">Ещё</div>', 'Rye…', 'Rye…'],
    ['Rye and salt. <div role="button">See less</div>', 'Rye and salt.', null],
  ])('of %j is cut only where dots say so', (shown, text, visibleText) => {
    const seen = first(article(TIME, MESSAGE.replace('Rye, salt', shown)))
    expect(seen).toMatchObject({ text, visibleText, textComplete: visibleText === null })
  })

  it('is not taken from a link’s preview below a picture', () => {
    const card =
      '<a href="https://l.facebook.com/l.php?u=x"><img></a><div><span dir="auto">northmill.example</span></div>'
    expect(first(article(TIME, card))?.text).toBe('')
  })
})

describe('the page of a post on Facebook', () => {
  it('is about the post in the dialog, not the feed behind it', () => {
    const other = article(TIME.replace('02RyeDay', '0Other'), MESSAGE.replace('Rye', 'Bun'))
    const html = `<div role="main">${other}</div><div role="dialog">${article()}</div>`
    expect(read(html, POST).observation.posts.map(({ id }) => id)).toEqual(['pfbid02RyeDay'])
  })

  it('is not about any of the feed that is still there after the address changed', () => {
    const behind = ['A', 'B'].map((name) => article(TIME.replace('02RyeDay', `0Other${name}`)))
    expect(read(`<div role="main">${behind.join('')}</div>`, POST).observation.posts).toEqual([])
  })

  it('gives nothing behind the request to log in', () => {
    const login =
      '<div role="dialog"><form><input><div role="button">Log in</div></form><a href="/recover/initiate">Forgotten?</a></div>'
    expect(read(login, POST).observation).toMatchObject({ posts: [], profile: null })
    expect(read(login, 'https://www.facebook.com/mara.bakes').observation).toMatchObject({ posts: [], profile: null })
  })

  it.each([
    ['', '1w', 0],
    ['<div role="button" aria-label="3 reactions; see who reacted to this"><img></div>', '1w', 3],
    ['<div role="button"><span>4</span><img></div>', '1w', 4],
    ['<div role="button"><img></div>', '1w', undefined],
  ])('reads the likes of a comment with %s below it', (faces, when, likes) => {
    const one = comment('11', '<div dir="auto">Save me one</div>').replace('</ul>', `</ul>${faces}`)
    const [seen] = first(article(TIME, MESSAGE, COUNTS, one), POST)?.comments ?? []
    expect([seen?.likes?.value, seen?.text, seen?.publishedText]).toEqual([likes, 'Save me one', when])
  })

  it('tells comments without roles by their links, answers by theirs', () => {
    const plain = [
      comment('11', '<div dir="auto">One</div>', ''),
      comment('11&reply_comment_id=12', '<div dir="auto">Two</div>', ''),
    ]
    const { comments } = first(article(TIME, MESSAGE, COUNTS, `<div>${plain.join('')}</div>`), POST) ?? { comments: [] }
    expect(comments.map(({ id, text, depth }) => [id, text, depth])).toEqual([
      ['11', 'One', 0],
      ['12', 'Two', 1],
    ])
  })

  it('counts one reaction where one face stands alone, and misses what a face with other things would say', () => {
    const face = '<img role="presentation" src="data:image/svg+xml,%3Csvg/%3E">'
    expect(likesBy(face)).toEqual({ value: 1, step: 1 })
    expect(likesBy(`<span>3</span>${face}`)).toEqual({ value: 3, step: 1 })
    expect(likesBy(face + face)).toBeNull()
    expect(likesBy('<img src="https://scontent.example/leo.jpg">')).toBeNull()
  })

  it('knows the author by the badge where the link has another name for them', () => {
    const badge = '<div role="button"><span>Autor:in</span></div>'
    const one = comment('11', '<div dir="auto">Danke</div>').replace('<a href', `${badge}<a href`)
    expect(first(article(TIME, MESSAGE, COUNTS, one), POST)?.comments[0]).toMatchObject({
      byAuthor: true,
      text: 'Danke',
    })
  })
})

describe('an address on Facebook', () => {
  it.each([
    ['/mara.bakes/posts/pfbid02RyeDay?__cft__[0]=AZ&__tn__=R', 'pfbid02RyeDay', '/mara.bakes/posts/pfbid02RyeDay'],
    ['/mara.bakes/posts/rye-day/122100000001/?rdid=x', '122100000001', '/mara.bakes/posts/rye-day/122100000001/'],
    ['/permalink.php?story_fbid=pfbid0A&id=100&mibextid=Z', 'pfbid0A', '/permalink.php?story_fbid=pfbid0A&id=100'],
    ['/groups/77/permalink/88990011/?comment_id=3', '88990011', '/groups/77/permalink/88990011/'],
    ['/watch/?v=1220001&ref=sharing', '1220001', '/watch/?v=1220001'],
    ['/reel/1220002/?s=single', '1220002', '/reel/1220002/'],
    ['/mara.bakes/videos/1220003/', '1220003', '/mara.bakes/videos/1220003/'],
    ['/photo/?fbid=1220004&set=a.5', '1220004', '/photo/?fbid=1220004'],
  ])('%s is that of post %s', (path, id, url) => {
    expect(postAt(new URL(path, FEED))).toEqual({ id, url: `https://www.facebook.com${url}` })
  })

  it.each(['/mara.bakes', '/mara.bakes/posts', '/groups/77', '/watch/', '/hashtag/posts', '/mara.bakes/posts/%22x'])(
    '%s is that of none',
    (path) => expect(postAt(new URL(path, FEED))).toBeNull(),
  )
})

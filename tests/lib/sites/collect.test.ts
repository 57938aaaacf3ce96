import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { collect } from '../../../lib/sites/collect.ts'
import type { Collector, CollectOptions, Shown } from '../../../lib/sites/collect.ts'
import type { Look } from '../../../lib/sites/outbox.ts'
import { fakeSchedule, fakeView, postElement, profileElement, recycle, site } from '../overlay/page.ts'
import type { FakeSchedule } from '../overlay/page.ts'

let schedule: FakeSchedule
let ending: AbortController
let collector: Collector
let looks: Look[]
let shown: Shown[]
let vacated: Element[]
let view: ReturnType<typeof fakeView>

beforeEach(() => {
  view = fakeView()
  vi.stubGlobal('IntersectionObserver', view.Observer)
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  schedule = fakeSchedule()
  ending = new AbortController()
  looks = []
  shown = []
  vacated = []
})
afterEach(() => ending.abort())

function start(options: Partial<CollectOptions> = {}) {
  collector = collect({
    site,
    document,
    signal: ending.signal,
    schedule,
    now: () => new Date('2026-11-20T12:00:00Z'),
    isOwn: (node) => node.nodeName === 'RAPPORT-BADGE',
    onRead(posts, empty) {
      shown.push(...posts)
      vacated.push(...empty)
    },
    onProfile: () => {},
    onDue() {
      for (let look = collector.take(); look; look = collector.take()) looks.push(look)
    },
    onNavigate: () => {},
    onTouched: () => {},
    ...options,
  })
}
/** A page that says that its post is gone. */
const gone = () => (document.querySelector('.lost') ? ('removed' as const) : null)
const sentIds = () => looks.flatMap((look) => look.observation.posts.map((post) => post.id))

describe('collect', () => {
  it('sends the posts that are on the page', async () => {
    document.body.append(postElement({ id: 'a' }), postElement({ id: 'b' }))
    start()
    await schedule.pass(100)
    expect(sentIds()).toEqual(['a', 'b'])
    expect(looks[0]?.observation).toMatchObject({ platform: 'mock', page: 'feed', url: `${location.origin}/` })
  })

  it('sends only what is added later', async () => {
    document.body.append(postElement({ id: 'a' }))
    start()
    await schedule.pass(100)
    document.body.append(postElement({ id: 'b' }))
    await schedule.pass(100)
    expect(sentIds()).toEqual(['a', 'b'])
  })

  it('reads only the post that was touched', async () => {
    const read = vi.fn<(item: Element) => Element | null>((item) => item.querySelector('.handle'))
    const [rule] = site.posts
    const counting = { ...site, posts: rule ? [{ ...rule, handle: read }] : [] }
    const posts = Array.from({ length: 20 }, (_, i) => postElement({ id: `p${i}` }))
    document.body.append(...posts)
    start({ site: counting })
    await schedule.pass(1_000)
    read.mockClear()
    const touched = posts[7]
    if (touched) recycle(touched, { id: 'p7', text: 'Edited' })
    await schedule.pass(1_000)
    expect(new Set(read.mock.calls.map(([item]) => item))).toEqual(new Set([touched]))
  })

  it('reads a recycled element again before the next paint', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    start()
    await schedule.pass(50)
    recycle(article, { id: 'b' })
    await schedule.pass(17)
    expect(shown.at(-1)).toMatchObject({ id: 'b', element: article })
  })

  it('tells of elements that show no post any more', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    start()
    await schedule.pass(1_000)
    article.replaceChildren()
    await schedule.pass(1_000)
    expect(vacated).toContain(article)
  })

  it('sends a changed figure, once, and after a pause', async () => {
    const article = postElement({ id: 'a', likes: '3' })
    document.body.append(article)
    start()
    await schedule.pass(5_000)
    const likes = article.querySelector('.likes')
    if (likes) likes.textContent = '4'
    await schedule.pass(300)
    expect(looks).toHaveLength(1)
    await schedule.pass(5_000)
    expect(looks[1]?.observation.posts[0]?.metrics.likes?.value).toBe(4)
    expect(looks).toHaveLength(2)
  })

  it('does not take the ticking of relative times for a change', async () => {
    const article = postElement({ id: 'a', when: '1 min' })
    document.body.append(article)
    start()
    await schedule.pass(5_000)
    const when = article.querySelector('.when')
    if (when) when.textContent = '2 min'
    await schedule.pass(5_000)
    expect(looks).toHaveLength(1)
  })

  it('reads the first posts of a long page at once, and others when somebody comes near them', async () => {
    const posts = Array.from({ length: 130 }, (_, i) => postElement({ id: `p${i}` }))
    document.body.append(...posts)
    start()
    await schedule.pass(5_000)
    expect(sentIds()).toEqual(Array.from({ length: 20 }, (_, i) => `p${i}`))
    view.scrollTo(...posts.slice(100, 110))
    await schedule.pass(100)
    expect(sentIds().slice(20)).toEqual(Array.from({ length: 10 }, (_, i) => `p${100 + i}`))
  })

  it('reads a handful of new posts at once, wherever they are, but not a flood of them', async () => {
    start()
    await schedule.pass(100)
    document.body.append(...Array.from({ length: 20 }, (_, i) => postElement({ id: `a${i}` })))
    await schedule.pass(5_000)
    expect(sentIds()).toHaveLength(20)
    const flood = Array.from({ length: 21 }, (_, i) => postElement({ id: `b${i}` }))
    document.body.append(...flood)
    await schedule.pass(5_000)
    expect(sentIds()).toHaveLength(20)
    view.scrollTo(...flood)
    await schedule.pass(5_000)
    expect(sentIds()).toHaveLength(41)
  })

  it('reads an element that nobody came near only as what it shows when somebody does', async () => {
    const posts = Array.from({ length: 50 }, (_, i) => postElement({ id: `p${i}` }))
    document.body.append(...posts)
    start()
    await schedule.pass(5_000)
    const [far] = posts.slice(45)
    if (far) recycle(far, { id: 'later' })
    await schedule.pass(5_000)
    expect(sentIds()).toHaveLength(20)
    if (far) view.scrollTo(far)
    await schedule.pass(100)
    expect(sentIds().slice(20)).toEqual(['later'])
  })

  it('never sends more than a bounded number of posts at once', async () => {
    const posts = Array.from({ length: 130 }, (_, i) => postElement({ id: `p${i}` }))
    document.body.append(...posts)
    start()
    await schedule.pass(100)
    view.scrollTo(...posts)
    await schedule.pass(5_000)
    expect(new Set(sentIds()).size).toBe(130)
    expect(Math.max(...looks.map((look) => look.observation.posts.length))).toBeLessThanOrEqual(40)
  })

  it('splits a post whose comments are too much for one message', async () => {
    history.replaceState(null, '', '/maya/a')
    const comments = Array.from({ length: 9 }, (_, i) => {
      const comment = document.createElement('div')
      comment.className = 'comment'
      for (const [name, words] of Object.entries({ by: `user${i}`, said: `${i}`.repeat(90_000) })) {
        const part = document.createElement('span')
        part.className = name
        part.textContent = words
        comment.append(part)
      }
      return comment
    })
    document.body.append(postElement({ id: 'a' }), ...comments)
    start()
    await schedule.pass(5_000)
    const sizes = looks.map((look) => JSON.stringify(look).length)
    expect(Math.max(...sizes)).toBeLessThan(600_000)
    const sent = looks.flatMap((look) => look.observation.posts.flatMap((post) => post.comments))
    expect(sent.map((comment) => comment.author.handle)).toEqual(comments.map((_, i) => `user${i}`))
  })

  it('sends again what could not be sent', async () => {
    document.body.append(postElement({ id: 'a' }))
    start()
    await schedule.pass(100)
    const [look] = looks.splice(0)
    if (look) collector.putBack(look)
    expect(collector.take()?.observation.posts.map((post) => post.id)).toEqual(['a'])
  })

  it('follows the site to another page without a load', async () => {
    document.body.append(postElement({ id: 'a' }))
    const onNavigate = vi.fn<(address: string) => void>()
    start({ onNavigate })
    await schedule.pass(1_000)
    history.pushState(null, '', '/maya')
    document.body.replaceChildren(profileElement('maya', 'Maya'), postElement({ id: 'a' }))
    await schedule.pass(2_000)
    expect(onNavigate).toHaveBeenCalledExactlyOnceWith(`${location.origin}/maya`)
    expect(looks.at(-1)?.observation).toMatchObject({ page: 'profile', profile: { handle: 'maya', name: 'Maya' } })
    expect(sentIds()).toEqual(['a', 'a'])
  })

  it('does not believe old words under a new address', async () => {
    // The id comes from the address, the words from the page: for a moment they do not belong together.
    const [rule] = site.posts
    const fromAddress = { ...site, posts: rule ? [{ ...rule, id: () => location.pathname }] : [] }
    history.replaceState(null, '', '/maya/one')
    const article = postElement({ id: 'x', text: 'First video' })
    document.body.append(article)
    start({ site: fromAddress })
    await schedule.pass(1_000)
    history.pushState(null, '', '/maya/two')
    article.append('loading')
    await schedule.pass(1_500)
    recycle(article, { id: 'x', text: 'Second video' })
    await schedule.pass(2_000)
    const two = looks.flatMap((look) => look.observation.posts.filter((post) => post.id === '/maya/two'))
    expect(two.map((post) => post.text)).toEqual(['Second video'])
  })

  it('reads a post page as a whole, so that comments belong to their post', async () => {
    history.replaceState(null, '', '/maya/a')
    const comment = document.createElement('div')
    comment.className = 'comment'
    for (const [name, words] of Object.entries({ by: 'lee', said: 'Love it' })) {
      const part = document.createElement('span')
      part.className = name
      part.textContent = words
      comment.append(part)
    }
    document.body.append(postElement({ id: 'a' }))
    start()
    await schedule.pass(2_000)
    document.body.append(comment)
    await schedule.pass(5_000)
    expect(looks.at(-1)?.observation.posts[0]?.comments.map((seen) => seen.text)).toEqual(['Love it'])
  })

  it('leaves hidden tabs alone and catches up when they are looked at', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.body.append(postElement({ id: 'a' }))
    start()
    await schedule.pass(5_000)
    expect(looks).toEqual([])
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await schedule.pass(100)
    expect(sentIds()).toEqual(['a'])
  })

  it('takes a bounded part of a page that floods it, and says so', async () => {
    const posts = Array.from({ length: 35 }, (_, i) => postElement({ id: `p${i}` }))
    document.body.append(...posts)
    start({ most: 30 })
    await schedule.pass(60_000)
    view.scrollTo(...posts)
    await schedule.pass(60_000)
    expect(new Set(sentIds()).size).toBe(30)
    const misses = looks.flatMap((look) => look.misses).filter((miss) => miss.field === 'page.posts')
    expect(misses).toEqual([expect.objectContaining({ of: 35, missing: 5 })])
  })

  it('says that a feed shows posts of which it can read none, once it had time to load', async () => {
    document.body.innerHTML = '<section><a href="/maya/1">3h</a></section>'
    start()
    await schedule.pass(2_000)
    expect(looks.flatMap((look) => look.misses)).toEqual([])
    await schedule.pass(10_000)
    expect(looks.flatMap((look) => look.misses)).toEqual([expect.objectContaining({ field: 'page.posts', missing: 1 })])
  })

  it('yields when a turn has used its time', async () => {
    let now = 0
    const slow = { ...schedule, clock: () => (now += 3), idle: vi.fn<(work: () => void) => void>() }
    document.body.append(...Array.from({ length: 40 }, (_, i) => postElement({ id: `p${i}` })))
    start({ schedule: slow })
    await schedule.pass(17)
    expect(slow.idle).toHaveBeenCalledOnce()
    expect(shown.length).toBeLessThan(40)
  })

  it('does not react to what it put into the page itself', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    const onTouched = vi.fn<() => void>()
    start({ onTouched })
    await schedule.pass(5_000)
    onTouched.mockClear()
    article.append(document.createElement('rapport-badge'))
    await schedule.pass(5_000)
    expect(onTouched).not.toHaveBeenCalled()
    article.querySelector('rapport-badge')?.remove()
    await schedule.pass(100)
    expect(onTouched).toHaveBeenCalledOnce()
  })

  it('sends everything again when asked, without reading the page again', async () => {
    document.body.append(postElement({ id: 'a' }), postElement({ id: 'b' }))
    start()
    await schedule.pass(5_000)
    collector.resend()
    expect(sentIds()).toEqual(['a', 'b', 'a', 'b'])
  })

  it('tells that a post is gone also when the page says so long after it was announced as empty', async () => {
    history.replaceState(null, '', '/maya/p9')
    start({ site: { ...site, gone } })
    await schedule.pass(2_000)
    expect(looks.map(({ observation }) => observation.gone)).toEqual([undefined])
    const lost = document.createElement('p')
    lost.className = 'lost'
    document.body.append(lost)
    await schedule.pass(10_000)
    expect(looks.at(-1)?.observation.gone).toEqual({ id: 'p9', says: 'removed' })
    expect(looks).toHaveLength(2)
  })

  it('reports that the page was looked at even when it holds nothing', async () => {
    start()
    await schedule.pass(100)
    expect(looks).toEqual([])
    await schedule.pass(3_000)
    expect(looks).toHaveLength(1)
    expect(looks[0]?.observation.posts).toEqual([])
  })

  it('ends with its signal', async () => {
    start()
    await schedule.pass(5_000)
    ending.abort()
    looks.length = 0
    document.body.append(postElement({ id: 'a' }))
    await schedule.pass(5_000)
    expect(looks).toEqual([])
  })
})

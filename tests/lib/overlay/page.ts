import { defineSite } from '../../../lib/sites/types.ts'
import type { Schedule } from '../../../lib/sites/collect.ts'

/** A small site of our own: a feed of articles, a profile header, post pages with comments. */
export const site = defineSite({
  id: 'mock',
  name: 'Mock',
  matches: ['https://mock.example/*'],
  pages: [
    { kind: 'feed', path: '/' },
    { kind: 'post', path: '/:handle/:id' },
    { kind: 'profile', path: '/:handle' },
  ],
  posts: [
    {
      select: 'article',
      id: { select: 'a.link', attr: 'href' },
      handle: { from: ['.handle'], absent: 'unknown' },
      text: { from: ['.text'], absent: 'unknown' },
      publishedText: { from: ['.when'], absent: 'unknown' },
      likes: { from: ['.likes'], absent: 'unknown' },
      badge: (item) => item.querySelector('.row'),
    },
  ],
  signs: { posts: 'section a' },
  comments: [{ select: '.comment', handle: '.by', text: '.said' }],
  profile: [{ root: '.profile', handle: '.handle', name: '.name', chip: (item) => item.querySelector('.name') }],
})

export interface FakePost {
  id: string
  handle?: string
  text?: string
  likes?: string
  when?: string
}

export function postElement({ id, handle = 'maya', text = `Text of ${id}`, likes = '3', when = '1 min' }: FakePost) {
  const article = document.createElement('article')
  const row = document.createElement('div')
  row.className = 'row'
  const link = document.createElement('a')
  link.className = 'link'
  link.setAttribute('href', id)
  row.append(link)
  article.append(row)
  for (const [name, words] of Object.entries({ handle, text, likes, when })) {
    const part = document.createElement('span')
    part.className = name
    part.textContent = words
    article.append(part)
  }
  return article
}

/** Turns an article into another post's, as virtual lists do. */
export function recycle(article: Element, { id, text = `Text of ${id}` }: FakePost) {
  article.querySelector('.link')?.setAttribute('href', id)
  const body = article.querySelector('.text')
  if (body) body.textContent = text
}

export function profileElement(handle: string, name: string) {
  const header = document.createElement('header')
  header.className = 'profile'
  for (const [part, words] of Object.entries({ handle, name })) {
    const element = document.createElement('span')
    element.className = part
    element.textContent = words
    header.append(element)
  }
  return header
}

export interface FakeSchedule extends Schedule {
  /** Lets this much time pass: frames, idle work and timers run in order, mutations are delivered between them. */
  pass(milliseconds: number): Promise<void>
  /** What is still planned. */
  planned(): number
}

const FRAME = 16

export function fakeSchedule(): FakeSchedule {
  let now = 0
  let jobs: { at: number; work: () => void }[] = []
  const plan = (work: () => void, wait: number) => void jobs.push({ at: now + wait, work })
  return {
    frame: (work) => plan(work, FRAME),
    idle: (work) => plan(work, FRAME * 2),
    later: plan,
    clock: () => now,
    planned: () => jobs.length,
    async pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        await mutationsDelivered()
        const next = jobs.filter((job) => job.at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        jobs = jobs.filter((job) => job !== next)
        now = Math.max(now, next.at)
        next.work()
      }
      now = end
    },
  }
}

/** Mutation records and promise reactions are delivered before the next timer. */
const mutationsDelivered = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A view that nothing is near to until `scrollTo` says so: what tests put in place of `IntersectionObserver`. */
export function fakeView() {
  const watched = new Map<Element, Set<(entries: readonly unknown[]) => void>>()
  class Observer {
    readonly #call: (entries: readonly unknown[]) => void
    constructor(call: (entries: readonly unknown[]) => void) {
      this.#call = call
    }
    observe(element: Element) {
      watched.set(element, (watched.get(element) ?? new Set()).add(this.#call))
    }
    unobserve(element: Element) {
      watched.get(element)?.delete(this.#call)
    }
    disconnect() {
      for (const calls of watched.values()) calls.delete(this.#call)
    }
  }
  return {
    Observer,
    scrollTo(...elements: Element[]) {
      for (const target of elements)
        for (const call of watched.get(target) ?? [])
          call([{ target, isIntersecting: true, boundingClientRect: target.getBoundingClientRect() }])
    },
  }
}

// The page that is measured: one column of the sample's X posts, as many as wanted, with a script that adds and
// scrolls as such sites do. Structure of the real site, invented people; nothing on it waits for anything.
import { servePage, urls } from '../../sample-sites/index.ts'

/** Every second post is of this creator, whom the bench tracks: half of the badges a page can hold. */
export const TRACKED = 'maya_of_the_bench'
/** The word by which every fourth post, and every second badge, fails. */
export const BANNED = 'guaranteed'

export const HOME = 'https://x.com/home'

/** What the page's own script offers. */
interface Feed {
  /** Adds posts at the end, as one change, and scrolls there: in a task of its own, so that the trace tells whose it is. */
  more(count: number): void
  /** As a virtual list: so many rows leave at the top, so many come at the end. */
  roll(count: number): void
  /** Adds one empty element to a post, in a task of its own. */
  touch(index: number): void
  /** Adds one post of the tracked creator and waits until its badge is painted; milliseconds from the one to the other. */
  untilBadge(): Promise<number>
}

declare global {
  var feed: Feed
}

/** The page with `posts` of them in it from the start. */
export function feedPage(posts: number, now: Date): string {
  const home = urls(now).find(({ site, kind }) => site === 'x' && kind === 'feed')
  const sample = home && servePage(home.url, now)
  if (!sample) throw new Error('The sample has no home feed of X')
  return sample.replace(
    '</body>',
    `<script>(${script.toString()})(${posts}, ${JSON.stringify({ TRACKED, BANNED })})</script></body>`,
  )
}

/** Runs in the page. No promise, timer or observer of its own runs while it is measured. */
function script(posts: number, names: { TRACKED: string; BANNED: string }) {
  const article = [...document.querySelectorAll('article')].find(
    (one) => !one.querySelector('[data-testid="tweetPhoto"]'),
  )
  const cell = article?.closest('[data-testid="cellInnerDiv"]')
  const list = cell?.parentElement
  const text = cell?.querySelector('[data-testid="tweetText"] span')
  const [, handle = '', id = ''] = /\/(\w+)\/status\/(\d+)/.exec(cell?.innerHTML ?? '') ?? []
  if (!cell || !list || !text || !id) throw new Error('The sample has no plain post')
  text.textContent = `(words) ${text.textContent}`
  const html = cell.outerHTML
  const first = BigInt(id)
  let made = 0

  const post = (number: number, author: string) =>
    html
      .replaceAll(id, String(first - BigInt(number)))
      .replaceAll(handle, author)
      .replace('(words)', `Loaf ${number}, ${number % 4 === 0 ? names.BANNED : 'baked'} with the new oven.`)
  const next = () => post(++made, made % 2 === 0 ? names.TRACKED : `reader_${made}`)
  const append = (count: number) => {
    const template = document.createElement('template')
    template.innerHTML = Array.from({ length: count }, next).join('')
    list.append(template.content)
  }
  const toEnd = () => scrollTo(0, list.offsetTop + list.offsetHeight)

  list.replaceChildren()
  append(posts)
  globalThis.feed = {
    more(count) {
      setTimeout(() => {
        append(count)
        toEnd()
      })
    },
    roll(count) {
      for (let i = 0; i < count; i++) list.firstElementChild?.remove()
      append(count)
      toEnd()
    },
    touch(index) {
      setTimeout(() => document.querySelectorAll('article')[index]?.append(document.createElement('i')))
    },
    untilBadge() {
      return new Promise((resolve) => {
        const template = document.createElement('template')
        template.innerHTML = post(++made, names.TRACKED)
        const added = template.content.firstElementChild
        const watch = new MutationObserver(() => {
          if (!added?.querySelector('rapport-badge')) return
          watch.disconnect()
          // The frame that paints it, and the moment after.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve(performance.now() - start))
            port1.start()
            port2.postMessage(null)
          })
        })
        const start = performance.now()
        list.append(template.content)
        toEnd()
        watch.observe(list, { childList: true, subtree: true })
      })
    },
  }
}

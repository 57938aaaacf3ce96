import type { Guideline } from '../../lib/domain/guideline.ts'

export const MAYA = 'maya.bakes.example'
export const LEE = 'lee.example'
const at = '2026-11-20T09:00:00.000Z'

export interface FakePost {
  id: string
  handle?: string
  text: string
}

// Record keys tell the time; these are of November 2026.
export const posts: FakePost[] = [
  { id: '3mgt7zqa22k2a', text: 'Flaky crust, guaranteed, every time. #AcmeSpring' },
  { id: '3mgt7zqa22k2b', text: '#ad New loaf from the Acme oven. #AcmeSpring' },
  { id: '3mgt7zqa22k2c', handle: LEE, text: 'Guaranteed not a partner' },
]

export const guideline: Guideline = {
  id: '01JD0000000000000000000001',
  name: 'Acme spring',
  brand: 'Acme',
  active: true,
  partnerIds: null,
  rules: [
    { id: 'word', kind: 'banned-phrase', params: { phrases: ['guaranteed'] }, severity: 'high', weight: 'must' },
    { id: 'tag', kind: 'required-hashtag', params: { tag: 'AcmeSpring' }, severity: 'low', weight: 'must' },
  ],
  version: 1,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
}

/** A feed in the shape of Bluesky's, with invented people; `window.show` and friends are the page's own script. */
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Home — Bluesky</title>
    <style>
      body { margin: 0; font: 15px/1.35 sans-serif; color: #0b0f14; background: #fff }
      main { max-width: 600px; margin: 0 auto }
      [data-testid^="feedItem"] { padding: 12px; border-top: 1px solid #ccd; cursor: pointer }
      .row { display: flex; gap: 4px; align-items: center }
      .row a { color: #34495e; text-decoration: none }
    </style>
  </head>
  <body>
    <main aria-label="Home"><h1>Home</h1><div data-testid="postsFeed"></div></main>
    <script>
      const feed = document.querySelector('[data-testid="postsFeed"]')
      const handleOf = (post) => post.handle ?? '${MAYA}'
      window.opened = 0
      function fill(item, post) {
        item.dataset.testid = 'feedItem-by-' + handleOf(post)
        const [name, handle, time] = item.querySelectorAll('.row a')
        name.textContent = handleOf(post) === '${MAYA}' ? 'Maya Lind' : 'Lee Park'
        handle.textContent = '@' + handleOf(post)
        for (const link of [name, handle]) link.setAttribute('href', '/profile/' + handleOf(post))
        time.setAttribute('href', '/profile/' + handleOf(post) + '/post/' + post.id)
        item.querySelector('[data-testid="postText"]').textContent = post.text
      }
      function build(post) {
        const item = document.createElement('div')
        item.setAttribute('role', 'link')
        item.addEventListener('click', () => window.opened++)
        const row = item.appendChild(document.createElement('div'))
        row.className = 'row'
        for (let i = 0; i < 3; i++) row.append(document.createElement('a'))
        row.lastChild.textContent = '2h'
        row.lastChild.dataset.tooltip = 'November 20, 2026 at 8:49 AM'
        item.appendChild(document.createElement('div')).dataset.testid = 'postText'
        const like = item.appendChild(document.createElement('button'))
        like.dataset.testid = 'likeBtn'
        like.setAttribute('aria-label', 'Like (1,249 likes)')
        fill(item, post)
        return item
      }
      window.show = (posts) => feed.replaceChildren(...posts.map(build))
      window.recycle = (index, post) => fill(feed.children[index], post)
      window.clicks = 0
      document.addEventListener('click', () => window.clicks++)
      window.show(POSTS)
    </script>
  </body>
</html>`

declare global {
  // The fixture's own script, in the page's world.
  var show: (posts: FakePost[]) => void
  var recycle: (index: number, post: FakePost) => void
  var opened: number
  /** Of the whole page, counted by its own script. */
  var clicks: number
}

/** The feed with these posts, as the server sends it. */
export const feedPage = (shown: readonly FakePost[] = posts) => html.replace('POSTS', JSON.stringify(shown))

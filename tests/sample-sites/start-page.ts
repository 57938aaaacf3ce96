import { html } from './html.ts'
import { brand, creators, urls, type SamplePage } from './index.ts'
import { shell } from './shell.ts'

const siteNames: Readonly<Record<SamplePage['site'], string>> = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
}

/** What to look for on whose pages: the story of each creator in one line. */
const stories: Readonly<Record<string, string>> = {
  'Maya Lindqvist': 'Says what is paid, every time, and is loved for it.',
  'Theo Marchetti': 'One advertisement does not say that it is one. Find it by its badge.',
  'Priya Raman': 'Open the first post, go back, open it again: the caption has changed, and Rapport noticed.',
  'Jonas Weber': 'Everything by the book, but the comments have turned.',
  'Inês Duarte': 'Two posts so far: too little to say anything, and Rapport says so.',
}

/** At a word's end. */
const cut = (title: string) => (title.length > 70 ? `${title.slice(0, 70).replace(/\s+\S*$/, '')} …` : title)

const link = (page: SamplePage) =>
  html`<li>
    <a href="${page.url}">${siteNames[page.site]}: ${page.kind === 'profile' ? `@${page.title}` : cut(page.title)}</a>
  </li>`
const list = (wanted: readonly SamplePage[]) =>
  html`<ul>
    ${wanted.map(link)}
  </ul>`

/** The page `npm start` opens first: every sample page, by creator. */
export function startPage(now: Date): string {
  const pages = urls(now)
  return shell({
    title: 'Rapport: sample pages',
    css,
    body: html`<body>
      <main>
        <h1>Rapport, with invented creators</h1>
        <p>
          ${brand.name} makes trail food; five creators work with it. These pages look like the real sites and live only
          in this browser: nothing is fetched from anywhere. Rapport reads what it sees as you look around.
        </p>
        <section>
          <h2>Home feeds</h2>
          ${list(pages.filter((page) => page.kind === 'feed'))}
        </section>
        ${creators.map(({ name }) => {
          const own = pages.filter((page) => page.creator === name)
          const posts = own.filter((page) => page.kind === 'post').slice(0, 4)
          return html`<section>
            <h2>${name}</h2>
            <p class="muted">${stories[name]}</p>
            ${list(own.filter((page) => page.kind === 'profile'))} ${posts.length > 0 && html`<h3>Posts</h3>`}
            ${list(posts)}
          </section>`
        })}
      </main>
    </body>`,
  })
}

const css = `
main { max-width: 720px; margin: 0 auto; padding: 40px 24px }
h1 { font-size: 24px }
h2 { font-size: 17px; margin-top: 28px }
h3 { font-size: 13px; color: var(--muted); margin-top: 8px }
p { margin: 6px 0 }
li { padding: 3px 0 }
li a { color: var(--accent) }
`

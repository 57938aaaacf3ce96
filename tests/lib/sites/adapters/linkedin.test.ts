import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import linkedin from '../../../../lib/sites/adapters/linkedin.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const ID = '7529468579020812345'
const POST = `https://www.linkedin.com/feed/update/urn:li:activity:${ID}/`
const FEED = 'https://www.linkedin.com/feed/'

function read(html: string, address = FEED, lang = 'en') {
  const page = new DOMParser().parseFromString(
    `<html lang="${lang}"><body><main>${html}</main></body></html>`,
    'text/html',
  )
  return extract(linkedin, page, address, { now: new Date('2026-11-22T12:00:00Z') })
}
const postsIn = (html: string, address?: string, lang?: string) => read(html, address, lang).observation.posts

const avatar = (handle: string) => `<a href="/in/${handle}/"><figure><img alt=""></figure></a>`
const BUTTONS = '<button><svg data-token-id="289"></svg></button><button><svg data-token-id="202"></svg></button>'
const icons = (text: string) => `<a href="/x/reactions/"><ul><li><svg></svg></li></ul><p>${text}</p></a>`
interface Card {
  lines?: string
  body?: string
  counts?: string
  buttons?: string
}
const card = ({ lines = '<p>2h</p>', body = 'Rye day', counts = '', buttons = BUTTONS }: Card) =>
  `<div role="listitem"><h2>Feed post</h2><div>${avatar('maya-rye')}<p>Maya Rye</p>${lines}</div>
   <p><span data-testid="expandable-text-box">${body}</span></p><div>${counts}</div><div>${buttons}</div></div>`
const metrics = (counts: string, lang?: string, buttons?: string) =>
  postsIn(card({ counts, ...(buttons === undefined ? {} : { buttons }) }), FEED, lang)[0]?.metrics

/** The comments of a post with figures and, below its buttons, a list. */
const wordsBelow = (counts: string, list: string) =>
  postsIn(card({ counts: `${icons('8')}${counts}` }).replace(/<\/div>$/, `${list}</div>`))[0]?.comments.map(
    ({ text }) => text,
  )

describe('the figures of a post on LinkedIn', () => {
  it.each([
    ['en', 'Ana Oat and 5 others', 6],
    ['de', 'Ana Oat und 5 weitere Personen', 6],
    ['fr', 'Ana Oat et 5 autres personnes', 6],
    ['es', 'Ana Oat y 5 personas más', 6],
    ['it', 'Ana Oat e altre 5 persone', 6],
    ['ja', 'Anaさん、他5人', 6],
    ['ko', 'Ana님 외 5명', 6],
    ['en', '3M and 5 others', 6],
    ['ko', '반응 5개', 5],
    ['en', '1,234 reactions', 1234],
    ['de', '1.234 Reaktionen', 1234],
  ])('counts who is named beside "others" (%s: %s)', (lang, text, likes) => {
    expect(metrics(icons(text), lang)?.likes?.value).toBe(likes)
  })

  it('are not guessed where the words before a number may be a name', () => {
    expect(metrics(icons('Ana Oat xyz 5 qqq'))?.likes).toBeNull()
  })

  it('are told apart by their words, else by their order beside the reactions', () => {
    expect(metrics(`${icons('8')}<button>4 reposts</button>`)).toMatchObject({
      likes: { value: 8 },
      comments: { value: 0 },
      shares: { value: 4 },
    })
    expect(metrics(`${icons('8')}<button>2 aaa</button><button>4 bbb</button>`)).toMatchObject({
      comments: { value: 2 },
      shares: { value: 4 },
    })
    // One number in words that nobody knows may be either.
    expect(metrics(`${icons('8')}<button>4 bbb</button>`)).toMatchObject({ comments: null, shares: null })
  })

  it('are 0 only where the buttons below them were found and no number is left over', () => {
    expect(metrics('')?.likes).toEqual({ value: 0, step: 1 })
    expect(metrics('', 'en', '<button>Like</button>')?.likes).toBeNull()
    expect(metrics('<button>8 reactions</button>')?.likes).toBeNull()
  })
})

describe('the header of a post in the feed of LinkedIn', () => {
  it.each([
    'Promoted',
    'Anzeige',
    'Gesponsert',
    'Post sponsorisé',
    'Treść promowana',
    'プロモーション',
    'Promoted by Mill Street',
  ])('says that it is promoted with "%s"', (word) => {
    const [post] = postsIn(card({ lines: `<p>12,345 followers</p><p>${word}</p>` }))
    expect(post).toMatchObject({ labels: ['sponsored'], publishedText: null })
  })

  it('may hold that word in a headline, and the caption may, too', () => {
    const lines = '<p>Promoted to head baker</p><p>2h</p>'
    expect(postsIn(card({ lines, body: 'Promoted' }))[0]?.labels).toEqual([])
  })

  it('gives an advertisement away by its link in a language without the word', () => {
    const body = 'Rye</span></p><a href="https://rye.example/?a=1&amp;li_fat_id=c0ffee">Go</a><p><span>'
    expect(postsIn(card({ lines: '<p>Qwerty</p>', body }))[0]?.labels).toEqual(['sponsored'])
  })

  it('shows a time, which is no degree and no number of followers', () => {
    expect(postsIn(card({ lines: '<p>2nd</p><p>12 followers</p><p>3 Wo. • Bearbeitet • </p>' }))[0]).toMatchObject({
      publishedText: '3 Wo.',
      labels: ['edited'],
    })
  })

  it('names who acted above the author, with or without a rule between them', () => {
    const html = card({}).replace(
      '<h2>Feed post</h2>',
      `<h2>Feed post</h2><div>${avatar('ben')}<p>Ben likes this</p></div>`,
    )
    expect(postsIn(html)[0]?.author).toEqual({ handle: 'maya-rye', name: 'Maya Rye' })
    expect(postsIn(html.replace('likes this</p></div>', 'likes this</p></div><hr>'))[0]?.author.handle).toBe('maya-rye')
  })
})

const comment = (n: number) =>
  `<div data-testid="x-commentList-y"><div componentkey="replaceableComment_urn:li:comment:(urn:li:activity:${ID}${n},${ID})">${avatar('ben')}<a href="/in/ben/">Ben</a><p><span data-testid="expandable-text-box">Nice ${n}</span></p></div></div>`

describe('a feed of LinkedIn', () => {
  it('never gives a post the comments that are open below another', () => {
    const posts = postsIn(
      [1, 2].map((n) => card({ body: `Day ${n}` }).replace(/<\/div>$/, `${comment(n)}</div>`)).join(''),
    )
    expect(posts.map(({ text, comments }) => [text, comments.map((one) => one.text)])).toEqual([
      ['Day 1', ['Nice 1']],
      ['Day 2', []],
    ])
  })
})

const article = (id: string, author: string, inside = '') =>
  `<article data-activity-urn="urn:li:activity:${id}" data-attributed-urn="urn:li:ugcPost:${id}9"><a href="https://www.linkedin.com/in/${author}?trk=public_post_feed-actor-name">${author}</a><time>1d</time><p data-test-id="main-feed-activity-card__commentary">By ${author}</p>${inside}</article>`

describe("a post's page of LinkedIn", () => {
  it('shows the post that the address names, by any of its ids, and no recommendation', () => {
    const html = article('111', 'ben') + article('222', 'maya')
    for (const slug of ['activity-222', 'ugcPost-2229'])
      expect(postsIn(html, `https://www.linkedin.com/posts/maya_rye-activity-9-day-${slug}-aB1c`)).toMatchObject([
        { id: 'urn:li:activity:222', author: { handle: 'maya' } },
      ])
  })

  it('shows none where several posts are there and none is named', () => {
    expect(postsIn(article('111', 'ben') + article('222', 'maya'), POST)).toEqual([])
  })

  it('gives a post its own time, not the shorter one of a company’s few followers or of what it passes on', () => {
    const [post] = postsIn(card({ lines: '<p>12 followers</p><p>1 week</p><p>5d</p>' }))
    expect(post?.publishedText).toBe('1 week')
  })

  it('reads words that nothing names below the buttons of a post that counts comments, never an invitation to comment', () => {
    const list = '<div><p>Nice crumb</p></div>'
    expect(wordsBelow('<button>2 comments</button>', list)).toEqual(['Nice crumb'])
    expect(wordsBelow('', '<div><p>Be the first to comment</p></div>')).toEqual([])
    expect(wordsBelow('<button>2 comments</button>', '<div><button>Sort</button><p>Most relevant</p></div>')).toEqual(
      [],
    )
  })

  it('takes the address for the id of its only post', () => {
    expect(postsIn(card({}), POST)[0]).toMatchObject({
      id: `urn:li:activity:${ID}`,
      publishedAt: '2026-11-20T09:00:00.000Z',
    })
  })
})

const section = (of: string) => `<section>${of}</section>`
describe("a member's page of LinkedIn", () => {
  const top = '<h1>Maya Rye</h1><div class="text-body-medium break-words">Baker</div><span>2,480 followers</span>'

  it('takes the followers that stand beside the name, not those of what the member follows', () => {
    const other = section('<a href="/company/mill/">Mill</a><span>90,001 followers</span>')
    const reading = (html: string) => read(html + other, 'https://www.linkedin.com/in/maya-rye/')
    expect(reading(section(top)).observation.profile).toMatchObject({
      handle: 'maya-rye',
      name: 'Maya Rye',
      bio: 'Baker',
      followers: { value: 2480 },
    })
    const bare = reading(section('<h1>Maya Rye</h1>'))
    expect(bare.observation.profile?.followers).toBeNull()
    expect(bare.misses.map(({ field }) => field)).toEqual(['profile.bio', 'profile.followers'])
  })
})

describe('hashtags on LinkedIn', () => {
  it('are read without the word for screen readers, whatever class hides it', () => {
    const tag = '<a href="/feed/hashtag/?keywords=rye"><span>hashtag</span><span><span>#</span>rye</span></a>'
    expect(postsIn(card({ body: `Day one ${tag} ${tag}` }))[0]).toMatchObject({
      text: 'Day one #rye #rye',
      hashtags: ['rye'],
      links: [],
    })
  })
})

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/sites/linkedin')

describe.each(['feed-2026-de', 'post-2025-en', 'activity-2025-fr', 'company-guest-en', 'post-guest-en'])(
  'the posts of the page %s of LinkedIn',
  (name) => {
    it('read the same when every class has another name', () => {
      const html = readFileSync(`${FIXTURES}/${name}.html`, 'utf8')
      const { url } = JSON.parse(readFileSync(`${FIXTURES}/${name}.json`, 'utf8')) as { url: string }
      const reading = (source: string) => {
        const page = new DOMParser().parseFromString(source, 'text/html')
        return extract(linkedin, page, url, { now: new Date('2026-11-22T12:00:00Z') }).observation.posts
      }
      const renamed = html.replace(/ class="[^"]*"/g, ' class="qV3x"')
      expect(reading(renamed)).toEqual(reading(html))
    })
  },
)

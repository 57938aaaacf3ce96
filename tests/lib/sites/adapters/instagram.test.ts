import { describe, expect, it } from 'vitest'
import instagram from '../../../../lib/sites/adapters/instagram.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const POST = 'https://www.instagram.com/p/DQx1aB2cD3e/'

function read(html: string, address = POST) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(instagram, page, address, { now: new Date('2026-11-22T12:00:00Z') })
}

const article = (code: string, label = '') =>
  `<article><header><a href="/mara.bakes/">mara.bakes</a>${label}</header><section><svg></svg><svg></svg><svg></svg></section><div><span><a href="/mara.bakes/">mara.bakes</a></span><span>Rye of ${code}</span></div><a href="/p/${code}/"><time datetime="2026-03-03T09:15:00.000Z">March 3</time></a></article>`

const comment = (id: string, below: string) =>
  `<div><span><a href="/leo.ferries/">leo.ferries</a> <a href="/p/DQx1aB2cD3e/c/${id}/"><time datetime="2026-03-03T10:00:00.000Z">1h</time></a></span><div><span>Save me one</span></div><div>${below}</div></div>`

const figure = (title: string, text: string) =>
  `<li><button><span title="${title}"><span>${text}</span></span></button></li>`

describe('Instagram', () => {
  it('reports nothing of the shell that visitors get', () => {
    const { observation, misses } = read('<div id="splash-screen"><img></div><div id="mount_0_0_ab"></div>')
    expect(observation).toMatchObject({ page: 'post', posts: [], profile: null })
    expect(misses).toEqual([])
  })

  it('takes the post of the address, not the feed behind it', () => {
    const html = `<main>${article('DOther00001')}${article('DOther00002')}</main><div role="dialog">${article('DQx1aB2cD3e')}</div>`
    expect(read(html).observation.posts.map(({ id, text }) => [id, text])).toEqual([
      ['DQx1aB2cD3e', 'Rye of DQx1aB2cD3e'],
    ])
  })

  it.each([
    ['<div>Paid partnership with <a href="/north.mill/">north.mill</a></div>', ['paid-partnership']],
    ['<div>Parceria paga com <a href="/north.mill/"><span>north.mill</span></a></div>', ['paid-partnership']],
    ['<div><span>AI info</span></div>', ['ai-generated']],
    ['<div><span>Sponsored</span></div>', []],
    ['<div><a href="/explore/locations/1/x/">Paid, Estonia</a></div>', []],
  ])('reads %s above the caption', (label, labels) => {
    expect(read(article('DQx1aB2cD3e', label)).observation.posts[0]?.labels).toEqual(labels)
  })

  it('finds an advertisement by its lack of a time and the word', () => {
    const ad = article('DQx1aB2cD3e', '<span>Patrocinado</span>').replace(/<a href="\/p\/.*<\/time><\/a>/, '')
    const [post] = read(`<main>${ad}</main>`, 'https://www.instagram.com/').observation.posts
    expect(post).toMatchObject({ id: null, labels: ['sponsored'], text: 'Rye of DQx1aB2cD3e' })
  })

  it('does not take the words of a caption for a label', () => {
    const html = article('DQx1aB2cD3e').replace('Rye of DQx1aB2cD3e', 'Paid partnership with nobody')
    expect(read(html).observation.posts[0]?.labels).toEqual([])
  })

  it.each([
    ['<a href="/p/DQx1aB2cD3e/liked_by/"><span><span>33,604</span> likes</span></a>', 33_604],
    ['<a href="/p/DQx1aB2cD3e/liked_by/">Gefällt <span>33.604</span> Mal</a>', 33_604],
    [
      'Liked by <a href="/leo.ferries/">leo.ferries</a> and <a href="/p/DQx1aB2cD3e/liked_by/"><span>2,811 others</span></a>',
      2_812,
    ],
    [
      'Liked by <a href="/leo.ferries/">leo.ferries</a> and <a href="/p/DQx1aB2cD3e/liked_by/"><span>others</span></a>',
      undefined,
    ],
  ])('reads %s', (line, likes) => {
    const html = article('DQx1aB2cD3e').replace('</section>', `</section><section><span>${line}</span></section>`)
    expect(read(html).observation.posts[0]?.metrics.likes?.value).toBe(likes)
  })

  it('reads the likes of a comment below it, and no others', () => {
    const none = comment('1', '<button>Reply</button>')
    const one = comment('2', '<button>1 like</button><button>Reply</button>')
    const bare = comment('3', '')
    const likes = read(`<main>${article('DQx1aB2cD3e')}${none}${one}${bare}</main>`.replace('<article>', '<div>'))
    expect(likes.observation.posts[0]?.comments.map((seen) => seen.likes?.value)).toEqual([0, 1, undefined])
  })

  it('reads comments whose post is not in the page, and nothing else from them', () => {
    const { observation } = read(
      `<main>${comment('1', '<button>Reply</button>')}${comment('2', '<button>Reply</button>')}</main>`,
    )
    expect(observation.posts).toMatchObject([
      { id: 'DQx1aB2cD3e', author: { handle: null }, text: '', publishedAt: null, metrics: { likes: null } },
    ])
    expect(observation.posts[0]?.comments).toHaveLength(2)
  })

  it('takes the exact number from the title, wherever the figures lead', () => {
    const html = `<header><h2>mara.bakes</h2><ul>${figure('', '224 posts')}${figure('2,362,001', '2.3M')}${figure('', '136 following')}</ul></header>`
    expect(read(html, 'https://www.instagram.com/mara.bakes/').observation.profile).toMatchObject({
      posts: { value: 224 },
      followers: { value: 2_362_001, step: 1 },
      following: { value: 136 },
    })
  })

  it.each(['/explore/', '/direct/inbox/', '/accounts/login/', '/stories/mara.bakes/3200000000000000001/'])(
    '%s is nobody’s profile',
    (path) => expect(read('', `https://www.instagram.com${path}`).observation.page).not.toBe('profile'),
  )

  it('reads the figures beside the icons where the bar is no section any more', () => {
    const bar = '<svg></svg><span>2,048</span><svg></svg><span>37</span><svg></svg>'
    const html = article('DQx1aB2cD3e').replace(/<section>.*<\/section>/, `<div><div>${bar}</div></div>`)
    expect(read(html).observation.posts[0]?.metrics).toMatchObject({ likes: { value: 2048 }, comments: { value: 37 } })
  })

  it('finds a bio that opens at a press, however it is wrapped', () => {
    const bio = '<span dir="auto"><div><div role="button">Bread &amp; ferries<br>Bergen</div></div></span>'
    const html = `<header><h2>mara.bakes</h2><ul>${figure('', '224 posts')}${figure('', '2,362 followers')}${figure('', '136 following')}</ul>${bio}</header>`
    expect(read(html, 'https://www.instagram.com/mara.bakes/').observation.profile?.bio).toBe('Bread & ferries\nBergen')
  })

  it('misses the time of a post that shows one and does not say which', () => {
    const { observation, misses } = read(article('DQx1aB2cD3e').replace(/ datetime="[^"]*"/, ''))
    expect(observation.posts[0]).toMatchObject({
      publishedAt: null,
      publishedText: 'March 3',
      text: 'Rye of DQx1aB2cD3e',
    })
    expect(misses.map(({ field }) => field)).toEqual(['post.publishedAt'])
  })
})

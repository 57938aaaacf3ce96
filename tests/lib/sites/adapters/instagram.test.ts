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

  it.each(['/explore/', '/direct/inbox/', '/accounts/login/', '/stories/mara.bakes/3200000000000000001/'])(
    '%s is nobody’s profile',
    (path) => expect(read('', `https://www.instagram.com${path}`).observation.page).not.toBe('profile'),
  )
})

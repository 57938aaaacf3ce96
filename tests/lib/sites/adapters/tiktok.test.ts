import { describe, expect, it } from 'vitest'
import tiktok from '../../../../lib/sites/adapters/tiktok.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const PROFILE = 'https://www.tiktok.com/@mara.bakes'
const VIDEO = 'https://www.tiktok.com/@mara.bakes/video/7571863205253778710'

function posts(html: string, address = VIDEO) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return extract(tiktok, page, address, { now: new Date('2026-11-22T12:00:00Z') }).observation.posts
}

const card = (author: string, inside = '') =>
  `<article data-e2e="recommend-list-item-container"><a href="/@${author}">${author}</a><div data-e2e="video-desc"><span>Rye</span></div>${inside}</article>`

const tile = (id: string, caption = '') =>
  `<div><div data-e2e="user-post-item"><a href="/@mara.bakes/video/${id}"></a></div>${caption && `<div data-e2e="user-post-item-desc"><a><span>${caption}</span></a></div>`}</div>`

/** The caption of a tile with a line below it. */
const captionAbove = (line: string) =>
  posts(tile('7509143020856462638').replace(/<\/div>$/, `${line}</div>`), PROFILE)[0]?.text

/** A comment without names for its author and its time. */
const answer = (level: number, handle: string, time: string) =>
  `<div><p><a href="/@${handle}">${handle}</a></p><p data-e2e="comment-level-${level}">By ${handle}</p><p><span>${time}</span><span>Pinned</span><span data-e2e="comment-reply-${level}">Reply</span></p></div>`

describe('TikTok', () => {
  it('takes the address for the id of the first card only if it is by the account in the address', () => {
    expect(posts(card('mara.bakes'))[0]?.id).toBe('7571863205253778710')
    expect(posts(card('leo.ferries'))[0]?.id).toBeNull()
    expect(posts(card('leo.ferries') + card('mara.bakes')).map(({ id }) => id)).toEqual([null, null])
  })

  it('believes the player before the address: cards are recycled', () => {
    const player = '<div id="xgwrapper-0-7509143020856462638"></div>'
    expect(posts(card('mara.bakes', player))[0]?.id).toBe('7509143020856462638')
  })

  it.each([
    ['Paid partnership', ['paid-partnership']],
    ['Partenariat rémunéré', ['paid-partnership']],
    ['Promotional content', ['paid-promotion']],
    ['Sponsored', ['sponsored']],
    ['', []],
  ])('reads the tag "%s"', (text, labels) => {
    const [post] = posts(card('mara.bakes', `<div data-e2e="sponsored-tag"><p>${text}</p></div>`))
    expect(post?.labels).toEqual(labels)
  })

  it('knows the AI label in the language of the page from the table that comes with it', () => {
    const table =
      '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"aigcInfoPanel_feed_label":"Sisältää tekoälymediaa"}</script>'
    expect(posts(table + card('mara.bakes', '<p>Sisältää tekoälymediaa</p>'))[0]?.labels).toEqual(['ai-generated'])
    expect(posts(card('mara.bakes', '<p>Sisältää tekoälymediaa</p>'))[0]?.labels).toEqual([])
  })

  it('reads a tile’s caption below it where its box lost its name, but nothing that shows a picture', () => {
    expect(captionAbove('<div><a title="Rye day" href="/">Rye day</a></div>')).toBe('Rye day')
    expect(captionAbove('<div><a title="Mara" href="/@mara.bakes"><img>Mara</a></div>')).toBe('')
  })

  it('does not take words of the caption for labels', () => {
    const html =
      '<article data-e2e="recommend-list-item-container"><a href="/@a">a</a><div data-e2e="video-desc"><span>Ad</span></div></article>'
    expect(posts(html)[0]?.labels).toEqual([])
  })

  it("does not take another tile's caption for that of a tile without one", () => {
    const html = `<div data-e2e="user-post-item-list">${tile('7571863205253778710', 'Rye')}${tile('7571863205253778711')}</div>`
    expect(posts(html, 'https://www.tiktok.com/@mara.bakes').map(({ text }) => text)).toEqual(['Rye', ''])
  })

  it('reads no comments of the markup', () => {
    expect(posts(card('mara.bakes').replace('Rye</span>', 'Rye</span><!-- v2 -->'))[0]?.text).toBe('Rye')
  })

  it('reads comments whose video is not in the page', () => {
    const html =
      '<div><a href="/@leo.ferries">Leo</a><p data-e2e="comment-level-1">Save me one</p><span data-e2e="comment-like-count">2</span></div>'
    expect(posts(html)).toMatchObject([{ id: '7571863205253778710', text: '', comments: [{ text: 'Save me one' }] }])
  })

  it('gives each comment its own author and time where one box holds an answer, too', () => {
    const box = `<div class="x-DivCommentItemWrapper">${answer(1, 'ulla', '2024-4-19')}<div>${answer(2, 'jonas', '2024-4-20')}</div></div>`
    expect(posts(card('mara.bakes') + box)[0]?.comments).toMatchObject([
      { author: { handle: 'ulla' }, publishedText: null },
      { author: { handle: 'jonas' }, publishedText: null },
    ])
  })

  it('leaves a dot in the caption alone when it looks for the date', () => {
    const html = card('mara.bakes').replace('Rye', 'Tour · Berlin')
    expect(posts(html)[0]?.publishedText).toBeNull()
  })
})

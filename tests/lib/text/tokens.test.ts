import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHashtags, findLinks, findMentions } from '../../../lib/text/tokens.ts'

const tags = (text: string) => findHashtags(text).map((tag) => text.slice(tag.start, tag.end))
const handles = (text: string, platform = 'instagram') =>
  findMentions(text, platform).map((mention) => text.slice(mention.start, mention.end))
const links = (text: string) => findLinks(text).map((link) => text.slice(link.start, link.end))

describe('hashtags', () => {
  it.each([
    ['#ad and #Acme2026.', ['#ad', '#Acme2026']],
    ['#ad#sponsored', ['#ad', '#sponsored']],
    ['#ad🥰 #café_acme ＃広告', ['#ad', '#café_acme', '＃広告']],
    ['#विज्ञापन आज', ['#विज्ञापन']],
    ['#1 and #2026 are numbers', []],
    ['a &#39;quoted&#39; word', []],
    ['https://acme.com/#shop and acme.com/x#ad', []],
    ['# alone, ## twice, #\ufe0f\u20e3 keycap, #\ufe0f\u20e3ad', []],
    ['#col·laboració · #ad·', ['#col·laboració', '#ad']],
    ['#top1\ufe0f\u20e3', ['#top1']],
  ])('of %j are %j', (text, expected) => {
    expect(tags(text)).toEqual(expected)
  })

  it('know whether they are glued to a word, and whether something invisible is inside', () => {
    const [glued, plain, broken] = findHashtags('soft.#Acme (#Acme) #Ac\u200bme')
    expect(glued).toMatchObject({ glued: true, broken: false })
    expect(plain).toMatchObject({ glued: false, broken: false })
    expect(broken).toMatchObject({ name: 'Acme', broken: true })
  })
})

it('are whole and free after emoji, and with the joiners that their scripts are spelled with', () => {
  expect(findHashtags('❤️#ad #کتاب\u200cخانه #क्\u200dष')).toMatchObject([
    { name: 'ad', glued: false, broken: false },
    { glued: false, broken: false },
    { glued: false, broken: false },
  ])
})

describe('mentions', () => {
  it.each([
    ['instagram', 'by @acme.beauty, @acme. @acme’s', ['@acme.beauty', '@acme', '@acme']],
    ['x', 'by @acme.beauty', ['@acme']],
    ['youtube', 'by @acme-tools.', ['@acme-tools']],
    ['bluesky', 'by @acme.bsky.social!', ['@acme.bsky.social']],
    ['mastodon', 'by @acme@brand.social.', ['@acme@brand.social']],
    ['instagram', 'hello@acme.com, a@b', []],
    ['tiktok', 'https://tiktok.com/@acme/video/1', []],
    ['somewhere', 'by @acme_official', ['@acme_official']],
    ['instagram', '@ alone, @. too', []],
    ['instagram', '❤️@acme 提供@acme 협찬@acme', ['@acme', '@acme', '@acme']],
    ['youtube', 'by @ünï-cödé’s', ['@ünï-cödé']],
    ['bluesky', '@acme.bsky.social’s', ['@acme.bsky.social']],
  ])('on %s of %j are %j', (platform, text, expected) => {
    expect(handles(text, platform)).toEqual(expected)
  })
})

describe('links', () => {
  it.each([
    ['Shop (https://acme.com/glow?ref=M10), now', ['https://acme.com/glow?ref=M10']],
    ['See https://en.example.org/wiki/Acme_(brand).', ['https://en.example.org/wiki/Acme_(brand)']],
    ['www.acme.com/x and acme.com/glow and acme.com.', ['www.acme.com/x', 'acme.com/glow', 'acme.com']],
    ['Nice.Then we left. Hello@acme.com', []],
    ['So nice.It fits, nice.to wear', []],
    [
      'https://acme.com/glow。見てhttps://acme.com/次 https://acme.com✨',
      ['https://acme.com/glow', 'https://acme.com/', 'https://acme.com'],
    ],
    ['amzn.to/3xyz and acme.it', ['amzn.to/3xyz', 'acme.it']],
  ])('of %j are %j', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })
})

it('every token is an exact slice, in order, in any text', () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('#ad', '@a.b', 'https://a.co/', '\u200b', '(', ' ')))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.constantFrom('instagram', 'x', 'youtube', 'mastodon', 'any'), (caption, platform) => {
      for (const found of [findHashtags(caption), findMentions(caption, platform), findLinks(caption)]) {
        let end = 0
        for (const token of found) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(caption.length)
      }
    }),
    { numRuns: 400 },
  )
})

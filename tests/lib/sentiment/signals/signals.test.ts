import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalsOf } from '../../../../lib/sentiment/signals/signals.ts'
import { phraseOf } from '../../../../lib/text/phrase.ts'

const said = (text: string, terms: string[] = []) =>
  signalsOf(text, { terms: terms.map((term) => phraseOf(term, null)) }).map(({ kind, quote }) => `${kind}: ${quote}`)
const kinds = (text: string) => [...new Set(signalsOf(text).map(({ kind }) => kind))].toSorted()

describe('a comment that advertises itself', () => {
  it.each([
    'DM me for promo 🔥',
    '𝐃𝐌 𝐦𝐞 if you want 10k followers',
    'check out my page',
    'Promote it on @glossy.hub 📩',
    'I made $4,000 weekly trading with Mrs Olsen',
    'text me on WhatsApp +1 (234) 567-8901',
    'join here t.me/quickcash',
    'Follow for follow?',
    'schau mal auf meinem Profil vorbei',
    'gagnez de l’argent en ligne facilement',
    'sígueme y te sigo',
    'seguimi e ti seguo',
    'troco likes',
    'takibe takip',
    '相互フォローしませんか',
    '맞팔해요',
    'ghar baithe paise kamao',
  ])('%j is spam, and only that', (text) => {
    expect(kinds(text)).toEqual(['spam'])
  })

  it.each([
    'can you dm me the link please?',
    'dm me when it is back please',
    'I will follow this recipe tonight',
    'my page of the cookbook is already full of flour',
    'I bought crypto themed socks, so silly',
  ])('%j is a fan', (text) => {
    expect(kinds(text)).not.toContain('spam')
  })

  it('is also told by the model, when that is sure', () => {
    const text = 'best offers for everyone, only today'
    expect(signalsOf(text, { spam: 0.95 })).toEqual([{ kind: 'spam', start: 0, end: text.length, quote: text }])
    expect(signalsOf(text, { spam: 0.6 })).toEqual([])
  })
})

describe('someone who wants to buy', () => {
  it.each([
    ['where can i buy the starter', 'where can i buy the starter'],
    ['omg how much is it', 'how much is it'],
    ['I NEED this in my life 😍', 'I NEED this'],
    ['link?', 'link?'],
    ['wo kann man das kaufen', 'wo kann man das kaufen'],
    ['Où tu l’as acheté ?', 'Où tu l’as acheté'],
    ['cuanto cuesta', 'cuanto cuesta'],
    ['quanto costa?', 'quanto costa'],
    ['onde comprou essa blusa?', 'onde comprou'],
    ['nereden aldın', 'nereden aldın'],
    ['gdzie kupię?', 'gdzie kupię'],
    ['waar kan ik die kopen', 'waar kan ik die kopen'],
    ['どこで買えますか', 'どこで買え'],
    ['kahan se mila', 'kahan se mila'],
  ])('%j says %j', (text, quote) => {
    expect(said(text)).toContain(`purchase: ${quote}`)
  })

  it.each(['i need this to stop', 'I want it to be summer', 'we bought a house once'])('%j does not', (text) => {
    expect(kinds(text)).not.toContain('purchase')
  })
})

describe('a complaint', () => {
  it.each([
    ['My order never arrived and customer service is terrible', 'never arrived'],
    ['where is my order?', 'where is my order'],
    ['it broke after two days', 'it broke after'],
    ['gave me a rash', 'gave me a rash'],
    ['Another ad...', 'Another ad'],
    ['ich bin so enttäuscht', 'bin so enttäuscht'],
    ['très déçue du produit', 'très déçue'],
    ['es una estafa', 'es una estafa'],
    ['sono molto delusa', 'molto delusa'],
    ['não funciona nada', 'não funciona nada'],
    ['te duur', 'te duur'],
    ['nie polecam', 'nie polecam'],
    ['hayal kırıklığı', 'hayal kırıklığı'],
    ['返金してください', '返金して'],
  ])('%j says %j', (text, quote) => {
    expect(said(text)).toContain(`complaint: ${quote}`)
  })

  it.each([
    'Never disappointed with this brand',
    'I was not disappointed at all',
    'is this a scam?',
    'I don’t buy it, he is acting',
    'sold out of flour again, happy news',
  ])('%j is none', (text) => {
    expect(kinds(text)).not.toContain('complaint')
  })
})

describe('a question', () => {
  it('is the sentence with its mark, or begins as questions do', () => {
    expect(said('Love it! Is it vegan?? Asking for my sister')).toEqual(['question: Is it vegan??'])
    expect(said('anyone know if it is waterproof')).toEqual(['question: anyone know'])
    expect(said('何ですか？')).toContain('question: 何ですか？')
    expect(said('هل هو نباتي؟')).toContain('question: هل هو نباتي؟')
  })

  it.each([
    '???',
    'https://shop.example/?ref=1',
    'how cute is this',
    'Did it today and enjoyed it',
    'so that is where we ended',
  ])('%j is none', (text) => {
    expect(kinds(text)).not.toContain('question')
  })
})

describe('a comment that fits under any post', () => {
  it.each(['so cute 😍😍', 'beautifulllll', 'Wow, amazing!!', 'wunderschön', 'trop belle', 'que linda', '예뻐요'])(
    '%j is generic praise',
    (text) => {
      expect(said(text)).toEqual([`praise: ${text}`])
    },
  )

  it.each(['not cute', 'love the crumb on that loaf', 'yes', 'it is'])('%j is not', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('may be emoji or mentions alone', () => {
    expect(said('😍😍🔥')).toEqual(['emojiOnly: 😍😍🔥'])
    expect(said('👩🏽‍🍳 1️⃣ 🇵🇹')).toEqual(['emojiOnly: 👩🏽‍🍳 1️⃣ 🇵🇹'])
    expect(said('@nora.bakes @tim 😂')).toEqual(['mentionOnly: @nora.bakes @tim 😂'])
    expect(said('@nora.bakes look')).toEqual([])
    expect(said('')).toEqual([])
    expect(said('2024')).toEqual([])
  })
})

it('taking part in a giveaway is engagement', () => {
  for (const text of [
    'I hope I win 🤞',
    'tag a friend',
    'participo!',
    'tolles Gewinnspiel',
    'je participe',
    '応募します',
  ])
    expect([text, kinds(text)]).toEqual([text, ['giveaway']])
})

it('product terms are found in their forms and hashtags, quoted as written', () => {
  expect(said('These CrumbStarters are great #CrumbStarter', ['crumb starter'])).toContain('product: CrumbStarter')
  expect(said('my starter died', ['crumb starter'])).toEqual([])
})

describe('signals of any text at all', () => {
  const parts = fc.constantFrom(
    'dm me ',
    'where can i buy ',
    '?',
    '@a ',
    '😍',
    'so ',
    'cute',
    '\ud800',
    '𝐃𝐌 𝐦𝐞',
    '\u200b',
    'ﬁ',
    'İ',
    'not ',
  )
  const text = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))).map((all) => all.join(''))

  it('quote it exactly', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const { start, end, quote } of signalsOf(given, { terms: [phraseOf('cute', null)] })) {
          expect(quote).toBe(given.slice(start, end))
          expect(end).toBeGreaterThan(start)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['dm me ', 'where can i ', 'a ', '?', '@a ', '+1 (2', 'whatsapp ', 'earn $1', 'i need ', 'tag a ', 'not '])(
    'end for 100,000 characters of %j',
    (part) => {
      expect(Array.isArray(signalsOf(part.repeat(100_000 / part.length)))).toBe(true)
    },
  )
})

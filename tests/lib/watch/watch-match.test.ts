import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { storedInput } from '../../../lib/guidelines/stored-input.ts'
import { matchWatch, watchesOver } from '../../../lib/watch/watch-match.ts'
import { formatWatchWords, parseWatchWords } from '../../../lib/watch/watch-terms.ts'
import { postRow, watchRow } from '../store/rows.ts'

const post = (text: string, changes = {}) => storedInput(postRow(1, { text, ...changes }), [])
const found = (words: string, text: string, changes = {}) =>
  matchWatch(watchRow(1, parseWatchWords(words)), post(text, changes)).map(({ quote }) => quote)

describe('what a person writes', () => {
  it('is a phrase a line, with exclusions behind it or on lines of their own', () => {
    expect(
      parseWatchWords('god -"oh my god"\n recall  notice \n-"no recall"\n#FjellHut\n@acme\n\nwell-known -jokes'),
    ).toEqual({
      terms: ['god', 'recall notice', '#FjellHut', '@acme', 'well-known'],
      except: ['oh my god', 'no recall', 'jokes'],
    })
  })

  it('names each phrase once however it is written, and nothing that cannot be looked for', () => {
    expect(parseWatchWords('Recall\nrecall\nＲecall\n#\n@\n  \n“side effect” “rash”')).toEqual({
      terms: ['Recall', 'side effect', 'rash'],
      except: [],
    })
  })

  it.each(['god -"oh my god"', 'a - b', '"-50 off"\n#tag', 'well-known', '-only'])(
    '%j is given back as it is read',
    (text) => {
      const words = parseWatchWords(text)
      expect(parseWatchWords(formatWatchWords(words))).toEqual(words)
    },
  )
})

describe('B1: a watch', () => {
  it('`god -"oh my god"` ignores "oh my god!" and flags "thank god"', () => {
    expect(found('god -"oh my god"', 'oh my god! What a day')).toEqual([])
    expect(found('god -"oh my god"', 'oh my god! And thank God for rye')).toEqual(['God'])
  })

  it('of "ass" and "butt" finds nothing in "classic button", and none in "accumulate"', () => {
    expect(found('ass\nbutt\ncum', 'A classic button, and they accumulate')).toEqual([])
  })

  it('finds words with and without their accents, in capitals, in hashtags and disguised', () => {
    expect(found('cafe', 'My CAFÉ corner')).toEqual(['CAFÉ'])
    expect(found('café', 'My cafe corner')).toEqual(['cafe'])
    expect(found('cheap thrills', 'Sunday #CheapThrills')).toEqual(['#CheapThrills'])
    expect(found('cheap', 'It is giving ch3ap')).toEqual(['ch3ap'])
    expect(found('publicité', 'Ceci est une PUBLICITE')).toEqual(['PUBLICITE'])
  })

  it('quotes exactly what stands there, also after emoji and combining accents', () => {
    const text = '👩🏽‍🍳 cafe\u0301 🎉 Recall, recalls'
    const quotes = matchWatch(watchRow(1, { terms: ['recall', 'café'] }), post(text))
    expect(quotes.map(({ quote }) => quote)).toEqual(['cafe\u0301', 'Recall', 'recalls'])
    for (const { quote, start, end } of quotes) expect(text.slice(start, end)).toBe(quote)
  })

  it('of a hashtag or an account finds that one only, also where only the site links it', () => {
    expect(found('#fjell', 'Up #FjellHut to the #Fjell, fjell again')).toEqual(['#Fjell'])
    expect(found('@acme', 'With @acme and @acme_fans. acme', { platform: 'instagram' })).toEqual(['@acme'])
    expect(found('@acme', 'With @acme@social.example', { platform: 'mastodon' })).toEqual(['@acme@social.example'])
    expect(found('#fjell\n@acme', 'Up there', { hashtags: ['FJELL'], mentions: ['Acme'] })).toEqual(['FJELL', 'Acme'])
  })

  it('holds ten sets of a thousand terms', () => {
    const terms = Array.from({ length: 1_000 }, (_, i) => `term${i} number${i}`)
    const text = 'This is term7 number7 and term999 number999'
    for (let set = 0; set < 10; set++) expect(matchWatch(watchRow(set, { terms }), post(text))).toHaveLength(2)
    expect(defaultSettings.watch.hitDays).toBe(30)
  })

  it('looks at its own site and partner only', () => {
    const on = { platform: 'x', partnerId: 'p' }
    expect(watchesOver(watchRow(1), on)).toBe(true)
    expect(watchesOver(watchRow(1, { platform: 'tiktok' }), on)).toBe(false)
    expect(watchesOver(watchRow(1, { partnerId: 'q' }), on)).toBe(false)
    expect(watchesOver(watchRow(1, { platform: 'x', partnerId: 'p' }), on)).toBe(true)
  })
})

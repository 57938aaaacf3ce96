import { describe, expect, it } from 'vitest'
import { normalise, sourceSpan } from '../../../lib/text/normalise.ts'
import { findPhrase, phraseOf } from '../../../lib/text/phrase.ts'
import { findHashtags, findLinks, findMentions } from '../../../lib/text/tokens.ts'
import { findWords } from '../../../lib/text/words.ts'

function find(phrase: string, text: string, lang: string | null = 'en'): string[] {
  const normal = normalise(text, { lang, lookAlikes: true })
  const tokens = {
    hashtags: findHashtags(text),
    mentions: findMentions(text, 'instagram'),
    links: findLinks(text),
  }
  return findPhrase(normal, findWords(normal, tokens), phraseOf(phrase, lang)).map((hit) => {
    const span = sourceSpan(normal, hit.start, hit.end)
    return text.slice(span.start, span.end)
  })
}

describe('a phrase is found', () => {
  it.each([
    ['cheap', 'So CHEAP, so “cheap”', ['CHEAP', 'cheap']],
    ['cheap', 'cheaper and cheapest', ['cheaper', 'cheapest']],
    ['dupe', 'two dupes, duped again', ['dupes', 'duped']],
    ['easy', 'easier, the easiest', ['easier', 'easiest']],
    ['cures', 'it cured me, a real cure', ['cured', 'cure']],
    ['big', 'the bigger one', ['bigger']],
    ['cheap', "the cheap's end, the cheap’s too", ["cheap's", 'cheap’s']],
    ['last chance', 'LAST\nCHANCE', ['LAST\nCHANCE']],
    [
      'last chance',
      'last 🔥🔥 chance, last – chance, last-chance',
      ['last 🔥🔥 chance', 'last – chance', 'last-chance'],
    ],
    ['last chance', '#lastchance #LastChance #last_chance', ['lastchance', 'LastChance', 'last_chance']],
    ['anti-aging', 'anti-aging, anti aging, antiaging', ['anti-aging', 'anti aging', 'antiaging']],
    ['cheap', 'ch3ap ch€ap che@p', ['ch3ap', 'ch€ap', 'che@p']],
    ['ass', 'kick @ss and a$$', ['@ss', 'a$$']],
    ['shit', 'sh*t, s**t, sh•t', ['sh*t', 's**t', 'sh•t']],
    ['cheap', 'c h e a p, c.h.e.a.p, c-h-e-a-p, c*h*e*a*p', ['c h e a p', 'c.h.e.a.p', 'c-h-e-a-p', 'c*h*e*a*p']],
    ['cheap', 'a c h e a p shot', ['c h e a p']],
    ['dupe', 'the duuupe', ['duuupe']],
    ['cool', 'cooool', ['cooool']],
    ['cheap', 'сhеap with two Cyrillic letters', ['сhеap']],
    ['cheap', '*cheap* _cheap_ $cheap', ['cheap', 'cheap', '$cheap']],
    ['100% natural', 'It is 100%  Natural!', ['100%  Natural']],
    ['#1', 'the #1 serum, not #12', ['#1']],
    ['🔥', 'so 🔥', ['🔥']],
    ['최저가', '최저가로 샀어요', ['최저가로']],
    ['最安', 'これは最安です', ['最安']],
    ['cheap', 'so cheap.it fits, cheap.It', ['cheap', 'cheap']],
    ['last chance', 'last\u2800chance', ['last\u2800chance']],
    ['billig', 'ein billiges Teil, am billigsten', ['billiges', 'billigsten'], 'de'],
  ])('%j in %j', (phrase, text, expected, lang = 'en') => {
    expect(find(phrase, text, lang)).toEqual(expected)
  })
})

describe('a phrase is not found', () => {
  it.each([
    ['ass', 'A classic bass line for the grassy terrace class'],
    ['butt', 'press the button, butter, but buuut'],
    ['cum', 'we accumulate documents'],
    ['hell', 'hello shell, heeeel'],
    ['dupe', 'super duper'],
    ['bet', 'it is better'],
    ['sum', 'summer'],
    ['free', 'cruelty-free and paraben‑free'],
    ['cheap', '#cheapthrills @cheap https://cheap.com/cheap'],
    ['ass', 'c l a s s'],
    ['ass', '455 grams'],
    ['last chance', 'last. Chance met us'],
    ['last chance', 'last of all, chance'],
    ['a b', ''],
    ['shit', 'a * b ** c'],
  ])('%j in %j', (phrase, text) => {
    expect(find(phrase, text)).toEqual([])
  })
})

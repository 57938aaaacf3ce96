import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { kindOf } from '../../../lib/guidelines/kinds/index.ts'
import { viewOf } from '../../../lib/guidelines/view.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (params: Record<string, unknown>, text: string, over: Partial<PostInput> = {}) =>
  assess(postOf(text, over), [guidelineOf([ruleOf('tone-of-voice', params)])], paid).findings[0]

const quotes = (params: Record<string, unknown>, text: string, lang: string | null = null) => {
  const finding = check(params, text, { lang })
  return [finding?.status, ...(finding?.evidence.map(({ quote }) => quote) ?? [])]
}

/** The caption with the first proposed correction. */
function fixed(params: Record<string, unknown>, text: string, lang: string | null = null): string {
  const finding = check(params, text, { lang })
  const context = { jurisdiction: 'US', relationship: null, brand: '', history: null }
  const [edits] =
    (finding && kindOf('tone-of-voice')?.fix(viewOf(postOf(text, { lang })), params, finding, context)) ?? []
  return (edits ?? [])
    .toSorted((a, b) => b.start - a.start)
    .reduce((at, edit) => at.slice(0, edit.start) + edit.insert + at.slice(edit.end), text)
}

describe('exclamation marks', () => {
  it.each([
    [2, 'Wow! So good!', ['pass']],
    [2, 'Wow! So! Good!', ['fail', '!']],
    [2, 'Wow! Look at it!!', ['fail', '!!']],
    [0, 'So good', ['pass']],
    [0, 'Good!?', ['fail', '!']],
    [2, '¡Qué bien! ¡Mira!', ['pass']],
    [2, '最高！！！', ['fail', '！！！']],
    [1, 'Wow‼️', ['fail', '‼️']],
    [1, 'Wow❗', ['pass']],
  ])('at most %i: %j', (maxExclamations, text, expected) => {
    expect(quotes({ maxExclamations }, text)).toEqual(expected)
  })

  it('become fewer in the correction, and no more than is needed', () => {
    expect(fixed({ maxExclamations: 2 }, 'Wow!!! Look! At! This!')).toBe('Wow! Look! At. This.')
    expect(fixed({ maxExclamations: 0 }, 'Really?! Yes!')).toBe('Really? Yes.')
  })
})

describe('emoji', () => {
  it.each([
    [1, '👩‍👩‍👧‍👦', ['pass']],
    [2, '🇩🇪 and 👍🏽', ['pass']],
    [1, 'so 😍😍😍 good', ['fail', '😍😍😍']],
    [1, 'so 😍 good 🌿 ok', ['fail', '🌿']],
    [0, '#1 in 2026 ™', ['pass']],
    [0, 'step 1️⃣', ['fail', '1️⃣']],
    [0, 'all ❤ here', ['fail', '❤']],
  ])('at most %i: %j', (maxEmoji, text, expected) => {
    expect(quotes({ maxEmoji }, text)).toEqual(expected)
  })

  it('are left out from the end', () => {
    expect(fixed({ maxEmoji: 1 }, 'So good 😍 and calm 🌿\nYes 👩‍👩‍👧‍👦!')).toBe('So good 😍 and calm\nYes !')
  })
})

describe('capitals', () => {
  it.each([
    ['This is AMAZING', ['fail', 'AMAZING']],
    ['LAST CHANCE', ['fail', 'LAST', 'CHANCE']],
    ["DON'T miss it", ['fail', "DON'T"]],
    ['SOOOO good', ['fail', 'SOOOO']],
    ['Das ist UNGLAUBLICH schön', ['fail', 'UNGLAUBLICH']],
    ['ЭТО СУПЕР', ['fail', 'СУПЕР']],
    ['New IN: the UV top from NASA', ['pass']],
    ['GRWM with my ASMR kit', ['pass']],
    ['Use code GLOWNOW today', ['pass']],
    ['Mit Code: GLOWNOW', ['pass']],
    ['Louis XVIII chair', ['pass']],
    ['WERBUNG | Unser Frühstück', ['pass']],
    ['so soft #NOFILTER @LUMOSKIN', ['pass']],
    ['SPF50 and B12X9', ['pass']],
    ['とても良い', ['pass']],
  ])('none: %j', (text, expected) => {
    expect(quotes({ maxCapsWords: 0 }, text)).toEqual(expected)
  })

  it('may be one too many only from the second word on', () => {
    expect(quotes({ maxCapsWords: 1 }, 'SOFT and CALM')).toEqual(['fail', 'CALM'])
  })

  it("are allowed in the brand's own name and in allowed words", () => {
    expect(quotes({ maxCapsWords: 0, allowedWords: ['Glowmax'] }, 'My GLOWMAX')).toEqual(['pass'])
    const own = guidelineOf([ruleOf('tone-of-voice', { maxCapsWords: 0 })], { brand: 'Lumora' })
    expect(assess(postOf('My LUMORA'), [own], paid).verdict).toBe('pass')
  })

  it('are lowered in the correction', () => {
    expect(fixed({ maxCapsWords: 0 }, 'BEST day EVER with NASA')).toBe('Best day ever with NASA')
    expect(fixed({ maxCapsWords: 0 }, 'Das ist WAHNSINN', 'de')).toBe('Das ist Wahnsinn')
  })
})

describe('swearing', () => {
  it.each([
    ['holy sh*t this couch', null, ['fail', 'sh*t']],
    ['fuuuuck yes', null, ['fail', 'fuuuuck']],
    ['f u c k it', null, ['fail', 'f u c k']],
    ['what the sh1t', null, ['fail', 'sh1t']],
    ['#HolyShit', null, ['fail', 'Shit']],
    ['So eine Scheiße', 'de', ['fail', 'Scheiße']],
    ['Das schmeckt beschissen', 'de', ['review', 'beschissen']],
    ['Putain, que c’est bon', 'fr', ['fail', 'Putain']],
    ['Qué mierda de día', 'es', ['fail', 'mierda']],
    ['Che cazzo di giornata', 'it', ['fail', 'cazzo']],
    ['Ten krem jest zajebisty i nie jest drogi', 'pl', ['review', 'zajebisty']],
    ['진짜 씨발', 'ko', ['fail', '씨발']],
    ['他妈的太好了', 'zh', ['fail', '他妈的']],
    ['Das ist fucking gut und nicht teuer', 'de', ['fail', 'fucking']],
    ['Damn good', null, ['review', 'Damn']],
    ['f*** this', null, ['review', 'f***']],
    ['What the #@$%! is this', null, ['review', '#@$%!']],
    ['🖕', null, ['fail', '🖕']],
    // Innocent words, names, other languages' everyday words.
    ['A classic bass line for the grassy terrace class', null, ['pass']],
    ['Shiitake soup in Scunthorpe, a cocktail for Dickens', null, ['pass']],
    ['Dick Van Dyke and Moby-Dick', null, ['pass']],
    ['A pussy willow and great tits at the feeder', null, ['pass']],
    ['Nude lipstick, chunky knit, sexy heels', null, ['pass']],
    ['Die Decke ist dick und hell und nicht teuer', 'de', ['pass']],
    ['Nu är det slut på det roliga', 'sv', ['pass']],
    ['Der var fart på og det er godt', 'da', ['pass']],
    ['La chatte dort sur le lit', 'fr', ['pass']],
    ['Un bicchiere con la pesca e non è male', 'it', ['pass']],
  ])('%j in %s', (text, lang, expected) => {
    expect(quotes({ noProfanity: true }, text, lang)).toEqual(expected)
  })

  it('is not what the brand itself allows', () => {
    expect(quotes({ noProfanity: true, allowedWords: ['damn'] }, 'Damn good')).toEqual(['pass'])
  })

  it('gives way to milder words', () => {
    expect(fixed({ noProfanity: true }, 'This is fucking good')).toBe('This is good')
    expect(fixed({ noProfanity: true }, 'Damn, that glow')).toBe('Wow, that glow')
    expect(fixed({ noProfanity: true }, 'Fucking love it')).toBe('Love it')
    expect(fixed({ noProfanity: true }, 'So eine Scheiße ist das nicht', 'de')).toBe('So eine Mist ist das nicht')
  })
})

describe('address', () => {
  it.each([
    ['formal', 'Hast du das schon probiert?', 'de', ['fail', 'du']],
    ['formal', 'Gönnt euch was!', 'de', ['fail', 'euch']],
    ['formal', 'Habt ihr das gesehen? Ich nicht', 'de', ['fail', 'ihr']],
    ['formal', 'Ich liebe ihr Lächeln und das ist gut', 'de', ['pass']],
    ['formal', 'Haben Sie das schon probiert?', 'de', ['pass']],
    ['informal', 'Haben Sie das schon probiert?', 'de', ['fail', 'Sie']],
    ['informal', 'Probieren Sie Ihr Glück', 'de', ['fail', 'Sie', 'Ihr']],
    ['informal', 'Sie ist meine beste Freundin', 'de', ['pass']],
    ['informal', 'Meine Oma? Sie hat es geliebt', 'de', ['pass']],
    ['informal', 'Sie haben es verdient, das ist klar', 'de', ['review', 'Sie']],
    ['informal', 'Ich mag, wie sie ist und was sie macht', 'de', ['pass']],
    ['informal', 'Habt Ihr das schon gesehen? Ich nicht', 'de', ['pass']],
    ['formal', 'Tu vas adorer, c’est pour toi', 'fr', ['fail', 'Tu', 'toi']],
    ['formal', "T'as vu ça ? C’est pour vous et pas cher", 'fr', ['fail', "T'as"]],
    ['formal', 'Le ton est chaud et la crème est douce', 'fr', ['pass']],
    ['informal', 'Vous allez adorer, c’est pour la peau', 'fr', ['fail', 'Vous']],
    ['informal', 'Salut à tous, vous allez adorer la crème', 'fr', ['review', 'vous']],
    ['formal', '¿Tú qué dices? Es para ti', 'es', ['fail', 'Tú', 'ti']],
    ['informal', '¿Y usted qué dice de la crema?', 'es', ['fail', 'usted']],
    ['informal', 'Dica a Lei, che non è male per la pelle', 'it', ['fail', 'Lei']],
    ['informal', 'Lei è mia sorella e non è qui', 'it', ['pass']],
    ['formal', 'Heb je dit al geprobeerd? Het is niet duur', 'nl', ['fail', 'je']],
    ['informal', 'Heeft u dit al geprobeerd? Het is niet duur', 'nl', ['fail', 'u']],
    ['formal', 'А ты уже пробовала?', 'ru', ['fail', 'ты']],
    ['formal', 'Sen de dene, çok iyi bir ürün', 'tr', ['fail', 'Sen']],
    ['formal', 'You will love it', 'en', ['pass']],
    ['formal', 'とても良いです', 'ja', ['not-checkable']],
  ])('%s: %j', (address, text, lang, expected) => {
    expect(quotes({ address }, text, lang)).toEqual(expected)
  })
})

describe('person', () => {
  it.each([
    ['singular', 'We love it and our cat does', ['fail', 'We', 'our']],
    ['plural', 'I love it', ['fail', 'I']],
    ['singular', 'I love it, my cat does', ['pass']],
  ])('%s: %j', (person, text, expected) => {
    expect(quotes({ person }, text, 'en')).toEqual(expected)
  })
})

describe('openers', () => {
  const bannedOpeners = ['Hey guys', 'Hi lovelies', 'Hallo ihr Lieben']
  it.each([
    ['Hey guys, look', ['fail', 'Hey guys']],
    ['✨ HEY, GUYS!! look', ['fail', 'HEY, GUYS']],
    ['Heyyyy guysss look', ['fail', 'Heyyyy guysss']],
    ['#ad Hey guys look', ['fail', 'Hey guys']],
    ['[Anzeige] Hallo ihr Lieben', ['fail', 'Hallo ihr Lieben']],
    ['Werbung | Hallo, ihr Lieben', ['fail', 'Hallo, ihr Lieben']],
    ['So I said: hey guys', ['pass']],
    ['Hey guysmith', ['pass']],
    ['Hey', ['pass']],
  ])('%j', (text, expected) => {
    expect(quotes({ bannedOpeners }, text)).toEqual(expected)
  })

  it('are taken off, with their comma', () => {
    expect(fixed({ bannedOpeners }, 'Hey guys, look at this')).toBe('Look at this')
    expect(fixed({ bannedOpeners }, '#ad Hey guys!! ✨ look #skin')).toBe('#ad Look #skin')
  })
})

describe('the tone of voice', () => {
  it('gives one finding per side that is asked for', () => {
    const rule = ruleOf('tone-of-voice', { maxExclamations: 2, maxEmoji: 1, noProfanity: true, address: 'formal' })
    const { findings } = assess(postOf('So good'), [guidelineOf([rule])], paid)
    const sides = new Set(findings.map(({ value }) => value))
    expect(sides).toEqual(new Set(['maxExclamations', 'maxEmoji', 'noProfanity', 'address']))
    expect(findings).toHaveLength(4)
  })

  it('is not called kept where the caption is cut', () => {
    expect(check({ maxEmoji: 1 }, 'So go', { textComplete: false })?.status).toBe('not-checkable')
    expect(check({ maxEmoji: 0 }, 'So 😍', { textComplete: false })?.status).toBe('fail')
  })

  it('quotes exactly, whatever the caption', () => {
    const params = { maxExclamations: 0, maxEmoji: 0, maxCapsWords: 0, noProfanity: true, bannedOpeners: ['hey'] }
    const piece = constantFrom(
      'sh*t ',
      'WOW!!',
      'LOUD ',
      '👩‍👩‍👧',
      'Du ',
      'Sie ',
      'ﬁ',
      '\ud83d',
      '\u200b',
      'e\u0301',
      'İ',
      'hey ',
    )
    assert(
      property(array(oneof(piece, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const rule = ruleOf('tone-of-voice', { ...params, address: 'formal' })
        for (const { reason, evidence } of assess(postOf(text, { lang: 'de' }), [guidelineOf([rule])], paid).findings) {
          expect(reason).not.toBe('quoteLost')
          for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
        }
      }),
    )
  })
})

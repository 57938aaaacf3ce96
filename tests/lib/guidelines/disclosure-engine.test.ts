import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../../lib/domain/open-finding.ts'
import { relationshipSchema } from '../../../lib/domain/partner.ts'
import type { Relationship } from '../../../lib/domain/partner.ts'
import { assess, isProven } from '../../../lib/guidelines/assess.ts'
import { jurisdictions } from '../../../lib/guidelines/disclosure/packs/index.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, postOf, ruleOf } from './fixtures.ts'

const CODES = jurisdictions.map(({ code }) => code)
const somewhere = fc.shuffledSubarray(CODES, { minLength: 1, maxLength: 4 })

function guidelineFor(codes: string[]) {
  return guidelineOf([ruleOf('disclosure', { jurisdictions: codes })], { brand: 'PotluckCo' })
}

function check(codes: string[], text: string, over: Partial<PostInput> = {}, relationship: Relationship = 'paid') {
  const guideline = guidelineOf([ruleOf('disclosure', { jurisdictions: codes })])
  const context = { jurisdiction: 'US', relationship, partnerId: null }
  const post = postOf(text, over)
  return { ...assess(post, [guideline], context), fixed: correct(post, [guideline], context).text }
}

/** What captions are made of, and what breaks careless readers of them. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'#ad|Werbung|Anzeige:|[REKLAMA]|#광고|광고 아님|【PR】|広告|自己PR|#إعلان|विज्ञापन|İŞBİRLİĞİ|reklam değil|#publi|keine Werbung'.split(
      '|',
    ),
    ...'|ad|^ad|🅰🅳|ᵃᵈ|#аd|#a\u200bd|@acme|#acmead|Sponsored by Acme|merci à @acme|제공받아 작성|商品の提供を受けて'.split(
      ' ',
    ),
    '\ud800',
    '\udc00',
    '\u200d',
    '👩‍👩‍👧',
    '\n',
    ' ',
    ', ',
    'é\u0301',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const caption = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
const relationship = fc.constantFrom(
  ...(relationshipSchema.def.entries ? Object.values(relationshipSchema.def.entries) : []),
)

describe('every disclosure finding', () => {
  it('quotes exactly what stands in the text, or says where it looked, whatever the text', () => {
    fc.assert(
      fc.property(somewhere, caption, caption, caption, relationship, (codes, text, firstComment, bio, tie) => {
        const post = postOf(text, { firstComment, bio, labelText: 'Paid partnership with Acme' })
        const { findings } = assess(post, [guidelineFor(codes)], {
          jurisdiction: 'US',
          relationship: tie,
          partnerId: null,
        })
        for (const finding of findings) {
          expect(finding.reason).not.toBe('quoteLost')
          expect(isProven(post, finding)).toBe(true)
          const ours = finding.evidence.filter(({ field }) => field === 'text')
          expect(ours.map(({ start, end }) => text.slice(start, end))).toEqual(ours.map(({ quote }) => quote))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('names an authority, a document and a date', () => {
    fc.assert(
      fc.property(somewhere, caption, relationship, (codes, text, tie) => {
        const { findings } = assess(postOf(text), [guidelineFor(codes)], {
          jurisdiction: 'US',
          relationship: tie,
          partnerId: null,
        })
        for (const { source } of findings) {
          expect(source).toMatchObject({ type: 'law', authority: /./, document: /./, since: /^\d{4}/ })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('several jurisdictions at once', () => {
  it('are each told, by their own authority, the worst first', () => {
    const { findings, verdict } = check(
      ['US', 'DE', 'JP'],
      'Zwei Wochen mit dem Brot von @acme, und es ist noch gut #ad',
      { lang: 'de' },
    )
    const told = findings
      .filter(({ weight }) => weight === 'must')
      .map(({ value, status, source }) => [value, status, source])
    expect(told).toMatchObject([
      ['DE', 'ambiguous', { jurisdiction: 'DE' }],
      ['JP', 'ambiguous', { jurisdiction: 'JP' }],
      ['US', 'clear', { jurisdiction: 'US' }],
    ])
    expect(verdict).toBe('review')
  })

  it('say once what they say alike', () => {
    const { findings } = check(['US', 'GB', 'CA'], '#ad not an ad @acme')
    expect(findings.filter(({ note }) => note === 'contradiction')).toHaveLength(1)
  })

  it('are satisfied by one correction with the labels of all', () => {
    const text = 'Two weeks with the bread of @acme and it is still good'
    const { fixed } = check(['GB', 'DE'], text)
    expect(fixed).toBe(`#ad #Werbung ${text}`)
    const again = check(['GB', 'DE'], fixed).findings
    expect(again.filter((finding) => isOpen(finding) && finding.weight === 'must')).toEqual([])
  })

  it('of which one is not built in say so for that one alone', () => {
    const { findings } = check(['US', 'ZZ'], '#ad @acme')
    expect(findings.map(({ status, value }) => [value, status])).toEqual([
      ['ZZ', 'not-checkable'],
      ['US', 'clear'],
    ])
  })

  it('still read the one jurisdiction of rules stored before', () => {
    const guideline = guidelineOf([ruleOf('disclosure', { jurisdiction: 'DE' })])
    const context = { jurisdiction: 'US', relationship: 'paid' as const, partnerId: null }
    expect(assess(postOf('#ad'), [guideline], context).findings[0]).toMatchObject({
      status: 'ambiguous',
      source: { jurisdiction: 'DE' },
    })
  })
})

describe('a correction', () => {
  it.each([
    [
      'moves a buried tag up instead of adding a second',
      'US',
      'soup #broth #stock #noodles #ad #yum',
      '#ad soup #broth #stock #noodles #yum',
    ],
    ['replaces a vague tag where it stands', 'US', 'soup again #spon @acme', 'soup again #ad @acme'],
    [
      'puts it at the start where the rule wants it there',
      'PL',
      'Buty w błocie #ad @acme',
      '[REKLAMA] Buty w błocie @acme',
    ],
    [
      'keeps a tag that the sentence needs',
      'US',
      'So happy about my #collab with @acme',
      'So happy about my #ad with @acme',
    ],
    [
      'takes out a denial and nothing else',
      'US',
      'I love this soup (not sponsored). Bowls by @acme',
      '#ad I love this soup. Bowls by @acme',
    ],
    ['leaves thanks as they are', 'GB', 'Thanks to @acme for the soup', '#ad Thanks to @acme for the soup'],
    ['writes look-alike letters plainly', 'US', '#аd soup @acme', '#ad soup @acme'],
    ['keeps the delimiter that is there', 'FI', 'Kaupallinen yhteistyö: keitto @acme', 'Mainos: keitto @acme'],
    ['leaves no empty line', 'KR', '아침 커피가 달라졌다\n#광고', '#광고 아침 커피가 달라졌다'],
  ])('%s', (_, code, text, corrected) => {
    expect(check([code], text, { lang: { PL: 'pl', FI: 'fi', KR: 'ko' }[code] ?? 'en' }).fixed).toBe(corrected)
  })

  it.each([
    ['GB', '#ad gifted | Look what came'],
    ['IE', '#Gifted Look what came'],
    ['CA', '#Gifted Look what came'],
    ['PL', '#prezent Look what came'],
    ['IN', 'Free gift | Look what came'],
  ])('of a gift in %s names the gift', (code, corrected) => {
    expect(check([code], 'Look what came', {}, 'gift').fixed).toBe(corrected)
  })
})

/** The advice of a check, as `note reason`. */
const notes = (code: string, text: string, over: Partial<PostInput> = {}) =>
  check([code], text, over).findings.flatMap(({ note, weight, reason }) =>
    weight === 'prefer' ? [`${note} ${reason}`] : [],
  )

describe('duties beside the label', () => {
  it('are told as advice, with their own document', () => {
    const { findings, verdict } = check(['FR'], 'Publicité. Photo retouchée avec @acme', { lang: 'fr' })
    expect(findings.find(({ note }) => note === 'retouched')).toMatchObject({
      weight: 'prefer',
      evidence: [{ quote: 'Photo retouchée' }],
      source: { authority: 'DGCCRF' },
    })
    expect(verdict).toBe('pass')
    expect(notes('FR', 'Publicité. Photo retouchée avec @acme. Images retouchées.', { lang: 'fr' })).toEqual([])
  })

  it('know the marks, registers and sponsors of a country', () => {
    expect(notes('NO', 'Reklame for @acme, bildet er redigert', { lang: 'no' })).toEqual([
      'retouched dutyRetouchedMark',
    ])
    expect(notes('IN', '#ad @acme', { bio: 'Your favourite virtual influencer' })).toEqual(['virtual dutyVirtual'])
    expect(notes('AE', '#إعلان @acme', { lang: 'ar' })).toEqual(['profile dutyProfileUnseen'])
    expect(notes('AE', '#إعلان @acme', { lang: 'ar', bio: 'Coffee. Permit 123456' })).toEqual([])
    expect(notes('IT', '#adv @acme', { lang: 'it', bio: 'Caffè e basta' })).toEqual(['profile dutyProfile'])
    expect(notes('IT', '#adv @acme', { lang: 'it' })).toEqual([])
    expect(notes('TR', '#reklam sabah kahvem', { lang: 'tr' })).toEqual(['sponsor dutySponsor'])
    expect(notes('TR', '#reklam sabah kahvem @acme', { lang: 'tr' })).toEqual([])
  })
})

describe('a video', () => {
  it.each(CODES)('in %s is never said to be clear without saying that sound and picture were not checked', (code) => {
    const text = code === 'EU' ? '#ad @acme' : check([code], 'soup @acme').fixed
    const { findings } = check([code], text, { platform: 'tiktok', lang: code === 'EU' ? 'en' : null })
    expect(findings.map(({ status, note }) => `${status} ${note ?? ''}`)).toContain('not-checkable on-screen')
  })
})

describe('what only a part of a caption or of a profile says', () => {
  it('is read as such', () => {
    const bio = check(['US'], 'soup', { bio: 'Cook. #ad' }).findings[0]
    expect(bio).toMatchObject({
      status: 'missing',
      reason: 'disclosureBioOnly',
      evidence: [{ field: 'bio', quote: '#ad' }],
    })
    const seen = check(['DE'], 'Suppe am Abend. Werbung.', { lang: 'de' }).findings
    expect(seen.map(({ status, note }) => [status, note])).toEqual([
      ['clear', undefined],
      ['review', 'not-first'],
    ])
  })

  it('of a gift may say that nobody paid, which is advice and no failure', () => {
    const { findings, verdict } = check(['US'], 'Not sponsored, but Acme sent me this soup', {}, 'gift')
    expect(findings.find(({ note }) => note === 'contradiction')).toMatchObject({ status: 'review', weight: 'prefer' })
    expect(verdict).toBe('pass')
  })

  it('of a creator without any deal may deny advertising, which fits', () => {
    const { findings, verdict } = check(['US'], 'my own soup #notanad', {}, 'none')
    expect(findings.map(({ status }) => status).toSorted()).toEqual(['not-needed', 'pass'])
    expect(verdict).toBe('pass')
  })
})

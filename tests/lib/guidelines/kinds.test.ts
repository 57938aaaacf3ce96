import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import { kinds } from '../../../lib/guidelines/kinds/index.ts'
import { reasonCodes } from '../../../lib/guidelines/reasons.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (kind: string, params: Record<string, unknown>, text: string, over = {}) => {
  const { findings } = assess(postOf(text, over), [guidelineOf([ruleOf(kind, params)])], paid)
  return findings[0]
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the rule kind %s', (id, kind) => {
  it('has examples that say what it does', () => {
    expect(kind.examples.length).toBeGreaterThanOrEqual(3)
    expect(new Set(kind.examples.map(({ status }) => status)).size).toBeGreaterThanOrEqual(2)
  })

  it.each(kind.examples.map((example) => [example.text, example] as const))('does it: %j', (_, example) => {
    const platform = example.platform === undefined ? {} : { platform: example.platform }
    const post = postOf(example.text, { ...platform, ...example.post })
    const rule = ruleOf(id, example.params as Record<string, unknown>)
    const context = { ...paid, relationship: example.relationship ?? 'paid', history: example.history ?? null }
    const main = assess(post, [guidelineOf([rule])], context).findings.find(
      ({ weight, note }) => weight === 'must' && note !== 'contradiction',
    )
    expect(main).toMatchObject({ status: example.status })
    expect(main?.evidence[0]?.quote).toBe(example.quote)
    expect(kind.reasons).toContain(main?.reason)
    expect(reasonCodes).toContain(main?.reason)
  })

  it('names fields that its parameters have, and refuses parameters that are none', () => {
    const good = kind.examples.find(({ params }) => params !== undefined)?.params as Record<string, unknown>
    for (const field of kind.fields) {
      expect(kind.params.safeParse({ ...good, [field.name]: { not: 'this' } }).success).toBe(false)
    }
  })
})

describe('a required hashtag', () => {
  it.each([
    ['#acme', 'pass', '#acme', undefined],
    ['so soft #Acmes', 'fail', '#Acmes', 'near-miss'],
    ['so soft #Acmee', 'fail', '#Acmee', 'near-miss'],
    ['so soft #Аcme', 'fail', '#Аcme', 'near-miss'],
    ['so soft #Ac\u200bme', 'fail', '#Ac\u200bme', 'near-miss'],
    ['so soft #Ácme', 'fail', '#Ácme', 'near-miss'],
    ['so soft #A_c_m_e', 'fail', '#A_c_m_e', 'near-miss'],
    ['#GlowUpWithAcme', 'fail', '#GlowUpWithAcme', 'near-miss'],
    ['#GlowUpWithAcme #ACNE', 'fail', '#ACNE', 'near-miss'],
    ['#acne', 'fail', '#acne', 'near-miss'],
    ['#beta', 'fail', undefined, undefined],
    ['soft.#Acme', 'review', '#Acme', undefined],
    ['soft.#Acme #Acme', 'pass', '#Acme', undefined],
    ['＃ＡＣＭＥ', 'pass', '＃ＡＣＭＥ', undefined],
  ])('#Acme in %j: %s', (text, status, quote, note) => {
    const finding = check('required-hashtag', { tag: '#Acme' }, text)
    expect(finding?.evidence[0]?.quote).toBe(quote)
    expect(finding).toMatchObject({ status, value: '#Acme' })
    expect(finding?.note).toBe(note)
  })

  it('counts accents, but not how they are written', () => {
    expect(check('required-hashtag', { tag: '#CaféAcme' }, '#Cafe\u0301Acme')).toMatchObject({ status: 'pass' })
    expect(check('required-hashtag', { tag: '#CaféAcme' }, '#CafeAcme')).toMatchObject({ status: 'fail' })
  })

  it('in the first comment only is a failure that is quoted there', () => {
    const finding = check('required-hashtag', { tag: '#Acme' }, 'so soft', { firstComment: 'and #acme' })
    expect(finding).toMatchObject({
      status: 'fail',
      note: 'comment-only',
      evidence: [{ field: 'comment', start: 4, end: 9, quote: '#acme' }],
    })
  })

  it('that only the site links passes, with the link as its words', () => {
    const finding = check('required-hashtag', { tag: '#Acme' }, 'so soft', { hashtags: ['acme'] })
    expect(finding).toMatchObject({ status: 'pass', evidence: [{ field: 'link', quote: 'acme' }] })
  })

  it('is not called missing where the caption is cut', () => {
    const finding = check('required-hashtag', { tag: '#Acme' }, 'so sof', { textComplete: false })
    expect(finding).toMatchObject({ status: 'not-checkable', reason: 'captionCut' })
    expect(check('required-hashtag', { tag: '#Acme' }, '#acme so sof', { textComplete: false })?.status).toBe('pass')
  })
})

describe('a required mention', () => {
  it.each([
    ['instagram', 'by @Acme.', 'pass', '@Acme'],
    ['instagram', 'by @acme_official', 'fail', '@acme_official'],
    ['instagram', 'by @acmee', 'fail', '@acmee'],
    ['instagram', 'by @аcme', 'fail', '@аcme'],
    ['instagram', 'hello@acme.com', 'fail', undefined],
    ['instagram', 'by Acme', 'fail', undefined],
    ['x', 'by @acme.beauty', 'pass', '@acme'],
    ['tiktok', 'https://tiktok.com/@acme', 'fail', undefined],
  ])('@acme on %s in %j: %s', (platform, text, status, quote) => {
    const finding = check('required-mention', { handle: '@acme' }, text, { platform })
    expect(finding).toMatchObject({ status, value: '@acme' })
    expect(finding?.evidence[0]?.quote).toBe(quote)
  })

  it('on a federated site is a question while the server is not known, and settled by the link', () => {
    const params = { handle: '@acme@brand.social' }
    const over = { platform: 'mastodon' }
    expect(check('required-mention', params, 'by @acme', over)?.status).toBe('review')
    const linked = { ...over, mentions: ['acme@brand.social'] }
    expect(check('required-mention', params, 'by @acme', linked)).toMatchObject({
      status: 'pass',
      evidence: [{ field: 'text', quote: '@acme' }],
    })
  })

  it('as a tag on the picture is a question unless the guideline says that it counts', () => {
    const over = { tagged: ['acme'] }
    expect(check('required-mention', { handle: '@acme' }, 'so soft', over)?.status).toBe('review')
    expect(check('required-mention', { handle: '@acme', tagCounts: true }, 'so soft', over)?.status).toBe('pass')
  })
})

describe('a banned phrase', () => {
  it('quotes the whole hashtag it hides in', () => {
    expect(check('banned-phrase', { phrases: ['cheap'] }, 'finds #CheapThrills!')?.evidence).toEqual([
      { field: 'text', start: 6, end: 19, quote: '#CheapThrills' },
    ])
  })

  it('quotes exactly after emoji and combining accents', () => {
    const text = '👩‍👩‍👧‍👦 cafe\u0301 ❤️ so ch3ap'
    const [quote] = check('banned-phrase', { phrases: ['cheap'] }, text)?.evidence ?? []
    expect(quote).toEqual({ field: 'text', start: text.indexOf('ch3ap'), end: text.length, quote: 'ch3ap' })
  })

  it('is not found in "classic button" for "ass" and "butt"', () => {
    for (const phrase of ['ass', 'butt']) {
      expect(check('banned-phrase', { phrases: [phrase] }, 'A classic button')).toMatchObject({
        status: 'pass',
        evidence: [],
      })
    }
  })

  it('of the first version, with one phrase, is read as ever', () => {
    expect(check('banned-phrase', { phrase: 'cheap' }, 'so cheap')).toMatchObject({ status: 'fail', value: 'cheap' })
  })

  it('leaves out the phrases it is allowed in', () => {
    const params = { phrases: ['god'], except: ['oh my god'] }
    expect(check('banned-phrase', params, 'Oh my god!')?.status).toBe('pass')
    expect(check('banned-phrase', params, 'Oh my god, thank god')?.evidence).toMatchObject([{ start: 17, end: 20 }])
  })

  it('may be a list: each that occurs is a finding of its own, in the order of the caption', () => {
    const params = { phrases: ['dupe', 'cheap', 'last chance', 'CHEAP', ' '] }
    const { findings } = assess(
      postOf('Cheaper than #LastChance, so cheap'),
      [guidelineOf([ruleOf('banned-phrase', params)])],
      paid,
    )
    expect(findings).toMatchObject([
      { value: 'cheap', evidence: [{ quote: 'Cheaper' }, { quote: 'cheap' }] },
      { value: 'last chance', evidence: [{ quote: '#LastChance' }] },
    ])
    expect(check('banned-phrase', params, 'so soft')).toMatchObject({
      status: 'pass',
      reason: 'bannedAllAbsent',
      values: ['3'],
      value: 'dupe, cheap, last chance',
      searched: { terms: ['dupe', 'cheap', 'last chance'] },
    })
  })

  it('that is one of very many found is told in a word, after the first fifty', () => {
    const phrases = Array.from({ length: 60 }, (_, i) => `word${i}x`)
    const { findings } = assess(postOf(phrases.join(' ')), [guidelineOf([ruleOf('banned-phrase', { phrases })])], paid)
    expect(findings).toHaveLength(51)
    expect(findings.at(-1)).toMatchObject({ reason: 'bannedMore', values: ['10'], evidence: { length: 10 } })
  })

  it('is not excused by a negation', () => {
    expect(check('banned-phrase', { phrases: ['cheap'] }, 'not cheap at all')?.status).toBe('fail')
  })

  it('cannot be cleared by a caption that is cut, but can be found in it', () => {
    const over = { textComplete: false }
    expect(check('banned-phrase', { phrases: ['cheap'] }, 'so nic', over)?.status).toBe('not-checkable')
    expect(check('banned-phrase', { phrases: ['cheap'] }, 'so cheap and nic', over)?.status).toBe('fail')
  })
})

import { describe, expect, it } from 'vitest'
import type { Relationship } from '../../../lib/domain/partner.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { foldOf } from '../../../lib/guidelines/disclosure/platforms.ts'
import { jurisdictions, packOf } from '../../../lib/guidelines/disclosure/packs/index.ts'
import { guidelineOf, postOf, ruleOf } from './fixtures.ts'

function check(relationship: Relationship | null, text: string, over: Partial<PostInput> = {}, params = {}) {
  const context = { jurisdiction: 'US', relationship, partnerId: null }
  const { findings } = assess(postOf(text, over), [guidelineOf([ruleOf('disclosure', params)])], context)
  const main = findings.find(({ note, weight }) => weight === 'must' && note !== 'contradiction') ?? findings[0]
  return { main, notes: findings.filter((finding) => finding !== main).map(({ note }) => note), findings }
}

const LONG =
  'Long run along the canal, headwind both ways, and my legs have started a group chat to complain about all of it. '.repeat(
    2,
  )

describe('a paid post is clearly disclosed by', () => {
  it.each([
    ['#ad', '#ad so soft'],
    ['#AD', 'so soft #AD'],
    ['Ad', 'Ad: so soft'],
    ['AD', 'AD 💅 so soft'],
    ['ad', '✨ad✨ so soft'],
    ['ad - made with @glowlab', 'So soft. ad - made with @glowlab'],
    ['[Ad]', '[Ad] so soft'],
    ['(ad)', 'so soft (ad)'],
    ['Ad', 'Ad @glowlab so soft'],
    ['Ad', 'Ad for @glowlab'],
    ['Ad', 'So soft!\nAd'],
    ['Advertisement', 'Advertisement | so soft'],
    ['#PaidPartnership', '#PaidPartnership so soft'],
    ['Sponsored by @glowlab', 'Sponsored by @glowlab ⚡️ so soft'],
    ['Paid partnership with Trail Foods', 'Paid partnership with Trail Foods — so soft'],
    ['This clip is sponsored by GlowLab', 'Hi! This clip is sponsored by GlowLab.'],
    ['#GlowLabAmbassador', '#GlowLabAmbassador so soft'],
    ['#glowlabpartner', '#glowlabpartner so soft @glowlab'],
    ['#publicidad', '#publicidad Qué suave @glowlab'],
    ['＃ａｄ', '＃ａｄ so soft'],
    ['#a\u200bd', '#a\u200bd so soft'],
    ['#ad', 'love it #ad #soft #skin #serum'],
  ])('%j in %j', (quote, text) => {
    const { main } = check('paid', text)
    expect(main).toMatchObject({ status: 'clear', evidence: [{ field: 'text', quote }] })
  })
})

describe('a paid post is vaguely disclosed by', () => {
  it.each([
    ['#spon', 'so soft #spon', 'disclosureVague'],
    ['#sp', 'so soft #sp', 'disclosureVague'],
    ['Thanks @glowlab', 'Thanks @glowlab for the serum', 'disclosureVague'],
    ['Thanks to GlowLab', 'Thanks to GlowLab for the serum', 'disclosureVague'],
    ['#fitnessambassador', 'so soft #fitnessambassador', 'disclosureVague'],
    ['#glowlabad', 'so soft #glowlabad @glowlab', 'disclosureRunTogether'],
    ['🅰🅳', '🅰🅳 lazy Sunday', 'disclosureIllegible'],
    ['ᵃᵈ', 'ᵃᵈ so soft', 'disclosureIllegible'],
    ['|ad', 'so soft |ad', 'disclosureIllegible'],
    ['^ad', '^ad so soft', 'disclosureIllegible'],
    ['Werbung', 'Werbung | so soft and so warm, what is not to like', 'disclosureOtherLanguage'],
  ])('%j in %j', (quote, text, reason) => {
    const { main } = check('paid', text)
    expect(main).toMatchObject({ status: 'ambiguous', reason, evidence: [{ quote }] })
  })
})

describe('a paid post is not disclosed by', () => {
  it.each([
    'so soft',
    'Adorable adventure, #advent #adhd #adulting #adidas',
    'Ad-free listening is the best',
    'AD 79 was a rough year for Pompeii',
    'Ad astra, ad hoc',
    'I saw the ad on TV and laughed. They call it "ad" too',
    'My partner and I painted the hall',
    'NEW SQUAT PR 🎉 100 kg',
    'We are hiring for our PR team!',
    'My sponsored child wrote back',
    'Thank you mom for the cake. THANK YOU ALL',
    'Not an #ad, I just like it',
    'GlowLab sent me this serum',
    '#clientlove #partnerincrime',
  ])('%j', (text) => {
    const { main } = check('paid', text)
    expect(main).toMatchObject({ status: 'missing', evidence: [], searched: { field: 'text', chars: text.length } })
  })
})

describe('other relationships', () => {
  it.each([
    ['gift', 'GlowLab sent me this whole box for free, so keep that in mind.', 'clear'],
    ['gift', 'Thanks to GlowLab for the free serum!', 'clear'],
    ['gift', 'so soft #gifted', 'ambiguous'],
    ['affiliate', 'I earn a small commission when you use my link', 'clear'],
    ['affiliate', 'so soft, affiliate link in bio', 'ambiguous'],
    ['employee', 'I work at GlowLab and we are proud of this one', 'clear'],
    ['employee', 'so soft #employee', 'ambiguous'],
    ['event', 'GlowLab paid for my trip', 'clear'],
    ['own-brand', 'My own brand is finally here', 'clear'],
    ['own-brand', 'The new range is live', 'missing'],
    ['none', 'a #collab two years in the making', 'not-needed'],
  ] as const)('%s: %j is %s', (relationship, text, status) => {
    expect(check(relationship, text).main?.status).toBe(status)
  })

  it('none, with a caption that says "ad", is worth a look and blocks nothing', () => {
    const { main, notes, findings } = check('none', '#ad for my cat')
    expect(main?.status).toBe('not-needed')
    expect(notes).toEqual(['unexpected'])
    expect(findings.find(({ note }) => note === 'unexpected')?.weight).toBe('prefer')
  })

  it('unknown says so instead of calling a stranger undisclosed', () => {
    expect(check(null, 'so soft').main).toMatchObject({
      status: 'not-checkable',
      reason: 'relationshipUnknown',
      weight: 'prefer',
    })
    expect(check(null, '#ad so soft').main?.status).toBe('clear')
  })
})

describe('placement', () => {
  it('loses what comes after "more": by the page’s own cut first, else by the site’s fallback', () => {
    expect(check('paid', `${LONG}#ad`).main).toMatchObject({ status: 'buried', reason: 'disclosureBuriedFold' })
    expect(check('paid', `${LONG}#ad`, { visibleText: `${LONG}#ad` }).main?.status).toBe('clear')
    expect(check('paid', 'so soft #ad', { visibleText: 'so soft… more' }).main?.status).toBe('buried')
    expect(check('paid', `${LONG}#ad`, { platform: 'facebook' }).main?.status).toBe('clear')
  })

  it('counts the fold from the first character of the term', () => {
    const at = [124, 125].map((start) => check('paid', `${'x'.repeat(start - 1)} #ad`).main?.status)
    expect(at).toEqual(['clear', 'buried'])
  })

  it('takes three lines on sites that cut by lines, and all of them elsewhere', () => {
    const text = 'one\ntwo\nthree\n#ad'
    expect(check('paid', text).main?.status).toBe('buried')
    expect(check('paid', text, { platform: 'x' }).main?.status).toBe('clear')
  })

  it('loses the fourth and later tag of a block of four and more', () => {
    expect(check('paid', 'hi #a1a #b1b #c1c #ad').main).toMatchObject({
      status: 'buried',
      reason: 'disclosureBuriedBlock',
    })
    expect(check('paid', 'hi #a1a #b1b . 🌿 @glowlab #ad').main?.status).toBe('buried')
    expect(check('paid', 'hi #a1a #b1b #ad #c1c').main?.status).toBe('clear')
    expect(check('paid', 'hi #a1a #b1b #c1c and #ad').main?.status).toBe('clear')
  })

  it('knows nothing of what a cut caption does not show', () => {
    const cut = { textComplete: false }
    expect(check('paid', 'so sof', cut).main).toMatchObject({ status: 'not-checkable', reason: 'captionCut' })
    expect(check('paid', `#ad ${LONG}`, cut).main?.status).toBe('clear')
    expect(check('paid', 'so sof', { ...cut, labels: ['paid-partnership'] }).main?.status).toBe('not-checkable')
  })

  it('ignores a visible text that is not the beginning of this caption', () => {
    expect(foldOf({ text: 'so soft', visibleText: 'another post', platform: 'x' }, null)).toBe(280)
    expect(foldOf({ text: 'so  soft\n and warm', visibleText: 'so soft and…', platform: 'x' }, null)).toBe(13)
  })
})

describe('beside the caption', () => {
  it('the platform’s label alone is weak, unless the brand accepts it', () => {
    const over = { labels: ['paid-partnership' as const] }
    const { main } = check('paid', 'so soft', over)
    expect(main).toMatchObject({
      status: 'ambiguous',
      note: 'label-only',
      evidence: [{ field: 'label', quote: 'paid-partnership' }],
    })
    expect(check('paid', 'so soft', over, { acceptPlatformLabel: true }).main?.status).toBe('clear')
  })

  it('a disclosure in the first comment is quoted there and still missing', () => {
    const { main } = check('paid', 'so soft', { firstComment: 'oh, and #ad' })
    expect(main).toMatchObject({
      status: 'missing',
      reason: 'disclosureCommentOnly',
      evidence: [{ field: 'comment', quote: '#ad' }],
    })
  })

  it('a denial contradicts the relationship and fails the post', () => {
    const { main, findings } = check('paid', '#ad so soft #notsponsored')
    expect(main?.status).toBe('clear')
    expect(findings.find(({ note }) => note === 'contradiction')).toMatchObject({
      status: 'fail',
      weight: 'must',
      evidence: [{ quote: '#notsponsored' }],
    })
    expect(check('paid', 'No ads in this app!').notes).toEqual([])
    expect(check('paid', 'This isn’t just an ad').notes).toEqual([])
  })

  it('look-alike letters, a vague extra and the unseen video are said as advice', () => {
    expect(check('paid', '#аd so soft @glowlab').notes).toEqual(['look-alike'])
    expect(check('paid', '#ad so soft @glowlab #spon').notes).toEqual(['vague-too'])
    expect(check('paid', '#ad @glowlab', { platform: 'tiktok' }).notes).toEqual(['on-screen'])
    expect(check('paid', '#ad @glowlab', { url: 'https://www.instagram.com/reel/AAA/' }).notes).toEqual(['on-screen'])
  })

  it('a label and a text that name different brands are worth a look', () => {
    const { notes } = check('paid', 'Sponsored by @peakfuel today', { labelText: 'Paid partnership with GlowLab' })
    expect(notes).toEqual(['other-brand'])
    expect(check('paid', 'Sponsored by @glow.lab', { labelText: 'Paid partnership with GlowLab' }).notes).toEqual([])
  })
})

describe('the packs', () => {
  it.each(jurisdictions.map(({ code }) => [code]))('%s names an authority for every term', (code) => {
    const pack = packOf(code)
    const groups = [...(pack?.accepted ?? []), ...(pack?.ambiguous ?? [])]
    expect(groups.length > 0 || code === 'EU').toBe(true)
    expect(pack?.authorities[pack.rule]).toBeDefined()
    expect(groups.map(({ source }) => source).filter((source) => !pack?.authorities[source])).toEqual([])
    for (const { since } of Object.values(pack?.authorities ?? {})) expect(since).toMatch(/^\d{4}(?:-\d{2}){0,2}$/)
  })

  it('of a jurisdiction not built in give no verdict', () => {
    const context = { jurisdiction: 'ZZ', relationship: 'paid' as const, partnerId: null }
    const { findings } = assess(postOf('#ad'), [guidelineOf([ruleOf('disclosure')])], context)
    expect(findings).toMatchObject([{ status: 'not-checkable', reason: 'jurisdictionUnknown', values: ['ZZ'] }])
  })
})

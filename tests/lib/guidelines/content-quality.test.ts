import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CreatorHistory, PastPost } from '../../../lib/guidelines/define.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

interface Around {
  over?: Partial<PostInput>
  history?: CreatorHistory
}

function check(kind: string, params: Record<string, unknown>, text: string, { over = {}, history }: Around = {}) {
  const context = { ...paid, history: history ?? null }
  const { findings } = assess(postOf(text, over), [guidelineOf([ruleOf(kind, params)])], context)
  return findings[0]
}

const quality = (params: Record<string, unknown>, text: string, around: Around = {}) =>
  check('content-quality', params, text, around)

const quoted = (params: Record<string, unknown>, text: string, around: Around = {}) => {
  const finding = quality(params, text, around)
  return [finding?.status, ...(finding?.evidence.map(({ quote }) => quote) ?? [])]
}

const fixed = (params: Record<string, unknown>, text: string) =>
  correct(postOf(text), [guidelineOf([ruleOf('content-quality', params)])], paid).text

const past = (id: string, text: string, over: Partial<PastPost> = {}): PastPost => ({
  id,
  text,
  at: '2026-03-01T00:00:00.000Z',
  sponsored: true,
  engagementRate: null,
  ...over,
})

/** Posts with these engagement rates, newest first. */
const posts = (...rates: (number | null)[]) => ({
  earlier: rates.map((engagementRate, at) => past(`x:${at}`, `Post ${at}`, { engagementRate })),
  others: [],
})

/** So many of all posts are sponsored; of more nobody knows. */
const feed = (sponsored: number, all: number, unknown = 0) => ({
  earlier: Array.from({ length: all + unknown }, (_, at) =>
    past(`x:${at}`, `Post ${at}`, { sponsored: at >= all ? null : at < sponsored }),
  ),
  others: [],
})

describe('leftovers of a brief', () => {
  it.each([
    ['So soft [INSERT LINK] #calm', '[INSERT LINK]'],
    ['So soft (insert your code here)', '(insert your code here)'],
    ['Hi {{first_name}}, so soft', '{{first_name}}'],
    ['Caption: So soft', 'Caption:'],
    ['So soft\nHashtags: #calm', 'Hashtags:'],
    ['Option 2: So soft', 'Option 2:'],
    ['Use code XXXX for a treat', 'code XXXX'],
    ['Love @yourbrandhandle', '@yourbrandhandle'],
    ["Sure! Here's a caption for your post: So soft", "Sure! Here's a caption for your post:"],
    ['As an AI language model I find it soft', 'As an AI language model'],
    ['So weich [LINK EINFÜGEN]', '[LINK EINFÜGEN]'],
    ['Si doux [insérer le lien]', '[insérer le lien]'],
    ['Tan suave [INSERTAR ENLACE]', '[INSERTAR ENLACE]'],
    ['Bildunterschrift: So weich', 'Bildunterschrift:'],
  ])('%j', (text, quote) => {
    expect(quoted({ checks: ['leftovers'] }, text)).toEqual(['fail', quote])
  })

  it.each([
    '[Ad] So soft',
    '[Werbung] So weich',
    'So soft (finally!)',
    'My caption game is weak today',
    'Two options: soft or softer',
    'The code is LUMO10',
    '【PR】とても良い',
    'I have to insert a coin here',
  ])('are not in %j', (text) => {
    expect(quality({ checks: ['leftovers'] }, text)?.status).toBe('pass')
  })

  it('are taken out by the correction', () => {
    expect(fixed({ checks: ['leftovers'] }, 'Caption: So soft [INSERT LINK] [YOUR CODE] today')).toBe('So soft today')
  })
})

describe('hashtags', () => {
  it('are counted against what the site takes, or the rule', () => {
    const six = '#aa #bb #cc #dd #ee #ff'
    expect(quoted({ checks: ['hashtagLimit'] }, six)).toEqual(['fail', '#ff'])
    expect(quality({ checks: ['hashtagLimit'] }, six, { over: { platform: 'tiktok' } })).toBeUndefined()
    expect(quoted({ maxHashtags: 2 }, six, { over: { platform: 'tiktok' } })).toEqual([
      'fail',
      '#cc',
      '#dd',
      '#ee',
      '#ff',
    ])
    expect(fixed({ maxHashtags: 2 }, `So soft\n\n${six}`)).toBe('So soft\n\n#aa #bb')
  })

  it.each([
    ['so soft # calm', '# calm', 'so soft #calm'],
    ['so soft #glow-up today', '#glow-up', 'so soft #glowup today'],
    ['so soft #ca\u200blm', '#ca\u200blm', 'so soft #calm'],
    ['by @ lumo_skin', '@ lumo_skin', 'by @lumo_skin'],
  ])('that do not link are a question: %j', (text, quote, correction) => {
    expect(quoted({ checks: ['brokenTags'] }, text)).toEqual(['review', quote])
    expect(fixed({ checks: ['brokenTags'] }, text)).toBe(correction)
  })

  it.each(['so soft #calm', 'my #1 serum', 'see you @ home', 'C# is a language', '#glow - up'])(
    'are whole in %j',
    (text) => {
      expect(quality({ checks: ['brokenTags'] }, text)?.status).toBe('pass')
    },
  )
})

describe('the length', () => {
  it('counts what people see as characters', () => {
    expect(quality({ maxLength: 3 }, '👩‍👩‍👧‍👦é!')?.status).toBe('pass')
    expect(quoted({ maxLength: 3 }, '👩‍👩‍👧‍👦é! more')).toEqual(['fail', 'more'])
    expect(quality({ minLength: 10 }, 'So soft')).toMatchObject({ status: 'fail', values: ['7', '10'] })
    expect(quality({ minLength: 10 }, 'So s', { over: { textComplete: false } })?.status).toBe('not-checkable')
  })
})

describe('alternative texts', () => {
  it('are missed where the page shows pictures without', () => {
    const params = { checks: ['altText'] }
    expect(quality(params, 'x')?.status).toBe('not-checkable')
    expect(quality(params, 'x', { over: { altTexts: ['A serum on a shelf'] } })?.status).toBe('pass')
    expect(quality(params, 'x', { over: { altTexts: ['A serum', ' '] } })).toMatchObject({
      status: 'fail',
      values: ['1', '2'],
    })
  })
})

describe('a copied caption', () => {
  const text = 'Two weeks with the Lumo serum and my skin has never felt this calm in the morning, honestly'
  const checks = ['copied']

  it('is quoted beside the post it was copied from', () => {
    const copy = text.replace('honestly', 'truly')
    const history = { earlier: [], others: [past('x:1', 'Something else entirely'), past('x:2', copy)] }
    expect(quality({ checks }, text, { history })).toMatchObject({
      status: 'review',
      reason: 'copiedOther',
      evidence: [
        { field: 'text', quote: text },
        { field: 'other-post', postId: 'x:2', quote: copy },
      ],
    })
  })

  it('is only one where it shares four of five rows of words', () => {
    const half = `${text.slice(0, 50)} and that is where the likeness to the other caption ends for good, believe me`
    expect(quality({ checks }, text, { history: { earlier: [past('x:1', half)], others: [] } })?.status).toBe('pass')
    const own = { earlier: [past('x:1', text, { sponsored: false }), past('x:2', `${text} ok`)], others: [] }
    expect(quality({ checks }, text, { history: own })).toMatchObject({
      reason: 'copiedOwn',
      evidence: [{}, { postId: 'x:2' }],
    })
    expect(quality({ checks }, text)?.status).toBe('not-checkable')
    expect(quality({ checks }, 'So soft', { history: { earlier: [past('x:1', 'So soft')], others: [] } })?.status).toBe(
      'pass',
    )
  })

  it('is seen in scripts without spaces', () => {
    const ja = 'この美容液を二週間使ってみたら朝の肌がとても落ち着きました'
    const history = { earlier: [past('x:1', `${ja}。`)], others: [] }
    expect(quality({ checks }, ja, { history })?.status).toBe('review')
  })
})

describe('falling engagement', () => {
  it('is three posts in a row below 0.7 of the usual', () => {
    const checks = ['decline']
    const usual = [0.1, 0.1, 0.1, 0.1, 0.1]
    expect(quality({ checks }, 'x', { history: posts(0.069, 0.05, 0.06, ...usual) })).toMatchObject({
      status: 'review',
      values: ['69', '8'],
      evidence: [{ postId: 'x:0' }, { postId: 'x:1' }, { postId: 'x:2' }],
    })
    expect(quality({ checks }, 'x', { history: posts(0.07, 0.05, 0.06, ...usual) })?.status).toBe('pass')
    expect(quality({ checks }, 'x', { history: posts(null, 0.06, 0.05, 0.06, ...usual) })?.status).toBe('review')
    expect(quality({ checks }, 'x', { history: posts(0.05, 0.05, 0.05, 0.1, 0.1) })?.status).toBe('not-checkable')
  })
})

describe('names', () => {
  it.each([
    ['GlowLab', 'my glowlab serum', 'pass', undefined],
    ['GlowLab', 'my GlowLabb serum', 'review', 'GlowLabb'],
    ['GlowLab', 'my Glow Lab serum', 'review', 'Glow Lab'],
    ['Glow Lab', 'my GlowLab’s serum', 'review', 'GlowLab'],
    ['GlowLab', 'all my GlowLabs', 'pass', undefined],
    ['GlowLab', '#glowlabb and @glowlabb', 'pass', undefined],
    ['Lumo Night Serum', 'the Lumo Nihgt Serum', 'review', 'Lumo Nihgt Serum'],
    ['Lumo', 'a lump of sugar', 'pass', undefined],
    ['Uma', 'my um serum', 'pass', undefined],
  ])('%s in %j: %s', (name, text, status, quote) => {
    const finding = quality({ names: [name] }, text)
    expect(finding?.status).toBe(status)
    expect(finding?.evidence[0]?.quote).toBe(quote)
  })
})

describe('audience fit', () => {
  it.each([
    [['de'], 'Ich liebe es und es ist nicht teuer', 'pass'],
    [['en', 'de-AT'], 'Ich liebe es und es ist nicht teuer', 'pass'],
    [['en'], 'Ich liebe es und es ist nicht teuer', 'review'],
    [['en'], 'とても良いです', 'review'],
    [['de'], 'Wow 😍', 'not-checkable'],
  ])('%j with %j: %s', (languages, text, status) => {
    expect(check('audience-fit', { languages }, text)?.status).toBe(status)
  })

  it.each([
    ['Cheers 🍷 18+', 'pass', '18+'],
    ['Zum Wohl! Ab 18', 'pass', 'Ab 18'],
    ['Interdit aux mineurs', 'pass', 'Interdit aux mineurs'],
    ['お酒は20歳以上', 'pass', '20歳以上'],
    ['Cheers', 'not-checkable', undefined],
    ['Temperatures of 18 degrees, 1.18+', 'not-checkable', undefined],
    ['18+ but ask your mum first', 'review', 'ask your mum'],
    ['Für Schüler, ab 18', 'review', 'Schüler'],
  ])('for adults only, %j: %s', (text, status, quote) => {
    const finding = check('audience-fit', { adultsOnly: true }, text)
    expect(finding?.status).toBe(status)
    expect(finding?.evidence[0]?.quote).toBe(quote)
  })
})

describe('saturation', () => {
  it('is a question above 30 % of the last twenty posts, not at it', () => {
    expect(check('saturation', {}, 'x', { history: feed(7, 20) })).toMatchObject({
      status: 'review',
      values: ['7', '20', '30'],
    })
    expect(check('saturation', {}, 'x', { history: feed(6, 20) })?.status).toBe('pass')
    expect(check('saturation', {}, 'x', { history: feed(6, 40) })?.status).toBe('pass')
    expect(check('saturation', { maxPercent: 50, posts: 10 }, 'x', { history: feed(6, 20) })?.status).toBe('review')
    expect(check('saturation', {}, 'x', { history: feed(3, 9, 11) })?.status).toBe('not-checkable')
    expect(check('saturation', {}, 'x')?.status).toBe('not-checkable')
  })
})

describe('every quote', () => {
  it('is a slice of its text, whatever the caption', () => {
    const piece = constantFrom(
      '[INSERT LINK] ',
      '# calm ',
      '#a-b ',
      'Glow Lab ',
      '18+ ',
      '👩‍👩‍👧',
      'é',
      '\ud800',
      '\u200b',
      '\n',
    )
    const rules = [
      ruleOf(
        'content-quality',
        { checks: ['leftovers', 'brokenTags', 'hashtagLimit', 'copied'], maxLength: 5, names: ['GlowLab'] },
        { id: 'q' },
      ),
      ruleOf('audience-fit', { languages: ['ja'], adultsOnly: true }, { id: 'a' }),
    ]
    assert(
      property(array(oneof(piece, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const history = { earlier: [past('x:1', text)], others: [] }
        for (const { reason } of assess(postOf(text), [guidelineOf(rules)], { ...paid, history }).findings) {
          expect(reason).not.toBe('quoteLost')
        }
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Guideline, Rule } from '../../../../lib/domain/guideline.ts'
import { isOpen } from '../../../../lib/domain/open-finding.ts'
import { assess } from '../../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../../lib/guidelines/assess.ts'
import { correct } from '../../../../lib/guidelines/fix/correct.ts'
import { waiverRow } from '../../store/rows.ts'
import { guidelineOf, paid, postOf, ruleOf } from '../fixtures.ts'

const ban = (phrase: string, over: Rule['params'] = {}) =>
  ruleOf('banned-phrase', { phrase, ...over }, { id: `ban ${phrase}` })
const tag = (name: string) => ruleOf('required-hashtag', { tag: name }, { id: `tag ${name}` })
const mention = (handle: string) => ruleOf('required-mention', { handle }, { id: `mention ${handle}` })
const brand = (rules: Rule[]): Guideline => guidelineOf(rules, { brand: 'Acme' })

const fix = (text: string, rules: Rule[], over: Partial<PostInput> = {}) =>
  correct(postOf(text, over), [brand(rules)], paid)

describe('a banned word', () => {
  it.each([
    ['said of a thing is dropped', 'A guilt-free snack for the last hill', ['guilt-free'], 'A snack for the last hill'],
    ['takes its "very" along', 'A very harsh soap, and I mean it', ['harsh'], 'A soap, and I mean it'],
    ['leaves the article right', 'An awful start and a hideous end', ['awful'], 'A start and a hideous end'],
    ['leaves the article right, too', 'What a hideous alarm!', ['hideous'], 'What an alarm!'],
    ['hands its capital on', 'Guaranteed results in a week', ['guaranteed'], 'Results in a week'],
    ['leaves a row a row', 'Soft, harsh and warm', ['harsh'], 'Soft and warm'],
    ['leaves one of two', 'It is harsh and lovely', ['harsh'], 'It is lovely'],
    ['is put more plainly where that is known', 'What a cheap serum', ['cheap'], 'What an affordable serum'],
    ['keeps its capitals', 'CHEAP thrills', ['cheap'], 'AFFORDABLE thrills'],
    ['is found in disguise', 'the duuupe of the year', ['dupe'], 'the alternative of the year'],
    ['goes with its hashtag', 'Sunday finds #CheapThrills 💚', ['cheap'], 'Sunday finds 💚'],
    [
      'takes its sentence along where it cannot be spared',
      'So good. It is a miracle! Ask me.',
      ['miracle'],
      'So good. Ask me.',
    ],
    ['leaves a gap that shows where nothing else is said', 'LAST\nCHANCE', ['last chance'], '…'],
    ['in German keeps its ending', 'Mein billiges Serum', ['billig'], 'Mein günstiges Serum'],
    ['in French is dropped after its noun', 'Un sérum miracle pour l’hiver', ['miracle'], 'Un sérum pour l’hiver'],
    [
      'leaves what only follows "and"',
      'Oats are superfoods and I eat them',
      ['superfood'],
      'Oats are … and I eat them',
    ],
    ['leaves what only follows a comma', 'Not a superfood, it is lunch', ['superfood'], 'Not a …, it is lunch'],
    ['goes with the comma that set it apart', 'Hurry, last chance!', ['last chance'], 'Hurry!'],
    ['at the head of a row hands it on', 'Organic, vegan, natural', ['organic'], 'Vegan, natural'],
    ['takes its line along', 'Oats!\nIt is a superfood\nRecipe below', ['superfood'], 'Oats!\nRecipe below'],
    ['leaves a sentence that its hashtag is part of', 'The #superfood of the week', ['superfood'], 'The … of the week'],
    ['in French is dropped after its article', 'Le miracle sérum de l’année', ['miracle'], 'Le sérum de l’année'],
  ])('%s', (_what, text, phrases, better) => {
    const { text: corrected, left } = fix(
      text,
      phrases.map((phrase) => ban(phrase)),
    )
    expect(corrected).toBe(better)
    expect(left).toEqual([])
  })

  it('is said in the brand’s own words where the rule has them', () => {
    expect(fix('A cheap, cheap serum. Cheap!', [ban('cheap', { instead: 'fairly priced' })]).text).toBe(
      'A fairly priced, fairly priced serum. Fairly priced!',
    )
  })

  it('is not swapped for another banned word', () => {
    const { text, left } = fix('A cheap serum', [ban('cheap'), ban('affordable')])
    expect(text).toBe('A serum')
    expect(left).toEqual([])
  })
})

describe('a hashtag that must be there', () => {
  it.each([
    ['is added at the end', 'So soft', 'So soft #Acme'],
    ['joins the others as they stand', 'So soft\n\n#slow\n#sunday', 'So soft\n\n#slow\n#sunday\n#Acme'],
    ['gets a line of its own below several', 'So soft\nand warm', 'So soft\nand warm\n\n#Acme'],
    ['takes the place of a typing error', 'So soft #Acmee #slow', 'So soft #Acme #slow'],
    ['leaves the creator’s own longer tag', 'So soft #AcmeMornings', 'So soft #AcmeMornings #Acme'],
    ['gets its space', 'So soft.#Acme', 'So soft. #Acme'],
    ['loses its invisible character', 'So soft #ac\u200Bme', 'So soft #acme'],
    ['is all of an empty caption', '', '#Acme'],
  ])('%s', (_what, text, better) => {
    const { text: corrected, left } = fix(text, [tag('#Acme')])
    expect(corrected).toBe(better)
    expect(left).toEqual([])
  })

  it('moves nothing that another rule wants: a near miss that is itself required stays', () => {
    expect(fix('So soft #Acmes', [tag('#Acme'), tag('#Acmes')]).text).toBe('So soft #Acmes #Acme')
  })

  it('is added to the caption when it stands in a comment', () => {
    expect(fix('So soft', [tag('#Acme')], { firstComment: '#Acme' }).text).toBe('So soft #Acme')
  })
})

describe('an account that must be mentioned', () => {
  it.each([
    ['stands where the brand is named', 'Sundays with Acme. So soft', 'Sundays with @acme. So soft'],
    ['keeps a possessive', 'Acme’s new drop', '@acme’s new drop'],
    ['is named before the closing tags', 'So soft #slow #sunday', 'So soft @acme #slow #sunday'],
    ['takes the place of another account', 'Thanks @acme.beauty!', 'Thanks @acme!'],
    ['does not stand for a word that is no name', 'The acme of comfort', 'The acme of comfort @acme'],
  ])('%s', (_what, text, better) => {
    const { text: corrected, left } = fix(text, [mention('@acme')])
    expect(corrected).toBe(better)
    expect(left).toEqual([])
  })
})

describe('a corrected caption', () => {
  it('combines what several rules want, and tells which change is whose', () => {
    const { text, edits, fixed, left } = fix('Acme’s harsh little soap 💚\n\n#slow #Acmee', [
      ban('harsh'),
      tag('#Acme'),
      mention('@acme'),
    ])
    expect(text).toBe('@acme’s little soap 💚\n\n#slow #Acme')
    expect(left).toEqual([])
    expect(edits.map(({ by }) => by.map((i) => fixed[i]?.ruleId))).toEqual([
      ['mention @acme'],
      ['ban harsh'],
      ['tag #Acme'],
    ])
  })

  it('leaves what is waived, what passes, and a caption of which only a part was seen', () => {
    const waiver = waiverRow(1, { postId: null, ruleId: 'ban cheap', value: 'cheap', quote: 'cheap' })
    const kept = correct(postOf('So cheap #Acme'), [brand([ban('cheap'), tag('#Acme')])], {
      ...paid,
      waivers: [waiver],
    })
    expect(kept).toEqual({ text: 'So cheap #Acme', edits: [], fixed: [], left: [] })
    const cut = fix('So cheap …', [ban('cheap'), tag('#Acme')], { textComplete: false })
    expect(cut.edits).toEqual([])
    expect(cut.left).toMatchObject([{ ruleId: 'ban cheap', why: 'caption-cut' }])
  })

  it('says why it leaves what no wording changes, and what does not fit the site', () => {
    const unknown = fix('So soft', [ruleOf('required-emoji', { emoji: '💚' })])
    expect(unknown.left).toEqual([])
    const full = 'ä'.repeat(275)
    expect(fix(full, [tag('#Acme')], { platform: 'x' })).toMatchObject({
      text: full,
      fixed: [],
      left: [{ ruleId: 'tag #Acme', why: 'too-long' }],
    })
    // Who writes more than 280 has an account that may.
    expect(fix('ä'.repeat(281), [tag('#Acme')], { platform: 'x' }).left).toEqual([])
    expect(fix('💚'.repeat(150), [tag('#Acme')], { platform: 'bluesky' }).left).toEqual([])
    expect(fix('💚'.repeat(296), [tag('#Acme')], { platform: 'bluesky' }).left).toMatchObject([{ why: 'too-long' }])
  })

  it('fits once something else has gone, whatever came first', () => {
    const text = `${'a'.repeat(250)} #CheapThrillsAllDay 123456`
    const { left, text: corrected } = fix(text, [tag('#Acme'), ban('cheap')], { platform: 'x' })
    expect(left).toEqual([])
    expect(corrected.length).toBeLessThanOrEqual(280)
  })

  it('keeps the links that the page gave a mention, and what it showed before "more"', () => {
    const rules = [mention('@acme@brand.social'), tag('#Slow')]
    const seen = { platform: 'mastodon', mentions: ['acme@brand.social'], visibleText: 'So soft, thanks @acme' }
    const { text, left } = fix('So soft, thanks @acme', rules, seen)
    expect(text).toBe('So soft, thanks @acme #Slow')
    expect(left).toEqual([])
  })

  it('re-scores as it says, has no new trouble, and is reached by its edits, for any caption', () => {
    const rules = [ban('cheap'), ban('so good'), tag('#Acme'), mention('@acme'), ruleOf('disclosure')]
    const guidelines = [brand(rules)]
    const bits = fc.constantFrom(
      'cheap',
      'so',
      'good',
      '#Acme',
      '#cheap',
      'Acme',
      '@acmee',
      ' ',
      '\n',
      '💚',
      'a',
      '.',
      '\uD83D',
      '\u200B',
      '#ad',
      ',',
      'and',
    )
    const open = (text: string) =>
      assess(postOf(text), guidelines, paid)
        .findings.filter((finding) => isOpen(finding) && finding.status !== 'not-checkable')
        .map(({ ruleId, reason }) => `${ruleId} ${reason}`)
        .toSorted()
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 24 }), (parts) => {
        const text = parts.join('')
        const { text: corrected, edits, fixed, left } = correct(postOf(text), guidelines, paid)
        expect(open(corrected)).toEqual(left.map(({ ruleId, reason }) => `${ruleId} ${reason}`).toSorted())
        const reached = edits
          .toReversed()
          .reduce((all, { start, end, insert }) => all.slice(0, start) + insert + all.slice(end), text)
        expect(reached).toBe(corrected)
        expect(new Set(edits.flatMap(({ by }) => by)).size).toBeLessThanOrEqual(fixed.length)
      }),
      { numRuns: 300 },
    )
  })

  it.each(['cheap ', '#cheap', '@a ', 'a, ', '…'])('is found for a caption of 100 kB of “%s”', (part) => {
    const rules = [ban('cheap'), tag('#Acme'), mention('@acme')]
    const text = part.repeat(100_000 / part.length)
    expect(fix(text, rules, { platform: 'elsewhere' }).text.length).toBeGreaterThan(0)
  })
})

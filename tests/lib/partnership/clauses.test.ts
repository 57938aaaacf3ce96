import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseKinds, MAX_AGREEMENT } from '../../../lib/domain/agreement.ts'
import { readAgreement } from '../../../lib/partnership/clauses/find.ts'
import { clauseLibrary, clauseText } from '../../../lib/partnership/clauses/library.ts'
import { numberOf, parametersIn } from '../../../lib/partnership/clauses/parameters.ts'
import { piecesIn } from '../../../lib/partnership/clauses/pieces.ts'
import { articles, german, letter, longContract } from '../../fixtures/agreements/planted.ts'

const valuesIn = (text: string, kind: string) => readAgreement(text).clauses.find((one) => one.kind === kind)?.values
const short = (text: string) => parametersIn(text).map(({ kind, value }) => `${kind} ${value}`)

describe('clauses in a contract', () => {
  it('B7: a contract of 40 pages yields its 12 planted clauses with exact quotes, and at most 2 false ones', () => {
    const { text, clauses } = longContract(40)
    expect(text.length).toBeGreaterThan(40 * 2_900)
    const { clauses: found } = readAgreement(text)
    const right = clauses.map(
      ({ kind, quote }) => found.filter((one) => one.kind === kind && one.quote.includes(quote)).length,
    )
    expect(right).toEqual(Array.from({ length: 12 }, () => 1))
    expect(found.length - 12).toBeLessThanOrEqual(2)
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    ['with articles, definitions up front and wrapped lines', articles],
    ['as a letter without numbers or headings', letter],
  ])('B7: finds the clauses of a contract %s', (_, { text, clauses }) => {
    const { clauses: found } = readAgreement(text)
    for (const { kind, quote } of clauses)
      expect([kind, found.filter((one) => one.kind === kind && one.quote.includes(quote)).length]).toEqual([kind, 1])
    expect(found.length - clauses.length).toBeLessThanOrEqual(2)
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
  })

  it('B7: reads what each clause says in figures, dates and names', () => {
    const { text } = longContract(40)
    expect(valuesIn(text, 'stay-live')?.days).toBe(45)
    expect(valuesIn(text, 'exclusivity')).toMatchObject({
      from: '2027-03-01',
      until: '2027-05-31',
      names: ['Hollowbrook Foods', 'Tarn & Thistle', 'Petrichor'],
    })
    expect(valuesIn(text, 'disclosure')?.labels).toEqual(['#ad'])
    expect(valuesIn(text, 'takedown')?.hours).toBe(24)
    expect(valuesIn(text, 'approval-window')?.workingDays).toBe(3)
    expect(valuesIn(text, 'payment')).toMatchObject({ days: 30, money: ['EUR 6,500'] })
    expect(valuesIn(letter.text, 'tags')).toMatchObject({ handles: ['quillandfern'], hashtags: ['SlowMornings'] })
    expect(valuesIn(letter.text, 'exclusivity')?.names).toEqual(['Larkspur Tea', 'Bramble & Co'])
    expect(valuesIn(articles.text, 'deliverables')).toMatchObject({ count: 4, until: '2027-04-15' })
    expect(valuesIn('The Creator shall deliver two Reels and three Stories.', 'deliverables')?.count).toBe(5)
  })

  it('takes the figure of a defined term from where it is defined', () => {
    const found = readAgreement(articles.text).clauses.find(({ kind }) => kind === 'stay-live')
    expect(found?.values.days).toBe(60)
    expect(found?.defined).toEqual(['Live Period'])
    for (const { start, end, quote } of found?.parameters ?? []) expect(articles.text.slice(start, end)).toBe(quote)
  })

  it('finds no clause in what is none', () => {
    const none =
      'We met in Lisbon. The weather was fine, and the hotel kept our bags for two days.\n\nThe video is online now.'
    expect(readAgreement(none).clauses).toEqual([])
    expect(readAgreement('').clauses).toEqual([])
  })

  it('reads a contract in another language for its figures, dates and names only, and says which language', () => {
    const { lang, clauses, figures } = readAgreement(german)
    expect([lang, clauses]).toEqual(['de', []])
    expect(figures.flatMap((one) => one.parameters.map(({ kind, value }) => `${kind} ${value}`))).toEqual(
      expect.arrayContaining(['days 45', 'days 30', 'working-days 5', 'date 2027-05-31', 'handle fenwicklarder']),
    )
    for (const { start, end, quote } of figures) expect(german.slice(start, end)).toBe(quote)
  })

  it('reads 100 pages within a second, and hostile text no slower', () => {
    const hostile = [
      longContract(100).text,
      'a'.repeat(300_000),
      '('.repeat(300_000),
      '1.'.repeat(150_000),
      'shall not promote competing products, '.repeat(8_000),
      '"A" means "B" means '.repeat(15_000),
      'forty-five (45) '.repeat(18_000),
      '\n'.repeat(300_000),
      'such as A, B & C and '.repeat(14_000),
    ]
    for (const text of hostile) {
      const before = performance.now()
      readAgreement(text)
      expect(performance.now() - before).toBeLessThan(1_000)
    }
  }, 30_000)

  it('says when a text is longer than is read', () => {
    expect(readAgreement('x '.repeat(MAX_AGREEMENT)).isCut).toBe(true)
  })

  it('never throws, and every quote and parameter slices its text exactly', () => {
    const words = constantFrom(
      ...`1.1 ARTICLE shall not "Live means” 45 days @a #ad € 5 % \n \n\n . ; posts live remain 😀 é ́ 03/04/2027 EUR until`.split(
        ' ',
      ),
      '\n\n',
    )
    assert(
      property(array(words, { maxLength: 80 }), (parts) => {
        const text = parts.join(' ')
        const { clauses, figures } = readAgreement(text)
        for (const one of [...clauses, ...figures, ...clauses.flatMap(({ parameters }) => parameters)])
          expect(text.slice(one.start, one.end)).toBe(one.quote)
      }),
    )
  })
})

const owed = (what: string) => piecesIn(what, 0, parametersIn(what))

describe('how many pieces are owed', () => {
  it.each([
    ['two Reels and three Stories', 5],
    ['two (2) Reels, three (3) Stories and one TikTok video', 6],
    ['2 Instagram Reels, 3 Stories & 1 post', 6],
    ['two Reels as well as three Stories', 5],
    ['two Reels on Instagram plus another three Stories', 5],
  ])('sums what is joined to a list: %s is %i', (what, count) => {
    expect(owed(what)).toBe(count)
  })

  it.each([
    ['2 or 3 Reels', 2],
    ['2 Reels or 3 Reels', 2],
    ['between 2 and 3 Reels', 2],
    ['two to three Reels', 2],
    ['2-3 Reels', 2],
    ['three posts, of which two Reels and one Story', 3],
    ['three posts, including two Reels', 3],
    ['five posts: two Reels and three Stories', 5],
    ['two Reels per month and three Stories', 2],
    ['two Reels and three rounds of revisions', 2],
    ['two Reels within 5 days and 3 business days notice', 2],
    ['two Reels. The Brand posts three Stories', 2],
  ])('does not sum a choice, a range, a part or another unit: %s is %i', (what, count) => {
    expect(owed(what)).toBe(count)
  })
})

describe('parameters', () => {
  it.each([
    ['within forty-five (45) days', 'days 45'],
    ['within three business days', 'working-days 3'],
    ['a 48-hour window', 'hours 48'],
    ['for two weeks', 'days 14'],
    ['for twelve (12) months', 'days 365'],
    ['by 15 April 2027', 'date 2027-04-15'],
    ['by April 15th, 2027', 'date 2027-04-15'],
    ['am 31.05.2027', 'date 2027-05-31'],
    ['on 2027-02-28', 'date 2027-02-28'],
    ['a fee of $1,250.00', 'money $1,250.00'],
    ['50 per cent of it', 'percent 50'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(short(text)).toContain(expected)
  })

  it('reads nothing where words and figures disagree, nor a day that is none', () => {
    expect(numberOf('thirty (45)')).toBeNull()
    expect(short('within thirty (45) days')).toEqual([])
    expect(short('on 31 June 2027')).toEqual([])
  })

  it('does not decide between two ways to read a date', () => {
    expect(short('by 03/04/2027')).toEqual(['unsure-date 2027-04-03'])
    expect(short('by 25/04/2027')).toEqual(['date 2027-04-25'])
  })
})

describe('the clause library', () => {
  it("B7: has the article's seven first and one entry for each kind", () => {
    expect(clauseLibrary.map(({ kind }) => kind)).toEqual([...clauseKinds])
  })

  it('B7: its texts are found as the clause they are, with their defaults', () => {
    for (const clause of clauseLibrary) {
      const text = clauseText(clause)
        .replaceAll('{{names}}', 'Hollowbrook Foods')
        .replaceAll(/\{\{(?:from|date)\}\}/g, '1 March 2027')
        .replaceAll('{{until}}', '31 May 2027')
        .replaceAll('{{platforms}}', 'Instagram reels')
        .replaceAll('{{handle}}', '@fenwicklarder')
        .replaceAll('{{hashtag}}', '#LarderDays')
        .replaceAll('{{amount}}', 'EUR 900')
      expect(readAgreement(text).clauses.map(({ kind }) => kind)).toContain(clause.kind)
    }
  })
})

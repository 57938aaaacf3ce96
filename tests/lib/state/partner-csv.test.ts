import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPartnersCsv, writePartnersCsv } from '../../../lib/state/partner-csv.ts'
import type { PartnerRow } from '../../../lib/state/partner-rows.ts'
import { partner } from './surface.ts'

const nobody = { ownHosts: [], ownerOf: () => null }
const row = (name: string, accounts: [string, string][], tags: string[] = []): PartnerRow => ({
  partner: partner(name, accounts, { tags, relationship: 'gift' }),
  health: { score: 71.6, band: 'watch', coverage: 1, confidence: 'high', parts: [], caps: [], reasons: [] },
  posts: 4,
  lastSeenAt: null,
  fail: 0,
  review: 0,
})

describe('partners as a file for spreadsheets', () => {
  it('come back as they were: names with commas and quotes, several accounts, tags, relationship', () => {
    const written = writePartnersCsv([
      row(
        'Vale, "the baker"',
        [
          ['instagram', 'vale.bakes'],
          ['x', 'valebakes'],
        ],
        ['Spring', 'Top tier'],
      ),
    ])
    const { partners, problems } = readPartnersCsv(written, nobody)
    expect(problems).toEqual([])
    expect(partners).toMatchObject([
      {
        name: 'Vale, "the baker"',
        accountKeys: ['instagram:vale.bakes', 'x:valebakes'],
        tags: ['Spring', 'Top tier'],
        relationship: 'gift',
      },
    ])
  })

  it('hold no cell that a spreadsheet would calculate, and such a name still comes back', () => {
    for (const name of ['=HYPERLINK("https://thief.example")', '+1', '-2', '@sum(a1)']) {
      const written = writePartnersCsv([row(name, [['x', 'someone']])])
      expect(written.split('\n')[1]).toMatch(/^"?'/)
      expect(readPartnersCsv(written, nobody).partners[0]?.name).toBe(name)
    }
  })

  it('are read with semicolons, a byte order mark, other column names and empty rows', () => {
    const text = '\uFEFFCreator;Profile;Tags\r\nIna;https://www.instagram.com/ina.paints/;art\r\n;;\r\n'
    expect(readPartnersCsv(text, nobody)).toMatchObject({
      partners: [{ name: 'Ina', accountKeys: ['instagram:ina.paints'], tags: ['art'], relationship: 'paid' }],
      problems: [],
    })
  })

  it('name each row that cannot be taken, as the spreadsheet counts, and take the others', () => {
    const text = [
      'name,accounts,relationship',
      'Good,https://x.com/good,paid',
      'None,,paid',
      'Twice,https://x.com/good,paid',
      'Ours,https://x.com/ours,paid',
      'Odd,https://x.com/odd,married',
      'Shop,https://shop.example/odd,paid',
    ].join('\n')
    const { partners, problems } = readPartnersCsv(text, {
      ownHosts: [],
      ownerOf: (key) => (key === 'x:ours' ? 'Olga' : null),
    })
    expect(partners.map(({ name }) => name)).toEqual(['Good'])
    expect(problems.map(({ row: at, code, detail }) => [at, code, detail])).toEqual([
      [3, 'noAccount', ''],
      [4, 'repeated', 'x:good'],
      [5, 'taken', 'Olga'],
      [6, 'relationship', 'married'],
      [7, 'unknown-site', 'https://shop.example/odd'],
    ])
  })

  it('are refused whole where a quotation mark never closes', () => {
    expect(readPartnersCsv('accounts\n"x:one\nx:two', nobody)).toMatchObject({
      partners: [],
      problems: [{ row: null, code: 'notCsv' }],
    })
  })

  it('are refused whole without a column of accounts, or with too many rows', () => {
    expect(readPartnersCsv('a,b\n1,2', nobody).problems).toMatchObject([{ row: null, code: 'noHeader' }])
    const many = `accounts\n${'x:one\n'.repeat(5_100)}`
    expect(readPartnersCsv(many, nobody).problems).toMatchObject([{ row: null, code: 'tooMany' }])
  })

  it('never break the reader, whatever the file holds', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { partners } = readPartnersCsv(`accounts,name\n${text}`, nobody)
        for (const one of partners) expect(one.accounts.length).toBeGreaterThan(0)
      }),
    )
  })
})

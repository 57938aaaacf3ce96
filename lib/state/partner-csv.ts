import { parse } from 'csv-parse/browser/esm/sync'
import { accountKey } from '../domain/ids.ts'
import { type Account, type Partner, type Relationship, relationshipSchema } from '../domain/partner.ts'
import type { OwnHost } from '../domain/settings.ts'
import { sites } from '../sites/index.ts'
import { csvRow } from '../text/csv.ts'
import { accountFromAddress, type AddressProblem } from './accounts.ts'
import type { PartnerRow } from './partner-rows.ts'

/** Rows of one file, problems told of it, and the longest file that is read, in UTF-16 code units. */
export const MOST_ROWS = 5_000
const TOLD = 100
export const MAX_CSV = 5 * 1024 * 1024

/** Words under `partner.csv.problem.<code>` with `detail`, or under `site.problem.<code>`. */
export interface CsvProblem {
  /** As a spreadsheet counts: the header is row 1. Null is the whole file. */
  readonly row: number | null
  readonly code:
    | AddressProblem
    | 'notCsv'
    | 'noHeader'
    | 'tooMany'
    | 'tooLong'
    | 'noAccount'
    | 'taken'
    | 'repeated'
    | 'relationship'
    | 'longTag'
  readonly detail: string
}

export type CsvPartner = Pick<Partner, 'name' | 'accounts' | 'accountKeys' | 'relationship' | 'tags'>

const columns = {
  name: ['name', 'partner', 'creator'],
  accounts: ['accounts', 'account', 'address', 'url', 'profile', 'link'],
  tags: ['tags', 'tag'],
  relationship: ['relationship'],
} as const
type Column = keyof typeof columns

/** The partners as a file for spreadsheets. */
export function writePartnersCsv(rows: readonly PartnerRow[]): string {
  const cells = rows.map(({ partner, health, posts, lastSeenAt }) => ({
    name: partner.name,
    accounts: partner.accounts.map(({ url, platform, handle }) => url ?? `${platform}:${handle}`).join(' '),
    tags: partner.tags.join('; '),
    relationship: partner.relationship,
    health: health.score === null ? '' : Math.round(health.score),
    band: health.band,
    posts,
    lastSeen: lastSeenAt ?? '',
  }))
  const titles = Object.keys(cells[0] ?? {})
  const lines = [titles, ...cells.map((row) => Object.values(row).map(String))]
  return lines.map(csvRow).join('')
}

/**
 * Partners of such a file, whoever made it; never throws. A row that cannot be taken is left out and named, with why;
 * `ownerOf` tells who has an account already.
 */
export function readPartnersCsv(
  text: string,
  { ownHosts, ownerOf }: { ownHosts: readonly OwnHost[]; ownerOf: (account: string) => string | null },
): { partners: CsvPartner[]; problems: CsvProblem[]; more: number } {
  const refused = (code: CsvProblem['code']) => ({
    partners: [],
    problems: [{ row: null, code, detail: String(MOST_ROWS) }],
    more: 0,
  })
  if (text.length > MAX_CSV) return refused('tooLong')
  const table = tableOf(text)
  if (table === null) return refused('notCsv')
  const [header = [], ...rows] = table
  const titles = header.map((title) => title.trim().toLowerCase())
  const places = new Map(
    (['name', 'accounts', 'tags', 'relationship'] as const).map((column) => [
      column,
      titles.findIndex((title) => columns[column].some((known) => known === title)),
    ]),
  )
  if (places.get('accounts') === -1) return refused('noHeader')
  if (rows.length > MOST_ROWS) return refused('tooMany')

  const partners: CsvPartner[] = []
  const problems: CsvProblem[] = []
  const taken = new Set<string>()
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue
    const cell = (column: Column) => plain(row[places.get(column) ?? -1] ?? '')
    const read = partnerOf(cell, ownHosts)
    const problem = 'code' in read ? read : doubled(read, taken, ownerOf)
    if (problem) problems.push({ row: index + 2, code: problem.code, detail: problem.detail.slice(0, 80) })
    if ('code' in read || problem) continue
    for (const key of read.accountKeys) taken.add(key)
    partners.push(read)
  }
  return { partners, problems: problems.slice(0, TOLD), more: Math.max(0, problems.length - TOLD) }
}

/** Separated by whichever of the usual marks its first line has most of; null where quotes do not close. */
function tableOf(text: string): string[][] | null {
  const [first = ''] = text.slice(0, 10_000).split(/[\r\n]/, 1)
  const [delimiter = ','] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)
  try {
    return parse(text, { delimiter, bom: true, relax_quotes: true, relax_column_count: true, to: MOST_ROWS + 2 })
  } catch {
    return null
  }
}

/** Takes back the apostrophe that keeps a spreadsheet from calculating. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '')

function doubled(
  { accountKeys }: CsvPartner,
  taken: ReadonlySet<string>,
  ownerOf: (account: string) => string | null,
): Pick<CsvProblem, 'code' | 'detail'> | null {
  for (const key of accountKeys) {
    const owner = ownerOf(key)
    if (owner !== null) return { code: 'taken', detail: owner }
    if (taken.has(key)) return { code: 'repeated', detail: key }
  }
  return null
}

function partnerOf(
  cell: (column: Column) => string,
  ownHosts: readonly OwnHost[],
): CsvPartner | Pick<CsvProblem, 'code' | 'detail'> {
  const accounts: Account[] = []
  for (const address of cell('accounts')
    .split(/[\s;,]+/)
    .filter(Boolean)
    .slice(0, 50)) {
    const found = accountOf(address, ownHosts)
    if ('problem' in found) return { code: found.problem, detail: address }
    accounts.push(found.account)
  }
  const [first] = accounts
  if (!first) return { code: 'noAccount', detail: '' }
  const tags = [
    ...new Set(
      cell('tags')
        .split(/[;,]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ]
  const long = tags.find((tag) => tag.length > 60)
  if (long !== undefined || tags.length > 50) return { code: 'longTag', detail: long ?? '' }
  const relationship = relationshipOf(cell('relationship'))
  if (relationship === null) return { code: 'relationship', detail: cell('relationship') }
  return {
    name: (cell('name') || first.handle).slice(0, 300),
    accounts,
    accountKeys: [...new Set(accounts.map(({ platform, handle }) => accountKey(platform, handle)))],
    relationship,
    tags,
  }
}

/** An address, or `platform:handle` as the export writes an account without one. */
function accountOf(text: string, ownHosts: readonly OwnHost[]): ReturnType<typeof accountFromAddress> {
  const [platform = '', handle = ''] = text.split(':', 2)
  const known =
    handle !== '' && !handle.startsWith('/') && handle.length <= 300 && sites.some(({ id }) => id === platform)
  return known ? { account: { platform, handle, url: null } } : accountFromAddress(text, ownHosts)
}

function relationshipOf(text: string): Relationship | null {
  if (text === '') return 'paid'
  return relationshipSchema.options.find((option) => option === text.toLowerCase()) ?? null
}

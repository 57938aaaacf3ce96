import type { Settings } from '../domain/settings.ts'
import { EVERYONE } from '../domain/summary.ts'
import type { RowReader, RowWriter } from './backend.ts'
import type { TableName } from './interface.ts'

/**
 * What the rows of a table change, where the row itself does not tell. The others change the partner they name (by
 * `partnerId`, `account` or `postId`), or everyone when they name none: a table that is forgotten here costs time,
 * never a wrong figure.
 */
const changes: Partial<Record<TableName, 'nothing' | 'everyone'>> = {
  guidelines: 'everyone',
  waivers: 'everyone',
  // Read for the words behind what is summarised, or by whoever lists summaries.
  guidelineVersions: 'nothing',
  notes: 'nothing',
  alertStates: 'nothing',
  corrections: 'nothing',
  overrides: 'nothing',
  misses: 'nothing',
  reports: 'nothing',
  letters: 'nothing',
  briefs: 'nothing',
  vettings: 'nothing',
  programme: 'nothing',
  // Worked out from alerts, or about telling of them.
  news: 'nothing',
  webhooks: 'nothing',
  sendings: 'nothing',
  // What is lost by them is part of the ground of a summary.
  readRates: 'nothing',
  summaries: 'nothing',
  touched: 'nothing',
}

export interface Touching {
  /** A row that is written, replaced or removed; null and undefined touch nobody. */
  row(table: TableName, row: unknown): void
  everyone(): void
  /** Marks them, as the last act of the unit of work. */
  mark(rows: RowWriter): Promise<void>
}

/** Collects who is touched by one unit of work. */
export function createTouching(): Touching {
  const partners = new Set<string>()
  const accounts = new Set<string>()
  const posts = new Set<string>()
  return {
    row(table, row) {
      if (typeof row !== 'object' || row === null || changes[table] === 'nothing') return
      const { id, partnerId, account, postId } = row as Record<string, unknown>
      if (changes[table] === 'everyone') partners.add(EVERYONE)
      else if (table === 'partners') partners.add(String(id))
      else if (typeof partnerId === 'string') partners.add(partnerId)
      else {
        // An assessment names both; whoever tracks the one or the other sees it.
        if (typeof account === 'string') accounts.add(account)
        if (typeof postId === 'string') posts.add(postId)
        if (typeof (account ?? postId) !== 'string') partners.add(EVERYONE)
      }
    },
    everyone: () => void partners.add(EVERYONE),
    async mark(rows) {
      const ofPosts = await Promise.all([...posts].map((id) => rows.get('posts', id)))
      for (const post of ofPosts) {
        const account = typeof post === 'object' && post !== null && 'account' in post ? post.account : null
        if (typeof account === 'string') accounts.add(account)
      }
      const owners = await Promise.all([...accounts].map((account) => ownersOf(rows, account)))
      for (const id of [...partners, ...owners.flat()]) partners.add(id)
      const mark = crypto.randomUUID()
      await Promise.all([...partners].map((id) => rows.put('touched', { id, mark })))
    },
  }
}

const ownersOf = (rows: RowReader, account: string): Promise<string[]> =>
  rows.keys('partners', { index: 'account', group: account })

/** Whether other settings may make other summaries: how the pages look is nobody's health. */
export const isJudging = (before: Settings, after: Settings): boolean => judgedBy(before) !== judgedBy(after)

const judgedBy = (settings: Settings) =>
  JSON.stringify({ ...settings, theme: null, savedViews: null, hiddenOn: null, ownHosts: null, notify: null })

import type { Finding } from '../../lib/domain/finding.ts'
import type { Mood } from '../../lib/domain/tone.ts'
import { readHealth } from '../../lib/background/health.ts'
import { createMemoryStore } from '../../lib/store/memory.ts'
import type { Rows, Store, StoreReader, TableName } from '../../lib/store/interface.ts'
import type { Rapport } from './launch.ts'

/** What the record holds of one partner. */
export interface SampleRow {
  partner: string
  posts: number
  comments: number
  /** Captions that changed after they were first seen. */
  edits: number
  /** Findings of `must` rules that need somebody, with how often: `disclosure missing`. */
  findings: ReadonlyMap<string, number>
  mood: Mood
  health: string
}

/** A copy of everything the extension stored, read in one of its own pages. */
export async function readRecord(rapport: Rapport): Promise<Store> {
  const page = await rapport.open('manifest.json')
  const tables = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rapport')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('The record does not open')))
    })
    const names = [...db.objectStoreNames].filter((name) => name !== 'meta')
    const tx = db.transaction(names)
    const rowsOf = (name: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request: IDBRequest<unknown[]> = tx.objectStore(name).getAll()
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(`${name} cannot be read`)))
      })
    const rows = await Promise.all(names.map(async (name) => [name, await rowsOf(name)] as const))
    db.close()
    return rows
  })
  await page.close()
  const store = createMemoryStore()
  await store.write(async (tx) => {
    // As stored, and parsed when read, like every row.
    for (const [name, rows] of tables) for (const row of rows) await tx.put(name as TableName, row as Rows[TableName])
  })
  return store
}

export async function summarise(store: StoreReader, now: Date): Promise<SampleRow[]> {
  const rows: SampleRow[] = []
  for (const partner of await store.partners.all()) {
    const posts = await store.posts.ofPartner(partner.id)
    const assessments = await store.assessments.getMany(posts.map((post) => post.id))
    const comments = await Promise.all(posts.map((post) => store.comments.countOfPost(post.id)))
    const revisions = await Promise.all(posts.map((post) => store.revisions.ofPost(post.id)))
    const { score, band, confidence } = await readHealth(store, partner, now)
    rows.push({
      partner: partner.name,
      posts: posts.length,
      comments: sum(comments),
      edits: revisions.filter((texts) => texts.filter((text) => text.textComplete).length > 1).length,
      findings: tally(assessments.flatMap((one) => one.findings).filter(needsSomebody)),
      mood: assessments
        .map((one) => one.mood)
        .reduce(addMood, { n: 0, positive: 0, neutral: 0, negative: 0, unclear: 0 }),
      health: score === null ? 'not enough data' : `${Math.round(score)} ${band} (${confidence} confidence)`,
    })
  }
  return rows.toSorted((a, b) => a.partner.localeCompare(b.partner))
}

const SETTLED = new Set<Finding['status']>(['pass', 'clear', 'not-needed', 'not-checkable'])
const needsSomebody = (finding: Finding): boolean => finding.weight === 'must' && !SETTLED.has(finding.status)

function tally(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, status } of findings) {
    const words = `${kind} ${status}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function addMood(a: Mood, b: Mood): Mood {
  return {
    n: a.n + b.n,
    positive: a.positive + b.positive,
    neutral: a.neutral + b.neutral,
    negative: a.negative + b.negative,
    unclear: a.unclear + b.unclear,
  }
}

const HEAD = ['partner', 'posts read', 'comments read', 'findings', 'tone of comments', 'health'] as const

/** The table as text: columns aligned, figures to the right. */
export function tableOf(rows: readonly SampleRow[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .toSpliced(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
    .join('\n')
}

function cellsOf({ partner, posts, comments, edits, findings, mood, health }: SampleRow): string[] {
  const found = [...findings].map(([words, count]) => (count > 1 ? `${words} ×${count}` : words))
  if (edits > 0) found.push(`edited caption${edits > 1 ? ` ×${edits}` : ''}`)
  const share = (count: number): string => `${Math.round((count / mood.n) * 100)} %`
  const tone = mood.n === 0 ? 'none read' : `${share(mood.positive)} positive, ${share(mood.negative)} negative`
  return [partner, String(posts), String(comments), found.join(', ') || 'none', tone, health]
}

// Runs inside a page of the extension: fills the product's own database with what the product would have stored.
import { createJudge, readStandards, type Judge, type Standards } from '../../../lib/background/judge.ts'
import { readTone } from '../../../lib/background/read-tone.ts'
import type { Assessment } from '../../../lib/domain/assessment.ts'
import type { Comment } from '../../../lib/domain/comment.ts'
import type { Partner } from '../../../lib/domain/partner.ts'
import type { Post } from '../../../lib/domain/post.ts'
import { sampleGuidelines } from '../../../lib/sample/index.ts'
import { listen, moodOfThread } from '../../../lib/sentiment/signals/thread.ts'
import { openIdb } from '../../../lib/store/idb.ts'
import type { Store, TableName } from '../../../lib/store/interface.ts'
import { tables } from '../../../lib/store/tables.ts'
import { commentsOf, commentTextAt, partnerOf, pick, postOf, postsOf, rowsOfPartner, tracesOf } from './rows.ts'

const DB = 'rapport'
/** Partners whose rows go into one transaction. */
const SLICE = 10
/** Partners whose rows are read back, and held against what the product makes of them. */
const CHECKED = 5

/** The judge as the worker has it. */
export const openJudge = async (): Promise<Judge> =>
  createJudge(
    await readTone(chrome, (error) => {
      throw error
    }),
  )

/** Puts the rows of `partners` partners into the database that the extension made, past its one writer. */
export async function fill(partners: number, at: number): Promise<void> {
  const store = await openIdb()
  const judge = await openJudge()
  const [guideline] = sampleGuidelines(new Date(at - 300 * 86_400_000).toISOString())
  if (!guideline) throw new Error('the sample has no guideline')
  // Without the sample brand's own hashtag, which nobody here uses.
  const rules = guideline.rules.filter(({ kind }) => kind !== 'required-hashtag')
  await store.write((tx) => tx.put('guidelines', { ...guideline, rules }))
  const standards = await readStandards(store)
  const heard = createHeard(judge, standards)

  const db = await opened(DB)
  for (let from = 0; from < partners; from += SLICE) {
    const tx = db.transaction(db.objectStoreNames, 'readwrite', { durability: 'relaxed' })
    const put = (table: TableName, row: object) => void tx.objectStore(table).put(row)
    for (let p = from; p < Math.min(partners, from + SLICE); p++) {
      const partner = partnerOf(p, at)
      put('partners', partner)
      for (const [table, row] of rowsOfPartner(p, at)) put(table, row)
      for (let n = 0; n < postsOf(p); n++) {
        const post = postOf(p, n, at)
        const [revision, metrics] = tracesOf(post)
        const comments = heard.comments(p, n, post)
        put('posts', post)
        put('revisions', revision)
        put('metrics', metrics)
        put('assessments', heard.assessment(post, comments, partner))
        for (const comment of comments) put('comments', comment)
      }
    }
    await ended(tx)
  }
  db.close()
  await check(store, judge, standards, partners, at)
  store.close()
}

/** What the judge says is made once for each of the few texts, and is the same for each of them. */
function createHeard(judge: Judge, standards: Standards) {
  const engine = judge.hearing(standards)
  const said = new Map<string, Pick<Comment, 'tone' | 'spam' | 'toneEngine'>>()
  const found = new Map<string, Assessment>()
  return {
    comments(p: number, n: number, post: Post): Comment[] {
      return Array.from({ length: commentsOf(p, n) }, (_, c) => {
        const text = commentTextAt(p, n, c)
        let judged = said.get(text)
        if (!judged) {
          const tone = engine.toneOf(text, 'en')
          const spam = engine.spamOf(text, tone)
          judged = { tone, spam, toneEngine: engine.toneEngine }
          said.set(text, judged)
        }
        const when = new Date(Date.parse(post.sortAt) + c * 60_000).toISOString()
        return {
          id: `${post.id}/${c}`,
          postId: post.id,
          text,
          likes: null,
          publishedAt: post.sortAt,
          authorHash: `${pick(p * 1_000 + n, c, 0xffffffff)
            .toString(16)
            .padStart(16, '0')}${String(c).padStart(16, '0')}`,
          publishedText: null,
          depth: 0,
          pinned: false,
          byAuthor: false,
          ...judged,
          firstSeenAt: when,
          lastSeenAt: when,
        }
      })
    },
    assessment(post: Post, comments: readonly Comment[], partner: Partner): Assessment {
      const key = `${partner.relationship}|${post.platform}|${post.text}`
      let judged = found.get(key)
      if (!judged) {
        judged = judge.assess(post, [], partner, standards, new Date(post.sortAt))
        found.set(key, judged)
      }
      const mood = moodOfThread(listen(comments.map((one) => Object.assign({ author: one.authorHash }, one))))
      return { ...judged, postId: post.id, account: post.account, mood, at: post.sortAt }
    },
  }
}

/** Every row of the first partners must be one the product reads back, and judged as the product judges it. */
async function check(store: Store, judge: Judge, standards: Standards, partners: number, at: number): Promise<void> {
  const sample = Array.from({ length: CHECKED }, (_, i) => Math.floor((i * partners) / CHECKED))
  for (const p of sample) {
    const partner = partnerOf(p, at)
    const posts = await store.posts.ofPartner(partner.id)
    const [contacts, deliverables] = [
      await store.contacts.ofPartner(partner.id),
      await store.deliverables.ofPartner(partner.id),
    ]
    if (posts.length !== postsOf(p) || contacts.length === 0 || deliverables.length === 0)
      throw new Error(`partner ${p} has ${posts.length} posts`)
    for (const [n, post] of posts.entries()) {
      const comments = await store.comments.ofPost(post.id)
      if (comments.length !== commentsOf(p, n)) throw new Error(`${post.id} has ${comments.length} comments`)
      const kept = await store.assessments.get(post.id)
      const made = judge.assess(post, comments, partner, standards, new Date(post.sortAt))
      if (JSON.stringify(kept) !== JSON.stringify(tables.assessments.schema.parse(made)))
        throw new Error(`${post.id} is judged as ${JSON.stringify(kept)}, not ${JSON.stringify(made)}`)
    }
  }
}

const opened = (name: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const ended = (tx: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    tx.addEventListener('complete', () => resolve())
    tx.addEventListener('abort', () => reject(tx.error))
  })

import { type ReadonlySignal, signal } from '@preact/signals'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Report } from '../domain/report.ts'
import {
  type LookBack,
  standingVerdict,
  type Vetting,
  type VettingDecision,
  type VettingVerdict,
} from '../domain/vetting.ts'
import { firstCommentOf, storedInput } from '../guidelines/stored-input.ts'
import { knownCompetitors, vetPost, type VettedPost } from '../guidelines/vet-post.ts'
import type { Input, VettingAnswer } from '../messages/protocol.ts'
import { vettedSince } from '../partnership/look-back.ts'
import { vettingReport } from '../reports/vetting.ts'
import { crowdOf, listen } from '../sentiment/signals/thread.ts'
import type { StoreReader } from '../store/interface.ts'
import { lostFields, profileWithoutLost, withoutLost } from '../watch/drift.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface VettingRow {
  readonly vetting: Vetting
  readonly verdict: VettingVerdict | null
  /** The partner the creator has become; null: none. */
  readonly partner: Partner | null
}

/** Every sheet: those nobody has decided on first, then the newest. */
export async function loadVettings(store: StoreReader): Promise<VettingRow[]> {
  const sheets = await store.vettings.all()
  const rows = await Promise.all(sheets.map((vetting) => rowOf(store, vetting)))
  return rows.toSorted((a, b) => Number(a.verdict !== null) - Number(b.verdict !== null))
}

async function rowOf(store: StoreReader, vetting: Vetting): Promise<VettingRow> {
  const partners = await Promise.all(vetting.accountKeys.map((key) => store.partners.byAccount(key)))
  return { vetting, verdict: standingVerdict(vetting), partner: partners.find((one) => one !== null) ?? null }
}

/** The newest sheet about any account of a partner; null where they were never vetted. */
export async function vettingOfPartner(store: StoreReader, { accountKeys }: Partner): Promise<Vetting | null> {
  const sheets = await Promise.all(accountKeys.map((key) => store.vettings.byAccount(key)))
  return sheets.filter((sheet) => sheet !== null).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ?? null
}

export interface VettingView extends VettingRow {
  /** Null while the posts are being read for the first time. */
  readonly report: Report | null
  readonly by: string
}

/** Newest posts that a sheet reads; older ones are counted and said to be left out. */
const POSTS = 2_000
/** Posts read before the page gets its turn again. */
const SLICE = 20
/** As reports do: posts whose comments are heard, and so many comments of each. */
const HEARD_POSTS = 30
const HEARD_COMMENTS = 200

export interface VettingReader {
  /** Posts read so far and in all, while a sheet is being made; null while none is. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly total: number } | null>
  /** Null: there is no such sheet, or another one was asked for meanwhile. */
  read(id: string, now: number): Promise<VettingView | null>
}

/** Makes sheets in the page, a few posts at a time; what was read of a post is kept while its words are the same. */
export function createVettingReader({ store, later }: Pick<SurfacePorts, 'store' | 'later'>): VettingReader {
  const progress = signal<{ done: number; total: number } | null>(null)
  const breathe = () => new Promise<void>((go) => later(go, 0))
  let memory = { key: '', posts: new Map<string, { words: string; read: VettedPost }>() }
  let current = 0

  async function readPosts(run: number, posts: readonly Post[], standards: Parameters<typeof vetPost>[1]) {
    const key = JSON.stringify(standards)
    if (memory.key !== key) memory = { key, posts: new Map() }
    const read: { post: Post; read: VettedPost }[] = []
    for (let start = 0; start < posts.length; start += SLICE) {
      let isNew = false
      for (const post of posts.slice(start, start + SLICE)) {
        const words = JSON.stringify([post.text, post.visibleText, post.textComplete, post.labels, post.lang])
        let known = memory.posts.get(post.id)
        if (known?.words !== words) {
          const comments = await store.comments.ofPost(post.id, { limit: 50 })
          const input = { ...storedInput(post, []), firstComment: firstCommentOf(comments) }
          known = { words, read: vetPost(input, standards) }
          memory.posts.set(post.id, known)
          isNew = true
        }
        read.push({ post, read: known.read })
      }
      if (run !== current) return null
      if (isNew) {
        progress.value = { done: Math.min(start + SLICE, posts.length), total: posts.length }
        await breathe()
      }
      if (run !== current) return null
    }
    return read
  }

  return {
    progress,
    async read(id, now) {
      const run = ++current
      const vetting = await store.vettings.get(id)
      if (!vetting || vetting.deletedAt !== null) return null
      const since = vettedSince(vetting.lookBack, now)
      const [row, settings, guidelines, rates, own, profiles] = await Promise.all([
        rowOf(store, vetting),
        store.settings.get(),
        store.guidelines.all(),
        store.readRates.all(),
        Promise.all(vetting.accountKeys.map((key) => store.posts.ofAccount(key, { since }))),
        Promise.all(vetting.accountKeys.map((key) => store.profiles.ofAccount(key))),
      ])
      const lost = lostFields(rates, now)
      const all = own.flat().toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
      const posts = all.slice(0, POSTS).map((post) => withoutLost(post, lost))
      const competitors = knownCompetitors(guidelines)
      const read = await readPosts(run, posts, { jurisdiction: settings.jurisdiction, competitors }).finally(() => {
        if (run === current) progress.value = null
      })
      if (read === null) return null
      const heard = await readCrowd(store, posts, settings.watch.genericPercent)
      const report = vettingReport(
        {
          vetting,
          posts: read,
          known: all.length,
          profiles: profiles.flat().map((profile) => profileWithoutLost(profile, lost)),
          ...heard,
          competitors: competitors.map(({ name }) => name),
          retentionDays: settings.retentionDays,
        },
        now,
      )
      return { ...row, report, by: settings.approval.reviewer }
    },
  }
}

async function readCrowd(store: StoreReader, posts: readonly Post[], genericPercent: number) {
  const threads = await Promise.all(
    posts.slice(0, HEARD_POSTS).map(async ({ id }) => ({
      id,
      comments: await store.comments.ofPost(id, { limit: HEARD_COMMENTS }),
    })),
  )
  const visible = threads.filter(({ comments }) => comments.length > 0)
  const heard = visible.flatMap(({ comments }) =>
    listen(
      comments.map(({ text, authorHash, byAuthor, tone, spam }) => ({
        text,
        author: authorHash,
        byAuthor,
        tone,
        spam,
      })),
    ),
  )
  const all = visible.reduce((sum, { comments }) => sum + comments.length, 0)
  return {
    crowd: all === 0 ? null : crowdOf(heard, genericPercent),
    heard: { posts: visible.map(({ id }) => id), own: all - heard.length, all },
  }
}

/** What people do with vetting sheets. */
export interface VettingEdit {
  /** Why the last decision or change was refused; null once another was taken. */
  readonly refused: ReadonlySignal<{
    readonly id: string
    readonly refusal: NonNullable<VettingAnswer['refused']>
  } | null>
  /** False when it was refused: nothing was changed then. `seen`: decisions that the person saw. */
  decide(vetting: Vetting, seen: number, by: string, decision: VettingDecision, reason: string): Promise<boolean>
  change(vetting: Vetting, lookBack: LookBack): Promise<void>
  /** Can be undone from the toast. */
  remove(vetting: Vetting): Promise<void>
}

export function createVettingEdit({
  send,
  toasts,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): VettingEdit {
  const refused = signal<{ id: string; refusal: NonNullable<VettingAnswer['refused']> } | null>(null)
  const take = ({ vetting, refused: refusal }: VettingAnswer) => {
    refused.value = refusal === null ? null : { id: vetting.id, refusal }
    return refusal === null
  }
  return {
    refused,
    async decide({ id }, seen, by, decision, reason) {
      let done = false
      await toasts.attempt(async () => {
        done = take(await send('vetting.decide', { id, seen, verdictId: newId(), by, decision, reason }))
      })
      await onChange()
      return done
    },
    async change({ id, updatedAt }, lookBack) {
      await toasts.attempt(async () => take(await send('vetting.change', { id, base: updatedAt, lookBack })))
      await onChange()
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('vetting.delete', { id })
        toasts.say('vettingDeleted', [], async () => {
          await send('vetting.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** Begins a sheet about an account, or finds the one there is; its id, null when that failed. */
export async function startVetting(
  { send, newId }: Pick<SurfacePorts, 'send' | 'newId'>,
  toasts: Toasts,
  { platform, handle, name, url }: Omit<Input<'vetting.start'>, 'id'>,
): Promise<string | null> {
  let id: string | null = null
  await toasts.attempt(async () => {
    id = (await send('vetting.start', { id: newId(), platform, handle, name, url })).id
  })
  return id
}

import { type ReadonlySignal, signal } from '@preact/signals'
import type { Evidence } from '../domain/finding.ts'
import type { Post } from '../domain/post.ts'
import type { Watch } from '../domain/watch.ts'
import { storedInput } from '../guidelines/stored-input.ts'
import type { StoreReader } from '../store/interface.ts'
import { matchWatch } from '../watch/watch-match.ts'
import { createLive, type Live } from './live.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

export type WatchDraft = Omit<Watch, 'createdAt' | 'updatedAt' | 'deletedAt'>

/** Newest stored posts that a watch is tried on, and posts looked at before the page gets its turn again. */
const TRIED = 2_000
const SLICE = 50
/** Matches that are quoted. */
const QUOTED = 3
/** A person is still typing for so long, in milliseconds. */
const PAUSE = 300

type Tried = Pick<WatchDraft, 'terms' | 'except' | 'platform' | 'partnerId'>

/** What a watch would find in stored posts. */
export interface WatchTrial {
  readonly hits: number
  /** Posts looked at so far, of so many. */
  readonly done: number
  readonly of: number
  readonly quoted: readonly { readonly post: Post; readonly found: Evidence }[]
}

/** The words that are watched for. A removal can be undone from the toast. */
export interface Watches {
  readonly list: Live<Watch[]>
  /** Of what is being written; null while nothing is. */
  readonly trial: ReadonlySignal<WatchTrial | null>
  /** Tries it on stored posts, once the person has stopped typing; null ends it. */
  tryOut(draft: Tried | null): void
  /** False when it was refused; a toast says why. */
  save(draft: WatchDraft): Promise<boolean>
  remove(watch: Watch): Promise<void>
  /** Sites that a watch can be narrowed to. */
  readonly platforms: readonly string[]
  readonly newId: () => string
}

export function createWatches({
  store,
  send,
  toasts,
  later,
  newId,
  platforms,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'later' | 'newId'> & {
  toasts: Toasts
  platforms: readonly string[]
  onChange: () => Promise<void>
}): Watches {
  const list = createLive(() => store.watches.all())
  const trial = signal<WatchTrial | null>(null)
  let run = 0
  const breathe = () => new Promise<void>((go) => later(go, 0))

  async function work(draft: Tried, isCurrent: () => boolean) {
    if (draft.terms.length === 0) {
      trial.value = null
      return
    }
    const posts = await load(store, draft)
    let hits = 0
    const quoted: WatchTrial['quoted'][number][] = []
    const tell = (done: number) => {
      trial.value = { hits, done, of: posts.length, quoted: [...quoted] }
    }
    if (posts.length === 0 && isCurrent()) tell(0)
    for (let start = 0; start < posts.length && isCurrent(); start += SLICE) {
      for (const post of posts.slice(start, start + SLICE)) {
        const [first] = matchWatch(draft, storedInput(post, []))
        if (!first) continue
        hits++
        if (quoted.length < QUOTED) quoted.push({ post, found: first })
      }
      tell(Math.min(start + SLICE, posts.length))
      await breathe()
    }
  }

  return {
    list,
    trial,
    platforms,
    newId,
    tryOut(draft) {
      const current = ++run
      if (draft === null) trial.value = null
      else {
        const isCurrent = () => current === run
        later(() => void (isCurrent() && toasts.attempt(() => work(draft, isCurrent))), PAUSE)
      }
    },
    async save(draft) {
      const saved = await toasts.attempt(() => send('watch.save', draft))
      await onChange()
      return saved
    },
    async remove({ id, name }) {
      await toasts.attempt(async () => {
        await send('watch.delete', { id })
        toasts.say('watchDeleted', [name], async () => {
          await send('watch.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** The newest stored posts that a watch looks at. */
async function load(
  store: StoreReader,
  { platform, partnerId }: Pick<WatchDraft, 'platform' | 'partnerId'>,
): Promise<Post[]> {
  const partners = (await store.partners.all()).filter(({ id }) => partnerId === null || id === partnerId)
  const lists = await Promise.all(partners.map(({ id }) => store.posts.ofPartner(id, { limit: TRIED })))
  return lists
    .flat()
    .filter((post) => platform === null || post.platform === platform)
    .toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
    .slice(0, TRIED)
}

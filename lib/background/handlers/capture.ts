import { accountKey, postKey } from '../../domain/ids.ts'
import { accountSchema } from '../../domain/partner.ts'
import type { Observation, PostSeen } from '../../domain/observation.ts'
import type { Partner } from '../../domain/partner.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Input } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { accountName, ANY_SITE } from '../../sites/capture.ts'
import type { StoreReader } from '../../store/interface.ts'
import { findHashtags, findMentions } from '../../text/tokens.ts'
import { ingest } from '../ingest.ts'
import { CAPTURE_SCRIPT, injectScript } from '../permissions.ts'
import type { SessionArea } from '../tab-memory.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { checkAllowed } from './page.ts'

type CaptureMessages = `capture.${'start' | 'offer' | 'read' | 'keep' | 'discard'}`

/** In session storage: the tab in which a person is pointing, and what was pointed at last. */
const POINTING = 'capture.tab'
const OFFERED = 'capture'
/** Other posts that may be kept from one address. */
const MOST_AT_ONE = 50

/** Posts of sites that no adapter reads, captured by pointing at them. A page only proposes; a person confirms. */
export function captureHandlers(deps: Deps): Pick<Handlers, CaptureMessages> {
  const { browser, now } = deps
  const session = () => browser.storage.session
  return {
    'capture.start': async ({ tabId }) => {
      await session().set({ [POINTING]: tabId })
      const started = await injectScript(browser, tabId, CAPTURE_SCRIPT)
      if (!started) await session().remove(POINTING)
      return { started }
    },

    'capture.offer': async ({ observation }, caller) => {
      await checkAllowed(browser, caller)
      // A page may not open our pages by itself: once for each time a person began to point in its tab.
      if (caller.kind === 'content' && (await taken(session(), POINTING)) !== caller.tabId)
        throw new MessageError('not-allowed', 'Nobody is pointing in this page.')
      if (observation.platform !== ANY_SITE || observation.posts.length !== 1)
        throw new MessageError('bad-message', 'This is not one captured post.')
      await session().set({ [OFFERED]: { ...observation, seenAt: now().toISOString() } })
      await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/capture') })
      return { ok: true }
    },

    'capture.read': async () => {
      const observation = await offered(session())
      const [post] = observation?.posts ?? []
      if (!observation || !post) return null
      const { handle, name } = post.author
      const account = accountKey(ANY_SITE, accountName(handle ?? name ?? '', observation.url))
      return { observation, partnerId: (await (await deps.store()).partners.byAccount(account))?.id ?? null }
    },

    'capture.keep': async (confirmed) => {
      const observation = await offered(session())
      const [seen] = observation?.posts ?? []
      if (!observation || !seen || observation.seenAt !== confirmed.seenAt)
        throw new MessageError('not-found', 'Another post was captured since, or this one is kept already.')
      const store = await deps.store()
      const handle = accountName(confirmed.author, observation.url)
      const place = await placeOf(store, seen, accountKey(ANY_SITE, handle), confirmed.same)
      if ('stored' in place) return { postId: null, stored: place.stored }
      await addAccount(deps, confirmed.partnerId, handle, observation)
      const post = confirmedPost(seen, place.id, handle, confirmed)
      const { changed, partnerIds } = await ingest(
        store,
        await deps.judge(),
        { observation: { ...observation, posts: [post] }, misses: [], fields: [] },
        now(),
      )
      await session().remove(OFFERED)
      if (changed) await deps.bump()
      if (partnerIds.size > 0) deps.lookAt(partnerIds)
      return { postId: postKey(ANY_SITE, place.id), stored: null }
    },

    'capture.discard': async () => {
      await session().remove(OFFERED)
      return { ok: true }
    },
  }
}

async function offered(session: SessionArea): Promise<Observation | null> {
  // Parsed before it was written there, and gone with the browser.
  return ((await session.get(OFFERED))[OFFERED] as Observation | undefined) ?? null
}

async function taken(session: SessionArea, key: string): Promise<unknown> {
  const value = (await session.get(key))[key]
  await session.remove(key)
  return value
}

/**
 * Under which id it is kept. From one address another post may be stored already: whether it is this one, changed since,
 * only a person can say, and taken for the same it would be an edit that nobody made.
 */
async function placeOf(
  store: StoreReader,
  { id, text }: PostSeen,
  account: string,
  same: boolean | null,
): Promise<{ id: string } | { stored: { text: string; firstSeenAt: string } }> {
  const first = id ?? ''
  for (let n = 1; n <= MOST_AT_ONE; n++) {
    const here = n === 1 ? first : `${first}#${n}`
    const stored = await store.posts.get(postKey(ANY_SITE, here))
    if (!stored || (stored.text === text && stored.account === account)) return { id: here }
    if (same === null) return { stored: { text: stored.text, firstSeenAt: stored.firstSeenAt } }
    if (same && stored.account === account) return { id: here }
  }
  throw new MessageError('too-large', 'Too many posts are kept from this address.')
}

function confirmedPost(
  seen: PostSeen,
  id: string,
  handle: string,
  { publishedAt, metrics, paid }: Pick<Input<'capture.keep'>, 'publishedAt' | 'metrics' | 'paid'>,
): PostSeen {
  return {
    ...seen,
    id,
    author: { ...seen.author, handle },
    publishedAt,
    metrics,
    labels: paid ? ['sponsored'] : [],
    hashtags: findHashtags(seen.text).map(({ name }) => name),
    mentions: findMentions(seen.text, ANY_SITE).map((mention) => mention.handle),
    comments: [],
  }
}

/** The author becomes an account of the partner, so that the next capture knows whose it is. */
async function addAccount(deps: Deps, partnerId: string, handle: string, { url }: Observation): Promise<void> {
  const key = accountKey(ANY_SITE, handle)
  await decide(deps, async (tx) => {
    const partner = await tx.partners.get(partnerId)
    if (!partner || partner.deletedAt !== null)
      throw new MessageError('not-found', 'This partner is not there any more.')
    const owner = await tx.partners.byAccount(key)
    if (owner?.id === partnerId) return { value: partner, changed: false }
    if (owner) throw new MessageError('not-allowed', `${key} is already an account of ${owner.name}.`)
    const account = { platform: ANY_SITE, handle, url: new URL(url).origin }
    if (!accountSchema.safeParse(account).success)
      throw new MessageError('bad-message', 'The author has no usable name.')
    const value: Partner = {
      ...partner,
      accounts: [...partner.accounts, account],
      accountKeys: [...partner.accountKeys, key],
      updatedAt: deps.now().toISOString(),
    }
    await tx.put('partners', value)
    return { value, changed: true }
  })
}

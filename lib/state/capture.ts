import { type ReadonlySignal, signal } from '@preact/signals'
import type { Metrics } from '../domain/observation.ts'
import type { Capture } from '../messages/protocol.ts'
import { accountName, ANY_SITE } from '../sites/capture.ts'
import { createLive, type Live } from './live.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What a person says of a captured post. */
export interface Confirmed {
  /** Null: the author becomes a partner. */
  readonly partnerId: string | null
  readonly author: string
  readonly publishedAt: string | null
  readonly metrics: Metrics
  /** The page shows that it is advertising. */
  readonly paid: boolean
  /** Whether it is the post that is stored from this address; null: nobody has asked. */
  readonly same: boolean | null
}

export interface CaptureState {
  /** The post that was pointed at; null where there is none to confirm. */
  readonly current: Live<Capture | null>
  /** The post that is stored from the same address, with other words: is it the same one? */
  readonly stored: ReadonlySignal<{ readonly text: string; readonly firstSeenAt: string } | null>
  /** The partner it was kept for; null where it was not, and why shows. */
  keep(confirmed: Confirmed): Promise<string | null>
  discard(): Promise<void>
}

/** A post that was captured by pointing, until it is kept or discarded. */
export function createCapture({ send, toasts }: Pick<SurfacePorts, 'send'> & { toasts: Toasts }): CaptureState {
  const current = createLive(() => send('capture.read', {}))
  const stored = signal<{ text: string; firstSeenAt: string } | null>(null)
  return {
    current,
    stored,
    async keep({ partnerId: chosen, ...confirmed }) {
      const observation = current.value.peek()?.observation
      if (!observation) return null
      let keptFor: string | null = null
      await toasts.attempt(async () => {
        const partnerId = chosen ?? (await trackAuthor(confirmed.author, observation)).id
        const kept = await send('capture.keep', { ...confirmed, partnerId, seenAt: observation.seenAt })
        stored.value = kept.stored
        if (kept.postId === null) return
        keptFor = partnerId
        toasts.say('postCaptured')
      })
      await current.refresh()
      return keptFor
    },
    async discard() {
      await toasts.attempt(() => send('capture.discard', {}))
      stored.value = null
      await current.refresh()
    },
  }

  /** Called as the page calls them, where nobody has put another author in. */
  function trackAuthor(author: string, { url, posts: [post] }: Capture['observation']) {
    const shown = post?.author.handle === author ? post.author.name : null
    const handle = accountName(author, url)
    return send('partner.track', {
      platform: ANY_SITE,
      handle,
      name: shown ?? (author || null),
      url: new URL(url).origin,
    })
  }
}

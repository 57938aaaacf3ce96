import type { PostCard } from '../messages/protocol.ts'

/** What the site script hands to the card's script. It asks and acts; the card only shows. */
export interface CardRequest {
  siteName: string
  /** The badge's element; the card opens beside it. */
  anchor: Element
  /** Ends the card together with the overlay. */
  signal: AbortSignal
  /** @throws MessageError */
  load(): Promise<PostCard>
  /** False where the browser wants the toolbar button pressed for it. */
  openPanel(): Promise<boolean>
  setHidden(hidden: boolean): Promise<void>
  onClose(): void
}

export type OpenCard = (request: CardRequest) => void

/** Both scripts run in the extension's isolated world: the page cannot see this property of its global. */
const SLOT = Symbol.for('rapport.card')
type World = typeof globalThis & { [SLOT]?: OpenCard | undefined }

/** The card's script says that it is here; until `signal` ends it. */
export function offerCard(open: OpenCard, signal: AbortSignal) {
  const world: World = globalThis
  world[SLOT] = open
  signal.addEventListener('abort', () => {
    if (world[SLOT] === open) delete world[SLOT]
  })
}

export function cardOnOffer(): OpenCard | null {
  return (globalThis as World)[SLOT] ?? null
}

import type { PostSeen, ProfileSeen } from '../domain/observation.ts'
import type { Badge, Chip, PageVerdict, PostCard } from '../messages/protocol.ts'
import { MessageError } from '../messages/errors.ts'
import type { Send } from '../messages/send.ts'
import { collect } from '../sites/collect.ts'
import type { Collector, Schedule } from '../sites/collect.ts'
import { extract } from '../sites/extract.ts'
import type { Look } from '../sites/outbox.ts'
import type { Site } from '../sites/types.ts'
import { cardOnOffer } from './card-slot.ts'
import { isOwn } from './host.ts'
import { showNotice } from './notice.ts'
import { createOverlay } from './overlay.ts'
import { offerAdapter, repaired } from './repair-slot.ts'
import { t } from './words.ts'

/** Verdicts kept for posts that scrolled away, so that a virtual list gets its badges back at once. */
const REMEMBERED = 2_000
/** Until an unanswered message is sent again; doubled up to a minute. */
const RETRY = 1_000
/** How long a notice in the chip's place stays, in milliseconds. */
const NOTICE = 8_000
/** Badges put into the page in one go; the others come in the next frames. */
const AT_ONCE = 12
/** Comments that go along when a card is asked for, in UTF-16 code units; the message has a limit. */
const CARD_COMMENTS = 200_000

export interface SessionOptions {
  site: Site
  document: Document
  signal: AbortSignal
  schedule: Schedule
  now: () => Date
  send: Send
  isAlive: () => boolean
  /** The style sheet of badges and chip. */
  css: string
  /** The extension is gone from under this page, or may not read it any more: end everything. */
  onDead: () => void
}

export interface Session {
  /** "Check this page": reads all of it now and, with `checkAll`, badges every post. */
  readPage(checkAll: boolean): ReturnType<Collector['readAll']>
  /** What badges rest on has changed: ask again. */
  refresh(): void
  /** Goes to the next post that needs a look, because the user asked to; false when there is none. */
  nextFlagged(): boolean
}

/** One page's life with Rapport: what is read goes to the background, what it says comes back as badges and chip. */
export function startSession(options: SessionOptions): Session {
  const { site, document: doc, signal, schedule, send } = options
  const verdicts = new Map<string, Badge>()
  /** Posts whose verdict is known and not shown yet. */
  const unshown = new Set<string>()
  let checkAll = false
  let sinceLoad = true
  let address = doc.location.href
  let chip: Chip | null = null
  let sending = false
  let failures = 0
  let card: AbortController | null = null
  let profile: ProfileSeen | null = null
  /** Names the overrides that the page is read with; '' for none. */
  let repairsKey = ''
  /** Until then "hidden here" can be undone in the chip's place. */
  let undoUntil = 0
  /** When it is needed, nobody can be asked for it any more. */
  let updated = ''
  const here = offerAdapter({ site, read: extract })

  const overlay = createOverlay({
    document: doc,
    css: options.css,
    signal,
    later: schedule.later,
    clock: schedule.clock,
    onOpen: (id) => void openCard(id),
    chip: { onTrack: () => void track(), onOpen: () => void openPanel(), onHide: () => void hide() },
    onLost: (lost, of) =>
      collector.note({ field: 'overlay.badge', of: Math.max(of, lost), missing: lost, tried: ['put back five times'] }),
  })
  const collector = collect({
    site,
    document: doc,
    signal,
    schedule,
    now: options.now,
    isOwn,
    onRead(posts, empty) {
      for (const element of empty) overlay.vacate(element)
      for (const post of posts) {
        overlay.place(post)
        const verdict = verdicts.get(post.id)
        if (verdict) overlay.judge(post.id, verdict)
      }
    },
    onProfile: (spot) => overlay.placeChip(spot),
    onDue: () => void deliver(),
    onNavigate(next) {
      address = next
      checkAll = sinceLoad = false
      chip = profile = null
      card?.abort()
      unshown.clear()
      overlay.clear()
    },
    onTouched() {
      // A copy that outlived its extension must not put back what its successor has cleared away.
      if (options.isAlive()) overlay.check()
      else options.onDead()
    },
  })

  return {
    readPage(all) {
      checkAll ||= all
      // What was sent without being asked to judge everything is sent again.
      if (all) collector.resend()
      return collector.readAll()
    },
    refresh: () => collector.resend(),
    nextFlagged: () => overlay.focusNextFlagged(),
  }

  /** One message at a time: while the background is busy, the rest collects into fewer, fuller messages. */
  async function deliver() {
    if (sending || signal.aborted) return
    sending = true
    try {
      for (let look = collector.take(); look && !signal.aborted; look = collector.take()) await seen(look)
    } finally {
      sending = false
    }
  }

  async function seen(look: Look) {
    const asked = address
    profile = look.observation.profile ?? profile
    try {
      const verdict = await send('page.seen', { ...look, checkAll, repairsKey, sinceLoad })
      failures = 0
      if (verdict.repairs) {
        repairsKey = verdict.repairs.key
        collector.readAs((here.site = repaired(site, verdict.repairs.rules)))
      } else if (!signal.aborted) apply(look, verdict, asked === address)
    } catch (error) {
      if (!options.isAlive()) return options.onDead()
      // The user took the permission back, or this host off the list: nothing of ours stays in the page.
      if (error instanceof MessageError && error.code === 'not-allowed') return options.onDead()
      // What is refused for good would be refused again; the rest waits for a better moment.
      if (isFinal(error)) return
      collector.putBack(look)
      await new Promise<void>((resolve) => schedule.later(resolve, Math.min(60_000, RETRY * 2 ** failures++)))
    }
  }

  function apply(look: Look, verdict: PageVerdict, samePage: boolean) {
    updated ||= t('card.updated')
    const said = new Map(verdict.badges.map((badge) => [badge.externalId, badge]))
    if (verdict.overlay || schedule.clock() >= undoUntil) overlay.setHidden(verdict.overlay ? 'nothing' : 'all')
    for (const { id } of look.observation.posts) {
      if (id === null) continue
      const badge = said.get(id)
      verdicts.delete(id)
      if (badge) verdicts.set(id, badge)
      if (verdicts.size > REMEMBERED) verdicts.delete(verdicts.keys().next().value ?? '')
      unshown.add(id)
    }
    showSome()
    if (!samePage || !look.observation.profile) return
    chip = verdict.chip
    overlay.showChip(chip)
  }

  /** Some badges now, the rest in the next frames: forty in one go would be felt. */
  function showSome() {
    let left = AT_ONCE
    for (const id of unshown) {
      if (left-- === 0) return schedule.frame(showSome)
      unshown.delete(id)
      overlay.judge(id, verdicts.get(id) ?? null)
    }
  }

  async function openCard(id: string) {
    const post = overlay.post(id)
    const view = overlay.badge(id)
    if (!post || !view) return
    if (!options.isAlive()) return die(view.host)
    card?.abort()
    const current = (card = new AbortController())
    view.setBusy(true)
    try {
      if (!cardOnOffer()) await send('card.inject', {})
      if (signal.aborted || current.signal.aborted) return
      cardOnOffer()?.({
        siteName: site.name,
        anchor: view.host,
        signal: AbortSignal.any([signal, current.signal]),
        load: () => orDie(view.host, loadCard(post)),
        openPanel: () => orDie(view.host, send('panel.open', {})).then(({ opened }) => opened),
        setHidden: (hidden) => orDie(view.host, setHidden(hidden)),
        // The badge may be another element by now: the list moved on under the card.
        onClose: () => overlay.badge(id)?.focus(),
      })
    } catch {
      if (!options.isAlive()) die(view.host)
    } finally {
      view.setBusy(false)
    }
  }

  /** Pressed, and nobody is there any more: say what to do, and go. */
  function die(pressed: Element) {
    showNotice(doc, options.css, pressed, updated)
    options.onDead()
  }

  /** Passes a failure on; one that came of an update also ends us. */
  async function orDie<T>(pressed: Element, work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (!options.isAlive()) die(pressed)
      throw error
    }
  }

  function loadCard(post: PostSeen): Promise<PostCard> {
    let room = CARD_COMMENTS
    const comments = post.comments.filter((comment) => (room -= comment.text.length) > 0)
    return send('post.card', { platform: site.id, post: { ...post, comments } })
  }

  async function setHidden(hidden: boolean) {
    await send('site.hide', { platform: site.id, hidden })
    undoUntil = 0
    overlay.setHidden(hidden ? 'all' : 'nothing')
    if (hidden) return
    if (chip) overlay.chip?.show(chip)
    collector.resend()
  }

  async function track() {
    const view = overlay.chip
    if (!view || !chip) return
    view.setBusy(true)
    try {
      const { handle, platform } = chip
      const name = profile?.name?.slice(0, 300) ?? null
      await send('partner.track', { platform, handle, name, url: address.slice(0, 2_000) })
      collector.resend()
    } catch {
      refused(t('overlay.trackFailed'))
    } finally {
      view.setBusy(false)
    }
  }

  async function openPanel() {
    try {
      // Nothing is awaited before this: the click must still count where the panel is opened.
      const { opened } = await send('panel.open', {})
      if (!opened) say(t('overlay.panelHint'))
    } catch {
      refused(t('overlay.panelHint'))
    }
  }

  async function hide() {
    const view = overlay.chip
    try {
      await send('site.hide', { platform: site.id, hidden: true })
    } catch {
      return refused(t('overlay.failed'))
    }
    view?.say(t('overlay.hidden', [site.name]), {
      label: t('overlay.undo'),
      run: () => void setHidden(false).catch(() => refused(t('overlay.failed'))),
    })
    // The chip stays for the undo; the badges go at once.
    undoUntil = schedule.clock() + NOTICE
    overlay.setHidden('badges')
    schedule.later(() => {
      if (undoUntil > 0) overlay.setHidden('all')
    }, NOTICE)
  }

  function refused(words: string) {
    if (options.isAlive()) return say(words)
    if (overlay.chip) die(overlay.chip.host)
  }

  function say(words: string) {
    const view = overlay.chip
    view?.say(words)
    schedule.later(() => {
      if (view && overlay.chip === view && chip) view.show(chip)
    }, NOTICE)
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof MessageError && !['unreachable', 'failed', 'disk-full'].includes(error.code)
}

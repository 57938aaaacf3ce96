import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { readSummary } from '../background/summary.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { Health } from '../health/types.ts'
import { type Alert, isPlanned, sortOut } from '../watch/alerts.ts'
import type { Alarm } from '../watch/drift.ts'
import { loadAlarms } from './drift.ts'
import { createLive } from './live.ts'
import { createNotebook, followUpsOf, localDay, type Notebook, pinnedFirst } from './notes.ts'
import type { Problem, SurfacePorts } from './ports.ts'
import { createTabState, type TabState } from './tab-state.ts'
import { createToasts, type Toasts } from './toasts.ts'
import { startVetting } from './vetting.ts'

/** Notes listed in the popup; the panel and the dashboard have them all. */
const RECENT_NOTES = 5

export interface PopupState {
  readonly tab: TabState
  readonly partners: ReadonlySignal<readonly Partner[] | null>
  /** The chosen partner's id; null is the inbox. */
  readonly chosen: ReadonlySignal<string | null>
  readonly partner: ReadonlySignal<Partner | null>
  readonly health: ReadonlySignal<Health | null>
  /** The one thing to do next: the gravest alert; null when nothing waits. */
  readonly next: ReadonlySignal<Alert | null>
  /** What plans and change sheets ask for now, beside `next`. */
  readonly due: ReadonlySignal<readonly Alert[]>
  readonly notes: ReadonlySignal<readonly Note[] | null>
  /** Notes of anybody whose day to follow up has come. */
  readonly followUps: ReadonlySignal<number>
  /** What is wrong with how this tab's site is read. */
  readonly alarms: ReadonlySignal<readonly Alarm[]>
  /** Why the popup cannot read what is stored. */
  readonly problem: ReadonlySignal<Problem | null>
  readonly notebook: Notebook
  readonly toasts: Toasts
  choose(partnerId: string | null): void
  /** Makes the account of this tab a partner. */
  track(): Promise<void>
  /** Begins a vetting sheet about it, or finds the one there is; its id, null when that failed. */
  vet(): Promise<string | null>
}

export function createPopupState(ports: SurfacePorts): PopupState {
  const { store, send, onRevision, now } = ports
  const tab = createTabState({ ...ports, onContext: () => follow() })
  const toasts = createToasts(ports.later)
  /** What the person chose in the selector; undefined while it follows the tab. */
  const choice = signal<string | null | undefined>(undefined)
  const chosen = computed(() => (choice.value === undefined ? (tab.context.value?.partnerId ?? null) : choice.value))

  const partners = createLive(() => store.partners.all())
  const details = createLive(async () => {
    const id = chosen.peek()
    const [partner, notes] = await Promise.all([id === null ? null : store.partners.get(id), store.notes.ofPartner(id)])
    if (!partner) return { partner, notes, health: null, next: null, due: [] }
    const at = now()
    const [{ health, alerts }, states] = await Promise.all([
      readSummary(store, partner, new Date(at)),
      store.alertStates.all(),
    ])
    const [next = null, ...others] = sortOut(alerts, states, at).shown
    return { partner, notes, health, next, due: others.filter(({ kind }) => isPlanned(kind)) }
  })
  const followUps = createLive(async () => followUpsOf(await store.notes.all(), localDay(now())))
  const site = computed(() => tab.context.value?.site?.id ?? null)
  const alarms = createLive(() => loadAlarms(store, site.peek(), now()))
  const reload = async () => {
    await Promise.all([partners, details, alarms, followUps].map((live) => live.refresh()))
  }
  const notebook = createNotebook({ ...ports, surface: 'popup', toasts, onChange: reload })

  let shown: string | null | undefined
  let shownSite: string | null = null
  /** The editor and the details go where the choice or the tab went. */
  function follow(): void {
    if (site.peek() !== shownSite) {
      shownSite = site.peek()
      void alarms.reset()
    }
    const id = chosen.peek()
    if (id === shown) return
    shown = id
    notebook.editor.show(id)
    void details.reset()
  }

  ports.signal.addEventListener(
    'abort',
    onRevision(() => void reload()),
  )
  void partners.refresh()
  void followUps.refresh()
  void tab.refresh()
  notebook.saver.retry()

  return {
    tab,
    partners: partners.value,
    chosen,
    partner: computed(
      () => details.value.value?.partner ?? partners.value.value?.find((p) => p.id === chosen.value) ?? null,
    ),
    health: computed(() => details.value.value?.health ?? null),
    next: computed(() => details.value.value?.next ?? null),
    due: computed(() => details.value.value?.due ?? []),
    notes: computed(() => {
      const writing = notebook.editor.id.value
      const notes = details.value.value?.notes.filter((note) => note.id !== writing)
      return notes ? pinnedFirst(notes).slice(0, RECENT_NOTES) : null
    }),
    alarms: computed(() => alarms.value.value ?? []),
    followUps: computed(() => followUps.value.value?.filter(({ isDue }) => isDue).length ?? 0),
    problem: computed(() => details.problem.value ?? partners.problem.value),
    notebook,
    toasts,
    choose(partnerId) {
      choice.value = partnerId
      follow()
    },
    async vet() {
      const account = tab.context.peek()?.account
      const id = account ? await startVetting(ports, toasts, account) : null
      await tab.refresh()
      return id
    },
    async track() {
      const account = tab.context.peek()?.account
      if (!account) return
      await toasts.attempt(async () => {
        const partner = await send('partner.track', account)
        choice.value = partner.id
        follow()
      })
      await Promise.all([reload(), tab.refresh()])
    },
  }
}

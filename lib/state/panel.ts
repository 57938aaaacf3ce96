import { computed, type ReadonlySignal } from '@preact/signals'
import type { Miss } from '../domain/miss.ts'
import type { Alarm } from '../watch/drift.ts'
import { loadAlarms } from './drift.ts'
import { type AlertEdit, createAlertEdit } from './attention.ts'
import { type Commitments, createCommitments } from './commitments.ts'
import { createLetters, type Letters } from './letters.ts'
import { createLive } from './live.ts'
import { loadLedger } from './notify.ts'
import { createNotebook, type Notebook } from './notes.ts'
import { loadPartnerView, type PartnerView } from './partner-view.ts'
import type { Problem, SurfacePorts } from './ports.ts'
import { createRescoring, type RescoringState } from './rescoring.ts'
import { createReview, type Review } from './review.ts'
import { createSections, type Sections } from './sections.ts'
import { createTabState, type TabState } from './tab-state.ts'
import { createToasts, type Toasts } from './toasts.ts'
import { loadTrends, type Trends } from './trends.ts'
import { startVetting } from './vetting.ts'
import { createToneEdit, type ToneEdit } from './tone-edit.ts'

export interface PanelState {
  readonly tab: TabState
  /** The tab's partner; null while none is known. */
  readonly view: ReadonlySignal<PartnerView | null>
  /** How the partner's figures went; read after the partner itself. */
  readonly trends: ReadonlySignal<Trends | null>
  /** What is wrong with how this tab's site is read. */
  readonly alarms: ReadonlySignal<readonly Alarm[]>
  /** What this tab's site could not be read for, over time. */
  readonly misses: ReadonlySignal<readonly Miss[]>
  readonly problem: ReadonlySignal<Problem | null>
  /** Requests that webhooks made; none without one. */
  readonly requests: ReadonlySignal<number>
  readonly notebook: Notebook
  readonly alertEdit: AlertEdit
  readonly commitments: Commitments
  readonly letters: Letters
  readonly review: Review
  readonly toneEdit: ToneEdit
  readonly sections: Sections
  readonly toasts: Toasts
  /** Stored posts being judged again. */
  readonly rescoring: RescoringState
  track(): Promise<void>
  /** Begins a vetting sheet about it, or finds the one there is; its id, null when that failed. */
  vet(): Promise<string | null>
}

/** The side panel: follows the active tab and shows its partner. */
export function createPanelState(ports: SurfacePorts): PanelState {
  const { store, send, onRevision, storage, now } = ports
  const tab = createTabState({ ...ports, onContext: () => follow() })
  const toasts = createToasts(ports.later)
  const partnerId = computed(() => tab.context.value?.partnerId ?? null)
  const site = computed(() => tab.context.value?.site?.id ?? null)

  const view = createLive(async () => {
    const id = partnerId.peek()
    return id === null ? null : store.read((record) => loadPartnerView(record, id, now()))
  })
  const trends = createLive(async () => {
    const id = partnerId.peek()
    const partner = id === null ? null : await store.partners.get(id)
    return partner === null ? null : store.read((record) => loadTrends(record, partner, now()))
  })
  const misses = createLive(async () => {
    const id = site.peek()
    if (id === null) return []
    return (await store.misses.ofSite(id)).filter((miss) => miss.firstMissAt !== null)
  })
  const ledger = createLive(() => loadLedger(store))
  const alarms = createLive(() => loadAlarms(store, site.peek(), now()))
  const reload = async () => {
    await Promise.all([view.refresh(), misses.refresh(), alarms.refresh(), ledger.refresh()])
    // The panel does not wait for its charts.
    await trends.refresh()
  }
  const notebook = createNotebook({ ...ports, surface: 'panel', toasts, onChange: reload })

  let shownPartner: string | null | undefined
  let shownSite: string | null | undefined
  function follow(): void {
    if (partnerId.peek() !== shownPartner) {
      shownPartner = partnerId.peek()
      notebook.editor.show(shownPartner)
      void view.reset()
      void trends.reset()
    }
    if (site.peek() !== shownSite) {
      shownSite = site.peek()
      void misses.reset()
      void alarms.reset()
    }
  }

  ports.signal.addEventListener(
    'abort',
    onRevision(() => void reload()),
  )
  void tab.refresh()
  void ledger.refresh()
  notebook.saver.retry()

  return {
    tab,
    view: view.value,
    trends: trends.value,
    alarms: computed(() => alarms.value.value ?? []),
    misses: computed(() => misses.value.value ?? []),
    problem: computed(() => view.problem.value ?? tab.problem.value),
    requests: computed(() => ledger.value.value?.requests ?? 0),
    notebook,
    alertEdit: createAlertEdit({ ...ports, toasts, onChange: reload }),
    letters: createLetters({ ...ports, toasts, onChange: reload }),
    commitments: createCommitments({ ...ports, toasts, onChange: reload }),
    review: createReview({ ...ports, toasts, onChange: reload }),
    toneEdit: createToneEdit({ ...ports, toasts, onChange: reload }),
    sections: createSections(storage, 'panel'),
    toasts,
    rescoring: createRescoring({ ...ports, toasts }),
    async vet() {
      const account = tab.context.peek()?.account
      const id = account ? await startVetting(ports, toasts, account) : null
      await tab.refresh()
      return id
    },
    async track() {
      const account = tab.context.peek()?.account
      if (!account) return
      await toasts.attempt(() => send('partner.track', account))
      await Promise.all([tab.refresh(), reload()])
    },
  }
}

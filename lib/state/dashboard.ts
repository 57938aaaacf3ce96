import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Correction } from '../domain/correction.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { GuidelineVersion } from '../domain/guideline-version.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { BacktestRow } from '../health/backtest.ts'
import { defaultSettings, type SavedView, type Settings } from '../domain/settings.ts'
import type { Tone } from '../domain/tone.ts'
import type { RuleKind } from '../guidelines/define.ts'
import type { Site } from '../sites/types.ts'
import type { StoreStats } from '../store/interface.ts'
import { createGuidelineEdit, type GuidelineEdit } from './guideline-edit.ts'
import { createGuidelineTransfer, type GuidelineTransfer } from './guideline-transfer.ts'
import { versionsOf } from './guideline-versions.ts'
import { type AlertEdit, ATTENTION_PAGE, type AttentionList, createAlertEdit, loadAttention } from './attention.ts'
import {
  type AgreementEdit,
  type AgreementRow,
  type AgreementView,
  createAgreementEdit,
  loadAgreements,
  loadAgreementView,
} from './agreements.ts'
import { type CaptureState, createCapture } from './capture.ts'
import { type Commitments, createCommitments } from './commitments.ts'
import { createBacktest } from './backtest.ts'
import { type BriefEdit, type Briefs, createBriefEdit, loadBriefs } from './briefs.ts'
import { createDraftEdit, type DraftEdit } from './draft-edit.ts'
import { type DraftSources, loadDraftSources } from './draft-sources.ts'
import { loadQueue, type QueueRow } from './draft-queue.ts'
import { type DraftView, loadDraftView } from './draft-view.ts'
import { createLetters, type Letters } from './letters.ts'
import {
  createIncidentEdit,
  type IncidentEdit,
  type IncidentRow,
  type IncidentView,
  loadIncidents,
  loadIncidentView,
} from './incidents.ts'
import { createPlanEdit, loadPlans, loadPlanView, type PlanEdit, type PlanRow, type PlanView } from './plans.ts'
import {
  createSheetEdit,
  loadSheets,
  loadSheetView,
  type SheetEdit,
  type SheetRow,
  type SheetView,
} from './realignments.ts'
import { createLive, type Live } from './live.ts'
import { createNotify, type NotifyState } from './notify.ts'
import { createNotebook, type Notebook } from './notes.ts'
import { createPartnerEdit, type PartnerEdit } from './partner-edit.ts'
import { loadPartnerRows, type PartnerRows } from './partner-rows.ts'
import { createPartnerTransfer, type PartnerTransfer } from './partner-transfer.ts'
import { loadPartnerView, type PartnerView } from './partner-view.ts'
import type { Problem, SurfacePorts } from './ports.ts'
import { createRecordTransfer, type RecordTransfer } from './record-transfer.ts'
import { createRescoring, type RescoringState } from './rescoring.ts'
import { loadRuleRecord, type RuleRecord } from './rule-record.ts'
import type { KeptReport } from '../domain/report.ts'
import { createReports, type Due, dueDates, type Reports } from './reports.ts'
import { createReview, type Review } from './review.ts'
import type { Router, View } from './route.ts'
import { createOverrides, type OverridesState } from './overrides.ts'
import { createSearch, type Search } from './search.ts'
import { createSitesView, type SitesView } from './sites-view.ts'
import { createToasts, type Toasts } from './toasts.ts'
import { createToneEdit, type ToneEdit } from './tone-edit.ts'
import { createStoredTrial, type StoredTrial } from './stored-trial.ts'
import { createTimeline, loadTimeline, type TimelineState } from './timeline.ts'
import { loadTrends, type Trends } from './trends.ts'
import { createUpkeep, loadReviewView, type ReviewView, type Upkeep } from './upkeep.ts'
import {
  createVettingEdit,
  createVettingReader,
  loadVettings,
  startVetting,
  type VettingEdit,
  type VettingReader,
  type VettingRow,
  type VettingView,
} from './vetting.ts'
import { createWatches, type Watches } from './watches.ts'
import { type TryOptions, tryDefaults } from './try-out.ts'

export type ToneOf = (text: string) => Promise<Tone>

export interface DashboardState {
  readonly router: Router
  readonly toasts: Toasts
  readonly attention: Live<AttentionList>
  readonly alertEdit: AlertEdit
  readonly watches: Watches
  /** Draws more of the attention list. */
  attendMore(): void
  readonly partners: Live<PartnerRows>
  /** The partner that is open; null while it loads, or when there is none. */
  readonly partner: Live<PartnerView | null>
  /** How the open partner's figures went; read after the partner itself. */
  readonly trends: Live<Trends | null>
  /** What the score said before the open partner's incidents; read last. */
  readonly backtest: Live<BacktestRow[] | null>
  /** Everything that happened with the open partner. */
  readonly timeline: TimelineState
  readonly guidelines: Live<Guideline[]>
  readonly notes: Live<Note[]>
  readonly settings: Live<Settings>
  readonly stats: Live<StoreStats>
  /** What people said of how texts sound, newest first; those taken back are among them. */
  readonly corrections: Live<Correction[]>
  /** Newest first. */
  readonly keptReports: Live<KeptReport[]>
  readonly reports: Reports
  /** Everything with a date that is still to come, or overdue. */
  dueDates(): Promise<Due[]>
  readonly toneEdit: ToneEdit
  readonly sites: SitesView
  readonly overrides: OverridesState
  readonly partnerEdit: PartnerEdit
  readonly guidelineEdit: GuidelineEdit
  readonly partnerTransfer: PartnerTransfer
  readonly notebook: Notebook
  /** Everything that is written down, by words. */
  readonly search: Search
  readonly commitments: Commitments
  readonly letters: Letters
  readonly review: Review
  /** Drafts that wait for a decision, the most urgent first. */
  readonly queue: Live<QueueRow[]>
  /** The draft that is open; null while it loads, or when there is none. */
  readonly draft: Live<DraftView | null>
  /** What a new draft can be about; null while none is being made. */
  readonly draftSources: Live<DraftSources | null>
  readonly draftEdit: DraftEdit
  /** The briefs of the open guideline; null while they are not open. */
  readonly briefs: Live<Briefs | null>
  readonly briefEdit: BriefEdit
  readonly incidents: Live<IncidentRow[]>
  /** The incident that is open; null while it loads, or when there is none. */
  readonly incident: Live<IncidentView | null>
  readonly incidentEdit: IncidentEdit
  /** A post that was captured by pointing at it. */
  readonly capture: CaptureState
  readonly vettings: Live<VettingRow[]>
  /** The vetting sheet that is open; null while it loads, or when there is none. */
  readonly vetting: Live<VettingView | null>
  readonly vettingEdit: VettingEdit
  readonly vettingProgress: VettingReader['progress']
  /** Begins a sheet about a partner's first account, or finds the one there is, and opens it. */
  vet(partner: Partner): Promise<void>
  readonly agreements: Live<AgreementRow[]>
  /** The agreement that is open; null while it loads, or when there is none. */
  readonly agreement: Live<AgreementView | null>
  readonly agreementEdit: AgreementEdit
  readonly plans: Live<PlanRow[]>
  /** The plan that is open; null while it loads, or when there is none. */
  readonly plan: Live<PlanView | null>
  readonly planEdit: PlanEdit
  readonly sheets: Live<SheetRow[]>
  /** The change sheet that is open; null while it loads, or when there is none. */
  readonly sheet: Live<SheetView | null>
  readonly sheetEdit: SheetEdit
  /** The review of a partner that is open; null while it loads, or when there is none. */
  readonly partnerReview: Live<ReviewView | null>
  readonly upkeep: Upkeep
  /** What the shown view does with a single key; true where it did something. */
  readonly viewKeys: { current: ((key: string) => boolean) | null }
  /** How the rules of the open guideline have done; null while none is open. */
  readonly ruleRecord: Live<RuleRecord | null>
  /** Of the guideline whose versions are open, oldest first; null while none are. */
  readonly versions: Live<GuidelineVersion[] | null>
  readonly transfer: GuidelineTransfer
  readonly record: RecordTransfer
  readonly notify: NotifyState
  /** Why what is shown could not be read. */
  readonly problem: ReadonlySignal<Problem | null>
  readonly dialog: ReadonlySignal<'shortcuts' | 'palette' | null>
  show(dialog: 'shortcuts' | 'palette' | null): void
  /** Stored posts being judged again. */
  readonly rescoring: RescoringState
  /** Everyone, for lists that name partners; without their figures. */
  readonly everyone: Live<Partner[]>
  readonly names: ReadonlySignal<ReadonlyMap<string, string>>
  readonly kinds: readonly RuleKind[]
  /** What a text to try is taken for, unless the person says otherwise. */
  readonly tryOptions: ReadonlySignal<TryOptions>
  /** How a text sounds; asked for, because the model is not part of the page. */
  readonly toneOf: ToneOf
  /** An unsaved guideline on stored posts. */
  readonly storedTrial: StoredTrial
  saveSettings(change: Partial<Settings> | ((stored: Settings) => Partial<Settings>)): Promise<void>
  /** Keeps a filter of the partners table; one of the same name is replaced. */
  saveView(view: SavedView): Promise<boolean>
  /** Can be undone from the toast. */
  removeView(view: SavedView): Promise<void>
  loadSample(): Promise<void>
  refresh(): Promise<void>
}

export function createDashboardState(
  ports: SurfacePorts & { router: Router; adapters: readonly Site[]; kinds: readonly RuleKind[]; toneOf: ToneOf },
): DashboardState {
  const { store, send, onRevision, storage, now, newId, router, adapters, kinds } = ports
  const toasts = createToasts(ports.later)
  const dialog = signal<'shortcuts' | 'palette' | null>(null)

  let asking = false
  /** Has the background keep anew what a list found out of date; it tells of it, and the list is read again. */
  const keptAnew = async <T extends { readonly outdated: number }>(reading: Promise<T>): Promise<T> => {
    const list = await reading
    if (list.outdated > 0 && !asking) {
      asking = true
      // Where it cannot be reached, the next reading asks again.
      void send('summaries.refresh', {})
        .catch(() => undefined)
        .finally(() => (asking = false))
    }
    return list
  }
  const everyone = createLive<Partner[]>(() => store.partners.all())
  let attending = ATTENTION_PAGE
  const attention = createLive(() => keptAnew(store.read((record) => loadAttention(record, now(), attending))))
  const partners = createLive(() => keptAnew(store.read((record) => loadPartnerRows(record, now()))))
  const guidelines = createLive(() => store.guidelines.all())
  const notes = createLive(() => store.notes.all())
  const settings = createLive(() => store.settings.get())
  const stats = createLive(() => store.stats())
  const corrections = createLive(() => store.corrections.all({ deleted: true }))
  const keptReports = createLive(() => store.reports.all())
  const partner = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'partners' && id !== null && id !== 'new'
      ? store.read((record) => loadPartnerView(record, id, now()))
      : null
  })
  const queue = createLive(() => store.read((record) => loadQueue(record, now())))
  const briefs = createLive(async () => {
    const { view, id, query } = router.route.peek()
    return view === 'guidelines' && id !== null && query['brief'] !== undefined
      ? store.read((record) => loadBriefs(record, id))
      : null
  })
  const draftSources = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'review' && id === 'new' ? store.read(loadDraftSources) : null
  })
  const draft = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'review' && id !== null && id !== 'new'
      ? store.read((record) => loadDraftView(record, id, now()))
      : null
  })
  const incidents = createLive(() => store.read((record) => loadIncidents(record, now())))
  const incident = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'incidents' && id !== null && id !== 'new'
      ? store.read((record) => loadIncidentView(record, id, now()))
      : null
  })
  const vettings = createLive(() => store.read(loadVettings))
  const capture = createCapture({ ...ports, toasts })
  const vettingReader = createVettingReader(ports)
  const vetting = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'vetting' && id !== null ? vettingReader.read(id, now()) : null
  })
  const agreements = createLive(() => store.read(loadAgreements))
  const agreement = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'agreements' && id !== null && id !== 'new'
      ? store.read((record) => loadAgreementView(record, id))
      : null
  })
  const plans = createLive(() => store.read((record) => loadPlans(record, now())))
  const plan = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'plans' && id !== null && id !== 'new'
      ? store.read((record) => loadPlanView(record, id, now()))
      : null
  })
  const sheets = createLive(() => store.read((record) => loadSheets(record, now())))
  const sheet = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'realignment' && id !== null && id !== 'new'
      ? store.read((record) => loadSheetView(record, id, now()))
      : null
  })
  const partnerReview = createLive(async () => {
    const { view, id } = router.route.peek()
    return view === 'upkeep' && id !== null ? loadReviewView(store, id) : null
  })
  const ofOpenPartner = async <T>(load: (open: Partner) => Promise<T>): Promise<T | null> => {
    const { view, id } = router.route.peek()
    const open = view === 'partners' && id !== null && id !== 'new' ? await store.partners.get(id) : null
    return open === null ? null : load(open)
  }
  const trends = createLive(() => ofOpenPartner((open) => store.read((record) => loadTrends(record, open, now()))))
  const readBacktest = createBacktest(store)
  const backtest = createLive(() => ofOpenPartner(readBacktest))
  const timeline = createTimeline((shown) =>
    ofOpenPartner((open) => store.read((record) => loadTimeline(record, open, now(), shown))),
  )
  const ruleRecord = createLive(async () => (router.route.peek().id === null ? null : store.read(loadRuleRecord)))
  const versions = createLive(async () => {
    const { view, id, query } = router.route.peek()
    return view === 'guidelines' && id !== null && query['version'] !== undefined ? versionsOf(store, id) : null
  })
  const sites = createSitesView({ store, send, permissions: ports.permissions, sites: adapters, toasts, now })
  const notify = createNotify({ ...ports, toasts })
  const overrides = createOverrides({ store, send, toasts, now })

  const platforms = adapters.map(({ id }) => id)
  const watches = createWatches({ ...ports, toasts, platforms, onChange: () => refresh() })

  /** What each view reads; nothing else is read while it is shown. */
  const needs: Record<View, readonly { refresh(): Promise<void> }[]> = {
    attention: [attention],
    review: [queue, draft, draftSources, everyone],
    incidents: [incidents, incident, everyone],
    vetting: [vettings, vetting],
    agreements: [agreements, agreement, everyone],
    plans: [plans, plan, sheets, everyone],
    realignment: [plans, sheets, sheet, everyone],
    upkeep: [partnerReview],
    partners: [partners, everyone],
    guidelines: [guidelines, everyone, ruleRecord, versions, briefs],
    notes: [notes, everyone],
    sites: [sites.rows, overrides.list],
    settings: [settings, stats, corrections, notify.webhooks, notify.ledger],
    check: [guidelines, settings, everyone],
    capture: [capture.current, guidelines, settings, everyone],
    reports: [keptReports, everyone],
    watches: [watches.list, everyone],
  }
  const live = {
    attention,
    review: queue,
    incidents,
    vetting: vettings,
    agreements,
    plans,
    realignment: sheets,
    upkeep: partnerReview,
    partners,
    guidelines,
    notes,
    settings,
    check: guidelines,
    capture: capture.current,
    sites: sites.rows,
    reports: keptReports,
    watches: watches.list,
  }

  const refresh = async () => {
    const { view, id } = router.route.peek()
    const isPartner = view === 'partners' && id !== null
    await Promise.all([...(isPartner ? [partner] : needs[view]), settings].map((one) => one.refresh()))
    // The page does not wait for its charts, nor for everybody's names.
    if (isPartner) {
      await Promise.all([trends.refresh(), everyone.refresh()])
      await Promise.all([timeline.live.refresh(), backtest.refresh()])
    }
  }
  const search = createSearch(store)
  const notebook = createNotebook({ ...ports, surface: 'dashboard', toasts, onChange: refresh })
  const guidelineEdit = createGuidelineEdit({ store, send, storage, kinds, toasts, now, newId, onChange: refresh })
  const partnerEdit = createPartnerEdit({ store, send, toasts, now, newId, onChange: refresh })

  const changeViews = async (change: (views: SavedView[]) => SavedView[]): Promise<boolean> => {
    const done = await toasts.attempt(async () => {
      const stored = await store.settings.get()
      await send('settings.save', { ...stored, savedViews: change(stored.savedViews) })
    })
    await settings.refresh()
    return done
  }

  let shownId: string | null = null
  function follow(): void {
    const { view, id } = router.route.peek()
    const key = id === null ? null : `${view}/${id}`
    if (key !== shownId) {
      shownId = key
      if (view === 'partners' && id !== null && id !== 'new') {
        notebook.editor.show(id)
        void partner.reset()
        void trends.reset()
        timeline.forget()
        backtest.forget()
      }
      if (view === 'review' && id !== null) void draft.reset()
      if (view === 'incidents' && id !== null) void incident.reset()
      if (view === 'vetting' && id !== null) void vetting.reset()
      if (view === 'agreements' && id !== null) void agreement.reset()
      if (view === 'plans' && id !== null) void plan.reset()
      if (view === 'realignment' && id !== null) void sheet.reset()
      if (view === 'upkeep' && id !== null) void partnerReview.reset()
      if (view === 'guidelines' && id !== null) {
        void guidelineEdit.open(id)
        void versions.reset()
        void briefs.reset()
      }
    }
    if (view === 'notes') notebook.editor.show(null)
    void refresh()
  }
  for (const stop of [
    onRevision(() => {
      search.forget()
      void refresh()
    }),
    ports.permissions.onChange(() => void sites.rows.refresh()),
    router.onGo(follow),
  ])
    ports.signal.addEventListener('abort', stop)
  follow()
  notebook.saver.retry()
  let saving = Promise.resolve()

  return {
    router,
    toasts,
    attention,
    attendMore() {
      attending += ATTENTION_PAGE
      void attention.refresh()
    },
    alertEdit: createAlertEdit({ ...ports, toasts, onChange: refresh }),
    watches,
    partners,
    partner,
    trends,
    backtest,
    timeline,
    guidelines,
    notes,
    settings,
    stats,
    sites,
    overrides,
    notify,
    partnerEdit,
    guidelineEdit,
    notebook,
    search,
    ruleRecord,
    versions,
    partnerTransfer: createPartnerTransfer({ store, send, toasts, now, newId, onChange: refresh }),
    transfer: createGuidelineTransfer({ store, send, toasts, now, newId, onChange: refresh }),
    letters: createLetters({ ...ports, toasts, onChange: refresh }),
    commitments: createCommitments({ ...ports, toasts, onChange: refresh }),
    record: createRecordTransfer({ ...ports, toasts, onChange: refresh }),
    queue,
    draft,
    draftSources,
    briefs,
    briefEdit: createBriefEdit({ ...ports, toasts, onChange: refresh }),
    draftEdit: createDraftEdit({ ...ports, toasts, onChange: refresh }),
    incidents,
    incident,
    agreements,
    agreement,
    agreementEdit: createAgreementEdit({ ...ports, toasts, onChange: refresh }),
    incidentEdit: createIncidentEdit({ ...ports, toasts, onChange: refresh }),
    capture,
    vettings,
    vetting,
    vettingEdit: createVettingEdit({ ...ports, toasts, onChange: refresh }),
    vettingProgress: vettingReader.progress,
    async vet({ name, accounts: [account] }) {
      if (!account) return
      const id = await startVetting(ports, toasts, { ...account, name })
      if (id !== null) router.go('vetting', id)
    },
    plans,
    plan,
    planEdit: createPlanEdit({ ...ports, toasts, onChange: refresh }),
    sheets,
    sheet,
    sheetEdit: createSheetEdit({ ...ports, toasts, onChange: refresh }),
    partnerReview,
    upkeep: createUpkeep({ ...ports, toasts, onChange: refresh }),
    viewKeys: { current: null },
    review: createReview({ ...ports, toasts, onChange: refresh }),
    corrections,
    keptReports,
    reports: createReports({ ...ports, toasts, onChange: refresh }),
    dueDates: () => dueDates(store, now()),
    toneEdit: createToneEdit({ ...ports, toasts, onChange: refresh }),
    problem: computed(() => {
      const { view, id } = router.route.value
      return view === 'partners' && id !== null ? partner.problem.value : live[view].problem.value
    }),
    dialog,
    show(next) {
      dialog.value = next
      // It names every partner and guideline, whatever the view below it has read.
      if (next === 'palette') void Promise.all([everyone.refresh(), guidelines.refresh()])
    },
    rescoring: createRescoring({ ...ports, toasts }),
    everyone,
    names: computed(() => new Map(everyone.value.value?.map(({ id, name }) => [id, name]))),
    kinds,
    tryOptions: computed(() => ({
      ...tryDefaults,
      jurisdiction: (settings.value.value ?? defaultSettings).jurisdiction,
    })),
    toneOf: ports.toneOf,
    storedTrial: createStoredTrial(ports),
    saveView: (view) => changeViews((views) => [...views.filter(({ name }) => name !== view.name), view]),
    async removeView(view) {
      const removed = await changeViews((views) => views.filter(({ name }) => name !== view.name))
      if (removed) toasts.say('viewRemoved', [view.name], () => changeViews((views) => [...views, view]))
    },
    async saveSettings(change) {
      // One after the other: each changes what the one before has stored.
      const before = saving
      const save = async () => {
        await before
        await toasts.attempt(async () => {
          const stored = await store.settings.get()
          await send('settings.save', { ...stored, ...(typeof change === 'function' ? change(stored) : change) })
          toasts.say('settingsSaved')
        })
        await settings.refresh()
      }
      saving = save()
      await saving
    },
    async loadSample() {
      await toasts.attempt(async () => {
        await send('sample.load', {})
        toasts.say('sampleLoaded')
      })
      await refresh()
    },
    refresh,
  }
}

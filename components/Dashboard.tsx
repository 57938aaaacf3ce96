import { i18n } from '#i18n'
import {
  BellRing,
  ClipboardCheck,
  ClipboardList,
  Eye,
  FileSignature,
  FileText,
  Globe,
  HandHeart,
  Keyboard,
  Settings2,
  SearchCheck,
  Siren,
  Stamp,
  StickyNote,
  Users,
} from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute, type View } from '../lib/state/route.ts'
import { AgreementPage } from './AgreementPage.tsx'
import { AgreementsView } from './AgreementsView.tsx'
import { AttentionView } from './AttentionView.tsx'
import { BriefView } from './BriefView.tsx'
import { CaptureView } from './CaptureView.tsx'
import { CheckView } from './CheckView.tsx'
import { DraftPage } from './DraftPage.tsx'
import { NewDraft } from './DraftForm.tsx'
import { CorrectionsView } from './CorrectionsView.tsx'
import { GuidelineEditor } from './GuidelineEditor.tsx'
import { GuidelinesView } from './GuidelinesView.tsx'
import { IconButton } from './Button.tsx'
import { Icon, type IconNode } from './Icon.tsx'
import { IncidentPage } from './IncidentPage.tsx'
import { IncidentsView } from './IncidentsView.tsx'
import { NotesView } from './NotesView.tsx'
import { Palette, Shortcuts } from './Palette.tsx'
import { PartnerPage } from './PartnerPage.tsx'
import { PartnerReviewPage } from './PartnerReviewPage.tsx'
import { PartnersView } from './PartnersView.tsx'
import { PlanPage } from './PlanPage.tsx'
import { PlansView } from './PlansView.tsx'
import { ReportPage } from './ReportPage.tsx'
import { ReportsView } from './ReportsView.tsx'
import { RescoringNote } from './RescoringNote.tsx'
import { ReviewView } from './ReviewView.tsx'
import { RuleRecordView } from './RuleRecordView.tsx'
import { SettingsView } from './SettingsView.tsx'
import { SheetPage } from './SheetPage.tsx'
import { SitesView } from './SitesView.tsx'
import { ErrorNote } from './States.tsx'
import { ToastList } from './ToastList.tsx'
import { VersionsView } from './VersionsView.tsx'
import { VettingPage } from './VettingPage.tsx'
import { VettingView } from './VettingView.tsx'
import { WatchesView } from './WatchesView.tsx'

const places: readonly { view: View; icon: IconNode; key: string }[] = [
  { view: 'attention', icon: BellRing, key: 'a' },
  { view: 'review', icon: Stamp, key: 'r' },
  { view: 'incidents', icon: Siren, key: 'i' },
  { view: 'agreements', icon: FileSignature, key: 'm' },
  { view: 'plans', icon: HandHeart, key: 'l' },
  { view: 'partners', icon: Users, key: 'p' },
  { view: 'vetting', icon: ClipboardList, key: 'v' },
  { view: 'guidelines', icon: ClipboardCheck, key: 'g' },
  { view: 'notes', icon: StickyNote, key: 'n' },
  { view: 'check', icon: SearchCheck, key: 'c' },
  { view: 'reports', icon: FileText, key: 't' },
  { view: 'sites', icon: Globe, key: 's' },
  { view: 'settings', icon: Settings2, key: 'd' },
]

/** Where keys and the palette lead besides; watches belong to what needs attention, and are not in the navigation. */
const everyPlace: typeof places = [...places, { view: 'watches', icon: Eye, key: 'w' }]

/** Views without a place of their own in the navigation. */
const placeOf = (view: View): View => within[view] ?? view
const within: Partial<Record<View, View>> = {
  watches: 'attention',
  realignment: 'plans',
  upkeep: 'partners',
  capture: 'check',
}

/** The dashboard: navigation on the left, one view on the right, an address for each. */
export function Dashboard({ state, now }: { state: DashboardState; now: () => number }) {
  const { router } = state
  const { view, id } = router.route.value
  useShortcuts(state)
  const nav = useRef<HTMLUListElement>(null)
  // On a narrow screen it is one line that scrolls.
  useLayoutEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [view])
  return (
    <div class="dashboard">
      <a class="skip" href="#main" onClick={skipToMain}>
        {i18n.t('dash.skip')}
      </a>
      <nav class="nav" aria-label={i18n.t('dash.navigation')}>
        <p class="nav-brand">{i18n.t('extName')}</p>
        <ul ref={nav}>
          {places.map((place) => (
            <li key={place.view}>
              <a
                href={formatRoute({ view: place.view, id: null, query: {} })}
                title={i18n.t(`dash.view.${place.view}`)}
                {...(place.view === placeOf(view) ? { 'aria-current': 'page' as const } : {})}
              >
                <Icon icon={place.icon} />
                <span>{i18n.t(`dash.view.${place.view}`)}</span>
              </a>
            </li>
          ))}
        </ul>
        <IconButton icon={Keyboard} label={i18n.t('dash.shortcuts')} onClick={() => state.show('shortcuts')} />
      </nav>
      <main id="main" tabIndex={-1}>
        <RescoringNote rescoring={state.rescoring} />
        {state.problem.value && <ErrorNote problem={state.problem.value} onRetry={() => void state.refresh()} />}
        <Shown state={state} view={view} id={id} now={now()} clock={now} />
      </main>
      <Shortcuts state={state} places={everyPlace} />
      <Palette state={state} places={everyPlace} />
      <ToastList toasts={state.toasts} />
    </div>
  )
}

function Shown({
  state,
  view,
  id,
  now,
  clock,
}: {
  state: DashboardState
  view: View
  id: string | null
  now: number
  clock: () => number
}) {
  switch (view) {
    case 'attention':
      return <AttentionView state={state} now={now} />
    case 'review':
      if (id === 'new') return <NewDraft state={state} />
      return id === null ? <ReviewView state={state} now={now} /> : <DraftPage key={id} state={state} now={now} />
    case 'incidents':
      return id === null || id === 'new' ? (
        <IncidentsView state={state} clock={clock} />
      ) : (
        <IncidentPage key={id} state={state} clock={clock} />
      )
    case 'vetting':
      return id === null ? <VettingView state={state} now={now} /> : <VettingPage key={id} state={state} now={now} />
    case 'agreements':
      return id === null || id === 'new' ? <AgreementsView state={state} /> : <AgreementPage key={id} state={state} />
    case 'plans':
      return id === null || id === 'new' ? <PlansView state={state} /> : <PlanPage key={id} state={state} />
    case 'realignment':
      return id === null ? <PlansView state={state} /> : <SheetPage key={id} state={state} now={now} />
    case 'upkeep':
      return <PartnerReviewPage key={id} state={state} />
    case 'partners':
      return id === null || id === 'new' ? (
        <PartnersView state={state} now={now} />
      ) : (
        <PartnerPage key={id} state={state} now={now} />
      )
    case 'guidelines':
      if (id === null) return <GuidelinesView state={state} now={now} />
      if (state.router.route.value.query['brief'] !== undefined) return <BriefView key={id} state={state} />
      return state.router.route.value.query['version'] !== undefined ? (
        <VersionsView key={id} state={state} now={now} />
      ) : (
        <>
          <GuidelineEditor key={id} state={state} />
          <RuleRecordView state={state} now={now} />
        </>
      )
    case 'notes':
      return <NotesView state={state} now={now} />
    case 'sites':
      return <SitesView state={state} now={now} />
    case 'settings':
      return id === 'corrections' ? (
        <CorrectionsView state={state} now={now} />
      ) : (
        <SettingsView state={state} now={now} />
      )
    case 'reports':
      return id === null ? <ReportsView state={state} now={now} /> : <ReportPage key={id} state={state} />
    case 'watches':
      return <WatchesView state={state} />
    case 'capture':
      return <CaptureView state={state} now={now} />
    case 'check':
      return <CheckView state={state} />
    default:
      return null
  }
}

function skipToMain(event: Event): void {
  // The hash is the route: moving the focus by hand leaves it alone.
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** `?` shortcuts, `g` and a letter to go, `/` to search, Ctrl/⌘+K for everything. Never while typing. */
function useShortcuts(state: DashboardState): void {
  useLayoutEffect(() => {
    let going = false
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        state.show('palette')
        return
      }
      const target = event.target instanceof Element ? event.target : null
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest('input, textarea, select, dialog')) return
      const wasGoing = going
      const place = going ? everyPlace.find(({ key }) => key === event.key) : undefined
      going = event.key === 'g' && !place
      if (place) state.router.go(place.view)
      else if (event.key === '?') state.show('shortcuts')
      else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (search) event.preventDefault()
        search?.focus()
      } else if (!going && !wasGoing && state.viewKeys.current?.(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [state])
}

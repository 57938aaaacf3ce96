import { i18n } from '#i18n'
import { HandHeart, Handshake, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import type { PlanRow } from '../lib/state/plans.ts'
import type { SheetRow } from '../lib/state/realignments.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { DueList } from './DueList.tsx'
import { Select, TextField } from './Field.tsx'
import { dayWords, planLooks, sheetLooks } from './plan-words.ts'
import { EmptyState } from './States.tsx'
import { codeWords } from './words.ts'

const planLink = (id: string) => formatRoute({ view: 'plans', id, query: {} })
const sheetLink = (id: string) => formatRoute({ view: 'realignment', id, query: {} })

/** Recovery plans and change sheets: what runs first. */
export function PlansView({ state }: { state: DashboardState }) {
  const { id, view } = state.router.route.value
  const plans = state.plans.value.value
  const sheets = state.sheets.value.value
  const isMaking = view === 'plans' && id === 'new'
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.plans')}</h1>
        {!isMaking && (
          <>
            <Button look="primary" icon={Plus} onClick={() => state.router.go('plans', 'new')}>
              {i18n.t('plan.new')}
            </Button>
            <Button icon={Plus} onClick={() => state.router.go('realignment', 'new')}>
              {i18n.t('realign.new')}
            </Button>
          </>
        )}
      </div>
      {isMaking && <NewPlan state={state} />}
      {!isMaking && !plans && !state.plans.problem.value && <p class="soft">{i18n.t('plan.loading')}</p>}
      {plans && (
        <section class="card" aria-labelledby="plans">
          <h2 id="plans">{i18n.t('plan.list')}</h2>
          {plans.length === 0 ? (
            <EmptyState icon={HandHeart}>{i18n.t('plan.none')}</EmptyState>
          ) : (
            <ul class="list">
              {plans.map((row) => (
                <Plan key={row.plan.id} row={row} />
              ))}
            </ul>
          )}
        </section>
      )}
      {sheets && (
        <section class="card" aria-labelledby="sheets">
          <h2 id="sheets">{i18n.t('realign.list')}</h2>
          {sheets.length === 0 ? (
            <EmptyState icon={Handshake}>{i18n.t('realign.none')}</EmptyState>
          ) : (
            <ul class="list">
              {sheets.map((row) => (
                <Sheet key={row.sheet.id} row={row} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}

function Plan({ row, hidePartner = false }: { row: PlanRow; hidePartner?: boolean }) {
  const { plan, partner, progress, trust, next } = row
  return (
    <li class="draft-row">
      <div class="grow">
        <a class="theirs strong" href={planLink(plan.id)}>
          {plan.title}
        </a>
        <p class="soft small">
          {!hidePartner && <span class="theirs">{partner.name} · </span>}
          {trust.index === null ? i18n.t('plan.trustUnknown') : i18n.t('plan.trustIs', [Math.round(trust.index)])}
        </p>
        {next && <DueList due={[next]} here />}
      </div>
      <Badge {...planLooks[progress.state]}>{codeWords('plan.state', progress.state)}</Badge>
    </li>
  )
}

function Sheet({ row, hidePartner = false }: { row: SheetRow; hidePartner?: boolean }) {
  const { sheet, partner, progress, today } = row
  const { reviewOn } = progress
  return (
    <li class="draft-row">
      <div class="grow">
        <a class="theirs strong" href={sheetLink(sheet.id)}>
          {sheet.title}
        </a>
        <p class="soft small">
          {!hidePartner && <span class="theirs">{partner.name} · </span>}
          {i18n.t('realign.version', [progress.version.n])}
          {reviewOn !== null && (
            <>
              {' · '}
              <span class={reviewOn < today ? 'act-text strong' : ''}>
                {i18n.t(reviewOn < today ? 'realign.reviewOver' : 'realign.reviewOn', [dayWords(reviewOn)])}
              </span>
            </>
          )}
        </p>
      </div>
      <Badge {...sheetLooks[progress.state]}>{codeWords('realign.state', progress.state)}</Badge>
    </li>
  )
}

/** A plan by choice, or from an incident: then it begins with what its post-mortem says. */
function NewPlan({ state }: { state: DashboardState }) {
  const { query } = state.router.route.value
  const names = state.names.value
  const incidentId = query['incident'] ?? null
  const [partnerId, setPartnerId] = useState(query['partner'] ?? '')
  const [title, setTitle] = useState(query['title'] ?? '')
  const [typed, setBy] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const by = typed ?? state.settings.value.value?.approval.reviewer ?? ''
  const make = async () => {
    setTried(true)
    if (partnerId === '' || title.trim() === '' || by.trim() === '') return
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const id = await state.planEdit.make({ partnerId, title: title.trim(), incidentId, timeZone, by })
    if (id !== null) state.router.go('plans', id)
  }
  return (
    <form
      class="card draft-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h2>{i18n.t('plan.new')}</h2>
      <p class="soft">{i18n.t(incidentId === null ? 'plan.newHint' : 'plan.newFromIncident')}</p>
      <Select
        label={i18n.t('incident.partner')}
        value={partnerId}
        error={tried && partnerId === '' ? i18n.t('incident.partnerMissing') : undefined}
        options={[
          { value: '', label: i18n.t('incident.choose') },
          ...[...names].map(([value, label]) => ({ value, label })),
        ]}
        onValue={setPartnerId}
      />
      <TextField
        label={i18n.t('plan.title')}
        maxLength={300}
        value={title}
        error={tried && title.trim() === '' ? i18n.t('plan.titleMissing') : undefined}
        onValue={setTitle}
      />
      <TextField
        label={i18n.t('incident.by')}
        hint={i18n.t('incident.byHint')}
        maxLength={120}
        value={by}
        error={tried && by.trim() === '' ? i18n.t('plan.refused.noName') : undefined}
        onValue={setBy}
      />
      <div class="draft-actions">
        <Button look="primary" type="submit">
          {i18n.t('plan.make')}
        </Button>
        <Button onClick={() => state.router.go('plans')}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** On the partner's page. */
export function PartnerPlans({ view }: { view: PartnerView }) {
  const query = { partner: view.partner.id }
  return (
    <section class="card" aria-labelledby="partner-plans">
      <h2 id="partner-plans">{i18n.t('dash.view.plans')}</h2>
      {view.plans.length + view.sheets.length > 0 && (
        <ul class="list">
          {view.plans.map((row) => (
            <Plan key={row.plan.id} row={row} hidePartner />
          ))}
          {view.sheets.map((row) => (
            <Sheet key={row.sheet.id} row={row} hidePartner />
          ))}
        </ul>
      )}
      <div class="draft-actions">
        <a class="button" href={formatRoute({ view: 'plans', id: 'new', query })}>
          {i18n.t('plan.new')}
        </a>
        <a class="button" href={formatRoute({ view: 'realignment', id: 'new', query })}>
          {i18n.t('realign.new')}
        </a>
      </div>
    </section>
  )
}

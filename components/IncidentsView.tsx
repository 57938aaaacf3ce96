import { i18n } from '#i18n'
import { Plus, Siren } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { IncidentRow } from '../lib/state/incidents.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import { IncidentClocks } from './IncidentClocks.tsx'
import { levelLooks, levelWord } from './incident-words.ts'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { alertWords, codeWords } from './words.ts'

const linkTo = (id: string) => formatRoute({ view: 'incidents', id, query: {} })

/** Every incident, open ones first with their clocks. */
export function IncidentsView({ state, clock }: { state: DashboardState; clock: () => number }) {
  const { id } = state.router.route.value
  const rows = state.incidents.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.incidents')}</h1>
        {id === null && (
          <Button look="primary" icon={Plus} onClick={() => state.router.go('incidents', 'new')}>
            {i18n.t('incident.new')}
          </Button>
        )}
      </div>
      {id === 'new' && <NewIncident state={state} />}
      {id === null && rows?.length === 0 && <EmptyState icon={Siren}>{i18n.t('incident.none')}</EmptyState>}
      {rows &&
        [true, false].map((isOpen) => {
          const shown = rows.filter((row) => row.isOpen === isOpen)
          return (
            shown.length > 0 && (
              <section
                key={String(isOpen)}
                class="card"
                aria-label={i18n.t(isOpen ? 'incident.isOpen' : 'incident.isClosed')}
              >
                <h2>{i18n.t(isOpen ? 'incident.isOpen' : 'incident.isClosed')}</h2>
                <ul class="list">
                  {shown.map((row) => (
                    <Row key={row.incident.id} row={row} clock={clock} />
                  ))}
                </ul>
              </section>
            )
          )
        })}
    </>
  )
}

function Row({ row, clock }: { row: IncidentRow; clock: () => number }) {
  const { incident, partner, progress, isOpen } = row
  const { level } = progress.assessment
  return (
    <li class="draft-row">
      <div class="grow">
        <a class="theirs strong" href={linkTo(incident.id)}>
          {incident.title}
        </a>
        <p class="soft small">
          <span class="theirs">{partner.name}</span> · {codeWords('incident.status', progress.status)} ·{' '}
          <TimeAgo at={incident.createdAt} now={clock()} />
        </p>
        {isOpen && <IncidentClocks row={row} now={clock} brief />}
      </div>
      <Badge {...levelLooks[level ?? 'unknown']}>{levelWord(level)}</Badge>
    </li>
  )
}

/** Opened by hand, or proposed from an alert: nothing is opened before a person says so. */
function NewIncident({ state }: { state: DashboardState }) {
  const { query } = state.router.route.value
  const names = state.names.value
  const found = state.attention.value.value?.partners
    .flatMap(({ alerts }) => alerts)
    .find(({ id }) => id === query['alert'])
  const words = found ? alertWords(found) : ''
  const [title, setTitle] = useState('')
  const [partnerId, setPartnerId] = useState(query['partner'] ?? '')
  const [by, setBy] = useState('')
  const [tried, setTried] = useState(false)
  const name = by || (state.settings.value.value?.approval.reviewer ?? '')
  useEffect(() => {
    if (query['alert'] !== undefined) void state.attention.refresh()
  }, [state, query['alert']])
  const what = title || words.slice(0, 300)
  const open = async () => {
    setTried(true)
    if (what.trim() === '' || partnerId === '' || name.trim() === '') return
    const id = await state.incidentEdit.open({
      partnerId,
      title: what.trim(),
      alert: found ? { id: found.id, words } : null,
      evidence: found ? [...found.evidence] : [],
      by: name,
    })
    if (id !== null) state.router.go('incidents', id)
  }
  return (
    <form
      class="card draft-form"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <h2>{i18n.t('incident.new')}</h2>
      {found && <p class="theirs">{i18n.t('incident.proposed', [words])}</p>}
      <p class="soft">{i18n.t('incident.openHint')}</p>
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
        label={i18n.t('incident.title')}
        maxLength={300}
        value={what}
        error={tried && what.trim() === '' ? i18n.t('incident.titleMissing') : undefined}
        onValue={setTitle}
      />
      <TextField
        label={i18n.t('incident.by')}
        hint={i18n.t('incident.byHint')}
        maxLength={120}
        value={name}
        error={tried && name.trim() === '' ? i18n.t('incident.refused.noName') : undefined}
        onValue={setBy}
      />
      <div class="draft-actions">
        <Button look="primary" type="submit">
          {i18n.t('incident.openIt')}
        </Button>
        <Button onClick={() => state.router.go('incidents')}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** On the partner's page. */
export function PartnerIncidents({ view }: { view: PartnerView }) {
  const query = { partner: view.partner.id }
  return (
    <section class="card" aria-labelledby="incidents">
      <h2 id="incidents">{i18n.t('incident.ofPartner')}</h2>
      {view.incidents.length > 0 && (
        <ul class="list">
          {view.incidents.map(({ incident, progress }) => (
            <li key={incident.id}>
              <span class="grow">
                <a class="theirs" href={linkTo(incident.id)}>
                  {incident.title}
                </a>{' '}
                <span class="soft small">{codeWords('incident.status', progress.status)}</span>
              </span>
              <Badge {...levelLooks[progress.assessment.level ?? 'unknown']}>
                {levelWord(progress.assessment.level)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <div>
        <a class="button" href={formatRoute({ view: 'incidents', id: 'new', query })}>
          {i18n.t('incident.new')}
        </a>
      </div>
    </section>
  )
}

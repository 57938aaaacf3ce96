import { i18n } from '#i18n'
import { useSignal } from '@preact/signals'
import { CircleCheck, CircleDashed, KeyRound, Plus, Trash2, TriangleAlert } from 'lucide'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { SiteRow } from '../lib/state/sites-view.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextField } from './Field.tsx'
import { DriftNote, ReadRates } from './Drift.tsx'
import { MissList } from './Misses.tsx'
import { OverridesView } from './OverridesView.tsx'
import { codeWords, fieldName } from './words.ts'

/** Each site: whether Rapport may read it, what it shows there, and what it could not read. */
export function SitesView({ state, now }: { state: DashboardState; now: number }) {
  const rows = state.sites.rows.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.sites')}</h1>
      </div>
      <p class="soft">{i18n.t('site.intro')}</p>
      <ul class="list">
        {rows?.map((row) => (
          <SiteItem key={`${row.platform}${row.host ?? ''}`} row={row} state={state} now={now} />
        ))}
      </ul>
      <OverridesView state={state.overrides} now={now} />
      {state.sites.federated.length > 0 && <AddHost state={state} />}
    </>
  )
}

function SiteItem({ row, state: { sites }, now }: { row: SiteRow; state: DashboardState; now: number }) {
  const name = row.host ?? row.name
  return (
    <li>
      <div class="grow">
        <h2 class="theirs">
          {name} {row.host !== null && <span class="soft">{row.name}</span>}
        </h2>
        <p class="soft small theirs">
          {hosts(row.allowed ? row.origins.filter((origin) => !row.missing.includes(origin)) : row.origins)}
        </p>
        {row.allowed && row.missing.length > 0 && (
          <p class="soft small theirs">{i18n.t('site.notYetAllowed', [hosts(row.missing)])}</p>
        )}
      </div>
      {row.allowed && row.pages.length > 0 && <ReadingBadge row={row} />}
      {row.allowed ? (
        <Badge meaning="good" icon={CircleCheck}>
          {i18n.t(row.missing.length === 0 ? 'site.allowed' : 'site.partlyAllowed')}
        </Badge>
      ) : (
        <Badge meaning="unknown" icon={CircleDashed}>
          {i18n.t('site.notAllowed')}
        </Badge>
      )}
      {row.allowed && row.host === null && (
        <Checkbox
          label={i18n.t('site.overlay')}
          checked={row.overlay}
          onValue={(on) => void sites.setOverlay(row, on)}
        />
      )}
      {row.allowed && row.missing.length > 0 && (
        <Button
          icon={KeyRound}
          aria-label={i18n.t('site.allowRestLabel', [hosts(row.missing)])}
          onClick={() => void sites.allow(row)}
        >
          {i18n.t('site.allowRest')}
        </Button>
      )}
      {row.allowed ? (
        <Button aria-label={i18n.t('site.revokeLabel', [name])} onClick={() => void sites.revoke(row)}>
          {i18n.t('site.revoke')}
        </Button>
      ) : (
        <Button
          icon={KeyRound}
          aria-label={i18n.t('site.allowLabel', [name])}
          title={i18n.t('site.why', [name])}
          onClick={() => void sites.allow(row)}
        >
          {i18n.t('site.allowShort')}
        </Button>
      )}
      {row.host !== null && (
        <Button
          look="danger"
          icon={Trash2}
          aria-label={i18n.t('site.removeHostLabel', [name])}
          onClick={() => void sites.removeHost(name)}
        >
          {i18n.t('common.remove')}
        </Button>
      )}
      {row.host === null && <Reading row={row} now={now} />}
    </li>
  )
}

/** How well the site reads, folded; what has not been confirmed is said of each site, read or not. */
function Reading({ row, now }: { row: SiteRow; now: number }) {
  return (
    <div class="reading">
      <DriftNote alarms={row.alarms} now={now} />
      <details class="misses">
        <summary>{i18n.t('drift.rates')}</summary>
        {row.pages.length === 0 ? <p>{i18n.t('drift.nothingYet')}</p> : <ReadRates pages={row.pages} now={now} />}
        {row.unverified.length > 0 && <p>{i18n.t('drift.notConfirmed', [unverifiedWords(row)])}</p>}
      </details>
      {row.misses.length > 0 && (
        <details class="misses">
          <summary>{i18n.t('site.missesHere', row.misses.length)}</summary>
          <MissList misses={row.misses} now={now} />
        </details>
      )}
    </div>
  )
}

const unverifiedWords = ({ unverified }: SiteRow) =>
  unverified
    .map(({ field, on }) => {
      const pages = on?.map((page) => codeWords('site.page', page)).join(', ')
      return pages === undefined ? fieldName(field) : i18n.t('drift.fieldOn', [fieldName(field), pages])
    })
    .join('; ')

function ReadingBadge({ row: { alarms } }: { row: SiteRow }) {
  return alarms.length === 0 ? (
    <Badge meaning="good" icon={CircleCheck}>
      {i18n.t('drift.readsWell')}
    </Badge>
  ) : (
    <Badge meaning="watch" icon={TriangleAlert}>
      {i18n.t('drift.alarms', alarms.length)}
    </Badge>
  )
}

const hosts = (origins: readonly string[]) =>
  origins.map((origin) => origin.replace(/^[^:]+:\/\/|\/\*$/g, '')).join(', ')

function AddHost({ state: { sites } }: { state: DashboardState }) {
  const platform = useSignal(sites.federated[0]?.id ?? '')
  const host = useSignal('')
  const problem = useSignal<string | null>(null)
  const add = async () => {
    const refused = await sites.addHost(platform.value, host.value)
    problem.value = refused
    if (refused === null) host.value = ''
  }
  return (
    <form
      class="card"
      aria-label={i18n.t('site.addHost')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h2>{i18n.t('site.addHost')}</h2>
      <p class="soft">{i18n.t('site.addHostWhy')}</p>
      <div class="row">
        <Select
          label={i18n.t('site.software')}
          value={platform.value}
          options={sites.federated.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(value) => (platform.value = value)}
        />
        <TextField
          label={i18n.t('site.host')}
          placeholder={i18n.t('site.hostHint')}
          value={host.value}
          inputMode="url"
          onValue={(value) => {
            host.value = value
            problem.value = null
          }}
          {...(problem.value === null ? {} : { error: codeWords('site.problem', problem.value) })}
        />
        <Button type="submit" icon={Plus} disabled={host.value.trim() === ''}>
          {i18n.t('site.addAndAllow')}
        </Button>
      </div>
    </form>
  )
}

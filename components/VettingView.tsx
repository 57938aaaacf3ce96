import { i18n } from '#i18n'
import { ClipboardList } from 'lucide'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { VettingRow } from '../lib/state/vetting.ts'
import { Badge } from './Badge.tsx'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { dayOf, decisionLooks } from './VettingNote.tsx'
import { codeWords } from './words.ts'

/** Every vetting sheet: first those nobody has decided on. */
export function VettingView({ state, now }: { state: DashboardState; now: number }) {
  const rows = state.vettings.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.vetting')}</h1>
      </div>
      <p class="soft">{i18n.t('vet.about')}</p>
      {rows?.length === 0 && <EmptyState icon={ClipboardList}>{i18n.t('vet.none')}</EmptyState>}
      {rows &&
        [false, true].map((isDecided) => {
          const shown = rows.filter(({ verdict }) => (verdict !== null) === isDecided)
          const title = isDecided ? i18n.t('vet.decidedTitle') : i18n.t('vet.openTitle')
          return (
            shown.length > 0 && (
              <section key={String(isDecided)} class="card" aria-label={title}>
                <h2>
                  {title} <span class="soft figure">{shown.length}</span>
                </h2>
                <ul class="list">
                  {shown.map((row) => (
                    <Row key={row.vetting.id} row={row} now={now} />
                  ))}
                </ul>
              </section>
            )
          )
        })}
    </>
  )
}

function Row({ row: { vetting, verdict, partner }, now }: { row: VettingRow; now: number }) {
  const code = verdict?.decision ?? 'open'
  return (
    <li class="draft-row">
      <div class="grow">
        <a class="theirs strong" href={formatRoute({ view: 'vetting', id: vetting.id, query: {} })}>
          {vetting.name}
        </a>
        <p class="soft small">
          <span class="theirs">
            {vetting.accounts
              .map(({ platform, handle }) => `@${handle} · ${codeWords('site.name', platform)}`)
              .join(', ')}
          </span>{' '}
          · <TimeAgo at={vetting.createdAt} now={now} />
          {partner && <> · {i18n.t('vet.isPartner')}</>}
        </p>
        {verdict && <p class="small theirs">{i18n.t('vet.said', [verdict.reason, verdict.by, dayOf(verdict.at)])}</p>}
      </div>
      <Badge {...decisionLooks[code]}>{codeWords('vet.decision', code)}</Badge>
    </li>
  )
}

import { i18n } from '#i18n'
import type { Post } from '../lib/domain/post.ts'
import type { AlertEdit } from '../lib/state/attention.ts'
import { formatRoute } from '../lib/state/route.ts'
import { type Alert, isPlanned } from '../lib/watch/alerts.ts'
import { AlertClause } from './AlertClause.tsx'
import { AlertChange } from './AlertChange.tsx'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { severityLooks } from './meanings.ts'
import { More } from './More.tsx'
import { safeLink } from './safe-link.ts'
import { TimeAgo } from './TimeAgo.tsx'
import { alertWords, severityWord } from './words.ts'

/** Posts that an alert's line links to; the partner's page shows them all. */
const LINKED = 3
const WEEK = 7
/** What watches found is told one by one up to here; more of it folds, so that it hides nothing graver. */
const FOUND = 3

interface ListProps {
  alerts: readonly Alert[]
  posts: ReadonlyMap<string, Post>
  edit: AlertEdit
  now: number
  /** Beside a page of a site, the dashboard opens in a tab of its own. */
  aside?: boolean
  /** Drawn at once; the others, none of them graver, fold out. */
  first?: number
}

/** Alerts, the gravest first: why in one line, what it rests on, and how to put it off. */
export function AlertList({ alerts, first = alerts.length, ...rest }: ListProps) {
  const found = alerts.filter(({ kind }) => kind === 'watch-hit')
  const more = new Set(found.slice(FOUND))
  const told = alerts.filter((alert) => !more.has(alert))
  return (
    <>
      <Items alerts={told.slice(0, first)} {...rest} />
      {told.length > first && (
        <More label={i18n.t('attention.looksMore', told.length - first)}>
          {() => <Items alerts={told.slice(first)} {...rest} />}
        </More>
      )}
      {more.size > 0 && (
        <details class="alerts-more">
          <summary class="small">{i18n.t('attention.found', more.size)}</summary>
          <Items alerts={[...more]} {...rest} />
        </details>
      )}
    </>
  )
}

function Items({ alerts, posts, edit, now, aside = false }: Omit<ListProps, 'first'>) {
  return (
    <ul class="alerts">
      {alerts.map((alert) => {
        const words = alertWords(alert)
        return (
          <li key={alert.id}>
            <div>
              <div class="alert-why">
                <Badge {...severityLooks[alert.severity]}>{severityWord(alert.severity)}</Badge>
                <span class="theirs">
                  {words}
                  {alert.count > 1 && <span class="soft figure"> ({i18n.t('attention.count', [alert.count])})</span>}
                </span>
              </div>
              <p class="soft small">
                <TimeAgo at={alert.since} now={now} />
                {linksOf(alert, posts).map((url, i, all) => (
                  <>
                    {' · '}
                    <a key={url} href={url} target="_blank" rel="noreferrer">
                      {all.length === 1 ? i18n.t('deliverable.openPost') : i18n.t('attention.post', [i + 1])}
                    </a>
                  </>
                ))}
                {draftOf(alert) !== null && (
                  <>
                    {' · '}
                    <a href={draftOf(alert) ?? ''} {...(aside ? { target: '_blank', rel: 'noreferrer' } : {})}>
                      {i18n.t('draft.open')}
                    </a>
                  </>
                )}
                {plannedOf(alert) !== null && (
                  <>
                    {' · '}
                    <a href={plannedOf(alert) ?? ''} {...(aside ? { target: '_blank', rel: 'noreferrer' } : {})}>
                      {i18n.t('attention.openPlan')}
                    </a>
                  </>
                )}
              </p>
              {alert.change && <AlertChange change={alert.change} />}
              {alert.clause && <AlertClause clause={alert.clause} aside={aside} />}
            </div>
            <div class="alert-actions">
              <a class="button quiet" aria-label={i18n.t('incident.fromAlertWhat', [words])} href={incidentOf(alert)}>
                {i18n.t('incident.fromAlert')}
              </a>
              <Button
                look="quiet"
                aria-label={i18n.t('attention.snoozeWhat', [words])}
                onClick={() => void edit.snooze(alert, WEEK)}
              >
                {i18n.t('attention.snooze')}
              </Button>
              <Button
                look="quiet"
                aria-label={i18n.t('attention.muteWhat', [words])}
                onClick={() => void edit.snooze(alert, null)}
              >
                {i18n.t('attention.mute')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const linksOf = ({ evidence }: Alert, posts: ReadonlyMap<string, Post>): string[] =>
  evidence.flatMap((id) => safeLink(posts.get(id)?.url ?? null) ?? []).slice(0, LINKED)

/** Where the draft is that an alert is about, also from the side panel; null for other alerts. */
function draftOf({ kind, evidence }: Alert): string | null {
  if (kind !== 'draft-drifted' && kind !== 'draft-waiting') return null
  return `/dashboard.html${formatRoute({ view: 'review', id: evidence.at(-1) ?? null, query: {} })}`
}

/** Where what is due is done, also from the side panel; null for other alerts. */
function plannedOf({ kind, evidence }: Alert): string | null {
  if (!isPlanned(kind)) return null
  const ofSheet = kind === 'metric-due' || kind === 'review-due'
  const view = kind === 'partner-review-due' ? 'upkeep' : ofSheet ? 'realignment' : 'plans'
  return `/dashboard.html${formatRoute({ view, id: evidence[0] ?? null, query: {} })}`
}

/** Where an incident is proposed from an alert: a form to look at and confirm, also from the side panel. */
function incidentOf({ id, partnerId }: Alert): string {
  return `/dashboard.html${formatRoute({ view: 'incidents', id: 'new', query: { partner: partnerId, alert: id } })}`
}

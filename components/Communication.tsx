import { i18n } from '#i18n'
import type { PartnerView } from '../lib/state/partner-view.ts'
import type { MessageTone } from '../lib/watch/message-tone.ts'
import { Badge } from './Badge.tsx'
import { cadenceLooks } from './meanings.ts'
import { NotCaptured } from './NotCaptured.tsx'
import { ago } from './TimeAgo.tsx'
import { percent, spanOfHours } from './words.ts'

/** How fast the creator answers, what waits for whom, and how long nobody was in touch. */
export function Communication({ view, now }: { view: PartnerView; now: number }) {
  const { communication: talk, cadence, contacts } = view
  if (contacts.length === 0) return <p class="soft">{i18n.t('contact.none')}</p>
  const rows = [
    { label: i18n.t('contact.usual'), value: hoursOf(talk.medianHours), n: talk.answered },
    { label: i18n.t('contact.slow'), value: hoursOf(talk.p90Hours), n: talk.answered },
    { label: i18n.t('contact.rate'), value: talk.replyRate === null ? null : percent(talk.replyRate), n: talk.due },
    { label: i18n.t('contact.initiative'), value: talk.initiative === null ? null : percent(talk.initiative), n: null },
  ]
  return (
    <>
      {talk.open && (
        <p>
          <Badge {...cadenceLooks[talk.open.isOverdue ? 'overdue' : 'due']}>
            {i18n.t(talk.open.isOverdue ? 'contact.overdue' : 'contact.waiting', [spanOfHours(talk.open.hours)])}
          </Badge>{' '}
          <span class="soft small">{i18n.t('contact.limit', [spanOfHours(talk.open.limitHours)])}</span>
        </p>
      )}
      {talk.owed && (
        <p>
          <Badge {...cadenceLooks.due}>{i18n.t('contact.owed', [spanOfHours(talk.owed.hours)])}</Badge>
        </p>
      )}
      {cadence && cadence.state !== 'good' && (
        <p>
          <Badge {...cadenceLooks[cadence.state]}>{i18n.t(`contact.cadence.${cadence.state}`)}</Badge>{' '}
          <span class="soft small">
            {i18n.t('contact.cadenceWhy', [
              ago(Date.parse(cadence.lastTouchAt), now),
              cadence.cadence.idealDays,
              cadence.cadence.maximumDays,
            ])}
          </span>
        </p>
      )}
      <dl class="figures">
        {rows.map(({ label, value, n }) => (
          <div key={label}>
            <dt class="soft small">{label}</dt>
            <dd class="figure">
              {figure(value)}{' '}
              {value !== null && n !== null && <span class="soft small">{i18n.t('contact.from', n)}</span>}
            </dd>
          </div>
        ))}
        <div>
          <dt class="soft small">{i18n.t('contact.toneLabel')}</dt>
          <dd class="figure">
            <Tone tone={view.messageTone} />
          </dd>
        </div>
      </dl>
    </>
  )
}

/** "As usual", "shorter", "cooler"; how many messages are missing while that cannot be told (relationship.md B2). */
function Tone({ tone: { drift, n, needs } }: { tone: MessageTone }) {
  if (drift === null) return <NotCaptured>{i18n.t('contact.toneNeeds', [needs, n])}</NotCaptured>
  return (
    <>
      {i18n.t(`contact.tone.${drift}`)} <span class="soft small">{i18n.t('contact.fromMessages', [n])}</span>
    </>
  )
}

const hoursOf = (hours: number | null) => (hours === null ? null : spanOfHours(hours))

const figure = (value: string | null) =>
  value === null ? <NotCaptured>{i18n.t('common.notEnough')}</NotCaptured> : value

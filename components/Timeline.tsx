import { i18n } from '#i18n'
import {
  ArrowDownLeft,
  ArrowUpRight,
  Bell,
  CalendarCheck,
  ClipboardCheck,
  FileSignature,
  Heart,
  Image,
  Route,
  Siren,
  StickyNote,
} from 'lucide'
import { formatRoute } from '../lib/state/route.ts'
import { type TimelineEvent, type TimelineKind, timelineKinds, type TimelineState } from '../lib/state/timeline.ts'
import { Button } from './Button.tsx'
import { Select } from './Field.tsx'
import { Icon, type IconNode } from './Icon.tsx'
import { safeLink } from './safe-link.ts'
import { ErrorNote } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { alertWords, codeWords } from './words.ts'

const icons: Record<TimelineKind, IconNode> = {
  contact: ArrowUpRight,
  note: StickyNote,
  post: Image,
  deliverable: CalendarCheck,
  alert: Bell,
  incident: Siren,
  draft: ClipboardCheck,
  agreement: FileSignature,
  plan: Route,
}
const ALL = ''

/** Everything that happened with a partner, newest first; of one kind only where a person asks for it. */
export function Timeline({ timeline, now }: { timeline: TimelineState; now: number }) {
  const shown = timeline.live.value.value
  const kind = timeline.kind.value
  return (
    <>
      <Select
        label={i18n.t('timeline.show')}
        hideLabel
        value={kind ?? ALL}
        options={[
          { value: ALL, label: i18n.t('timeline.all') },
          ...timelineKinds.map((value) => ({ value, label: i18n.t(`timeline.kind.${value}`) })),
        ]}
        onValue={(value) => timeline.only(timelineKinds.find((one) => one === value) ?? null)}
      />
      {timeline.live.problem.value && (
        <ErrorNote problem={timeline.live.problem.value} onRetry={() => void timeline.live.refresh()} />
      )}
      {shown && shown.events.length === 0 && (
        <p class="soft">{i18n.t(kind === null ? 'timeline.none' : 'timeline.noneOfKind')}</p>
      )}
      {shown && (
        <ul class="timeline">
          {shown.events.map((event) => (
            <Event key={event.id} event={event} now={now} />
          ))}
        </ul>
      )}
      {shown?.more && (
        <div>
          <Button onClick={() => timeline.more()}>{i18n.t('timeline.more')}</Button>
        </div>
      )}
    </>
  )
}

function Event({ event, now }: { event: TimelineEvent; now: number }) {
  const { at, text, page, url } = event
  const link = page ? formatRoute({ view: page.view, id: page.id, query: {} }) : safeLink(url)
  return (
    <li>
      <Icon icon={iconOf(event)} size={14} />
      <div>
        <p class="soft small timeline-what">
          <span>{wordsOf(event)}</span>
          <TimeAgo at={at} now={now} />
        </p>
        {event.alert && <p class="theirs">{alertWords(event.alert)}</p>}
        {(text !== '' || link !== null) && (
          <p class="theirs" dir="auto">
            {link === null ? (
              text
            ) : (
              <a href={link} {...(page ? {} : { target: '_blank', rel: 'noreferrer' })}>
                {text === '' ? i18n.t('deliverable.openPost') : text}
              </a>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

function iconOf({ kind, code }: TimelineEvent): IconNode {
  if (code === 'rated') return Heart
  return code === 'heard' ? ArrowDownLeft : icons[kind]
}

function wordsOf({ code, values }: TimelineEvent): string {
  const [value = ''] = values
  if (code === 'reached' || code === 'heard') return codeWords('contact', code, [codeWords('contact.channel', value)])
  if (code === 'posted') return i18n.t('timeline.posted', [codeWords('site.name', value)])
  if (code === 'deliverable') return i18n.t('timeline.deliverable', [codeWords('deliverable.state', value)])
  if (code === 'planGate') return i18n.t('timeline.planGate', [codeWords('plan.decision', value)])
  return codeWords('timeline', code, values)
}

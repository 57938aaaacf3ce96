import { i18n } from '#i18n'
import type { AttentionList } from '../lib/state/attention.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { DueLook } from '../lib/watch/due-look.ts'
import { More } from './More.tsx'
import { safeLink } from './safe-link.ts'
import { ago } from './TimeAgo.tsx'
import { codeWords } from './words.ts'

/** Shown at once; the others fold out. */
const FIRST = 6

/** Pages that nobody has opened for too long, as links: Rapport fetches nothing by itself. */
export function DueLooksCard({
  due: { looks, names },
  now,
}: {
  due: Pick<AttentionList, 'looks' | 'names'>
  now: number
}) {
  if (looks.length === 0) return null
  const more = looks.slice(FIRST)
  const list = (some: readonly DueLook[]) => (
    <ul class="list">
      {some.map((look) => (
        <Look key={`${look.partnerId} ${look.id}`} look={look} name={names.get(look.partnerId) ?? ''} now={now} />
      ))}
    </ul>
  )
  return (
    <section class="card" aria-labelledby="due-looks">
      <h2 id="due-looks">{i18n.t('attention.looks')}</h2>
      <p class="soft small">{i18n.t('attention.looksWhy')}</p>
      {list(looks.slice(0, FIRST))}
      {more.length > 0 && <More label={i18n.t('attention.looksMore', more.length)}>{() => list(more)}</More>}
    </section>
  )
}

function Look({ look, name, now }: { look: DueLook; name: string; now: number }) {
  const { partnerId, why, url, title, platform, lastSeenAt } = look
  const link = safeLink(url)
  const shown = title === '' ? i18n.t('common.noCaption') : title.slice(0, 80)
  const seen =
    lastSeenAt === null
      ? i18n.t('attention.neverSeen')
      : i18n.t('attention.lastSeen', [ago(Date.parse(lastSeenAt), now)])
  return (
    <li>
      <span class="grow">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partnerId, query: {} })}>
          {name}
        </a>
        {': '}
        {link === null ? (
          <span class="theirs">{shown}</span>
        ) : (
          <a class="theirs" href={link} target="_blank" rel="noreferrer" dir="auto">
            {shown}
          </a>
        )}
        <br />
        <span class="soft small figure">
          {`${i18n.t(`attention.look.${why}`)} · ${codeWords('site.name', platform)} · ${seen}`}
        </span>
      </span>
    </li>
  )
}

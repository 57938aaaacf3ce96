import { i18n } from '#i18n'
import type { DraftView } from '../lib/state/draft-view.ts'
import { didWords } from './draft-words.ts'
import { TimeAgo } from './TimeAgo.tsx'

/** Every decision, the newest first: who, when, about which version, and why. */
export function DraftHistory({ view: { draft }, now }: { view: DraftView; now: number }) {
  const [first] = draft.versions
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{i18n.t('draft.history')}</h2>
      <ol class="draft-history">
        {draft.events.toReversed().map(({ id, kind, by, at, comment, version }) => (
          <li key={id}>
            <span class="theirs">
              <strong>{by}</strong> {didWords(kind)}
            </span>{' '}
            <span class="soft small">
              {i18n.t('draft.version', [version])} · <TimeAgo at={at} now={now} />
            </span>
            {comment !== '' && (
              <p class="comment theirs" dir="auto">
                {comment}
              </p>
            )}
          </li>
        ))}
        {first && (
          <li>
            <span class="theirs">
              <strong>{first.by}</strong>: {i18n.t('draft.historyMade')}
            </span>{' '}
            <span class="soft small">
              <TimeAgo at={first.at} now={now} />
            </span>
          </li>
        )}
      </ol>
    </section>
  )
}

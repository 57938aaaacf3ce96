import { i18n } from '#i18n'
import type { Mood, ToneLabel } from '../lib/domain/tone.ts'
import { Icon } from './Icon.tsx'
import { toneLooks } from './meanings.ts'
import { NotCaptured } from './NotCaptured.tsx'
import { percent, toneWord } from './words.ts'

const order: readonly ToneLabel[] = ['positive', 'neutral', 'negative', 'unclear']

/** The visible comments' mood: a bar for the eye, the shares in words for everyone, and how many were read. */
export function MoodBar({ mood }: { mood: Mood | null }) {
  const spam = mood?.spam ?? 0
  if (!mood || mood.n + spam === 0) return <NotCaptured>{i18n.t('common.noComments')}</NotCaptured>
  return (
    <div class="mood">
      <div class="mood-bar" aria-hidden="true">
        {order.map((label) =>
          mood[label] > 0 ? <span key={label} class={`mood-${label}`} style={{ flexGrow: mood[label] }} /> : null,
        )}
      </div>
      <ul class="mood-key">
        {order.map((label) =>
          mood[label] > 0 ? (
            <li key={label} class="figure">
              <span class={`${toneLooks[label].meaning}-text`}>
                <Icon icon={toneLooks[label].icon} size={14} />
              </span>{' '}
              {i18n.t('common.moodShare', [percent(mood[label] / mood.n), toneWord(label).toLocaleLowerCase()])}
            </li>
          ) : null,
        )}
      </ul>
      <p class="soft small figure">
        {i18n.t('common.moodSample', mood.n)}
        {spam > 0 && ` · ${i18n.t('common.moodSpam', spam)}`}
      </p>
    </div>
  )
}

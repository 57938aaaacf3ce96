import { i18n } from '#i18n'
import type { DueItem } from '../lib/partnership/due.ts'
import { dayWords, dueLink, dueWords } from './plan-words.ts'

/**
 * What plans, change sheets and reviews ask for, each with its day and the way there. `aside`: the links open the
 * dashboard; `here`: it is on the page of what asks, whose title need not be said again.
 */
export function DueList({
  due,
  aside = false,
  here = false,
  nameOf,
}: {
  due: readonly DueItem[]
  aside?: boolean
  here?: boolean
  nameOf?: (partnerId: string) => string
}) {
  return (
    <ul class="list">
      {due.map((item) => (
        <li key={item.id}>
          <span class="grow">
            {nameOf && (
              <>
                <span class="theirs strong">{nameOf(item.partnerId)}</span>
                <br />
              </>
            )}
            <a
              class="theirs"
              href={`${aside ? '/dashboard.html' : ''}${dueLink(item)}`}
              {...(aside ? { target: '_blank', rel: 'noreferrer' } : {})}
            >
              {dueWords(item)}
            </a>{' '}
            <span class="soft small theirs">
              {here || item.of.title === '' ? '' : `${item.of.title} · `}
              <span class={item.inDays < 0 ? 'act-text strong' : ''}>{whenWords(item)}</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function whenWords({ inDays, on }: DueItem): string {
  if (inDays === 0) return i18n.t('plan.today')
  return inDays < 0 ? i18n.t('plan.overdue', [dayWords(on)]) : i18n.t('plan.on', [dayWords(on)])
}

import { i18n } from '#i18n'
import { formatRoute } from '../lib/state/route.ts'
import type { QuotedClause } from '../lib/watch/alerts.ts'
import { codeWords, wordsLocale } from './words.ts'

/** The clause that an alert goes by, in its own words, and where the agreement is; also from the side panel. */
export function AlertClause({ clause, aside }: { clause: QuotedClause; aside: boolean }) {
  const { agreementId, kind, quote, until, timeZone } = clause
  const href = `/dashboard.html${formatRoute({ view: 'agreements', id: agreementId, query: {} })}`
  return (
    <>
      {quote !== undefined && kind !== undefined && (
        <figure class="clause-quote">
          <figcaption class="soft small">
            {i18n.t('agreement.alertQuote')}: {codeWords('clause.kind', kind)}
          </figcaption>
          <blockquote class="theirs" dir="auto">
            {quote}
          </blockquote>
        </figure>
      )}
      <p class="soft small">
        {until !== undefined && <>{i18n.t('agreement.alertUntil', [dayWords(until), timeZone ?? 'UTC'])} · </>}
        <a href={href} {...(aside ? { target: '_blank', rel: 'noreferrer' } : {})}>
          {i18n.t('agreement.alertOpen')}
        </a>
      </p>
    </>
  )
}

/** A day of the calendar in words; it has no hours, so no zone turns it into another. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

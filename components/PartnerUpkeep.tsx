import { i18n } from '#i18n'
import { CalendarCheck, Check, PartyPopper, PenLine, X } from 'lucide'
import { type PartnerReview, type Rhythm, rhythms } from '../lib/domain/partner-review.ts'
import type { Occasion } from '../lib/partnership/occasions.ts'
import { reviewTexts } from '../lib/reports/partner-review.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { dayWords } from './plan-words.ts'
import { EmptyState } from './States.tsx'
import { codeWords, spanWords, wordsLocale } from './words.ts'
import './PartnerUpkeep.css'

/** What it is, in words: "Mara has passed 25,000 followers on Instagram". Its first letter is that of a sentence. */
export function occasionWords({ kind, values }: Pick<Occasion, 'kind' | 'values'>): string {
  const [first = '', second = '', third = ''] = values
  if (kind === 'followers')
    return i18n.t('upkeep.followers', [
      Number(first).toLocaleString(wordsLocale()),
      second,
      codeWords('site.name', third),
    ])
  if (kind === 'anniversary')
    return i18n.t(second === 'agreement' ? 'upkeep.anniversaryAgreement' : 'upkeep.anniversaryPartner', Number(first))
  return i18n.t('upkeep.cleanCampaign', [first])
}

/** Reasons to get in touch that the record gives. Nothing is shown while there is none. */
export function Occasions({
  view,
  onWrite,
  onPutAway,
}: {
  view: PartnerView
  onWrite: (occasion: Occasion) => void
  onPutAway: (occasion: Occasion) => void
}) {
  const { occasions } = view.upkeep
  if (occasions.length === 0) return null
  return (
    <section class="card" aria-labelledby="occasions">
      <h2 id="occasions">{i18n.t('upkeep.occasions')}</h2>
      <ul class="list">
        {occasions.map((occasion) => (
          <li key={occasion.id} class="occasion">
            <span class="grow">
              <Icon icon={PartyPopper} /> <span class="theirs">{occasionWords(occasion)}</span>{' '}
              <span class="soft small figure">{dayWords(occasion.on)}</span>
            </span>
            <span class="draft-actions">
              <Button icon={PenLine} onClick={() => onWrite(occasion)}>
                {i18n.t('upkeep.congratulate')}
              </Button>
              <Button look="quiet" icon={X} onClick={() => onPutAway(occasion)}>
                {i18n.t('upkeep.putAway')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What keeps the partnership alive between campaigns, each with the day it was last used. */
export function Programme({ state, view }: { state: DashboardState; view: PartnerView }) {
  const { last, quietFor } = view.upkeep.programme
  const isNew = last.every(({ on }) => on === null)
  return (
    <section class="card" aria-labelledby="programme">
      <h2 id="programme">{i18n.t('upkeep.programme')}</h2>
      {quietFor !== null && (
        <p class="soft">{i18n.t(isNew ? 'upkeep.quietNever' : 'upkeep.quiet', [spanWords(quietFor)])}</p>
      )}
      <ul class="list">
        {last.map(({ kind, on }) => (
          <li key={kind} class="programme">
            <span class="grow">
              {codeWords('upkeep.kind', kind)}
              <br />
              <span class="soft small">
                {on === null ? i18n.t('upkeep.never') : i18n.t('upkeep.last', [dayWords(on)])}
              </span>
            </span>
            <Button
              icon={Check}
              aria-label={i18n.t('upkeep.usedTodayOf', [codeWords('upkeep.kind', kind)])}
              onClick={() => void state.upkeep.use(view.partner, kind)}
            >
              {i18n.t('upkeep.usedToday')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The reviews that were held or begun, and the way to the next. */
export function PartnerReviews({ state, view }: { state: DashboardState; view: PartnerView }) {
  const { reviews } = view.upkeep
  const begin = async (rhythm: Rhythm) => {
    const id = await state.upkeep.begin(view.partner, rhythm, (filling) => reviewTexts(filling, codeWords))
    if (id !== null) state.router.go('upkeep', id)
  }
  return (
    <section class="card" aria-labelledby="partner-reviews">
      <h2 id="partner-reviews">{i18n.t('upkeep.reviews')}</h2>
      {reviews.length === 0 ? (
        <EmptyState icon={CalendarCheck}>{i18n.t('upkeep.noReviews')}</EmptyState>
      ) : (
        <ul class="list">
          {reviews.map((review) => (
            <ReviewRow key={review.id} review={review} />
          ))}
        </ul>
      )}
      <div class="draft-actions">
        {rhythms.map((rhythm) => (
          <Button key={rhythm} onClick={() => void begin(rhythm)}>
            {i18n.t(rhythm === 'monthly' ? 'upkeep.beginMonthly' : 'upkeep.beginQuarterly')}
          </Button>
        ))}
      </div>
    </section>
  )
}

function ReviewRow({ review }: { review: PartnerReview }) {
  return (
    <li>
      <span class="grow">
        <a href={formatRoute({ view: 'upkeep', id: review.id, query: {} })}>
          {codeWords('upkeep.rhythm', review.rhythm)}
        </a>{' '}
        <span class="soft small figure">
          {i18n.t('report.days', [dayWords(review.from), dayWords(review.to)])}
          {review.nextOn !== null && ` · ${i18n.t('upkeep.nextIs', [dayWords(review.nextOn)])}`}
        </span>
      </span>
      <Badge meaning={review.heldOn === null ? 'watch' : 'good'}>
        {review.heldOn === null ? i18n.t('upkeep.notHeld') : i18n.t('upkeep.heldOnDay', [dayWords(review.heldOn)])}
      </Badge>
    </li>
  )
}

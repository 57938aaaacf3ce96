import { i18n } from '#i18n'
import { Check, Link2, Pencil, Plus, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Deliverable } from '../lib/domain/deliverable.ts'
import type { Post } from '../lib/domain/post.ts'
import { isTimeZone, wallTimeAt } from '../lib/guidelines/window/wall-time.ts'
import type { Delivery } from '../lib/health/delivery.ts'
import { type Commitments, draftOf } from '../lib/state/commitments.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { DeliverableForm } from './DeliverableForm.tsx'
import { deliveryLooks } from './meanings.ts'
import { safeLink } from './safe-link.ts'
import { EmptyState } from './States.tsx'
import { ago } from './TimeAgo.tsx'
import { codeWords, spanOfHours } from './words.ts'

interface DeliverablesProps {
  view: PartnerView
  commitments: Commitments
  now: number
}

/** What the creator has agreed to deliver: when it is due, where it stands, and the post that it became. */
export function Deliverables({ view, commitments, now }: DeliverablesProps) {
  /** What is being written: the id of one that is there, `new`, or nothing. */
  const [editing, setEditing] = useState<string | null>(null)
  /** Kept while the form is open, so that pressing Save twice makes one. */
  const [fresh, setFresh] = useState('')
  const posts = new Map(view.posts.map(({ post }) => [post.id, post]))
  const form = (id: string, stored: Deliverable | null) => (
    <DeliverableForm
      id={id}
      partner={view.partner}
      stored={stored}
      now={now}
      onSave={async (draft) => {
        if (await commitments.save(draft)) setEditing(null)
      }}
      onCancel={() => setEditing(null)}
    />
  )
  return (
    <>
      {view.deliveries.length === 0 && editing === null && <EmptyState>{i18n.t('deliverable.none')}</EmptyState>}
      {view.deliveries.length > 0 && (
        <ul class="deliverables">
          {inOrder(view.deliveries).map((delivery) =>
            editing === delivery.deliverable.id ? (
              <li key={delivery.deliverable.id}>
                <div class="deliverable-more">{form(delivery.deliverable.id, delivery.deliverable)}</div>
              </li>
            ) : (
              <Item
                key={delivery.deliverable.id}
                delivery={delivery}
                offered={view.offers.get(delivery.deliverable.id) ?? null}
                post={posts.get(delivery.deliverable.postId ?? '') ?? null}
                commitments={commitments}
                now={now}
                onEdit={() => setEditing(delivery.deliverable.id)}
              />
            ),
          )}
        </ul>
      )}
      {editing === 'new' ? (
        form(fresh, null)
      ) : (
        <div>
          <Button
            icon={Plus}
            onClick={() => {
              setFresh(commitments.newId())
              setEditing('new')
            }}
          >
            {i18n.t('deliverable.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function Item({
  delivery: { deliverable, state, liveAt, lateHours },
  offered,
  post,
  commitments,
  now,
  onEdit,
}: {
  delivery: Delivery
  offered: Post | null
  post: Post | null
  commitments: Commitments
  now: number
  onEdit: () => void
}) {
  const change = (fields: Partial<Deliverable>) => void commitments.save({ ...draftOf(deliverable), ...fields })
  const due = Date.parse(deliverable.dueAt)
  const open = isOpen({ liveAt, state })
  const link = safeLink(post?.url ?? deliverable.postUrl)
  return (
    <li>
      <div class="deliverable-line">
        <Badge {...deliveryLooks[state]}>{codeWords('deliverable.state', state)}</Badge>
        <span class="theirs strong">{deliverable.title}</span>
      </div>
      <div class="deliverable-actions">
        {open && (
          <IconButton
            icon={Check}
            label={i18n.t('deliverable.done', [deliverable.title])}
            onClick={() => change({ doneAt: new Date(now).toISOString() })}
          />
        )}
        <IconButton icon={Pencil} label={i18n.t('deliverable.edit', [deliverable.title])} onClick={onEdit} />
        <IconButton
          icon={Trash2}
          label={i18n.t('deliverable.delete', [deliverable.title])}
          onClick={() => void commitments.remove(deliverable)}
        />
      </div>
      <p class="deliverable-more soft small figure">
        {i18n.t(`deliverable.kind.${deliverable.kind}`)}
        {deliverable.platform !== null && ` · ${codeWords('site.name', deliverable.platform)}`}
        {' · '}
        <time dateTime={deliverable.dueAt} title={new Date(due).toLocaleString()}>
          {i18n.t('deliverable.due', [ago(due, now), dueWords(deliverable)])}
        </time>
        {lateHours > 0 && ` · ${i18n.t('deliverable.late', [spanOfHours(lateHours)])}`}
        {link !== null && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer">
              {i18n.t('deliverable.openPost')}
            </a>
          </>
        )}
      </p>
      {open && offered && (
        <div class="deliverable-more">
          <p class="small">
            {i18n.t('deliverable.offer')} <span class="theirs">“{shortOf(offered)}”</span>
          </p>
          <Button icon={Link2} onClick={() => change({ postId: offered.id, postUrl: offered.url })}>
            {i18n.t('deliverable.thisOne')}
          </Button>
        </div>
      )}
    </li>
  )
}

const isOpen = ({ liveAt, state }: Pick<Delivery, 'liveAt' | 'state'>) => liveAt === null && state !== 'cancelled'

/** What is still to come or missing first, by due date; then what is settled, the newest first. */
function inOrder(deliveries: readonly Delivery[]): Delivery[] {
  return [...deliveries.filter(isOpen), ...deliveries.filter((one) => !isOpen(one)).toReversed()]
}

/** When it is due as it was agreed: on the clocks of its own zone. */
function dueWords({ dueAt, timeZone }: Deliverable): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
  return `${wallTimeAt(Date.parse(dueAt), zone)} ${zone}`
}

const shortOf = (post: Post) => post.text.trim().slice(0, 80) || i18n.t('common.noCaption')

/** Eleven buttons, one click: how the partnership goes, as the team feels it. */
export function PulseInput({ view, commitments }: { view: PartnerView; commitments: Commitments }) {
  const newest = view.pulses[0] ?? null
  return (
    <>
      <p class="soft small" id="pulse-hint">
        {i18n.t('pulse.hint')}
      </p>
      <fieldset class="pulse" aria-describedby="pulse-hint">
        <legend class="sr-only">{i18n.t('pulse.title')}</legend>
        {Array.from({ length: 11 }, (_, rating) => (
          <button
            key={rating}
            type="button"
            class="figure"
            aria-pressed={newest?.rating === rating}
            aria-label={i18n.t('pulse.rate', [rating])}
            onClick={() => void commitments.rate(view.partner.id, rating)}
          >
            {rating}
          </button>
        ))}
      </fieldset>
    </>
  )
}

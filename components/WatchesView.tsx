import { i18n } from '#i18n'
import { ArrowLeft, Eye, Pencil, Plus, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Watch } from '../lib/domain/watch.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { severityLooks } from './meanings.ts'
import { EmptyState } from './States.tsx'
import { WatchForm } from './WatchForm.tsx'
import './WatchesView.css'
import { codeWords, severityWord } from './words.ts'

/** Words that a list names; the form shows them all. */
const SHOWN = 8

/** The words that somebody wants to hear of, and what they would find. */
export function WatchesView({ state }: { state: DashboardState }) {
  const { watches } = state
  const list = watches.list.value.value
  const names = state.names.value
  /** What is being written: the id of one that is there, `new`, or nothing. */
  const [editing, setEditing] = useState<string | null>(null)
  /** Kept while the form is open, so that pressing Save twice makes one. */
  const [fresh, setFresh] = useState('')
  const close = () => setEditing(null)
  const add = () => {
    setFresh(watches.newId())
    setEditing('new')
  }
  return (
    <>
      <a class="back" href={formatRoute({ view: 'attention', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.attention')}
      </a>
      <div class="head">
        <h1>{i18n.t('dash.view.watches')}</h1>
        {list && list.length > 0 && editing === null && (
          <Button icon={Plus} onClick={add}>
            {i18n.t('watch.add')}
          </Button>
        )}
      </div>
      <p class="soft">{i18n.t('watch.intro')}</p>
      {editing === 'new' && <WatchForm id={fresh} stored={null} watches={watches} names={names} onDone={close} />}
      {list?.length === 0 && editing === null && (
        <EmptyState
          icon={Eye}
          action={
            <Button look="primary" icon={Plus} onClick={add}>
              {i18n.t('watch.add')}
            </Button>
          }
        >
          {i18n.t('watch.none')}
        </EmptyState>
      )}
      {list && list.length > 0 && (
        <ul class="list watches">
          {list.map((watch) =>
            watch.id === editing ? (
              <li key={watch.id}>
                <WatchForm id={watch.id} stored={watch} watches={watches} names={names} onDone={close} />
              </li>
            ) : (
              <Row
                key={watch.id}
                watch={watch}
                partner={watch.partnerId === null ? null : (names.get(watch.partnerId) ?? i18n.t('watch.noPartner'))}
                onEdit={() => setEditing(watch.id)}
                onRemove={() => void watches.remove(watch)}
              />
            ),
          )}
        </ul>
      )}
    </>
  )
}

function Row({
  watch: { name, terms, except, platform, severity },
  partner,
  onEdit,
  onRemove,
}: {
  watch: Watch
  partner: string | null
  onEdit: () => void
  onRemove: () => void
}) {
  const scope = [
    platform === null ? i18n.t('watch.everySite') : codeWords('site.name', platform),
    partner ?? i18n.t('watch.everyPartner'),
  ]
  const more = terms.length - SHOWN
  return (
    <li>
      <div class="grow">
        <p class="watch-name">
          <Badge {...severityLooks[severity]}>{severityWord(severity)}</Badge>
          <span class="theirs strong">{name}</span>
        </p>
        <p class="theirs" dir="auto">
          {terms.slice(0, SHOWN).join(', ')}
          {more > 0 && <span class="soft figure"> {i18n.t('watch.more', more)}</span>}
        </p>
        {except.length > 0 && (
          <p class="soft small theirs" dir="auto">
            {i18n.t('watch.without', [except.slice(0, SHOWN).join(', ')])}
          </p>
        )}
        <p class="soft small theirs">{scope.join(' · ')}</p>
      </div>
      <IconButton icon={Pencil} label={i18n.t('watch.edit', [name])} onClick={onEdit} />
      <IconButton icon={Trash2} label={i18n.t('watch.delete', [name])} onClick={onRemove} />
    </li>
  )
}

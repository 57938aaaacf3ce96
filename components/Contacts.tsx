import { i18n } from '#i18n'
import { ArrowDownLeft, ArrowUpRight, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { type Channel, channelSchema, type Contact, type Direction } from '../lib/domain/contact.ts'
import { Button, IconButton } from './Button.tsx'
import { Select } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { TimeAgo } from './TimeAgo.tsx'

const channelWord = (channel: Channel) => i18n.t(`contact.channel.${channel}`)

/** One click logs a touch: choose how (it stays chosen), then who reached out. */
export function ContactLog({ onLog }: { onLog: (direction: Direction, channel: Channel) => void }) {
  const [channel, setChannel] = useState<Channel>('dm')
  return (
    <div class="contact-log">
      <Select
        label={i18n.t('contact.how')}
        hideLabel
        value={channel}
        options={channelSchema.options.map((value) => ({ value, label: channelWord(value) }))}
        onValue={(value) => setChannel(channelSchema.options.find((option) => option === value) ?? 'other')}
      />
      <Button icon={ArrowUpRight} title={i18n.t('contact.outHint')} onClick={() => onLog('out', channel)}>
        {i18n.t('contact.out')}
      </Button>
      <Button icon={ArrowDownLeft} title={i18n.t('contact.inHint')} onClick={() => onLog('in', channel)}>
        {i18n.t('contact.in')}
      </Button>
    </div>
  )
}

/** Touches, newest first. */
export function ContactList({
  contacts,
  now,
  onRemove,
}: {
  contacts: readonly Contact[]
  now: number
  onRemove: (contact: Contact) => void
}) {
  return (
    <ul class="contacts">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <Icon icon={contact.direction === 'out' ? ArrowUpRight : ArrowDownLeft} size={14} />
          <span class="contact-words">
            {i18n.t(contact.direction === 'out' ? 'contact.reached' : 'contact.heard', [channelWord(contact.channel)])}{' '}
            <span class="soft small">
              <TimeAgo at={contact.at} now={now} />
            </span>
            {contact.note !== '' && <span class="theirs"> {contact.note}</span>}
          </span>
          <IconButton icon={Trash2} label={i18n.t('contact.delete')} onClick={() => onRemove(contact)} />
        </li>
      ))}
    </ul>
  )
}

import { i18n } from '#i18n'
import { ArrowDownLeft, ArrowUpRight, ClipboardPaste, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { type Channel, channelSchema, type Contact } from '../lib/domain/contact.ts'
import type { Partner } from '../lib/domain/partner.ts'
import type { Touch } from '../lib/state/notes.ts'
import { Button, IconButton } from './Button.tsx'
import { ContactForm } from './ContactForm.tsx'
import { Select } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { TimeAgo } from './TimeAgo.tsx'

const channelWord = (channel: Channel) => i18n.t(`contact.channel.${channel}`)

/** One click logs a touch: choose how (it stays chosen), then who reached out. A form takes time, note and a paste. */
export function ContactLog({
  partner,
  now,
  onLog,
}: {
  partner: Pick<Partner, 'name' | 'accounts'>
  now: number
  onLog: (touch: Touch) => Promise<boolean>
}) {
  const [channel, setChannel] = useState<Channel>('dm')
  const [isOpen, setOpen] = useState(false)
  if (isOpen)
    return (
      <ContactForm
        names={[partner.name, ...partner.accounts.map(({ handle }) => handle)]}
        channel={channel}
        now={now}
        onLog={async (touch) => {
          const done = await onLog(touch)
          if (done) setOpen(false)
          return done
        }}
        onCancel={() => setOpen(false)}
      />
    )
  return (
    <div class="contact-log">
      <Select
        label={i18n.t('contact.how')}
        hideLabel
        value={channel}
        options={channelSchema.options.map((value) => ({ value, label: channelWord(value) }))}
        onValue={(value) => setChannel(channelSchema.options.find((option) => option === value) ?? 'other')}
      />
      <Button
        icon={ArrowUpRight}
        title={i18n.t('contact.outHint')}
        onClick={() => void onLog({ direction: 'out', channel })}
      >
        {i18n.t('contact.out')}
      </Button>
      <Button
        icon={ArrowDownLeft}
        title={i18n.t('contact.inHint')}
        onClick={() => void onLog({ direction: 'in', channel })}
      >
        {i18n.t('contact.in')}
      </Button>
      <Button icon={ClipboardPaste} look="quiet" title={i18n.t('contact.moreHint')} onClick={() => setOpen(true)}>
        {i18n.t('contact.more')}
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
            {contact.measured && <span class="soft small"> {i18n.t('contact.measured', contact.measured.chars)}</span>}
          </span>
          <IconButton icon={Trash2} label={i18n.t('contact.delete')} onClick={() => onRemove(contact)} />
        </li>
      ))}
    </ul>
  )
}

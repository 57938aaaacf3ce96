import { i18n } from '#i18n'
import { useMemo, useState } from 'preact/hooks'
import { type Channel, channelSchema, type Direction } from '../lib/domain/contact.ts'
import { MAX_PASTE, readPasted } from '../lib/partnership/pasted-message.ts'
import { lexiconToneOf } from '../lib/sentiment/lexicon.ts'
import type { Touch } from '../lib/state/notes.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextArea, TextField } from './Field.tsx'

const MAX_WORDS = 5_000
const CHOOSE = ''

interface Props {
  /** What the creator is called, to tell whose message was pasted. */
  names: readonly string[]
  channel: Channel
  now: number
  /** False when it was refused; what was typed stays then. */
  onLog: (touch: Touch) => Promise<boolean>
  onCancel: () => void
}

/** A contact with its time and a note; a pasted message proposes what it says of itself, and a person confirms it. */
export function ContactForm({ names, channel: first, now, onLog, onCancel }: Props) {
  const [pasted, setPasted] = useState('')
  const [direction, setDirection] = useState<Direction | typeof CHOOSE>(CHOOSE)
  const [channel, setChannel] = useState<Channel>(first)
  const [at, setAt] = useState(() => wallOf(now))
  const [note, setNote] = useState('')
  const [keeps, setKeeps] = useState(false)
  const [tried, setTried] = useState(false)
  // A long paste is read once, not with every letter of the note.
  const { read, tone } = useMemo(() => {
    const found = pasted.trim() === '' ? null : readPasted(pasted, { names, now, isDayFirst: isDayFirst() })
    return { read: found, tone: found && lexiconToneOf(found.body, null) }
  }, [pasted])
  const time = Date.parse(at)
  const timeProblem = Number.isNaN(time) ? 'noTime' : time > now ? 'future' : null

  const take = (text: string) => {
    setPasted(text)
    if (text.trim() === '') return
    const found = readPasted(text, { names, now, isDayFirst: isDayFirst() })
    if (found.direction) setDirection(found.direction)
    if (found.channel) setChannel(found.channel)
    if (found.sent) setAt('wall' in found.sent ? found.sent.wall : wallOf(Date.parse(found.sent.instant)))
  }
  const submit = async () => {
    setTried(true)
    if (direction === CHOOSE || timeProblem !== null) return
    const words = [note.trim(), keeps && read ? read.body : ''].filter((part) => part !== '').join('\n\n')
    await onLog({
      direction,
      channel,
      at: new Date(time).toISOString(),
      note: words.slice(0, MAX_WORDS),
      ...(read && {
        measured: { chars: read.body.length, warmth: tone === null || tone.label === 'unclear' ? null : tone.score },
      }),
    })
  }
  return (
    <form
      class="contact-form"
      aria-label={i18n.t('contact.form')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
        label={i18n.t('contact.paste')}
        hint={i18n.t('contact.pasteHint')}
        rows={3}
        maxLength={MAX_PASTE}
        value={pasted}
        onValue={take}
      />
      {read && tone && (
        <>
          <output class="small">
            {i18n.t('contact.proposed', [
              read.body.length.toLocaleString(),
              tone.label === 'unclear' ? i18n.t('contact.warmth.unclear') : i18n.t(`contact.warmth.${tone.label}`),
            ])}{' '}
            {i18n.t(read.direction === null || read.sent === null ? 'contact.proposedPart' : 'contact.proposedCheck')}
          </output>
          <Checkbox label={i18n.t('contact.keepWords')} checked={keeps} onValue={setKeeps} />
        </>
      )}
      <div class="contact-fields">
        <Select
          label={i18n.t('contact.direction')}
          value={direction}
          error={tried && direction === CHOOSE ? i18n.t('contact.directionMissing') : undefined}
          options={[
            { value: CHOOSE, label: i18n.t('contact.choose') },
            { value: 'out', label: i18n.t('contact.out') },
            { value: 'in', label: i18n.t('contact.in') },
          ]}
          onValue={(value) => setDirection(value === 'out' || value === 'in' ? value : CHOOSE)}
        />
        <Select
          label={i18n.t('contact.how')}
          value={channel}
          options={channelSchema.options.map((value) => ({ value, label: i18n.t(`contact.channel.${value}`) }))}
          onValue={(value) => setChannel(channelSchema.options.find((option) => option === value) ?? 'other')}
        />
        <TextField
          label={i18n.t('contact.when')}
          type="datetime-local"
          value={at}
          error={timeProblem !== null && (tried || at !== '') ? i18n.t(`contact.time.${timeProblem}`) : undefined}
          onValue={setAt}
        />
      </div>
      <TextArea label={i18n.t('contact.note')} rows={2} maxLength={MAX_WORDS} value={note} onValue={setNote} />
      <div class="row">
        <Button type="submit" look="primary">
          {i18n.t('contact.log')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** The machine's own clock at an instant, as its time field writes it. */
function wallOf(at: number): string {
  const zoned = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return zoned.toISOString().slice(0, 16)
}

/** Whether the person's locale writes the day before the month. */
function isDayFirst(): boolean {
  const parts = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.findIndex(({ type }) => type === 'day') < parts.findIndex(({ type }) => type === 'month')
}

import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { type Deliverable, deliverableKinds } from '../lib/domain/deliverable.ts'
import type { Partner } from '../lib/domain/partner.ts'
import { isTimeZone, isWallTime, startOf, wallTimeAt } from '../lib/guidelines/window/wall-time.ts'
import { type DeliverableDraft, draftOf } from '../lib/state/commitments.ts'
import { Button } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { safeLink } from './safe-link.ts'
import { codeWords } from './words.ts'

const ANY = ''

interface FormProps {
  /** Of the deliverable that is made or changed. */
  id: string
  partner: Partner
  stored: Deliverable | null
  now: number
  onSave: (draft: DeliverableDraft) => Promise<void>
  onCancel: () => void
}

/** A deliverable's fields. The due time is written on the clocks of the zone it was agreed in. */
export function DeliverableForm({ id, partner, stored, now, onSave, onCancel }: FormProps) {
  const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [title, setTitle] = useState(stored?.title ?? '')
  const [kind, setKind] = useState<Deliverable['kind']>(stored?.kind ?? 'post')
  const [platform, setPlatform] = useState(stored?.platform ?? ANY)
  const [zone, setZone] = useState(stored?.timeZone ?? zoneHere)
  const [due, setDue] = useState(
    stored && isTimeZone(stored.timeZone)
      ? wallTimeAt(Date.parse(stored.dueAt), stored.timeZone).replace(' ', 'T')
      : '',
  )
  const [tags, setTags] = useState(stored?.hashtags.map((tag) => `#${tag}`).join(' ') ?? '')
  const [mentions, setMentions] = useState(stored?.mentions.map((name) => `@${name}`).join(' ') ?? '')
  const [address, setAddress] = useState(stored?.postUrl ?? '')
  const [brief, setBrief] = useState(stored?.brief ?? '')
  /** Nothing is called wrong before the person has tried to save. */
  const [tried, setTried] = useState(false)
  const platforms = [...new Set(partner.accounts.map((account) => account.platform))]
  const problems = {
    title: title.trim() === '' ? i18n.t('deliverable.titleMissing') : undefined,
    due: isWallTime(due) ? undefined : i18n.t('deliverable.dueMissing'),
    zone: isTimeZone(zone) ? undefined : i18n.t('deliverable.zoneUnknown'),
    address:
      address.trim() === '' || safeLink(address.trim()) !== null ? undefined : i18n.t('deliverable.addressWrong'),
  }
  const shown = (key: keyof typeof problems) => (tried ? problems[key] : undefined)

  const submit = async () => {
    setTried(true)
    if (Object.values(problems).some((problem) => problem !== undefined)) return
    await onSave({
      id,
      partnerId: partner.id,
      title: title.trim(),
      kind,
      platform: platform === ANY ? null : platform,
      brief,
      guidelineId: stored?.guidelineId ?? null,
      hashtags: wordsOf(tags, '#'),
      mentions: wordsOf(mentions, '@'),
      dueAt: new Date(startOf(due, zone)).toISOString(),
      timeZone: zone,
      postId: stored?.postId ?? null,
      postUrl: address.trim() || null,
      doneAt: stored?.doneAt ?? null,
      cancelledAt: stored?.cancelledAt ?? null,
    })
  }
  const keep = (fields: Partial<DeliverableDraft>) => {
    if (stored) void onSave({ ...draftOf(stored), ...fields })
  }
  return (
    <form
      class="deliverable-form"
      aria-label={stored ? i18n.t('deliverable.edit', [stored.title]) : i18n.t('deliverable.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={i18n.t('deliverable.title')}
        placeholder={i18n.t('deliverable.titleHint')}
        value={title}
        maxLength={300}
        autofocus
        error={shown('title')}
        onValue={setTitle}
      />
      <div class="row">
        <Select
          label={i18n.t('deliverable.kindLabel')}
          value={kind}
          options={deliverableKinds.map((value) => ({ value, label: i18n.t(`deliverable.kind.${value}`) }))}
          onValue={(value) => setKind(deliverableKinds.find((one) => one === value) ?? 'post')}
        />
        <Select
          label={i18n.t('deliverable.platform')}
          value={platform}
          options={[
            { value: ANY, label: i18n.t('deliverable.anyPlatform') },
            ...platforms.map((value) => ({ value, label: codeWords('site.name', value) })),
          ]}
          onValue={setPlatform}
        />
      </div>
      <div class="row">
        <TextField
          label={i18n.t('deliverable.dueLabel')}
          type="datetime-local"
          value={due}
          error={shown('due')}
          onValue={setDue}
        />
        <TextField
          label={i18n.t('deliverable.zone')}
          hint={i18n.t('deliverable.zoneHint')}
          value={zone}
          error={shown('zone')}
          onValue={setZone}
        />
      </div>
      <div class="row">
        <TextField label={i18n.t('deliverable.tags')} placeholder="#fjellhut" value={tags} onValue={setTags} />
        <TextField label={i18n.t('deliverable.mentions')} placeholder="@brand" value={mentions} onValue={setMentions} />
      </div>
      <TextField
        label={i18n.t('deliverable.address')}
        hint={i18n.t('deliverable.addressHint')}
        value={address}
        inputMode="url"
        error={shown('address')}
        onValue={setAddress}
      />
      <TextArea label={i18n.t('deliverable.brief')} value={brief} maxLength={20_000} onValue={setBrief} />
      <div class="row">
        <Button look="primary" type="submit">
          {i18n.t('common.save')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('common.cancel')}</Button>
        {stored && (stored.postId !== null || stored.doneAt !== null) && (
          <Button look="quiet" onClick={() => keep({ postId: null, doneAt: null })}>
            {i18n.t('deliverable.notDone')}
          </Button>
        )}
        {stored && (
          <Button
            look="quiet"
            onClick={() => keep({ cancelledAt: stored.cancelledAt === null ? new Date(now).toISOString() : null })}
          >
            {i18n.t(stored.cancelledAt === null ? 'deliverable.callOff' : 'deliverable.callOn')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Tags or names as people write them: with or without their sign, apart by spaces or commas. */
function wordsOf(text: string, sign: string): string[] {
  const words = text
    .split(/[\s,]+/)
    .map((word) => (word.startsWith(sign) ? word.slice(1) : word))
    .filter(Boolean)
  return [...new Set(words)].slice(0, 50).map((word) => word.slice(0, 200))
}

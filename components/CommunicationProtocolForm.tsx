import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import {
  type CommunicationProtocol,
  type LadderStep,
  preferredChannels,
  type WorkingHours,
} from '../lib/domain/communication-protocol.ts'
import type { Partner } from '../lib/domain/partner.ts'
import { isTimeZone } from '../lib/guidelines/window/wall-time.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextArea, TextField } from './Field.tsx'

const NONE = ''
const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const week = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What was agreed with a creator about being in touch: channel, hours, reply target, and who is next without an answer. */
export function CommunicationProtocolForm({
  partner,
  onSave,
}: {
  partner: Partner
  onSave: (partner: Partner) => void
}) {
  const { protocol } = partner
  const hours = protocol?.hours ?? null
  const [channel, setChannel] = useState<string>(protocol?.channel ?? NONE)
  const [address, setAddress] = useState(protocol?.address ?? '')
  const [reply, setReply] = useState(protocol?.replyHours?.toString() ?? '')
  const [isLimited, setLimited] = useState(hours !== null)
  const [zone, setZone] = useState(hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [from, setFrom] = useState(hours?.from ?? '09:00')
  const [to, setTo] = useState(hours?.to ?? '17:00')
  const [days, setDays] = useState<readonly number[]>(hours?.days ?? [1, 2, 3, 4, 5])
  const [ladder, setLadder] = useState(
    (protocol?.ladder ?? []).map(({ role, afterHours }) => `${afterHours} ${role}`).join('\n'),
  )
  const steps = stepsOf(ladder)
  const replyHours = reply.trim() === '' ? null : Number(reply.replace(',', '.'))
  const problems = {
    reply: replyHours === null || (replyHours > 0 && replyHours <= 2_000) ? undefined : i18n.t('protocol.hoursWrong'),
    zone: !isLimited || isTimeZone(zone) ? undefined : i18n.t('protocol.zoneUnknown'),
    times: !isLimited || (isClock(from) && isClock(to) && from < to) ? undefined : i18n.t('protocol.timesWrong'),
    days: !isLimited || days.length > 0 ? undefined : i18n.t('protocol.noDays'),
    ladder: 'wrong' in steps ? i18n.t('protocol.ladderWrong', [steps.line, steps.wrong]) : undefined,
  }
  const save = () => {
    if (Object.values(problems).some((problem) => problem !== undefined) || 'wrong' in steps) return
    const working: WorkingHours | null = isLimited
      ? { timeZone: zone, days: days.toSorted((a, b) => a - b), from, to }
      : null
    const agreed: CommunicationProtocol = {
      channel: preferredChannels.find((one) => one === channel) ?? null,
      address: address.trim(),
      hours: working,
      replyHours,
      ladder: steps.steps,
    }
    onSave({ ...partner, protocol: agreed })
  }
  return (
    <section class="card" aria-labelledby="protocol">
      <h2 id="protocol">{i18n.t('protocol.title')}</h2>
      <Select
        label={i18n.t('protocol.channelLabel')}
        value={channel}
        options={[
          { value: NONE, label: i18n.t('protocol.noChannel') },
          ...preferredChannels.map((value) => ({ value, label: i18n.t(`protocol.channel.${value}`) })),
        ]}
        onValue={setChannel}
      />
      <TextField label={i18n.t('protocol.address')} value={address} maxLength={320} onValue={setAddress} />
      <TextField
        label={i18n.t('protocol.replyHours')}
        hint={i18n.t('protocol.replyHint')}
        error={problems.reply}
        value={reply}
        inputMode="decimal"
        onValue={setReply}
      />
      <Checkbox label={i18n.t('protocol.hours')} checked={isLimited} onValue={setLimited} />
      {isLimited && (
        <>
          <TextField label={i18n.t('protocol.zone')} error={problems.zone} value={zone} onValue={setZone} />
          <div class="row">
            <TextField label={i18n.t('protocol.from')} error={problems.times} value={from} onValue={setFrom} />
            <TextField label={i18n.t('protocol.to')} value={to} onValue={setTo} />
          </div>
          <fieldset class="row">
            <legend class="small">{i18n.t('protocol.days')}</legend>
            {week.map((day) => (
              <Checkbox
                key={day}
                label={i18n.t(`protocol.day.d${day}`)}
                checked={days.includes(Number(day))}
                onValue={(on) => setDays(on ? [...days, Number(day)] : days.filter((one) => one !== Number(day)))}
              />
            ))}
          </fieldset>
          {problems.days !== undefined && <p class="act-text small">{problems.days}</p>}
        </>
      )}
      <TextArea
        label={i18n.t('protocol.ladder')}
        hint={i18n.t('protocol.ladderHint')}
        error={problems.ladder}
        rows={3}
        value={ladder}
        onValue={setLadder}
      />
      <div class="row">
        <Button onClick={save}>{i18n.t('common.save')}</Button>
      </div>
    </section>
  )
}

/** Lines such as `24 Account manager`; the first that is none is told with its number. */
function stepsOf(text: string): { steps: LadderStep[] } | { line: number; wrong: string } {
  const steps: LadderStep[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, hours = '', role = ''] = /^\s*(\d{1,4}(?:[.,]\d+)?)\s*h?\s+(\S.{0,59})$/u.exec(line) ?? []
    const afterHours = Number(hours.replace(',', '.'))
    if (!(afterHours > 0 && afterHours <= 2_000) || steps.length === 6) return { line: i + 1, wrong: line.slice(0, 60) }
    steps.push({ role: role.trim(), afterHours })
  }
  return { steps: steps.toSorted((a, b) => a.afterHours - b.afterHours) }
}

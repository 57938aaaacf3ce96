import { i18n } from '#i18n'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Finding } from '../lib/domain/finding.ts'
import { wordsOf } from '../lib/guidelines/waive.ts'
import type { WaiveChoice } from '../lib/state/review.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextArea } from './Field.tsx'

export interface WaiveFormProps {
  finding: Finding
  /** False when it was refused; what was typed stays then. */
  onWaive: (choice: WaiveChoice) => Promise<boolean>
  onCancel: () => void
}

/** Why a finding does not count, and how far that reaches. A reason is needed: someone will ask. */
export function WaiveForm({ finding, onWaive, onCancel }: WaiveFormProps) {
  const [because, setBecause] = useState<WaiveChoice['because']>('accepted')
  const [everywhere, setEverywhere] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const words = wordsOf(finding)
  const focusReason = () => form.current?.querySelector('textarea')?.focus()
  // Before anything can be typed: letters typed right after the click must not get lost.
  useLayoutEffect(focusReason, [])
  const submit = async () => {
    setTried(true)
    if (reason.trim() === '') focusReason()
    else await onWaive({ because, everywhere, reason: reason.trim() })
  }
  return (
    <form
      ref={form}
      class="waive-form"
      aria-label={i18n.t('waive.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label={i18n.t('waive.reason')}
        rows={2}
        maxLength={2_000}
        value={reason}
        onValue={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
        {...(tried && reason.trim() === '' ? { error: i18n.t('waive.reasonMissing') } : {})}
      />
      <Select
        label={i18n.t('waive.because')}
        value={because}
        options={(['accepted', 'wrong'] as const).map((value) => ({ value, label: i18n.t(`waive.${value}`) }))}
        onValue={(value) => setBecause(value === 'wrong' ? 'wrong' : 'accepted')}
      />
      {words !== null && (
        <Checkbox label={i18n.t('waive.everywhere', [words])} checked={everywhere} onValue={setEverywhere} />
      )}
      <div class="row">
        <Button type="submit" look="primary">
          {i18n.t('waive.do')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

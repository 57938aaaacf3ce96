import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { type ApprovalSettings, approvalSettingsSchema } from '../lib/domain/settings.ts'
import { TextField } from './Field.tsx'

const numbers = ['stageHours', 'internalHours', 'externalHours', 'revisionLimit'] as const
type NumberKey = (typeof numbers)[number]

/** How long reviews may take, when to remind, and how many rounds were agreed; each saved when its field is left. */
export function ApprovalSettingsForm({
  approval,
  onSave,
}: {
  approval: ApprovalSettings
  onSave: (change: Partial<ApprovalSettings>) => void
}) {
  return (
    <section class="card" aria-labelledby="approval">
      <h2 id="approval">{i18n.t('approval.title')}</h2>
      <p class="soft">{i18n.t('approval.intro')}</p>
      <div class="row">
        {numbers.map((key) => (
          <NumberField key={key} name={key} approval={approval} onSave={onSave} />
        ))}
      </div>
    </section>
  )
}

function NumberField({
  name,
  approval,
  onSave,
}: {
  name: NumberKey
  approval: ApprovalSettings
  onSave: (change: Partial<ApprovalSettings>) => void
}) {
  // Null: nothing is typed, so that the field shows what is stored, whoever changed it.
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null || typed.trim() === '' ? Number.NaN : Number(typed)
  const isWrong = typed !== null && !approvalSettingsSchema.safeParse({ ...approval, [name]: value }).success
  return (
    <TextField
      label={i18n.t(`approval.${name}`)}
      inputMode="decimal"
      value={typed ?? String(approval[name])}
      error={isWrong ? i18n.t('approval.wrong') : undefined}
      onValue={setTyped}
      onBlur={() => {
        if (typed === null || isWrong) return
        if (value !== approval[name]) onSave({ [name]: value })
        setTyped(null)
      }}
    />
  )
}

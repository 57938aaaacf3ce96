import { i18n } from '#i18n'
import { type ApprovalSettings, approvalSettingsSchema } from '../lib/domain/settings.ts'
import { NumberSetting } from './NumberSetting.tsx'

const numbers = ['stageHours', 'internalHours', 'externalHours', 'revisionLimit'] as const

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
          <NumberSetting
            key={key}
            label={i18n.t(`approval.${key}`)}
            value={approval[key]}
            isValid={(value) => approvalSettingsSchema.safeParse({ ...approval, [key]: value }).success}
            onSave={(value) => onSave({ [key]: value })}
          />
        ))}
      </div>
    </section>
  )
}

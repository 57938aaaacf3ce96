import { i18n } from '#i18n'
import { type AgreementSettings, agreementSettingsSchema } from '../lib/domain/settings.ts'
import { NumberSetting } from './NumberSetting.tsx'

/** How long before its dates an agreement is reminded of; each number is saved when its field is left. */
export function AgreementSettingsForm({
  agreements,
  onSave,
}: {
  agreements: AgreementSettings
  onSave: (edit: (stored: AgreementSettings) => AgreementSettings) => void
}) {
  return (
    <section class="card" aria-labelledby="agreement-settings">
      <h2 id="agreement-settings">{i18n.t('agreementSettings.title')}</h2>
      <p class="soft">{i18n.t('agreementSettings.intro')}</p>
      <div class="row">
        {(['reviewReminderDays', 'renewalReminderDays'] as const).map((key) => (
          <NumberSetting
            key={key}
            label={i18n.t(`agreementSettings.${key}`)}
            value={agreements[key]}
            isValid={(typed) => agreementSettingsSchema.safeParse({ ...agreements, [key]: typed }).success}
            onSave={(typed) => onSave((stored) => ({ ...stored, [key]: typed }))}
          />
        ))}
      </div>
    </section>
  )
}

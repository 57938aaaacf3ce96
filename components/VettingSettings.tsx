import { i18n } from '#i18n'
import { type VettingSettings, vettingSettingsSchema } from '../lib/domain/settings.ts'
import { NumberSetting } from './NumberSetting.tsx'

/** How far back new vetting sheets look; each number is saved when its field is left. */
export function VettingSettingsForm({
  vetting,
  onSave,
}: {
  vetting: VettingSettings
  onSave: (edit: (stored: VettingSettings) => VettingSettings) => void
}) {
  return (
    <section class="card" aria-labelledby="vetting-settings">
      <h2 id="vetting-settings">{i18n.t('vettingSettings.title')}</h2>
      <p class="soft">{i18n.t('vettingSettings.intro')}</p>
      <div class="row">
        {(['months', 'highRiskMonths'] as const).map((key) => (
          <NumberSetting
            key={key}
            label={i18n.t(`vettingSettings.${key}`)}
            value={vetting[key]}
            isValid={(typed) => vettingSettingsSchema.safeParse({ ...vetting, [key]: typed }).success}
            onSave={(typed) => onSave((stored) => ({ ...stored, [key]: typed }))}
          />
        ))}
      </div>
    </section>
  )
}

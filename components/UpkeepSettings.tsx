import { i18n } from '#i18n'
import { type UpkeepSettings, upkeepSettingsSchema } from '../lib/domain/settings.ts'
import { NumberSetting } from './NumberSetting.tsx'

/** When the programme is hinted at, and how long an occasion is one; each number is saved when its field is left. */
export function UpkeepSettingsForm({
  upkeep,
  onSave,
}: {
  upkeep: UpkeepSettings
  onSave: (edit: (stored: UpkeepSettings) => UpkeepSettings) => void
}) {
  return (
    <section class="card" aria-labelledby="upkeep-settings">
      <h2 id="upkeep-settings">{i18n.t('upkeep.settings')}</h2>
      <div class="row">
        {(['programmeDays', 'occasionDays'] as const).map((key) => (
          <NumberSetting
            key={key}
            label={i18n.t(`upkeep.${key}`)}
            value={upkeep[key]}
            isValid={(typed) => upkeepSettingsSchema.safeParse({ ...upkeep, [key]: typed }).success}
            onSave={(typed) => onSave((stored) => ({ ...stored, [key]: typed }))}
          />
        ))}
      </div>
    </section>
  )
}

import { i18n } from '#i18n'
import { RotateCcw } from 'lucide'
import { defaultWatchSettings, type WatchSettings, watchSettingsSchema } from '../lib/domain/settings.ts'
import { Button } from './Button.tsx'
import { NumberSetting } from './NumberSetting.tsx'

/** A change to what is stored by then: two fields that are left soon after each other must not undo one another. */
type Save = (edit: (stored: WatchSettings) => WatchSettings) => void

const keys = Object.keys(defaultWatchSettings).filter(isKey)

function isKey(key: string): key is keyof WatchSettings {
  return Object.hasOwn(defaultWatchSettings, key)
}

/** From when on alerts are raised; each number is saved when its field is left. */
export function WatchSettingsForm({ watch, onSave }: { watch: WatchSettings; onSave: Save }) {
  const isDefault = keys.every((key) => watch[key] === defaultWatchSettings[key])
  return (
    <section class="card" aria-labelledby="watched">
      <h2 id="watched">{i18n.t('watchSettings.title')}</h2>
      <p class="soft">{i18n.t('watchSettings.intro')}</p>
      <div class="row">
        {keys.map((key) => (
          <NumberSetting
            key={key}
            label={i18n.t(`watchSettings.${key}`)}
            value={watch[key]}
            isValid={(value) => watchSettingsSchema.safeParse({ ...watch, [key]: value }).success}
            onSave={(value) => onSave((stored) => ({ ...stored, [key]: value }))}
          />
        ))}
      </div>
      {!isDefault && (
        <div>
          <Button icon={RotateCcw} onClick={() => onSave(() => defaultWatchSettings)}>
            {i18n.t('healthSettings.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}

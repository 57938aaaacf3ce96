import { i18n } from '#i18n'
import { RotateCcw } from 'lucide'
import { useState } from 'preact/hooks'
import { defaultWatchSettings, type WatchSettings, watchSettingsSchema } from '../lib/domain/settings.ts'
import { Button } from './Button.tsx'
import { TextField } from './Field.tsx'

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
          <NumberField key={key} name={key} watch={watch} onSave={onSave} />
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

function NumberField({ name, watch, onSave }: { name: keyof WatchSettings; watch: WatchSettings; onSave: Save }) {
  // Null: nothing is typed, so that the field shows what is stored, whoever changed it.
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null || typed.trim() === '' ? Number.NaN : Number(typed.trim())
  const isWrong = typed !== null && !watchSettingsSchema.safeParse({ ...watch, [name]: value }).success
  return (
    <TextField
      label={i18n.t(`watchSettings.${name}`)}
      inputMode="decimal"
      value={typed ?? String(watch[name])}
      onValue={setTyped}
      onBlur={() => {
        if (typed === null || isWrong) return
        setTyped(null)
        onSave((stored) => ({ ...stored, [name]: value }))
      }}
      {...(isWrong ? { error: i18n.t('healthSettings.outOfBounds') } : {})}
    />
  )
}

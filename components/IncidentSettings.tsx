import { i18n } from '#i18n'
import { RotateCcw } from 'lucide'
import { ladder } from '../lib/domain/incident.ts'
import { defaultIncidentSettings, type IncidentSettings, incidentSettingsSchema } from '../lib/domain/settings.ts'
import { Button } from './Button.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { codeWords } from './words.ts'

type Edit = (stored: IncidentSettings) => IncidentSettings

const clocks = ['classifyMinutes', 'holdingMinutes', 'updateMajorMinutes', 'updateMinutes'] as const

/** The clocks of an incident, and after how long who is told; each number is saved when its field is left. */
export function IncidentSettingsForm({
  incidents,
  onSave,
}: {
  incidents: IncidentSettings
  onSave: (edit: Edit) => void
}) {
  const isDefault = JSON.stringify(incidents) === JSON.stringify(defaultIncidentSettings)
  const field = (label: string, value: number, edit: (value: number) => Edit) => (
    <NumberSetting
      key={label}
      label={label}
      value={value}
      isValid={(typed) => incidentSettingsSchema.safeParse(edit(typed)(incidents)).success}
      onSave={(typed) => onSave(edit(typed))}
    />
  )
  return (
    <section class="card" aria-labelledby="incident-settings">
      <h2 id="incident-settings">{i18n.t('incidentSettings.title')}</h2>
      <p class="soft">{i18n.t('incidentSettings.intro')}</p>
      <div class="row">
        {clocks.map((key) =>
          field(i18n.t(`incidentSettings.${key}`), incidents[key], (value) => (stored) => ({
            ...stored,
            [key]: value,
          })),
        )}
      </div>
      <h3>{i18n.t('incidentSettings.ladder')}</h3>
      <div class="row">
        {ladder.map((step, i) =>
          field(codeWords('incident.ladder', step), incidents.ladderHours[i] ?? 0, (value) => (stored) => ({
            ...stored,
            ladderHours: stored.ladderHours.with(i, value),
          })),
        )}
      </div>
      {!isDefault && (
        <div>
          <Button icon={RotateCcw} onClick={() => onSave(() => defaultIncidentSettings)}>
            {i18n.t('healthSettings.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}

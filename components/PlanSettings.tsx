import { i18n } from '#i18n'
import { RotateCcw } from 'lucide'
import { defaultPlanSettings, type PlanSettings, planSettingsSchema } from '../lib/domain/settings.ts'
import { trustParts } from '../lib/partnership/trust.ts'
import { Button } from './Button.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { codeWords } from './words.ts'

type Edit = (stored: PlanSettings) => PlanSettings

const plain = [
  'checkInEvery',
  'checkInFor',
  'replyAnswers',
  'trendPoints',
  'reviewDays',
  'reviewLeast',
  'reviewMost',
  'reviewPenalty',
] as const

/** What recovery plans and change sheets begin with; each number is saved when its field is left. */
export function PlanSettingsForm({ plans, onSave }: { plans: PlanSettings; onSave: (edit: Edit) => void }) {
  const isDefault = JSON.stringify(plans) === JSON.stringify(defaultPlanSettings)
  const field = (label: string, value: number, edit: (value: number) => Edit) => (
    <NumberSetting
      key={label}
      label={label}
      value={value}
      isValid={(typed) => planSettingsSchema.safeParse(edit(typed)(plans)).success}
      onSave={(typed) => onSave(edit(typed))}
    />
  )
  return (
    <section class="card" aria-labelledby="plan-settings">
      <h2 id="plan-settings">{i18n.t('planSettings.title')}</h2>
      <p class="soft">{i18n.t('planSettings.intro')}</p>
      <div class="row">
        {plans.gateDays.map((days, i) =>
          field(i18n.t('planSettings.gate', [i + 1]), days, (value) => (stored) => ({
            ...stored,
            gateDays: stored.gateDays.with(i, value),
          })),
        )}
      </div>
      <div class="row">
        {plain.map((key) =>
          field(i18n.t(`planSettings.${key}`), plans[key], (value) => (stored) => ({ ...stored, [key]: value })),
        )}
      </div>
      <h3>{i18n.t('planSettings.trust')}</h3>
      <div class="row">
        {trustParts.map((part) =>
          field(codeWords('plan.trustPart', part), plans.trust[part], (value) => (stored) => ({
            ...stored,
            trust: { ...stored.trust, [part]: value },
          })),
        )}
      </div>
      {!isDefault && (
        <div>
          <Button icon={RotateCcw} onClick={() => onSave(() => defaultPlanSettings)}>
            {i18n.t('healthSettings.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}

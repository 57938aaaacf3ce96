import { i18n } from '#i18n'
import { Plus, RotateCcw, X } from 'lucide'
import { useState } from 'preact/hooks'
import type { Cadence } from '../lib/domain/partner.ts'
import { defaultHealthSettings, type HealthSettings, healthSettingsSchema } from '../lib/domain/settings.ts'
import { sharesOf } from '../lib/health/combine.ts'
import { formulaOf, formulasOf } from '../lib/health/formulas.ts'
import type { HealthPart } from '../lib/health/types.ts'
import { Button, IconButton } from './Button.tsx'
import { formulaSentence, formulaShort } from './Engagement.tsx'
import { Select, TextField } from './Field.tsx'
import { NumberSetting, numberOf } from './NumberSetting.tsx'
import { codeWords, partWord, percent } from './words.ts'

/** A change to what is stored by then: two fields that are left soon after each other must not undo one another. */
export type HealthEdit = (stored: HealthSettings) => HealthSettings
type Save = (edit: HealthEdit) => void

const times = ['replyFloorHours', 'replyMultiple', 'graceHours', 'escalateHours'] as const

/** What the health of a partnership is judged by; each number is saved when its field is left. */
export function HealthSettingsForm({
  health,
  platforms,
  onSave,
}: {
  health: HealthSettings
  /** Sites whose engagement formula may be chosen. */
  platforms: readonly string[]
  onSave: Save
}) {
  const isDefault = JSON.stringify(health) === JSON.stringify(defaultHealthSettings)
  return (
    <section class="card" aria-labelledby="judged">
      <h2 id="judged">{i18n.t('healthSettings.title')}</h2>
      <p class="soft">{i18n.t('healthSettings.intro')}</p>
      <Weights health={health} onSave={onSave} />
      <h3>{i18n.t('healthSettings.times')}</h3>
      <div class="row">
        {times.map((key) => (
          <NumberSetting
            key={key}
            label={i18n.t(`healthSettings.${key}`)}
            value={health[key]}
            isValid={(value) => isValid({ ...health, [key]: value })}
            onSave={(value) => onSave((stored) => ({ ...stored, [key]: value }))}
          />
        ))}
      </div>
      <Cadences health={health} onSave={onSave} />
      <Formulas health={health} platforms={platforms} onSave={onSave} />
      {!isDefault && (
        <div>
          <Button icon={RotateCcw} onClick={() => onSave(() => defaultHealthSettings)}>
            {i18n.t('healthSettings.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** By which formula each site's engagement is worked out, where there are several; nothing stored changes (B0). */
function Formulas({
  health,
  platforms,
  onSave,
}: {
  health: HealthSettings
  platforms: readonly string[]
  onSave: Save
}) {
  return (
    <>
      <h3>{i18n.t('healthSettings.formulas')}</h3>
      <p class="soft">{i18n.t('healthSettings.formulasHint')}</p>
      <div class="formulas">
        {platforms.map((platform) => {
          const all = formulasOf(platform)
          const chosen = formulaOf(platform, health.formulas?.[platform])
          const name = codeWords('site.name', platform)
          if (all.length < 2) return null
          return (
            <Select
              key={platform}
              label={name}
              value={chosen.id}
              hint={formulaSentence(chosen)}
              options={all.map((one, i) => ({
                value: one.id,
                label: i === 0 ? i18n.t('healthSettings.defaultFormula', [formulaShort(one)]) : formulaShort(one),
              }))}
              onValue={(id) => onSave((stored) => withFormula(stored, platform, id))}
            />
          )
        })}
      </div>
    </>
  )
}

/** The default is not named, so that a later default holds where nothing was chosen. */
function withFormula(health: HealthSettings, platform: string, id: string): HealthSettings {
  const { formulas = {}, ...rest } = health
  const { [platform]: _before, ...others } = formulas
  const next = formulasOf(platform)[0]?.id === id ? others : { ...others, [platform]: id }
  return Object.keys(next).length === 0 ? rest : { ...rest, formulas: next }
}

/** The six shares, and what they come to where they do not sum to 100 (relationship.md B10). */
function Weights({ health, onSave }: { health: HealthSettings; onSave: Save }) {
  const parts = Object.keys(health.weights).filter(isPart)
  const sum = parts.reduce((all, part) => all + health.weights[part], 0)
  const shares = sharesOf(health.weights)
  return (
    <>
      <h3>{i18n.t('healthSettings.weights')}</h3>
      <div class="row">
        {parts.map((part) => (
          <NumberSetting
            key={part}
            label={partWord(part)}
            value={health.weights[part]}
            hint={
              Math.abs(sum - 100) < 0.01 ? undefined : i18n.t('healthSettings.counts', [percent(shares[part] / 100)])
            }
            isValid={(value) => isValid({ ...health, weights: { ...health.weights, [part]: value } })}
            onSave={(value) => onSave((stored) => ({ ...stored, weights: { ...stored.weights, [part]: value } }))}
          />
        ))}
      </div>
      {Math.abs(sum - 100) >= 0.01 && (
        <output class="soft small figure">{i18n.t('healthSettings.scaled', [sum.toLocaleString()])}</output>
      )}
    </>
  )
}

const isPart = (key: string): key is HealthPart => Object.hasOwn(defaultHealthSettings.weights, key)

const isValid = (health: HealthSettings) => healthSettingsSchema.safeParse(health).success

/** How often to be in touch: with everybody, and with those who carry a tag (relationship.md B9). */
function Cadences({ health, onSave }: { health: HealthSettings; onSave: Save }) {
  const rows = [...(health.cadence ? [{ tag: '', cadence: health.cadence }] : []), ...health.tagCadences]
  return (
    <>
      <h3>{i18n.t('healthSettings.cadence')}</h3>
      {rows.length === 0 ? (
        <p class="soft">{i18n.t('healthSettings.noCadence')}</p>
      ) : (
        <ul class="list">
          {rows.map(({ tag, cadence: { idealDays, maximumDays } }) => {
            const who = tag === '' ? i18n.t('healthSettings.everybody') : tag
            return (
              <li key={tag}>
                <span class="grow theirs figure">
                  {i18n.t('healthSettings.cadenceRow', [who, idealDays, maximumDays])}
                </span>
                <IconButton
                  icon={X}
                  label={i18n.t('healthSettings.removeCadence', [who])}
                  onClick={() => onSave((stored) => withCadence(stored, tag, null))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <CadenceForm health={health} onSave={onSave} />
    </>
  )
}

/** `tag` empty: everybody's. `cadence` null: none any more. */
function withCadence(health: HealthSettings, tag: string, cadence: Cadence | null): HealthSettings {
  if (tag === '') return { ...health, cadence }
  const others = health.tagCadences.filter((one) => one.tag !== tag)
  return { ...health, tagCadences: cadence ? [...others, { tag, cadence }] : others }
}

const blank = { tag: '', ideal: '', maximum: '' }

function CadenceForm({ health, onSave }: { health: HealthSettings; onSave: Save }) {
  const [typed, setTyped] = useState(blank)
  const [isWrong, setWrong] = useState(false)
  const change = (part: Partial<typeof blank>) => {
    setTyped((before) => ({ ...before, ...part }))
    setWrong(false)
  }
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        const cadence = { idealDays: numberOf(typed.ideal), maximumDays: numberOf(typed.maximum) }
        const edit: HealthEdit = (stored) => withCadence(stored, typed.tag.trim(), cadence)
        if (!isValid(edit(health))) {
          setWrong(true)
          return
        }
        setTyped(blank)
        onSave(edit)
      }}
    >
      <TextField
        label={i18n.t('healthSettings.tag')}
        hint={i18n.t('healthSettings.tagHint')}
        value={typed.tag}
        maxLength={60}
        onValue={(tag) => change({ tag })}
      />
      <TextField
        label={i18n.t('healthSettings.ideal')}
        inputMode="decimal"
        value={typed.ideal}
        onValue={(ideal) => change({ ideal })}
      />
      <TextField
        label={i18n.t('healthSettings.maximum')}
        inputMode="decimal"
        value={typed.maximum}
        onValue={(maximum) => change({ maximum })}
        {...(isWrong ? { error: i18n.t('healthSettings.cadenceWrong') } : {})}
      />
      <Button type="submit" icon={Plus} disabled={typed.ideal === '' || typed.maximum === ''}>
        {i18n.t('common.add')}
      </Button>
    </form>
  )
}

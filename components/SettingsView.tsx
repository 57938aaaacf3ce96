import { i18n } from '#i18n'
import { Sparkles } from 'lucide'
import type { Settings } from '../lib/domain/settings.ts'
import { jurisdictions } from '../lib/guidelines/disclosure/packs/index.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { AgreementSettingsForm } from './AgreementSettings.tsx'
import { ApprovalSettingsForm } from './ApprovalSettings.tsx'
import { Button } from './Button.tsx'
import { Select } from './Field.tsx'
import { HealthSettingsForm } from './HealthSettings.tsx'
import { IncidentSettingsForm } from './IncidentSettings.tsx'
import { NotifySettingsView } from './NotifySettings.tsx'
import { PlanSettingsForm } from './PlanSettings.tsx'
import { RecordView } from './RecordView.tsx'
import { formatRoute } from '../lib/state/route.ts'
import { UpkeepSettingsForm } from './UpkeepSettings.tsx'
import { VettingSettingsForm } from './VettingSettings.tsx'
import { WatchSettingsForm } from './WatchSettings.tsx'
import { codeWords, spanWords } from './words.ts'

const themes = ['system', 'light', 'dark'] as const
const retentions = ['90', '365', '730', '1825', 'forever'] as const

/** How Rapport looks, whose rules it goes by, what it keeps and for how long, and what it sends: nothing, unless the user says so. */
export function SettingsView({ state, now }: { state: DashboardState; now: number }) {
  const settings = state.settings.value.value
  const stats = state.stats.value.value
  const held = state.corrections.value.value?.filter(({ deletedAt }) => deletedAt === null)
  const setAside = Object.entries(stats?.setAside ?? {}).filter(([, count]) => count > 0)
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.settings')}</h1>
      </div>
      {settings && <Choices settings={settings} state={state} />}
      {settings && (
        <HealthSettingsForm
          health={settings.health}
          platforms={state.watches.platforms}
          onSave={(edit) => void state.saveSettings(({ health }) => ({ health: edit(health) }))}
        />
      )}
      {settings && (
        <WatchSettingsForm
          watch={settings.watch}
          onSave={(edit) => void state.saveSettings(({ watch }) => ({ watch: edit(watch) }))}
        />
      )}
      {settings && (
        <ApprovalSettingsForm
          approval={settings.approval}
          onSave={(change) => void state.saveSettings(({ approval }) => ({ approval: { ...approval, ...change } }))}
        />
      )}
      {settings && (
        <IncidentSettingsForm
          incidents={settings.incidents}
          onSave={(edit) => void state.saveSettings(({ incidents }) => ({ incidents: edit(incidents) }))}
        />
      )}
      {settings && (
        <VettingSettingsForm
          vetting={settings.vetting}
          onSave={(edit) => void state.saveSettings(({ vetting }) => ({ vetting: edit(vetting) }))}
        />
      )}
      {settings && (
        <AgreementSettingsForm
          agreements={settings.agreements}
          onSave={(edit) => void state.saveSettings(({ agreements }) => ({ agreements: edit(agreements) }))}
        />
      )}
      {settings && (
        <PlanSettingsForm
          plans={settings.plans}
          onSave={(edit) => void state.saveSettings(({ plans }) => ({ plans: edit(plans) }))}
        />
      )}
      {settings && (
        <UpkeepSettingsForm
          upkeep={settings.upkeep}
          onSave={(edit) => void state.saveSettings(({ upkeep }) => ({ upkeep: edit(upkeep) }))}
        />
      )}
      <section class="card" aria-labelledby="stored">
        <h2 id="stored">{i18n.t('dash.stored')}</h2>
        <p class="soft">{i18n.t('dash.storedWhere')}</p>
        {stats && (
          <dl class="figures">
            {(['partners', 'posts', 'comments', 'notes'] as const).map((key) => (
              <div key={key}>
                <dt class="soft small">{i18n.t(`dash.count.${key}`)}</dt>
                <dd class="figure">{stats[key].toLocaleString()}</dd>
              </div>
            ))}
          </dl>
        )}
        {stats &&
          (setAside.length === 0 ? (
            <p class="soft">{i18n.t('dash.nothingSetAside')}</p>
          ) : (
            <output>
              <p>{i18n.t('dash.setAside')}</p>
              <ul class="figure">
                {setAside.map(([table, count]) => (
                  <li key={table}>{i18n.t('dash.setAsideRow', [table, count])}</li>
                ))}
              </ul>
            </output>
          ))}
        {stats?.partners === 0 && (
          <div>
            <Button icon={Sparkles} onClick={() => void state.loadSample()}>
              {i18n.t('dash.sample')}
            </Button>
          </div>
        )}
      </section>
      <RecordView transfer={state.record} />
      <section class="card" aria-labelledby="corrections">
        <h2 id="corrections">{i18n.t('correction.title')}</h2>
        <p class="soft">{i18n.t('correction.intro')}</p>
        <a href={formatRoute({ view: 'settings', id: 'corrections', query: {} })}>
          {i18n.t('correction.show', held?.length ?? 0)}
        </a>
      </section>
      <section class="card" aria-labelledby="watches">
        <h2 id="watches">{i18n.t('dash.view.watches')}</h2>
        <p class="soft">{i18n.t('watch.intro')}</p>
        <a href={formatRoute({ view: 'watches', id: null, query: {} })}>{i18n.t('watch.show')}</a>
      </section>
      {settings && <NotifySettingsView settings={settings} state={state} now={now} />}
    </>
  )
}

function Choices({ settings, state }: { settings: Settings; state: DashboardState }) {
  const kept = settings.retentionDays === null ? 'forever' : String(settings.retentionDays)
  const choices = retentions.some((days) => days === kept) ? retentions : [...retentions, kept]
  return (
    <section class="card" aria-labelledby="choices">
      <h2 id="choices">{i18n.t('dash.choices')}</h2>
      <div class="row">
        <Select
          label={i18n.t('dash.theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: i18n.t(`dash.themes.${value}`) }))}
          onValue={(value) => {
            const theme = themes.find((one) => one === value)
            if (theme) void state.saveSettings({ theme })
          }}
        />
        <Select
          label={i18n.t('dash.jurisdiction')}
          hint={i18n.t('dash.jurisdictionHint')}
          value={settings.jurisdiction}
          options={jurisdictions.map(({ code }) => ({ value: code, label: codeWords('kind.option', code) }))}
          onValue={(jurisdiction) => void state.saveSettings({ jurisdiction })}
        />
        <Select
          label={i18n.t('dash.retention')}
          hint={i18n.t('dash.retentionHint')}
          value={kept}
          options={choices.map((value) => ({
            value,
            label: value === 'forever' ? i18n.t('dash.forever') : spanWords(Number(value)),
          }))}
          onValue={(value) => void state.saveSettings({ retentionDays: value === 'forever' ? null : Number(value) })}
        />
      </div>
    </section>
  )
}

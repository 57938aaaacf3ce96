import { i18n } from '#i18n'
import { ArrowLeft, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Guideline } from '../lib/domain/guideline.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { RuleForm } from './RuleForm.tsx'
import { EmptyState, Gone } from './States.tsx'
import { TryOut } from './TryOut.tsx'
import { codeWords, kindWord } from './words.ts'

/** One guideline: whom it is for, its rules, and a place to try them on a caption before they are saved. */
export function GuidelineEditor({ state }: { state: DashboardState }) {
  const { guidelineEdit, router } = state
  const guideline = guidelineEdit.draft.value
  const list = formatRoute({ view: 'guidelines', id: null, query: {} })
  const save = async () => {
    const id = await guidelineEdit.save()
    if (id !== null) router.go('guidelines', id)
    else document.querySelector<HTMLElement>('main [aria-invalid]')?.focus()
  }
  return (
    <>
      <a class="back" href={list}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.guidelines')}
      </a>
      {guideline === null ? (
        guidelineEdit.opened.value && <Gone>{i18n.t('guideline.gone')}</Gone>
      ) : (
        <>
          <div class="head">
            <h1 class="theirs">{guideline.name.trim() || i18n.t('guideline.new')}</h1>
            <output class="soft small">{guidelineEdit.dirty.value && i18n.t('guideline.unsaved')}</output>
            <Button disabled={!guidelineEdit.dirty.value} onClick={() => void guidelineEdit.discard()}>
              {i18n.t('guideline.discard')}
            </Button>
            <Button look="primary" disabled={!guidelineEdit.dirty.value} onClick={() => void save()}>
              {i18n.t('common.save')}
            </Button>
          </div>
          {guidelineEdit.tried.value && guidelineEdit.problems.value.length > 0 && (
            <p role="alert" class="act-text">
              {i18n.t('guideline.fix', guidelineEdit.problems.value.length)}
            </p>
          )}
          <div class="columns">
            <div>
              <About state={state} guideline={guideline} />
              <Rules state={state} guideline={guideline} />
            </div>
            <div class="beside">
              <section class="card" aria-labelledby="try">
                <h2 id="try">{i18n.t('guideline.try')}</h2>
                <TryOut check={(text) => state.tryText(text, [{ ...guideline, active: true }])} />
              </section>
            </div>
          </div>
        </>
      )}
    </>
  )
}

function About({ state: { guidelineEdit, names }, guideline }: { state: DashboardState; guideline: Guideline }) {
  const missing = guidelineEdit.tried.value && guidelineEdit.problems.value.find(({ ruleId }) => ruleId === null)?.code
  const chosen = guideline.partnerIds
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{i18n.t('guideline.about')}</h2>
      <div class="row">
        <TextField
          label={i18n.t('guideline.name')}
          value={guideline.name}
          maxLength={200}
          required
          onValue={(name) => guidelineEdit.change({ name })}
          {...(missing ? { error: codeWords('guideline.problem', missing) } : {})}
        />
        <TextField
          label={i18n.t('guideline.brand')}
          value={guideline.brand}
          maxLength={200}
          onValue={(brand) => guidelineEdit.change({ brand })}
        />
      </div>
      <Checkbox
        label={i18n.t('guideline.activeLabel')}
        checked={guideline.active}
        onValue={(active) => guidelineEdit.change({ active })}
      />
      <Checkbox
        label={i18n.t('guideline.everyoneLabel')}
        checked={chosen === null}
        onValue={(everyone) => guidelineEdit.change({ partnerIds: everyone ? null : [] })}
      />
      {chosen !== null && (
        <fieldset class="chips">
          <legend class="sr-only">{i18n.t('guideline.whom')}</legend>
          {[...names.value].map(([id, name]) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onValue={(on) =>
                guidelineEdit.change({ partnerIds: on ? [...chosen, id] : chosen.filter((one) => one !== id) })
              }
            />
          ))}
          {names.value.size === 0 && <p class="soft">{i18n.t('guideline.nobody')}</p>}
        </fieldset>
      )}
    </section>
  )
}

function Rules({ state, guideline }: { state: DashboardState; guideline: Guideline }) {
  const { guidelineEdit, kinds } = state
  const [next, setNext] = useState(kinds[0]?.kind ?? '')
  const add = () => {
    const kind = kinds.find((one) => one.kind === next)
    if (kind) guidelineEdit.addRule(kind)
  }
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{i18n.t('guideline.rulesTitle')}</h2>
      {guideline.rules.length === 0 && <EmptyState>{i18n.t('guideline.noRules')}</EmptyState>}
      {guideline.rules.map((rule) => (
        <RuleForm
          key={rule.id}
          rule={rule}
          kind={kinds.find((one) => one.kind === rule.kind) ?? null}
          problems={
            guidelineEdit.tried.value
              ? guidelineEdit.problems.value.filter((problem) => problem.ruleId === rule.id)
              : []
          }
          onChange={(change) => guidelineEdit.changeRule(rule.id, change)}
          onRemove={() => guidelineEdit.removeRule(rule.id)}
        />
      ))}
      <div class="row">
        <Select
          label={i18n.t('guideline.addRule')}
          value={next}
          options={kinds.map(({ kind }) => ({ value: kind, label: kindWord(kind) }))}
          onValue={setNext}
        />
        <Button icon={Plus} onClick={add}>
          {i18n.t('common.add')}
        </Button>
      </div>
    </section>
  )
}

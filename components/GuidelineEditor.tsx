import { i18n } from '#i18n'
import { ArrowLeft, FileText, History } from 'lucide'
import { useCallback, useState } from 'preact/hooks'
import type { Guideline } from '../lib/domain/guideline.ts'
import type { RuleExample } from '../lib/guidelines/define.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { type TryOptions, tryText } from '../lib/state/try-out.ts'
import { Button } from './Button.tsx'
import { Checkbox, TextField } from './Field.tsx'
import { GuidelineRules } from './GuidelineRules.tsx'
import { Icon } from './Icon.tsx'
import { Gone } from './States.tsx'
import { StoredTrialView } from './StoredTrialView.tsx'
import { TryOut } from './TryOut.tsx'
import { codeWords } from './words.ts'

/** One guideline: whom it is for, its rules, and a place to try them before they are saved. */
export function GuidelineEditor({ state }: { state: DashboardState }) {
  const { guidelineEdit, router } = state
  const guideline = guidelineEdit.draft.value
  const [text, setText] = useState('')
  const [options, setOptions] = useState<TryOptions | null>(null)
  const isStored = router.route.value.id === guideline?.id
  const list = formatRoute({ view: 'guidelines', id: null, query: {} })
  const save = async () => {
    const id = await guidelineEdit.save()
    if (id !== null) router.go('guidelines', id)
    else document.querySelector<HTMLElement>('main [aria-invalid]')?.focus()
  }
  const onExample = (example: RuleExample<unknown>) => {
    setText(example.text)
    const as = options ?? state.tryOptions.peek()
    const { platform = as.platform, relationship = as.relationship } = example
    setOptions({ ...as, platform, relationship })
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
            <output class={guidelineEdit.kept.value ? 'soft small' : 'act-text small'}>
              {guidelineEdit.dirty.value
                ? guidelineEdit.kept.value
                  ? i18n.t('guideline.unsaved')
                  : i18n.t('guideline.notKept')
                : isStored && i18n.t('guideline.allSaved')}
            </output>
            {isStored && (
              <a
                class="small"
                href={formatRoute({
                  view: 'guidelines',
                  id: guideline.id,
                  query: { version: String(guideline.version) },
                })}
              >
                <Icon icon={History} size={14} /> {i18n.t('guideline.version', [guideline.version])}
              </a>
            )}
            {isStored && (
              <a class="small" href={formatRoute({ view: 'guidelines', id: guideline.id, query: { brief: 'list' } })}>
                <Icon icon={FileText} size={14} /> {i18n.t('brief.title')}
              </a>
            )}
            <Button disabled={!guidelineEdit.dirty.value} onClick={() => void guidelineEdit.discard()}>
              {i18n.t('guideline.discard')}
            </Button>
            {/* Of a new one it says what is still missing. */}
            <Button look="primary" disabled={isStored && !guidelineEdit.dirty.value} onClick={() => void save()}>
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
              <GuidelineRules state={state} guideline={guideline} isStored={isStored} onExample={onExample} />
            </div>
            <div class="beside">
              <Trying
                state={state}
                guideline={guideline}
                text={text}
                onText={setText}
                options={options ?? state.tryOptions.value}
                onOptions={setOptions}
              />
            </div>
          </div>
        </>
      )}
    </>
  )
}

/** The draft on a caption, or on what is stored. */
function Trying({
  state,
  guideline,
  ...of
}: {
  state: DashboardState
  guideline: Guideline
  text: string
  onText: (text: string) => void
  options: TryOptions
  onOptions: (options: TryOptions) => void
}) {
  const { query } = state.router.route.value
  const onStored = query['try'] === 'stored'
  const check = useCallback(
    (text: string, as: TryOptions) => tryText(text, [{ ...guideline, active: true }], as),
    [guideline],
  )
  return (
    <section class="card" aria-labelledby="try">
      <h2 id="try">{i18n.t('guideline.try')}</h2>
      <div class="segments">
        <Button aria-pressed={!onStored} onClick={() => state.router.filter({ try: '' })}>
          {i18n.t('trial.onText')}
        </Button>
        <Button aria-pressed={onStored} onClick={() => state.router.filter({ try: 'stored' })}>
          {i18n.t('trial.onStored')}
        </Button>
      </div>
      {onStored ? (
        <StoredTrialView state={state} draft={guideline} />
      ) : (
        <TryOut {...of} check={check} toneOf={state.toneOf} />
      )}
    </section>
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

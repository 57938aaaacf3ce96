import { i18n } from '#i18n'
import { ClipboardCheck } from 'lucide'
import { useCallback, useMemo, useState } from 'preact/hooks'
import type { Guideline } from '../lib/domain/guideline.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { type TryOptions, tryText } from '../lib/state/try-out.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './States.tsx'
import { TryOut } from './TryOut.tsx'

/** Any text against the guidelines that are in force: a draft, or what was selected on a page. */
export function CheckView({ state }: { state: DashboardState }) {
  const text = state.router.route.value.query['text'] ?? ''
  const all = state.guidelines.value.value
  const active = useMemo(() => all?.filter((guideline) => guideline.active), [all])
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.check')}</h1>
      </div>
      {active?.length === 0 && (
        <EmptyState
          icon={ClipboardCheck}
          action={
            <Button look="primary" onClick={() => state.router.go('guidelines', 'new')}>
              {i18n.t('guideline.add')}
            </Button>
          }
        >
          {i18n.t('guideline.none')}
        </EmptyState>
      )}
      {active && active.length > 0 && (
        <section class="card" aria-labelledby="try">
          <h2 id="try">{i18n.t('guideline.try')}</h2>
          <p class="soft theirs">{i18n.t('guideline.against', [active.map(({ name }) => name).join(', ')])}</p>
          <Checked key={text} state={state} initial={text} active={active} />
        </section>
      )}
    </>
  )
}

function Checked({ state, initial, active }: { state: DashboardState; initial: string; active: Guideline[] }) {
  const [text, setText] = useState(initial)
  const [chosen, setChosen] = useState<TryOptions | null>(null)
  const check = useCallback((typed: string, as: TryOptions) => tryText(typed, active, as), [active])
  return (
    <TryOut
      text={text}
      onText={setText}
      options={chosen ?? state.tryOptions.value}
      onOptions={setChosen}
      check={check}
      toneOf={state.toneOf}
    />
  )
}

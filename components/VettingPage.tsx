import { i18n } from '#i18n'
import { ArrowLeft, Printer, Trash2, TriangleAlert } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isLookBack, LOOK_BACK, type VettingDecision, vettingDecisions } from '../lib/domain/vetting.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { VettingView } from '../lib/state/vetting.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Checkbox, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { Downloads, ReportBody } from './ReportPage.tsx'
import { Gone } from './States.tsx'
import { dayOf, decisionLooks } from './VettingNote.tsx'
import { codeWords } from './words.ts'

/** One vetting sheet: what was visible of the creator, and what was decided about them. */
export function VettingPage({ state, now }: { state: DashboardState; now: number }) {
  const view = state.vetting.value.value
  const progress = state.vettingProgress.value
  return (
    <>
      <a class="back no-print" href={formatRoute({ view: 'vetting', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.vetting')}
      </a>
      {progress && (
        <output class="soft small figure no-print">
          <progress aria-hidden="true" value={progress.done} max={progress.total} />{' '}
          {i18n.t('vet.reading', [progress.done, progress.total])}
        </output>
      )}
      {view ? (
        <Page state={state} view={view} now={now} />
      ) : (
        state.vetting.loaded.value && <Gone>{i18n.t('vet.gone')}</Gone>
      )}
    </>
  )
}

function Page({ state, view, now }: { state: DashboardState; view: VettingView; now: number }) {
  const { vetting, verdict, partner, report } = view
  const code = verdict?.decision ?? 'open'
  const refused = state.vettingEdit.refused.value
  return (
    <>
      <div class="head">
        <h1 class="theirs">{vetting.name}</h1>
        <Badge {...decisionLooks[code]}>{codeWords('vet.decision', code)}</Badge>
        <Button icon={Printer} class="no-print" onClick={() => print()}>
          {i18n.t('report.print')}
        </Button>
        <Button
          look="danger"
          class="no-print"
          icon={Trash2}
          onClick={() => {
            state.router.go('vetting')
            void state.vettingEdit.remove(vetting)
          }}
        >
          {i18n.t('vet.delete')}
        </Button>
      </div>
      <p class="soft">
        <span class="theirs">
          {vetting.accounts
            .map(({ platform, handle }) => `@${handle} · ${codeWords('site.name', platform)}`)
            .join(', ')}
        </span>
        {partner && (
          <>
            {' · '}
            <a href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>{i18n.t('vet.isPartner')}</a>
          </>
        )}
      </p>
      {refused?.id === vetting.id && (
        <p class="refused" role="alert">
          <Icon icon={TriangleAlert} />{' '}
          <span class="theirs">{codeWords('vet.refused', refused.refusal.code, refused.refusal.values)}</span>
        </p>
      )}
      <div class="columns no-print">
        <Decide key={vetting.id} state={state} view={view} now={now} />
        <LookBackForm state={state} view={view} />
      </div>
      {report && (
        <>
          <Downloads report={report} />
          <ReportBody report={report} />
        </>
      )}
    </>
  )
}

/** Approve, tentative or reject, with a reason and a name; earlier decisions stay and are listed on the sheet. */
function Decide({
  state,
  view: { vetting, verdict, by: known },
}: {
  state: DashboardState
  view: VettingView
  now: number
}) {
  const [decision, setDecision] = useState<VettingDecision | null>(null)
  const [reason, setReason] = useState('')
  const [typed, setBy] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const by = typed ?? known
  // Decisions that were there when the person last looked: one from elsewhere since then is refused once, and then seen.
  const seen = useRef(vetting.verdicts.length)
  useEffect(() => {
    if (state.vettingEdit.refused.value === null && reason === '') seen.current = vetting.verdicts.length
  }, [vetting, reason, state])
  const save = async () => {
    setTried(true)
    if (decision === null || reason.trim() === '' || by.trim() === '') return
    const done = await state.vettingEdit.decide(vetting, seen.current, by, decision, reason)
    seen.current = state.vetting.value.value?.vetting.verdicts.length ?? seen.current
    if (!done) return
    setReason('')
    setDecision(null)
    setTried(false)
  }
  return (
    <form
      class="card draft-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{i18n.t('vet.decide')}</h2>
      {verdict && (
        <p>
          {i18n.t('vet.stands', [codeWords('vet.decision', verdict.decision)])}{' '}
          <span class="theirs">{i18n.t('vet.said', [verdict.reason, verdict.by, dayOf(verdict.at)])}</span>
        </p>
      )}
      <fieldset class="row report-files">
        <legend>{i18n.t('vet.which')}</legend>
        {vettingDecisions.map((one) => (
          <label key={one} class="checkbox">
            <input type="radio" name="decision" checked={decision === one} onChange={() => setDecision(one)} />{' '}
            {codeWords('vet.choose', one)}
          </label>
        ))}
      </fieldset>
      {tried && decision === null && (
        <p class="refused" role="alert">
          {i18n.t('vet.noDecision')}
        </p>
      )}
      <TextArea
        label={i18n.t('vet.reason')}
        rows={3}
        maxLength={2_000}
        value={reason}
        error={tried && reason.trim() === '' ? i18n.t('vet.refused.noReason') : undefined}
        onValue={setReason}
      />
      <TextField
        label={i18n.t('incident.by')}
        hint={i18n.t('incident.byHint')}
        maxLength={120}
        value={by}
        error={tried && by.trim() === '' ? i18n.t('vet.refused.noName') : undefined}
        onValue={setBy}
      />
      <div class="draft-actions">
        <Button look="primary" type="submit">
          {i18n.t('vet.save')}
        </Button>
      </div>
    </form>
  )
}

/** How far the sheet looks back: the usual six months to two years, or three years and more. */
function LookBackForm({ state, view: { vetting } }: { state: DashboardState; view: VettingView }) {
  const { months, highRisk } = vetting.lookBack
  const defaults = state.settings.value.value?.vetting
  const range = highRisk ? [LOOK_BACK.leastHighRisk, LOOK_BACK.mostHighRisk] : [LOOK_BACK.least, LOOK_BACK.most]
  return (
    <section class="card" aria-labelledby="look-back">
      <h2 id="look-back">{i18n.t('vet.lookBack')}</h2>
      <Checkbox
        label={i18n.t('vet.highRisk')}
        hint={i18n.t('vet.highRiskHint')}
        checked={highRisk}
        onValue={(on) =>
          void state.vettingEdit.change(vetting, {
            highRisk: on,
            months: on ? (defaults?.highRiskMonths ?? LOOK_BACK.leastHighRisk) : (defaults?.months ?? LOOK_BACK.most),
          })
        }
      />
      <NumberSetting
        key={`${highRisk}`}
        label={i18n.t('vet.months', [String(range[0]), String(range[1])])}
        value={months}
        isValid={(typed) =>
          Number.isInteger(typed) &&
          typed >= LOOK_BACK.least &&
          typed <= LOOK_BACK.mostHighRisk &&
          isLookBack({ months: typed, highRisk })
        }
        onSave={(typed) => void state.vettingEdit.change(vetting, { months: typed, highRisk })}
      />
      <p class="soft small">{i18n.t('vet.howRead')}</p>
    </section>
  )
}

import { i18n } from '#i18n'
import { ArrowLeft, FileOutput, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Agreement } from '../lib/domain/agreement.ts'
import { newestOf } from '../lib/partnership/agreement.ts'
import type { AgreementView } from '../lib/state/agreements.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { agreementHtml } from './agreement-document.ts'
import { Confirmed, type Decide, Found, Gaps, Mark } from './AgreementClauses.tsx'
import { type ActOn, Counsel, kindWords } from './AgreementParts.tsx'
import { AgreementVersions } from './AgreementVersions.tsx'
import { Button } from './Button.tsx'
import { TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Card } from './IncidentCard.tsx'
import { saveFile } from './save-file.ts'
import { Gone } from './States.tsx'
import { codeWords } from './words.ts'

/** Everything about one agreement. */
export function AgreementPage({ state }: { state: DashboardState }) {
  const view = state.agreement.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'agreements', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.agreements')}
      </a>
      {view ? (
        <Page state={state} view={view} />
      ) : (
        state.agreement.loaded.value && <Gone>{i18n.t('agreement.gone')}</Gone>
      )}
    </>
  )
}

function Page({ state, view }: { state: DashboardState; view: AgreementView }) {
  const { agreement, partner, waiting, inForce, changed, reading } = view
  const [typed, setBy] = useState<string | null>(null)
  const by = typed ?? view.by
  const refused = state.agreementEdit.refused.value
  const act: ActOn = (action) => state.agreementEdit.act(agreement, by, action)
  const decide: Decide = (
    { start, end, quote },
    kind,
    values,
    decision = 'confirmed',
    id = state.agreementEdit.newId(),
  ) => act({ kind: 'decide', clause: { id, kind, decision, start, end, quote, values } })
  const { n } = newestOf(agreement)
  const dismissed = agreement.clauses.filter(({ decision, version }) => decision === 'dismissed' && version === n)
  const exported = () =>
    saveFile({
      name: `agreement-${agreement.id.slice(-8).toLowerCase()}.html`,
      text: agreementHtml(view, new Date().toISOString()),
      type: 'text/html',
    })
  return (
    <>
      <div class="head">
        <h1 class="theirs">{agreement.title}</h1>
        <Button icon={FileOutput} onClick={exported}>
          {i18n.t('agreement.export')}
        </Button>
        <Button
          look="danger"
          icon={Trash2}
          onClick={() => {
            void state.agreementEdit.remove(agreement)
            state.router.go('agreements')
          }}
        >
          {i18n.t('agreement.delete')}
        </Button>
      </div>
      <p class="soft">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
          {partner.name}
        </a>{' '}
        · {i18n.t('agreement.version', [n])}
      </p>
      <Counsel />
      {refused?.id === agreement.id && (
        <p class="act-text" role="alert">
          {codeWords('agreement.refused', refused.refusal.code)}
        </p>
      )}
      <TextField label={i18n.t('agreement.by')} maxLength={120} value={by} onValue={setBy} />
      <Found view={view} waiting={waiting} decide={decide} />
      {changed.length > 0 && (
        <Card id="changed" title={i18n.t('agreement.changedTitle')}>
          <p class="soft">{i18n.t('agreement.changedHint')}</p>
          <ul>
            {changed.map((clause) => (
              <Confirmed key={clause.id} clause={clause} agreement={agreement} act={act} isStale />
            ))}
          </ul>
        </Card>
      )}
      <Card id="in-force" title={i18n.t('agreement.confirmed')}>
        {inForce.length === 0 && <p class="soft">{i18n.t('agreement.confirmedNone')}</p>}
        <ul>
          {inForce.map((clause) => (
            <Confirmed
              key={`${clause.id}${clause.at}`}
              clause={clause}
              agreement={agreement}
              act={act}
              decide={decide}
            />
          ))}
        </ul>
        {dismissed.length > 0 && (
          <details>
            <summary class="small">{i18n.t('agreement.dismissed', [dismissed.length])}</summary>
            <ul>
              {dismissed.map((clause) => (
                <li key={clause.id} class="clause">
                  <strong>{kindWords(clause.kind)}</strong>
                  <blockquote class="theirs" dir="auto">
                    {clause.quote}
                  </blockquote>
                  <div>
                    <Button
                      look="quiet"
                      aria-label={`${i18n.t('agreement.restore')}: ${kindWords(clause.kind)}`}
                      onClick={() => void act({ kind: 'undecide', id: clause.id })}
                    >
                      {i18n.t('agreement.restore')}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </details>
        )}
        <Mark text={newestOf(agreement).text} decide={decide} />
      </Card>
      <Details key={agreement.updatedAt} agreement={agreement} act={act} />
      {(reading.lang === null || reading.lang === 'en') && <Gaps gaps={view.gaps} />}
      <AgreementVersions agreement={agreement} act={act} />
    </>
  )
}

function Details({ agreement, act }: { agreement: Agreement; act: ActOn }) {
  const { title, timeZone, startsOn, endsOn, reviewOn } = agreement
  const [details, setDetails] = useState({ title, timeZone, startsOn, endsOn, reviewOn })
  const set = (change: Partial<typeof details>) => setDetails((now) => ({ ...now, ...change }))
  return (
    <Card id="details" title={i18n.t('agreement.details')}>
      <form
        class="clause-form"
        onSubmit={(event) => {
          event.preventDefault()
          void act({ kind: 'details', details })
        }}
      >
        <div class="row">
          <TextField
            label={i18n.t('agreement.title')}
            maxLength={300}
            value={details.title}
            onValue={(value) => set({ title: value })}
          />
          <TextField
            label={i18n.t('agreement.zone')}
            hint={i18n.t('agreement.zoneHint')}
            maxLength={60}
            value={details.timeZone}
            onValue={(value) => set({ timeZone: value })}
          />
          {(['startsOn', 'endsOn', 'reviewOn'] as const).map((key) => (
            <TextField
              key={key}
              type="date"
              label={i18n.t(`agreement.${key}`)}
              value={details[key] ?? ''}
              onValue={(value) => set({ [key]: value === '' ? null : value })}
            />
          ))}
        </div>
        <div>
          <Button type="submit">{i18n.t('agreement.saveDetails')}</Button>
        </div>
      </form>
    </Card>
  )
}

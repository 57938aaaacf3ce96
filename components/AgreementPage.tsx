import { i18n } from '#i18n'
import { ArrowLeft, FileOutput, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Agreement, Clause, ClauseKind, ClauseValues } from '../lib/domain/agreement.ts'
import { newestOf } from '../lib/partnership/agreement.ts'
import { clauseLibrary, clauseText } from '../lib/partnership/clauses/library.ts'
import { noValues } from '../lib/partnership/clauses/values.ts'
import type { AgreementView } from '../lib/state/agreements.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { checkOf } from '../lib/watch/agreement-checks.ts'
import { agreementHtml } from './agreement-document.ts'
import { type ActOn, ClauseForm, Counsel, kindWords } from './AgreementParts.tsx'
import { AgreementVersions } from './AgreementVersions.tsx'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Card } from './IncidentCard.tsx'
import { saveFile } from './save-file.ts'
import { Gone } from './States.tsx'
import { codeWords, wordsLocale } from './words.ts'

interface Passage {
  readonly start: number
  readonly end: number
  readonly quote: string
}
type Decide = (
  passage: Passage,
  kind: ClauseKind,
  values: ClauseValues,
  decision?: Clause['decision'],
  id?: string,
) => Promise<boolean>

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

const languageName = (lang: string) => new Intl.DisplayNames(wordsLocale(), { type: 'language' }).of(lang) ?? lang

/** What was found and waits for a person; in a language that is not read, passages with figures. */
function Found({
  view: { agreement, reading },
  waiting,
  decide,
}: {
  view: AgreementView
  waiting: AgreementView['waiting']
  decide: Decide
}) {
  const { lang, figures, clauses, isCut } = reading
  const isRead = lang === null || lang === 'en'
  const decided = agreement.clauses.filter(({ version }) => version === newestOf(agreement).n)
  const open = figures.filter((one) => !decided.some(({ start, end }) => start < one.end && one.start < end))
  return (
    <Card id="found" title={i18n.t('agreement.found')}>
      {isCut && <p class="act-text">{i18n.t('agreement.isCut')}</p>}
      {!isRead && (
        <p>{i18n.t(figures.length > 0 ? 'agreement.otherLang' : 'agreement.otherLangNone', [languageName(lang)])}</p>
      )}
      {isRead && waiting.length > 0 && <p class="soft">{i18n.t('agreement.foundHint')}</p>}
      {isRead && clauses.length === 0 && <p>{i18n.t('agreement.nothingFound')}</p>}
      {isRead && clauses.length > 0 && waiting.length === 0 && <p class="soft">{i18n.t('agreement.allDecided')}</p>}
      <ul>
        {waiting.map((one) => (
          <li key={`${one.kind}${one.start}`} class="clause">
            <h3>{kindWords(one.kind)}</h3>
            <blockquote class="theirs" dir="auto">
              {one.quote}
            </blockquote>
            {one.defined.length > 0 && (
              <p class="soft small">{i18n.t('agreement.defined', [one.defined.join(', ')])}</p>
            )}
            {one.parameters.length === 0 && <p class="soft small">{i18n.t('agreement.noFigures')}</p>}
            {one.parameters
              .filter(({ kind }) => kind === 'unsure-date')
              .map(({ quote }) => (
                <p key={quote} class="act-text small">
                  {i18n.t('agreement.unsure', [quote])}
                </p>
              ))}
            <ClauseForm
              quote={one.quote}
              kind={one.kind}
              values={one.values}
              confirm={i18n.t('agreement.confirm')}
              onConfirm={(kind, values) => void decide(one, kind, values)}
              onDismiss={() => void decide(one, one.kind, one.values, 'dismissed')}
            />
          </li>
        ))}
        {open.map((one) => (
          <li key={one.start} class="clause">
            <blockquote class="theirs" dir="auto">
              {one.quote}
            </blockquote>
            <ClauseForm
              quote={one.quote}
              kind="deliverables"
              values={one.values}
              isKindOpen
              confirm={i18n.t('agreement.confirm')}
              onConfirm={(kind, values) => void decide(one, kind, values)}
              onDismiss={() => void decide(one, 'deliverables', one.values, 'dismissed')}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Confirmed({
  clause,
  agreement,
  act,
  decide,
  isStale = false,
}: {
  clause: Clause
  agreement: Agreement
  act: ActOn
  decide?: Decide
  isStale?: boolean
}) {
  const { kind, quote, values, id } = clause
  const check = checkOf(clause, agreement)
  return (
    <li class="clause">
      <h3>{kindWords(kind)}</h3>
      <blockquote class="theirs" dir="auto">
        {quote}
      </blockquote>
      {!isStale && <p class={check.isLive ? '' : 'soft'}>{codeWords('agreement.check', check.code)}</p>}
      <p class="soft small">{i18n.t('agreement.by1', [clause.by])}</p>
      {decide && (
        <ClauseForm
          quote={quote}
          kind={kind}
          values={values}
          confirm={i18n.t('agreement.save')}
          onConfirm={(changed, next) => void decide(clause, changed, next, 'confirmed', id)}
        />
      )}
      <div>
        <Button
          look="quiet"
          aria-label={i18n.t('agreement.undoWhat', [kindWords(kind)])}
          onClick={() => void act({ kind: 'undecide', id })}
        >
          {i18n.t('agreement.undo')}
        </Button>
      </div>
    </li>
  )
}

/** A passage that was not found: its exact words, and what it is. */
function Mark({ text, decide }: { text: string; decide: Decide }) {
  const [quote, setQuote] = useState('')
  const words = quote.replaceAll(/\r\n?/g, '\n').trim()
  const start = words === '' ? -1 : text.indexOf(words)
  const mark = async (kind: ClauseKind, values: ClauseValues) => {
    if (await decide({ start, end: start + words.length, quote: words }, kind, values)) setQuote('')
  }
  return (
    <details>
      <summary>{i18n.t('agreement.mark')}</summary>
      <TextArea
        label={i18n.t('agreement.markQuote')}
        hint={i18n.t('agreement.markHint')}
        error={words !== '' && start === -1 ? i18n.t('agreement.markMissing') : undefined}
        rows={3}
        maxLength={5_000}
        dir="auto"
        value={quote}
        onValue={setQuote}
      />
      {start !== -1 && (
        <ClauseForm
          key={words}
          quote={words}
          kind="stay-live"
          values={noValues}
          isKindOpen
          confirm={i18n.t('agreement.confirm')}
          onConfirm={(kind, values) => void mark(kind, values)}
        />
      )}
    </details>
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

/** Clauses of the library that are not there, each with its plain reading and a wording to begin with (B7). */
function Gaps({ gaps }: { gaps: readonly ClauseKind[] }) {
  return (
    <Card id="gaps" title={i18n.t('agreement.gaps')}>
      <p class="soft">{i18n.t(gaps.length > 0 ? 'agreement.gapsHint' : 'agreement.noGaps')}</p>
      <ul>
        {clauseLibrary
          .filter(({ kind }) => gaps.includes(kind))
          .map((clause) => (
            <li key={clause.kind} class="clause">
              <h3>{kindWords(clause.kind)}</h3>
              <p>{codeWords('clause.plain', clause.kind)}</p>
              <details>
                <summary class="small">{i18n.t('agreement.wording')}</summary>
                <blockquote lang="en">{clauseText(clause)}</blockquote>
                <p class="soft small">{codeWords('clause.note', clause.note)}</p>
                <CopyButton text={clauseText(clause)}>{i18n.t('agreement.copyWording')}</CopyButton>
              </details>
            </li>
          ))}
      </ul>
    </Card>
  )
}

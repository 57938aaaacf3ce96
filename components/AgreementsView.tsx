import { i18n } from '#i18n'
import { FileSignature, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { AgreementRow } from '../lib/state/agreements.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Counsel } from './AgreementParts.tsx'
import { Button } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { EmptyState } from './States.tsx'
import { codeWords } from './words.ts'

const linkTo = (id: string) => formatRoute({ view: 'agreements', id, query: {} })

/** Every agreement, newest first, and the form for a new one. */
export function AgreementsView({ state }: { state: DashboardState }) {
  const { id } = state.router.route.value
  const rows = state.agreements.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.agreements')}</h1>
        {id === null && (
          <Button look="primary" icon={Plus} onClick={() => state.router.go('agreements', 'new')}>
            {i18n.t('agreement.new')}
          </Button>
        )}
      </div>
      {id === 'new' && <NewAgreement state={state} />}
      {id === null && rows?.length === 0 && <EmptyState icon={FileSignature}>{i18n.t('agreement.none')}</EmptyState>}
      {id === null && rows && rows.length > 0 && (
        <section class="card" aria-label={i18n.t('dash.view.agreements')}>
          <ul class="list">
            {rows.map((row) => (
              <Row key={row.agreement.id} row={row} name={row.partner.name} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Row({ row: { agreement, version, confirmed, waiting }, name }: { row: AgreementRow; name?: string }) {
  return (
    <li>
      <div class="grow">
        <a class="theirs strong" href={linkTo(agreement.id)}>
          {agreement.title}
        </a>
        <p class="soft small">
          {name !== undefined && <span class="theirs">{name} · </span>}
          {i18n.t('agreement.row', [version, confirmed, waiting])}
        </p>
      </div>
    </li>
  )
}

/** What is typed is kept in the form until it was taken in; a refusal loses nothing. */
function NewAgreement({ state }: { state: DashboardState }) {
  const { query } = state.router.route.value
  const [title, setTitle] = useState('')
  const [partnerId, setPartnerId] = useState(query['partner'] ?? '')
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [text, setText] = useState('')
  const [by, setBy] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const name = by ?? state.settings.value.value?.approval.reviewer ?? ''
  const refused = state.agreementEdit.refused.value
  const code = tried && refused?.id === null ? refused.refusal.code : null
  const error = (...codes: readonly string[]) =>
    code !== null && codes.includes(code) ? codeWords('agreement.refused', code) : undefined
  const keep = async () => {
    setTried(true)
    if (partnerId === '') return
    setBusy(true)
    const about = { partnerId, title: title.trim() || firstLine(text), timeZone: zone.trim(), text, by: name }
    const id = await state.agreementEdit.make(about)
    setBusy(false)
    if (id !== null) state.router.go('agreements', id)
  }
  return (
    <form
      class="card draft-form"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2>{i18n.t('agreement.new')}</h2>
      <Counsel />
      <Select
        label={i18n.t('agreement.partner')}
        value={partnerId}
        error={tried && partnerId === '' ? i18n.t('agreement.partnerMissing') : undefined}
        options={[
          { value: '', label: i18n.t('agreement.choose') },
          ...Array.from(state.names.value, ([value, label]) => ({ value, label })),
        ]}
        onValue={setPartnerId}
      />
      <TextArea
        label={i18n.t('agreement.paste')}
        hint={i18n.t('agreement.pasteHint')}
        error={error('noText', 'tooLong')}
        rows={14}
        dir="auto"
        value={text}
        onValue={setText}
      />
      <div class="row">
        <TextField
          label={i18n.t('agreement.title')}
          placeholder={firstLine(text)}
          error={error('noTitle')}
          maxLength={300}
          value={title}
          onValue={setTitle}
        />
        <TextField
          label={i18n.t('agreement.zone')}
          hint={i18n.t('agreement.zoneHint')}
          error={error('badZone')}
          maxLength={60}
          value={zone}
          onValue={setZone}
        />
        <TextField
          label={i18n.t('agreement.by')}
          error={error('noName')}
          maxLength={120}
          value={name}
          onValue={setBy}
        />
      </div>
      <div class="draft-actions">
        <Button look="primary" type="submit" disabled={busy}>
          {i18n.t('agreement.find')}
        </Button>
        <Button onClick={() => state.router.go('agreements')}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

const firstLine = (text: string): string => (text.trim().split('\n', 1)[0] ?? '').trim().slice(0, 120)

/** On the partner's page. */
export function PartnerAgreements({ view }: { view: PartnerView }) {
  return (
    <section class="card" aria-labelledby="agreements">
      <h2 id="agreements">{i18n.t('agreement.ofPartner')}</h2>
      {view.agreements.length > 0 && (
        <ul class="list">
          {view.agreements.map((row) => (
            <Row key={row.agreement.id} row={row} />
          ))}
        </ul>
      )}
      <div>
        <a class="button" href={formatRoute({ view: 'agreements', id: 'new', query: { partner: view.partner.id } })}>
          {i18n.t('agreement.new')}
        </a>
      </div>
    </section>
  )
}

import { i18n } from '#i18n'
import { ArrowLeft, Download, Plus, Printer, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { BriefDraft, Briefs } from '../lib/state/briefs.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { briefDocument, type BriefDocument, briefHtml, briefMarkdown } from './brief-document.ts'
import { Button, IconButton } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { saveFile } from './save-file.ts'
import { EmptyState, Gone } from './States.tsx'

const CAMPAIGN = ''

/** The briefs of one guideline: a few words of one's own, the rules from the guideline, and the document beside them. */
export function BriefView({ state }: { state: DashboardState }) {
  const briefs = state.briefs.value.value
  const open = state.router.route.value.query['brief'] ?? ''
  const isKnown = state.guidelines.value.value?.some(({ id }) => id === state.router.route.value.id)
  if (!briefs) return isKnown === false ? <Gone>{i18n.t('guideline.gone')}</Gone> : null
  const shown = briefs.all.find(({ id }) => id === open)
  return (
    <>
      <a class="back no-print" href={formatRoute({ view: 'guidelines', id: briefs.guideline.id, query: {} })}>
        <Icon icon={ArrowLeft} /> <span class="theirs">{briefs.guideline.name}</span>
      </a>
      <div class="head no-print">
        <h1>{i18n.t('brief.title')}</h1>
        <Button look="primary" icon={Plus} onClick={() => state.router.filter({ brief: 'new' })}>
          {i18n.t('brief.add')}
        </Button>
      </div>
      {briefs.all.length === 0 && open !== 'new' && <EmptyState>{i18n.t('brief.none')}</EmptyState>}
      {briefs.all.length > 0 && (
        <ul class="list no-print">
          {briefs.all.map((brief) => (
            <li key={brief.id}>
              <a
                class="grow theirs"
                href={formatRoute({ view: 'guidelines', id: briefs.guideline.id, query: { brief: brief.id } })}
                {...(brief.id === open ? { 'aria-current': 'page' as const } : {})}
              >
                {brief.title}
              </a>
              <IconButton
                icon={Trash2}
                label={i18n.t('brief.delete', [brief.title])}
                onClick={() => void state.briefEdit.remove(brief)}
              />
            </li>
          ))}
        </ul>
      )}
      {(shown || open === 'new') && <Editor key={open} state={state} briefs={briefs} stored={shown ?? null} />}
    </>
  )
}

function Editor({ state, briefs, stored }: { state: DashboardState; briefs: Briefs; stored: BriefDraft | null }) {
  const { guideline, agreed } = briefs
  const [brief, setBrief] = useState<BriefDraft>(
    () =>
      stored ?? {
        id: state.briefEdit.newId(),
        guidelineId: guideline.id,
        partnerId: null,
        title: '',
        campaign: '',
        intro: '',
        tone: '',
        deliverables: '',
        startsOn: null,
        endsOn: null,
      },
  )
  const [tried, setTried] = useState(false)
  const change = (fields: Partial<BriefDraft>) => setBrief((before) => ({ ...before, ...fields }))
  const names = state.names.value
  const document = briefDocument({
    brief,
    guideline,
    partner: brief.partnerId === null ? null : (names.get(brief.partnerId) ?? null),
    agreed: agreed.filter(({ partnerId }) => partnerId === brief.partnerId),
    kinds: state.kinds,
  })
  const isBackwards = brief.startsOn !== null && brief.endsOn !== null && brief.endsOn < brief.startsOn
  const save = async () => {
    setTried(true)
    if (brief.title.trim() === '' || isBackwards) return
    const { id, guidelineId, partnerId, title, campaign, intro, tone, deliverables, startsOn, endsOn } = brief
    const fields = { id, guidelineId, partnerId, title: title.trim(), campaign, intro, tone, deliverables }
    if (await state.briefEdit.save({ ...fields, startsOn, endsOn })) state.router.filter({ brief: id })
  }
  return (
    <div class="columns">
      <form
        class="card draft-form no-print"
        aria-label={i18n.t('brief.title')}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={i18n.t('brief.name')}
          maxLength={300}
          value={brief.title}
          error={tried && brief.title.trim() === '' ? i18n.t('brief.nameMissing') : undefined}
          onValue={(title) => change({ title })}
        />
        <div class="row">
          <TextField
            label={i18n.t('brief.campaign')}
            maxLength={300}
            value={brief.campaign}
            onValue={(campaign) => change({ campaign })}
          />
          <Select
            label={i18n.t('draft.partner')}
            value={brief.partnerId ?? CAMPAIGN}
            options={[
              { value: CAMPAIGN, label: i18n.t('brief.everyone') },
              ...[...names].map(([value, label]) => ({ value, label })),
            ]}
            onValue={(id) => change({ partnerId: id === CAMPAIGN ? null : id })}
          />
        </div>
        <div class="row">
          <TextField
            label={i18n.t('brief.startsOn')}
            type="date"
            value={brief.startsOn ?? ''}
            onValue={(startsOn) => change({ startsOn: startsOn || null })}
          />
          <TextField
            label={i18n.t('brief.endsOn')}
            type="date"
            value={brief.endsOn ?? ''}
            error={isBackwards ? i18n.t('brief.backwards') : undefined}
            onValue={(endsOn) => change({ endsOn: endsOn || null })}
          />
        </div>
        <TextArea
          label={i18n.t('brief.intro')}
          rows={4}
          maxLength={5_000}
          value={brief.intro}
          onValue={(intro) => change({ intro })}
        />
        <TextArea
          label={i18n.t('brief.tone')}
          rows={2}
          maxLength={5_000}
          value={brief.tone}
          onValue={(tone) => change({ tone })}
        />
        <TextArea
          label={i18n.t('brief.deliverables')}
          hint={i18n.t('brief.deliverablesHint')}
          rows={3}
          maxLength={5_000}
          value={brief.deliverables}
          onValue={(deliverables) => change({ deliverables })}
        />
        <p class="soft small">{i18n.t('brief.oneSource')}</p>
        <div class="row">
          <Button look="primary" type="submit">
            {i18n.t('common.save')}
          </Button>
        </div>
      </form>
      <div>
        <div class="draft-actions no-print">
          <Button icon={Printer} onClick={() => print()}>
            {i18n.t('brief.print')}
          </Button>
          <Button
            icon={Download}
            onClick={() => saveFile({ name: 'brief.html', text: briefHtml(document), type: 'text/html' })}
          >
            {i18n.t('brief.html')}
          </Button>
          <CopyButton text={briefMarkdown(document)}>{i18n.t('brief.markdown')}</CopyButton>
        </div>
        <Document document={document} />
      </div>
    </div>
  )
}

function Document({ document: { title, facts, blocks, source } }: { document: BriefDocument }) {
  return (
    <article class="card brief theirs" aria-label={title}>
      <h2>{title}</h2>
      {facts.length > 0 && (
        <dl class="brief-facts">
          {facts.map(([term, words]) => (
            <div key={term}>
              <dt class="soft small">{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {blocks.map(({ heading, text, items }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {text !== undefined && <p class="brief-text">{text}</p>}
          {items && (
            <ul class="brief-items">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p class="soft small">{source}</p>
    </article>
  )
}

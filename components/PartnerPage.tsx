import { i18n } from '#i18n'
import { useSignal } from '@preact/signals'
import { ArrowLeft, ClipboardList, ExternalLink, FileText, Plus, Trash2, X } from 'lucide'
import { useState } from 'preact/hooks'
import { type Partner, relationshipSchema } from '../lib/domain/partner.ts'
import { standingVerdict } from '../lib/domain/vetting.ts'
import type { Occasion } from '../lib/partnership/occasions.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { POSTS_SHOWN, type PartnerView } from '../lib/state/partner-view.ts'
import { formatRoute } from '../lib/state/route.ts'
import { AlertList } from './Alerts.tsx'
import { BeforeIncidents } from './Backtest.tsx'
import { CommunicationProtocolForm } from './CommunicationProtocolForm.tsx'
import { Button, IconButton } from './Button.tsx'
import { Communication } from './Communication.tsx'
import { ContactList, ContactLog } from './Contacts.tsx'
import { Deliverables, PulseInput } from './Deliverables.tsx'
import { DueList } from './DueList.tsx'
import { Select, TextField } from './Field.tsx'
import { HealthParts, HealthScore } from './HealthScore.tsx'
import { Icon } from './Icon.tsx'
import { MessageComposer } from './MessageComposer.tsx'
import { PartnerAgreements } from './AgreementsView.tsx'
import { PartnerIncidents } from './IncidentsView.tsx'
import { Occasions, occasionWords, PartnerReviews, Programme } from './PartnerUpkeep.tsx'
import { PartnerPlans } from './PlansView.tsx'
import { MoodBar } from './MoodBar.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteList } from './NoteList.tsx'
import { PostItem } from './PostItem.tsx'
import { DraftRow } from './ReviewView.tsx'
import { safeLink } from './safe-link.ts'
import { EmptyState, Gone } from './States.tsx'
import { Timeline } from './Timeline.tsx'
import { Trends } from './Trends.tsx'
import { VettingNote } from './VettingNote.tsx'
import { Voices } from './Voices.tsx'
import { codeWords } from './words.ts'

/** Everything about one partner. */
export function PartnerPage({ state, now }: { state: DashboardState; now: number }) {
  const view = state.partner.value.value
  return (
    <>
      <Back />
      {view ? (
        <Page state={state} view={view} now={now} />
      ) : (
        state.partner.loaded.value && <Gone>{i18n.t('partner.gone')}</Gone>
      )}
    </>
  )
}

function Back() {
  return (
    <a class="back" href={formatRoute({ view: 'partners', id: null, query: {} })}>
      <Icon icon={ArrowLeft} /> {i18n.t('dash.view.partners')}
    </a>
  )
}

function Page({ state, view, now }: { state: DashboardState; view: PartnerView; now: number }) {
  const { partnerEdit, router } = state
  const [occasion, setOccasion] = useState<Occasion | null>(null)
  return (
    <>
      <div class="head">
        <h1 class="theirs">{view.partner.name}</h1>
        <a class="button plain" href={formatRoute({ view: 'reports', id: null, query: { partner: view.partner.id } })}>
          <Icon icon={FileText} /> {i18n.t('report.make')}
        </a>
        {!view.vetting && view.partner.accounts.length > 0 && (
          <Button icon={ClipboardList} onClick={() => void state.vet(view.partner)}>
            {i18n.t('vet.start')}
          </Button>
        )}
        <Button
          look="danger"
          icon={Trash2}
          onClick={() => {
            router.go('partners')
            void partnerEdit.remove(view.partner)
          }}
        >
          {i18n.t('partner.delete')}
        </Button>
      </div>
      {view.vetting && (
        <VettingNote
          vetting={{ id: view.vetting.id, verdict: standingVerdict(view.vetting) }}
          onOpen={(id) => router.go('vetting', id)}
        />
      )}
      <div class="columns">
        <div>
          {view.alerts.length > 0 && (
            <section class="card" aria-labelledby="alerts">
              <h2 id="alerts">{i18n.t('attention.title')}</h2>
              <AlertList
                alerts={view.alerts}
                posts={new Map(view.posts.map(({ post }) => [post.id, post]))}
                edit={state.alertEdit}
                now={now}
              />
            </section>
          )}
          <section class="card" aria-labelledby="health">
            <h2 id="health">{i18n.t('panel.health')}</h2>
            <HealthScore health={view.health} change={view.change} />
            <HealthParts health={view.health} posts={view.posts.map(({ post }) => post)} />
          </section>
          <section class="card" aria-labelledby="trends">
            <h2 id="trends">{i18n.t('chart.title')}</h2>
            {state.trends.value.value && <Trends trends={state.trends.value.value} />}
          </section>
          <section class="card" aria-labelledby="deliverables">
            <h2 id="deliverables">{i18n.t('deliverable.heading')}</h2>
            <Deliverables view={view} commitments={state.commitments} now={now} />
          </section>
          <Drafts state={state} view={view} now={now} />
          <PartnerIncidents view={view} />
          <BeforeIncidents backtest={state.backtest} />
          <PartnerAgreements view={view} />
          <PartnerPlans view={view} />
          <PartnerReviews state={state} view={view} />
          <section class="card" aria-labelledby="posts">
            <h2 id="posts">{i18n.t('common.posts', view.postCount)}</h2>
            {view.posts.length === 0 ? (
              <EmptyState>{i18n.t('panel.noPosts')}</EmptyState>
            ) : (
              <ul>
                {view.posts.map((row) => (
                  <PostItem
                    key={row.post.id}
                    row={row}
                    now={now}
                    review={state.review}
                    edit={state.toneEdit}
                    name={view.partner.name}
                    lost={view.lost}
                  />
                ))}
              </ul>
            )}
            {view.postCount > POSTS_SHOWN && <p class="soft small">{i18n.t('panel.newest', [POSTS_SHOWN])}</p>}
          </section>
          <section class="card" aria-labelledby="mood">
            <h2 id="mood">{i18n.t('panel.mood')}</h2>
            <MoodBar mood={view.mood} />
            <Voices voices={view.voices} edit={state.toneEdit} />
          </section>
          <section class="card" aria-labelledby="timeline">
            <h2 id="timeline">{i18n.t('timeline.title')}</h2>
            <Timeline timeline={state.timeline} now={now} />
          </section>
        </div>
        <div>
          <Occasions view={view} onWrite={setOccasion} onPutAway={(one) => void state.upkeep.putAway(one)} />
          {view.upcoming.length > 0 && (
            <section class="card" aria-labelledby="upcoming">
              <h2 id="upcoming">{i18n.t('attention.upcoming')}</h2>
              <DueList due={view.upcoming} />
            </section>
          )}
          <section class="card" aria-labelledby="pulse">
            <h2 id="pulse">{i18n.t('pulse.title')}</h2>
            <PulseInput view={view} commitments={state.commitments} />
          </section>
          <Details state={state} partner={view.partner} />
          <Notes state={state} view={view} now={now} />
          <section class="card" aria-labelledby="letters">
            <h2 id="letters">{i18n.t('letter.title')}</h2>
            <MessageComposer
              key={occasion?.id}
              view={view}
              letters={state.letters}
              {...(occasion && {
                start: {
                  template: 'congratulation' as const,
                  values: { milestone: occasionWords(occasion) },
                  onUsed: () => state.upkeep.putAway(occasion, false),
                },
              })}
            />
          </section>
          <Programme state={state} view={view} />
          <CommunicationProtocolForm
            partner={view.partner}
            onSave={(partner) => void state.partnerEdit.save(partner)}
          />
          <section class="card" aria-labelledby="contacts">
            <h2 id="contacts">{i18n.t('contact.title')}</h2>
            <ContactLog
              partner={view.partner}
              now={now}
              onLog={(touch) => state.notebook.logContact(view.partner.id, touch)}
            />
            <Communication view={view} now={now} />
            <ContactList
              contacts={view.contacts}
              now={now}
              onRemove={(contact) => void state.notebook.removeContact(contact)}
            />
          </section>
        </div>
      </div>
    </>
  )
}

function Drafts({ state, view, now }: { state: DashboardState; view: PartnerView; now: number }) {
  return (
    <section class="card" aria-labelledby="drafts">
      <h2 id="drafts">{i18n.t('draft.ofPartner')}</h2>
      {view.drafts.length > 0 && (
        <ul class="list">
          {view.drafts.map((row) => (
            <DraftRow key={row.draft.id} row={row} now={now} hidePartner />
          ))}
        </ul>
      )}
      <div>
        <Button icon={Plus} onClick={() => state.router.go('review', 'new', { partner: view.partner.id })}>
          {i18n.t('draft.new')}
        </Button>
      </div>
    </section>
  )
}

function Notes({ state: { notebook }, view, now }: { state: DashboardState; view: PartnerView; now: number }) {
  const writing = notebook.editor.id.value
  return (
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">{i18n.t('note.title')}</h2>
      <NoteEditor editor={notebook.editor} onRetry={() => notebook.saver.retry()} />
      <NoteList
        notes={view.notes.filter((note) => note.id !== writing)}
        now={now}
        onEdit={(note) => notebook.editor.edit(note)}
        onPin={(note, pinned) => void notebook.pin(note, pinned)}
        onRemove={(note) => void notebook.remove(note)}
      />
    </section>
  )
}

function Details({ state, partner }: { state: DashboardState; partner: Partner }) {
  const { partnerEdit } = state
  const [name, setName] = useState(partner.name)
  const [tags, setTags] = useState(partner.tags.join(', '))
  const saveName = () => {
    const trimmed = name.trim()
    if (trimmed !== '' && trimmed !== partner.name) void partnerEdit.save({ ...partner, name: trimmed })
  }
  const saveTags = () => {
    const next = [...new Set(tags.split(',').map((tag) => tag.trim()))].filter(Boolean)
    if (next.join() !== partner.tags.join()) void partnerEdit.save({ ...partner, tags: next })
  }
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details">{i18n.t('partner.details')}</h2>
      <TextField
        label={i18n.t('partner.name')}
        value={name}
        maxLength={300}
        onValue={setName}
        onBlur={saveName}
        {...(name.trim() === '' ? { error: i18n.t('partner.nameMissing') } : {})}
      />
      <Select
        label={i18n.t('partner.relationship')}
        hint={i18n.t('partner.relationshipHint')}
        value={partner.relationship}
        options={relationshipSchema.options.map((value) => ({ value, label: codeWords('partner.kind', value) }))}
        onValue={(value) => {
          const relationship = relationshipSchema.options.find((option) => option === value)
          if (relationship) void partnerEdit.save({ ...partner, relationship })
        }}
      />
      <TextField
        label={i18n.t('partner.tags')}
        hint={i18n.t('partner.tagsHint')}
        value={tags}
        onValue={setTags}
        onBlur={saveTags}
      />
      <Accounts state={state} partner={partner} />
    </section>
  )
}

function Accounts({ state: { partnerEdit }, partner }: { state: DashboardState; partner: Partner }) {
  const address = useSignal('')
  const problem = useSignal<string | null>(null)
  const add = async () => {
    const refused = await partnerEdit.addAccount(partner, address.value)
    problem.value = refused
    if (refused === null) address.value = ''
  }
  return (
    <>
      <h3>{i18n.t('partner.accounts')}</h3>
      <ul class="list">
        {partner.accounts.map((account) => (
          <li key={`${account.platform}${account.handle}`}>
            <span class="grow theirs">
              {i18n.t('partner.account', [account.handle, codeWords('site.name', account.platform)])}
            </span>
            {safeLink(account.url) !== null && (
              <a
                class="icon-button"
                href={safeLink(account.url) ?? ''}
                target="_blank"
                rel="noreferrer"
                aria-label={i18n.t('partner.openAccount', [account.handle])}
              >
                <Icon icon={ExternalLink} />
              </a>
            )}
            <IconButton
              icon={X}
              label={i18n.t('partner.removeAccount', [account.handle])}
              onClick={() => void partnerEdit.removeAccount(partner, account)}
            />
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label={i18n.t('partner.addAccount')}
          placeholder={i18n.t('partner.addressHint')}
          value={address.value}
          inputMode="url"
          onValue={(value) => {
            address.value = value
            problem.value = null
          }}
          {...(problem.value === null ? {} : { error: codeWords('site.problem', problem.value) })}
        />
        <Button type="submit" icon={Plus} disabled={address.value.trim() === ''}>
          {i18n.t('common.add')}
        </Button>
      </form>
    </>
  )
}

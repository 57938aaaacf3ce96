import { i18n } from '#i18n'
import { ArrowLeft } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { deliverableKinds, type Deliverable } from '../lib/domain/deliverable.ts'
import { MAX_CAPTION } from '../lib/domain/draft.ts'
import { platformOf } from '../lib/domain/ids.ts'
import type { Partner } from '../lib/domain/partner.ts'
import type { Post } from '../lib/domain/post.ts'
import { defaultSettings } from '../lib/domain/settings.ts'
import { sites } from '../lib/sites/index.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { DraftSources } from '../lib/state/draft-sources.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { EmptyState } from './States.tsx'
import { codeWords } from './words.ts'

const NONE = ''
/** Where the caption is kept while it is typed. */
const KEPT = 'new'

/** A draft as the creator sent it, pasted, or begun from a captured post. */
export function NewDraft({ state }: { state: DashboardState }) {
  const sources = state.draftSources.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'review', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.review')}
      </a>
      <h1>{i18n.t('draft.new')}</h1>
      {sources?.partners.length === 0 && (
        <EmptyState
          action={
            <Button look="primary" onClick={() => state.router.go('partners', 'new')}>
              {i18n.t('partner.addFirst')}
            </Button>
          }
        >
          {i18n.t('draft.noPartners')}
        </EmptyState>
      )}
      {sources && sources.partners.length > 0 && <Form state={state} sources={sources} />}
    </>
  )
}

function Form({ state, sources }: { state: DashboardState; sources: DraftSources }) {
  const { draftEdit, router } = state
  const { query } = router.route.value
  const [partnerId, setPartnerId] = useState(query['partner'] ?? sources.partners[0]?.id ?? NONE)
  const [platform, setPlatform] = useState<string | null>(null)
  const [kind, setKind] = useState<Deliverable['kind']>('post')
  const [deliverableId, setDeliverableId] = useState(query['deliverable'] ?? NONE)
  const [title, setTitle] = useState('')
  const [caption, setCaption] = useState(() => draftEdit.typed.get(KEPT))
  const [media, setMedia] = useState('')
  const [by, setBy] = useState((state.settings.value.value ?? defaultSettings).approval.reviewer)
  const [submit, setSubmit] = useState(true)
  const [tried, setTried] = useState(false)
  const partner = sources.partners.find(({ id }) => id === partnerId) ?? sources.partners[0]
  useEffect(() => draftEdit.typed.keep(KEPT, caption), [draftEdit, caption])
  if (!partner) return null
  const files = linesOf(media)
  const platforms = platformsOf(partner)
  const posts = sources.posts.get(partner.id) ?? []
  const deliverables = sources.deliverables.filter((one) => one.partnerId === partner.id)
  const problems = {
    caption: caption.trim() === '' && files.length === 0 ? i18n.t('draft.captionMissing') : undefined,
    by: by.trim() === '' ? i18n.t('draft.byMissing') : undefined,
  }
  const save = async () => {
    setTried(true)
    if (problems.caption !== undefined || problems.by !== undefined) return
    const id = await draftEdit.make({
      partnerId: partner.id,
      title: title.trim(),
      platform: platform ?? platforms[0] ?? 'instagram',
      kind,
      deliverableId: deliverables.some((one) => one.id === deliverableId) ? deliverableId : null,
      content: { caption, media: files },
      by: by.trim(),
      submit,
    })
    if (id === null) return
    draftEdit.typed.keep(KEPT, '')
    router.go('review', id)
  }
  const take = (post: Post | undefined) => {
    if (!post) return
    setCaption(post.text)
    setPlatform(post.platform)
  }
  return (
    <form
      class="card draft-form"
      aria-label={i18n.t('draft.new')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div class="row">
        <Select
          label={i18n.t('draft.partner')}
          value={partner.id}
          options={sources.partners.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(id) => {
            setPartnerId(id)
            setPlatform(null)
          }}
        />
        <Select
          label={i18n.t('draft.platform')}
          value={platform ?? platforms[0] ?? NONE}
          options={platforms.map((value) => ({ value, label: codeWords('site.name', value) }))}
          onValue={setPlatform}
        />
        <Select
          label={i18n.t('draft.kindLabel')}
          value={kind}
          options={deliverableKinds.map((value) => ({ value, label: i18n.t(`deliverable.kind.${value}`) }))}
          onValue={(value) => setKind(deliverableKinds.find((one) => one === value) ?? 'post')}
        />
      </div>
      {deliverables.length > 0 && (
        <Select
          label={i18n.t('draft.deliverable')}
          value={deliverableId}
          options={[
            { value: NONE, label: i18n.t('draft.noDeliverable') },
            ...deliverables.map((one) => ({ value: one.id, label: one.title })),
          ]}
          onValue={setDeliverableId}
        />
      )}
      {posts.length > 0 && (
        <Select
          label={i18n.t('draft.fromPost')}
          value={NONE}
          options={[
            { value: NONE, label: i18n.t('draft.fromNothing') },
            ...posts.map((post) => ({ value: post.id, label: post.text.trim().slice(0, 80) })),
          ]}
          onValue={(id) => take(posts.find((post) => post.id === id))}
        />
      )}
      <TextArea
        label={i18n.t('draft.caption')}
        hint={i18n.t('draft.kept')}
        rows={8}
        maxLength={MAX_CAPTION}
        value={caption}
        error={tried ? problems.caption : undefined}
        onValue={setCaption}
      />
      <TextArea
        label={i18n.t('draft.media')}
        hint={i18n.t('draft.mediaHint')}
        rows={2}
        value={media}
        onValue={setMedia}
      />
      <div class="row">
        <TextField
          label={i18n.t('draft.title')}
          hint={i18n.t('draft.titleHint')}
          maxLength={300}
          value={title}
          onValue={setTitle}
        />
        <TextField
          label={i18n.t('draft.by')}
          hint={i18n.t('draft.byHint')}
          maxLength={120}
          value={by}
          error={tried ? problems.by : undefined}
          onValue={setBy}
        />
      </div>
      <Checkbox label={i18n.t('draft.submitNow')} checked={submit} onValue={setSubmit} />
      <div class="row">
        <Button look="primary" type="submit">
          {i18n.t('draft.save')}
        </Button>
        <Button onClick={() => router.go('review')}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** The partner's own sites first: a draft for another one is still possible. */
function platformsOf({ accountKeys }: Partner): string[] {
  return [...new Set([...accountKeys.map(platformOf), ...sites.map(({ id }) => id)])]
}

/** One file name or link a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter(Boolean)
    .slice(0, 30)

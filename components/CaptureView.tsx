import { i18n } from '#i18n'
import { Crosshair, Trash2 } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import type { Metrics, PostSeen } from '../lib/domain/observation.ts'
import type { Partner } from '../lib/domain/partner.ts'
import { isWallTime, startOf, wallTimeAt } from '../lib/guidelines/window/wall-time.ts'
import type { Capture } from '../lib/messages/protocol.ts'
import { ANY_SITE, MAX_AUTHOR } from '../lib/sites/capture.ts'
import { parseCount } from '../lib/sites/counts.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { tryText } from '../lib/state/try-out.ts'
import { Button } from './Button.tsx'
import { Checkbox, Select, TextField } from './Field.tsx'
import { FindingCard } from './FindingCard.tsx'
import { byUrgency } from './meanings.ts'
import { safeLink } from './safe-link.ts'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { VerdictMark } from './Verdict.tsx'
import { findingKey, wordsLocale } from './words.ts'

const NEW = ''
const FIGURES = ['likes', 'comments', 'shares', 'views'] as const
type Figure = (typeof FIGURES)[number]

/** A post that was pointed at on a page no adapter reads: whose it is, what it says of the guidelines, and whether to keep it. */
export function CaptureView({ state, now }: { state: DashboardState; now: number }) {
  const { current } = state.capture
  const partners = state.everyone.value.value
  const capture = current.value.value
  const post = capture?.observation.posts[0]
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.capture')}</h1>
      </div>
      {current.loaded.value && !post && <EmptyState icon={Crosshair}>{i18n.t('capture.none')}</EmptyState>}
      {capture && post && partners && (
        <div class="columns">
          <Confirm
            key={capture.observation.seenAt}
            state={state}
            capture={capture}
            post={post}
            partners={partners}
            now={now}
          />
          <Words state={state} capture={capture} post={post} />
        </div>
      )}
    </>
  )
}

interface Shown {
  state: DashboardState
  capture: Capture
  post: PostSeen
}

/** Whose it is and when it was published: read from around the words, for a person to put right. */
function Confirm({ state, capture, post, partners, now }: Shown & { partners: readonly Partner[]; now: number }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [partnerId, setPartnerId] = useState(capture.partnerId ?? NEW)
  const [author, setAuthor] = useState(post.author.handle ?? post.author.name ?? '')
  const [published, setPublished] = useState(
    post.publishedAt === null ? '' : wallTimeAt(Date.parse(post.publishedAt), zone).slice(0, 16).replace(' ', 'T'),
  )
  const [figures, setFigures] = useState<Partial<Record<Figure, string>>>({})
  const [paid, setPaid] = useState(false)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const stored = state.capture.stored.value
  const counts = FIGURES.map((figure) => {
    const typed = figures[figure]?.trim() ?? ''
    return {
      figure,
      count: typed === '' ? null : parseCount(typed, wordsLocale()),
      isWrong: typed !== '' && parseCount(typed, wordsLocale()) === null,
    }
  })
  const isFuture = isWallTime(published) && startOf(published, zone) > now
  const dateProblem =
    published !== '' && !isWallTime(published)
      ? i18n.t('capture.dateWrong')
      : isFuture
        ? i18n.t('capture.dateFuture')
        : undefined
  const keep = async (same: boolean | null) => {
    setTried(true)
    if (dateProblem !== undefined || counts.some(({ isWrong }) => isWrong)) return
    setBusy(true)
    const keptFor = await state.capture.keep({
      partnerId: partnerId === NEW ? null : partnerId,
      author: author.trim(),
      // As it was read, to the second, where nobody has changed it.
      publishedAt: published === '' ? null : publishedOf(post, published, zone),
      metrics: { ...post.metrics, ...metricsOf(counts) },
      paid,
      same,
    })
    setBusy(false)
    if (keptFor !== null) state.router.go('partners', keptFor)
  }
  return (
    <form
      class="card capture-form"
      aria-label={i18n.t('capture.about')}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(null)
      }}
    >
      <h2>{i18n.t('capture.about')}</h2>
      <p class="soft">{i18n.t('capture.confirm')}</p>
      <Select
        label={i18n.t('capture.partner')}
        value={partnerId}
        options={[
          { value: NEW, label: i18n.t('capture.newPartner') },
          ...partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={setPartnerId}
      />
      <div class="row">
        <TextField
          label={i18n.t('capture.author')}
          hint={i18n.t('capture.authorHint', [new URL(capture.observation.url).host])}
          value={author}
          maxLength={MAX_AUTHOR}
          onValue={setAuthor}
        />
        <TextField
          label={i18n.t('capture.published')}
          hint={i18n.t(post.publishedAt === null ? 'capture.notRead' : 'capture.read', [zone])}
          type="datetime-local"
          value={published}
          error={tried ? dateProblem : undefined}
          onValue={setPublished}
        />
      </div>
      <fieldset>
        <legend>{i18n.t('capture.figures')}</legend>
        <div class="row">
          {counts.map(({ figure, isWrong }) => (
            <TextField
              key={figure}
              label={i18n.t(`common.metric.${figure}`)}
              placeholder="1.2K"
              value={figures[figure] ?? ''}
              error={tried && isWrong ? i18n.t('capture.figureWrong') : undefined}
              onValue={(typed) => setFigures({ ...figures, [figure]: typed })}
            />
          ))}
        </div>
      </fieldset>
      <Checkbox label={i18n.t('capture.paid')} checked={paid} onValue={setPaid} />
      {stored && (
        <div class="capture-same" role="alert">
          <p>
            {i18n.t('capture.storedHere')} <TimeAgo at={stored.firstSeenAt} now={now} />
          </p>
          <blockquote class="theirs">{stored.text.slice(0, 300)}</blockquote>
          <div class="row">
            <Button disabled={busy} onClick={() => void keep(true)}>
              {i18n.t('capture.same')}
            </Button>
            <Button disabled={busy} onClick={() => void keep(false)}>
              {i18n.t('capture.another')}
            </Button>
          </div>
        </div>
      )}
      <div class="row">
        {!stored && (
          <Button look="primary" type="submit" disabled={busy}>
            {i18n.t('capture.keep')}
          </Button>
        )}
        <Button icon={Trash2} disabled={busy} onClick={() => void state.capture.discard()}>
          {i18n.t('capture.discard')}
        </Button>
      </div>
    </form>
  )
}

function publishedOf({ publishedAt }: PostSeen, typed: string, zone: string): string {
  const isRead =
    publishedAt !== null && wallTimeAt(Date.parse(publishedAt), zone).slice(0, 16).replace(' ', 'T') === typed
  return isRead ? publishedAt : new Date(startOf(typed, zone)).toISOString()
}

function metricsOf(counts: readonly { figure: Figure; count: Metrics[Figure] }[]): Partial<Metrics> {
  return Object.fromEntries(counts.map(({ figure, count }) => [figure, count]))
}

/** The captured words as they were read, and what the guidelines in force say of them. */
function Words({ state, capture, post }: Shown) {
  const guidelines = state.guidelines.value.value
  const partner = state.everyone.value.value?.find(({ id }) => id === capture.partnerId)
  const options = state.tryOptions.value
  const trial = useMemo(
    () =>
      tryText(post.text, guidelines?.filter(({ active }) => active) ?? [], {
        ...options,
        platform: ANY_SITE,
        relationship: partner?.relationship ?? options.relationship,
      }),
    [post, guidelines, options.jurisdiction, partner],
  )
  const href = safeLink(post.url)
  return (
    <section class="card" aria-labelledby="captured">
      <h2 id="captured">{i18n.t('capture.words')}</h2>
      {href && (
        <p class="small">
          <a class="theirs" href={href} target="_blank" rel="noreferrer">
            {href}
          </a>
        </p>
      )}
      <p class="theirs capture-text">{post.text}</p>
      <div class="chips">
        <VerdictMark verdict={trial.verdict} />
        {trial.findings.length === 0 && <span class="soft">{i18n.t('common.noRules')}</span>}
      </div>
      <div class="findings">
        {trial.findings.toSorted(byUrgency).map((finding) => (
          <FindingCard key={findingKey(finding)} finding={finding} text={post.text} />
        ))}
      </div>
    </section>
  )
}

import { i18n } from '#i18n'
import { ArrowLeft, FileDown, RotateCw, Save, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { type PartnerReview, reviewParts } from '../lib/domain/partner-review.ts'
import { reviewTexts } from '../lib/reports/partner-review.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import type { ReviewView } from '../lib/state/upkeep.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { reviewFileName, reviewMarkdown, reviewPage } from './partner-review-document.ts'
import { dayWords } from './plan-words.ts'
import { saveFile } from './save-file.ts'
import { Gone } from './States.tsx'
import { codeWords } from './words.ts'

/** A monthly or quarterly review with one creator: filled from the record, then a person's own words. */
export function PartnerReviewPage({ state }: { state: DashboardState }) {
  const view = state.partnerReview.value.value
  if (view) return <Page state={state} view={view} />
  return (
    <>
      <a class="back" href={formatRoute({ view: 'partners', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.partners')}
      </a>
      {state.partnerReview.loaded.value && <Gone>{i18n.t('upkeep.gone')}</Gone>}
    </>
  )
}

type Typed = Partial<Pick<PartnerReview, 'parts' | 'by' | 'heldOn' | 'nextOn'>>

/** What was typed after `kept` was sent stays. */
const without = (typed: Typed, kept: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([key, value]) => value !== kept[key as keyof Typed]))

function Page({ state, view }: { state: DashboardState; view: ReviewView }) {
  const { review, partner } = view
  // Only what was typed and not kept yet: what another window keeps shows in every other field.
  const [typed, setTyped] = useState<Typed>({})
  const shown: ReviewView = { partner, review: { ...review, ...typed } }
  const { parts, by, heldOn, nextOn } = shown.review
  const isTyped = Object.keys(typed).length > 0
  const refused = state.upkeep.refused.value
  const save = async () => {
    if (!isTyped) return
    if (await state.upkeep.save(shown.review)) setTyped((since) => without(since, typed))
  }
  const fill = async () => {
    const texts = await state.upkeep.fillAgain(review, (filling) => reviewTexts(filling, codeWords))
    if (texts) setTyped({ ...typed, parts: { ...texts, goals: parts.goals } })
  }
  const change = (next: Typed) => setTyped((before) => ({ ...before, ...next }))
  const remove = () => {
    state.router.go('partners', partner.id)
    void state.upkeep.remove(review)
  }
  return (
    <>
      <a class="back" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
        <Icon icon={ArrowLeft} /> <span class="theirs">{partner.name}</span>
      </a>
      <div class="head">
        <h1 class="theirs">
          {i18n.t('upkeep.documentTitle', [codeWords('upkeep.rhythm', review.rhythm), partner.name])}
        </h1>
        <CopyButton text={reviewMarkdown(shown)}>{i18n.t('upkeep.copy')}</CopyButton>
        <Button
          icon={FileDown}
          onClick={() => saveFile({ name: reviewFileName(shown), text: reviewPage(shown), type: 'text/html' })}
        >
          {i18n.t('upkeep.file')}
        </Button>
        <Button look="danger" icon={Trash2} onClick={remove}>
          {i18n.t('upkeep.delete')}
        </Button>
      </div>
      <p class="soft">
        {i18n.t('report.period', [i18n.t('report.days', [dayWords(review.from), dayWords(review.to)])])}
        <br />
        {i18n.t('upkeep.hint')}
      </p>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {reviewParts.map((part) => (
          <TextArea
            key={part}
            label={codeWords('upkeep.part', part)}
            rows={Math.min(14, Math.max(3, parts[part].split('\n').length + 1))}
            maxLength={10_000}
            value={parts[part]}
            onValue={(text) => change({ parts: { ...parts, [part]: text } })}
            onBlur={() => void save()}
          />
        ))}
        <div class="row">
          <TextField
            label={i18n.t('upkeep.by')}
            maxLength={120}
            value={by}
            onValue={(name) => change({ by: name })}
            onBlur={() => void save()}
          />
          <TextField
            label={i18n.t('upkeep.heldOn')}
            type="date"
            value={heldOn ?? ''}
            onValue={(day) => change({ heldOn: day === '' ? null : day })}
            onBlur={() => void save()}
          />
          <TextField
            label={i18n.t('upkeep.nextOn')}
            type="date"
            value={nextOn ?? ''}
            onValue={(day) => change({ nextOn: day === '' ? null : day })}
            onBlur={() => void save()}
          />
        </div>
        {refused?.id === review.id && (
          <output class="refused" role="alert">
            {i18n.t(refused.why === 'changed' ? 'upkeep.changed' : 'upkeep.badDay')}
          </output>
        )}
        <div class="draft-actions">
          <Button look="primary" type="submit" icon={Save} disabled={!isTyped}>
            {i18n.t('common.save')}
          </Button>
          <Button icon={RotateCw} onClick={() => void fill()}>
            {i18n.t('upkeep.fillAgain')}
          </Button>
          <output class="soft small">{i18n.t(isTyped ? 'upkeep.unsaved' : 'upkeep.saved')}</output>
        </div>
      </form>
    </>
  )
}

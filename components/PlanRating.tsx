import { i18n } from '#i18n'
import { FileCheck, FileOutput } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { ratingParts, type Scores } from '../lib/domain/plan.ts'
import { MAX_SIGN_OFF } from '../lib/partnership/sign-off.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { Button } from './Button.tsx'
import { Select, TextArea } from './Field.tsx'
import type { PlanPart } from './PlanPage.tsx'
import { sideWord } from './plan-words.ts'
import { ratingSheet, ratingSheetName } from './rating-sheet.ts'
import { saveFile } from './save-file.ts'
import { codeWords } from './words.ts'

interface Props extends PlanPart {
  state: DashboardState
  by: string
  /** What the person did here came to the plan: it is nothing new to them. */
  onDone: () => void
}

/** How both sides rate working together: the creator on a form of their own, the team here. */
export function PlanRating({ state, view, act, by, onDone }: Props) {
  const { plan, progress } = view
  const isEnded = progress.state === 'completed' || progress.state === 'archived'
  const make = async () => {
    const made = await state.planEdit.sheet(plan, by)
    onDone()
    const sheet = made?.sheets.at(-1)
    if (made && sheet)
      saveFile({ name: ratingSheetName(plan, sheet), text: ratingSheet(view, sheet), type: 'text/html' })
  }
  return (
    <section class="card draft-part" aria-labelledby="plan-rating">
      <h2 id="plan-rating">{i18n.t('plan.rating')}</h2>
      {progress.ratings.length > 0 && (
        <ul class="list">
          {progress.ratings.toReversed().map((rating) => (
            <li key={`${rating.at}${rating.side}`}>
              <span class="grow theirs">
                <span class="strong">{sideWord(rating.side)}</span>{' '}
                {ratingParts.map((part) => `${codeWords('plan.ratingPart', part)} ${rating.scores[part]}`).join(' · ')}
                <br />
                <span class="soft small">{`${rating.by} · ${new Date(rating.at).toLocaleDateString()}`}</span>
                {rating.comment !== '' && <p>{rating.comment}</p>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!isEnded && (
        <>
          <p class="soft">{i18n.t('plan.ratingHint')}</p>
          <div class="draft-actions">
            <Button icon={FileOutput} onClick={() => void make()}>
              {i18n.t('plan.ratingMake')}
            </Button>
          </div>
          <Take state={state} view={view} onDone={onDone} />
          <Own act={act} />
        </>
      )}
    </section>
  )
}

/** A returned form, as a file or as the text that it shows. */
function Take({ state, view, onDone }: Pick<Props, 'state' | 'view' | 'onDone'>) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const take = async (answer: string) => {
    const found = await state.planEdit.takeRating(view.plan, answer)
    onDone()
    setProblem(found === null ? null : codeWords('plan.answer', found.code, [found.detail]))
    if (found === null && state.planEdit.refused.peek() === null) setText('')
  }
  const read = async (file: File) =>
    take(file.size > 4 * MAX_SIGN_OFF ? ' '.repeat(MAX_SIGN_OFF + 1) : await file.text())
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('plan.ratingTake')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void read(file)
          // The same file can be picked again.
          event.currentTarget.value = ''
        }}
      />
      <div class="draft-actions">
        <Button icon={FileCheck} onClick={() => input.current?.click()}>
          {i18n.t('plan.ratingTake')}
        </Button>
      </div>
      <TextArea
        label={i18n.t('plan.ratingPaste')}
        rows={2}
        value={text}
        error={problem ?? undefined}
        onValue={(value) => {
          setText(value)
          setProblem(null)
        }}
      />
      <div>
        <Button onClick={() => void take(text)}>{i18n.t('plan.ratingTakePasted')}</Button>
      </div>
    </>
  )
}

const scale = [
  { value: '', label: '–' },
  ...Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) })),
]

/** The team's own rating of working with the creator. */
function Own({ act }: Pick<PlanPart, 'act'>) {
  const [scores, setScores] = useState<Partial<Scores>>({})
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    const { overall, communication, clarity, freedom, payment } = scores
    if ([overall, communication, clarity, freedom, payment].includes(undefined)) return
    const full = { overall, communication, clarity, freedom, payment } as Scores
    if (!(await act({ kind: 'rate', side: 'brand', scores: full, comment, sheetId: null }))) return
    setScores({})
    setComment('')
    setTried(false)
  }
  return (
    <details>
      <summary>{i18n.t('plan.ratingOwn')}</summary>
      <div class="draft-part">
        {ratingParts.map((part) => (
          <Select
            key={part}
            label={codeWords('plan.ratingAsk', `brand-${part}`)}
            value={scores[part] === undefined ? '' : String(scores[part])}
            options={scale}
            error={tried && scores[part] === undefined ? i18n.t('plan.ratingMissing') : undefined}
            onValue={(value) =>
              setScores(({ [part]: _old, ...others }) => (value === '' ? others : { ...others, [part]: Number(value) }))
            }
          />
        ))}
        <TextArea label={i18n.t('plan.comment')} rows={2} maxLength={5_000} value={comment} onValue={setComment} />
        <div>
          <Button onClick={() => void save()}>{i18n.t('plan.ratingSave')}</Button>
        </div>
      </div>
    </details>
  )
}

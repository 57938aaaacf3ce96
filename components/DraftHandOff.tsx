import { i18n } from '#i18n'
import { FileOutput } from 'lucide'
import { useState } from 'preact/hooks'
import type { Draft } from '../lib/domain/draft.ts'
import { isLegal } from '../lib/partnership/approval.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { DraftView } from '../lib/state/draft-view.ts'
import { Button } from './Button.tsx'
import { TextField } from './Field.tsx'
import { reviewSheet, sheetFileName } from './review-sheet.ts'
import { TakeAnswer } from './ReviewView.tsx'
import { saveFile } from './save-file.ts'

/** Gives the review to somebody without Rapport, as a page that they send an answer back from. */
export function DraftHandOff({ state, view, by }: { state: DashboardState; view: DraftView; by: string }) {
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const { draft, progress } = view
  const { handedTo } = progress
  if (!isLegal(progress.state, 'hand-off')) return null
  const save = ({ sheets }: Draft, sheetId?: string) => {
    const sheet = sheetId === undefined ? sheets.at(-1) : sheets.find(({ id }) => id === sheetId)
    if (sheet) saveFile({ name: sheetFileName(view, sheet), text: reviewSheet(view, sheet), type: 'text/html' })
  }
  const make = async () => {
    setTried(true)
    if (to.trim() === '') return
    const made = await state.draftEdit.handOff(draft, by, to.trim())
    if (made) save(made)
  }
  return (
    <section class="card" aria-labelledby="hand-off">
      <h2 id="hand-off">{i18n.t('sheet.handOff')}</h2>
      <p class="soft">{i18n.t('sheet.handOffIntro')}</p>
      {handedTo ? (
        <>
          <p class="theirs">{i18n.t('draft.waits.outside', [handedTo.name])}</p>
          <div class="draft-actions">
            <TakeAnswer state={state} />
            <Button icon={FileOutput} onClick={() => save(draft, handedTo.sheetId)}>
              {i18n.t('sheet.again')}
            </Button>
          </div>
        </>
      ) : (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <TextField
            label={i18n.t('sheet.to')}
            maxLength={120}
            value={to}
            error={tried && to.trim() === '' ? i18n.t('sheet.toMissing') : undefined}
            onValue={setTo}
          />
          <Button type="submit" icon={FileOutput}>
            {i18n.t('sheet.make')}
          </Button>
        </form>
      )}
    </section>
  )
}

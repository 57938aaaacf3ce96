import { i18n } from '#i18n'
import { ArrowLeft, Pencil, Printer, Trash2, TriangleAlert } from 'lucide'
import { useState } from 'preact/hooks'
import type { SheetAction } from '../lib/domain/realignment.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { SheetView } from '../lib/state/realignments.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { changeSheet, changeSheetName } from './change-sheet.ts'
import { TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { dayWords, sheetLooks, sheetRefusedWords } from './plan-words.ts'
import { safeLink } from './safe-link.ts'
import { saveFile } from './save-file.ts'
import { SheetAcknowledge, SheetMetrics, SheetReview } from './SheetDecisions.tsx'
import { SheetForm } from './SheetForm.tsx'
import { SheetVersions } from './SheetVersions.tsx'
import { Gone } from './States.tsx'
import { codeWords } from './words.ts'

export type ActOnSheet = (action: SheetAction) => Promise<boolean>
export interface SheetPart {
  view: SheetView
  act: ActOnSheet
}

/** Everything about one change sheet; `new` makes one. */
export function SheetPage({ state, now }: { state: DashboardState; now: number }) {
  const { id } = state.router.route.value
  const view = state.sheet.value.value
  return (
    <>
      <a class="back" href={formatRoute({ view: 'plans', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.plans')}
      </a>
      {id === 'new' ? (
        <NewSheet state={state} now={now} />
      ) : view ? (
        <Page state={state} view={view} now={now} />
      ) : state.sheet.loaded.value ? (
        <Gone>{i18n.t('realign.gone')}</Gone>
      ) : (
        <p class="soft">{i18n.t('realign.loading')}</p>
      )}
    </>
  )
}

/** Waits for the settings, which its days begin with. */
function NewSheet({ state, now }: { state: DashboardState; now: number }) {
  const settings = state.settings.value.value
  return (
    <>
      <div class="head">
        <h1>{i18n.t('realign.new')}</h1>
      </div>
      {settings && (
        <SheetForm
          state={state}
          view={null}
          by={settings.approval.reviewer}
          bounds={settings.plans}
          now={now}
          onDone={() => {}}
        />
      )}
    </>
  )
}

function Page({ state, view, now }: { state: DashboardState; view: SheetView; now: number }) {
  const { sheet, partner, progress } = view
  const [typed, setBy] = useState<string | null>(null)
  const [isEditing, setEditing] = useState(false)
  const by = typed ?? view.by
  const refused = state.sheetEdit.refused.value
  const act: ActOnSheet = (action) => state.sheetEdit.act(sheet, by, action)
  const { version } = progress
  return (
    <>
      <div class="head">
        <h1 class="theirs">{sheet.title}</h1>
        <Badge {...sheetLooks[progress.state]}>{codeWords('realign.state', progress.state)}</Badge>
        <Button
          icon={Printer}
          onClick={() => saveFile({ name: changeSheetName(view), text: changeSheet(view), type: 'text/html' })}
        >
          {i18n.t('realign.print')}
        </Button>
        {!isEditing && progress.state !== 'ended' && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {i18n.t('realign.edit')}
          </Button>
        )}
        <Button
          look="danger"
          icon={Trash2}
          onClick={() => {
            state.router.go('plans')
            void state.sheetEdit.remove(sheet)
          }}
        >
          {i18n.t('realign.delete')}
        </Button>
      </div>
      <p class="soft">
        <a class="theirs" href={formatRoute({ view: 'partners', id: partner.id, query: {} })}>
          {partner.name}
        </a>
        {' · '}
        {i18n.t('realign.versionBy', [version.n, version.by, new Date(version.at).toLocaleDateString()])}
        {sheet.planId !== null && (
          <>
            {' · '}
            <a href={formatRoute({ view: 'plans', id: sheet.planId, query: {} })}>{i18n.t('realign.ofPlan')}</a>
          </>
        )}
      </p>
      {refused?.id === sheet.id && (
        <p class="refused" role="alert">
          <Icon icon={TriangleAlert} /> <span class="theirs">{sheetRefusedWords(refused.refusal)}</span>
        </p>
      )}
      {isEditing ? (
        <SheetForm
          state={state}
          view={view}
          by={by}
          bounds={view.settings}
          now={now}
          onDone={() => setEditing(false)}
        />
      ) : (
        <div class="columns">
          <div>
            <Terms view={view} />
            <SheetMetrics view={view} act={act} />
            <SheetVersions view={view} />
          </div>
          <div>
            <section class="card">
              <TextField
                label={i18n.t('incident.by')}
                hint={i18n.t('incident.byHint')}
                maxLength={120}
                value={by}
                onValue={setBy}
              />
            </section>
            <SheetAcknowledge view={view} act={act} />
            <SheetReview view={view} act={act} />
          </div>
        </div>
      )}
    </>
  )
}

/** The changed terms as they read now, each with why and what shows it. */
function Terms({ view: { progress } }: { view: SheetView }) {
  const { version, inForce } = progress
  return (
    <section class="card draft-part" aria-labelledby="sheet-terms">
      <h2 id="sheet-terms">{i18n.t('realign.terms')}</h2>
      <p>
        {i18n.t('realign.effective', [dayWords(version.effectiveOn)])} ·{' '}
        {i18n.t('realign.reviewOn', [dayWords(progress.reviewOn ?? version.reviewOn)])}
      </p>
      {version.reviewNote !== '' && <p class="soft theirs">{i18n.t('realign.noteSays', [version.reviewNote])}</p>}
      {inForce !== null && inForce.n !== version.n && (
        <p class="watch-text">{i18n.t('realign.stillInForce', [inForce.n, version.n])}</p>
      )}
      <table class="sheet-terms">
        <thead class="soft small">
          <tr>
            <th scope="col">{i18n.t('realign.from')}</th>
            <th scope="col">{i18n.t('realign.to')}</th>
            <th scope="col">{i18n.t('realign.why')}</th>
          </tr>
        </thead>
        <tbody>
          {version.rows.map((row) => (
            <tr key={row.id}>
              <td class="theirs">{row.from}</td>
              <td class="theirs strong">{row.to}</td>
              <td class="theirs">
                {row.reason}
                {row.examples.map((url, i) => {
                  const link = safeLink(url)
                  return (
                    <span key={url}>
                      {' '}
                      {link === null ? (
                        <span class="soft">{url}</span>
                      ) : (
                        <a href={link} target="_blank" rel="noreferrer">
                          {i18n.t('realign.example', [i + 1])}
                        </a>
                      )}
                    </span>
                  )
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { axes, matrix, type Cell, type Rating } from '../lib/domain/incident.ts'
import { platformOf } from '../lib/domain/ids.ts'
import type { IncidentView } from '../lib/state/incidents.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import { type Act, Card } from './IncidentCard.tsx'
import { cellList, levelLooks, levelWord, reasonOf, sourceOf } from './incident-words.ts'
import { safeLink } from './safe-link.ts'
import { codeWords } from './words.ts'

/** The risk matrix: what each cell is, where that is from, and the level that comes of it. */
export function IncidentMatrix({ view, act }: { view: IncidentView; act: Act }) {
  const { assessment } = view.progress
  const { level, confidence, deciding, notCaptured, unknown } = assessment
  return (
    <Card id="matrix" title={i18n.t('incident.matrixTitle')}>
      <div class="draft-actions">
        <Badge {...levelLooks[level ?? 'unknown']}>{levelWord(level)}</Badge>
        <Badge meaning="plain">{codeWords('incident.confidence', confidence)}</Badge>
        {view.isOpen && view.progress.classifiedAt === null && (
          <Button look="primary" onClick={() => void act({ kind: 'classify' })}>
            {i18n.t('incident.classify')}
          </Button>
        )}
      </div>
      <p>{reasonOf(assessment)}</p>
      {deciding.length > 0 && <p>{i18n.t('incident.decidedBy', [cellList(deciding)])}</p>}
      {notCaptured.map((axis) => (
        <output key={axis} class="refused">
          {i18n.t('incident.axisNotCaptured', [codeWords('incident.axis', axis)])}
        </output>
      ))}
      {unknown.length > 0 && <p class="soft">{i18n.t('incident.unknownCells', [cellList(unknown)])}</p>}
      <p class="soft small">{i18n.t('incident.matrixHint')}</p>
      {axes.map((axis) => (
        <fieldset key={axis} class="incident-axis">
          <legend>{codeWords('incident.axis', axis)}</legend>
          {matrix[axis].map((cell) => (
            <MatrixCell key={cell} view={view} cell={cell} decides={deciding.includes(cell)} act={act} />
          ))}
        </fieldset>
      ))}
    </Card>
  )
}

const steps = ['', '0', '1', '2', '3', '4']

function MatrixCell({ view, cell, decides, act }: { view: IncidentView; cell: Cell; decides: boolean; act: Act }) {
  const state = view.progress.matrix.get(cell)
  const rating = state?.rating ?? null
  const [why, setWhy] = useState('')
  const rate = async (chosen: string) => {
    const value = chosen === '' ? null : Number(chosen)
    const said: Rating = { cell, value, from: 'person', why, values: [], evidence: rating?.evidence ?? [] }
    if (await act({ kind: 'rate', ratings: [said] })) setWhy('')
  }
  const name = codeWords('incident.cell', cell)
  return (
    <div class={decides ? 'incident-cell decides' : 'incident-cell'}>
      <Select
        label={name}
        value={rating?.value === null || rating === null ? '' : String(rating.value)}
        options={steps.map((value) => ({ value, label: value === '' ? i18n.t('incident.unknown') : value }))}
        onValue={(value) => void rate(value)}
      />
      {rating && <p class="soft small theirs">{sourceOf(rating)}</p>}
      {rating?.value === null && state?.counted != null && (
        <p class="small">{i18n.t('incident.stillCounts', [state.counted])}</p>
      )}
      {rating && rating.evidence.length > 0 && (
        <p class="small">
          {i18n.t('incident.evidenceLinks')}: <Links view={view} ids={rating.evidence} />
        </p>
      )}
      <TextField
        label={`${name}: ${i18n.t('incident.comment')}`}
        hideLabel
        maxLength={5_000}
        value={why}
        placeholder={i18n.t('incident.comment')}
        onValue={setWhy}
      />
    </div>
  )
}

/** Where evidence is: the post itself, another incident, else the partner's page. */
function Links({ view, ids }: { view: IncidentView; ids: readonly string[] }) {
  return (
    <>
      {ids.slice(0, 5).map((id, i) => {
        const url = safeLink(view.posts.get(id)?.url ?? null)
        const [place, at] = id.includes(':') ? (['partners', view.partner.id] as const) : (['incidents', id] as const)
        const words = id.includes(':') ? codeWords('site.name', platformOf(id)) : String(i + 1)
        return (
          <>
            {i > 0 && ' · '}
            <a
              key={id}
              {...(url === null
                ? { href: formatRoute({ view: place, id: at, query: {} }) }
                : { href: url, target: '_blank', rel: 'noreferrer' })}
            >
              {`${words} ${i + 1}`}
            </a>
          </>
        )
      })}
    </>
  )
}

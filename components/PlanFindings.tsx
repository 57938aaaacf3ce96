import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { missingToStart } from '../lib/partnership/plan.ts'
import { Button } from './Button.tsx'
import { TextArea, TextField } from './Field.tsx'
import type { PlanPart } from './PlanPage.tsx'
import { codeWords } from './words.ts'

/** What was found, what the brand did wrong itself, whether the creator knows; and the start of the plan. */
export function PlanFindings({ view, act }: PlanPart) {
  const { progress } = view
  const [findings, setFindings] = useState(progress.findings)
  const [mistakes, setMistakes] = useState(progress.mistakes)
  const [owner, setOwner] = useState(progress.owner)
  const isEnded = progress.state === 'completed' || progress.state === 'archived'
  const save = async () => {
    if (findings !== progress.findings && !(await act({ kind: 'findings', text: findings }))) return
    if (mistakes !== progress.mistakes && !(await act({ kind: 'mistakes', text: mistakes }))) return
    if (owner.trim() !== progress.owner) await act({ kind: 'owner', owner })
  }
  return (
    <section class="card draft-part" aria-labelledby="plan-findings">
      <h2 id="plan-findings">{i18n.t('plan.findingsTitle')}</h2>
      <p class="soft">{i18n.t('plan.findingsHint')}</p>
      <TextArea
        label={i18n.t('plan.findings')}
        rows={3}
        maxLength={5_000}
        value={findings}
        disabled={isEnded}
        onValue={setFindings}
      />
      <TextArea
        label={i18n.t('plan.mistakes')}
        rows={3}
        maxLength={5_000}
        value={mistakes}
        disabled={isEnded}
        onValue={setMistakes}
      />
      <TextField label={i18n.t('plan.owner')} maxLength={120} value={owner} onValue={setOwner} />
      {!isEnded && (
        <div class="draft-actions">
          <Button onClick={() => void save()}>{i18n.t('incident.save')}</Button>
          {progress.sharedAt === null && (
            <Button onClick={() => void act({ kind: 'share' })}>{i18n.t('plan.share')}</Button>
          )}
        </div>
      )}
      <p class="soft small">
        {progress.sharedAt === null
          ? i18n.t('plan.notShared')
          : i18n.t('plan.shared', [new Date(progress.sharedAt).toLocaleDateString()])}
      </p>
      {progress.state === 'preparing' && <Start view={view} act={act} />}
    </section>
  )
}

function Start({ view, act }: PlanPart) {
  const [on, setOn] = useState(view.today)
  const missing = missingToStart(view.progress)
  return (
    <>
      <h3>{i18n.t('plan.startTitle')}</h3>
      {missing.length > 0 && (
        <p class="soft">{i18n.t('plan.startLacks', [missing.map((one) => codeWords('plan.lacks', one)).join(', ')])}</p>
      )}
      <div class="row">
        <TextField label={i18n.t('plan.startOn')} type="date" value={on} onValue={setOn} />
        <Button look="primary" onClick={() => void act({ kind: 'start', on })}>
          {i18n.t('plan.start')}
        </Button>
      </div>
    </>
  )
}

import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { CheckIn } from '../lib/partnership/plan.ts'
import { Button } from './Button.tsx'
import { TextArea } from './Field.tsx'
import type { PlanPart } from './PlanPage.tsx'
import { dayWords } from './plan-words.ts'

/** The weekly check-ins of the first weeks; only what is due, or was held, can be written down. */
export function PlanCheckIns({ view, act }: PlanPart) {
  const { checkIns, state } = view.progress
  if (state === 'preparing') return null
  const open = checkIns.find(({ doneAt }) => doneAt === null)
  return (
    <section class="card draft-part" aria-labelledby="plan-checkins">
      <h2 id="plan-checkins">{i18n.t('plan.checkIns')}</h2>
      <ul class="list">
        {checkIns.map((one) => (
          <li key={one.n}>
            <span class="grow">
              {i18n.t('plan.checkInOn', [one.n, dayWords(one.on)])}{' '}
              <span class={one.doneAt === null && one.on < view.today ? 'act-text strong small' : 'soft small'}>
                {one.doneAt !== null
                  ? i18n.t('plan.held')
                  : one.on < view.today
                    ? i18n.t('plan.notHeld')
                    : i18n.t('plan.ahead')}
              </span>
              {one.text !== '' && <p class="theirs small">{one.text}</p>}
            </span>
          </li>
        ))}
      </ul>
      {open && state === 'running' && <Write key={open.n} one={open} act={act} />}
    </section>
  )
}

function Write({ one, act }: Pick<PlanPart, 'act'> & { one: CheckIn }) {
  const [text, setText] = useState('')
  return (
    <>
      <TextArea
        label={i18n.t('plan.checkInText', [one.n])}
        hint={i18n.t('plan.checkInHint')}
        rows={3}
        maxLength={5_000}
        value={text}
        onValue={setText}
      />
      <div>
        <Button onClick={() => void act({ kind: 'check-in', n: one.n, text })}>
          {i18n.t('plan.checkInSave', [one.n])}
        </Button>
      </div>
    </>
  )
}

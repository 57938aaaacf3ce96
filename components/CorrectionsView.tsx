import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'
import { ArrowLeft, MessagesSquare, RotateCcw, Trash2 } from 'lucide'
import type { Correction } from '../lib/domain/correction.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { ToneMark } from './Verdict.tsx'

/** What people said of how texts sound: the corrections in force, and those taken back. */
export function CorrectionsView({ state, now }: { state: DashboardState; now: number }) {
  const all = state.corrections.value.value
  const held = all?.filter(({ deletedAt }) => deletedAt === null)
  const back = all?.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <>
      <a class="back" href={formatRoute({ view: 'settings', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.settings')}
      </a>
      <div class="head">
        <h1>{i18n.t('correction.title')}</h1>
      </div>
      <p class="soft">{i18n.t('correction.intro')}</p>
      {held?.length === 0 && <EmptyState icon={MessagesSquare}>{i18n.t('correction.none')}</EmptyState>}
      {held && held.length > 0 && (
        <ul class="list">
          {held.map((correction) => (
            <Row key={correction.id} correction={correction} now={now}>
              <Button icon={Trash2} onClick={() => void state.toneEdit.remove(correction)}>
                {i18n.t('correction.takeBack')}
              </Button>
            </Row>
          ))}
        </ul>
      )}
      {back && back.length > 0 && (
        <section class="card" aria-labelledby="taken-back">
          <h2 id="taken-back">{i18n.t('correction.takenBack')}</h2>
          <ul class="list">
            {back.map((correction) => (
              <Row key={correction.id} correction={correction} now={now}>
                <Button icon={RotateCcw} onClick={() => void state.toneEdit.restore(correction)}>
                  {i18n.t('correction.restore')}
                </Button>
              </Row>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Row({ correction, now, children }: { correction: Correction; now: number; children: ComponentChildren }) {
  return (
    <li>
      <div class="grow corrected-text">
        <q class="theirs" dir="auto">
          {correction.text}
        </q>
        <p class="soft small">
          {i18n.t('correction.was')} <ToneMark tone={{ label: correction.was }} /> {i18n.t('correction.is')}{' '}
          <ToneMark tone={{ label: correction.label }} /> <TimeAgo at={correction.updatedAt} now={now} />
        </p>
      </div>
      {children}
    </li>
  )
}

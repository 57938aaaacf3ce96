import { i18n } from '#i18n'
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide'
import type { VettingDecision, VettingVerdict } from '../lib/domain/vetting.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import type { Look } from './meanings.ts'
import { codeWords, wordsLocale } from './words.ts'

export const decisionLooks: Record<VettingDecision | 'open', Look> = {
  approve: { meaning: 'good', icon: CircleCheck },
  tentative: { meaning: 'watch', icon: TriangleAlert },
  reject: { meaning: 'act', icon: CircleX },
  open: { meaning: 'unknown', icon: CircleDashed },
}

export const dayOf = (instant: string) =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium' }).format(new Date(instant))

/** That a creator was vetted, and how it ended: decision, reason, date, decider. */
export function VettingNote({
  vetting,
  onOpen,
}: {
  vetting: { id: string; verdict: VettingVerdict | null }
  onOpen: (id: string) => void
}) {
  const { verdict } = vetting
  const code = verdict?.decision ?? 'open'
  return (
    <div class="vet-note">
      <p>
        <Badge {...decisionLooks[code]}>{codeWords('vet.decision', code)}</Badge>{' '}
        {verdict ? (
          <span class="theirs">{i18n.t('vet.said', [verdict.reason, verdict.by, dayOf(verdict.at)])}</span>
        ) : (
          <span class="soft">{i18n.t('vet.notDecided')}</span>
        )}
      </p>
      <Button look="quiet" onClick={() => onOpen(vetting.id)}>
        {i18n.t('vet.open')}
      </Button>
    </div>
  )
}

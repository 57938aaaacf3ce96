import { i18n } from '#i18n'
import type { FindingStatus, Verdict } from '../lib/domain/finding.ts'
import type { Tone, ToneLabel } from '../lib/domain/tone.ts'
import { Badge } from './Badge.tsx'
import { Icon } from './Icon.tsx'
import { statusLooks, toneLooks, verdictLooks } from './meanings.ts'
import { statusWord, toneReason, toneWord } from './words.ts'

/** Pass, review, fail, or "no guideline": a post's verdict in one word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return <Badge {...verdictLooks[verdict]}>{i18n.t(`common.verdict.${verdict}`)}</Badge>
}

/** A finding's status as its icon; the status word is its accessible name. */
export function StatusIcon({ status }: { status: FindingStatus }) {
  const { meaning, icon } = statusLooks[status]
  return (
    <span class={`${meaning}-text`}>
      <Icon icon={icon} label={statusWord(status)} />
    </span>
  )
}

/** How a text sounds, with its confidence on hover; in sight what makes it less than a tone of the model's. */
export function ToneMark({ tone }: { tone: Tone | { label: ToneLabel } }) {
  const title = 'confidence' in tone ? toneReason(tone) : null
  return (
    <Badge {...toneLooks[tone.label]} {...(title === null ? {} : { title })}>
      {toneWord(tone.label)}
      {'by' in tone && tone.by === 'lexicon' && <> · {i18n.t('toneWhy.lexicon')}</>}
    </Badge>
  )
}

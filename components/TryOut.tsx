import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { Trial } from '../lib/state/try-out.ts'
import { TextArea } from './Field.tsx'
import { FindingCard } from './FindingCard.tsx'
import { byUrgency } from './meanings.ts'
import { ToneMark, VerdictMark } from './Verdict.tsx'
import { findingKey } from './words.ts'

/** A caption to type or paste, checked with every change, on this machine. */
export function TryOut({ check, initial = '' }: { check: (text: string) => Trial; initial?: string }) {
  const [text, setText] = useState(initial)
  const trial = text.trim() === '' ? null : check(text)
  return (
    <div class="try">
      <TextArea
        label={i18n.t('guideline.tryLabel')}
        placeholder={i18n.t('guideline.tryHint')}
        rows={6}
        value={text}
        onValue={setText}
      />
      <output class="chips">
        {trial && (
          <>
            <VerdictMark verdict={trial.verdict} />
            <ToneMark tone={trial.tone} />
            {trial.findings.length === 0 && <span class="soft">{i18n.t('common.noRules')}</span>}
          </>
        )}
      </output>
      <div>
        {trial?.findings.toSorted(byUrgency).map((finding) => (
          <FindingCard key={findingKey(finding)} finding={finding} text={text} />
        ))}
      </div>
    </div>
  )
}

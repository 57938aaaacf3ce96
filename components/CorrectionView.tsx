import { i18n } from '#i18n'
import { MessageSquareText } from 'lucide'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Finding } from '../lib/domain/finding.ts'
import { asksOf } from '../lib/guidelines/fix/asks.ts'
import type { CorrectedCaption, FindingRef } from '../lib/guidelines/fix/correct.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { creatorMessage, type MessageAbout } from './creator-message.ts'
import { Diff } from './Diff.tsx'
import { diffParts } from './diff-parts.ts'
import { TextArea } from './Field.tsx'
import { codeWords, findingKey, findingLine } from './words.ts'

export interface CorrectionViewProps {
  /** The caption as it was checked. */
  text: string
  findings: readonly Finding[]
  correction: CorrectedCaption
  about: MessageAbout
  /** The finding the message is to begin with, each time it was asked for. */
  asking?: FindingRef | null
}

/** The caption with everything fixed that words can fix, and a message that asks the creator for it. */
export function CorrectionView({ text, findings, correction, about, asking = null }: CorrectionViewProps) {
  const isFixed = correction.fixed.length > 0
  // Where nothing can be suggested at all, one sentence says it.
  const hasMore = correction.left.some(({ why }) => isFixed || why !== 'no-wording')
  return (
    <section class="correction" aria-label={i18n.t('fix.title')}>
      <h4>{i18n.t('fix.title')}</h4>
      {isFixed ? (
        <>
          <Diff parts={diffParts(text, correction.edits)} />
          <CopyButton text={correction.text}>{i18n.t('fix.copyCaption')}</CopyButton>
        </>
      ) : (
        <p class="soft">{i18n.t('fix.none')}</p>
      )}
      {hasMore && (
        <>
          <p class="soft small">{i18n.t('fix.left')}</p>
          <ul class="small theirs fix-left">
            {correction.left.map((left) => (
              <li key={findingKey(left)}>
                {findingLine(left)}: {codeWords('fix.why', left.why)}
              </li>
            ))}
          </ul>
        </>
      )}
      <CreatorMessage findings={findings} correction={correction} about={about} asking={asking} />
    </section>
  )
}

function CreatorMessage({ findings, correction, about, asking }: Omit<Required<CorrectionViewProps>, 'text'>) {
  const [open, setOpen] = useState(false)
  const [edited, setEdited] = useState<string | null>(null)
  const body = useId()
  const place = useRef<HTMLDivElement>(null)
  const asks = asksOf(findings, correction, asking)
  const written = creatorMessage(about, asks, correction.fixed.length > 0 ? correction.text : null)
  useEffect(() => {
    if (asking === null) return
    setEdited(null)
    setOpen(true)
  }, [asking])
  useEffect(() => {
    if (!open || asking === null) return
    const area = place.current?.querySelector('textarea')
    area?.focus()
    // To be read from the beginning.
    area?.setSelectionRange(0, 0)
  }, [open, asking])
  if (asks.asked.length === 0) return null
  return (
    <div ref={place}>
      <Button
        look="quiet"
        icon={MessageSquareText}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('message.title')}
      </Button>
      <div id={body} class="correction-message" hidden={!open}>
        <TextArea
          label={i18n.t('message.label')}
          hint={i18n.t('message.hint')}
          rows={10}
          value={edited ?? written}
          onValue={setEdited}
        />
        <CopyButton text={edited ?? written}>{i18n.t('message.copy')}</CopyButton>
      </div>
    </div>
  )
}

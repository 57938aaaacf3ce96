import { i18n } from '#i18n'
import { ChevronRight, Scale } from 'lucide'
import { useId, useState } from 'preact/hooks'
import type { Evidence, Finding } from '../lib/domain/finding.ts'
import { Icon } from './Icon.tsx'
import { findingLook } from './meanings.ts'
import { inItsSentence } from './quote.ts'
import { fieldWord, findingLine, findingStatusWord, reasonWords, severityWord, sourceWords } from './words.ts'

export interface FindingCardProps {
  finding: Finding
  /** The post's text, which `field: 'text'` evidence points into; '' when it is not at hand. */
  text: string
  /** Open from the start. */
  open?: boolean
}

/** One finding: a line that says what was found; opened, the words that caused it, why, and by whose rule. */
export function FindingCard({ finding, text, open: openAtFirst = false }: FindingCardProps) {
  const [open, setOpen] = useState(openAtFirst)
  const body = useId()
  const look = findingLook(finding)
  return (
    <article class={`finding ${finding.weight}`}>
      <h3>
        <button
          type="button"
          class="finding-line"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <span class={`${look.meaning}-text`}>
            <Icon icon={look.icon} />
          </span>
          <span class="finding-rule theirs">{findingLine(finding)}</span>
          <span class="finding-status">{findingStatusWord(finding)}</span>
          <Icon icon={ChevronRight} size={14} />
        </button>
      </h3>
      <div class="finding-body" id={body} hidden={!open}>
        {open && <FindingBody finding={finding} text={text} />}
      </div>
    </article>
  )
}

function FindingBody({ finding, text }: { finding: Finding; text: string }) {
  const source = sourceWords(finding.source)
  return (
    <>
      {finding.evidence.map((evidence) => (
        <Quote key={`${evidence.field}:${evidence.start}`} evidence={evidence} text={text} />
      ))}
      <p class="theirs">{reasonWords(finding)}</p>
      {finding.evidence.length === 0 && finding.searched && (
        <p class="soft theirs">
          {finding.searched.terms.length > 0
            ? i18n.t('common.searchedFor', [
                fieldWord(finding.searched.field),
                finding.searched.chars,
                finding.searched.terms.slice(0, 8).join(', '),
              ])
            : i18n.t('common.searched', [fieldWord(finding.searched.field), finding.searched.chars])}
        </p>
      )}
      <p class="finding-source soft small theirs">
        {finding.source.type === 'law' && <Icon icon={Scale} size={14} />}
        <span>
          {source}
          {' · '}
          {finding.weight === 'prefer' ? i18n.t('common.prefer') : severityWord(finding.severity)}
          {finding.source.type === 'law' && (
            <>
              {' · '}
              <strong>{i18n.t('common.checkBeforeActing')}</strong>
            </>
          )}
        </span>
      </p>
    </>
  )
}

function Quote({ evidence, text }: { evidence: Evidence; text: string }) {
  const { before, after } = evidence.field === 'text' ? inItsSentence(text, evidence) : { before: '', after: '' }
  return (
    <blockquote class="quote theirs" dir="auto">
      {before}
      <mark>{evidence.quote}</mark>
      {after}
      {evidence.field !== 'text' && <span class="quote-field soft small">{fieldWord(evidence.field)}</span>}
    </blockquote>
  )
}

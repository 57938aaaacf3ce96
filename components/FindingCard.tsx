import { i18n } from '#i18n'
import { ChevronRight, ExternalLink, MessageSquareText, Scale, Stamp, Undo2 } from 'lucide'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Evidence, Finding } from '../lib/domain/finding.ts'
import { isOpen, isTrouble } from '../lib/domain/open-finding.ts'
import type { Edit } from '../lib/guidelines/define.ts'
import { Button } from './Button.tsx'
import { Diff } from './Diff.tsx'
import { diffParts, shortened } from './diff-parts.ts'
import { Icon } from './Icon.tsx'
import { findingLook } from './meanings.ts'
import { inItsSentence } from './quote.ts'
import { safeLink } from './safe-link.ts'
import {
  codeWords,
  fieldWord,
  findingLine,
  findingStatusWord,
  reasonWords,
  severityWord,
  sourceWords,
} from './words.ts'

/** What a reviewer can do about a finding; what is absent is not offered here. */
export interface FindingActions {
  onAsk?: () => void
  onTakeBack?: () => void
  /** The form that comes in place of the buttons; `close` gives the focus back. Handed in, because pages need none. */
  waiveForm?: (close: () => void) => ComponentChildren
  /** Where the guideline's version that made it can be read; absent where a page's own card cannot lead there. */
  versionHref?: string
}

export interface FindingCardProps extends FindingActions {
  finding: Finding
  /** The post's text, which `field: 'text'` evidence points into; '' when it is not at hand. */
  text: string
  /** Open from the start. */
  open?: boolean
  /** What the corrected caption changes for this finding. */
  edits?: readonly Edit[]
}

/** One finding: a line that says what was found; opened, the words that caused it, why, by whose rule, and what to do. */
export function FindingCard({ finding, text, open: openAtFirst = false, edits = [], ...actions }: FindingCardProps) {
  const [open, setOpen] = useState(openAtFirst)
  const line = useRef<HTMLButtonElement>(null)
  const body = useId()
  const look = findingLook(finding)
  return (
    <article class={`finding ${finding.weight}${finding.waived ? ' waived' : ''}`}>
      <h3>
        <button
          ref={line}
          type="button"
          class="finding-line"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
          onKeyDown={(event) => {
            const to = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (to !== 0 && focusLine(event.currentTarget, to)) event.preventDefault()
          }}
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
        {open && (
          <>
            <FindingBody finding={finding} text={text} versionHref={actions.versionHref} />
            {edits.length > 0 && isOpen(finding) && (
              <div class="finding-fix">
                <span class="soft small">{i18n.t('fix.here')}</span>
                <Diff parts={shortened(diffParts(text, edits))} />
              </div>
            )}
            <Actions finding={finding} line={line} {...actions} />
          </>
        )}
      </div>
    </article>
  )
}

/** The arrow keys go from finding to finding of one post. False at the ends, where the page may scroll. */
function focusLine(from: HTMLElement, to: 1 | -1): boolean {
  const lines = [...(from.closest('.findings')?.querySelectorAll<HTMLElement>('.finding-line') ?? [])]
  const line = lines[lines.indexOf(from) + to]
  line?.focus()
  return line !== undefined
}

function FindingBody({
  finding,
  text,
  versionHref,
}: {
  finding: Finding
  text: string
  versionHref: string | undefined
}) {
  return (
    <>
      {[...new Map(finding.evidence.map((evidence) => [placeOf(evidence), evidence]))].map(([place, evidence]) => (
        <Quote key={place} evidence={evidence} text={text} />
      ))}
      <p class="theirs">{reasonWords(finding)}</p>
      {finding.evidence.length === 0 && finding.searched && (
        <p class="soft theirs">
          {finding.searched.terms.length > 0
            ? i18n.t('common.searchedFor', [
                fieldWord(finding.searched.field),
                finding.searched.chars,
                [...new Set(finding.searched.terms)].slice(0, 8).join(', '),
              ])
            : i18n.t('common.searched', [fieldWord(finding.searched.field), finding.searched.chars])}
        </p>
      )}
      <Source finding={finding} versionHref={versionHref} />
    </>
  )
}

/** Whose rule it is, since when, how well that is known, and how much it matters. */
function Source({
  finding: { source, weight, severity },
  versionHref,
}: {
  finding: Finding
  versionHref: string | undefined
}) {
  const link = source.type === 'law' ? safeLink(source.url) : null
  return (
    <div class="finding-source soft small theirs">
      {source.type === 'law' && <Icon icon={Scale} size={14} />}
      <span>
        {source.type === 'guideline' && versionHref !== undefined ? (
          <a href={versionHref} target="_blank" rel="noreferrer">
            {sourceWords(source)}
          </a>
        ) : (
          sourceWords(source)
        )}
        {link !== null && (
          <a href={link} target="_blank" rel="noreferrer" aria-label={i18n.t('common.lawLink')}>
            <Icon icon={ExternalLink} size={14} />
          </a>
        )}
        {' · '}
        {weight === 'prefer' ? i18n.t('common.prefer') : severityWord(severity)}
        {source.type === 'law' && (
          <>
            <br />
            <span class={source.confidence === 'L' ? 'watch-text strong' : ''}>
              {codeWords('common.lawConfidence', source.confidence)}
            </span>
            {' · '}
            <strong>{i18n.t('common.checkBeforeActing')}</strong>
          </>
        )}
      </span>
    </div>
  )
}

function Actions({
  finding,
  line,
  onAsk,
  onTakeBack,
  waiveForm,
}: FindingActions & { finding: Finding; line: RefObject<HTMLButtonElement | null> }) {
  const [waiving, setWaiving] = useState(false)
  const { waived } = finding
  const id = waived?.id
  const shown = useRef(id)
  // Waiving moves the card down the list: the focus goes with it.
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    setWaiving(false)
    line.current?.focus()
  }, [id, line])
  if (waived) {
    return (
      <div class="finding-waived">
        <p class="theirs">{i18n.t(`waive.by.${waived.because}`, [waived.reason])}</p>
        {onTakeBack && (
          <Button look="quiet" icon={Undo2} onClick={onTakeBack}>
            {i18n.t('waive.takeBack')}
          </Button>
        )}
      </div>
    )
  }
  if (!isTrouble(finding) || (!onAsk && !waiveForm)) return null
  const close = () => {
    setWaiving(false)
    line.current?.focus()
  }
  return waiving && waiveForm ? (
    <>{waiveForm(close)}</>
  ) : (
    <div class="finding-actions">
      {onAsk && (
        <Button look="quiet" icon={MessageSquareText} onClick={onAsk}>
          {i18n.t('waive.ask')}
        </Button>
      )}
      {waiveForm && (
        <Button look="quiet" icon={Stamp} onClick={() => setWaiving(true)}>
          {i18n.t('waive.open')}
        </Button>
      )}
    </div>
  )
}

/** Two parts of a rule may stand on the same words: they are quoted once. */
const placeOf = ({ field, start, end, postId = '' }: Evidence) => `${field}:${start}:${end}:${postId}`

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

import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { Agreement, Clause, ClauseKind, ClauseValues } from '../lib/domain/agreement.ts'
import { newestOf } from '../lib/partnership/agreement.ts'
import { clauseLibrary, clauseText } from '../lib/partnership/clauses/library.ts'
import { noValues } from '../lib/partnership/clauses/values.ts'
import type { AgreementView } from '../lib/state/agreements.ts'
import { checkOf } from '../lib/watch/agreement-checks.ts'
import { type ActOn, ClauseForm, kindWords } from './AgreementParts.tsx'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { TextArea } from './Field.tsx'
import { Card } from './IncidentCard.tsx'
import { codeWords, wordsLocale } from './words.ts'

interface Passage {
  readonly start: number
  readonly end: number
  readonly quote: string
}
/** Takes a decision about one clause; false where it was refused. */
export type Decide = (
  passage: Passage,
  kind: ClauseKind,
  values: ClauseValues,
  decision?: Clause['decision'],
  id?: string,
) => Promise<boolean>

const languageName = (lang: string) => new Intl.DisplayNames(wordsLocale(), { type: 'language' }).of(lang) ?? lang

/** What was found and waits for a person; in a language that is not read, passages with figures. */
export function Found({
  view: { agreement, reading },
  waiting,
  decide,
}: {
  view: AgreementView
  waiting: AgreementView['waiting']
  decide: Decide
}) {
  const { lang, figures, clauses, isCut } = reading
  const isRead = lang === null || lang === 'en'
  const decided = agreement.clauses.filter(({ version }) => version === newestOf(agreement).n)
  const open = figures.filter((one) => !decided.some(({ start, end }) => start < one.end && one.start < end))
  return (
    <Card id="found" title={i18n.t('agreement.found')}>
      {isCut && <p class="act-text">{i18n.t('agreement.isCut')}</p>}
      {!isRead && (
        <p>{i18n.t(figures.length > 0 ? 'agreement.otherLang' : 'agreement.otherLangNone', [languageName(lang)])}</p>
      )}
      {isRead && waiting.length > 0 && <p class="soft">{i18n.t('agreement.foundHint')}</p>}
      {isRead && clauses.length === 0 && <p>{i18n.t('agreement.nothingFound')}</p>}
      {isRead && clauses.length > 0 && waiting.length === 0 && <p class="soft">{i18n.t('agreement.allDecided')}</p>}
      <ul>
        {waiting.map((one) => (
          <li key={`${one.kind}${one.start}`} class="clause">
            <h3>{kindWords(one.kind)}</h3>
            <blockquote class="theirs" dir="auto">
              {one.quote}
            </blockquote>
            {one.defined.length > 0 && (
              <p class="soft small">{i18n.t('agreement.defined', [one.defined.join(', ')])}</p>
            )}
            {one.parameters.length === 0 && <p class="soft small">{i18n.t('agreement.noFigures')}</p>}
            {one.parameters
              .filter(({ kind }) => kind === 'unsure-date')
              .map(({ quote }) => (
                <p key={quote} class="act-text small">
                  {i18n.t('agreement.unsure', [quote])}
                </p>
              ))}
            <ClauseForm
              quote={one.quote}
              kind={one.kind}
              values={one.values}
              confirm={i18n.t('agreement.confirm')}
              onConfirm={(kind, values) => void decide(one, kind, values)}
              onDismiss={() => void decide(one, one.kind, one.values, 'dismissed')}
            />
          </li>
        ))}
        {open.map((one) => (
          <li key={one.start} class="clause">
            <blockquote class="theirs" dir="auto">
              {one.quote}
            </blockquote>
            <ClauseForm
              quote={one.quote}
              kind="deliverables"
              values={one.values}
              isKindOpen
              confirm={i18n.t('agreement.confirm')}
              onConfirm={(kind, values) => void decide(one, kind, values)}
              onDismiss={() => void decide(one, 'deliverables', one.values, 'dismissed')}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A clause that a person confirmed, with what it is checked by. */
export function Confirmed({
  clause,
  agreement,
  act,
  decide,
  isStale = false,
}: {
  clause: Clause
  agreement: Agreement
  act: ActOn
  decide?: Decide
  isStale?: boolean
}) {
  const { kind, quote, values, id } = clause
  const check = checkOf(clause, agreement)
  return (
    <li class="clause">
      <h3>{kindWords(kind)}</h3>
      <blockquote class="theirs" dir="auto">
        {quote}
      </blockquote>
      {!isStale && <p class={check.isLive ? '' : 'soft'}>{codeWords('agreement.check', check.code)}</p>}
      <p class="soft small">{i18n.t('agreement.by1', [clause.by])}</p>
      {decide && (
        <ClauseForm
          quote={quote}
          kind={kind}
          values={values}
          confirm={i18n.t('agreement.save')}
          onConfirm={(changed, next) => void decide(clause, changed, next, 'confirmed', id)}
        />
      )}
      <div>
        <Button
          look="quiet"
          aria-label={i18n.t('agreement.undoWhat', [kindWords(kind)])}
          onClick={() => void act({ kind: 'undecide', id })}
        >
          {i18n.t('agreement.undo')}
        </Button>
      </div>
    </li>
  )
}

/** A passage that was not found: its exact words, and what it is. */
export function Mark({ text, decide }: { text: string; decide: Decide }) {
  const [quote, setQuote] = useState('')
  const words = quote.replaceAll(/\r\n?/g, '\n').trim()
  const start = words === '' ? -1 : text.indexOf(words)
  const mark = async (kind: ClauseKind, values: ClauseValues) => {
    if (await decide({ start, end: start + words.length, quote: words }, kind, values)) setQuote('')
  }
  return (
    <details>
      <summary>{i18n.t('agreement.mark')}</summary>
      <TextArea
        label={i18n.t('agreement.markQuote')}
        hint={i18n.t('agreement.markHint')}
        error={words !== '' && start === -1 ? i18n.t('agreement.markMissing') : undefined}
        rows={3}
        maxLength={5_000}
        dir="auto"
        value={quote}
        onValue={setQuote}
      />
      {start !== -1 && (
        <ClauseForm
          key={words}
          quote={words}
          kind="stay-live"
          values={noValues}
          isKindOpen
          confirm={i18n.t('agreement.confirm')}
          onConfirm={(kind, values) => void mark(kind, values)}
        />
      )}
    </details>
  )
}

/** Clauses of the library that are not there, each with its plain reading and a wording to begin with (B7). */
export function Gaps({ gaps }: { gaps: readonly ClauseKind[] }) {
  return (
    <Card id="gaps" title={i18n.t('agreement.gaps')}>
      <p class="soft">{i18n.t(gaps.length > 0 ? 'agreement.gapsHint' : 'agreement.noGaps')}</p>
      <ul>
        {clauseLibrary
          .filter(({ kind }) => gaps.includes(kind))
          .map((clause) => (
            <li key={clause.kind} class="clause">
              <h3>{kindWords(clause.kind)}</h3>
              <p>{codeWords('clause.plain', clause.kind)}</p>
              <details>
                <summary class="small">{i18n.t('agreement.wording')}</summary>
                <blockquote lang="en">{clauseText(clause)}</blockquote>
                <p class="soft small">{codeWords('clause.note', clause.note)}</p>
                <CopyButton text={clauseText(clause)}>{i18n.t('agreement.copyWording')}</CopyButton>
              </details>
            </li>
          ))}
      </ul>
    </Card>
  )
}

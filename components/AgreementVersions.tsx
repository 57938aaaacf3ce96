import { i18n } from '#i18n'
import { useMemo, useState } from 'preact/hooks'
import type { Agreement } from '../lib/domain/agreement.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import { newestOf } from '../lib/partnership/agreement.ts'
import type { ActOn } from './AgreementParts.tsx'
import { Button } from './Button.tsx'
import { Diff } from './Diff.tsx'
import { TextArea } from './Field.tsx'
import { Card } from './IncidentCard.tsx'
import { wordsLocale } from './words.ts'

const when = (at: string) =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** The versions of the text, what changed word by word, and the form for the next one. */
export function AgreementVersions({ agreement, act }: { agreement: Agreement; act: ActOn }) {
  const { n, text } = newestOf(agreement)
  const [next, setNext] = useState<string | null>(null)
  const save = async () => {
    if (next !== null && (await act({ kind: 'revise', text: next }))) setNext(null)
  }
  return (
    <Card id="versions" title={i18n.t('agreement.versions')}>
      <ol class="list">
        {agreement.versions.map((version, i) => (
          <li key={version.n}>
            <div class="grow">
              {i18n.t('agreement.version', [version.n])}{' '}
              <span class="soft small">
                <span class="theirs">{version.by}</span>, {when(version.at)}
              </span>
              {i > 0 && <Changes before={agreement.versions[i - 1]} after={version.text} />}
            </div>
          </li>
        ))}
      </ol>
      {next === null ? (
        <div>
          <Button onClick={() => setNext(text)}>{i18n.t('agreement.changeText')}</Button>
        </div>
      ) : (
        <form
          class="clause-form"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <TextArea label={i18n.t('agreement.paste')} rows={14} dir="auto" value={next} onValue={setNext} />
          <div class="draft-actions">
            <Button type="submit" look="primary">
              {i18n.t('agreement.saveText', [n + 1])}
            </Button>
            <Button onClick={() => setNext(null)}>{i18n.t('common.cancel')}</Button>
          </div>
        </form>
      )}
    </Card>
  )
}

type Version = Agreement['versions'][number]

function Changes({ before, after }: { before: Version | undefined; after: string }) {
  const [open, setOpen] = useState(false)
  if (!before) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{i18n.t('agreement.compare', [before.n])}</summary>
      {open && <Pieces before={before.text} after={after} />}
    </details>
  )
}

function Pieces({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => textPieces(before, after), [before, after])
  return <Diff parts={parts} />
}

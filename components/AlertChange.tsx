import { i18n } from '#i18n'
import { useMemo, useState } from 'preact/hooks'
import { textPieces } from '../lib/guidelines/diff.ts'
import type { Change } from '../lib/watch/alerts.ts'
import { Diff } from './Diff.tsx'
import { editWords } from './edit-words.ts'

/** What a silent edit changed: why it matters, the gravest first, and both texts in one, word by word. */
export function AlertChange({ change }: { change: Change }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="alert-change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{i18n.t('attention.change')}</summary>
      {open && <Changed change={change} />}
    </details>
  )
}

function Changed({ change: { before, after, reasons } }: { change: Change }) {
  const pieces = useMemo(() => textPieces(before.text, after.text), [before.text, after.text])
  return (
    <>
      <ul class="small">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.values.join()}`} class="theirs">
            {editWords(reason)}
          </li>
        ))}
      </ul>
      <Diff parts={pieces} />
      <p class="soft small figure">{i18n.t('attention.changeSeen', [seen(before.at), seen(after.at)])}</p>
    </>
  )
}

const seen = (at: string) => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

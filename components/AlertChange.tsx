import { i18n } from '#i18n'
import { useMemo, useState } from 'preact/hooks'
import { findingStatusSchema } from '../lib/domain/finding.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import type { Change } from '../lib/watch/alerts.ts'
import type { EditReason } from '../lib/watch/edits.ts'
import { Diff } from './Diff.tsx'
import { codeWords, statusWord } from './words.ts'

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

/** Why an edit matters, in words. */
function editWords({ code, values }: EditReason): string {
  const [first = '', second = ''] = values
  if (code === 'disclosureWorse') {
    if (second === 'buried') return i18n.t('edit.disclosureMoved')
    const said = [first, second].map((status) => {
      const known = findingStatusSchema.options.find((one) => one === status)
      return known ? statusWord(known) : status
    })
    return codeWords('edit', code, said)
  }
  if (code === 'labelGone') return i18n.t('edit.labelGone')
  if (code === 'codeChanged' || code === 'numberChanged') {
    if (second === '') return codeWords('edit', `${code}-gone`, [first])
    return first === '' ? codeWords('edit', `${code}-new`, [second]) : codeWords('edit', code, values)
  }
  return codeWords('edit', code, values)
}

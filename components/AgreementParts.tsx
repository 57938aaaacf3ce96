import { i18n } from '#i18n'
import { Scale } from 'lucide'
import { useState } from 'preact/hooks'
import { type AgreementAction, type ClauseKind, clauseKinds, type ClauseValues } from '../lib/domain/agreement.ts'
import { Button } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { codeWords } from './words.ts'

/** Takes a decision about the agreement that is shown; false where it was refused. */
export type ActOn = (action: AgreementAction) => Promise<boolean>

/** Stands over everything that looks like legal advice (relationship.md B7). */
export function Counsel() {
  return (
    <p class="counsel">
      <Icon icon={Scale} /> {i18n.t('agreement.counsel')}
    </p>
  )
}

export const kindWords = (kind: ClauseKind) => codeWords('clause.kind', kind)

const numbers = ['days', 'workingDays', 'hours', 'count', 'percent'] as const
const dates = ['from', 'until'] as const
const lists = ['labels', 'handles', 'hashtags', 'names', 'money'] as const

/** What a kind's check goes by, and what is shown of others where the text says it. */
const asked: Partial<Record<ClauseKind, readonly (keyof ClauseValues)[]>> = {
  'stay-live': ['days', 'until'],
  exclusivity: ['from', 'until', 'names'],
  deliverables: ['count', 'from', 'until'],
  disclosure: ['labels'],
  tags: ['handles', 'hashtags'],
  'response-time': ['hours'],
  'approval-window': ['workingDays'],
  takedown: ['hours'],
  'review-date': ['days', 'until'],
  revisions: ['count'],
}

const wordOf = (key: keyof ClauseValues) => i18n.t(`agreement.value.${key}`)
const isEmpty = (value: ClauseValues[keyof ClauseValues]) =>
  value === null || (Array.isArray(value) && value.length === 0)

/** The values of a clause as fields: those its kind is checked by, and those that were read. `save` gets the changed ones. */
export function ClauseForm({
  quote,
  kind: proposed,
  values: read,
  isKindOpen = false,
  confirm,
  onConfirm,
  onDismiss,
}: {
  quote: string
  kind: ClauseKind
  values: ClauseValues
  /** The kind is for the person to say. */
  isKindOpen?: boolean
  confirm: string
  onConfirm: (kind: ClauseKind, values: ClauseValues) => void
  onDismiss?: (() => void) | undefined
}) {
  const [kind, setKind] = useState(proposed)
  const [values, setValues] = useState(read)
  const shows = (key: keyof ClauseValues) => (asked[kind] ?? []).includes(key) || !isEmpty(read[key])
  const set = (change: Partial<ClauseValues>) => setValues((now) => ({ ...now, ...change }))
  const name = `${kindWords(kind)}: ${quote.slice(0, 80)}`
  return (
    <form
      class="clause-form"
      onSubmit={(event) => {
        event.preventDefault()
        onConfirm(kind, values)
      }}
    >
      <div class="row">
        {isKindOpen && (
          <Select
            label={i18n.t('agreement.kindLabel')}
            value={kind}
            options={clauseKinds.map((value) => ({ value, label: kindWords(value) }))}
            onValue={(value) => {
              const found = clauseKinds.find((one) => one === value)
              if (found) setKind(found)
            }}
          />
        )}
        {numbers.filter(shows).map((key) => (
          <TextField
            key={key}
            label={wordOf(key)}
            inputMode="decimal"
            value={values[key] === null ? '' : String(values[key])}
            onValue={(typed) => set({ [key]: numberOf(typed, key !== 'hours' && key !== 'percent') })}
          />
        ))}
        {dates.filter(shows).map((key) => (
          <TextField
            key={key}
            label={wordOf(key)}
            type="date"
            value={values[key] ?? ''}
            onValue={(typed) => set({ [key]: typed === '' ? null : typed })}
          />
        ))}
        {lists.filter(shows).map((key) => (
          <ListField key={key} label={wordOf(key)} value={values[key]} onValue={(list) => set({ [key]: list })} />
        ))}
      </div>
      <div class="draft-actions">
        <Button type="submit" look="primary" aria-label={i18n.t('agreement.confirmWhat', [name])}>
          {confirm}
        </Button>
        {onDismiss && (
          <Button look="quiet" aria-label={i18n.t('agreement.dismissWhat', [name])} onClick={onDismiss}>
            {i18n.t('agreement.dismiss')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Several things in one field, with commas between. */
function ListField({
  label,
  value,
  onValue,
}: {
  label: string
  value: readonly string[]
  onValue: (list: string[]) => void
}) {
  const [typed, setTyped] = useState(value.join(', '))
  return (
    <TextField
      label={label}
      value={typed}
      onValue={(text) => {
        setTyped(text)
        const parts = text.split(',').map((one) => one.trim().slice(0, 200))
        onValue([...new Set(parts.filter(Boolean))].slice(0, 50))
      }}
    />
  )
}

function numberOf(typed: string, isWhole: boolean): number | null {
  const value = Number(typed.trim().replace(',', '.'))
  if (typed.trim() === '' || !Number.isFinite(value) || value < 0) return null
  return Math.min(isWhole ? Math.round(value) : value, isWhole ? 5_000 : 1_000)
}

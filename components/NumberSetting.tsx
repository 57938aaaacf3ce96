import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { TextField } from './Field.tsx'

/** A number that is saved when its field is left, if `isValid` says that the settings allow it. */
export function NumberSetting({
  label,
  hint,
  value,
  isValid,
  onSave,
}: {
  label: string
  hint?: string | undefined
  value: number
  isValid: (value: number) => boolean
  onSave: (value: number) => void
}) {
  // Null: nothing is typed, so that the field shows what is stored, whoever changed it.
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed === null ? null : numberOf(typed)
  const isWrong = number !== null && !isValid(number)
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={typed ?? String(value)}
      onValue={setTyped}
      onBlur={() => {
        if (number === null || isWrong) return
        setTyped(null)
        if (number !== value) onSave(number)
      }}
      {...(isWrong ? { error: i18n.t('common.outOfBounds') } : { hint })}
    />
  )
}

/** NaN of what is no number, an empty field among it. */
export const numberOf = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.')))

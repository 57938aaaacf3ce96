import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  label: string
  /** One line under the control. */
  hint?: string | undefined
  /** What is wrong with it, in words; announced. */
  error?: string | undefined
  /** The label is read out, not shown: the place says what it is. */
  hideLabel?: boolean
}

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { children: (props: Described) => ComponentChildren }) {
  const id = useId()
  const note = error ?? hint
  const described: Described = { id }
  if (note !== undefined) described['aria-describedby'] = `${id}-note`
  if (error !== undefined) described['aria-invalid'] = true
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'sr-only' : ''}>
        {label}
      </label>
      {children(described)}
      {note !== undefined && (
        <p id={`${id}-note`} class={error === undefined ? 'field-note soft small' : 'field-note act-text small'}>
          {note}
        </p>
      )}
    </div>
  )
}

/** As objects, because the element's typing tells its attributes apart by `type`. */
const types = {
  text: { type: 'text' },
  search: { type: 'search' },
  date: { type: 'date' },
  time: { type: 'time' },
  'datetime-local': { type: 'datetime-local' },
} as const

interface InputNative {
  type?: keyof typeof types
  placeholder?: string
  maxLength?: number
  required?: boolean
  autofocus?: boolean
  inputMode?: 'url' | 'decimal'
  onBlur?: () => void
}

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  type = 'text',
  value,
  onValue,
  ...rest
}: FieldProps & InputNative & { value: string; onValue: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(props) => (
        <input
          autocomplete="off"
          {...rest}
          {...types[type]}
          {...props}
          class="control"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type AreaNative = Omit<JSX.IntrinsicElements['textarea'], 'value' | 'onInput' | 'label'>

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  value,
  onValue,
  ...rest
}: FieldProps & AreaNative & { value: string; onValue: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(props) => (
        <textarea
          {...rest}
          {...props}
          class="control"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

export function Select({
  label,
  hint,
  error,
  hideLabel,
  value,
  options,
  onValue,
}: FieldProps & { value: string; options: readonly Option[]; onValue: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(props) => (
        <select {...props} class="control" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function Checkbox({
  label,
  hint,
  checked,
  onValue,
}: {
  label: string
  hint?: string | undefined
  checked: boolean
  onValue: (checked: boolean) => void
}) {
  const note = useId()
  return (
    <label class="checkbox">
      <input
        type="checkbox"
        checked={checked}
        {...(hint === undefined ? {} : { 'aria-describedby': note })}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint !== undefined && (
          <span class="checkbox-note soft small" id={note} aria-hidden="true">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

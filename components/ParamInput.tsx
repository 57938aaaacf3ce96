import { i18n } from '#i18n'
import { Plus, Trash2 } from 'lucide'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { ParamField } from '../lib/guidelines/define.ts'
import type { GuidelineProblem } from '../lib/state/guideline-problems.ts'
import { withParam } from '../lib/state/guideline-edit.ts'
import { readTerms, splitAtCommas } from '../lib/state/term-lines.ts'
import { Button, IconButton } from './Button.tsx'
import { Checkbox, Select, TextArea, TextField } from './Field.tsx'
import { codeWords, keyWords } from './words.ts'

interface ParamInputProps {
  field: ParamField
  /** Its place among the rule's parameters: `facts.0.value`. */
  path: string
  value: unknown
  /** Those of the whole rule. */
  problems: readonly GuidelineProblem[]
  onValue: (value: unknown) => void
}

interface Shared {
  label: string
  hint: string | undefined
  error: string | undefined
}

/** The input for one parameter of a rule, by the type its kind gives it. */
export function ParamInput({ field, path, value, problems, onValue }: ParamInputProps) {
  const label = keyWords(field.label)
  const shared: Shared = {
    label: field.required || field.type === 'boolean' ? label : i18n.t('guideline.optional', [label]),
    hint: field.hint === undefined ? undefined : keyWords(field.hint),
    error: errorOf(problems, path, field.type),
  }
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'text':
      return <TextField {...shared} value={text} onValue={onValue} />
    case 'lines':
      return <TextArea {...shared} rows={3} value={text} onValue={onValue} />
    case 'list':
      return <ListInput {...shared} value={value} onValue={onValue} />
    case 'boolean':
      return (
        <Checkbox
          label={label}
          hint={shared.hint}
          checked={value === true}
          onValue={(on) => onValue(on || undefined)}
        />
      )
    case 'number':
      return <NumberInput {...shared} value={value} onValue={onValue} />
    case 'local-time':
      // A day without a time, as files may have it, is nothing this kind of input can show.
      return (
        <TextField {...shared} {...(isTime(text) ? { type: 'datetime-local' } : {})} value={text} onValue={onValue} />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          value={text}
          options={[
            ...(field.required && text !== '' ? [] : [{ value: '', label: i18n.t('guideline.byDefault') }]),
            ...withKept(field.options, text === '' ? [] : [text]).map(asOption),
          ]}
          onValue={onValue}
        />
      )
    case 'choices':
      return <ChoicesInput {...shared} options={field.options ?? []} value={value} onValue={onValue} />
    case 'rows':
      return (
        <RowsInput
          {...shared}
          fields={field.fields ?? []}
          path={path}
          value={value}
          problems={problems}
          onValue={onValue}
        />
      )
    default:
      return null
  }
}

/** What is wrong at this place; of a list, at the first line that is. */
function errorOf(problems: readonly GuidelineProblem[], path: string, type: ParamField['type']): string | undefined {
  const here = problems.find(({ field }) => field === path)
  if (here) return codeWords('guideline.problem', here.code, here.values)
  if (type === 'rows') return undefined
  const inside = problems.find(({ field }) => field.startsWith(`${path}.`))
  if (!inside) return undefined
  const words = codeWords('guideline.problem', inside.code, inside.values)
  const line = Number(inside.field.slice(path.length + 1))
  return Number.isInteger(line) ? i18n.t('guideline.inLine', [line + 1, words]) : words
}

const isTime = (text: string) => text === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)

/** A value this version does not offer stays, as long as nobody takes it away. */
const withKept = (options: readonly string[] | undefined, chosen: readonly string[]) => [
  ...new Set([...(options ?? []), ...chosen]),
]
const asOption = (value: string) => ({ value, label: codeWords('kind.option', value) })
const textsIn = (value: unknown) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** What was typed is kept until it is a number; a decimal comma is one, too. */
function NumberInput({ value, onValue, ...shared }: Shared & { value: unknown; onValue: (value: unknown) => void }) {
  const stored = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  const [typed, setTyped] = useState(stored)
  return (
    <TextField
      {...shared}
      inputMode="decimal"
      value={String(numberOf(typed) ?? '') === stored ? typed : stored}
      onValue={(next) => {
        setTyped(next)
        onValue(numberOf(next))
      }}
    />
  )
}

function numberOf(typed: string): number | string | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** One value a line. The text is kept as typed, so that an empty line can be written through. */
function ListInput({ value, onValue, ...shared }: Shared & { value: unknown; onValue: (value: string[]) => void }) {
  const lines = textsIn(value)
  const [text, setText] = useState(() => lines.join('\n'))
  const read = useMemo(() => readTerms(text), [text])
  const told = useRef<unknown>(value)
  // Undo and discard change the value from outside: then the typed text no longer stands for it.
  const isOurs = told.current === value || (value === undefined && read.terms.length === 0)
  const change = (next: string) => {
    const { terms } = readTerms(next)
    setText(next)
    told.current = terms
    onValue(terms)
  }
  const { repeated, separated } = isOurs ? read : { repeated: 0, separated: 0 }
  return (
    <div class="list-input">
      <TextArea
        {...shared}
        hint={shared.hint ?? i18n.t('guideline.onePerLine')}
        rows={Math.min(12, Math.max(3, lines.length + 1))}
        value={isOurs ? text : lines.join('\n')}
        onValue={change}
      />
      <p class="chips small soft">
        <output class="figure">
          {lines.length > 1 && i18n.t('guideline.terms', lines.length)}{' '}
          {repeated > 0 && i18n.t('guideline.repeated', repeated)}
        </output>
        {separated > 0 && (
          <Button look="quiet" onClick={() => change(splitAtCommas(text))}>
            {i18n.t('guideline.splitCommas', separated)}
          </Button>
        )}
      </p>
    </div>
  )
}

function ChoicesInput({
  label,
  hint,
  error,
  options,
  value,
  onValue,
}: Shared & { options: readonly string[]; value: unknown; onValue: (value: string[]) => void }) {
  const chosen = textsIn(value)
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      <div class="choices-list">
        {withKept(options, chosen).map((option) => (
          <Checkbox
            key={option}
            label={asOption(option).label}
            checked={chosen.includes(option)}
            onValue={(on) => onValue(on ? [...chosen, option] : chosen.filter((one) => one !== option))}
          />
        ))}
      </div>
      <Note hint={hint} error={error} />
    </fieldset>
  )
}

function RowsInput({
  label,
  hint,
  error,
  fields,
  path,
  value,
  problems,
  onValue,
}: Shared & {
  fields: readonly ParamField[]
  path: string
  value: unknown
  problems: readonly GuidelineProblem[]
  onValue: (value: unknown[]) => void
}) {
  const rows: unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset class="param-rows">
      <legend>{label}</legend>
      <Note hint={hint} error={error} />
      {rows.map((row, index) => {
        const params = isRecord(row) ? row : {}
        return (
          <fieldset class="param-row" key={index}>
            <legend class="sr-only">{i18n.t('guideline.row', [label, index + 1])}</legend>
            <div class="param-row-fields">
              {fields.map((field) => (
                <ParamInput
                  key={field.name}
                  field={field}
                  path={`${path}.${index}.${field.name}`}
                  value={params[field.name]}
                  problems={problems}
                  onValue={(next) => onValue(rows.with(index, withParam(params, field.name, next)))}
                />
              ))}
            </div>
            <IconButton
              icon={Trash2}
              label={i18n.t('guideline.removeRow', [index + 1])}
              onClick={() => onValue(rows.toSpliced(index, 1))}
            />
          </fieldset>
        )
      })}
      <Button icon={Plus} onClick={() => onValue([...rows, {}])}>
        {i18n.t('common.add')}
      </Button>
    </fieldset>
  )
}

function Note({ hint, error }: Pick<Shared, 'hint' | 'error'>) {
  if (error !== undefined) return <p class="field-note act-text small">{error}</p>
  return hint === undefined ? null : <p class="field-note soft small">{hint}</p>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

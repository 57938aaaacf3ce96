import { i18n } from '#i18n'
import { CircleDashed, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { type Rule, severitySchema, weightSchema } from '../lib/domain/guideline.ts'
import type { ParamField, RuleKind } from '../lib/guidelines/define.ts'
import type { GuidelineProblem } from '../lib/state/guideline-edit.ts'
import { Badge } from './Badge.tsx'
import { IconButton } from './Button.tsx'
import { Checkbox, Select, TextArea, TextField } from './Field.tsx'
import { StatusIcon } from './Verdict.tsx'
import { codeWords, keyWords, kindWord } from './words.ts'

interface RuleFormProps {
  rule: Rule
  /** Null: this version does not know the kind; the rule is kept as it is. */
  kind: RuleKind | null
  problems: readonly GuidelineProblem[]
  onChange: (change: Partial<Pick<Rule, 'params' | 'severity' | 'weight'>>) => void
  onRemove: () => void
}

/** One rule, its form made from the kind's own list of fields, with the kind's examples as hints. */
export function RuleForm({ rule, kind, problems, onChange, onRemove }: RuleFormProps) {
  const title = kindWord(rule.kind)
  return (
    <fieldset class="rule">
      <legend class="sr-only">{title}</legend>
      <div class="head">
        <h3 class="grow">{title}</h3>
        <IconButton icon={Trash2} label={i18n.t('guideline.removeRule', [title])} onClick={onRemove} />
      </div>
      {kind === null ? (
        <p class="soft">
          <Badge meaning="unknown" icon={CircleDashed}>
            {i18n.t('guideline.notUnderstood')}
          </Badge>{' '}
          {i18n.t('guideline.notUnderstoodWhy')}
        </p>
      ) : (
        <>
          {kind.fields.map((field) => (
            <ParamInput
              key={field.name}
              field={field}
              value={rule.params[field.name]}
              problem={problems.find((problem) => problem.field === field.name)}
              onValue={(value) => onChange({ params: withParam(rule.params, field.name, value) })}
            />
          ))}
          <div class="row">
            <Select
              label={i18n.t('guideline.weight')}
              value={rule.weight}
              options={weightSchema.options.map((value) => ({ value, label: i18n.t(`guideline.weights.${value}`) }))}
              onValue={(value) => {
                const weight = weightSchema.options.find((one) => one === value)
                if (weight) onChange({ weight })
              }}
            />
            <Select
              label={i18n.t('guideline.severity')}
              value={rule.severity}
              options={severitySchema.options.map((value) => ({ value, label: i18n.t(`common.severity.${value}`) }))}
              onValue={(value) => {
                const severity = severitySchema.options.find((one) => one === value)
                if (severity) onChange({ severity })
              }}
            />
          </div>
          <Examples kind={kind} />
        </>
      )}
    </fieldset>
  )
}

/** What is empty is left out, so that an optional parameter is absent and not ''. */
function withParam(params: Rule['params'], name: string, value: unknown): Rule['params'] {
  const { [name]: _, ...rest } = params
  const empty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
  return empty ? rest : { ...rest, [name]: value }
}

function ParamInput({
  field,
  value,
  problem,
  onValue,
}: {
  field: ParamField
  value: unknown
  problem: GuidelineProblem | undefined
  onValue: (value: unknown) => void
}) {
  const label = keyWords(field.label)
  const shared = {
    label: field.required ? label : i18n.t('guideline.optional', [label]),
    hint: field.hint === undefined ? undefined : keyWords(field.hint),
    error: problem && codeWords('guideline.problem', problem.code),
  }
  switch (field.type) {
    case 'text':
      return <TextField {...shared} value={typeof value === 'string' ? value : ''} onValue={onValue} />
    case 'list':
      return <ListInput {...shared} value={value} onValue={onValue} />
    case 'boolean':
      return <Checkbox label={label} checked={value === true} onValue={(on) => onValue(on || undefined)} />
    case 'choice':
      return (
        <Select
          {...shared}
          value={typeof value === 'string' ? value : ''}
          options={[
            { value: '', label: i18n.t('guideline.byDefault') },
            ...(field.options ?? []).map((option) => ({ value: option, label: codeWords('kind.option', option) })),
          ]}
          onValue={onValue}
        />
      )
    default:
      return null
  }
}

/** One value per line. The text is kept as typed, so that an empty line can be written through. */
function ListInput({
  value,
  onValue,
  ...shared
}: {
  label: string
  hint: string | undefined
  error: string | undefined
  value: unknown
  onValue: (value: string[]) => void
}) {
  const lines = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const [text, setText] = useState(lines.join('\n'))
  // Undo and discard change the value from outside: then the typed text no longer stands for it.
  const shown = split(text).join('\n') === lines.join('\n') ? text : lines.join('\n')
  return (
    <TextArea
      {...shared}
      hint={shared.hint ?? i18n.t('guideline.onePerLine')}
      rows={3}
      value={shown}
      onValue={(typed) => {
        setText(typed)
        onValue(split(typed))
      }}
    />
  )
}

const split = (typed: string) => typed.split('\n').flatMap((line) => line.trim() || [])

function Examples({ kind }: { kind: RuleKind }) {
  if (kind.examples.length === 0) return null
  return (
    <details class="misses">
      <summary>{i18n.t('guideline.examples')}</summary>
      <ul>
        {kind.examples.map((example) => (
          <li key={`${example.text}${JSON.stringify(example.params)}`} class="example">
            <StatusIcon status={example.status} />{' '}
            <span class="theirs">
              {i18n.t('guideline.example', [kind.value(example.params) ?? kindWord(kind.kind), example.text])}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

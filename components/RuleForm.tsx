import { i18n } from '#i18n'
import { ArrowDown, ArrowUp, ChevronRight, CircleDashed, Lightbulb, Trash2, TriangleAlert } from 'lucide'
import { type Rule, severitySchema, weightSchema } from '../lib/domain/guideline.ts'
import type { Conflict } from '../lib/guidelines/conflicts.ts'
import type { RuleExample, RuleKind } from '../lib/guidelines/define.ts'
import type { RuleChange } from '../lib/state/guideline-edit.ts'
import type { GuidelineProblem } from '../lib/state/guideline-problems.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { ParamInput } from './ParamInput.tsx'
import { ruleSummary, ruleTitle } from './rule-words.ts'
import { StatusIcon } from './Verdict.tsx'
import { codeWords, kindWord, severityWord } from './words.ts'

export interface RuleFormProps {
  rule: Rule
  /** Null: this version does not know the kind; the rule is kept as it is. */
  kind: RuleKind | null
  problems: readonly GuidelineProblem[]
  /** What is at odds with this rule, and what the other rule is called. */
  conflicts: readonly { conflict: Conflict; other: string }[]
  open: boolean
  onToggle: () => void
  onParam: (name: string, value: unknown) => void
  onChange: (change: RuleChange) => void
  onExample: (example: RuleExample<unknown>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One rule: a line that says what it asks for; opened, its form, made from the kind's own list of fields. */
export function RuleForm({ rule, kind, problems, conflicts, open, onToggle, onMove, ...on }: RuleFormProps) {
  const title = ruleTitle(rule)
  const body = `rule-${rule.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li class="rule">
      <h3>
        <button
          type="button"
          class="rule-line"
          aria-expanded={open}
          aria-controls={body}
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <Icon icon={ChevronRight} size={14} />
          <span class="rule-name theirs">{title}</span>
          <span class="rule-summary theirs soft">{kind !== null && ruleSummary(rule, kind)}</span>
          {problems.length > 0 && (
            <span class="act-text">
              <Icon icon={TriangleAlert} label={i18n.t('guideline.hasProblem')} />
            </span>
          )}
          {conflicts.length > 0 && (
            <span class="watch-text">
              <Icon icon={Lightbulb} label={i18n.t('guideline.hasConflict')} />
            </span>
          )}
          {kind === null && (
            <Badge meaning="unknown" icon={CircleDashed}>
              {i18n.t('guideline.notUnderstood')}
            </Badge>
          )}
          <span class="rule-weight soft">
            {rule.weight === 'prefer' ? i18n.t('common.advice') : severityWord(rule.severity)}
          </span>
        </button>
      </h3>
      <div class="rule-body" id={body} hidden={!open}>
        {open && (
          <>
            {conflicts.map(({ conflict, other }) => (
              <p key={`${conflict.code}${conflict.otherId}`} class="watch-text small">
                <Icon icon={Lightbulb} size={14} />{' '}
                {codeWords('guideline.conflict', conflict.code, [other, ...conflict.values])}
              </p>
            ))}
            {kind === null ? (
              <NotUnderstood rule={rule} />
            ) : (
              <RuleFields rule={rule} kind={kind} problems={problems} {...on} />
            )}
            <div class="chips">
              <IconButton icon={ArrowUp} label={i18n.t('guideline.moveUp', [title])} onClick={() => onMove(-1)} />
              <IconButton icon={ArrowDown} label={i18n.t('guideline.moveDown', [title])} onClick={() => onMove(1)} />
              <span class="grow" />
              <Button
                look="quiet"
                icon={Trash2}
                aria-label={i18n.t('guideline.removeRule', [title])}
                onClick={on.onRemove}
              >
                {i18n.t('common.remove')}
              </Button>
            </div>
          </>
        )}
      </div>
    </li>
  )
}

/** Kept whole, and shown as it is stored: someone may know what it was for. */
function NotUnderstood({ rule }: { rule: Rule }) {
  return (
    <>
      <p class="soft">{i18n.t('guideline.notUnderstoodWhy')}</p>
      <pre class="stored small">{JSON.stringify(rule.params, null, 2).slice(0, 2_000)}</pre>
    </>
  )
}

function RuleFields({
  rule,
  kind,
  problems,
  onParam,
  onChange,
  onExample,
}: Pick<RuleFormProps, 'rule' | 'problems' | 'onParam' | 'onChange' | 'onExample'> & { kind: RuleKind }) {
  return (
    <>
      <p class="soft small">{codeWords('kind.about', kind.kind)}</p>
      {kind.fields.map((field) => (
        <ParamInput
          key={field.name}
          field={field}
          path={field.name}
          value={rule.params[field.name]}
          problems={problems}
          onValue={(value) => onParam(field.name, value)}
        />
      ))}
      <OtherParams rule={rule} kind={kind} onParam={onParam} />
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
          options={severitySchema.options.map((value) => ({ value, label: severityWord(value) }))}
          onValue={(value) => {
            const severity = severitySchema.options.find((one) => one === value)
            if (severity) onChange({ severity })
          }}
        />
      </div>
      <details class="more" open={rule.note !== undefined}>
        <summary>{i18n.t('guideline.ruleMore')}</summary>
        <TextField
          label={i18n.t('guideline.ruleName')}
          placeholder={kindWord(rule.kind)}
          maxLength={200}
          value={rule.name ?? ''}
          onValue={(name) => onChange({ name })}
        />
        <TextArea
          label={i18n.t('guideline.ruleNote')}
          hint={i18n.t('guideline.ruleNoteHint')}
          rows={2}
          maxLength={2_000}
          value={rule.note ?? ''}
          onValue={(note) => onChange({ note })}
        />
      </details>
      <Examples kind={kind} onExample={onExample} />
    </>
  )
}

/** Parameters that count but have no input, such as those of earlier versions and of files: seen, and removable. */
function OtherParams({ rule, kind, onParam }: Pick<RuleFormProps, 'rule' | 'onParam'> & { kind: RuleKind }) {
  const others = Object.entries(rule.params).filter(([name]) => !kind.fields.some((field) => field.name === name))
  if (others.length === 0) return null
  return (
    <ul class="small">
      {others.map(([name, value]) => (
        <li key={name} class="example">
          <span class="theirs">
            {i18n.t('guideline.alsoSet', [
              name,
              typeof value === 'string' ? value : JSON.stringify(value).slice(0, 200),
            ])}
          </span>
          <Button
            look="quiet"
            aria-label={i18n.t('guideline.removeParam', [name])}
            onClick={() => onParam(name, undefined)}
          >
            {i18n.t('common.remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Examples({ kind, onExample }: { kind: RuleKind } & Pick<RuleFormProps, 'onExample'>) {
  if (kind.examples.length === 0) return null
  return (
    <details class="more">
      <summary>{i18n.t('guideline.examples')}</summary>
      <ul>
        {kind.examples.map((example, index) => {
          const words = i18n.t('guideline.example', [kind.value(example.params) ?? kindWord(kind.kind), example.text])
          return (
            // The list is part of the kind and never changes.
            <li key={index} class="example">
              <StatusIcon status={example.status} />
              <span class="theirs grow">{words}</span>
              <Button
                look="quiet"
                aria-label={i18n.t('guideline.useExampleLabel', [words])}
                onClick={() => onExample(example)}
              >
                {i18n.t('guideline.useExample')}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

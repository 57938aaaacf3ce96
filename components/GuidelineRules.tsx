import { i18n } from '#i18n'
import { ArrowDownNarrowWide, ChevronsDownUp, ChevronsUpDown, Plus } from 'lucide'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Guideline, Rule } from '../lib/domain/guideline.ts'
import { conflictsOf } from '../lib/guidelines/conflicts.ts'
import type { RuleExample, RuleKind } from '../lib/guidelines/define.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { Button, IconButton } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './Field.tsx'
import { ruleSummary, ruleTitle } from './rule-words.ts'
import { RuleForm } from './RuleForm.tsx'
import { RulePicker } from './RulePicker.tsx'
import { useSettled } from './settled.ts'
import { EmptyState } from './States.tsx'
import { TemplateButton } from './TemplatePicker.tsx'

/** From so many rules on they can be searched. */
const SEARCHED = 10

/** A guideline's rules: a line each, opened one by one. */
export function GuidelineRules({
  state,
  guideline,
  isStored,
  onExample,
}: {
  state: DashboardState
  guideline: Guideline
  isStored: boolean
  onExample: (example: RuleExample<unknown>) => void
}) {
  const { guidelineEdit, kinds } = state
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [picking, setPicking] = useState(false)
  const [search, setSearch] = useState('')
  const added = useRef<string | null>(null)
  const conflicts = useConflicts(guideline)
  const { rules } = guideline
  const problems = guidelineEdit.tried.value ? guidelineEdit.problems.value : []
  const kindOf = (rule: Rule) => kinds.find((one) => one.kind === rule.kind) ?? null
  useEffect(() => {
    if (added.current === null) return
    document.querySelector<HTMLElement>(`#rule-${added.current} :is(input, textarea, select)`)?.focus()
    added.current = null
  })
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const add = (kind: RuleKind) => {
    setPicking(false)
    setSearch('')
    const id = guidelineEdit.addRule(kind)
    added.current = id
    setOpen(new Set([...open, id]))
  }
  const wanted = search.trim().toLocaleLowerCase()
  const shown = rules.filter((rule) => wanted === '' || textOf(rule, kindOf(rule)).includes(wanted))
  return (
    <section class="card" aria-labelledby="rules">
      <div class="head">
        <h2 id="rules" class="grow">
          {i18n.t('guideline.rulesTitle')} <span class="soft figure">{rules.length}</span>
        </h2>
        {rules.length > 1 && (
          <>
            <IconButton
              icon={ArrowDownNarrowWide}
              label={i18n.t('guideline.sortRules')}
              onClick={() => guidelineEdit.sortRules()}
            />
            {open.size > 0 ? (
              <IconButton
                icon={ChevronsDownUp}
                label={i18n.t('guideline.closeAll')}
                onClick={() => setOpen(new Set())}
              />
            ) : (
              <IconButton
                icon={ChevronsUpDown}
                label={i18n.t('guideline.openAll')}
                onClick={() => setOpen(new Set(shown.map(({ id }) => id)))}
              />
            )}
          </>
        )}
        <Button icon={Plus} onClick={() => setPicking(true)}>
          {i18n.t('guideline.addRule')}
        </Button>
      </div>
      {rules.length >= SEARCHED && (
        <TextField
          type="search"
          label={i18n.t('guideline.searchRules')}
          hideLabel
          placeholder={i18n.t('guideline.searchRules')}
          value={search}
          onValue={setSearch}
        />
      )}
      {rules.length === 0 &&
        (isStored ? (
          <EmptyState>{i18n.t('guideline.noRules')}</EmptyState>
        ) : (
          <EmptyState action={<TemplateButton state={state} />}>{i18n.t('guideline.noRulesNew')}</EmptyState>
        ))}
      {rules.length > 0 && shown.length === 0 && <p class="soft">{i18n.t('guideline.noRuleFound')}</p>}
      <ul class="rules">
        {shown.map((rule) => {
          const own = problems.filter((problem) => problem.ruleId === rule.id)
          return (
            <RuleForm
              key={rule.id}
              rule={rule}
              kind={kindOf(rule)}
              problems={own}
              conflicts={conflicts.get(rule.id) ?? []}
              open={own.length > 0 || open.has(rule.id)}
              onToggle={() => toggle(rule.id)}
              onParam={(name, value) => guidelineEdit.setParam(rule.id, name, value)}
              onChange={(change) => guidelineEdit.changeRule(rule.id, change)}
              onExample={(example) => {
                guidelineEdit.useExample(rule.id, paramsOf(example))
                onExample(example)
              }}
              onMove={(by) => guidelineEdit.moveRule(rule.id, by)}
              onRemove={() => guidelineEdit.removeRule(rule.id)}
            />
          )
        })}
      </ul>
      <Dialog title={i18n.t('guideline.addRule')} open={picking} onClose={() => setPicking(false)}>
        <h2>{i18n.t('guideline.addRule')}</h2>
        <RulePicker kinds={kinds} onPick={add} />
      </Dialog>
    </section>
  )
}

/** Found once typing pauses: a ban of 100,000 words is held against all that is required. */
function useConflicts(guideline: Guideline) {
  const { rules, brand } = useSettled(guideline, 300)
  return useMemo(() => {
    const titles = new Map(rules.map((rule) => [rule.id, ruleTitle(rule)]))
    const found = conflictsOf({ rules, brand }).map((conflict) => ({
      conflict,
      other: titles.get(conflict.otherId) ?? '',
    }))
    return Map.groupBy(found, ({ conflict }) => conflict.ruleId)
  }, [rules, brand])
}

const textOf = (rule: Rule, kind: RuleKind | null) =>
  [ruleTitle(rule), kind === null ? rule.kind : ruleSummary(rule, kind), rule.note ?? ''].join(' ').toLocaleLowerCase()

function paramsOf({ params }: RuleExample<unknown>): Rule['params'] {
  return typeof params === 'object' && params !== null ? Object.fromEntries(Object.entries(params)) : {}
}

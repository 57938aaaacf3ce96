import { i18n } from '#i18n'
import { Scale } from 'lucide'
import { useState } from 'preact/hooks'
import type { Rule } from '../lib/domain/guideline.ts'
import type { RuleKind } from '../lib/guidelines/define.ts'
import {
  type Market,
  markets,
  type TemplateRule,
  templateOf,
  type Trade,
  trades,
} from '../lib/guidelines/templates/index.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Select } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { ruleSummary } from './rule-words.ts'
import { codeWords, kindWord } from './words.ts'

/** Starts a guideline from what a trade is most often told off for in a market. */
export function TemplateButton({ state }: { state: DashboardState }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={Scale} onClick={() => setOpen(true)}>
        {i18n.t('template.use')}
      </Button>
      <Dialog title={i18n.t('template.title')} open={open} onClose={() => setOpen(false)}>
        <TemplatePicker state={state} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function TemplatePicker({ state, onDone }: { state: DashboardState; onDone: () => void }) {
  const { guidelineEdit, router, kinds } = state
  const [trade, setTrade] = useState<Trade>('cosmetics')
  const [market, setMarket] = useState<Market>(() => marketOf(state.tryOptions.peek().jurisdiction))
  const template = templateOf(trade, market)
  const known = template.rules.filter(({ kind }) => kinds.some((one) => one.kind === kind))
  const start = () => {
    const name = i18n.t('template.name', [codeWords('template.trade', trade), codeWords('kind.option', market)])
    guidelineEdit.start({ name, rules: known.map(asRule) })
    onDone()
    router.go('guidelines', 'new')
  }
  return (
    <>
      <h2>{i18n.t('template.title')}</h2>
      <div class="row">
        <Select
          label={i18n.t('template.tradeLabel')}
          value={trade}
          options={trades.map((value) => ({ value, label: codeWords('template.trade', value) }))}
          onValue={(value) => setTrade(trades.find((one) => one === value) ?? trade)}
        />
        <Select
          label={i18n.t('template.marketLabel')}
          value={market}
          options={markets.map((value) => ({ value, label: codeWords('kind.option', value) }))}
          onValue={(value) => setMarket(markets.find((one) => one === value) ?? market)}
        />
      </div>
      <ul class="template-rules">
        {[...Map.groupBy(known, ({ code }) => code)].map(([code, rules]) => (
          <li key={code}>
            <p class="strong">{codeWords('template.rule', code)}</p>
            {rules.map((rule, index) => (
              <p key={index}>{summaryOf(rule, kinds)}</p>
            ))}
            <p class="soft small">{rules[0] && noteOf(rules[0])}</p>
          </li>
        ))}
      </ul>
      {template.notes.map((note) => (
        <p key={note} class="watch-text small">
          <Icon icon={Scale} size={14} /> {codeWords('template.note', note)}
        </p>
      ))}
      <div class="row template-actions">
        <Button look="primary" onClick={start}>
          {i18n.t('template.start', known.length)}
        </Button>
        <Button onClick={onDone}>{i18n.t('common.cancel')}</Button>
      </div>
    </>
  )
}

function summaryOf(rule: TemplateRule, kinds: readonly RuleKind[]): string {
  const kind = kinds.find((one) => one.kind === rule.kind)
  return kind ? ruleSummary(rule, kind) : kindWord(rule.kind)
}

const marketOf = (jurisdiction: string) => markets.find((one) => one === jurisdiction) ?? 'US'

/** As it stands in a guideline: from then on its name and note are the user's own. */
function asRule(rule: TemplateRule): Omit<Rule, 'id'> {
  const { kind, params, severity, weight } = rule
  return { kind, params, severity, weight, name: codeWords('template.rule', rule.code), note: noteOf(rule) }
}

/** Why the rule is there, who asks for it, since when, and how sure that is. */
function noteOf({ code, source }: TemplateRule): string {
  const why = codeWords('template.why', code)
  if (source === null) return why
  const { authority, document, since, confidence } = source
  const cited = i18n.t('common.sourceLaw', [authority, document, since])
  const care = confidence === 'L' ? i18n.t('template.unreviewed') : i18n.t('common.checkBeforeActing')
  return `${why} ${cited} (${care}).`
}

import { i18n } from '#i18n'
import { ArrowLeft, Minus, PencilLine, Plus, RotateCcw } from 'lucide'
import { useMemo } from 'preact/hooks'
import type { GuidelineVersion } from '../lib/domain/guideline-version.ts'
import {
  diffGuidelines,
  EVERYONE,
  type FieldDiff,
  type GuidelineDiff,
  isSame,
  type RuleDiff,
} from '../lib/guidelines/diff.ts'
import type { RuleKind } from '../lib/guidelines/define.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Diff } from './Diff.tsx'
import { Select } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { ruleTitle } from './rule-words.ts'
import { Gone } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords, keyWords, kindWord } from './words.ts'

/** Entries of a list shown of one change; the others are counted. */
const SHOWN = 50

/** Every version of a guideline, and what changed between any two of them. */
export function VersionsView({ state, now }: { state: DashboardState; now: number }) {
  const { router, versions } = state
  const { id, query } = router.route.value
  const all = versions.value.value
  const to = (change: Record<string, string>) => formatRoute({ view: 'guidelines', id, query: change })
  const latest = all?.at(-1)
  if (!all || !latest) return versions.loaded.value ? <Gone>{i18n.t('guideline.gone')}</Gone> : null
  const shown = all.find(({ version }) => String(version) === query['version']) ?? latest
  const place = all.indexOf(shown)
  const against = all.find(({ version }) => String(version) === query['against']) ?? all[place - 1] ?? null
  const others = all.filter((one) => one !== shown)
  return (
    <>
      <a class="back" href={to({})}>
        <Icon icon={ArrowLeft} /> <span class="theirs">{latest.guideline.name}</span>
      </a>
      <div class="head">
        <h1>{i18n.t('version.title')}</h1>
      </div>
      <div class="columns versions">
        <ol class="card version-list" reversed>
          {all.toReversed().map((one) => (
            <li key={one.id}>
              <a href={to({ version: String(one.version) })} {...(one === shown ? { 'aria-current': 'true' } : {})}>
                <span class="strong figure">{i18n.t('version.number', [one.version])}</span>
                <span class="soft small">
                  <TimeAgo at={one.savedAt} now={now} />
                </span>
                <Summary before={all[all.indexOf(one) - 1] ?? null} after={one} />
              </a>
            </li>
          ))}
        </ol>
        <section class="card" aria-labelledby="version">
          <div class="head">
            <h2 id="version">{i18n.t('version.number', [shown.version])}</h2>
            {shown !== latest && (
              <Button icon={RotateCcw} onClick={() => void state.guidelineEdit.restoreVersion(shown.guideline)}>
                {i18n.t('version.restore')}
              </Button>
            )}
          </div>
          {others.length > 0 && (
            <Select
              label={i18n.t('version.against')}
              value={String(against?.version ?? '')}
              options={[
                ...(against === null ? [{ value: '', label: i18n.t('version.nothing') }] : []),
                ...others.toReversed().map(({ version }) => ({
                  value: String(version),
                  label: i18n.t('version.number', [version]),
                })),
              ]}
              onValue={(value) => router.go('guidelines', id, { version: String(shown.version), against: value })}
            />
          )}
          <Changes state={state} before={against} after={shown} />
        </section>
      </div>
    </>
  )
}

const empty = { name: '', brand: '', active: true, partnerIds: null, rules: [] }

function useDiff(before: GuidelineVersion | null, after: GuidelineVersion): GuidelineDiff {
  return useMemo(() => diffGuidelines(before?.guideline ?? empty, after.guideline), [before, after])
}

/** What one version changed, in a line. */
function Summary({ before, after }: { before: GuidelineVersion | null; after: GuidelineVersion }) {
  const diff = useDiff(before, after)
  const { about, rules, reordered } = diff
  const count = (change: RuleDiff['change']) => rules.filter((rule) => rule.change === change).length
  const parts = [
    ...(['added', 'changed', 'removed'] as const).flatMap((change) =>
      count(change) > 0 ? i18n.t(`version.rules.${change}`, count(change)) : [],
    ),
    ...(before !== null && about.length > 0 ? [i18n.t('version.aboutChanged')] : []),
    ...(reordered ? [i18n.t('version.reordered')] : []),
  ]
  return (
    <span class="soft small">
      {before === null && <>{i18n.t('version.first')} </>}
      {parts.join(', ') || (before !== null && i18n.t('version.same'))}
    </span>
  )
}

function Changes({
  state: { kinds, names },
  before,
  after,
}: {
  state: DashboardState
  before: GuidelineVersion | null
  after: GuidelineVersion
}) {
  const diff = useDiff(before, after)
  if (isSame(diff)) return <p class="soft">{i18n.t('version.same')}</p>
  return (
    <>
      {diff.about.length > 0 && (
        <div class="rule-diff">
          <h3>{i18n.t('guideline.about')}</h3>
          <Fields fields={diff.about} kind={null} names={names.value} />
        </div>
      )}
      {diff.reordered && <p class="soft">{i18n.t('version.reorderedWhy')}</p>}
      {diff.rules.map(({ change, rule, fields }) => (
        <div key={rule.id} class="rule-diff">
          <h3>
            <Badge {...looks[change]}>{i18n.t(`version.change.${change}`)}</Badge>{' '}
            <span class="theirs">{ruleTitle(rule)}</span>
          </h3>
          <Fields fields={fields} kind={kinds.find(({ kind }) => kind === rule.kind) ?? null} names={names.value} />
        </div>
      ))}
    </>
  )
}

const looks = {
  added: { meaning: 'good', icon: Plus },
  removed: { meaning: 'act', icon: Minus },
  changed: { meaning: 'plain', icon: PencilLine },
} as const

function Fields({
  fields,
  kind,
  names,
}: {
  fields: readonly FieldDiff[]
  kind: RuleKind | null
  names: ReadonlyMap<string, string>
}) {
  return (
    <dl class="field-diffs">
      {fields.map(({ field, pieces, isList }) => {
        const shown = isList ? pieces.slice(0, SHOWN) : pieces
        const parts = shown.map(({ is, text }) => ({ is, text: valueWords(field, text, names) }))
        return (
          <div key={field}>
            <dt class="soft small">{fieldLabel(field, kind)}</dt>
            <dd>
              {isList ? (
                <ul class="term-diffs">
                  {parts.map((part) => (
                    <li key={`${part.is} ${part.text}`}>
                      <Diff parts={[part]} />
                    </li>
                  ))}
                </ul>
              ) : (
                <Diff parts={parts} />
              )}
              {pieces.length > shown.length && (
                <p class="soft small figure">{i18n.t('trial.more', pieces.length - shown.length)}</p>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function fieldLabel(field: string, kind: RuleKind | null): string {
  if (!field.startsWith('params.')) return codeWords('version.field', field)
  const name = field.slice('params.'.length)
  const known = kind?.fields.find((one) => one.name === name)
  return known ? keyWords(known.label) : name
}

/** Codes in the words the form has for them. */
function valueWords(field: string, text: string, names: ReadonlyMap<string, string>): string {
  if (text === '') return text
  switch (field) {
    case 'kind':
      return kindWord(text)
    case 'severity':
      return codeWords('common.severity', text)
    case 'weight':
      return codeWords('guideline.weights', text)
    case 'active':
      return text === 'true' ? i18n.t('guideline.active') : i18n.t('guideline.inactive')
    case 'partnerIds':
      return text === EVERYONE ? i18n.t('guideline.everyone') : (names.get(text) ?? i18n.t('note.formerPartner'))
    default:
      return text === 'true' ? i18n.t('version.yes') : text
  }
}

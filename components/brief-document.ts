import { i18n } from '#i18n'
import type { Brief } from '../lib/domain/brief.ts'
import type { Deliverable } from '../lib/domain/deliverable.ts'
import type { Guideline, Rule } from '../lib/domain/guideline.ts'
import type { RuleKind } from '../lib/guidelines/define.ts'
import { briefRules } from '../lib/partnership/brief.ts'
import { escapeHtml, htmlPage } from '../lib/text/html.ts'
import { ruleSummary } from './rule-words.ts'
import { codeWords, kindWord, wordsLocale } from './words.ts'

/** A brief in words: what every way of writing it shows, in this order. */
export interface BriefDocument {
  readonly title: string
  /** Term and words: campaign, partner, dates. */
  readonly facts: readonly (readonly [string, string])[]
  readonly blocks: readonly { readonly heading: string; readonly text?: string; readonly items?: readonly string[] }[]
  /** Which version of which guideline it was made from. */
  readonly source: string
}

export interface BriefFrom {
  readonly brief: Omit<Brief, 'createdAt' | 'updatedAt' | 'deletedAt'>
  readonly guideline: Guideline
  /** The partner's name; null for a campaign. */
  readonly partner: string | null
  /** Agreed with the partner and still to come. */
  readonly agreed: readonly Deliverable[]
  readonly kinds: readonly RuleKind[]
}

/** One source for the checks and the brief: its rules are the guideline's own (issue 6, point 2). */
export function briefDocument({ brief, guideline, partner, agreed, kinds }: BriefFrom): BriefDocument {
  const facts = [
    [i18n.t('brief.brand'), guideline.brand],
    [i18n.t('brief.campaign'), brief.campaign.trim()],
    [i18n.t('draft.partner'), partner ?? ''],
    [i18n.t('brief.dates'), datesOf(brief)],
  ] as const
  const deliverables = [...agreed.map(deliverableWords), ...linesOf(brief.deliverables)]
  const rules = [...briefRules(guideline)].map(([part, ofPart]) => ({
    heading: i18n.t(`brief.part.${part}`),
    items: ofPart.map((rule) => ruleWords(rule, kinds)),
  }))
  const written = [
    { heading: i18n.t('brief.intro'), text: brief.intro.trim() },
    { heading: i18n.t('brief.tone'), text: brief.tone.trim() },
  ].filter(({ text }) => text !== '')
  return {
    title: brief.title.trim() || i18n.t('brief.untitled'),
    facts: facts.filter(([, words]) => words !== ''),
    blocks: [
      ...written,
      ...(deliverables.length > 0 ? [{ heading: i18n.t('brief.deliverables'), items: deliverables }] : []),
      ...rules,
    ],
    source: i18n.t('brief.source', [guideline.name, guideline.version]),
  }
}

/** As a page that needs nothing else and asks nothing of the network. */
export function briefHtml({ title, facts, blocks, source }: BriefDocument): string {
  const body = `<main>
<h1>${escapeHtml(title)}</h1>
<dl>${facts.map(([term, words]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(words)}</dd>`).join('')}</dl>
${blocks
  .map(({ heading, text, items }) => {
    const list = items ? `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>` : ''
    const words = text === undefined ? '' : `<p class="text">${escapeHtml(text)}</p>`
    return `<section><h2>${escapeHtml(heading)}</h2>${words}${list}</section>`
  })
  .join('\n')}
<p class="soft">${escapeHtml(source)}</p>
</main>`
  return htmlPage({ lang: wordsLocale(), title, style: STYLE, body })
}

/** As Markdown, with what people typed escaped. */
export function briefMarkdown({ title, facts, blocks, source }: BriefDocument): string {
  const parts = [
    `# ${marked(title)}`,
    facts.map(([term, words]) => `- **${marked(term)}:** ${marked(words)}`).join('\n'),
    ...blocks.map(({ heading, text, items = [] }) =>
      [
        `## ${marked(heading)}`,
        text === undefined ? '' : marked(text),
        items.map((one) => `- ${marked(one)}`).join('\n'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    ),
    `_${marked(source)}_`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const marked = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`).replaceAll(/^(\s*)([#>+-]|\d+\.)/gm, String.raw`$1\$2`)

/** What the team calls the rule, what it asks for, and why, as far as each is there. */
function ruleWords(rule: Rule, kinds: readonly RuleKind[]): string {
  const kind = kinds.find((one) => one.kind === rule.kind)
  const asked = kind ? ruleSummary(rule, kind) || kindWord(rule.kind) : kindWord(rule.kind)
  return [rule.name === undefined ? asked : `${rule.name}: ${asked}`, rule.note ?? ''].filter(Boolean).join('. ')
}

function deliverableWords({ title, kind, platform, dueAt, timeZone }: Deliverable): string {
  const site = platform === null ? '' : `, ${codeWords('site.name', platform)}`
  return i18n.t('brief.agreed', [title, `${i18n.t(`deliverable.kind.${kind}`)}${site}`, dayIn(dueAt, timeZone)])
}

/** The day it was agreed for: on the clocks of its own zone. */
function dayIn(at: string, timeZone: string): string {
  const style = { dateStyle: 'long' } as const
  try {
    return new Intl.DateTimeFormat(wordsLocale(), { ...style, timeZone }).format(new Date(at))
  } catch {
    return new Intl.DateTimeFormat(wordsLocale(), { ...style, timeZone: 'UTC' }).format(new Date(at))
  }
}

function datesOf({ startsOn, endsOn }: Pick<Brief, 'startsOn' | 'endsOn'>): string {
  const [from, to] = [startsOn, endsOn].map((day) => (day === null ? '' : dayIn(`${day}T00:00:00.000Z`, 'UTC')))
  if (from && to) return i18n.t('brief.fromTo', [from, to])
  return from ? i18n.t('brief.from', [from]) : to ? i18n.t('brief.until', [to]) : ''
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere}
h1{font-size:24px}h2{margin:24px 0 4px;font-size:17px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 12px}dt,.soft{color:light-dark(#565d6a,#a7aebb)}dd{margin:0}
.text{margin:0;white-space:pre-wrap}ul{margin:4px 0;padding-inline-start:20px}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}section{break-inside:avoid}}`

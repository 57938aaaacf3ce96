import { i18n } from '#i18n'
import { sides } from '../lib/domain/plan.ts'
import type { SheetContent } from '../lib/domain/realignment.ts'
import type { SheetView } from '../lib/state/realignments.ts'
import { escapeHtml, htmlPage } from '../lib/text/html.ts'
import { dayWords, sideWord } from './plan-words.ts'
import { codeWords, wordsLocale } from './words.ts'

/** A version of a sheet as text, line by line: what two versions are compared by. */
export function sheetText(version: SheetContent): string {
  const lines = [
    i18n.t('realign.effective', [dayWords(version.effectiveOn)]),
    i18n.t('realign.reviewOn', [dayWords(version.reviewOn)]),
    ...(version.reviewNote === '' ? [] : [i18n.t('realign.noteSays', [version.reviewNote])]),
    ...version.rows.flatMap((row, i) => [
      i18n.t('realign.row', [i + 1]),
      `${i18n.t('realign.from')}: ${row.from}`,
      `${i18n.t('realign.to')}: ${row.to}`,
      `${i18n.t('realign.why')}: ${row.reason}`,
      ...row.examples,
    ]),
    ...version.metrics.map(({ name, baseline, target, checkInOn }) => {
      const is = i18n.t('realign.metricIs', [String(baseline), String(target), dayWords(checkInOn)])
      return `${name}: ${is}`
    }),
    version.acknowledgement,
  ]
  return lines.join('\n')
}

/** What the file with the printable sheet is called. */
export const changeSheetName = ({ sheet, progress }: SheetView): string =>
  `change-sheet-${sheet.id.slice(-8).toLowerCase()}-v${progress.version.n}.html`

/**
 * The newest version as a page to print and to sign (relationship.md B6): old term, new term, why, what shows it, when
 * it takes effect and is reviewed, and who agreed. Self-contained; it asks the network for nothing, so examples stand in
 * it as addresses.
 */
export function changeSheet({ sheet, partner, progress }: SheetView): string {
  const { version, acknowledged } = progress
  const agreed = acknowledged.get(version.n) ?? []
  const title = i18n.t('realign.documentTitle', [sheet.title])
  const about = [
    [i18n.t('incident.partner'), partner.name],
    [i18n.t('realign.versionWord'), i18n.t('realign.versionBy', [version.n, version.by, dayOf(version.at)])],
    [i18n.t('realign.effectiveOn'), dayWords(version.effectiveOn)],
    [i18n.t('realign.reviewDay'), dayWords(version.reviewOn)],
    ...(version.reviewNote === '' ? [] : [[i18n.t('realign.note'), version.reviewNote]]),
  ] as const
  const terms = version.rows.map(
    ({ from, to, reason, examples }) =>
      `<tr>${cells([from, to])}<td>${escapeHtml(reason)}${examples.map((one) => `<br><span class="soft">${escapeHtml(one)}</span>`).join('')}</td></tr>`,
  )
  const metrics = version.metrics.map(
    ({ name, baseline, target, checkInOn }) =>
      `<tr>${cells([name, String(baseline), String(target), dayWords(checkInOn)])}</tr>`,
  )
  const signatures = sides.map((side) => {
    const one = agreed.find((by) => by.side === side)
    const words = one ? i18n.t('realign.agreedBy', [sideWord(side), one.name, dayWords(one.on)]) : sideWord(side)
    return `<div class="sign"><p>${escapeHtml(words)}</p>${one ? '' : `<p class="line">${escapeHtml(i18n.t('realign.signature'))}</p>`}</div>`
  })
  const body = `<main>
<h1>${escapeHtml(title)}</h1>
<dl>${about.map(([term, words]) => `<dt>${escapeHtml(term ?? '')}</dt><dd>${escapeHtml(words ?? '')}</dd>`).join('')}</dl>
<h2>${escapeHtml(i18n.t('realign.terms'))}</h2>
<table><thead><tr>${cells([i18n.t('realign.from'), i18n.t('realign.to'), i18n.t('realign.why')], 'th')}</tr></thead><tbody>${terms.join('')}</tbody></table>
${
  metrics.length === 0
    ? ''
    : `<h2>${escapeHtml(i18n.t('realign.metrics'))}</h2><table><thead><tr>${cells(
        [
          i18n.t('realign.metricWord'),
          i18n.t('realign.baselineWord'),
          i18n.t('realign.targetWord'),
          i18n.t('realign.checkInWord'),
        ],
        'th',
      )}</tr></thead><tbody>${metrics.join('')}</tbody></table>`
}
<h2>${escapeHtml(i18n.t('realign.acknowledgeTitle'))}</h2>
<p class="text">${escapeHtml(version.acknowledgement)}</p>
${signatures.join('')}
<p class="soft">${escapeHtml(codeWords('realign.stateLong', progress.state))} ${escapeHtml(i18n.t('realign.noAdvice'))}</p>
</main>`
  return htmlPage({ lang: wordsLocale(), title, style: STYLE, body })
}

const cells = (row: readonly string[], tag = 'td') => row.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')
const dayOf = (at: string) => new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium' }).format(new Date(at))

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:820px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere}
h1{font-size:24px}h2{margin:24px 0 4px;font-size:17px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 12px}dt,.soft{color:light-dark(#565d6a,#a7aebb)}dd{margin:0}
table{width:100%;border-collapse:collapse}th,td{padding:6px 8px;border:1px solid light-dark(#c9ced6,#3a404b);text-align:start;vertical-align:top;white-space:pre-wrap}
.text{white-space:pre-wrap}.sign{margin-top:20px}.line{margin-top:36px;padding-top:4px;border-top:1px solid currentcolor;max-width:340px}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}tr,.sign{break-inside:avoid}}`

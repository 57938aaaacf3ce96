import type { Figure, Line, Report, ReportSection } from '../domain/report.ts'
import {
  dayText,
  factLines,
  figureBasis,
  figureHow,
  figureLabel,
  figureRange,
  figureSure,
  figureValue,
  lineText,
  numbersOf,
  refsOf,
  sectionTitle,
  sourceSeen,
  sourceText,
  titleOf,
  type Words,
} from './wording.ts'

type Numbers = ReadonlyMap<string, number>

/**
 * The report as one page that needs nothing else and asks nothing of the network: no script, no picture, no font.
 * Every figure links to what it rests on, at the end of the page. Made to be printed.
 */
export function reportHtml(report: Report, words: Words): string {
  const numbers = numbersOf(report)
  const title = escaped(titleOf(report, words))
  return `<!doctype html>
<html lang="${escaped(words('common', 'locale'))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<ul class="facts">${factLines(report, words)
    .map((one) => `<li>${escaped(one)}</li>`)
    .join('')}</ul>
</header>
<main>
${report.sections.map((section) => sectionHtml(section, numbers, words)).join('\n')}
${sourcesHtml(report, words)}
</main>
</body>
</html>
`
}

function sectionHtml(section: ReportSection, numbers: Numbers, words: Words): string {
  const { figures, lines } = section
  const parts = [`<h2>${escaped(sectionTitle(section, words))}</h2>`]
  if (figures.length > 0) {
    const head = ['what', 'value', 'basis', 'how', 'evidence']
    parts.push(
      `<table class="figures"><thead><tr>${head.map((column) => `<th scope="col">${escaped(words('report.column', column))}</th>`).join('')}</tr></thead>`,
      `<tbody>${figures.map((one) => figureHtml(one, numbers, words)).join('\n')}</tbody></table>`,
    )
  }
  if (lines.length > 0)
    parts.push(`<ul class="lines">${lines.map((one) => lineHtml(one, numbers, words)).join('\n')}</ul>`)
  if (figures.length + lines.length === 0) parts.push(`<p class="soft">${escaped(words('report', 'nothing'))}</p>`)
  return `<section>${parts.join('\n')}</section>`
}

function figureHtml(figure: Figure, numbers: Numbers, words: Words): string {
  const more = [figureRange(figure, words), figureSure(figure, words)].filter(Boolean).join(', ')
  const value = escaped(figureValue(figure, words))
  const shown = figure.value === null ? `<span class="none">${value}</span>` : `<b>${value}</b>`
  return [
    `<tr><th scope="row">${escaped(figureLabel(figure, words))}</th>`,
    `<td class="value">${shown}${more === '' ? '' : `<br><small>${escaped(more)}</small>`}</td>`,
    `<td>${escaped(figureBasis(figure, words))}</td>`,
    `<td><small>${escaped(figureHow(figure, words))}</small></td>`,
    `<td>${refsHtml(figure.evidence, numbers)}</td></tr>`,
  ].join('')
}

function lineHtml(line: Line, numbers: Numbers, words: Words): string {
  const { severity, quote, at } = line
  return [
    '<li>',
    severity === null
      ? ''
      : `<span class="severity ${severity}">${escaped(words('common.severity', severity))}</span> `,
    escaped(lineText(line, words)),
    quote === null ? '' : ` <q>${escaped(quote)}</q>`,
    at === null ? '' : ` <small>${escaped(dayText(at, words))}</small>`,
    ' ',
    refsHtml(line.evidence, numbers),
    '</li>',
  ].join('')
}

const refsHtml = (evidence: readonly string[], numbers: Numbers): string =>
  refsOf(evidence, numbers)
    .map((n) => `<a href="#e${n}">${n}</a>`)
    .join(' ')

function sourcesHtml({ sources }: Report, words: Words): string {
  if (sources.length === 0) return ''
  const rows = sources.map((source, i) => {
    const { kind, url } = source
    const link =
      url !== null && /^https?:\/\//i.test(url)
        ? `<br><a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>`
        : ''
    return `<tr id="e${i + 1}"><td class="value">${i + 1}</td><td class="kind">${escaped(words('report.source', kind))}</td><td>${escaped(sourceText(source, words))}${link}</td><td><small>${sourceSeen(source)}</small></td></tr>`
  })
  const head = ['number', 'kind', 'what', 'seen']
    .map((column) => `<th scope="col">${escaped(words('report.column', column))}</th>`)
    .join('')
  return `<section><h2>${escaped(words('report', 'sources'))}</h2>
<table class="sources"><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark)

const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, sans-serif; color: #1c1f24; background: #fff; margin: 0 auto; padding: 24px; max-width: 960px; }
h1 { font-size: 24px; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 28px 0 8px; overflow-wrap: anywhere; }
.facts { margin: 0; padding: 0; list-style: none; color: #565d68; font-size: 12px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid #dde1e7; overflow-wrap: anywhere; }
thead th { white-space: nowrap; font-size: 12px; font-weight: 600; color: #565d68; }
tbody th { font-weight: 400; min-width: 8em; }
.value, .kind { white-space: nowrap; }
.figures th:nth-child(1) { width: 20%; } .figures th:nth-child(3) { width: 22%; } .figures th:nth-child(4) { width: 34%; } .figures th:nth-child(5) { width: 6%; }
.value small { white-space: normal; }
small, .soft { color: #565d68; }
.none { border: 1px dashed #8a919c; border-radius: 4px; padding: 0 4px; color: #565d68; }
.lines { padding-inline-start: 18px; }
.lines li { margin: 4px 0; overflow-wrap: anywhere; }
.severity { font-size: 12px; font-weight: 600; border: 1px solid currentColor; border-radius: 4px; padding: 0 4px; }
.high { color: #a61b1b; } .medium { color: #7a4d00; } .low { color: #565d68; }
a { color: #1a56b0; }
q { background: #fff3c4; }
tr:target { background: #e8f0fe; }
@media print {
  body { padding: 0; font-size: 11px; max-width: none; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; } tr, li { break-inside: avoid; } thead { display: table-header-group; }
}
@page { margin: 16mm; }
`

import { i18n } from '#i18n'
import { reviewParts } from '../lib/domain/partner-review.ts'
import type { ReviewView } from '../lib/state/upkeep.ts'
import { escapeHtml, htmlPage } from '../lib/text/html.ts'
import { dayWords } from './plan-words.ts'
import { codeWords, wordsLocale } from './words.ts'

const titleOf = ({ review, partner }: ReviewView) =>
  i18n.t('upkeep.documentTitle', [codeWords('upkeep.rhythm', review.rhythm), partner.name])

/** What it covers, who holds it, and what is planned, a line each. */
function facts({ review }: ReviewView): string[] {
  const { from, to, by, heldOn, nextOn } = review
  return [
    i18n.t('report.period', [i18n.t('report.days', [dayWords(from), dayWords(to)])]),
    ...(by === '' ? [] : [i18n.t('upkeep.byWhom', [by])]),
    heldOn === null ? i18n.t('upkeep.notHeld') : i18n.t('upkeep.heldOnDay', [dayWords(heldOn)]),
    ...(nextOn === null ? [] : [i18n.t('upkeep.nextOnDay', [dayWords(nextOn)])]),
    i18n.t('report.visibleOnly'),
  ]
}

/** Empty parts are left out: nobody talks about them. */
const filled = ({ review: { parts } }: ReviewView) =>
  reviewParts.flatMap((part) =>
    parts[part].trim() === '' ? [] : [{ title: codeWords('upkeep.part', part), text: parts[part].trim() }],
  )

/** Words in which no sign is one of Markdown's; a dash that begins a line stays the list that a person meant. */
function plain(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const [, lead = '', rest = ''] = /^(\s*(?:[-*•]\s+)?)([^]*)$/u.exec(line) ?? []
      const mark = lead.trim() === '' ? '' : '- '
      return `${mark}${rest.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)}`
    })
    .join('\n')
}

/** The review as Markdown, to be pasted wherever the team writes. */
export function reviewMarkdown(view: ReviewView): string {
  const parts = filled(view).map(({ title, text }) => `## ${plain(title)}\n\n${plain(text)}\n`)
  return `# ${plain(titleOf(view))}\n\n${facts(view)
    .map((line) => `${plain(line)}  `)
    .join('\n')}\n\n${parts.join('\n')}`
}

export const reviewFileName = ({ review }: ReviewView): string =>
  `review-${review.to}-${review.id.slice(-8).toLowerCase()}.html`

/** The review as a page to print: self-contained, asks for nothing, and what people wrote stands in it as text. */
export function reviewPage(view: ReviewView): string {
  const body = `<main>
<h1>${escapeHtml(titleOf(view))}</h1>
${facts(view)
  .map((line) => `<p class="soft">${escapeHtml(line)}</p>`)
  .join('\n')}
${filled(view)
  .map(({ title, text }) => `<section><h2>${escapeHtml(title)}</h2>${linesHtml(text)}</section>`)
  .join('\n')}
</main>`
  return htmlPage({ lang: wordsLocale(), title: titleOf(view), style: STYLE, body })
}

/** Lines that begin with a dash are a list, as people mean them; every other line is a paragraph. */
function linesHtml(text: string): string {
  const html: string[] = []
  let isOpen = false
  for (const line of text.split(/\r?\n/)) {
    const item = /^\s*[-*•]\s+(.*)$/u.exec(line)?.[1]
    if ((item !== undefined) !== isOpen) html.push(isOpen ? '</ul>' : '<ul>')
    isOpen = item !== undefined
    if (item !== undefined) html.push(`<li>${escapeHtml(item)}</li>`)
    else if (line.trim() !== '') html.push(`<p>${escapeHtml(line)}</p>`)
  }
  if (isOpen) html.push('</ul>')
  return html.join('')
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere}
h1{font-size:24px}h2{margin:24px 0 4px;font-size:17px}
.soft{margin:0;color:light-dark(#565d6a,#a7aebb)}section p{margin:4px 0;white-space:pre-wrap}ul{margin:4px 0;padding-inline-start:20px}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}h2{break-after:avoid}li{break-inside:avoid}p{orphans:3;widows:3}}`

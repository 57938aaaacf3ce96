import { i18n } from '#i18n'
import { newestOf } from '../lib/partnership/agreement.ts'
import type { AgreementView } from '../lib/state/agreements.ts'
import { escapeHtml, htmlPage } from '../lib/text/html.ts'
import { checkOf } from '../lib/watch/agreement-checks.ts'
import { codeWords, wordsLocale } from './words.ts'

/**
 * An agreement as a printable page in one file that asks the network for nothing; the counsel banner stands at its head
 * and foot, always (relationship.md B7). `at`: ISO instant of the export.
 */
export function agreementHtml({ agreement, partner, inForce, gaps }: AgreementView, at: string): string {
  const { n, text } = newestOf(agreement)
  const made = new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'long' }).format(new Date(at))
  const title = i18n.t('agreement.doc.title', [agreement.title])
  const counsel = `<p class="counsel">${escapeHtml(i18n.t('agreement.counsel'))}</p>`
  const none = `<p class="soft">${escapeHtml(i18n.t('agreement.doc.none'))}</p>`
  const clauses = inForce.map(
    (clause) =>
      `<section><h3>${escapeHtml(codeWords('clause.kind', clause.kind))}</h3><blockquote dir="auto">${escapeHtml(clause.quote)}</blockquote><p class="soft">${escapeHtml(codeWords('agreement.check', checkOf(clause, agreement).code))}</p></section>`,
  )
  const missing = gaps.map(
    (kind) => `<li>${escapeHtml(`${codeWords('clause.kind', kind)}: ${codeWords('clause.plain', kind)}`)}</li>`,
  )
  const body = `<main>
${counsel}
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="soft">${escapeHtml(i18n.t('agreement.doc.made', [partner.name, n, agreement.versions.length, made]))}</p>
<h2>${escapeHtml(i18n.t('agreement.doc.clauses'))}</h2>
${clauses.join('\n') || none}
<h2>${escapeHtml(i18n.t('agreement.doc.gaps'))}</h2>
${missing.length > 0 ? `<ul>${missing.join('')}</ul>` : none}
<h2>${escapeHtml(i18n.t('agreement.doc.text'))}</h2>
<div class="text" dir="auto">${escapeHtml(text)}</div>
${counsel}
</main>`
  return htmlPage({ lang: wordsLocale(), title, style: STYLE, body })
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere}
.counsel{padding:8px 12px;border:2px solid currentColor;font-weight:600}
h1{font-size:24px}h2{margin:24px 0 4px;font-size:18px}h3{margin:16px 0 4px;font-size:15px}
.soft{color:light-dark(#565d6a,#a7aebb)}blockquote{margin:0;padding-inline-start:12px;border-inline-start:2px solid;white-space:pre-wrap}
.text{white-space:pre-wrap}
@media print{:root{color-scheme:light}main{max-width:none;padding:0}section{break-inside:avoid}}`

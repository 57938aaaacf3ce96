import { i18n } from '#i18n'
import type { Sheet } from '../lib/domain/draft.ts'
import type { Finding } from '../lib/domain/finding.ts'
import { isOpen } from '../lib/domain/open-finding.ts'
import { SIGN_OFF_FORMAT, SIGN_OFF_VERSION } from '../lib/domain/sign-off.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import type { DraftView } from '../lib/state/draft-view.ts'
import { escapeHtml, htmlPage, jsonForHtml } from '../lib/text/html.ts'
import { draftStateWord } from './draft-words.ts'
import { byUrgency } from './meanings.ts'
import { inItsSentence } from './quote.ts'
import { codeWords, findingLine, findingStatusWord, keyWords, reasonWords, sourceWords, wordsLocale } from './words.ts'

/**
 * A page for somebody without Rapport (relationship.md B11): the caption, its checklist, what changed, and a form whose
 * answer is saved as a sign-off file. It works offline and asks the network for nothing. The answer is signed with the
 * sheet's own key, so that one that was altered is found out; whoever holds the sheet holds the key, so it proves no
 * identity, and says so.
 */
export function reviewSheet(view: DraftView, sheet: Sheet): string {
  const { draft, version, before, partner, name, checked } = view
  const title = i18n.t('sheet.title', [name || i18n.t('draft.noCaption')])
  const about = [
    [i18n.t('draft.partner'), partner.name],
    [i18n.t('draft.platform'), codeWords('site.name', draft.platform)],
    [i18n.t('sheet.stage'), draftStateWord(sheet.stage)],
    [i18n.t('sheet.version'), i18n.t('sheet.versionBy', [version.n, version.by, dateOf(version.at)])],
    [i18n.t('sheet.hash'), sheet.hash],
  ] as const
  const body = `<main>
<h1>${escapeHtml(title)}</h1>
<dl>${about.map(([term, words]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(words)}</dd>`).join('')}</dl>
<h2>${said('draft.caption')}</h2>
<div class="text" dir="auto">${escapeHtml(version.caption) || said('draft.noCaption')}</div>
${mediaOf(version.media)}
<h2>${said('draft.checklist')}</h2>
${
  checked.findings.length === 0
    ? `<p>${said('common.noRules')}</p>`
    : `<ul class="findings">${checked.findings
        .toSorted(byUrgency)
        .map((one) => findingHtml(one, version.caption))
        .join('')}</ul>`
}
${before ? `<h2>${escapeHtml(i18n.t('draft.changes', [before.n]))}</h2><div class="text" dir="auto">${diffHtml(before.caption, version.caption)}</div>` : ''}
<h2>${said('sheet.answer')}</h2>
<form id="answer">
<fieldset><legend>${said('sheet.decision')}</legend>
<label><input type="radio" name="answer" value="approve"> ${said('sheet.approve')}</label>
<label><input type="radio" name="answer" value="changes"> ${said('sheet.changes')}</label></fieldset>
<label>${said('sheet.comment')}<textarea name="comment" rows="5" maxlength="5000"></textarea></label>
<label>${said('sheet.name')}<input name="name" maxlength="120" autocomplete="name"></label>
<p id="problem" role="alert"></p>
<button type="submit">${said('sheet.save')}</button>
<p id="done" role="status"></p>
</form>
<p class="soft">${said('sheet.proof')}</p>
<noscript><p>${said('sheet.noScript')}</p></noscript>
</main>
<script type="application/json" id="sheet">${jsonForHtml(dataOf(view, sheet))}</script>`
  return htmlPage({ lang: wordsLocale(), title, style: STYLE, body, script: SCRIPT })
}

/** What the file with the sheet is called. */
export const sheetFileName = ({ draft }: DraftView, { version }: Sheet): string =>
  `review-${draft.id.slice(-8).toLowerCase()}-v${version}.html`

const said = (key: string): string => escapeHtml(keyWords(key))

/** What the script needs: the sheet's binding and key, and the words that it says. */
function dataOf({ draft }: DraftView, sheet: Sheet) {
  const words = ['choose', 'commentNeeded', 'nameNeeded', 'saved', 'oldBrowser'] as const
  return {
    format: SIGN_OFF_FORMAT,
    version: SIGN_OFF_VERSION,
    draft: draft.id,
    sheet: sheet.id,
    draftVersion: sheet.version,
    hash: sheet.hash,
    secret: sheet.secret,
    file: `sign-off-${draft.id.slice(-8).toLowerCase()}-v${sheet.version}.json`,
    words: Object.fromEntries(words.map((word) => [word, i18n.t(`sheet.${word}`)])),
  }
}

const mediaOf = (media: readonly string[]): string =>
  media.length === 0
    ? ''
    : `<h3>${said('draft.media')}</h3><ul>${media.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`

function findingHtml(finding: Finding, text: string): string {
  const quotes = finding.evidence.map((evidence) => {
    const { before, after } = evidence.field === 'text' ? inItsSentence(text, evidence) : { before: '', after: '' }
    return `<blockquote dir="auto">${escapeHtml(before)}<mark>${escapeHtml(evidence.quote)}</mark>${escapeHtml(after)}</blockquote>`
  })
  const waived = finding.waived
    ? `<p>${escapeHtml(i18n.t(`waive.by.${finding.waived.because}`, [finding.waived.reason]))}</p>`
    : ''
  return `<li class="${isOpen(finding) ? 'open' : 'settled'}"><strong>${escapeHtml(findingStatusWord(finding))}</strong> ${escapeHtml(findingLine(finding))}${quotes.join('')}<p>${escapeHtml(reasonWords(finding))}</p>${waived}<p class="soft">${escapeHtml(sourceWords(finding.source))}</p></li>`
}

const diffHtml = (before: string, after: string): string =>
  textPieces(before, after)
    .map(({ is, text }) => {
      const words = escapeHtml(text)
      return is === 'same' ? words : is === 'removed' ? `<del>${words}</del>` : `<ins>${words}</ins>`
    })
    .join('')

const dateOf = (at: string) =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))

/** How pages look that somebody outside fills in. */
export const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:24px 16px}
h1{font-size:22px}h2{margin-top:28px;font-size:17px}h3{font-size:15px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 12px}dt,.soft{color:light-dark(#565d6a,#a7aebb)}dd{margin:0;overflow-wrap:anywhere}
.text,blockquote{padding:12px;border:1px solid light-dark(#dfe2e8,#2d323b);border-radius:6px;background:light-dark(#f5f6f8,#101216);overflow-wrap:anywhere;white-space:pre-wrap}
blockquote{margin:8px 0;padding:6px 10px}
mark{background:light-dark(#ffe69a,#5c4a10);color:inherit}
ins{background:light-dark(#d8f5df,#153d22);color:inherit}del{background:light-dark(#fde0de,#4a1f1d);color:inherit}
.findings{padding:0;list-style:none}.findings>li{margin-bottom:12px;padding-inline-start:12px;border-inline-start:4px solid light-dark(#868d9a,#747c8a)}
.findings>.open{border-color:light-dark(#b3261e,#ff8a80)}.findings p{margin:2px 0}
form,fieldset{display:grid;gap:12px}fieldset{border:1px solid light-dark(#868d9a,#747c8a);border-radius:6px}label{display:block}
textarea,input:not([type=radio]){display:block;box-sizing:border-box;width:100%;margin-top:4px;padding:8px;border:1px solid light-dark(#868d9a,#747c8a);border-radius:6px;background:inherit;color:inherit;font:inherit}
button{justify-self:start;padding:8px 16px;border:0;border-radius:6px;background:light-dark(#3241ab,#bfc8ff);color:light-dark(#fff,#14172a);font:inherit;cursor:pointer}
#problem{margin:0;color:light-dark(#b3261e,#ff8a80)}#done{margin:0}
@media print{form{display:none}main{max-width:none;padding:0}}`

/**
 * The sheet's own script, as text: it runs in a page of its own, without anything of ours. It writes what `signedText`
 * in lib/domain/sign-off.ts writes.
 */
const SCRIPT = `'use strict'
const sheet = JSON.parse(document.getElementById('sheet').textContent)
const form = document.getElementById('answer')
const say = (id, words) => { document.getElementById(id).textContent = words }
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  say('done', '')
  const answer = new FormData(form).get('answer')
  const comment = form.comment.value.trim()
  const name = form.elements.name.value.trim()
  const problem = !answer ? 'choose' : answer === 'changes' && comment === '' ? 'commentNeeded' : name === '' ? 'nameNeeded' : globalThis.crypto && crypto.subtle ? '' : 'oldBrowser'
  say('problem', problem === '' ? '' : sheet.words[problem])
  if (problem !== '') return
  const at = new Date().toISOString()
  const { format, version, draft, sheet: id, draftVersion, hash } = sheet
  const text = JSON.stringify([format, version, draft, id, draftVersion, hash, answer, comment, name, at])
  const bytes = Uint8Array.from(sheet.secret.match(/../g), (pair) => Number.parseInt(pair, 16))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)))
  const mac = [...signed].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const file = JSON.stringify({ format, version, draft, sheet: id, draftVersion, hash, answer, comment, name, at, mac }, null, 1)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  link.download = sheet.file
  link.click()
  say('done', sheet.words.saved)
})
`

import { i18n } from '#i18n'
import { type Plan, ratingParts, type RatingSheet } from '../lib/domain/plan.ts'
import { RATING_FORMAT, RATING_VERSION } from '../lib/domain/rating.ts'
import type { PlanView } from '../lib/state/plans.ts'
import { escapeHtml, htmlPage, jsonForHtml } from '../lib/text/html.ts'
import { STYLE } from './review-sheet.ts'
import { codeWords, keyWords, wordsLocale } from './words.ts'

/**
 * A form for the creator (relationship.md B5): how working together goes, from 0 to 10, in five questions. It works
 * offline and asks the network for nothing; the answer is saved as a file, and shown as text to paste. It is signed with
 * the form's own key, so that one that was altered is found out; whoever holds the form holds the key, so it proves no
 * identity, and says so.
 */
export function ratingSheet({ plan, partner }: Pick<PlanView, 'plan' | 'partner'>, sheet: RatingSheet): string {
  const title = i18n.t('ratingSheet.title')
  const body = `<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(i18n.t('ratingSheet.intro', [partner.name]))}</p>
<form id="answer">
${ratingParts.map(question).join('\n')}
<label>${said('ratingSheet.comment')}<textarea name="comment" rows="4" maxlength="5000"></textarea></label>
<label>${said('sheet.name')}<input name="name" maxlength="120" autocomplete="name"></label>
<p id="problem" role="alert"></p>
<button type="submit">${said('ratingSheet.save')}</button>
<p id="done" role="status"></p>
<label id="pasted" hidden>${said('ratingSheet.paste')}<textarea id="text" rows="6" readonly></textarea></label>
</form>
<p class="soft">${said('ratingSheet.proof')}</p>
<noscript><p>${said('sheet.noScript')}</p></noscript>
</main>
<script type="application/json" id="sheet">${jsonForHtml(dataOf(plan, sheet))}</script>`
  return htmlPage({ lang: wordsLocale(), title, style: `${STYLE}${SCALE}`, body, script: SCRIPT })
}

/** What the file with the form is called. */
export const ratingSheetName = ({ id }: Pick<Plan, 'id'>, sheet: RatingSheet): string =>
  `rating-${id.slice(-8).toLowerCase()}-${sheet.at.slice(0, 10)}.html`

const said = (key: string): string => escapeHtml(keyWords(key))

function question(part: (typeof ratingParts)[number]): string {
  const scale = Array.from(
    { length: 11 },
    (_, n) => `<label><input type="radio" name="${part}" value="${n}"> ${n}</label>`,
  )
  return `<fieldset><legend>${escapeHtml(codeWords('plan.ratingAsk', `creator-${part}`))}</legend><div class="scale">${scale.join('')}</div></fieldset>`
}

/** What the script needs: the form's binding and key, and the words that it says. */
function dataOf({ id }: Pick<Plan, 'id'>, sheet: RatingSheet) {
  return {
    format: RATING_FORMAT,
    version: RATING_VERSION,
    plan: id,
    sheet: sheet.id,
    secret: sheet.secret,
    parts: ratingParts,
    file: `rating-answer-${id.slice(-8).toLowerCase()}.json`,
    words: {
      missing: i18n.t('ratingSheet.missing'),
      nameNeeded: i18n.t('sheet.nameNeeded'),
      oldBrowser: i18n.t('sheet.oldBrowser'),
      saved: i18n.t('ratingSheet.saved'),
    },
  }
}

const SCALE = `
.scale{display:flex;flex-wrap:wrap;gap:4px 14px}.scale label{display:inline-flex;align-items:center;gap:4px;min-height:28px}`

/** The form's own script, as text. It writes what `ratingText` in lib/domain/rating.ts writes. */
const SCRIPT = `'use strict'
const sheet = JSON.parse(document.getElementById('sheet').textContent)
const form = document.getElementById('answer')
const say = (id, words) => { document.getElementById(id).textContent = words }
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  say('done', '')
  const given = new FormData(form)
  const comment = form.comment.value.trim()
  const name = form.elements.name.value.trim()
  const problem = sheet.parts.some((part) => given.get(part) === null) ? 'missing' : name === '' ? 'nameNeeded' : globalThis.crypto && crypto.subtle ? '' : 'oldBrowser'
  say('problem', problem === '' ? '' : sheet.words[problem])
  if (problem !== '') return
  const at = new Date().toISOString()
  const { format, version, plan, sheet: id } = sheet
  const scores = Object.fromEntries(sheet.parts.map((part) => [part, Number(given.get(part))]))
  const text = JSON.stringify([format, version, plan, id, sheet.parts.map((part) => scores[part]), comment, name, at])
  const bytes = Uint8Array.from(sheet.secret.match(/../g), (pair) => Number.parseInt(pair, 16))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)))
  const mac = [...signed].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const file = JSON.stringify({ format, version, plan, sheet: id, scores, comment, name, at, mac }, null, 1)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  link.download = sheet.file
  link.click()
  document.getElementById('text').value = file
  document.getElementById('pasted').hidden = false
  say('done', sheet.words.saved)
})
`

import { i18n } from '#i18n'
import { CHAIN_FORMAT, CHAIN_VERSION, ROOT } from '../lib/partnership/evidence-chain.ts'
import { escapeHtml, htmlPage, jsonForHtml } from '../lib/text/html.ts'
import { codeWords, wordsLocale } from './words.ts'

/** A page by itself that checks an evidence file offline, with Web Crypto, and names the first link that does not fit. */
export function verifierPage(): string {
  const title = i18n.t('incident.verify.title')
  const codes = ['whole', 'keep', 'broken', 'order', 'head', 'written', 'unreadable', 'oldBrowser'] as const
  // The page fills its numbers in itself.
  const words = Object.fromEntries(codes.map((code) => [code, codeWords('incident.verify', code, ['{1}', '{2}'])]))
  const body = `<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(i18n.t('incident.verify.intro'))}</p>
<label>${escapeHtml(i18n.t('incident.verify.choose'))} <input type="file" id="file" accept=".json,application/json"></label>
<p id="verdict" role="status"></p>
<p id="keep"></p>
</main>
<script type="application/json" id="about">${jsonForHtml({ words, format: CHAIN_FORMAT, version: CHAIN_VERSION, root: ROOT })}</script>`
  return htmlPage({ lang: wordsLocale(), title, style: STYLE, body, script: SCRIPT })
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:24px 16px}
#verdict{padding:12px;border-inline-start:4px solid light-dark(#868d9a,#747c8a);overflow-wrap:anywhere}#verdict:empty{display:none}
#verdict.whole{border-color:light-dark(#1b7a3d,#7bd99a)}#verdict.broken{border-color:light-dark(#b3261e,#ff8a80)}`

/**
 * The page's own script, as text: it runs without anything of ours. `canonical` and the hashes are those of
 * lib/partnership/evidence-chain.ts; a test holds the two together.
 */
const SCRIPT = String.raw`'use strict'
const about = JSON.parse(document.getElementById('about').textContent)
const canonical = (value) =>
  Array.isArray(value) ? '[' + value.map(canonical).join(',') + ']'
  : value === null || typeof value !== 'object' ? JSON.stringify(value)
  : '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}'
const sha = async (text) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const verify = async (bytes) => {
  if (!globalThis.crypto || !crypto.subtle) return ['oldBrowser']
  let text
  try { text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) } catch { text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  const lines = text.split('\n')
  const body = lines.slice(1, -2)
  const parsed = []
  for (const [i, line] of lines.entries()) {
    if (i === lines.length - 1 && line === '') continue
    const bare = i === 0 ? line.replace(/^\[/, '').replace(/,$/, '') : i === lines.length - 2 ? line.replace(/\]$/, '') : line.replace(/,$/, '')
    try { parsed.push(JSON.parse(bare)) } catch { return ['unreadable', i + 1] }
  }
  const head = parsed[0], seal = parsed[parsed.length - 1], links = parsed.slice(1, -1)
  if (!head || typeof head !== 'object' || typeof seal !== 'string') return ['unreadable', 1]
  let prev = about.root
  for (const [i, link] of links.entries()) {
    if (!link || typeof link !== 'object') return ['broken', i + 1]
    const { hash, ...rest } = link
    if ((await sha(canonical(rest))) !== hash) return ['broken', i + 1]
    if (link.seq !== i + 1 || link.prev !== prev) return ['order', i + 1]
    if (body[i] !== canonical(link) + ',') return ['written', i + 2]
    prev = hash
  }
  const before = lines.slice(0, -2).join('\n').replace(/,$/, '')
  const isHead = head.format === about.format && head.version === about.version && head.count === links.length && head.head === prev
  const whole = '[' + canonical(head) + links.map((link) => ',\n' + canonical(link)).join('') + ',\n' + JSON.stringify(seal) + ']\n'
  return !isHead || (await sha(before)) !== seal || whole !== text ? ['head'] : ['whole', links.length, prev]
}
document.getElementById('file').addEventListener('change', async (event) => {
  const [file] = event.target.files
  if (!file) return
  const [code, first = '', second = ''] = await verify(new Uint8Array(await file.arrayBuffer()))
  const verdict = document.getElementById('verdict')
  verdict.className = code === 'whole' ? 'whole' : 'broken'
  verdict.dataset.code = code
  verdict.textContent = about.words[code].replace('{1}', first).replace('{2}', second)
  document.getElementById('keep').textContent = code === 'whole' ? about.words.keep : ''
})
`

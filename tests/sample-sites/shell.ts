import { html, withoutLayout, type Html } from './html.ts'
import { icons, type IconName } from './art.ts'

const base = `
:root { color-scheme: light dark; --bg: #fff; --fg: #16181c; --muted: #64696f; --line: #e3e6e8; --soft: #f4f5f6; --accent: #0a66c2 }
@media (prefers-color-scheme: dark) { :root { --bg: #101214; --fg: #eceef0; --muted: #9aa1a8; --line: #2b3035; --soft: #1a1d20; --accent: #6cb2ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--bg); color: var(--fg); font: 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
a { color: inherit; text-decoration: none }
a:hover { text-decoration: underline }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0 }
img { max-width: 100% }
svg.i { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; vertical-align: middle }
h1, h2, h3, h4, p, ul { margin: 0; padding: 0 }
ul { list-style: none }
.muted { color: var(--muted) }
.link { color: var(--accent) }
[hidden] { display: none !important }
`

/** A whole document. Nothing in it may point outside: no font, script, picture or icon is fetched. */
export function shell(options: { title: string; css: string; body: Html; htmlClass?: string; head?: Html }): string {
  const page = html`<!doctype html>
    <html lang="en" dir="ltr" class="${options.htmlClass ?? ''}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${options.title}</title>
        <link rel="icon" href="data:," />
        ${options.head}
        <style>
          ${{ markup: base + options.css }}
        </style>
      </head>
      ${options.body}
    </html>`
  return withoutLayout(page.markup)
}

/** An icon; with a label it speaks, as the real sites' icons do. */
export function icon(name: IconName, label?: string): Html {
  const path = html`<path d="${icons[name]}"></path>`
  return label === undefined
    ? html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`
    : html`<svg class="i" viewBox="0 0 24 24" aria-label="${label}" role="img">${path}</svg>`
}

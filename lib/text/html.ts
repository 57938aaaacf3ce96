import { sha256 } from './sha256.ts'

/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Data as JSON that no parser of HTML takes for the end of its script element. */
export const jsonForHtml = (data: unknown): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`)

/**
 * A whole page in one file that asks the network for nothing: by its own policy it may load nothing, run no script but
 * `script`, and send no form. `title` is text; `body` and `style` are trusted markup, what they quote is escaped by the
 * caller.
 */
export function htmlPage(page: { lang: string; title: string; style: string; body: string; script?: string }): string {
  const { lang, title, style, body, script } = page
  const allowed =
    script === undefined ? '' : ` script-src 'sha256-${base64Of(sha256(new TextEncoder().encode(script)))}';`
  const policy = `default-src 'none'; style-src 'unsafe-inline';${allowed} form-action 'none'; base-uri 'none'`
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}${script === undefined ? '' : `\n<script>${script}</script>`}
</body>
</html>
`
}

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

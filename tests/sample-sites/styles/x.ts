/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
.frame { display: grid; grid-template-columns: 240px minmax(0, 600px); justify-content: center; min-height: 100vh }
header[role=banner] { padding: 20px; position: sticky; top: 0; height: 100vh }
nav[aria-label=Primary] { display: flex; flex-direction: column; gap: 22px; font-size: 19px; margin-top: 24px }
main { border: 1px solid var(--line); border-width: 0 1px }
.bar { display: flex; gap: 24px; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--line) }
.bar h2 { font-size: 19px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden }
article { padding: 12px 16px; border-bottom: 1px solid var(--line); position: relative }
article > div > div { display: flex; gap: 10px }
.body { flex: 1; min-width: 0 }
.top { display: flex; gap: 8px; align-items: flex-start }
.caret { margin-left: auto }
.names { display: flex; gap: 4px; min-width: 0; white-space: nowrap }
.row { display: flex; gap: 4px; align-items: center }
.between { justify-content: space-between }
.strong { font-weight: 700 }
.inline { display: inline }
.big { font-size: 18px }
.line { padding: 12px 0; border-bottom: 1px solid var(--line) }
article[tabindex="-1"] > div > div:not(.top) { display: block }
.emoji { width: 1.1em; height: 1.1em; vertical-align: -.15em }
.face { width: 40px; height: 40px; border-radius: 50%; display: block; max-width: none }
.photo { border-radius: 16px; border: 1px solid var(--line); margin-top: 10px; width: 100%; aspect-ratio: 5 / 2; object-fit: cover; display: block }
.actions { display: flex; justify-content: space-between; margin-top: 10px; color: var(--muted); font-size: 13px; width: 100%; max-width: 440px }
.actions button > div, .actions a > div { display: flex; gap: 4px; align-items: center }
.actions .i { width: 18px; height: 18px }
.quote { border: 1px solid var(--line); border-radius: 14px; padding: 10px 12px; margin-top: 10px }
.cta { display: block; margin-top: 8px; color: var(--muted); font-size: 13px }
.cover { width: 100%; height: 180px; object-fit: cover; display: block }
.profile .inner { padding: 0 16px 14px; display: flex; flex-direction: column; gap: 8px; position: relative; border-bottom: 1px solid var(--line) }
.portrait { width: 120px; height: 120px; border-radius: 50%; border: 4px solid var(--bg); margin-top: -60px; display: block }
.follow { background: var(--fg); color: var(--bg); border-radius: 20px; padding: 7px 18px; font-weight: 700 }
.stats { gap: 18px; font-size: 14px }
.small { font-size: 13px }
.suggest { padding: 14px 16px; border-bottom: 1px solid var(--line) }
`

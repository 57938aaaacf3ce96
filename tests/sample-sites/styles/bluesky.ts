/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
.frame { display: grid; grid-template-columns: 180px minmax(0, 600px); justify-content: center }
nav { padding: 24px; display: flex; flex-direction: column; gap: 20px; font-weight: 600 }
main { border: 1px solid var(--line); border-width: 0 1px; min-height: 100vh }
[role=tablist] { padding: 14px 16px; border-bottom: 1px solid var(--line); font-weight: 600 }
.bar { display: flex; gap: 16px; padding: 14px 16px; border-bottom: 1px solid var(--line); font-weight: 600 }
.item { display: flex; gap: 10px; padding: 12px 16px; border-bottom: 1px solid var(--line); position: relative }
.item.head { border: 0; align-items: center }
.body { flex: 1; min-width: 0 }
.line { display: flex; gap: 4px }
.strong { font-weight: 600 }
.inline { display: inline }
[data-word-wrap] { white-space: pre-wrap; overflow-wrap: anywhere }
.big { font-size: 18px }
.anchor { padding: 0 16px 12px; border-bottom: 1px solid var(--line) }
.when { padding: 12px 0; border-bottom: 1px solid var(--line) }
.stats { display: flex; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--line) }
.face { width: 42px; height: 42px; border-radius: 50%; display: block; max-width: none }
.face.small { width: 18px; height: 18px }
.photo { display: block; margin-top: 10px; width: 100% }
.photo img { width: 100%; aspect-ratio: 5 / 2; object-fit: cover; border-radius: 12px; display: block }
.actions, .actions > div { display: flex; gap: 40px; color: var(--muted); font-size: 14px }
.actions { margin-top: 10px; justify-content: space-between; max-width: 460px }
.actions > div + div { gap: 14px }
.actions button { display: flex; gap: 5px; align-items: center }
.actions .i { width: 18px; height: 18px }
.quote { border: 1px solid var(--line); border-radius: 12px; padding: 10px 12px; margin-top: 8px }
.quote > div:first-child { display: flex; gap: 6px; align-items: center }
.end { margin-left: auto }
.follow { background: #1083fe; color: #fff; border-radius: 20px; padding: 7px 18px; font-weight: 600 }
.cover { height: 130px; background: linear-gradient(120deg, #4c86b8, #9bc4a7) }
.inner { padding: 10px 16px 14px; position: relative; display: flex; flex-direction: column; gap: 6px }
.inner .row { display: flex; justify-content: flex-end }
.title { font-size: 28px; font-weight: 700 }
.handle { position: relative }
.counts { display: flex; gap: 14px; margin-bottom: 6px }
[data-testid=profilePager] { position: relative }
.portrait { position: absolute; left: 14px; top: 84px }
.portrait img { width: 92px; height: 92px; border-radius: 50%; border: 3px solid var(--bg) }
`

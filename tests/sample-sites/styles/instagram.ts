/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
.frame { display: grid; grid-template-columns: 220px minmax(0, 1fr); min-height: 100vh }
.rail { border-right: 1px solid var(--line); padding: 28px 16px; display: flex; flex-direction: column; gap: 22px; position: sticky; top: 0; height: 100vh }
.brand { font: italic 600 24px Georgia, serif }
main { max-width: 940px; margin: 0 auto; padding: 24px 20px 80px }
.feed { width: 468px; margin: 0 auto }
article { border-bottom: 1px solid var(--line); padding-bottom: 16px; margin-bottom: 18px; position: relative }
.head { display: flex; align-items: center; gap: 10px; padding: 8px 0; position: relative; min-height: 48px }
.head .more { margin-left: auto }
.face { width: 34px; height: 34px; border-radius: 50%; display: block; max-width: none }
.handle, .n { font-weight: 600 }
.paid { font-size: 12px }
.media img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 4px; display: block }
.actions { display: flex; align-items: center; gap: 8px; padding: 8px 0 }
.actions .count { font-weight: 600; font-size: 13px; margin-right: 8px }
.end { margin-left: auto }
.caption { margin-bottom: 4px }
.cta { display: block; padding: 10px 12px; background: var(--soft); font-weight: 600 }
.follow { margin-left: 8px; color: var(--accent); font-weight: 600 }
.page > hr, .side > hr { border: 0; border-top: 1px solid var(--line); margin: 0 }
.detail { display: grid; grid-template-columns: 1fr 380px; border: 1px solid var(--line); border-radius: 4px; margin-bottom: 32px }
.detail > .media img { aspect-ratio: 4 / 5 }
.side { display: flex; flex-direction: column; min-width: 0 }
.side .head, .foot { padding: 8px 14px }
.rows { padding: 12px 14px; display: flex; flex-direction: column; gap: 14px; flex: 1; font-size: 14px }
.row { display: flex; gap: 12px; position: relative }
.row.answer { margin-left: 44px }
.row .i { width: 14px; height: 14px }
.tools { display: flex; gap: 12px; font-size: 12px; margin-top: 4px }
.foot { border-top: 1px solid var(--line) }
.more-posts { padding-top: 20px; color: var(--muted) }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px; margin-top: 20px }
.tile { position: relative }
.tile img { width: 100%; aspect-ratio: 1; object-fit: cover; display: block }
.profile { display: grid; grid-template-columns: 200px 1fr; align-items: center; padding: 16px 0 32px; border-bottom: 1px solid var(--line) }
.portrait img { width: 140px; height: 140px; border-radius: 50% }
.top { display: flex; align-items: center; gap: 16px; position: relative }
.top h2 { font-size: 20px; font-weight: 400 }
.stats { display: flex; gap: 32px; margin: 18px 0 }
.top button.follow { background: #0095f6; color: #fff; border-radius: 8px; padding: 7px 18px; margin: 0 }
`

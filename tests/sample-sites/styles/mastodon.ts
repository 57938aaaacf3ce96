/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
.columns-area__panels { display: grid; grid-template-columns: 220px minmax(0, 600px) 160px; gap: 16px; justify-content: center; padding: 0 16px }
.server-banner { padding: 20px 0; color: var(--muted); font-size: 13px }
.navigation-panel { display: flex; flex-direction: column; gap: 18px; padding: 20px 0; font-weight: 600 }
.columns-area__panels__main { border: 1px solid var(--line); border-width: 0 1px; min-height: 100vh }
.column-header, .column-back-button { padding: 14px 16px; border-bottom: 1px solid var(--line); font-weight: 600; display: block; width: 100%; text-align: left }
.column-header h1 { font-size: 16px }
.status { padding: 14px 16px; border-bottom: 1px solid var(--line); position: relative }
.status__prepend { padding: 10px 16px 0; color: var(--muted); font-size: 13px; display: flex; gap: 8px }
.status__info { display: flex; gap: 10px; margin-bottom: 8px }
.status__relative-time { margin-left: auto }
.status__display-name, .detailed-status__display-name { display: flex; gap: 10px; align-items: center }
.status__display-name.muted { display: inline }
.account__avatar img { width: 44px; height: 44px; border-radius: 8px; display: block }
.display-name { display: flex; flex-direction: column; line-height: 1.3 }
.display-name__account, .status__relative-time, .detailed-status__meta, .icon-button { color: var(--muted); font-size: 13px }
.status__relative-time .i { width: 14px; height: 14px; margin-right: 4px }
.status__content a { color: var(--accent) }
.emojione { width: 1.1em; height: 1.1em; vertical-align: -.15em }
.media-gallery { margin-top: 10px }
.media-gallery img { width: 100%; aspect-ratio: 5 / 2; object-fit: cover; border-radius: 8px; display: block }
.status__action-bar, .detailed-status__action-bar { display: flex; gap: 34px; margin-top: 10px }
.icon-button { display: flex; gap: 5px; align-items: center }
.icon-button .i { width: 18px; height: 18px }
.detailed-status { padding: 16px; font-size: 17px; position: relative }
.detailed-status__meta { margin-top: 12px; display: flex; flex-direction: column; gap: 8px }
.detailed-status__action-bar { padding: 10px 16px; border: 1px solid var(--line); border-width: 1px 0; margin: 0; justify-content: space-around }
.status-reply { padding-left: 32px }
[class*=account_header__header] img { width: 100%; height: 150px; object-fit: cover; display: block }
[class*=account_header__barWrapper] { padding: 0 16px 14px }
[class*=account_header__avatarWrapper] img { width: 92px; height: 92px; border-radius: 12px; border: 3px solid var(--bg); margin-top: -46px }
[class*=account_header__displayNameWrapper] { display: flex; justify-content: space-between; align-items: flex-start; margin: 6px 0 12px }
[class*=account_header__name] { position: relative }
[class*=account_header__name] h1 { font-size: 22px }
[class*=handleHelpButton] { color: var(--muted); font-size: 14px }
[class*=handleHelpButton] .i { width: 14px; height: 14px; margin-left: 4px }
[class*=followButton] { background: #6364ff; color: #fff; border-radius: 6px; padding: 8px 18px; font-weight: 600 }
[class*=number_fields__list] { display: flex; gap: 22px; color: var(--muted); font-size: 13px; margin-bottom: 12px }
[class*=number_fields__list] li > * { display: block; color: var(--fg); font-size: 16px; font-weight: 600 }
[class*=tab_list__tabList] { display: flex; gap: 20px; padding: 12px 16px; border: 1px solid var(--line); border-width: 1px 0; font-weight: 600 }
`

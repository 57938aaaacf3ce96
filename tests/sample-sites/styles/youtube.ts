/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
ytd-app, ytd-browse, ytd-watch-flexy, ytd-rich-grid-renderer, ytd-rich-item-renderer, yt-lockup-view-model, ytd-comments, ytd-comment-thread-renderer, ytd-watch-metadata, ytd-page-manager, ytd-item-section-renderer { display: block }
#masthead-container { display: flex; align-items: center; gap: 60px; padding: 12px 24px; position: sticky; top: 0; background: var(--bg); z-index: 10 }
#logo { font-weight: 700; font-size: 19px }
.search { border: 1px solid var(--line); border-radius: 20px; padding: 7px 18px; width: 480px; color: var(--muted) }
ytd-browse > #primary { padding: 16px 32px; max-width: 1280px; margin: 0 auto }
ytd-rich-grid-renderer > #contents { display: grid; grid-template-columns: repeat(3, 1fr); gap: 34px 16px }
.lockup { position: relative }
.ytCoreImageHost { width: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 12px; display: block }
yt-thumbnail-view-model { display: block; position: relative }
yt-thumbnail-overlay-badge-view-model { position: absolute; right: 8px; bottom: 8px; background: rgb(0 0 0 / .75); color: #fff; font-size: 12px; padding: 1px 5px; border-radius: 4px }
yt-lockup-metadata-view-model { display: flex; gap: 12px; padding-top: 12px; position: relative }
.yt-lockup-metadata-view-model__text-container { flex: 1 }
h3 { font-size: 15px; font-weight: 600; line-height: 1.35 }
.yt-content-metadata-view-model__metadata-row, #published-time-text, #vote-count-middle, .reply { color: var(--muted); font-size: 13px }
.face { width: 36px; height: 36px; border-radius: 50%; display: block; max-width: none }
badge-shape { font-weight: 600; font-size: 13px }
#columns { display: grid; grid-template-columns: minmax(0, 1fr) 360px; gap: 24px; max-width: 1280px; margin: 0 auto; padding: 16px 24px }
#movie_player { position: relative }
#movie_player img { width: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 12px; display: block }
.ytp-paid-content-overlay-text:not(:empty) { position: absolute; left: 12px; top: 12px; color: #fff; background: rgb(0 0 0 / .6); padding: 6px 10px; border-radius: 6px; font-size: 13px }
#title h1 { font-size: 20px; margin: 12px 0 }
#top-row { display: flex; justify-content: space-between; align-items: center }
#owner { display: flex; align-items: center; gap: 16px }
ytd-video-owner-renderer { display: flex; gap: 12px; align-items: center }
#channel-name { font-weight: 600; display: block }
#owner-sub-count { color: var(--muted); font-size: 12px }
.subscribe { background: var(--fg); color: var(--bg); border-radius: 18px; padding: 8px 16px; font-weight: 600 }
#top-level-buttons-computed { display: flex; gap: 8px }
.pill { background: var(--soft); border-radius: 18px; padding: 7px 16px; display: flex; gap: 8px; align-items: center; font-weight: 600 }
#description { background: var(--soft); border-radius: 12px; padding: 12px; margin-top: 12px; font-size: 14px }
.bold { font-weight: 600 }
.yt-content-metadata-view-model__delimiter { margin: 0 4px }
.yt-core-attributed-string--white-space-pre-wrap { white-space: pre-wrap }
.yt-core-attributed-string__link { color: var(--accent) }
.yt-content-metadata-view-model__metadata-row .yt-core-attributed-string__link { color: inherit }
ytd-comments { margin-top: 24px }
ytd-comments-header-renderer #count { font-size: 18px; margin-bottom: 18px }
ytd-comment-view-model #body { display: flex; gap: 14px; margin-bottom: 18px }
#main { flex: 1; min-width: 0 }
#header-author { display: flex; gap: 8px; align-items: baseline }
#header-author h3 { font-size: 13px }
#author-comment-badge a { background: var(--soft); border-radius: 10px; padding: 1px 8px; font-size: 12px; font-weight: 600 }
#pinned-comment-badge { color: var(--muted); font-size: 12px }
#pinned-comment-badge .i { width: 14px; height: 14px }
#expander { font-size: 14px; display: block; margin: 2px 0 6px }
#toolbar { display: flex; gap: 8px; align-items: center }
#toolbar .i { width: 16px; height: 16px }
#secondary yt-lockup-view-model { margin-bottom: 16px }
yt-page-header-view-model { display: block; max-width: 1280px; margin: 0 auto; padding: 24px 32px }
.page-header-view-model__page-header-content { display: flex; gap: 24px; align-items: center }
.page-header-view-model__page-header-headline-info { position: relative }
.portrait { width: 140px; height: 140px; border-radius: 50% }
.dynamicTextViewModelH1 { font-size: 34px }
yt-description-preview-view-model { display: block; margin: 8px 0 12px; color: var(--muted) }
`

/** Enough of a look for pictures: layout and colours of our own, none of the site's. */
export const css = `
#app-header { display: flex; justify-content: space-between; padding: 14px 24px; border-bottom: 1px solid var(--line); font-size: 20px }
#app-header button { background: #fe2c55; color: #fff; border-radius: 6px; padding: 6px 18px; font-size: 15px }
.css-b1-BaseBodyContainer { display: grid; grid-template-columns: 200px minmax(0, 1fr) }
.css-n1-DivSideNavContainer { padding: 24px; display: flex; flex-direction: column; gap: 18px; font-weight: 600 }
.css-m1-DivMainContainer { padding: 24px 32px; position: relative }
article { margin-bottom: 24px }
article.shell { height: 40px }
.css-a2-DivContentFlexLayout { display: flex; gap: 16px; align-items: flex-end; justify-content: center }
.css-s1-SectionMediaCardContainer { position: relative; width: 340px; height: 560px; border-radius: 14px; overflow: hidden; background: #222 }
.css-s1-SectionMediaCardContainer > img { width: 100%; height: 100%; object-fit: cover }
.css-o1-DivMediaCardOverlayBottom { position: absolute; inset: auto 0 0; padding: 40px 14px 14px; color: #fff; font-size: 14px; background: linear-gradient(transparent, rgb(0 0 0 / .75)) }
.css-o1-DivMediaCardOverlayBottom p, .css-d4-DivDescriptionContentContainer a, .css-d1-DivCreatorInfoContainer a, .css-d1-DivCreatorInfoContainer div { display: inline }
.css-t2-TagChipContainer { background: rgb(255 255 255 / .2); display: inline-block; padding: 2px 8px; border-radius: 4px; margin-bottom: 6px; font-size: 12px }
.css-d1-DivCreatorInfoContainer, .strong { font-weight: 600 }
.css-s2-SectionActionBarContainer { display: flex; flex-direction: column; gap: 14px; align-items: center }
.css-b1-ButtonActionItem { display: flex; flex-direction: column; align-items: center; gap: 4px; font-size: 12px }
.css-b2-SpanIconWrapper { background: var(--soft); border-radius: 50%; width: 44px; height: 44px; display: grid; place-items: center }
.ImgAvatar { width: 44px; height: 44px; border-radius: 50%; display: block }
.css-v2-DivContentContainer { display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 24px }
.css-v4-DivVideoList { border-left: 1px solid var(--line); padding-left: 24px }
.css-v5-DivVideoListTabBarWrapper { display: flex; gap: 24px; border-bottom: 1px solid var(--line); padding-bottom: 10px; font-weight: 600 }
.css-c3-DivCommentCountContainer { padding: 14px 0 }
.css-c8-DivCommentItemWrapper { display: flex; gap: 12px; margin-bottom: 16px; font-size: 14px }
.css-c8-DivCommentItemWrapper .ImgAvatar { width: 36px; height: 36px }
.css-c6-DivReplyContainer { margin-left: 48px }
.css-d5-DivCommentContentWrapper { flex: 1 }
.css-d7-DivUsernameContentWrapper { display: flex; gap: 8px; color: var(--muted); font-size: 13px }
.css-d8-DivCommentSubContentSplitWrapper { display: flex; justify-content: space-between; color: var(--muted); font-size: 13px }
.css-d9-DivCommentSubContentWrapper { display: flex; gap: 14px }
.css-e1-DivLikeContainer .i { width: 15px; height: 15px; margin-right: 4px }
.css-p3-DivShareInfo { display: flex; gap: 20px; align-items: center }
.css-p3-DivShareInfo .ImgAvatar { width: 110px; height: 110px }
.css-p4-DivShareTitleContainer { position: relative }
.css-p5-H2ShareSubTitle { font-size: 17px; font-weight: 500 }
.follow { background: #fe2c55; color: #fff; border-radius: 4px; padding: 6px 28px; margin-top: 8px }
.css-p5-H3CountInfos { display: flex; gap: 22px; margin: 18px 0 8px; font-size: 17px }
.css-p7-SpanUnit { font-weight: 400; margin-left: 6px; color: var(--muted) }
.css-p6-DivNumber { display: flex }
.css-p8-H2ShareDesc { font-size: 15px; font-weight: 400 }
.css-q1-DivVideoFeedTab { display: flex; gap: 40px; padding: 22px 0 12px; border-bottom: 1px solid var(--line); margin-bottom: 16px; font-weight: 600 }
.css-q2-DivVideoFeed { display: grid; grid-template-columns: repeat(5, 1fr); gap: 14px; max-width: 900px }
.css-q3-DivItemContainer { position: relative }
.css-q6-ImgPoster { width: 100%; aspect-ratio: 3 / 4; object-fit: cover; border-radius: 6px; display: block }
.css-q7-DivCardFooter { position: absolute; left: 8px; bottom: 8px; color: #fff; text-shadow: 0 0 4px #000; font-size: 14px }
.css-q5-DivUserContainer { margin-top: 40px; color: var(--muted) }
`

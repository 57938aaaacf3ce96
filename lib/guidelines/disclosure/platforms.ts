/**
 * Where a site cuts a caption when the page does not tell: fallbacks only, from third-party trackers that
 * disagree (compliance.md section 2). A site without `chars` shows the whole text.
 */
interface Fold {
  /** UTF-16 units. */
  readonly chars?: number
  readonly lines?: number
  /** Posts are moving pictures, so a caption is only part of the answer. */
  readonly video?: true
}

const FOLDS: Readonly<Record<string, Fold>> = {
  instagram: { chars: 125, lines: 3 },
  facebook: { chars: 477, lines: 5 },
  tiktok: { chars: 100, lines: 2, video: true },
  youtube: { chars: 150, lines: 3, video: true },
  x: { chars: 280 },
  linkedin: { chars: 210, lines: 3 },
  pinterest: { chars: 50 },
  threads: { chars: 500 },
  bluesky: { chars: 300 },
  snapchat: { video: true },
  twitch: { video: true },
}
const VIDEO_PATH = /\/(?:reels?|shorts|stories|video|clips?)\//

/**
 * Index of the first character of `text` that is not shown before "more". Uses what the page showed, else the
 * fallbacks; `firstLines` is the jurisdiction's own limit and applies where the site cuts by lines.
 */
export function foldOf(
  post: { text: string; visibleText: string | null; platform: string },
  firstLines: number | null,
): number {
  const shown = post.visibleText === null ? null : shownEnd(post.text, post.visibleText)
  if (shown !== null) return shown
  const fold = FOLDS[post.platform]
  const byChars = fold?.chars ?? Number.POSITIVE_INFINITY
  if (fold?.lines === undefined) return byChars
  return Math.min(byChars, endOfLine(post.text, Math.min(fold.lines, firstLines ?? fold.lines)))
}

export function isVideo(post: { platform: string; url: string | null }): boolean {
  return FOLDS[post.platform]?.video === true || VIDEO_PATH.test(post.url ?? '')
}

function endOfLine(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at === -1) return Number.POSITIVE_INFINITY
  }
  return at
}

/**
 * Where the shown part ends in the whole text. The page may space it otherwise and end it with an ellipsis;
 * null when it is not the beginning of this text (then it says nothing of it).
 */
function shownEnd(text: string, visibleText: string): number | null {
  const shown = visibleText.trimEnd().replace(/(?:…|\.\.\.) ?(?:(?:see |show )?more)?$/iu, '')
  const letters = shown.replace(/\s/g, '')
  if (letters === '') return null
  let at = 0
  for (const char of letters) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++
    if (!text.startsWith(char, at)) return null
    at += char.length
  }
  return at
}

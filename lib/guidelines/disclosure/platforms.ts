/** What a platform does with a caption (compliance.md section 2, checked 2026-11-22). */
interface Platform {
  /**
   * Where the site cuts a caption when the page does not tell: fallbacks only, from third-party trackers that
   * disagree. A site without `chars` shows the whole text.
   */
  readonly chars?: number
  readonly lines?: number
  /** Posts are moving pictures, so a caption is only part of the answer. */
  readonly video?: true
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
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
 * fallbacks; `firstLines` is the jurisdiction's own limit and applies where the site cuts by lines, or on
 * every site with `always`.
 */
export function foldOf(
  post: { text: string; visibleText: string | null; platform: string },
  firstLines: number | null,
  always = false,
): number {
  const shown = post.visibleText === null ? null : shownEnd(post.text, post.visibleText)
  if (shown !== null) return shown
  const fold = PLATFORMS[post.platform]
  const byChars = fold?.chars ?? Number.POSITIVE_INFINITY
  const theirs = fold?.lines ?? Number.POSITIVE_INFINITY
  const ours = fold?.lines !== undefined || always ? (firstLines ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  const lines = Math.min(theirs, ours)
  return lines === Number.POSITIVE_INFINITY ? byChars : Math.min(byChars, endOfLine(post.text, lines))
}

export function isVideo(post: { platform: string; url: string | null }): boolean {
  return PLATFORMS[post.platform]?.video === true || VIDEO_PATH.test(post.url ?? '')
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

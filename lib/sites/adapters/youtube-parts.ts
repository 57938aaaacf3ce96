/** What YouTube's watch pages, tiles and comments have in common. */
import { all, attr, hasDigit, one, textOf } from '../dom.ts'
import type { Label } from '../../domain/observation.ts'

const pathOf = (link: Element): string => attr(link, 'href').replace('https://www.youtube.com', '')

/** The last part of the first channel link: `@name` without @, an old `/c/` or `/user/` name, or the UC id. */
export function channelIn(links: readonly Element[]): string | undefined {
  const handle = links.map((link) => /^\/(?:@|channel\/|c\/|user\/)([^/?#]+)/.exec(pathOf(link))?.[1]).find(Boolean)
  return handle && decodeURIComponent(handle)
}

/** The video a link plays. */
export const videoOf = (link: Element): string | undefined =>
  /^\/(?:watch\?(?:.*&)?v=|shorts\/|live\/)([\w-]{11})/.exec(pathOf(link))?.[1]

const LIKE =
  'like-button-view-model button, #like-button button, #segmented-like-button button, [id^="top-level-buttons"] > :first-child #text'

/**
 * The exact likes from the like button's label, "like this video along with 20,520 other people", else what it shows.
 * Once pressed, the label counts the others and the figure includes the reader.
 */
export function likesIn(root: Element | null): string | undefined {
  const [button] = root ? all(root, LIKE) : []
  const label = attr(button, 'aria-label')
  if (!hasDigit(label)) return textOf(button)
  const others = attr(button, 'aria-pressed') === 'true' ? /^\D*(\d{1,3})\D*$/.exec(label)?.[1] : undefined
  return others ? String(Number(others) + 1) : label
}

/** "Made with AI" and "Altered or synthetic content" link to these help pages in every language; "Auto-dubbed" to another. */
const AI = ['15447836', '14328491']
  .map((answer) => `how-this-was-made-section-view-model a[href*="answer/${answer}"]`)
  .join()

/** The overlay is in every player, empty, and is hidden again after some seconds: only its visible text counts. */
export function labelsOf(root: Element): Label[] {
  const isPaid = all(root, '.ytp-paid-content-overlay, ytm-paid-content-overlay-renderer').some(
    (overlay) =>
      textOf(overlay) !== '' &&
      ![overlay, ...all(overlay, '*')].some((part) => part.matches('[hidden], [style*="display: none"]')),
  )
  return [...(isPaid ? (['paid-promotion'] as const) : []), ...(one(root, AI) ? (['ai-generated'] as const) : [])]
}

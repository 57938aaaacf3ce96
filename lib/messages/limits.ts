import type { MessageName } from './protocol.ts'

/** Most UTF-16 code units of a message's JSON. One look at a page may be large; the content script splits more. */
export const MAX_PAGE_SEEN = 4 * 1024 * 1024

/** The same of guidelines, one or many; a file to import is no larger. */
export const MAX_GUIDELINES = 8 * 1024 * 1024

/** The same of overrides; a file to import is no larger. */
export const MAX_OVERRIDES = 2 * 1024 * 1024

const KB = 1024
/** What people type is bounded by its own fields; this is the room around it. */
const DEFAULT = 64 * KB

const larger: Partial<Record<MessageName, number>> = {
  'page.seen': MAX_PAGE_SEEN,
  // one post without comments
  'capture.offer': 1024 * KB,
  // one post with its caption three times over (text, visible text, escapes) and no comments
  'post.card': 1024 * KB,
  // 50,000 characters of a note, each of which JSON may need six for
  'note.save': 320 * KB,
  // 1,000 rules, or rules of 100,000 terms
  // 20,000 characters of a caption, 30 names of files and a comment
  'brief.save': 128 * KB,
  'draft.make': 256 * KB,
  'draft.act': 256 * KB,
  'draft.answer': 128 * KB,
  'plan.rating': 128 * KB,
  // 12 cells of the matrix with their words and links, or 50 links
  'incident.open': 1024 * KB,
  'incident.act': 2 * 1024 * KB,
  // 400,000 characters of a contract, each of which JSON may need six for
  'agreement.make': 2_600 * KB,
  'agreement.act': 2_600 * KB,
  // 50 changed terms with their words and links
  'realignment.save': 8 * 1024 * KB,
  // nine parts of 10,000 characters, each of which JSON may need six for
  'lookback.save': 640 * KB,
  'guideline.save': MAX_GUIDELINES,
  'guideline.import': MAX_GUIDELINES,
  'partner.save': 256 * KB,
  // 2,000 phrases and as many exclusions
  'watch.save': 1024 * KB,
  // 5,000 partners of a spreadsheet
  'partner.import': 8 * 1024 * KB,
  // 1,000 overrides
  'override.import': MAX_OVERRIDES,
  // 100,000 characters, each of which JSON may need six for
  'tone.read': 640 * KB,
}

/** The size above which a message is refused unread. */
export function limitOf(name: MessageName): number {
  return larger[name] ?? DEFAULT
}

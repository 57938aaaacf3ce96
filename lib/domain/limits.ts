/** Bounds of what is read from a page. Apart from the schemas, so that the content script needs no zod for them. */

/** Longest text kept from a page, in UTF-16 code units; what is cut is marked `textComplete: false`. */
export const MAX_TEXT = 100_000
/** Most posts and comments taken in one message; the content script sends the rest in further messages. */
export const MAX_POSTS = 200
export const MAX_COMMENTS = 500

import type { Post } from '../domain/post.ts'
import { beginningOf } from '../text/beginning.ts'

/** The beginning of a caption, by which a person knows the post again. */
export const shortOf = ({ text }: Pick<Post, 'text'>): string => beginningOf(text, 60)

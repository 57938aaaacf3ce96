import type { Post } from '../domain/post.ts'

/** The beginning of a caption, by which a person knows the post again. */
export function shortOf({ text }: Pick<Post, 'text'>): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ')
  return line.length > 60 ? `${/^.{0,59}/u.exec(line)?.[0] ?? ''}…` : line
}

import type { Comment } from '../domain/comment.ts'
import type { Post } from '../domain/post.ts'
import type { PostInput } from './view.ts'

/** A stored post as the checks take it, with its stored comments. */
export function storedInput(post: Post, comments: readonly Comment[]): PostInput {
  return { ...post, firstComment: firstCommentOf(comments), capturedAt: post.lastSeenAt }
}

/** The creator's own first comment, where some put the hashtags: the pinned one, else the first read. */
export function firstCommentOf(
  comments: readonly { text: string; byAuthor: boolean; pinned: boolean; depth: number }[],
): string | null {
  const own = comments.filter(({ byAuthor, depth }) => byAuthor && depth === 0)
  return (own.find(({ pinned }) => pinned) ?? own[0])?.text ?? null
}

/**
 * Fields that a person can show Rapport on a page, and how what is shown there is read. `item` is the box around a
 * post, a comment or the profile header itself. Ids are not among them: no page writes them out.
 */
export const repairable = {
  post: 'item',
  'post.handle': 'name',
  'post.name': 'name',
  'post.text': 'text',
  'post.publishedAt': 'time',
  'post.publishedText': 'name',
  'post.likes': 'count',
  'post.comments': 'count',
  'post.shares': 'count',
  'post.views': 'count',
  'post.saves': 'count',
  comment: 'item',
  'comment.handle': 'name',
  'comment.name': 'name',
  'comment.text': 'text',
  'comment.publishedAt': 'time',
  'comment.publishedText': 'name',
  'comment.likes': 'count',
  profile: 'item',
  'profile.handle': 'name',
  'profile.name': 'name',
  'profile.bio': 'text',
  'profile.followers': 'count',
  'profile.following': 'count',
  'profile.posts': 'count',
} as const

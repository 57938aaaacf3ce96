import type { Repair } from './override.ts'
import { selectorProblem } from './selector.ts'

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
export type RepairableField = keyof typeof repairable

export const isRepairable = (field: string): field is RepairableField => Object.hasOwn(repairable, field)

/** What a field belongs to: `post` of `post.likes`. */
export const nounOf = (field: RepairableField) => field.split('.', 1)[0] as 'post' | 'comment' | 'profile'

/** Why a repair would read nothing, or anything: words under `repair.problem.<code>`; null when it may be saved. */
export function repairProblem({ field, select, attr, within }: Repair): 'syntax' | 'broad' | null {
  // The item itself has an attribute to read; its text would be everything in it.
  if (select === '') return attr !== null && within === 'item' && repairable[field] !== 'item' ? null : 'broad'
  if (repairable[field] === 'item' && (select.includes('>>>') || attr !== null)) return 'syntax'
  return selectorProblem(select)
}

import { paidLabels } from '../domain/observation.ts'
import disclosure from './kinds/disclosure.ts'
import { viewOf } from './view.ts'
import type { PostInput } from './view.ts'

/**
 * Whether a post says that it is advertising: by the platform's label, or in words that the jurisdiction accepts,
 * wherever they stand. A vague word ("collab", "thanks to") says too little to count a post among them.
 */
export function isSponsored(post: PostInput, jurisdiction: string): boolean {
  if (post.labels.some((label) => paidLabels.includes(label))) return true
  const context = { jurisdiction, relationship: 'paid', brand: '', history: null } as const
  const drafts = disclosure.check(viewOf(post), {}, context)
  if ('problem' in drafts) return false
  return drafts.some(({ status, weight }) => weight !== 'prefer' && (status === 'clear' || status === 'buried'))
}

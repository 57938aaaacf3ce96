/**
 * What is to be done when a partnership ends (relationship.md B5), where no agreement says more; words under
 * `plan.step.<code>`. A default of our own, after the article's "termination conditions and procedures".
 */
export const defaultTermination = [
  'read-clause',
  'counsel',
  'written-notice',
  'open-deliverables',
  'final-payment',
  'usage-rights',
  'codes-and-links',
  'access',
  'confidentiality',
  'joint-wording',
  'team',
] as const
export type TerminationStep = (typeof defaultTermination)[number]

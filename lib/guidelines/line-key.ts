import type { Finding } from '../domain/finding.ts'

/** What the disclosure rule looks at beside its main question; each has a line of its own. */
const beside: ReadonlySet<string> = new Set([
  'disclosureOnScreen',
  'disclosureVagueToo',
  'disclosureLookAlike',
  'disclosureOtherBrand',
  'disclosureUnexpected',
  'disclosureDenied',
])

/** Kinds that look at several sides of a post, each with a finding of its own whose value names the side. */
const ofSides: ReadonlySet<string> = new Set([
  'tone-of-voice',
  'content-quality',
  'audience-fit',
  'brand-safety',
  'claim-families',
])

/** Where the words for what a rule asks are found: "Carries #Acme" is `rule.requiredHashtag` with its value. */
export function lineKeyOf({ kind, value, reason }: Pick<Finding, 'kind' | 'value' | 'reason'>): {
  section: 'rule' | 'aspect'
  code: string
  values: string[]
} {
  if (beside.has(reason)) return { section: 'rule', code: reason, values: [] }
  if (value !== null && ofSides.has(kind)) return { section: 'aspect', code: `${kind}-${value}`, values: [] }
  return { section: 'rule', code: kind, values: value === null ? [] : [value] }
}

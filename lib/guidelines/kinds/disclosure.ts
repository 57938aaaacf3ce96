import * as z from 'zod/mini'
import { disclosureReasons } from '../disclosure/check.ts'
import { fixDisclosure } from '../disclosure/fix.ts'
import { checkJurisdictions } from '../disclosure/jurisdictions.ts'
import { jurisdictions } from '../disclosure/packs/index.ts'
import { defineRuleKind } from '../define.ts'

const codeSchema = z.string().check(z.maxLength(10))

const params = z.object({
  /** Default: the jurisdiction of the settings. */
  jurisdictions: z.optional(z.array(codeSchema).check(z.maxLength(50))),
  /** One jurisdiction, as rules were stored before a rule could name several. */
  jurisdiction: z.optional(codeSchema),
  /** The brand's own policy takes the platform's paid label alone as enough. */
  acceptPlatformLabel: z.optional(z.boolean()),
})

/** The jurisdictions a rule names, each once. */
function named(rule: z.infer<typeof params>): string[] {
  return [...new Set(rule.jurisdictions ?? (rule.jurisdiction === undefined ? [] : [rule.jurisdiction]))]
}

/** Paid, gifted and other commercial posts say so, where readers see it (compliance.md 7.3). */
export default defineRuleKind({
  kind: 'disclosure',
  label: 'kind.disclosure',
  rule: 'rule.disclosure',
  params,
  fields: [
    {
      name: 'jurisdictions',
      label: 'kind.field.jurisdictions',
      hint: 'kind.hint.jurisdictions',
      type: 'choices',
      required: false,
      options: jurisdictions.map(({ code }) => code),
    },
    { name: 'acceptPlatformLabel', label: 'kind.field.acceptPlatformLabel', type: 'boolean', required: false },
  ],
  reasons: [...disclosureReasons, 'jurisdictionUnknown'],
  value: (rule) => named(rule).join(', ') || null,
  check(view, rule, context) {
    const codes = named(rule)
    const policy = { acceptPlatformLabel: rule.acceptPlatformLabel === true }
    return checkJurisdictions(view, codes.length > 0 ? codes : [context.jurisdiction], policy, context)
  },
  fix(view, rule, finding, context) {
    const codes = named(rule)
    return fixDisclosure(view, codes.length > 0 ? codes : [context.jurisdiction], finding, context)
  },
  examples: [
    { params: {}, text: '#ad Two weeks with the @acme serum', relationship: 'paid', status: 'clear', quote: '#ad' },
    {
      params: {},
      text: 'Two weeks with the @acme serum #spon',
      relationship: 'paid',
      status: 'ambiguous',
      quote: '#spon',
    },
    { params: {}, text: 'Two weeks with the @acme serum', relationship: 'paid', status: 'missing' },
    { params: {}, text: 'Not an ad, I just love this serum', relationship: 'paid', status: 'missing' },
    {
      params: {},
      text: 'Acme sent me this serum for free, so keep that in mind.',
      relationship: 'gift',
      status: 'clear',
      quote: 'Acme sent me this serum for free',
    },
    { params: {}, text: 'Door 7 was chocolate #advent', relationship: 'none', status: 'not-needed' },
  ],
})

import * as z from 'zod/mini'
import { checkDisclosure, disclosureReasons } from '../disclosure/check.ts'
import { jurisdictions, packOf } from '../disclosure/packs/index.ts'
import { defineRuleKind } from '../define.ts'

const params = z.object({
  /** Default: the jurisdiction of the settings. */
  jurisdiction: z.optional(z.string().check(z.maxLength(10))),
  /** The brand's own policy takes the platform's paid label alone as enough. */
  acceptPlatformLabel: z.optional(z.boolean()),
})

/** Paid, gifted and other commercial posts say so, where readers see it (compliance.md 7.3). */
export default defineRuleKind({
  kind: 'disclosure',
  label: 'kind.disclosure',
  rule: 'rule.disclosure',
  params,
  fields: [
    {
      name: 'jurisdiction',
      label: 'kind.field.jurisdiction',
      type: 'choice',
      required: false,
      options: jurisdictions.map(({ code }) => code),
    },
    { name: 'acceptPlatformLabel', label: 'kind.field.acceptPlatformLabel', type: 'boolean', required: false },
  ],
  reasons: [...disclosureReasons, 'jurisdictionUnknown'],
  value: (rule) => rule.jurisdiction ?? null,
  check(view, rule, context) {
    const code = rule.jurisdiction ?? context.jurisdiction
    const pack = packOf(code)
    if (pack) return checkDisclosure(view, pack, { acceptPlatformLabel: rule.acceptPlatformLabel === true }, context)
    const reason = 'jurisdictionUnknown'
    return [{ value: code, status: 'not-checkable', reason, values: [code], evidence: [] }]
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

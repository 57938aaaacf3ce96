import type { Guideline, Rule } from '../domain/guideline.ts'
import { sampleBrand } from './brand.ts'

const must = (id: string, kind: string, severity: Rule['severity'], params: Rule['params']): Rule => ({
  id,
  kind,
  params,
  severity,
  weight: 'must',
})

/** The sample brand's guidelines: house rules for everyone, and one rule for a campaign on three sites. */
export function sampleGuidelines(now: string): Guideline[] {
  const common = { brand: sampleBrand.name, active: true, version: 1, createdAt: now, updatedAt: now, deletedAt: null }
  return [
    {
      ...common,
      id: '01JTSAMP000000STANDARD0001',
      name: `${sampleBrand.name} house rules`,
      partnerIds: null,
      rules: [
        must('disclosure', 'disclosure', 'high', {}),
        must('hashtag', 'required-hashtag', 'medium', { tag: `#${sampleBrand.hashtag}` }),
        must('superfood', 'banned-phrase', 'medium', { phrases: ['superfood'] }),
        must('guilt-free', 'banned-phrase', 'low', { phrases: ['guilt-free'] }),
      ],
    },
    {
      ...common,
      id: '01JTSAMP000000STANDARD0002',
      name: 'Autumn on the trail',
      partnerIds: ['01JTSAMP00000000PARTNER002', '01JTSAMP00000000PARTNER003', '01JTSAMP00000000PARTNER004'],
      rules: [must('mention', 'required-mention', 'medium', { handle: `@${sampleBrand.handle}` })],
    },
  ]
}

import type { Guideline, Rule } from '../../../lib/domain/guideline.ts'
import type { AssessContext, PostInput } from '../../../lib/guidelines/assess.ts'

export function postOf(text: string, over: Partial<PostInput> = {}): PostInput {
  return {
    platform: 'instagram',
    lang: null,
    text,
    textComplete: true,
    visibleText: null,
    url: null,
    labels: [],
    hashtags: [],
    mentions: [],
    ...over,
  }
}

export function ruleOf(kind: string, params: Rule['params'] = {}, over: Partial<Rule> = {}): Rule {
  return { id: `${kind}-1`, kind, params, severity: 'high', weight: 'must', ...over }
}

export function guidelineOf(rules: Rule[], over: Partial<Guideline> = {}): Guideline {
  return {
    id: '01K9ZZZZZZZZZZZZZZZZZZZZZZ',
    name: 'Autumn glow',
    brand: '',
    active: true,
    partnerIds: null,
    rules,
    version: 3,
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    deletedAt: null,
    ...over,
  }
}

export const paid: AssessContext = { jurisdiction: 'US', relationship: 'paid', partnerId: null }

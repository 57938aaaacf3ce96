import { describe, expect, it } from 'vitest'
import { kinds } from '../../../lib/guidelines/kinds/index.ts'
import { briefRules } from '../../../lib/partnership/brief.ts'

const ruleOf = (kind: string, weight: 'must' | 'prefer' = 'must') => ({
  id: `${kind}-${weight}`,
  kind,
  weight,
  params: {},
  severity: 'medium' as const,
})

describe('the rules of a brief', () => {
  it('are all of the guideline’s, each in one part, whatever kind they are of', () => {
    const rules = [
      ...kinds.map(({ kind }) => ruleOf(kind)),
      ...kinds.map(({ kind }) => ruleOf(kind, 'prefer')),
      ruleOf('not-known'),
    ]
    const told = [...briefRules({ rules }).values()].flat()
    expect(told.map(({ id }) => id).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  it('that are only preferred stand by themselves: they never block', () => {
    const parts = briefRules({
      rules: [ruleOf('banned-phrase', 'prefer'), ruleOf('banned-phrase'), ruleOf('key-message')],
    })
    expect([...parts.keys()]).toEqual(['messages', 'avoid', 'prefer'])
    expect(parts.get('prefer')?.map(({ id }) => id)).toEqual(['banned-phrase-prefer'])
  })

  it('leave out a part that no rule is in', () => {
    expect([...briefRules({ rules: [] }).keys()]).toEqual([])
  })
})

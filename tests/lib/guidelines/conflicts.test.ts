import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../lib/domain/guideline.ts'
import { conflictsOf } from '../../../lib/guidelines/conflicts.ts'

const rule = (id: string, kind: string, params: Rule['params'], change: Partial<Rule> = {}): Rule => ({
  id,
  kind,
  params,
  severity: 'medium',
  weight: 'must',
  ...change,
})
const among = (...rules: Rule[]) => conflictsOf({ rules, brand: '' })

const window = (id: string, start: string | undefined, end: string | undefined, timeZone = 'Europe/Berlin') =>
  rule(id, 'posting-window', { ...(start && { start }), ...(end && { end }), timeZone })

describe('rules at odds with one another', () => {
  it('are those that ban what another asks for, in a hashtag, too', () => {
    expect(
      among(
        rule('tag', 'required-hashtag', { tag: 'CheapThrills' }),
        rule('other', 'required-hashtag', { tag: '#Sunday' }),
        rule('ban', 'banned-phrase', { phrase: 'cheap' }),
      ),
    ).toEqual([{ code: 'required-banned', ruleId: 'tag', otherId: 'ban', values: ['#CheapThrills'] }])
  })

  it('are not those whose words only look alike', () => {
    expect(
      among(
        rule('tag', 'required-hashtag', { tag: '#ClassicBass' }),
        rule('ban', 'banned-phrase', { phrase: 'ass' }),
        rule('allowed', 'required-mention', { handle: '@acme' }),
      ),
    ).toEqual([])
  })

  it('are those that say the same twice, whatever the order of their parameters', () => {
    const first = rule('a', 'banned-phrase', { phrase: 'cheap', except: ['cheap thrills'] })
    const again = rule('b', 'banned-phrase', { except: ['cheap thrills'], phrase: 'cheap' })
    expect(among(first, again)).toEqual([{ code: 'repeated', ruleId: 'b', otherId: 'a', values: [] }])
    expect(among(first, rule('b', 'banned-phrase', { phrase: 'cheap' }))).toEqual([])
  })

  it('are not two that nothing was typed in yet', () => {
    expect(among(rule('a', 'required-hashtag', {}), rule('b', 'required-hashtag', {}))).toEqual([])
  })

  it('are windows with no time in common, on one clock', () => {
    expect(
      among(window('a', '2026-03-02', '2026-03-04'), window('b', '2026-03-05T09:00', undefined)).map(
        ({ code }) => code,
      ),
    ).toEqual(['windows-apart'])
    // The last day is all of it.
    expect(among(window('a', '2026-03-02', '2026-03-04'), window('b', '2026-03-04T18:00', undefined))).toEqual([])
    expect(among(window('a', undefined, '2026-03-04'), window('b', '2026-03-05', undefined, 'Asia/Tokyo'))).toEqual([])
  })

  it('are looked for among rules that do not parse, of unknown kinds and with hostile words, without harm', () => {
    const hostile = ['(', '.*', '[a-', '\uD800', '🙂', '$1', 'constructor']
    expect(() =>
      among(
        rule('x', 'hologram', { a: 1 }),
        rule('y', 'banned-phrase', { phrase: 7 }),
        ...hostile.flatMap((text, n) => [
          rule(`r${n}`, 'required-hashtag', { tag: text }),
          rule(`b${n}`, 'banned-phrase', { phrase: text }),
        ]),
      ),
    ).not.toThrow()
  })
})

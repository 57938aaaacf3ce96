import { describe, expect, it } from 'vitest'
import { createJudge } from '../../../lib/background/judge.ts'
import { hearAgain } from '../../../lib/background/record/comment.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { guidelineOf, ruleOf } from '../guidelines/fixtures.ts'
import { postSeen } from './seen.ts'
import { commentRow, correctionRow, neutral, partnerRow, postRow } from '../store/rows.ts'

/** An engine that takes every text for spam, in the language the text begins with. */
const engine = {
  engine: 'test-1',
  toneOf: (text: string) => ({ ...neutral, lang: text.slice(0, 2) }),
  spamOf: () => 0.99,
}
const standards = { guidelines: [], settings: defaultSettings, waivers: [], corrections: [] }

describe('the judge', () => {
  const judge = createJudge(engine)
  const hear = (text: string, n: number) =>
    hearAgain(commentRow('x:1', n, { text, toneEngine: 'before' }), null, judge.hearing(standards))

  it('believes the model about spam in English only, and leaves that out of the mood', () => {
    const comments = [hear('en best offers', 1), hear('de beste Angebote', 2), hear('fr un beau vélo', 3)]
    expect(comments.map(({ spam }) => spam)).toEqual([0.99, null, null])
    const { mood } = judge.assess(postRow(1), comments, partnerRow(1), standards, new Date(0))
    expect(mood).toMatchObject({ n: 2, spam: 1 })
  })

  it('reads “2d” on a post that nobody tracks by when it was seen', () => {
    const guidelines = [guidelineOf([ruleOf('posting-window', { start: '2026-03-01', timeZone: 'UTC' })])]
    const seen = postSeen('1', { publishedAt: null, publishedText: '2d' })
    const verdictAt = (seenAt: string) =>
      judge.consider('x', 'en', seen, seenAt, null, { ...standards, guidelines }).verdict
    expect(verdictAt('2026-03-05T12:00:00Z')).toBe('pass')
    expect(verdictAt('2026-03-01T12:00:00Z')).toBe('fail')
  })

  it('rests on the engagement formula that was chosen for a site', () => {
    const health = { ...defaultSettings.health, formulas: { x: 'median(likes+shares)/views' } }
    const chosen = { ...standards, settings: { ...defaultSettings, health } }
    expect(judge.basisOf(partnerRow(1), chosen)).not.toBe(judge.basisOf(partnerRow(1), standards))
  })

  it('rests on the corrections, and on none of those taken back', () => {
    const corrections = [correctionRow(1)]
    const basis = (of: typeof corrections) => judge.basisOf(partnerRow(1), { ...standards, corrections: of })
    expect(basis(corrections)).not.toBe(basis([]))
    expect(basis([])).toContain('|test-1|')
    expect(judge.hearing({ corrections: [] }).toneEngine).toBe('test-1')
  })
})

import { describe, expect, it } from 'vitest'
import type { Relationship } from '../../../lib/domain/partner.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { foldOf } from '../../../lib/guidelines/disclosure/platforms.ts'
import { guidelineOf, postOf, ruleOf } from './fixtures.ts'

// The cases of relationship.md B8, disclosure check, in its own words.

function check(text: string, over: Partial<PostInput> = {}, relationship: Relationship | null = 'paid') {
  const context = { jurisdiction: 'US', relationship, partnerId: null }
  const { findings, verdict } = assess(postOf(text, over), [guidelineOf([ruleOf('disclosure')])], context)
  const main = findings.find(({ weight }) => weight === 'must') ?? findings[0]
  return { verdict, main }
}
/** A caption whose "#ad" begins at the character of this number, the first one being 1. */
const adAt = (character: number) => `${'x'.repeat(character - 2)} #ad`

describe('B8: the minimum of a disclosure', () => {
  it('B8: "#ad" at character 149 passes and 151 fails with limit 150 (limit read from data)', () => {
    const youtube = { platform: 'youtube' }
    expect(foldOf({ text: adAt(151), visibleText: null, platform: 'youtube' }, null)).toBe(150)
    expect(adAt(149).charAt(148)).toBe('#')
    expect(check(adAt(149), youtube)).toMatchObject({ verdict: 'pass', main: { status: 'clear' } })
    const buried = check(adAt(151), youtube)
    expect(buried.verdict).not.toBe('pass')
    expect(buried.main).toMatchObject({
      status: 'buried',
      reason: 'disclosureBuriedFold',
      evidence: [{ quote: '#ad' }],
    })
    // The same caption where the site's own limit is another one.
    expect(check(adAt(151), { platform: 'x' }).verdict).toBe('pass')
  })

  it('B8: disclosure only in platform label -> "weak", not "missing"', () => {
    const { main, verdict } = check('so soft', { labels: ['paid-partnership'] })
    expect(main).toMatchObject({ status: 'ambiguous', note: 'label-only' })
    expect(verdict).toBe('review')
  })

  it.each(['#sp', '#spon', '#collab', '#ambassador'])('B8: "%s" alone is rejected, with its quote', (tag) => {
    const { main, verdict } = check(`so soft ${tag}`)
    expect(verdict).not.toBe('pass')
    expect(main).toMatchObject({ status: 'ambiguous', evidence: [{ quote: tag }] })
  })

  it('B8: partner with no commercial link -> check skipped, not failed', () => {
    const { main, verdict } = check('so soft', {}, 'none')
    expect(main).toMatchObject({ status: 'not-needed' })
    expect(verdict).toBe('pass')
  })

  it('B8: language matches market: a German label under an English caption is for a person', () => {
    expect(check('Werbung | so soft and so warm, what is not to like').main).toMatchObject({
      status: 'ambiguous',
      reason: 'disclosureOtherLanguage',
    })
  })

  it('B8: on a video site, that sound and picture were not checked is said', () => {
    const context = { jurisdiction: 'US', relationship: 'paid' as const, partnerId: null }
    const { findings } = assess(
      postOf('#ad so soft', { platform: 'tiktok' }),
      [guidelineOf([ruleOf('disclosure')])],
      context,
    )
    expect(findings.map(({ note }) => note)).toContain('on-screen')
  })
})

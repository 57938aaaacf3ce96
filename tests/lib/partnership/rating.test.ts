import { describe, expect, it } from 'vitest'
import { type RatingAnswer, ratingText } from '../../../lib/domain/rating.ts'
import { checkRating, readRating } from '../../../lib/partnership/rating.ts'
import { MAX_SIGN_OFF } from '../../../lib/partnership/sign-off.ts'
import { bytesOf, hmacOf } from '../../../lib/text/sha256.ts'
import { planRow, t, ulid } from '../store/rows.ts'

const secret = '5'.repeat(64)
const plan = planRow(1, { sheets: [{ id: ulid(9), secret, at: t(1) }] })
const said = {
  plan: plan.id,
  sheet: ulid(9),
  scores: { overall: 8, communication: 7, clarity: 6, freedom: 9, payment: 10 },
  comment: 'Briefs came late',
  name: 'Maya',
  at: t(2),
}
const signed = (about: Omit<RatingAnswer, 'mac'>): RatingAnswer => ({
  ...about,
  mac: hmacOf(bytesOf(secret), ratingText({ ...about, mac: '' })),
})
const file = (rating: object) => JSON.stringify({ format: 'rapport-rating', version: 1, ...rating })

describe('B5: a returned rating', () => {
  it('is read from a file or pasted text and counts as it was signed', () => {
    const read = readRating(`\uFEFF${file(signed(said))}\n`)
    expect(read).toEqual({ rating: signed(said) })
    expect(checkRating(plan, signed(said))).toBeNull()
  })

  it.each([
    ['a score', { scores: { ...said.scores, payment: 2 } }],
    ['the comment', { comment: 'All perfect' }],
    ['the name', { name: 'Somebody' }],
    ['the time', { at: t(3) }],
  ])('is refused when %s was altered', (_, change) => {
    expect(checkRating(plan, { ...signed(said), ...change })?.code).toBe('altered')
  })

  it('is refused when it belongs to another plan, or to a form that was not made here', () => {
    expect(checkRating(planRow(2), signed(said))?.code).toBe('unknown-sheet')
    expect(checkRating(plan, signed({ ...said, sheet: ulid(8) }))?.code).toBe('unknown-sheet')
    expect(checkRating(plan, signed({ ...said, plan: ulid(8) }))?.code).toBe('unknown-sheet')
  })

  it('is taken in once', () => {
    const { scores, comment, sheet: sheetId } = said
    const action = { kind: 'rate' as const, side: 'creator' as const, scores, comment, sheetId }
    const rated = { ...plan, events: [{ id: ulid(3), at: t(3), by: 'Maya', action }] }
    expect(checkRating(rated, signed(said))?.code).toBe('answered')
  })

  it.each([
    ['no JSON', 'Thanks, all was fine', 'notJson'],
    ['another file', '{"format":"rapport-sign-off","version":1}', 'notOurs'],
    ['a later version', file({ ...signed(said), version: 2 }), 'newer'],
    ['a score out of bounds', file({ ...signed(said), scores: { ...said.scores, overall: 11 } }), 'badField'],
    ['a missing score', file({ ...signed(said), scores: { overall: 5 } }), 'badField'],
    ['far too much', ' '.repeat(MAX_SIGN_OFF + 1), 'tooLarge'],
  ])('is not read from %s', (_, text, code) => {
    expect(readRating(text)).toMatchObject({ problem: { code } })
  })
})

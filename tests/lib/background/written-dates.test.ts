import { describe, expect, it } from 'vitest'
import { withWrittenDates } from '../../../lib/background/written-dates.ts'
import { commentSeen, look, postSeen } from './seen.ts'

const dateOf = (publishedText: string | null, lang: string, publishedAt: string | null = null) => {
  const shown = { publishedAt, publishedText }
  const post = postSeen('1', { ...shown, comments: [commentSeen('Nice', shown)] })
  const [seen] = withWrittenDates(look(0, { lang, seenAt: '2026-11-22T12:00:00.000Z', posts: [post] })).posts
  expect(seen?.comments[0]?.publishedAt).toBe(seen?.publishedAt)
  return seen?.publishedAt
}

describe('a date that a page tells in words', () => {
  it.each([
    ['7 novembre 2025', 'fr', '2025-11-07T12:00:00.000Z'],
    ['3. März 2026', 'de', '2026-03-03T12:00:00.000Z'],
    ['2026年6月10日', 'ja', '2026-06-10T12:00:00.000Z'],
    // The post is in another language than the page says.
    ['7 novembre 2025', 'en', '2025-11-07T12:00:00.000Z'],
  ])('%s is that day', (shown, lang, day) => {
    expect(dateOf(shown, lang)).toBe(day)
  })

  it.each([
    ['3 days ago', 'en'],
    ['2d', 'en'],
    ['Yesterday at 18:30', 'en'],
    ['2 Std.', 'de'],
    ['See more', 'en'],
  ])('is not made of %s', (shown, lang) => {
    expect(dateOf(shown, lang)).toBeNull()
  })

  it('does not replace an instant', () => {
    expect(dateOf('7 novembre 2025', 'fr', '2025-11-08T01:00:00.000Z')).toBe('2025-11-08T01:00:00.000Z')
  })
})

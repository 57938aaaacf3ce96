import { assert, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metrics, PostSeen } from '../../../../lib/domain/observation.ts'
import { complete } from '../../../../lib/sites/embedded/complete.ts'
import type { PostData } from '../../../../lib/sites/embedded/types.ts'
import { look, noMetrics, postSeen, profileSeen } from '../../background/seen.ts'

const about = (post: Partial<PostSeen>, data: Omit<PostData, 'id'>, seenAt = '2026-11-22T12:00:00.000Z') => {
  const { observation, ...rest } = complete(look(1, { posts: [postSeen('1', post)], seenAt }), {
    posts: new Map([['1', { id: '1', ...data }]]),
    profiles: new Map(),
  })
  return { post: observation.posts[0], ...rest }
}
const likes = (value: number, step: number): { metrics: Metrics } => ({
  metrics: { ...noMetrics, likes: { value, step } },
})

describe('a figure', () => {
  it('that is shown rounded becomes the exact one it stands for, and says where that is from', () => {
    const { post, misses } = about(likes(1_200, 100), { likes: 1_249 })
    expect(post?.metrics.likes).toEqual({ value: 1_249, step: 1, source: 'embedded' })
    expect(misses).toEqual([])
  })

  it.each([
    ['is beyond what is shown', 1_300],
    ['is below it', 1_199],
    ['is rounded itself', 1_200],
  ])('stays as shown where the data %s', (_what, said) => {
    expect(about(likes(1_200, 100), { likes: said }).post?.metrics.likes).toEqual({ value: 1_200, step: 100 })
  })

  it('that the page does not show stays unknown', () => {
    expect(about({}, { likes: 1_249 }).post?.metrics.likes).toBeNull()
  })

  it('that is contradicted stays as shown, and the contradiction is told', () => {
    const { post, misses, fields } = about(likes(1_200, 100), { likes: 90 })
    expect(post?.metrics.likes).toEqual({ value: 1_200, step: 100 })
    expect(misses).toEqual([{ field: 'data.likes', of: 1, missing: 1, tried: ['1200 ≠ 90'] }])
    expect(fields).toEqual([{ field: 'data.likes', of: 1, won: [0] }])
  })

  it('that moved on a little since is no contradiction', () => {
    expect(about(likes(1_200, 100), { likes: 1_150 }).misses).toEqual([])
    expect(about(likes(3, 1), { likes: 40 }).misses).toEqual([])
  })

  it('is never anything but what is shown, or a figure that it covers', () => {
    const figure = record({ value: nat(10_000_000), step: constantFrom(1, 10, 100, 1_000, 100_000) })
    assert(
      property(figure, nat(20_000_000), (shown, said) => {
        const { post } = about({ metrics: { ...noMetrics, likes: shown } }, { likes: said })
        const { value, step } = post?.metrics.likes ?? { value: -1, step: 0 }
        expect(value).toBeGreaterThanOrEqual(shown.value)
        expect(value + step).toBeLessThanOrEqual(shown.value + shown.step)
      }),
    )
  })
})

describe('a caption', () => {
  const cut = { text: 'Rye, seeds and patience.\nThe whole…', textComplete: false, hashtags: ['rye'] }

  it('that is shown cut is completed, and what was shown of it is kept', () => {
    const { post } = about(cut, { text: 'Rye, seeds and patience. The whole recipe\n#rye #ad @flour.co' })
    expect(post).toMatchObject({
      text: 'Rye, seeds and patience. The whole recipe\n#rye #ad @flour.co',
      textComplete: true,
      visibleText: cut.text,
      hashtags: ['rye', 'ad'],
      mentions: ['flour.co'],
      embedded: ['text'],
    })
  })

  it('that links to shortened addresses is the same', () => {
    const shown = { ...cut, text: 'Rye: https://flour.example/rec... and' }
    expect(about(shown, { text: 'Rye: https://flour.example/recipes/rye and seeds' }).post?.textComplete).toBe(true)
  })

  it.each([
    ['is complete already', { ...cut, textComplete: true }],
    ['is not shown', { ...cut, text: '' }],
  ])('stays as it is where it %s', (_what, shown) => {
    const { post, misses } = about(shown, { text: 'Rye, seeds and patience. The whole recipe' })
    expect(post).toEqual(postSeen('1', shown))
    expect(misses).toEqual([])
  })

  it('of another text stays as shown, and the contradiction is told', () => {
    const { post, misses } = about(cut, { text: 'Wheat is what we bake today, and nothing else' })
    expect(post).toEqual(postSeen('1', cut))
    expect(misses.map(({ field }) => field)).toEqual(['data.text'])
  })
})

describe('a date', () => {
  const shown = { publishedAt: null, publishedText: '2 years ago' }

  it('is the exact one where the page shows how long ago it was', () => {
    const { post } = about(shown, { publishedAt: Date.UTC(2024, 2, 27, 17, 55) })
    expect(post).toMatchObject({ publishedAt: '2024-03-27T17:55:00.000Z', embedded: ['publishedAt'] })
  })

  it.each([
    ['another time', shown, Date.UTC(2026, 10, 1)],
    ['a time before all of it', shown, Date.UTC(2015, 10, 1)],
  ])('stays unknown where the data is of %s, and that is told', (_what, post, said) => {
    const read = about(post, { publishedAt: said })
    expect(read.post?.publishedAt).toBeNull()
    expect(read.misses.map(({ field }) => field)).toEqual(['data.publishedAt'])
  })

  it('stays unknown where the page shows none', () => {
    const { post } = about({ publishedAt: null, publishedText: null }, { publishedAt: Date.UTC(2024, 2, 27) })
    expect(post?.publishedAt).toBeNull()
  })

  it('that the page shows itself is its own', () => {
    const own = { publishedAt: '2024-03-27T12:00:00.000Z', publishedText: 'Mar 27, 2024' }
    expect(about(own, { publishedAt: Date.UTC(2024, 2, 27, 17) }).post).toEqual(postSeen('1', own))
  })
})

describe('the data', () => {
  it('of a profile completes that one, whatever the letters of its handle', () => {
    const profile = profileSeen({ handle: 'Maya', followers: { value: 86_400, step: 100 } })
    const profiles = new Map([['maya', { handle: 'MAYA', followers: 86_423, posts: 12 }]])
    const { observation } = complete(look(1, { profile }), { posts: new Map(), profiles })
    expect(observation.profile).toEqual({
      ...profile,
      followers: { value: 86_423, step: 1, source: 'embedded' },
    })
  })

  it('of other posts and profiles is not used, and adds none', () => {
    const seen = look(1, {
      posts: [postSeen('1', likes(1_200, 100)), postSeen('x', { id: null })],
      profile: profileSeen(),
    })
    const posts = new Map([['2', { id: '2', likes: 1_249 }]])
    const profiles = new Map([['other', { handle: 'other', followers: 5 }]])
    expect(complete(seen, { posts, profiles })).toEqual({ observation: seen, fields: [], misses: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { MAX_COMMENTS } from '../../../lib/domain/limits.ts'
import { readShare } from '../../../lib/domain/read-share.ts'

const shown = (value: number, step = 1) => ({ value, step })

describe('how much of a page was read', () => {
  it('is told beside the comments that the page counts', () => {
    expect(readShare([{ read: 500, shown: shown(5_000) }])).toEqual({
      posts: 1,
      comments: 500,
      commentsOf: 5_000,
      isAbout: false,
      isBounded: false,
    })
  })

  it('says "about" where the page rounds its figure', () => {
    expect(readShare([{ read: 500, shown: shown(5_100, 100) }])).toMatchObject({ commentsOf: 5_100, isAbout: true })
  })

  it('leaves posts out whose comments are on another page', () => {
    const posts = [
      { read: 3, shown: shown(3) },
      { read: 0, shown: shown(900) },
    ]
    expect(readShare(posts)).toMatchObject({ posts: 2, comments: 3, commentsOf: null, isBounded: false })
  })

  it('adds the figures of several posts, and never counts fewer than were read', () => {
    const posts = [
      { read: 5, shown: shown(2) },
      { read: 5, shown: shown(15) },
    ]
    expect(readShare(posts)).toMatchObject({ comments: 10, commentsOf: 20 })
  })

  it('says that there may be more where the page does not count them', () => {
    expect(readShare([{ read: MAX_COMMENTS, shown: null }])).toMatchObject({ commentsOf: null, isBounded: true })
    expect(readShare([{ read: MAX_COMMENTS - 1, shown: null }])).toMatchObject({ isBounded: false })
  })
})

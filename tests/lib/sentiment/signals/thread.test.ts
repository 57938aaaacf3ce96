import { describe, expect, it } from 'vitest'
import type { ToneLabel } from '../../../../lib/domain/tone.ts'
import { copiesIn } from '../../../../lib/sentiment/signals/copies.ts'
import {
  crowdOf,
  isSpam,
  listen,
  moodOfThread,
  replyShareOf,
  type Said,
} from '../../../../lib/sentiment/signals/thread.ts'

let authors = 0
const comment = (text: string, label: ToneLabel = 'neutral', more: Partial<Said> = {}): Said => ({
  text,
  author: `author${++authors}`,
  byAuthor: false,
  tone: { label },
  ...more,
})
const COPY = 'This brand changed my mornings completely, everyone should try their oats'

const said = (text: string, author: string | null) => ({ text, author })
const of = (generic: number, n: number) =>
  crowdOf(
    listen(Array.from({ length: n }, (_, at) => comment(at < generic ? '😍' : `the crust of number ${at} is burnt`))),
  )

describe('near-duplicates in a thread', () => {
  it('by three authors are a cluster, however case, signs and small changes differ', () => {
    const comments = [
      said(COPY, 'a'),
      said('I liked the part with the dog best, what is its name', 'b'),
      said(`${COPY.toUpperCase()} 🔥🔥`, 'c'),
      said(COPY.replace('should', 'must'), 'd'),
    ]
    expect(copiesIn(comments)).toEqual([[0, 2, 3]])
  })

  it('by one author, by two, by unknown ones, or of few words are none', () => {
    expect(copiesIn([said(COPY, 'a'), said(COPY, 'a'), said(COPY, 'a')])).toEqual([])
    expect(copiesIn([said(COPY, 'a'), said(COPY, 'b')])).toEqual([])
    expect(copiesIn([said(COPY, null), said(COPY, null), said(COPY, null)])).toEqual([])
    expect(copiesIn(['a', 'b', 'c', 'd'].map((author) => said('love this so much', author)))).toEqual([])
  })

  it('are told from comments on the same matter', () => {
    const comments = [
      said('The blue one goes so well with your kitchen tiles, lovely', 'a'),
      said('The green one goes nowhere with my bathroom tiles, sadly', 'b'),
      said('The red one would go well with your old kitchen, maybe', 'c'),
    ]
    expect(copiesIn(comments)).toEqual([])
  })

  it('are looked for in threads of thousands', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => said(`${COPY} ${at % 7}`, `a${at}`))
    expect(copiesIn(many)).toHaveLength(1)
  })
})

describe('the mood of a thread', () => {
  it('leaves out spam, copies and the creator’s replies, and counts what it left out', () => {
    const heard = listen([
      comment('love the crust', 'positive'),
      comment('DM me for promo', 'positive'),
      comment(COPY, 'positive'),
      comment(COPY, 'positive'),
      comment(`${COPY}!`, 'positive'),
      comment('thank you all!', 'positive', { byAuthor: true }),
      comment('dry and bland', 'negative'),
    ])
    expect(moodOfThread(heard)).toEqual({ n: 2, positive: 1, neutral: 0, negative: 1, unclear: 0, spam: 4 })
    expect(heard.filter(isSpam)).toHaveLength(4)
  })

  it('takes a hope to win for engagement, and anger about a giveaway for anger', () => {
    const heard = listen([
      comment('I hope I win, I love it', 'positive'),
      comment('this giveaway is fake, shame on you', 'negative'),
    ])
    expect(moodOfThread(heard)).toMatchObject({ n: 2, positive: 0, neutral: 1, negative: 1 })
  })

  it('does not take those who enter a giveaway with the words it asked for for bots', () => {
    const entry = 'I entered the giveaway, liked, followed and shared your lovely post'
    expect(listen([comment(entry), comment(entry), comment(entry)]).filter(isSpam)).toEqual([])
  })
})

describe('how genuine a thread looks', () => {
  it('B1: >=50% generic/emoji-only/mention-only = alarm, 1-3 in 20 ignorable', () => {
    expect(of(3, 20)).toEqual({ n: 20, generic: 3, spam: 0, level: 'usual' })
    expect(of(4, 20)).toEqual({ n: 20, generic: 4, spam: 0, level: 'some' })
    expect(of(10, 20)).toEqual({ n: 20, generic: 10, spam: 0, level: 'alarm' })
  })

  it('is told without spam and copies, which are counted apart', () => {
    const spam = Array.from({ length: 12 }, () => comment('DM me for promo'))
    const voices = Array.from({ length: 10 }, (_, at) => comment(at < 5 ? '@leo @mia' : `the crust of ${at} is burnt`))
    expect(crowdOf(listen([...spam, ...voices]))).toEqual({ n: 10, generic: 5, spam: 12, level: 'alarm' })
    expect(crowdOf(listen([...spam, ...voices]), 60).level).toBe('some')
  })

  it('says nothing of fewer than ten', () => {
    expect(of(9, 9)).toEqual({ n: 9, generic: 9, spam: 0, level: null })
  })
})

describe('whether the creator answers', () => {
  it('B1: creator’s reply share to visible comments is tracked, and is nothing where nobody else wrote', () => {
    const asked = ['Which flour?', 'So good', 'Where is this?', 'Again?'].map((text) => comment(text))
    const replies = [comment('Rye!', 'neutral', { byAuthor: true })]
    expect(replyShareOf([...asked, ...replies])).toEqual({ comments: 4, replies: 1, share: 0.25 })
    expect(replyShareOf(replies)).toEqual({ comments: 0, replies: 1, share: null })
  })
})

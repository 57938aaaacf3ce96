import { beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../../lib/background/ingest.ts'
import { removeOld } from '../../../lib/background/retention.ts'
import type { Observation, PostSeen } from '../../../lib/domain/observation.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { QuotaError } from '../../../lib/store/interface.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { partnerRow, t } from '../store/rows.ts'
import { createTestJudge } from './judge.ts'
import { commentSeen, likes, look, noMetrics, postSeen, profileSeen } from './seen.ts'

let store: Store
let isFull = false
const judge = createTestJudge()
const now = new Date(t(1_000))

const see = (observation: Observation, at = now) => ingest(store, judge, { observation, misses: [], fields: [] }, at)
const texts = async (id: string) => (await store.revisions.ofPost(id)).map((revision) => revision.text)
const post = async (id: string) => {
  const found = await store.posts.get(id)
  if (!found) throw new Error(`no post ${id}`)
  return found
}

beforeEach(async () => {
  isFull = false
  store = createMemoryStore({ isFull: () => isFull })
  await store.write((tx) => tx.put('partners', partnerRow(1)))
})

const figures = async () => (await store.metrics.ofPost('x:1')).map((row) => [row.metrics.likes?.value, row.at])
const followers = (value: number, step = 1) => profileSeen({ followers: { value, step } })
const withComments = (...comments: ReturnType<typeof commentSeen>[]) => ({
  page: 'post' as const,
  posts: [postSeen('1', { comments })],
})
/** A server’s feed with one post, number 1. */
const on = (host: string, handle: string, text: string): Observation => {
  const posts = [postSeen('1', { author: { handle, name: null }, text })]
  return look(1, { platform: 'mastodon', url: `https://${host}/home`, page: 'feed', posts })
}
const miss = (field: string) => ({ field, of: 3, missing: 3, tried: ['.a'] })
const take = (at: number, missed: string[], hits: string[] = []) =>
  ingest(
    store,
    judge,
    { observation: look(at), misses: missed.map(miss), fields: hits.map((field) => ({ field, of: 3, won: [3] })) },
    now,
  )
const missRow = () => store.misses.get('x|profile|post.likes')

describe('whose posts are kept', () => {
  it('only those of tracked partners, whatever the spelling of the handle', async () => {
    const posts = [
      postSeen('1', { author: { handle: 'Creator1', name: null } }),
      postSeen('2', { author: { handle: 'someone.else', name: null } }),
      postSeen('3', { author: { handle: null, name: 'Creator 1' } }),
    ]
    await see(look(1, { page: 'feed', posts }))
    expect(await store.posts.idsOfAccount('x:creator1')).toEqual(['x:1'])
    expect(await store.stats()).toMatchObject({ posts: 1 })
  })

  describe('where every server has accounts and numbers of its own', () => {
    beforeEach(async () => {
      const account = { platform: 'mastodon', handle: 'maya@one.example', url: 'https://one.example/@maya' }
      await store.write((tx) => tx.put('partners', partnerRow(2, { accounts: [account] })))
    })

    it('not those of somebody else of the same name on another server', async () => {
      await see(on('two.example', 'maya', 'I am another Maya'))
      expect(await store.stats()).toMatchObject({ posts: 0 })
    })

    it('not what another server shows under the number of a stored post', async () => {
      await see(on('one.example', 'maya', 'Mine'))
      await see(on('two.example', 'maya', 'Forged'))
      await see(on('two.example', 'maya@one.example', 'Forged, too'))
      const [id = ''] = await store.posts.idsOfAccount('mastodon:maya@one.example')
      expect(await texts(id)).toEqual(['Mine'])
    })

    it('each once: another server’s copy is the same post with other figures', async () => {
      await see(on('one.example', 'maya', 'Mine'))
      await see(on('two.example', 'maya@one.example', 'Mine'))
      expect(await store.stats()).toMatchObject({ posts: 1 })
    })

    it('also from a server of one’s own, when that is where the creator was added', async () => {
      const account = { platform: 'mastodon', handle: 'lee@one.example', url: 'https://own.example/@lee@one.example' }
      await store.write((tx) => tx.put('partners', partnerRow(3, { accounts: [account] })))
      await see(on('own.example', 'lee@one.example', 'Hello'))
      expect(await store.posts.idsOfAccount('mastodon:lee@one.example')).toEqual(['mastodon:own.example/1'])
    })
  })

  it('none of a partner who was deleted', async () => {
    await store.write((tx) => tx.put('partners', partnerRow(1, { deletedAt: t(0) })))
    await see(look(1, { posts: [postSeen('1')], profile: profileSeen() }))
    expect(await store.stats()).toMatchObject({ posts: 0 })
    expect(await store.profiles.latest('x:creator1')).toBeNull()
  })

  it('a tile without author on the profile page is the profile owner’s', async () => {
    const tile = postSeen('1', { author: { handle: null, name: null } })
    await see(look(1, { profile: profileSeen(), posts: [tile] }))
    expect((await post('x:1')).account).toBe('x:creator1')
  })

  it('a known post is recognised by its id where its author is not shown', async () => {
    await see(look(1, { posts: [postSeen('1', { metrics: likes(5) })] }))
    const tile = postSeen('1', { author: { handle: null, name: null }, metrics: likes(6) })
    await see(look(2, { page: 'search', posts: [tile] }))
    expect((await post('x:1')).metrics.likes).toEqual({ value: 6, step: 1 })
    expect((await post('x:1')).author).toEqual({ handle: 'creator1', name: 'Creator 1' })
  })

  it('a post without an id is not stored', async () => {
    await see(look(1, { posts: [{ ...postSeen('1'), id: null }, postSeen('')] }))
    expect(await store.stats()).toMatchObject({ posts: 0 })
  })
})

describe('seeing again', () => {
  it('fifty looks at one post make one post and one row of figures', async () => {
    for (let n = 1; n <= 50; n++) await see(look(n, { posts: [postSeen('1', { metrics: likes(12) })] }))
    expect(await store.posts.countOfAccount('x:creator1')).toBe(1)
    expect(await store.metrics.ofPost('x:1')).toMatchObject([{ at: t(1), lastSeenAt: t(50) }])
    expect(await store.revisions.ofPost('x:1')).toMatchObject([{ firstSeenAt: t(1), lastSeenAt: t(50) }])
    expect(await post('x:1')).toMatchObject({ firstSeenAt: t(1), lastSeenAt: t(50) })
  })

  it('a message repeated after a lost acknowledgement changes nothing', async () => {
    const observation = look(5, {
      profile: profileSeen({ followers: { value: 10, step: 1 } }),
      posts: [postSeen('1', { metrics: likes(3), comments: [commentSeen('hi'), commentSeen('hi')] })],
    })
    const first = await see(observation)
    const before = await dump()
    const second = await see(observation)
    expect([first.changed, second.changed]).toEqual([true, false])
    expect(await dump()).toEqual(before)
  })

  it('says that nothing changed where only time has passed', async () => {
    await see(look(1, { posts: [postSeen('1')] }))
    expect((await see(look(2, { posts: [postSeen('1')] }))).changed).toBe(false)
    expect((await see(look(3, { posts: [postSeen('1', { text: 'Another' })] }))).changed).toBe(true)
  })

  it('the same post twice in one look counts once', async () => {
    const twice = [postSeen('1', { text: 'first' }), postSeen('1', { text: 'second' })]
    await see(look(1, { posts: twice }))
    await see(look(1, { posts: twice }))
    expect(await texts('x:1')).toEqual(['first'])
  })

  it('gives back the assessment of every stored post of the look', async () => {
    await see(look(1, { posts: [postSeen('1', { text: 'bad' }), postSeen('2')] }))
    const { assessments } = await see(look(2, { posts: [postSeen('1', { text: 'bad' }), postSeen('2')] }))
    expect([...assessments].map(([id, { verdict }]) => [id, verdict])).toEqual([
      ['1', 'fail'],
      ['2', 'pass'],
    ])
  })
})

describe('figures', () => {
  it('a changed figure begins a new row', async () => {
    for (const [at, value] of [
      [1, 10],
      [2, 10],
      [3, 12],
      [4, 10],
    ] as const)
      await see(look(at, { posts: [postSeen('1', { metrics: likes(value) })] }))
    expect(await figures()).toEqual([
      [10, t(1)],
      [12, t(3)],
      [10, t(4)],
    ])
  })

  it('a figure that a page does not show neither changes nor erases the known one', async () => {
    await see(look(1, { posts: [postSeen('1', { metrics: likes(10) })] }))
    await see(look(2, { page: 'feed', posts: [postSeen('1', { metrics: noMetrics })] }))
    expect(await figures()).toEqual([[10, t(1)]])
    expect((await post('x:1')).metrics.likes).toEqual({ value: 10, step: 1 })
  })

  it('an exact figure inside a rounded one’s range is not a change, and the exact one is kept', async () => {
    await see(look(1, { posts: [postSeen('1', { metrics: likes(1_200, 100) })] }))
    await see(look(2, { posts: [postSeen('1', { metrics: likes(1_234) })] }))
    await see(look(3, { posts: [postSeen('1', { metrics: likes(1_200, 100) })] }))
    expect(await store.metrics.ofPost('x:1')).toMatchObject([
      { at: t(1), lastSeenAt: t(3), metrics: { likes: { value: 1_234, step: 1 } } },
    ])
    await see(look(4, { posts: [postSeen('1', { metrics: likes(1_300, 100) })] }))
    expect(await figures()).toEqual([
      [1_234, t(1)],
      [1_300, t(4)],
    ])
  })

  it('a zero is a figure, not a gap', async () => {
    await see(look(1, { posts: [postSeen('1', { metrics: likes(0) })] }))
    expect((await post('x:1')).metrics.likes).toEqual({ value: 0, step: 1 })
  })

  it('profile figures make a series of their own', async () => {
    await see(look(1, { profile: followers(12_300, 100) }))
    await see(look(2, { profile: followers(12_345) }))
    await see(look(3, { profile: followers(13_000) }))
    expect(await store.profiles.ofAccount('x:creator1')).toMatchObject([
      { at: t(1), lastSeenAt: t(2), followers: { value: 12_345, step: 1 } },
      { at: t(3), followers: { value: 13_000 } },
    ])
  })
})

describe('captions', () => {
  it('an edit becomes a revision with the time it was first seen', async () => {
    await see(look(1, { page: 'post', posts: [postSeen('1', { text: 'Lovely soup' })] }))
    await see(look(2, { page: 'post', posts: [postSeen('1', { text: 'Lovely soup #ad' })] }))
    await see(look(3, { page: 'post', posts: [postSeen('1', { text: 'Lovely soup' })] }))
    expect(await store.revisions.ofPost('x:1')).toMatchObject([
      { text: 'Lovely soup', firstSeenAt: t(1), lastSeenAt: t(1) },
      { text: 'Lovely soup #ad', firstSeenAt: t(2) },
      { text: 'Lovely soup', firstSeenAt: t(3) },
    ])
    expect((await post('x:1')).text).toBe('Lovely soup')
  })

  it.each([
    ['cut', { text: 'A long caption that', textComplete: false }],
    ['empty', { text: '', textComplete: true }],
    ['only a title', { text: 'Title', textComplete: false }],
    ['the beginning, not marked as cut,', { text: 'A long caption', textComplete: true }],
    ['written with other spaces', { text: 'A  long caption\nthat goes on #ad ', textComplete: true }],
  ])('a text that is %s in a feed is no edit and replaces nothing', async (_how, seen) => {
    const whole = 'A long caption that goes on #ad'
    await see(look(1, { page: 'post', posts: [postSeen('1', { text: whole, hashtags: ['ad'] })] }))
    await see(look(2, { page: 'feed', posts: [postSeen('1', { ...seen, hashtags: [] })] }))
    expect(await texts('x:1')).toHaveLength(1)
    expect((await post('x:1')).text.replaceAll(/\s+/g, ' ').trim()).toBe(whole)
    expect(await post('x:1')).toMatchObject({ textComplete: true, hashtags: ['ad'] })
  })

  it('completing a cut text is not an edit', async () => {
    await see(look(1, { page: 'feed', posts: [postSeen('1', { text: 'A long', textComplete: false })] }))
    await see(look(2, { page: 'feed', posts: [postSeen('1', { text: 'A long caption', textComplete: false })] }))
    expect(await post('x:1')).toMatchObject({ text: 'A long caption', textComplete: false })
    await see(look(3, { page: 'post', posts: [postSeen('1', { text: 'A long caption, whole' })] }))
    expect(await texts('x:1')).toEqual(['A long caption, whole'])
    expect(await post('x:1')).toMatchObject({ textComplete: true, firstSeenAt: t(1) })
  })

  it('on the post’s own page, words taken off the end are an edit', async () => {
    await see(look(1, { page: 'post', posts: [postSeen('1', { text: 'Soup. #ad' })] }))
    await see(look(2, { page: 'post', posts: [postSeen('1', { text: 'Soup.' })] }))
    expect(await texts('x:1')).toEqual(['Soup. #ad', 'Soup.'])
  })

  it('the paid promotion mark stays, because the player hides it after seconds', async () => {
    await see(look(1, { page: 'post', posts: [postSeen('1', { labels: ['paid-promotion'] })] }))
    await see(look(2, { page: 'post', posts: [postSeen('1', { labels: [] })] }))
    expect((await post('x:1')).labels).toEqual(['paid-promotion'])
  })

  it('a label is taken off only where its absence means something', async () => {
    const labelled = postSeen('1', { labels: ['pinned', 'paid-partnership'] })
    await see(look(1, { page: 'profile', posts: [labelled] }))
    await see(look(2, { page: 'feed', posts: [postSeen('1')] }))
    expect((await post('x:1')).labels).toEqual(['paid-partnership', 'pinned'])
    await see(look(3, { page: 'post', posts: [postSeen('1')] }))
    expect((await post('x:1')).labels).toEqual(['pinned'])
    await see(look(4, { page: 'profile', posts: [postSeen('1')] }))
    expect((await post('x:1')).labels).toEqual([])
  })
})

describe('messages that arrive late', () => {
  it('do not move the last sighting back, nor replace the newer text or figure', async () => {
    await see(look(9, { page: 'post', posts: [postSeen('1', { text: 'new', metrics: likes(9) })] }))
    await see(look(2, { page: 'post', posts: [postSeen('1', { text: 'old', metrics: likes(2) })] }))
    expect(await post('x:1')).toMatchObject({ text: 'new', firstSeenAt: t(2), lastSeenAt: t(9) })
    expect((await post('x:1')).metrics.likes?.value).toBe(9)
    expect(await texts('x:1')).toEqual(['old', 'new'])
    expect((await store.metrics.ofPost('x:1')).map((row) => row.metrics.likes?.value)).toEqual([2, 9])
  })

  it('from a tab that was not up to date make no false edit', async () => {
    for (const [at, text] of [
      [1, 'v1'],
      [3, 'v2'],
      [9, 'v2'],
      [5, 'v1'],
    ] as const)
      await see(look(at, { page: 'post', posts: [postSeen('1', { text })] }))
    expect(await texts('x:1')).toEqual(['v1', 'v2'])
  })

  it('close the gap between two sightings of one text', async () => {
    for (const at of [5, 1, 3]) await see(look(at, { page: 'post', posts: [postSeen('1', { metrics: likes(4) })] }))
    expect(await store.revisions.ofPost('x:1')).toMatchObject([{ firstSeenAt: t(1), lastSeenAt: t(5) }])
    expect(await store.metrics.ofPost('x:1')).toMatchObject([{ id: `x:1@${t(1)}`, at: t(1), lastSeenAt: t(5) }])
  })
})

describe('clocks', () => {
  it('a look from the future counts as of now', async () => {
    await see(look(5_000, { posts: [postSeen('1')] }), new Date(t(10)))
    expect(await post('x:1')).toMatchObject({ firstSeenAt: t(10), lastSeenAt: t(10) })
  })

  it('rows from a time when the clock ran ahead do not shut out what is seen now', async () => {
    await see(
      look(900, { page: 'post', posts: [postSeen('1', { text: 'ahead', metrics: likes(1) })] }),
      new Date(t(900)),
    )
    await see(
      look(20, { page: 'post', posts: [postSeen('1', { text: 'corrected', metrics: likes(2) })] }),
      new Date(t(21)),
    )
    await see(
      look(22, { page: 'post', posts: [postSeen('1', { text: 'corrected', metrics: likes(2) })] }),
      new Date(t(22)),
    )
    expect((await post('x:1')).text).toBe('corrected')
    expect((await post('x:1')).metrics.likes?.value).toBe(2)
  })

  it('instants with other precision are compared by time, not by spelling', async () => {
    await see({ ...look(0, { posts: [postSeen('1')] }), seenAt: '2026-11-01T00:05:00.5Z' })
    await see({ ...look(0, { posts: [postSeen('1')] }), seenAt: '2026-11-01T00:05:00Z' })
    expect((await post('x:1')).lastSeenAt).toBe('2026-11-01T00:05:00.500Z')
    expect((await post('x:1')).firstSeenAt).toBe('2026-11-01T00:05:00.000Z')
  })
})

describe('comments', () => {
  it('are told apart by author and text where the site gives no id, without keeping who wrote them', async () => {
    const follower = { handle: 'Jo.Doe', name: 'Jo Doe' }
    const observation = withComments(
      commentSeen('nice', { author: follower }),
      commentSeen('nice', { author: { handle: 'other', name: null } }),
      commentSeen('nice', { author: follower }),
    )
    await see(look(1, observation))
    await see(look(2, observation))
    const stored = await store.comments.ofPost('x:1')
    expect(stored).toHaveLength(2)
    expect(JSON.stringify(stored).toLowerCase()).not.toMatch(/jo\.doe|jo doe|other/)
    expect(new Set(stored.map((comment) => comment.authorHash)).size).toBe(2)
  })

  it('are the same comment when the site gives the same id, even when edited', async () => {
    await see(look(1, withComments(commentSeen('nice', { id: 'c1' }))))
    await see(look(2, withComments(commentSeen('bad', { id: 'c1' }))))
    const [only, ...rest] = await store.comments.ofPost('x:1')
    expect(rest).toEqual([])
    expect(only).toMatchObject({ id: 'x:1/c1', text: 'bad', tone: { label: 'negative' }, firstSeenAt: t(1) })
    expect((await store.assessments.get('x:1'))?.mood).toMatchObject({ n: 1, negative: 1 })
  })

  it('that are cut do not replace the whole text', async () => {
    await see(look(1, withComments(commentSeen('a whole comment', { id: 'c1' }))))
    await see(look(2, withComments(commentSeen('a whole…', { id: 'c1' }))))
    expect((await store.comments.ofPost('x:1')).map((comment) => comment.text)).toEqual(['a whole comment'])
  })

  it('add up over looks that show different ones, and the mood counts them all', async () => {
    await see(look(1, withComments(commentSeen('one', { id: '1' }))))
    await see(look(2, withComments(commentSeen('bad two', { id: '2' }))))
    expect((await store.assessments.get('x:1'))?.mood).toMatchObject({ n: 2, neutral: 1, negative: 1 })
  })

  it('of untracked posts leave nothing behind', async () => {
    const stranger = postSeen('7', { author: { handle: 'stranger', name: null }, comments: [commentSeen('hi')] })
    await see(look(1, { page: 'post', posts: [stranger] }))
    expect(await store.stats()).toMatchObject({ comments: 0, posts: 0 })
  })

  it('with an endless id still get a short key', async () => {
    await see(look(1, withComments(commentSeen('x', { id: 'i'.repeat(2_000) }))))
    expect((await store.comments.ofPost('x:1'))[0]?.id.length).toBeLessThan(100)
  })
})

const likesSeen = (won: number) => [{ field: 'post.likes', of: 8, won: [won] }]
const several = (changes: (n: number) => Partial<PostSeen>) =>
  Array.from({ length: 8 }, (_, n) => postSeen(`${n}`, changes(n)))
const wholeCaption = (n: number) => ({ text: `Caption ${n} with quite a few words in it. `.repeat(4) })

const lookAt = (at: number, posts: PostSeen[], won: number) =>
  ingest(
    store,
    judge,
    {
      observation: look(at, { posts }),
      misses: won === 8 ? [] : [{ field: 'post.likes', of: 8, missing: 8 - won, tried: ['a'] }],
      fields: likesSeen(won),
    },
    now,
  )

describe('drift', () => {
  it('raises an alarm in the look in which a field breaks, which pages of ours hear of, and ends it with the next find', async () => {
    const found = several(() => ({ metrics: likes(10) }))
    const lost = several(() => ({}))
    expect((await lookAt(1, found, 8)).alarms).toEqual([])
    const broken = await lookAt(2, lost, 0)
    expect(broken).toMatchObject({ changed: true, alarms: [{ code: 'stopped', field: 'post.likes', since: t(2) }] })
    expect(await lookAt(3, lost, 0)).toMatchObject({ changed: false })
    expect(await lookAt(4, found, 8)).toMatchObject({ changed: true, alarms: [] })
  })

  it('stores no figure of a jump that several posts make at once, and goes on when they are as before', async () => {
    await lookAt(
      1,
      several(() => ({ metrics: likes(4_000) })),
      8,
    )
    const jumped = await lookAt(
      2,
      several(() => ({ metrics: likes(40) })),
      8,
    )
    expect(jumped.alarms).toMatchObject([{ code: 'jumped', field: 'post.likes', since: t(2) }])
    expect((await store.posts.get('x:3'))?.metrics.likes).toEqual({ value: 4_000, step: 1 })
    expect(
      await lookAt(
        3,
        several(() => ({ metrics: likes(4_100) })),
        8,
      ),
    ).toMatchObject({ alarms: [] })
    expect((await store.posts.get('x:3'))?.metrics.likes).toEqual({ value: 4_100, step: 1 })
  })

  it('takes captions that all lose their words at once for cut, not for edited', async () => {
    await lookAt(1, several(wholeCaption), 8)
    const cut = await lookAt(
      2,
      several((n) => ({ text: `Caption ${n}…more` })),
      8,
    )
    expect(cut.alarms).toMatchObject([{ code: 'jumped', field: 'post.text' }])
    expect(await store.revisions.ofPost('x:3')).toHaveLength(1)
  })

  it('forgets how pages were read when nobody has opened one for longer than the record is kept', async () => {
    await lookAt(
      1,
      several(() => ({})),
      8,
    )
    await store.write((tx) => tx.putSettings({ ...defaultSettings, retentionDays: 30 }))
    await removeOld(store, new Date(Date.parse(t(1)) + 31 * 86_400_000))
    expect(await store.readRates.all()).toEqual([])
  })
})

describe('misses', () => {
  it('say since when a field is missing, and end when it is found again', async () => {
    await take(1, [], ['post.likes'])
    await take(2, ['post.likes'])
    await take(3, ['post.likes'])
    expect(await missRow()).toMatchObject({ firstMissAt: t(2), lastMissAt: t(3), lastHitAt: t(1), tried: ['.a'] })
    await take(4, [], ['post.likes'])
    expect(await missRow()).toMatchObject({ firstMissAt: null, lastMissAt: null, lastHitAt: t(4) })
  })

  it('a field found in one place of the page is found', async () => {
    await take(1, ['post.likes'], ['post.likes'])
    expect(await missRow()).toMatchObject({ firstMissAt: null, lastHitAt: t(1) })
  })

  it('that arrive late do not reopen what was found since', async () => {
    await take(5, [], ['post.likes'])
    await take(3, ['post.likes'])
    expect(await missRow()).toMatchObject({ firstMissAt: null, lastHitAt: t(5) })
  })

  it('are kept also for pages of creators nobody tracks', async () => {
    await ingest(store, judge, { observation: look(1, { posts: [] }), misses: [miss('post.text')], fields: [] }, now)
    expect(await store.misses.ofSite('x')).toHaveLength(1)
  })
})

describe('a worker that is stopped, and a disk that is full', () => {
  const observation = look(1, {
    profile: profileSeen({ followers: { value: 10, step: 1 } }),
    posts: [postSeen('1', { metrics: likes(1), comments: [commentSeen('a'), commentSeen('b')] }), postSeen('2')],
  })

  it('at any write, nothing of the look is kept, and the repeated message makes it whole', async () => {
    const whole = createMemoryStore()
    await whole.write((tx) => tx.put('partners', partnerRow(1)))
    let writes = 0
    await ingest(
      counting(whole, () => void writes++),
      judge,
      { observation, misses: [], fields: [] },
      now,
    )
    const key = await whole.hashKey()
    expect(writes).toBeGreaterThan(8)
    for (let stopAt = 1; stopAt <= writes; stopAt++) {
      store = createMemoryStore()
      store.hashKey = async () => key
      await store.write((tx) => tx.put('partners', partnerRow(1)))
      const before = await dump()
      let n = 0
      const stopping = counting(store, () => {
        if (++n === stopAt) throw new Error('stopped')
      })
      await expect(ingest(stopping, judge, { observation, misses: [], fields: [] }, now)).rejects.toThrow('stopped')
      expect(await dump()).toEqual(before)
      await see(observation)
      expect(await dump()).toEqual(await dump(whole))
    }
  })

  it('a full disk is told, and what was stored is still there', async () => {
    await see(look(1, { posts: [postSeen('9')] }))
    const before = await dump()
    isFull = true
    await expect(see(observation)).rejects.toThrow(QuotaError)
    expect(await dump()).toEqual(before)
  })
})

const whole = (text: string) => postSeen('1', { text, embedded: ['text'] })

describe("what a page's own data completed", () => {
  it('gives way to the text that a page shows, and is no edit beside it', async () => {
    await see(look(1, { page: 'post', posts: [whole('Rye https://flour.example/recipe')] }))
    expect(await post('x:1')).toMatchObject({ embedded: ['text'], text: 'Rye https://flour.example/recipe' })
    await see(look(2, { page: 'post', posts: [postSeen('1', { text: 'Rye flour.example/rec...' })] }))
    await see(look(3, { page: 'post', posts: [whole('Rye https://flour.example/recipe')] }))
    expect(await texts('x:1')).toEqual(['Rye flour.example/rec...'])
    expect(await post('x:1')).not.toHaveProperty('embedded')
  })

  it('is an edit where the data itself has changed', async () => {
    await see(look(1, { page: 'post', posts: [whole('Rye')] }))
    await see(look(2, { page: 'post', posts: [whole('Rye #ad')] }))
    expect(await texts('x:1')).toEqual(['Rye', 'Rye #ad'])
  })

  it('stays exact when the page shows the figure rounded, and is the page’s own once it shows all of it', async () => {
    const exact = { ...noMetrics, likes: { value: 1_249, step: 1, source: 'embedded' as const } }
    await see(look(1, { posts: [postSeen('1', { metrics: exact })] }))
    await see(look(2, { posts: [postSeen('1', { metrics: likes(1_200, 100) })] }))
    expect((await post('x:1')).metrics.likes).toEqual(exact.likes)
    await see(look(3, { posts: [postSeen('1', { metrics: likes(1_249) })] }))
    await see(look(4, { posts: [postSeen('1', { metrics: exact })] }))
    expect((await post('x:1')).metrics.likes).toEqual({ value: 1_249, step: 1 })
    expect(await figures()).toEqual([[1_249, t(1)]])
  })

  it('dates the post until a page shows a date', async () => {
    const dated = { publishedAt: t(-9), embedded: ['publishedAt' as const] }
    await see(look(1, { posts: [postSeen('1', dated)] }))
    await see(look(2, { posts: [postSeen('1', { publishedAt: null })] }))
    expect(await post('x:1')).toMatchObject({ publishedAt: t(-9), embedded: ['publishedAt'] })
    await see(look(3, { posts: [postSeen('1', { publishedAt: t(-8) })] }))
    expect(await post('x:1')).not.toHaveProperty('embedded')
  })
})

describe('hostile pages', () => {
  it('texts come through to the letter and run nowhere', async () => {
    const text = `<img src=x onerror=alert(1)> \uD800 \u202E \u200B __proto__ ${'a'.repeat(99_000)}`
    const id = '__proto__'
    await see(
      look(1, { page: 'post', posts: [postSeen(id, { text, comments: [commentSeen(text, { id: 'constructor' })] })] }),
    )
    expect((await post('x:__proto__')).text).toBe(text)
    expect((await store.comments.ofPost('x:__proto__')).map((comment) => comment.id)).toEqual([
      'x:__proto__/constructor',
    ])
  })
})

/** A store that tells of each write before it happens. */
function counting(inner: Store, onWrite: () => void): Store {
  return {
    ...inner,
    write: (work) =>
      inner.write((tx) =>
        work({
          ...tx,
          put: async (table, row) => {
            onWrite()
            await tx.put(table, row)
          },
        }),
      ),
  }
}

async function dump(of: Store = store) {
  const posts = await of.posts.ofAccount('x:creator1')
  return {
    posts,
    profiles: await of.profiles.ofAccount('x:creator1'),
    assessments: await of.assessments.ofAccount('x:creator1'),
    rows: await Promise.all(
      posts.map(async ({ id }) => [
        await of.revisions.ofPost(id),
        await of.metrics.ofPost(id),
        await of.comments.ofPost(id),
      ]),
    ),
  }
}

/** The post's own address says that the post is not there. */
const gone = (at: number, id = '1', says: 'removed' | 'unavailable' = 'removed') =>
  see(look(at, { page: 'post', url: `https://x.com/creator1/status/${id}`, posts: [], gone: { id, says } }))
const absences = async () => (await post('x:1')).absences

describe('a post that is not there any more', () => {
  it('B8: absent from a feed page is only not seen: nothing is said of it', async () => {
    await see(look(1, { posts: [postSeen('1'), postSeen('2')] }))
    await see(look(2, { posts: [postSeen('2')] }))
    expect(await post('x:1')).toMatchObject({ lastSeenAt: t(1) })
    expect(await absences()).toBeUndefined()
  })

  it('B8: is removed from when its own page says so, and when the page said so last', async () => {
    await see(look(1, { posts: [postSeen('1')] }))
    expect((await gone(5)).changed).toBe(true)
    expect((await gone(9)).changed).toBe(false)
    expect(await absences()).toEqual([{ says: 'removed', at: t(5), lastAt: t(9) }])
    // It was not seen: that is a fact of its own.
    expect((await post('x:1')).lastSeenAt).toBe(t(1))
  })

  it('that comes back and goes again was gone twice; what the page says is kept with each', async () => {
    await see(look(1, { posts: [postSeen('1')] }))
    await gone(2)
    await see(look(3, { posts: [postSeen('1')] }))
    await gone(4, '1', 'unavailable')
    await gone(2)
    expect(await absences()).toEqual([
      { says: 'removed', at: t(2), lastAt: t(2) },
      { says: 'unavailable', at: t(4), lastAt: t(4) },
    ])
  })

  it('says nothing where it was never seen, was seen later, or is on the very page that says it is gone', async () => {
    await gone(1, '7')
    expect(await store.posts.get('x:7')).toBeNull()
    await see(look(5, { posts: [postSeen('1')] }))
    await gone(4)
    await see(look(6, { page: 'post', posts: [postSeen('1')], gone: { id: '1', says: 'removed' } }))
    expect(await absences()).toBeUndefined()
  })

  it('keeps its labels that its own page showed no more, with when they were seen last', async () => {
    const labelled = postSeen('1', { labels: ['paid-partnership'] })
    await see(look(1, { posts: [labelled] }))
    await see(look(2, { posts: [postSeen('1')] }))
    expect((await post('x:1')).lostLabels).toBeUndefined()
    await see(look(3, { page: 'post', posts: [postSeen('1')] }))
    await see(look(4, { page: 'post', posts: [postSeen('1')] }))
    expect(await post('x:1')).toMatchObject({
      labels: [],
      lostLabels: [{ label: 'paid-partnership', seenAt: t(2), at: t(3) }],
    })
  })
})

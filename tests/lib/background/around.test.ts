import { beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../../lib/background/ingest.ts'
import { createJudge, readStandards } from '../../../lib/background/judge.ts'
import type { Judge } from '../../../lib/background/judge.ts'
import { judgePost } from '../../../lib/background/rescore.ts'
import type { Rule } from '../../../lib/domain/guideline.ts'
import type { PostSeen, ProfileSeen } from '../../../lib/domain/observation.ts'
import { defaultSettings } from '../../../lib/domain/settings.ts'
import { createTone } from '../../../lib/sentiment/tone.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import type { Store } from '../../../lib/store/interface.ts'
import { guidelineRow, partnerRow, t } from '../store/rows.ts'
import { look, postSeen, profileSeen } from './seen.ts'

let store: Store
let judge: Judge
const now = new Date(t(1_000))

const see = (at: number, posts: PostSeen[], profile: ProfileSeen | null = null) =>
  ingest(store, judge, { observation: look(at, { posts, profile }), misses: [], fields: [] }, now)

const figure = (value: number) => ({ value, step: 1 })
const findingsOf = async (id: string) => (await store.assessments.get(id))?.findings
const rule = (kind: string, params: Rule['params'] = {}): Rule => ({
  id: kind,
  kind,
  params,
  severity: 'high',
  weight: 'must',
})
const use = (...rules: Rule[]) => store.write((tx) => tx.put('guidelines', guidelineRow(1, { rules })))
/** Posts number `from` and up, an hour apart, every third an ad. */
const feed = (from: number, count: number): PostSeen[] =>
  Array.from({ length: count }, (_, at) => {
    const n = from + at
    return postSeen(String(n), { text: n % 3 === 0 ? `#ad Day ${n}` : `Day ${n}`, publishedAt: t(n) })
  })

beforeEach(async () => {
  store = createMemoryStore()
  judge = createJudge(createTone(null))
  await store.write((tx) => tx.put('partners', partnerRow(1)))
})

describe('rules about more than one post', () => {
  it('know the other posts of the very look that shows a feed for the first time', async () => {
    await use(rule('saturation'))
    await see(900, feed(1, 21))
    // Of the twenty posts before number 21, six are advertising: exactly 30 %.
    expect(await findingsOf('x:21')).toMatchObject([{ status: 'pass', values: ['6', '20', '30'] }])
    expect(await findingsOf('x:19')).toMatchObject([{ status: 'review', values: ['6', '18', '30'] }])
    expect(await findingsOf('x:5')).toMatchObject([{ status: 'not-checkable', values: ['4', '10'] }])
  })

  it('measure engagement by the formula that was chosen for the site', async () => {
    await use(rule('content-quality', { checks: ['decline'] }))
    // As many likes as always, of ten times as many views lately.
    const posts = Array.from({ length: 12 }, (_, n) =>
      postSeen(String(n + 1), {
        publishedAt: t(n + 1),
        text: `Day ${n}`,
        metrics: {
          likes: figure(50),
          comments: null,
          shares: figure(0),
          views: figure(n < 8 ? 100 : 1_000),
          saves: null,
        },
      }),
    )
    const verdict = async (at: number) => {
      await see(at, posts, profileSeen({ followers: figure(1_000) }))
      return (await findingsOf('x:12'))?.map(({ status }) => status)
    }
    expect(await verdict(900)).toEqual(['pass'])
    const formulas = { x: 'median(likes+shares)/views' }
    await store.write((tx) => tx.putSettings({ ...defaultSettings, health: { ...defaultSettings.health, formulas } }))
    expect(await verdict(901)).toEqual(['review'])
  })

  it('look again when an earlier post turns up, and only then', async () => {
    await use(rule('saturation'))
    await see(900, feed(10, 12))
    expect(await findingsOf('x:21')).toMatchObject([{ values: ['3', '11', '30'] }])
    await see(901, [...feed(1, 9), ...feed(21, 1)])
    expect(await findingsOf('x:21')).toMatchObject([{ values: ['6', '20', '30'] }])
    const before = await store.assessments.get('x:21')
    expect((await see(902, feed(21, 1))).changed).toBe(false)
    expect(await store.assessments.get('x:21')).toEqual(before)
  })

  it('say the same when a post is judged again', async () => {
    await use(rule('saturation'))
    await see(900, feed(1, 21))
    const [partner] = await store.partners.all()
    await store.write(async (tx) => {
      if (partner) await judgePost(tx, judge, partner, 'x:19', await readStandards(tx), now)
    })
    expect(await findingsOf('x:19')).toMatchObject([{ status: 'review', values: ['6', '18', '30'] }])
  })

  it('compare captions with sponsored posts of other creators, not with their other posts', async () => {
    const text = 'Two weeks with the serum and my skin has never felt this calm in the morning'
    await use(rule('content-quality', { checks: ['copied'] }))
    await store.write((tx) => tx.put('partners', partnerRow(2)))
    const by = { handle: 'creator2', name: null }
    await see(900, [
      postSeen('1', { author: by, text: `#ad ${text}`, publishedAt: t(1) }),
      postSeen('2', { author: by, text: 'Nothing to see here today, only a long walk by the sea', publishedAt: t(2) }),
      postSeen('3', { text, publishedAt: t(3) }),
      postSeen('4', { text: 'Nothing to see here today, only a long walk by the sea', publishedAt: t(4) }),
    ])
    expect(await findingsOf('x:3')).toMatchObject([{ reason: 'copiedOther', evidence: [{}, { postId: 'x:1' }] }])
    expect(await findingsOf('x:4')).toMatchObject([{ status: 'pass' }])
  })
})

describe('the link in the profile', () => {
  const text = 'All of it: link in bio'

  it('counts for posts that send readers there', async () => {
    await use(rule('required-link', { url: 'https://lumo.example/glow' }))
    await see(900, feed(1, 1), profileSeen({ bio: 'Calm skin. https://lumo.example/glow' }))
    await see(901, [postSeen('2', { text })])
    expect(await findingsOf('x:2')).toMatchObject([{ status: 'pass', reason: 'linkInBioFound' }])
  })

  it('is a question as long as the profile was not read', async () => {
    await use(rule('required-link', { url: 'https://lumo.example/glow' }))
    await see(901, [postSeen('2', { text })])
    expect(await findingsOf('x:2')).toMatchObject([{ status: 'review', reason: 'linkElsewhere' }])
  })
})

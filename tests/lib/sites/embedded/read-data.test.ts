import { describe, expect, it } from 'vitest'
import { readData } from '../../../../lib/sites/embedded/read-data.ts'
import { readers } from '../../../../lib/sites/embedded/readers.ts'
import { sites } from '../../../../lib/sites/index.ts'

function dataOf(site: string, ...scripts: unknown[]) {
  const reader = readers[site]
  if (!reader) throw new Error(`no reader ${site}`)
  const texts = scripts.map((script) => (typeof script === 'string' ? script : JSON.stringify(script)))
  const { posts, profiles } = readData(reader, texts)
  return { posts: [...posts.values()], profiles: [...profiles.values()] }
}

const feedback = (id: string, count: number) => ({ id: btoa(`feedback:${id}`), reaction_count: { count } })

describe("a page's own data", () => {
  it("has X's exact figures of a profile, where visitors are signed out", () => {
    const statistic = [
      { '@type': 'InteractionCounter', name: 'Follows', userInteractionCount: 86_423 },
      { '@type': 'InteractionCounter', name: 'Friends', userInteractionCount: '412' },
    ]
    const person = { '@type': 'Person', additionalName: 'Maya_Bakes', interactionStatistic: statistic }
    expect(dataOf('x', { '@type': 'ProfilePage', mainEntity: person }).profiles).toEqual([
      { handle: 'Maya_Bakes', followers: 86_423, following: 412 },
    ])
  })

  it("has TikTok's figures in words and nothing of an advertisement's mark", () => {
    const item = {
      id: '7571863205253778710',
      desc: 'Rye in ten minutes #rye',
      author: { uniqueId: 'mara.bakes' },
      stats: { diggCount: 25_500 },
      statsV2: { diggCount: '25531', commentCount: '146', playCount: '192187', collectCount: '1311' },
      isAd: true,
    }
    const user = { user: { uniqueId: 'mara.bakes' }, statsV2: { followerCount: '783412', videoCount: '19' } }
    const scope = {
      'webapp.video-detail': { itemInfo: { itemStruct: item } },
      'webapp.user-detail': { userInfo: user },
    }
    expect(dataOf('tiktok', { __DEFAULT_SCOPE__: scope })).toEqual({
      posts: [
        {
          id: '7571863205253778710',
          text: 'Rye in ten minutes #rye',
          likes: 25_531,
          comments: 146,
          views: 192_187,
          saves: 1_311,
        },
      ],
      profiles: [{ handle: 'mara.bakes', followers: 783_412, posts: 19 }],
    })
  })

  it("puts together what YouTube's player says in two places, out of a program", () => {
    const videoDetails = {
      videoId: 'LcmT38ZPTjg',
      title: 'Rye',
      shortDescription: 'With; "seeds" };',
      viewCount: '759178',
    }
    const microformat = { externalVideoId: 'LcmT38ZPTjg', publishDate: '2025-03-27T17:55:38-07:00', likeCount: '20521' }
    const script = `var ytInitialPlayerResponse = ${JSON.stringify({ videoDetails, microformat })};var meta = 1;`
    expect(dataOf('youtube', script).posts).toEqual([
      {
        id: 'LcmT38ZPTjg',
        text: 'Rye\n\nWith; "seeds" };',
        views: 759_178,
        likes: 20_521,
        publishedAt: Date.UTC(2025, 2, 28, 0, 55, 38),
      },
    ])
  })

  it('takes no watchers of a stream for views', () => {
    const live = { videoId: 'LcmT38ZPTjg', title: 'Rye', shortDescription: '', viewCount: '12', isLive: true }
    expect(dataOf('youtube', `var ytInitialPlayerResponse = ${JSON.stringify(live)};`).posts).toEqual([
      { id: 'LcmT38ZPTjg', text: 'Rye\n\n' },
    ])
  })

  it("counts Threads' quotes as reposts, as the page does, and leaves hidden likes out", () => {
    const post = {
      code: 'DQr5mBqjL1x',
      taken_at: 1_762_338_015,
      caption: { text: 'Rye' },
      like_count: 12_345,
      text_post_app_info: { direct_reply_count: 40, repost_count: 134, quote_count: 187 },
    }
    const hidden = { code: 'DQr5mBqjL2x', taken_at: 1_762_338_016, like_count: 3, like_and_view_counts_disabled: true }
    expect(dataOf('threads', { require: [['ScheduledServerJS', null, [{ edges: [post, hidden] }]]] }).posts).toEqual([
      { id: 'DQr5mBqjL1x', text: 'Rye', publishedAt: 1_762_338_015_000, likes: 12_345, comments: 40, shares: 321 },
      { id: 'DQr5mBqjL2x', publishedAt: 1_762_338_016_000 },
    ])
  })

  it("has Facebook's dates and texts by address, figures by number, and none of comments", () => {
    const url = 'https://www.facebook.com/mara.bakes/posts/pfbid02Mara'
    const read = dataOf('facebook', {
      node: [
        { url, creation_time: 1_748_581_325, id: 'UzpfSTEw' },
        { wwwURL: url, message: { text: 'Rye for all' } },
        { ...feedback('3741738029450159', 1_249), share_count: { count: 114 } },
        feedback('3741738029450159_77', 9),
        { id: 'not base64 at all', reaction_count: { count: 3 } },
      ],
    })
    expect(read.posts).toEqual([
      { id: 'pfbid02Mara', publishedAt: 1_748_581_325_000, text: 'Rye for all' },
      { id: '3741738029450159', likes: 1_249, shares: 114 },
    ])
  })

  it('is of posts and profiles of their own shape only, wherever they stand', () => {
    const posting = {
      '@type': 'SocialMediaPosting',
      '@id': 'https://www.linkedin.com/posts/mara-activity-7390000000000000001-ab_c',
      datePublished: '2026-08-01T12:00:00Z',
      articleBody: 'Rye',
      commentCount: 7,
    }
    expect(
      dataOf('linkedin', { '@graph': [posting, { '@type': 'Organization', '@id': posting['@id'] }] }).posts,
    ).toEqual([{ id: '7390000000000000001', text: 'Rye', publishedAt: Date.UTC(2026, 7, 1, 12), comments: 7 }])
    const pin = {
      id: '1234',
      closeup_description: ' ',
      reaction_counts: { 1: 812 },
      aggregated_pin_data: { comment_count: 3 },
    }
    expect(dataOf('pinterest', { initialReduxState: { pins: { 1234: pin } } }).posts).toEqual([
      { id: '1234', likes: 812, comments: 3 },
    ])
  })

  it.each([
    ['no JSON', '{"code": "a", '],
    ['nothing', ''],
    ['a number', '7'],
    ['no object', '[[[]]]'],
    ['other types', { code: 7, taken_at: '1762338015' }],
    ['negative, huge and broken figures', { code: 'a', taken_at: -5, like_count: 1e300, comment_count: '12e3' }],
    ['members of the prototype', '{"code": "a", "__proto__": {"taken_at": 1762338015}}'],
    ['an own prototype', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('says nothing where it is %s', (_what, script) => {
    const { posts, profiles } = dataOf('instagram', script)
    expect(posts.map(({ id: _id, ...said }) => said).filter((said) => Object.keys(said).length > 0)).toEqual([])
    expect(profiles).toEqual([])
    expect({}).not.toHaveProperty('polluted')
  })

  it('keeps a bounded number of posts', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ code: `c${index}`, taken_at: 1_762_338_015 }))
    expect(dataOf('instagram', many).posts).toHaveLength(500)
  })

  it('is looked for on sites that there are', () => {
    // Readers may be there before their adapters are.
    const known = new Set([...sites.map(({ id }) => id), 'linkedin', 'pinterest'])
    expect(Object.keys(readers).filter((id) => !known.has(id))).toEqual([])
  })
})

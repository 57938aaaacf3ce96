import { describe, expect, it } from 'vitest'
import { untranslated } from '../../../lib/background/untranslated.ts'
import { TRANSLATED } from '../../../lib/domain/translated.ts'
import { createMemoryStore } from '../../../lib/store/memory.ts'
import { ingest } from '../../../lib/background/ingest.ts'
import { createTestJudge } from './judge.ts'
import { partnerRow, t } from '../store/rows.ts'
import { look as lookAt, postSeen } from './seen.ts'

const judge = createTestJudge()
const look = (text: string, lang: string, minute = 0, labels: ('paid-partnership' | 'pinned')[] = []) =>
  untranslated({
    observation: lookAt(minute, { lang, page: 'post', posts: [postSeen('1', { text, labels })] }),
    misses: [],
    fields: [{ field: 'post.text', of: 1, won: [1] }],
  })

describe('a page that the browser has translated', () => {
  it('is no edit of its captions, and takes no label away', async () => {
    const store = createMemoryStore()
    await store.write((tx) => tx.put('partners', partnerRow(1)))
    await ingest(store, judge, look('Anzeige: neues Brot', 'de', 0, ['paid-partnership']), new Date(t(0)))
    await ingest(store, judge, look('Ad: new bread', TRANSLATED, 1), new Date(t(1)))
    const [post] = await store.posts.ofPartner(partnerRow(1).id)
    expect(post).toMatchObject({ text: 'Anzeige: neues Brot', labels: ['paid-partnership'] })
    expect(await store.revisions.ofPost(post?.id ?? '')).toHaveLength(1)
  })

  it('says so in a miss, and nothing of how the adapter reads', () => {
    const { misses, fields, observation } = look('Ad: new bread', TRANSLATED)
    expect(misses).toMatchObject([{ field: 'page.translated', missing: 1 }])
    expect(fields).toEqual([])
    expect(observation.posts[0]).toMatchObject({ id: '1', text: '', textComplete: false, comments: [] })
  })

  it('in its own language is left alone', () => {
    const { misses, observation } = look('Ad: new bread', 'en')
    expect([misses, observation.posts[0]?.text]).toEqual([[], 'Ad: new bread'])
  })
})

import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { AttentionView } from '../../components/AttentionView.tsx'
import { WatchesView } from '../../components/WatchesView.tsx'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { createRouter } from '../../lib/state/route.ts'
import { at, createTestSurface, NOW, partner, type TestSurface } from '../lib/state/surface.ts'
import { guidelineRow, neutral, postRow, revisionRow, watchRow } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']], { createdAt: at(90) })
const post = (n: number, text: string, changes = {}) =>
  postRow(n, {
    id: `instagram:${n}`,
    platform: 'instagram',
    account: 'instagram:maya.bakes',
    url: `https://www.instagram.com/p/${n}/`,
    text,
    publishedAt: at(5),
    sortAt: at(5),
    firstSeenAt: at(5),
    lastSeenAt: at(1),
    ...changes,
  })

function stateAt(surface: TestSurface, view: 'watches' | 'attention') {
  let address = `#/${view}`
  const router = createRouter({ read: () => address, write: (next) => void (address = next), onChange: () => {} })
  return createDashboardState({ ...surface.ports, router, adapters: sites, kinds, toneOf: async () => neutral })
}
const openWatches = (surface: TestSurface) => show(<WatchesView state={stateAt(surface, 'watches')} />)
const openAttention = (surface: TestSurface) => show(<AttentionView state={stateAt(surface, 'attention')} now={NOW} />)

async function setUp(...posts: ReturnType<typeof post>[]) {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    for (const one of posts) await tx.put('posts', one)
  })
  return surface
}

describe('watches', () => {
  it('teach what they are for while there are none', async () => {
    const place = openWatches(await setUp())
    await vi.waitFor(() => expect(words(place)).toContain('Nothing is watched for yet'))
  })

  it('say before they are saved how many stored posts they would match, quoting some', async () => {
    const surface = await setUp(post(1, 'Oh my god, rye!'), post(2, 'Thank God for rye'), post(3, 'A slow day'))
    const place = openWatches(surface)
    await vi.waitFor(() => control(place, 'Add a watch'))
    control(place, 'Add a watch').click()
    await vi.waitFor(() => control(place, 'Watch for'))
    await act(() => type(control<HTMLTextAreaElement>(place, 'Watch for'), 'god -"oh my god"'))
    await vi.waitFor(() => {
      surface.runLater()
      expect(words(place)).toContain('Would match 1 of 3 stored posts.')
    })
    expect(words(place.querySelector('.watch-trial mark'))).toBe('God')
    expect(await surface.store.watches.all()).toEqual([])
  })

  it('are saved with their words, exceptions and place, and can be deleted and brought back', async () => {
    const surface = await setUp()
    const place = openWatches(surface)
    await vi.waitFor(() => control(place, 'Add a watch'))
    control(place, 'Add a watch').click()
    await vi.waitFor(() => control(place, 'Name'))
    await act(() => {
      type(control<HTMLInputElement>(place, 'Name'), 'Recalls')
      type(control<HTMLTextAreaElement>(place, 'Watch for'), 'recall\n#FjellHut -"no recall"')
      choose(control<HTMLSelectElement>(place, 'Where'), 'tiktok')
      choose(control<HTMLSelectElement>(place, 'Of whom'), maya.id)
      choose(control<HTMLSelectElement>(place, 'How grave'), 'high')
    })
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('recall, #FjellHut'))
    expect(await surface.store.watches.all()).toMatchObject([
      {
        name: 'Recalls',
        terms: ['recall', '#FjellHut'],
        except: ['no recall'],
        platform: 'tiktok',
        partnerId: maya.id,
        severity: 'high',
      },
    ])
    expect(words(place)).toContain('TikTok · Maya Lindqvist')
    control(place, 'Delete Recalls').click()
    await vi.waitFor(() => expect(words(place)).toContain('Nothing is watched for yet'))
    expect(surface.sent.map(({ type: sent }) => sent)).toContain('watch.delete')
  })

  it('that are half written say what is missing and keep what was typed', async () => {
    const surface = await setUp()
    const place = openWatches(surface)
    await vi.waitFor(() => control(place, 'Add a watch'))
    control(place, 'Add a watch').click()
    await vi.waitFor(() => control(place, 'Watch for'))
    await act(() => type(control<HTMLTextAreaElement>(place, 'Watch for'), '-"no recall"'))
    control(place, 'Save').click()
    await vi.waitFor(() => expect(words(place)).toContain('A watch needs a name.'))
    expect(words(place)).toContain('These are only exceptions.')
    expect(control<HTMLTextAreaElement>(place, 'Watch for').value).toBe('-"no recall"')
    expect(surface.sent).toEqual([])
  })
})

describe('the attention list', () => {
  it('quotes what a watch found, with a link to the post', async () => {
    const surface = await setUp(post(1, 'Is there a recall of the rye flour?'))
    await surface.store.write((tx) => tx.put('watches', watchRow(1)))
    const place = openAttention(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Recalls: “recall” in “Is there a recall of the rye flour?”'))
    expect(place.querySelector('.alerts a')?.getAttribute('href')).toBe('https://www.instagram.com/p/1/')
  })

  it('folds what watches found beyond three posts, so that it hides nothing graver', async () => {
    const surface = await setUp(...[1, 2, 3, 4, 5].map((n) => post(n, `Recall ${n}`)))
    await surface.store.write((tx) => tx.put('watches', watchRow(1)))
    const place = openAttention(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Watches found 2 more'))
    expect(place.querySelectorAll('section > .alerts > li')).toHaveLength(3)
    expect(place.querySelectorAll('.alerts-more .alerts > li')).toHaveLength(2)
  })

  it('shows what a silent edit changed, word by word, why it matters and when each text was seen', async () => {
    const [before, after] = ['#ad Rye day with 10 loaves', 'Rye day with 12 loaves']
    const surface = await setUp(post(1, after, { firstSeenAt: at(9) }))
    await surface.store.write(async (tx) => {
      await tx.put('guidelines', guidelineRow(7, { rules: [] }))
      const seen = { firstSeenAt: at(9), lastSeenAt: at(4) }
      await tx.put('revisions', revisionRow('instagram:1', 1, { text: before, ...seen }))
      await tx.put('revisions', revisionRow('instagram:1', 2, { text: after, firstSeenAt: at(2), lastSeenAt: at(1) }))
    })
    const place = openAttention(surface)
    await vi.waitFor(() => expect(words(place)).toContain('What changed'))
    const details = place.querySelector<HTMLDetailsElement>('.alert-change')
    await act(() => {
      if (details) details.open = true
      details?.dispatchEvent(new Event('toggle'))
    })
    expect(words(place.querySelector('.alert-change ul'))).toContain('Numbers changed: 10 became 12')
    const parts = (tag: string) => [...place.querySelectorAll(`.alert-change ${tag}`)].map((one) => words(one))
    expect(parts('del').join(' ')).toContain('#ad')
    expect(parts('ins').join(' ')).toContain('12')
    expect(words(place.querySelector('.alert-change'))).toContain('as it was last seen on')
  })

  it('lists pages that nobody has opened for too long as links, the longest unseen first', async () => {
    const labels = ['paid-partnership' as const]
    const surface = await setUp(
      post(1, 'Rye, paid for', { labels, lastSeenAt: at(15), sortAt: at(20) }),
      post(2, 'Spelt, paid for', { labels, lastSeenAt: at(18), sortAt: at(21) }),
    )
    const place = openAttention(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Due for a look'))
    const links = [...place.querySelectorAll('[aria-labelledby="due-looks"] a[target]')]
    expect(links.map((one) => [words(one), one.getAttribute('href')])).toEqual([
      ['Spelt, paid for', 'https://www.instagram.com/p/2/'],
      ['Rye, paid for', 'https://www.instagram.com/p/1/'],
    ])
    expect(words(place)).toContain('@maya.bakes')
  })
})

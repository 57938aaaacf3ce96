import { describe, expect, it, vi } from 'vitest'
import { Panel } from '../../components/Panel.tsx'
import type { Finding } from '../../lib/domain/finding.ts'
import type { Post } from '../../lib/domain/post.ts'
import { CERTAIN } from '../../lib/watch/suspect.ts'
import { createPanelState } from '../../lib/state/panel.ts'
import { at, createTestSurface, guideline, nowhere, partner, type TestSurface } from '../lib/state/surface.ts'
import { assessmentRow, ratesRow } from '../lib/store/rows.ts'
import { control, show, words } from './show.ts'

const post = (name: string, change: Partial<Post> = {}): Post => ({
  id: `instagram:${name}`,
  platform: 'instagram',
  externalId: name,
  account: 'instagram:maya.bakes',
  url: `https://www.instagram.com/p/${name}/`,
  author: { handle: 'maya.bakes', name: 'Maya' },
  text: `Caption of ${name}`,
  textComplete: true,
  visibleText: null,
  publishedAt: at(3),
  publishedText: null,
  sortAt: at(3),
  metrics: { likes: { value: 1_200, step: 100 }, comments: null, shares: null, views: null, saves: null },
  labels: [],
  hashtags: [],
  mentions: [],
  links: [],
  lang: 'en',
  firstSeenAt: at(2),
  lastSeenAt: at(1),
  ...change,
})

async function setUp(): Promise<TestSurface> {
  const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
  const site = { id: 'instagram', name: 'Instagram', origins: ['https://www.instagram.com/*'] }
  const surface = createTestSurface({ context: { ...nowhere, state: 'ready', site, partnerId: maya.id } })
  const edited = post('edited')
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('posts', edited)
    await tx.put('posts', post('odd', { url: 'javascript:alert(1)', text: '<b>bold</b>', sortAt: at(4) }))
    const seen = { postId: edited.id, textComplete: true, firstSeenAt: at(2), lastSeenAt: at(2) }
    await tx.put('revisions', { ...seen, id: `${edited.id}#1`, text: 'Ad: caption of edited' })
    await tx.put('revisions', { ...seen, id: `${edited.id}#2`, text: edited.text })
    await tx.put('misses', {
      id: 'instagram|post|post.views',
      platform: 'instagram',
      page: 'post',
      field: 'post.views',
      tried: ['a.views'],
      firstMissAt: at(8),
      lastMissAt: at(0),
      lastHitAt: at(9),
      lastUrl: 'https://www.instagram.com/p/edited/',
    })
  })
  return surface
}

const open = (surface: TestSurface) =>
  show(
    <Panel
      state={createPanelState(surface.ports)}
      now={surface.ports.now}
      onOpenVetting={() => undefined}
      onOpenPartner={() => {}}
    />,
  )

describe('the side panel', () => {
  it('shows an edited caption with the text it had before', async () => {
    const place = open(await setUp())
    await vi.waitFor(() => expect(words(place)).toContain('Edited once'))
    place.querySelector<HTMLButtonElement>('.post-line > button')?.click()
    await vi.waitFor(() => expect(words(place)).toContain('Ad: caption of edited'))
    expect(words(place)).toContain('1.2K')
  })

  it('says in a sentence what the site is not read for any more, and shows no figure of it', async () => {
    const surface = await setUp()
    const since = new Date(at(8)).toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
    const place = open(surface)
    await surface.store.write((tx) =>
      tx.put(
        'readRates',
        ratesRow('instagram', {
          fields: {
            'post.likes': {
              steady: { of: 40, won: [40, 0] },
              recent: { of: 9, won: [0, 0] },
              gone: { score: CERTAIN, since: at(8) },
              moved: null,
              missingSince: at(8),
              lastHitAt: at(9),
              lastAt: at(0),
              lastPage: 7,
            },
          },
          jumps: {},
        }),
      ),
    )
    surface.revise()
    await vi.waitFor(() => expect(words(place)).toContain(`Instagram: likes not found since ${since}`))
    expect(words(place.querySelector('.alarm-list'))).toContain(`Likes not found since ${since} on profiles`)
    place.querySelector<HTMLButtonElement>('.post-line > button')?.click()
    await vi.waitFor(() => expect(words(place)).toContain(`not captured: likes not found since ${since}`))
    expect(words(place)).not.toContain('1.2K')
  })

  it('says what could not be read: which figure, where, since when, and how it was looked for', async () => {
    const place = open(await setUp())
    await vi.waitFor(() => expect(words(place)).toContain('What could not be read'))
    const list = words(place.querySelector('.miss-list'))
    expect(list).toContain('Views on posts')
    expect(list).toContain('Not found since 8 days ago')
    expect(list).toContain('1 way tried')
  })

  it('shows markup as text and links only to the web', async () => {
    const place = open(await setUp())
    await vi.waitFor(() => expect(words(place)).toContain('<b>bold</b>'))
    expect(place.querySelector('b')).toBeNull()
    const links = [...place.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    // The dashboard's own views aside.
    const away = links.filter((link) => !link.startsWith('/dashboard.html#/'))
    expect([...new Set(away)]).toEqual(['https://www.instagram.com/p/edited/'])
  })

  it('says that nothing was requested from anywhere', async () => {
    const place = open(await setUp())
    await vi.waitFor(() => expect(words(place.querySelector('footer summary'))).toBe('Requests made: 0'))
  })

  it('says how far checking stored posts again has come, once it takes a while', async () => {
    const surface = await setUp()
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Maya Lindqvist'))
    surface.rescore({ done: 25, total: 200, stopped: false })
    surface.rescore({ done: 50, total: 200, stopped: false })
    expect(words(place.querySelector('.rescoring'))).toBe('')
    surface.runLater()
    await vi.waitFor(() => expect(words(place.querySelector('.rescoring'))).toContain('50 of 200 done'))
    surface.rescore(null)
    await vi.waitFor(() => expect(words(place.querySelector('.rescoring'))).toBe(''))
  })

  it('marks a post whose findings an earlier version of the guideline made, until it is checked again', async () => {
    const surface = await setUp()
    const stored = guideline({ version: 2 })
    const finding = (version: number): Finding => ({
      ruleId: 'r1',
      kind: 'banned-phrase',
      value: 'cheap',
      source: { type: 'guideline', guidelineId: stored.id, name: stored.name, version },
      status: 'pass',
      severity: 'low',
      weight: 'must',
      reason: 'bannedAbsent',
      values: ['cheap'],
      evidence: [],
      searched: { field: 'text', chars: 17, terms: ['cheap'] },
    })
    const assessed = (version: number) => ({
      ...assessmentRow('instagram:edited', 'b', { account: 'instagram:maya.bakes' }),
      findings: [finding(version)],
    })
    await surface.store.write(async (tx) => {
      await tx.put('guidelines', stored)
      await tx.put('assessments', assessed(1))
    })
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('By an earlier version of the guideline'))
    await surface.store.write((tx) => tx.put('assessments', assessed(2)))
    surface.revise()
    await vi.waitFor(() => expect(words(place)).not.toContain('By an earlier version'))
  })

  it('stops that, says what is left as it was, and takes it up again', async () => {
    const surface = await setUp()
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Maya Lindqvist'))
    surface.rescore({ done: 25, total: 200, stopped: false })
    surface.runLater()
    await vi.waitFor(() => control(place, 'Stop').click())
    surface.rescore({ done: 50, total: 200, stopped: true })
    await vi.waitFor(() => expect(words(place.querySelector('.rescoring'))).toContain('150 stored posts still have'))
    control(place, 'Check them now').click()
    expect(surface.sent.map(({ type }) => type)).toEqual(expect.arrayContaining(['rescoring.stop', 'rescoring.resume']))
  })

  it('remembers which sections were folded', async () => {
    const surface = await setUp()
    const first = open(surface)
    await vi.waitFor(() => control(first, 'Posts2'))
    control(first, 'Posts2').click()
    await vi.waitFor(() => expect(first.querySelector('.post')).toBeNull())
    const again = open(surface)
    await vi.waitFor(() => expect(control(again, 'Posts2').getAttribute('aria-expanded')).toBe('false'))
  })

  it('puts notes about a creator nobody tracks into the inbox, and says so', async () => {
    const surface = createTestSurface()
    const place = open(surface)
    await vi.waitFor(() => expect(words(place)).toContain('Rapport does not read this page'))
    expect(words(place)).toContain('go to the inbox')
  })
})

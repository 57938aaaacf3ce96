import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Panel } from '../../components/Panel.tsx'
import type { Comment } from '../../lib/domain/comment.ts'
import type { Tone } from '../../lib/domain/tone.ts'
import { createPanelState } from '../../lib/state/panel.ts'
import { createTestSurface, guideline, nowhere, partner, type TestSurface } from '../lib/state/surface.ts'
import { commentRow, neutral, postRow } from '../lib/store/rows.ts'
import { control, show, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const post = postRow(1, {
  account: 'instagram:maya.bakes',
  platform: 'instagram',
  url: 'https://www.instagram.com/p/a/',
})
let surface: TestSurface
let made = 0

const comment = (text: string, change: Partial<Comment> = {}, tone: Partial<Tone> = {}) => {
  made++
  return commentRow(post.id, made, {
    text,
    authorHash: String(made).padStart(32, '0'),
    tone: { ...neutral, ...tone },
    ...change,
  })
}

async function open(comments: readonly Comment[]): Promise<HTMLElement> {
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('guidelines', { ...guideline(), brand: 'Crumb & Co', active: true, partnerIds: null })
    await tx.put('posts', post)
    for (const row of comments) await tx.put('comments', row)
  })
  const place = show(
    <Panel
      state={createPanelState(surface.ports)}
      now={surface.ports.now}
      onOpenVetting={() => undefined}
      onOpenPartner={() => {}}
    />,
  )
  await vi.waitFor(() => expect(words(place)).toContain('Clearest voices'))
  return place
}

beforeEach(() => {
  surface = createTestSurface({
    context: {
      ...nowhere,
      state: 'ready',
      site: { id: 'instagram', name: 'Instagram', origins: [] },
      partnerId: maya.id,
    },
  })
})

const said = [
  comment('Where can I buy the starter? My loaf is sad', {}, { label: 'positive', score: 0.5 }),
  comment('My order never arrived', {}, { label: 'negative', score: -0.6 }),
  comment('Crumb & Co makes mornings better'),
  comment('DM me for promo', {}, { label: 'positive', score: 0.9 }),
  comment('Thank you, dears, where can I buy you a coffee?', { byAuthor: true }),
]

describe('the comments of a partner', () => {
  it('are counted by what they are about, each with its words marked in their sentence', async () => {
    const place = await open(said)
    const matters = [...place.querySelectorAll('.matters summary')].map((one) => words(one))
    expect(matters).toEqual([
      '1 wants to buy, or asks where',
      '1 asks something',
      '1 complains',
      '1 names the brand',
      '1 looks like spam, left out of the mood',
    ])
    const marks = [...place.querySelectorAll('.matters mark')].map((one) => words(one))
    expect(marks).toContain('Where can I buy the starter')
    expect(marks).toContain('never arrived')
    expect(words(place.querySelector('.matters'))).not.toContain('coffee')
  })

  it('let no spam speak for the audience', async () => {
    const place = await open(said)
    const loudest = words(place.querySelector('h3 + .voices'))
    expect(loudest).toContain('My order never arrived')
    expect(loudest).not.toContain('DM me')
  })

  it('raise a doubt when half of them would fit any post, with how many were read', async () => {
    const place = await open([
      ...said,
      ...['😍', 'so cute', '🔥🔥', 'love it', 'beautiful!', '@nora', 'gorgeous'].map((text) => comment(text)),
    ])
    expect(words(place.querySelector('.crowd'))).toContain(
      '7 of 10 comments (visible sample, without 1 of spam) would fit any post',
    )
  })
})

describe('correcting a tone', () => {
  it('takes two clicks, is told to the background with the text, and can be undone', async () => {
    const place = await open([comment('That crust is sick', {}, { label: 'negative', score: -0.5 })])
    control(place, 'Correct the tone').click()
    await vi.waitFor(() => control(place, 'Positive').click())
    await vi.waitFor(() => expect(words(place)).toContain('Corrected.'))
    expect(surface.sent.find(({ type }) => type === 'tone.correct')?.input).toMatchObject({
      text: 'That crust is sick',
      label: 'positive',
      was: 'negative',
    })
    control(place, 'Undo').click()
    await vi.waitFor(async () => expect(await surface.store.corrections.all()).toEqual([]))
  })

  it('undone brings an earlier correction of the same text back', async () => {
    const place = await open([comment('That crust is sick', {}, { label: 'negative', score: -0.5 })])
    for (const label of ['Neutral', 'Positive']) {
      control(place, 'Correct the tone').click()
      await vi.waitFor(() => control(place, label).click())
      await vi.waitFor(async () => expect((await surface.store.corrections.all())[0]?.label).toBe(label.toLowerCase()))
    }
    await vi.waitFor(() => expect(place.querySelectorAll('.toast button').length).toBeGreaterThan(0))
    ;[...place.querySelectorAll<HTMLButtonElement>('.toast button')].findLast((one) => words(one) === 'Undo')?.click()
    await vi.waitFor(async () => expect((await surface.store.corrections.all())[0]?.label).toBe('neutral'))
  })

  it('says where a person had the last word', async () => {
    const place = await open([
      comment('That crust is sick', {}, { label: 'positive', score: 0.5, confidence: 1, corrected: 'text' }),
    ])
    expect(words(place.querySelector('.voices'))).toContain('you corrected this')
  })
})

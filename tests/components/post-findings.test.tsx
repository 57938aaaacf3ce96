import { render } from 'preact'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { creatorMessage } from '../../components/creator-message.ts'
import { PostFindings } from '../../components/PostFindings.tsx'
import type { Finding } from '../../lib/domain/finding.ts'
import { asksOf } from '../../lib/guidelines/fix/asks.ts'
import type { CorrectedCaption } from '../../lib/guidelines/fix/correct.ts'
import type { Review } from '../../lib/state/review.ts'
import { assessmentOf, postOf } from '../lib/health/fixtures.ts'
import { control, show, type, words } from './show.ts'

const text = 'A cheap bowl for cold mornings. Thanks @acme'
const law = {
  type: 'law',
  jurisdiction: 'US',
  authority: 'FTC',
  document: 'Disclosures 101',
  since: '2019-11-05',
  confidence: 'H',
  url: null,
} as const
const cheap: Finding = {
  ruleId: 'r1',
  kind: 'banned-phrase',
  value: 'cheap',
  source: { type: 'guideline', guidelineId: 'g', name: 'Spring launch', version: 3 },
  status: 'fail',
  severity: 'high',
  weight: 'must',
  reason: 'bannedFound',
  values: ['cheap', 'cheap'],
  evidence: [{ field: 'text', start: 2, end: 7, quote: 'cheap' }],
}
const missing: Finding = {
  ...cheap,
  ruleId: 'r2',
  kind: 'disclosure',
  value: null,
  source: law,
  status: 'missing',
  reason: 'disclosureMissing',
  values: ['US'],
  evidence: [],
  searched: { field: 'text', chars: text.length, terms: ['#ad'] },
}
const tag: Finding = {
  ...cheap,
  ruleId: 'r3',
  kind: 'required-hashtag',
  value: '#Acme',
  reason: 'hashtagMissing',
  values: ['#Acme'],
  evidence: [],
}
const correction: CorrectedCaption = {
  text: '#ad A bowl for cold mornings. Thanks @acme',
  edits: [
    { start: 0, end: 0, insert: '#ad ', by: [0] },
    { start: 2, end: 8, insert: '', by: [1] },
  ],
  fixed: [missing, cheap].map(({ ruleId, kind, value, reason }) => ({ ruleId, kind, value, reason })),
  left: [{ ruleId: 'r3', kind: 'required-hashtag', value: '#Acme', reason: 'hashtagMissing', why: 'too-long' }],
}
const about = { name: 'Mara Quill', url: 'https://www.instagram.com/p/1/', publishedAt: '2026-11-12T09:00:00.000Z' }

const copied = vi.fn<(text: string) => Promise<void>>(async () => {})
let review: { [K in keyof Review]: ReturnType<typeof vi.fn<Review[K]>> }
beforeEach(() => {
  copied.mockReset()
  vi.stubGlobal('navigator', { clipboard: { writeText: copied } })
  review = {
    correct: vi.fn<Review['correct']>(async () => correction),
    waive: vi.fn<Review['waive']>(async () => true),
    takeBack: vi.fn<Review['takeBack']>(async () => true),
  }
})

const view = (findings: Finding[], at = about.publishedAt) => (
  <PostFindings
    post={{ ...postOf(1, 3, null), text, url: about.url, publishedAt: about.publishedAt }}
    assessment={assessmentOf(1, 'fail', { findings, at })}
    review={review}
    name="Mara Quill"
  />
)
const open = (findings: Finding[] = [missing, cheap, tag]) => show(view(findings))
const unfold = (place: HTMLElement, rule: string) => {
  const line = [...place.querySelectorAll<HTMLElement>('.finding-line')].find((one) => words(one).includes(rule))
  line?.click()
}
const message = (place: HTMLElement) => place.querySelector<HTMLTextAreaElement>('.correction-message textarea')

describe('the corrected caption', () => {
  it('shows what goes and what comes, says what is still open and why, and is copied whole', async () => {
    const place = open()
    await vi.waitFor(() => expect(place.querySelector('.correction .diff')).not.toBeNull())
    expect(words(place.querySelector('.correction ins'))).toBe('added: #ad')
    expect(words(place.querySelector('.correction del'))).toBe('removed: cheap')
    expect(words(place.querySelector('.fix-left'))).toContain('Carries #Acme: the fix does not fit')
    control(place, 'Copy corrected caption').click()
    await vi.waitFor(() => expect(words(place)).toContain('Copied'))
    expect(copied).toHaveBeenCalledExactlyOnceWith(correction.text)
  })

  it('says so when nothing could be put on the clipboard', async () => {
    copied.mockRejectedValue(new Error('denied'))
    const place = open()
    await vi.waitFor(() => control(place, 'Copy corrected caption').click())
    await vi.waitFor(() => expect(words(place)).toContain('Not copied. Select the text'))
  })

  it('is shown within each finding for its own part', async () => {
    const place = open()
    await vi.waitFor(() => expect(place.querySelector('.correction')).not.toBeNull())
    unfold(place, 'Does not say')
    await vi.waitFor(() => expect(words(place.querySelector('.finding-fix'))).toContain('removed: cheap'))
    expect(words(place.querySelector('.finding-fix'))).not.toContain('#ad')
  })

  it('that could not be worked out says so, and can be tried again', async () => {
    review.correct.mockRejectedValueOnce(new Error('restarting'))
    const place = open()
    await vi.waitFor(() => expect(words(place.querySelector('[role="alert"]'))).toContain('could not be worked out'))
    control(place, 'Try again').click()
    await vi.waitFor(() => expect(place.querySelector('.correction')).not.toBeNull())
  })

  it('is not asked for where nothing is open', async () => {
    const waived = { id: 'w', because: 'accepted', reason: 'Agreed by phone', at: about.publishedAt } as const
    const place = open([
      { ...cheap, waived },
      { ...missing, status: 'clear', reason: 'disclosureClear' },
    ])
    unfold(place, 'Does not say')
    await vi.waitFor(() => expect(words(place)).toContain('Let pass: Agreed by phone'))
    expect(review.correct).not.toHaveBeenCalled()
    control(place, 'Take back').click()
    expect(review.takeBack).toHaveBeenCalledExactlyOnceWith('w')
  })
})

describe('the message to the creator', () => {
  it('greets by first name, names the post, quotes the words with the rule, and ends with the caption', () => {
    const written = creatorMessage(about, asksOf([missing, cheap], correction, null), correction.text)
    expect(written).toMatch(/^Hi Mara,/)
    expect(written).toContain('November 12, 2026')
    expect(written).toContain('https://www.instagram.com/p/1/')
    expect(written).toContain('change 2 things')
    expect(written).toContain('1. Please say clearly')
    expect(written).toContain('(The rule: FTC: Disclosures 101, since 2019-11-05.)')
    expect(written).toContain('2. Please leave out “cheap”')
    expect(written).toContain(correction.text)
    expect(written).not.toMatch(/\{\{|\$\d|undefined|null/)
  })

  it('leads to the version of the guideline that made a finding, and a law to no guideline', async () => {
    const place = open([cheap, missing])
    for (const line of place.querySelectorAll<HTMLElement>('.finding-line')) line.click()
    const links = () => [...place.querySelectorAll('.finding-source a')].map((link) => link.getAttribute('href'))
    await vi.waitFor(() => expect(links()).toEqual(['/dashboard.html#/guidelines/g?version=3']))
  })

  it('asks for three things at most, what must change first, and says that there is more', () => {
    const many = [1, 2, 3, 4, 5].map((n) => Object.assign({}, cheap, { ruleId: `m${n}` }))
    const advice = { ...missing, weight: 'prefer' } as const
    const asks = asksOf([advice, ...many], correction, null)
    expect(asks.asked.map(({ ruleId }) => ruleId)).toEqual(['m1', 'm2', 'm3'])
    const written = creatorMessage({ name: null, url: null, publishedAt: null }, asks, null)
    expect(written).toMatch(/^Hi,\n/)
    expect(written).toContain('There are 3 more points')
    expect(written).not.toContain('4. ')
  })

  it('leaves to the team what only needs a look, unless the caption settles it or it is asked for', () => {
    const look = { ...tag, status: 'review', reason: 'hashtagGlued' } as const
    expect(asksOf([look], correction, null).asked).toEqual([])
    expect(asksOf([look], correction, look).asked).toEqual([look])
    expect(asksOf([{ ...cheap, status: 'review' }], correction, null).asked).toHaveLength(1)
  })

  it('asks for nothing that only the team can settle, or that nobody can fix and only advises', () => {
    const unchecked = { ...cheap, status: 'not-checkable' } as const
    const advice = { ...tag, weight: 'prefer' } as const
    expect(asksOf([unchecked, advice], correction, null).asked).toEqual([])
  })

  it('begins with the finding it was opened from, can be changed, and is copied as it stands', async () => {
    const place = open()
    await vi.waitFor(() => expect(place.querySelector('.correction')).not.toBeNull())
    unfold(place, 'Carries #Acme')
    await vi.waitFor(() => control(place, 'Ask the creator').click())
    await vi.waitFor(() => expect(message(place)?.value).toContain('1. Please add the hashtag #Acme.'))
    await vi.waitFor(() => expect(document.activeElement === message(place)).toBe(true))
    const area = message(place)
    if (area) type(area, 'Hi! Just the tag, please.')
    await vi.waitFor(() => {
      control(place, 'Copy message').click()
      expect(copied).toHaveBeenLastCalledWith('Hi! Just the tag, please.')
    })
  })
})

it('the message does not come forward again by itself when the post is judged again', async () => {
  const place = open()
  await vi.waitFor(() => expect(place.querySelector('.correction')).not.toBeNull())
  unfold(place, 'Carries #Acme')
  await vi.waitFor(() => control(place, 'Ask the creator').click())
  await vi.waitFor(() => expect(document.activeElement === message(place)).toBe(true))
  render(view([missing, cheap, tag], '2026-11-20T09:00:00.000Z'), place)
  await vi.waitFor(() => expect(review.correct).toHaveBeenCalledTimes(2))
  await vi.waitFor(() => expect(place.querySelector('.correction-message')?.hasAttribute('hidden')).toBe(true))
})

/** Presses a key where the focus is; true when the page made something of it. */
function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
  return event.defaultPrevented
}

describe('the findings of a post', () => {
  it('are gone through with the arrow keys', () => {
    const place = open()
    const [first, second, third] = place.querySelectorAll<HTMLElement>('.finding-line')
    first?.focus()
    expect(press('ArrowDown')).toBe(true)
    expect(document.activeElement === second).toBe(true)
    press('ArrowDown')
    expect(document.activeElement === third).toBe(true)
    expect(press('ArrowDown')).toBe(false)
    press('ArrowUp')
    expect(document.activeElement === second).toBe(true)
  })
})

describe('waiving', () => {
  it('needs a reason, and offers every post only for a finding with words', async () => {
    const place = open([missing, cheap])
    unfold(place, 'Says that it is advertising')
    await vi.waitFor(() => control(place, 'Waive').click())
    await vi.waitFor(() => expect(place.querySelector('.waive-form')).not.toBeNull())
    expect(words(place.querySelector('.waive-form'))).not.toContain('On every post')
    place.querySelector<HTMLButtonElement>('.waive-form [type="submit"]')?.click()
    await vi.waitFor(() => expect(words(place)).toContain('A short reason is needed'))
    expect(review.waive).not.toHaveBeenCalled()
    const reason = place.querySelector<HTMLTextAreaElement>('.waive-form textarea')
    if (reason) type(reason, ' Agreed by phone ')
    await vi.waitFor(() => expect(words(place)).not.toContain('A short reason is needed'))
    place.querySelector<HTMLButtonElement>('.waive-form [type="submit"]')?.click()
    await vi.waitFor(() => expect(review.waive).toHaveBeenCalledOnce())
    expect(review.waive.mock.calls[0]).toMatchObject([
      'instagram:1',
      { ruleId: 'r2' },
      { because: 'accepted', everywhere: false, reason: 'Agreed by phone' },
    ])
  })

  it('is left with Escape, and the focus returns to the finding', async () => {
    const place = open([cheap])
    unfold(place, 'Does not say')
    await vi.waitFor(() => control(place, 'Waive').click())
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    expect(words(place.querySelector('.waive-form'))).toContain('On every post where this rule finds “cheap”')
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await vi.waitFor(() => expect(place.querySelector('.waive-form')).toBeNull())
    expect(document.activeElement?.className).toBe('finding-line')
  })
})

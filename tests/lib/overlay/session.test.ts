import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { offerCard } from '../../../lib/overlay/card-slot.ts'
import type { CardRequest } from '../../../lib/overlay/card-slot.ts'
import type { Repair } from '../../../lib/domain/override.ts'
import { offerRepair } from '../../../lib/overlay/repair-slot.ts'
import { startSession } from '../../../lib/overlay/session.ts'
import type { Session } from '../../../lib/overlay/session.ts'
import { MessageError } from '../../../lib/messages/errors.ts'
import type { Badge, Chip, Input, MessageName, PageVerdict } from '../../../lib/messages/protocol.ts'
import type { Send } from '../../../lib/messages/send.ts'
import { repairSite } from '../../../lib/sites/repair-site.ts'
import { fakeSchedule, postElement, profileElement, recycle, site } from './page.ts'
import type { FakeSchedule } from './page.ts'

let schedule: FakeSchedule
let ending: AbortController
let alive: boolean
let session: Session
let asked: { type: MessageName; input: unknown }[]
/** What the background says; a test replaces single answers. */
let answers: { [N in MessageName]?: (input: Input<N>) => unknown }
/** Handles whose posts are badged. */
let tracked: Set<string>

const badge = (externalId: string): Badge => ({
  externalId,
  verdict: 'fail',
  reason: null,
  mood: { n: 6, positive: 4, neutral: 1, negative: 1, unclear: 0 },
})
const chip = (handle: string): Chip => ({
  platform: 'mock',
  handle,
  partnerId: tracked.has(handle) ? '01JD0000000000000000000000' : null,
  health: null,
})

beforeEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  schedule = fakeSchedule()
  ending = new AbortController()
  alive = true
  asked = []
  tracked = new Set(['maya'])
  answers = {
    'page.seen': ({ observation, checkAll }): PageVerdict => ({
      overlay: true,
      chip: observation.profile?.handle ? chip(observation.profile.handle) : null,
      badges: observation.posts
        .filter((post) => checkAll || tracked.has(post.author.handle ?? ''))
        .flatMap((post) => (post.id === null ? [] : [badge(post.id)])),
    }),
    'partner.track': ({ handle }) => void tracked.add(handle),
    'panel.open': () => ({ opened: true }),
    'site.hide': () => ({}),
    'card.inject': () => ({ ok: true }),
    'post.card': () => ({}),
  }
})
afterEach(() => ending.abort())

const send = (async (type: MessageName, input: never) => {
  asked.push({ type, input })
  const answer = answers[type]
  if (!answer) throw new MessageError('bad-message', type)
  return answer(input)
}) as Send

async function start() {
  session = startSession({
    site,
    document,
    signal: ending.signal,
    schedule,
    now: () => new Date('2026-11-20T12:00:00Z'),
    send,
    isAlive: () => alive,
    css: '',
    onDead: () => ending.abort(),
  })
  await schedule.pass(1_000)
}

const hosts = () => [...document.querySelectorAll('rapport-badge')]
const pill = (post: Element) => post.querySelector('rapport-badge')?.shadowRoot?.querySelector('button') ?? null
const inChip = (selector: string) =>
  document.querySelector('rapport-chip')?.shadowRoot?.querySelector<HTMLButtonElement>(selector) ?? null
/** What a person reads there: without the parts that are hidden just now. */
const chipWords = () =>
  [...(document.querySelector('rapport-chip')?.shadowRoot?.querySelector('.chip')?.children ?? [])]
    .filter((part) => !(part as HTMLElement).hidden)
    .map((part) => part.textContent)
    .join('')
const count = (type: MessageName) => asked.filter((message) => message.type === type).length

describe('badges', () => {
  it('stand on the posts of a tracked partner only, with verdict and mood in words', async () => {
    const ours = postElement({ id: 'a' })
    const theirs = postElement({ id: 'b', handle: 'someone' })
    document.body.append(ours, theirs)
    await start()
    expect(pill(ours)?.textContent).toBe('Rapport: Fail, comments Positive')
    expect(pill(theirs)).toBeNull()
  })

  it('leave together with the permission, and nothing is asked for any more', async () => {
    document.body.append(profileElement('maya', 'Maya'), postElement({ id: 'a' }))
    await start()
    expect(hosts()).toHaveLength(1)
    answers['page.seen'] = () => {
      throw new MessageError('not-allowed', 'This site is not allowed any more.')
    }
    session.refresh()
    await schedule.pass(5_000)
    expect(document.querySelector('rapport-badge, rapport-chip')).toBeNull()
    const before = asked.length
    document.body.append(postElement({ id: 'b' }))
    await schedule.pass(5_000)
    expect(asked).toHaveLength(before)
  })

  it('stand on every post once the user checks the page, and no longer on the next page', async () => {
    const theirs = postElement({ id: 'b', handle: 'someone' })
    document.body.append(theirs)
    await start()
    session.readPage(true)
    await schedule.pass(1_000)
    expect(pill(theirs)).not.toBeNull()
    history.pushState(null, '', '/someone')
    theirs.append('x')
    await schedule.pass(2_000)
    expect(hosts()).toEqual([])
  })

  it('follow a recycled element to the post it shows now', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    recycle(article, { id: 'b' })
    answers['page.seen'] = () => ({ overlay: true, chip: null, badges: [{ ...badge('b'), verdict: 'pass' }] })
    await schedule.pass(1_000)
    expect(hosts()).toHaveLength(1)
    expect(pill(article)?.textContent).toContain('Pass')
  })

  it('follow two rows that swap their posts', async () => {
    const [one, two] = [postElement({ id: 'a' }), postElement({ id: 'b' })]
    document.body.append(one, two)
    answers['page.seen'] = ({ observation }) => ({
      overlay: true,
      chip: null,
      badges: observation.posts.map(({ id }) => ({ ...badge(id ?? ''), verdict: id === 'a' ? 'fail' : 'pass' })),
    })
    await start()
    recycle(one, { id: 'b' })
    recycle(two, { id: 'a' })
    await schedule.pass(17)
    expect(pill(one)?.textContent).toContain('Pass')
    expect(pill(two)?.textContent).toContain('Fail')
    expect(hosts()).toHaveLength(2)
  })

  it('are gone from a recycled element before its new post is judged', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    answers['page.seen'] = () => new Promise(() => {})
    recycle(article, { id: 'b' })
    await schedule.pass(17)
    expect(hosts()).toEqual([])
  })

  it('come back at once, without a question, when a virtual list shows a post again', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    article.remove()
    await schedule.pass(1_000)
    const questions = count('page.seen')
    const again = postElement({ id: 'a' })
    document.body.append(again)
    await schedule.pass(17)
    expect(pill(again)).not.toBeNull()
    expect(count('page.seen')).toBe(questions)
    expect(hosts()).toHaveLength(1)
  })

  it('stay single when the page shows a post twice', async () => {
    document.body.append(postElement({ id: 'a' }), postElement({ id: 'a' }))
    await start()
    expect(hosts()).toHaveLength(1)
  })

  it('leave when the partner is no longer tracked', async () => {
    document.body.append(postElement({ id: 'a' }))
    await start()
    tracked.clear()
    session.refresh()
    await schedule.pass(100)
    expect(hosts()).toEqual([])
  })

  it('leave with the extension', async () => {
    document.body.append(postElement({ id: 'a' }), profileElement('maya', 'Maya'))
    history.replaceState(null, '', '/maya')
    await start()
    ending.abort()
    expect(document.querySelectorAll('rapport-badge, rapport-chip')).toHaveLength(0)
  })

  it('report a page that keeps removing them', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    for (let i = 0; i < 200; i++) {
      for (const host of hosts()) host.remove()
      await schedule.pass(200)
    }
    await schedule.pass(5_000)
    const misses = asked.flatMap(({ type, input }) =>
      type === 'page.seen' ? (input as Input<'page.seen'>).misses.filter((m) => m.field === 'overlay.badge') : [],
    )
    expect(misses).toEqual([expect.objectContaining({ of: 1, missing: 1 })])
    expect(hosts()).toEqual([])
  })

  it('are hidden while the site fills the screen', async () => {
    document.body.append(postElement({ id: 'a' }))
    await start()
    Object.defineProperty(document, 'fullscreenElement', { value: document.body, configurable: true })
    document.dispatchEvent(new Event('fullscreenchange'))
    expect(hosts().map((host) => (host as HTMLElement).hidden)).toEqual([true])
    Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true })
    document.dispatchEvent(new Event('fullscreenchange'))
    expect(hosts().map((host) => (host as HTMLElement).hidden)).toEqual([false])
  })

  it('do not open the post around them', async () => {
    const article = postElement({ id: 'a' })
    const opened = vi.fn<() => void>()
    article.addEventListener('click', opened)
    article.addEventListener('keydown', opened)
    document.body.append(article)
    await start()
    pill(article)?.click()
    pill(article)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
    expect(opened).not.toHaveBeenCalled()
  })

  it('do not follow a link they stand in', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })
    pill(article)?.dispatchEvent(click)
    expect(click.defaultPrevented).toBe(true)
  })
})

describe('the next flagged post', () => {
  it('is reached from one to the next, and around', async () => {
    const articles = ['a', 'b', 'c'].map((id) => postElement({ id }))
    document.body.append(...articles)
    answers['page.seen'] = ({ observation }) => ({
      overlay: true,
      chip: null,
      badges: observation.posts.map(({ id }) => ({ ...badge(id ?? ''), verdict: id === 'b' ? 'pass' : 'review' })),
    })
    await start()
    const focused = () => articles.findIndex((article) => article.contains(document.activeElement))
    const path = [1, 2, 3].map(() => session.nextFlagged() && focused())
    expect(path).toEqual([0, 2, 0])
  })

  it('is not there when nothing needs a look', async () => {
    await start()
    expect(session.nextFlagged()).toBe(false)
  })
})

describe('messages', () => {
  it('are one at a time, and collect what comes meanwhile', async () => {
    const reply = Promise.withResolvers<PageVerdict>()
    answers['page.seen'] = () => reply.promise
    document.body.append(postElement({ id: 'a' }))
    await start()
    for (const id of ['b', 'c', 'd']) {
      document.body.append(postElement({ id }))
      await schedule.pass(100)
    }
    expect(count('page.seen')).toBe(1)
    reply.resolve({ overlay: true, chip: null, badges: [] })
    await schedule.pass(100)
    const second = asked[1]?.input as Input<'page.seen'>
    expect(second.observation.posts.map((post) => post.id)).toEqual(['b', 'c', 'd'])
  })

  it('are sent again after the background was away', async () => {
    const answer = answers['page.seen']
    answers['page.seen'] = () => {
      throw new MessageError('unreachable', 'no')
    }
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    expect(pill(article)).toBeNull()
    if (answer) answers['page.seen'] = answer
    await schedule.pass(5_000)
    expect(pill(article)).not.toBeNull()
  })

  it('are not repeated when they are refused for good', async () => {
    answers['page.seen'] = () => {
      throw new MessageError('too-large', 'no')
    }
    document.body.append(postElement({ id: 'a' }))
    await start()
    await schedule.pass(120_000)
    expect(count('page.seen')).toBe(1)
  })

  it('end everything when the extension is gone', async () => {
    document.body.append(postElement({ id: 'a' }))
    await start()
    alive = false
    answers['page.seen'] = () => {
      throw new MessageError('unreachable', 'Extension context invalidated.')
    }
    document.body.append(postElement({ id: 'b' }))
    await schedule.pass(100)
    expect(ending.signal.aborted).toBe(true)
    expect(hosts()).toEqual([])
  })
})

describe('the chip', () => {
  beforeEach(() => history.replaceState(null, '', '/lee'))

  it('tracks the creator, and then shows the health', async () => {
    document.body.append(profileElement('lee', 'Lee Park'))
    await start()
    expect(chipWords()).toBe('Track')
    inChip('.chip-main')?.click()
    await schedule.pass(1_000)
    expect(asked.find(({ type }) => type === 'partner.track')?.input).toEqual({
      platform: 'mock',
      handle: 'lee',
      name: 'Lee Park',
      url: `${location.origin}/lee`,
    })
    expect(chipWords()).toBe('Rapport: partnership health Not enough data')
  })

  it('shows score and band, never the colour alone', async () => {
    const health = { score: 71.6, band: 'watch' as const, coverage: 1, confidence: 'high' as const }
    answers['page.seen'] = () => ({
      overlay: true,
      badges: [],
      chip: { ...chip('lee'), partnerId: 'x', health: { ...health, parts: [], caps: [], reasons: [] } },
    })
    document.body.append(profileElement('lee', 'Lee Park'))
    await start()
    expect(chipWords()).toBe('Rapport: partnership health 72Watch')
  })

  it('opens the panel, and says where it is when the browser refuses', async () => {
    tracked.add('lee')
    answers['panel.open'] = () => ({ opened: false })
    document.body.append(profileElement('lee', 'Lee Park'))
    await start()
    inChip('.chip-main')?.click()
    await schedule.pass(100)
    expect(chipWords()).toBe('Press the Rapport button in the toolbar to open the panel.')
    await schedule.pass(10_000)
    expect(chipWords()).toContain('Not enough data')
  })

  it('hides everything on this site, and takes it back', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(profileElement('lee', 'Lee Park'), article)
    await start()
    inChip('.chip-hide')?.click()
    await schedule.pass(100)
    expect(hosts()).toEqual([])
    expect(asked.at(-1)).toEqual({ type: 'site.hide', input: { platform: 'mock', hidden: true } })
    inChip('.chip-action')?.click()
    await schedule.pass(100)
    expect(asked.findLast(({ type }) => type === 'site.hide')?.input).toMatchObject({ hidden: false })
    expect(pill(article)).not.toBeNull()
    expect(chipWords()).toBe('Track')
  })

  it('is gone for good when hiding is not taken back', async () => {
    document.body.append(profileElement('lee', 'Lee Park'))
    await start()
    inChip('.chip-hide')?.click()
    await schedule.pass(10_000)
    expect(document.querySelector('rapport-chip')).toBeNull()
  })

  it('stays away where the overlay is switched off', async () => {
    answers['page.seen'] = () => ({ overlay: false, chip: chip('lee'), badges: [badge('a')] })
    document.body.append(profileElement('lee', 'Lee Park'), postElement({ id: 'a' }))
    await start()
    expect(document.querySelectorAll('rapport-badge, rapport-chip')).toHaveLength(0)
  })

  it('says so when tracking fails', async () => {
    answers['partner.track'] = () => {
      throw new MessageError('disk-full', 'full')
    }
    document.body.append(profileElement('lee', 'Lee Park'))
    await start()
    inChip('.chip-main')?.click()
    await schedule.pass(100)
    expect(chipWords()).toBe('This creator could not be tracked. Try again.')
  })
})

describe('the card', () => {
  let requests: CardRequest[]
  let ended: AbortController

  beforeEach(() => {
    requests = []
    ended = new AbortController()
    answers['card.inject'] = () => {
      offerCard((request) => requests.push(request), ended.signal)
      return { ok: true }
    }
  })
  afterEach(() => ended.abort())

  it('is injected at the first press only', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    pill(article)?.click()
    await schedule.pass(100)
    pill(article)?.click()
    await schedule.pass(100)
    expect(requests).toHaveLength(2)
    expect(count('card.inject')).toBe(1)
  })

  it('asks about the post that the badge stands on', async () => {
    const article = postElement({ id: 'a', text: 'Exactly this' })
    document.body.append(article)
    await start()
    pill(article)?.click()
    await schedule.pass(100)
    await requests[0]?.load()
    expect(asked.at(-1)).toMatchObject({
      type: 'post.card',
      input: { platform: 'mock', post: { id: 'a', text: 'Exactly this' } },
    })
  })

  it('gives the focus back to the badge of that post', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    pill(article)?.click()
    await schedule.pass(100)
    requests[0]?.onClose()
    expect(document.activeElement).toBe(article.querySelector('rapport-badge'))
  })

  it('ends when the site goes to another page', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    pill(article)?.click()
    await schedule.pass(100)
    history.pushState(null, '', '/maya')
    document.body.append('x')
    await schedule.pass(1_000)
    expect(requests[0]?.signal.aborted).toBe(true)
  })

  it('says to reload the page when the extension was updated', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(article)
    await start()
    alive = false
    pill(article)?.click()
    await schedule.pass(10)
    expect(hosts()).toEqual([])
    expect(document.querySelector('rapport-chip')?.shadowRoot?.textContent).toBe(
      'Rapport was updated: reload this page.',
    )
  })
})

describe('hostile pages', () => {
  it('cannot press our buttons by script', async () => {
    const article = postElement({ id: 'a' })
    document.body.append(profileElement('someone', 'Some One'), article)
    await start()
    for (const button of [pill(article), inChip('.chip-main'), inChip('.chip-hide')]) {
      const press = new MouseEvent('click', { bubbles: true, cancelable: true })
      Object.defineProperty(press, 'isTrusted', { value: false })
      button?.dispatchEvent(press)
    }
    await schedule.pass(1_000)
    expect(asked.filter(({ type }) => type !== 'page.seen')).toEqual([])
  })

  it('are shown as text, never run', async () => {
    const article = postElement({ id: '<img src=x onerror=alert(1)>', text: '<script>alert(1)</script>\u202e' })
    document.body.append(article)
    await start()
    expect(pill(article)?.querySelector('img, script')).toBeNull()
  })

  it('cannot make a handle into markup in the chip', async () => {
    history.replaceState(null, '', '/x')
    document.body.append(profileElement('<b>lee</b>', '<i>Lee</i>'))
    await start()
    expect(inChip('.chip-main')?.title).toBe('Track <b>lee</b> as a partner in Rapport')
    expect(inChip('b')).toBeNull()
  })

  it('get a caption of 100,000 characters sent in one bounded message', async () => {
    document.body.append(postElement({ id: 'a', text: 'x'.repeat(300_000) }))
    await start()
    const sent = asked.flatMap(({ type, input }) => (type === 'page.seen' ? [input as Input<'page.seen'>] : []))
    expect(sent.map(({ observation }) => observation.posts[0]?.text.length)).toEqual([100_000])
  })
})

describe('an override that the background knows of', () => {
  it('makes the page be read again with it, and says with which it was read', async () => {
    const rules: Repair[] = [
      { field: 'post.likes', page: null, select: '.loved', attr: null, saying: null, within: 'item' },
    ]
    offerRepair(repairSite)
    const plain = answers['page.seen']
    answers['page.seen'] = (input) =>
      input.repairsKey === 'k1'
        ? plain?.(input)
        : { overlay: true, chip: null, badges: [], repairs: { key: 'k1', rules } }
    const article = postElement({ id: '1', likes: '' })
    const loved = document.createElement('span')
    loved.className = 'loved'
    loved.textContent = '77'
    article.append(loved)
    document.body.append(article)
    await start()
    await schedule.pass(2_000)
    const looks = asked.map(({ input }) => input as Input<'page.seen'>)
    expect(
      looks.map(({ repairsKey, observation }) => [repairsKey, observation.posts[0]?.metrics.likes?.value]),
    ).toEqual([
      ['', undefined],
      ['k1', 77],
    ])
    expect(document.querySelector('rapport-badge')).not.toBeNull()
  })
})

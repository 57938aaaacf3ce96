import { describe, expect, it } from 'vitest'
import { defaultNotifySettings } from '../../../lib/domain/notify.ts'
import type { News, NotifySettings, Webhook } from '../../../lib/domain/notify.ts'
import type { Alert } from '../../../lib/watch/alerts.ts'
import { announce, badgeCount, newsOf } from '../../../lib/watch/announce.ts'
import { isDigestDue, isQuiet } from '../../../lib/watch/quiet.ts'
import { nextTryAt, webhookBody } from '../../../lib/watch/webhook-message.ts'

const BERLIN = 'Europe/Berlin'
const at = (instant: string) => Date.parse(instant)
const NOW = at('2026-11-24T11:00:00Z')
const partnerId = '01JD0000000000000000000001'

const alert = (id: string, severity: Alert['severity'] = 'high', values = ['12']): Alert => ({
  id,
  kind: 'mood',
  partnerId,
  severity,
  count: 1,
  code: 'moodNegative',
  values,
  evidence: [],
  since: '2026-11-24T10:00:00.000Z',
  lastAt: '2026-11-24T10:00:00.000Z',
})
const news = (id: string, severity: News['severity'], toldAt: string | null = null): News => ({
  id,
  partnerId,
  severity,
  toldAt,
  at: '2026-11-24T10:00:00.000Z',
})
const webhook = (severities: Webhook['severities']): Webhook => ({
  id: '01JD0000000000000000000009',
  url: 'https://hooks.example/secret',
  shape: 'slack',
  severities,
  digest: false,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  deletedAt: null,
})
const settings = (changes: Partial<NotifySettings>): NotifySettings => ({ ...defaultNotifySettings, ...changes })
const tell = (items: News[], notify: Partial<NotifySettings>, hooks: Webhook[] = [], now = NOW) =>
  announce(items, settings(notify), hooks, { now, zone: BERLIN, digestedAt: NOW })

const message = (n: number, why = 'Caption <https://evil.example|changed> & @channel [x](y)') => ({
  kind: 'alert' as const,
  title: 'Rapport: news',
  more: (left: number) => `and ${left} more`,
  alerts: Array.from({ length: n }, (_, i) => ({
    id: `a${i}`,
    severity: 'high' as const,
    severityWord: 'High',
    partner: 'Maya',
    why,
    since: '2026-11-24T10:00:00.000Z',
  })),
})

describe('what is news', () => {
  it('is an alert once, whatever its number becomes', () => {
    const first = newsOf([alert('a')], [], NOW)
    expect(first).toMatchObject([{ id: 'a', toldAt: null }])
    const told = [news('a', 'high', '2026-11-24T11:00:00.000Z')]
    expect(newsOf([alert('a', 'high', ['99'])], told, NOW)).toEqual(told)
  })

  it('is an alert again that became graver, or that had ended', () => {
    expect(newsOf([alert('a', 'high')], [news('a', 'medium', 'x')], NOW)[0]?.toldAt).toBeNull()
    expect(newsOf([alert('a', 'low')], [news('a', 'high', 'x')], NOW)[0]?.toldAt).toBe('x')
    expect(newsOf([], [news('a', 'high', 'x')], NOW)).toEqual([])
  })
})

describe('telling', () => {
  it('goes by severity to each place, and counts as told what reaches none', () => {
    const items = [news('a', 'high'), news('b', 'medium'), news('c', 'low'), news('d', 'high', 'before')]
    const told = tell(items, { notification: 'medium' }, [webhook(['high']), webhook(['low', 'medium'])])
    expect(told.notify.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(told.webhooks.map((one) => one.news.map(({ id }) => id))).toEqual([['a'], ['b', 'c']])
    expect(told.told.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('is silent by default but for the number on the button', () => {
    const items = [news('a', 'high'), news('b', 'medium'), news('c', 'low')]
    expect(tell(items, {})).toMatchObject({ notify: [], webhooks: [], digest: false })
    expect(badgeCount(items, defaultNotifySettings)).toBe(2)
    expect(badgeCount(items, settings({ badge: null }))).toBe(0)
  })

  it('waits in quiet hours, and nothing is lost by it', () => {
    const quiet = { from: '20:00', to: '08:00', days: [] }
    const night = at('2026-11-24T19:30:00Z')
    const held = tell([news('a', 'high')], { quiet, notification: 'low' }, [webhook(['high'])], night)
    expect(held).toEqual({ notify: [], webhooks: [], told: [], digest: false })
    const morning = tell([news('a', 'high')], { quiet, notification: 'low' }, [], at('2026-11-25T07:00:00Z'))
    expect(morning.notify).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:30', days: [] }
  it.each([
    ['2026-11-24T20:59:00Z', false],
    ['2026-11-24T21:00:00Z', true],
    ['2026-11-25T06:29:00Z', true],
    ['2026-11-25T06:30:00Z', false],
  ])('reach over midnight by the clock on the wall: %s', (instant, quiet) => {
    expect(isQuiet(night, at(instant), BERLIN)).toBe(quiet)
  })

  it('go by the clock also on the day on which it changes', () => {
    // Europe/Berlin leaves summer time on 25 October 2026: 06:29 UTC is 07:29 there, a day before it was 08:29.
    expect(isQuiet(night, at('2026-10-25T06:29:00Z'), BERLIN)).toBe(true)
    expect(isQuiet(night, at('2026-10-24T06:29:00Z'), BERLIN)).toBe(false)
  })

  it('hold for whole days that were chosen', () => {
    const weekend = { from: null, to: null, days: [6, 7] }
    expect(isQuiet(weekend, at('2026-11-28T11:00:00Z'), BERLIN)).toBe(true)
    expect(isQuiet(weekend, at('2026-11-27T11:00:00Z'), BERLIN)).toBe(false)
    // Still Friday in UTC, Saturday on the wall.
    expect(isQuiet(weekend, at('2026-11-27T23:30:00Z'), BERLIN)).toBe(true)
  })
})

describe('the daily digest', () => {
  it('comes once a day, and late where nothing ran at its time', () => {
    const yesterday = at('2026-11-23T08:00:30Z')
    expect(isDigestDue('09:00', yesterday, at('2026-11-24T07:59:00Z'), BERLIN)).toBe(false)
    expect(isDigestDue('09:00', yesterday, at('2026-11-24T08:00:00Z'), BERLIN)).toBe(true)
    expect(isDigestDue('09:00', yesterday, at('2026-11-24T19:00:00Z'), BERLIN)).toBe(true)
    expect(isDigestDue('09:00', at('2026-11-24T08:00:10Z'), at('2026-11-24T19:00:00Z'), BERLIN)).toBe(false)
  })

  it('is not skipped on the day whose clocks skip its time', () => {
    // 29 March 2026: 02:00 to 03:00 does not exist in Berlin.
    expect(isDigestDue('02:30', at('2026-03-28T01:31:00Z'), at('2026-03-29T01:31:00Z'), BERLIN)).toBe(true)
  })
})

describe('a message to the team', () => {
  it('lets nothing that a creator wrote become a link or a mention in Slack', () => {
    const { text } = JSON.parse(webhookBody('slack', message(1))) as { text: string }
    expect(text).toContain('&lt;https://evil.example|changed&gt; &amp; @channel')
    expect(text).not.toMatch(/[<>]/)
  })

  it('is a card for Teams, with the marks of Markdown taken literally', () => {
    const body = JSON.parse(webhookBody('teams', message(1))) as {
      attachments: { content: { body: { text: string }[] } }[]
    }
    expect(body.attachments[0]?.content.body[1]?.text).toContain(String.raw`\[x\]\(y\)`)
  })

  it('counts what does not fit, in each form', () => {
    expect(webhookBody('slack', message(23))).toContain('and 3 more')
    expect(webhookBody('teams', message(23))).toContain('and 3 more')
    expect(JSON.parse(webhookBody('json', message(23)))).toMatchObject({ kind: 'alert', more: 3 })
    expect(webhookBody('teams', message(20, 'x'.repeat(5_000))).length).toBeLessThan(20_000)
  })
})

it('waits longer after each failure, and gives up', () => {
  const waits = [1, 2, 3, 4, 5, 6].map((tries) => ((nextTryAt(tries, NOW) ?? 0) - NOW) / 60_000)
  expect(waits).toEqual([1, 5, 15, 60, 240, 720])
  expect(nextTryAt(7, NOW)).toBeNull()
})

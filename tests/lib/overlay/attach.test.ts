import { beforeEach, describe, expect, it } from 'vitest'
import { createAttachments } from '../../../lib/overlay/attach.ts'
import type { Attachments } from '../../../lib/overlay/attach.ts'
import { fakeSchedule } from './page.ts'
import type { FakeSchedule } from './page.ts'

let schedule: FakeSchedule
let attachments: Attachments
let post: HTMLElement
let spot: HTMLElement
let host: HTMLElement
let lost: number

beforeEach(() => {
  schedule = fakeSchedule()
  lost = 0
  attachments = createAttachments({ later: schedule.later, clock: schedule.clock, onLost: () => lost++ })
  post = document.createElement('article')
  spot = document.createElement('div')
  post.append(spot)
  document.body.replaceChildren(post)
  host = document.createElement('rapport-badge')
  attachments.put('a', { element: post, spot, host })
})

/** The page takes the badge away as soon as it sees it, for this long. */
async function fight(milliseconds: number) {
  let removals = 0
  for (let passed = 0; passed < milliseconds; passed += 500) {
    if (host.isConnected) {
      host.remove()
      removals++
    }
    attachments.check()
    await schedule.pass(500)
  }
  return removals
}

describe('attachments', () => {
  it('puts the badge at the end of its place', () => {
    expect(spot.lastElementChild).toBe(host)
  })

  it('puts a badge back that the page removed', () => {
    host.remove()
    attachments.check()
    expect(spot.lastElementChild).toBe(host)
  })

  it('gives up a page that keeps removing it, and says so once', async () => {
    const removals = await fight(120_000)
    expect(removals).toBeLessThanOrEqual(6)
    expect(host.isConnected).toBe(false)
    expect(lost).toBe(1)
    expect(schedule.planned()).toBe(0)
  })

  it('does not count re-renderings that are far apart', async () => {
    for (let i = 0; i < 12; i++) {
      host.remove()
      attachments.check()
      await schedule.pass(30_000)
    }
    expect(host.isConnected).toBe(true)
    expect(lost).toBe(0)
  })

  it('moves the badge when the row is rendered anew', () => {
    const fresh = document.createElement('div')
    spot.replaceWith(fresh)
    attachments.put('a', { element: post, spot: fresh, host })
    expect(fresh.lastElementChild).toBe(host)
    expect(document.querySelectorAll('rapport-badge')).toHaveLength(1)
  })

  it('starts afresh when another element shows the post', async () => {
    await fight(60_000)
    const next = document.createElement('article')
    document.body.append(next)
    attachments.put('a', { element: next, spot: next, host })
    expect(next.lastElementChild).toBe(host)
  })

  it('removes what a copied row brought along', () => {
    const copy = post.cloneNode(true) as HTMLElement
    document.body.append(copy)
    const place = copy.firstElementChild as HTMLElement
    const second = document.createElement('rapport-badge')
    attachments.put('b', { element: copy, spot: place, host: second })
    expect([...place.children]).toEqual([second])
    expect(spot.lastElementChild).toBe(host)
  })

  it('lets go of a badge whose post left the page', () => {
    post.remove()
    expect(attachments.check()).toEqual(['a'])
    document.body.append(post)
    expect(attachments.check()).toEqual([])
    expect(host.isConnected).toBe(false)
  })
})

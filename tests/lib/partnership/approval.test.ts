import { describe, expect, it } from 'vitest'
import type { Draft, DraftActionInput } from '../../../lib/domain/draft.ts'
import { defaultApprovalSettings } from '../../../lib/domain/settings.ts'
import {
  hashOfVersion,
  lastUndoable,
  progressOf,
  roundsSay,
  transition,
  versionNow,
} from '../../../lib/partnership/approval.ts'
import { clockOf } from '../../../lib/partnership/approval-clock.ts'
import { draftRow, ulid } from '../store/rows.ts'

const START = Date.parse('2026-11-02T09:00:00.000Z')
/** Hours after the draft was made. */
const at = (hours: number) => new Date(START + hours * 3_600_000).toISOString()
const clocks = defaultApprovalSettings
const fresh = draftRow(1, {
  createdAt: at(0),
  versions: [{ n: 1, caption: 'Tea time #ad', media: [], by: 'Ines', at: at(0) }],
})

let last = 100
const action = (kind: DraftActionInput['kind'], more: Partial<DraftActionInput> = {}): DraftActionInput => {
  last++
  return { id: ulid(last), kind, by: 'Ines', comment: '', post: null, of: null, content: null, ...more }
}
const tried = (
  draft: Draft,
  kind: DraftActionInput['kind'],
  hours = 1,
  more: Partial<DraftActionInput> = {},
  open = 0,
) => transition(draft, action(kind, more), at(hours), { clocks, openFindings: open })
function did(draft: Draft, kind: DraftActionInput['kind'], hours = 1, more: Partial<DraftActionInput> = {}): Draft {
  const outcome = tried(draft, kind, hours, more)
  if ('refused' in outcome) throw new Error(`${kind}: ${outcome.refused.code}`)
  return outcome.draft
}
const submitted = did(fresh, 'submit', 0)
const inCreative = did(did(submitted, 'begin'), 'pass-compliance')
const approved = did(inCreative, 'approve', 2)
const asked = { comment: 'Please name the brand first.' }
const revised = (caption: string) => ({ content: { caption, media: [] } })

const stateAt = (draft: Draft, hours: number) => clockOf(progressOf(draft), Date.parse(at(hours)), clocks)

describe('the approval of a draft', () => {
  it('B11: illegal transition (draft -> approved) is refused', () => {
    expect(tried(fresh, 'approve')).toEqual({ refused: { code: 'illegal', values: ['approve', 'draft'] } })
    // Nor is there a way past one of the two reviews.
    expect(tried(submitted, 'approve')).toMatchObject({ refused: { code: 'illegal' } })
    expect(tried(submitted, 'pass-compliance')).toMatchObject({ refused: { code: 'illegal' } })
    expect(tried(did(submitted, 'begin'), 'approve')).toMatchObject({ refused: { code: 'illegal' } })
  })

  it('B11: approving freezes a hash, later edit -> new version in draft', () => {
    const { approved: frozen } = progressOf(approved)
    expect(frozen).toMatchObject({
      version: 1,
      hash: hashOfVersion({ caption: 'Tea time #ad', media: [] }),
      by: 'Ines',
    })
    const edited = did(approved, 'revise', 3, revised('Tea time, always #ad'))
    expect(progressOf(edited)).toMatchObject({ state: 'draft', version: 2, approved: null })
    expect(edited.versions.map(({ caption }) => caption)).toEqual(['Tea time #ad', 'Tea time, always #ad'])
    expect(edited.events.find(({ kind }) => kind === 'approve')?.hash).toBe(frozen?.hash)
  })

  it('freezes the caption and the media list, whichever Unicode form they are written in', () => {
    const one = hashOfVersion({ caption: 'Café', media: ['a.jpg'] })
    expect(hashOfVersion({ caption: 'Cafe\u0301', media: ['a.jpg'] })).toBe(one)
    expect(hashOfVersion({ caption: 'Café', media: ['b.jpg'] })).not.toBe(one)
    expect(hashOfVersion({ caption: 'Café ', media: ['a.jpg'] })).not.toBe(one)
  })

  it('does not count an approval whose hash is not its version’s, as an altered file may claim', () => {
    const forged = {
      ...approved,
      versions: approved.versions.map((version) => ({ ...version, caption: 'Something else' })),
    }
    expect(progressOf(forged).state).toBe('creative-review')
  })

  it('is not given while a must of the guidelines fails, in either review', () => {
    const refused = { refused: { code: 'openFindings', values: ['2'] } }
    expect(tried(did(submitted, 'begin'), 'pass-compliance', 1, {}, 2)).toEqual(refused)
    expect(tried(inCreative, 'approve', 1, {}, 2)).toEqual(refused)
  })

  it('asks for changes, holds and rejects only with a comment, and does nothing without a name', () => {
    for (const kind of ['request-changes', 'hold', 'reject'] as const)
      expect(tried(inCreative, kind, 1, { comment: ' \n' })).toMatchObject({ refused: { code: 'commentMissing' } })
    expect(tried(inCreative, 'approve', 1, { by: '  ' })).toMatchObject({ refused: { code: 'nameMissing' } })
    expect(progressOf(did(inCreative, 'reject', 1, asked)).state).toBe('rejected')
  })

  it('goes on with a new version after changes were asked for, through both reviews again', () => {
    const back = did(inCreative, 'request-changes', 5, asked)
    expect(progressOf(back)).toMatchObject({ state: 'changes-requested', rounds: 1 })
    expect(tried(back, 'submit')).toMatchObject({ refused: { code: 'illegal' } })
    expect(tried(back, 'revise', 6, revised('Tea time #ad'))).toMatchObject({
      refused: { code: 'sameText', values: ['1'] },
    })
    const again = did(did(back, 'revise', 6, revised('Fjellhut tea #ad')), 'submit', 7)
    expect(progressOf(again)).toMatchObject({ state: 'submitted', version: 2, rounds: 1 })
    expect(tried(again, 'approve')).toMatchObject({ refused: { code: 'illegal' } })
    expect(versionNow(again, progressOf(again)).caption).toBe('Fjellhut tea #ad')
  })

  it('comes back from hold to the review it was in, with the time it had left', () => {
    const held = did(inCreative, 'hold', 10, { comment: 'Product delayed' })
    expect(clockOf(progressOf(held), Date.parse(at(90)), clocks)).toBeNull()
    const back = progressOf(did(held, 'resume', 110))
    expect(back.state).toBe('creative-review')
    // Nine hours of the day had passed before, so fifteen are left.
    expect(clockOf(back, Date.parse(at(110)), clocks)?.dueAt).toBe(at(125))
  })

  it('B11: round 4 warns against the contract’s revision limit', () => {
    let draft = submitted
    const says: string[] = []
    for (let round = 1; round <= 4; round++) {
      draft = did(draft, 'request-changes', round, asked)
      says.push(roundsSay(progressOf(draft), 3))
      draft = did(did(draft, 'revise', round, revised(`Try ${round} #ad`)), 'submit', round)
    }
    expect(says).toEqual(['fine', 'fine', 'last', 'over'])
    expect(roundsSay(progressOf(draft), 5)).toBe('fine')
  })

  it('takes the last decision back, and only that one', () => {
    const event = lastUndoable(approved)
    expect(event?.kind).toBe('approve')
    const undone = did(approved, 'undo', 3, { of: event?.id ?? null })
    expect(progressOf(undone)).toEqual(progressOf(inCreative))
    expect(tried(undone, 'undo', 4, { of: event?.id ?? null })).toMatchObject({ refused: { code: 'notLast' } })
    // The history still tells of both.
    expect(undone.events.map(({ kind }) => kind).slice(-2)).toEqual(['approve', 'undo'])
  })
})

describe('the clocks of a review', () => {
  it('B11: reminder at 24 h and 48 h, third becomes one escalation', () => {
    expect(stateAt(submitted, 23.9)?.due).toBeNull()
    expect(tried(submitted, 'remind', 23.9)).toMatchObject({ refused: { code: 'notDue' } })
    const once = did(submitted, 'remind', 24)
    expect(stateAt(once, 40)?.due).toBeNull()
    const twice = did(once, 'remind', 48)
    expect(tried(twice, 'remind', 72)).toMatchObject({ refused: { code: 'remindersSpent' } })
    expect(stateAt(twice, 71)?.due).toBeNull()
    expect(stateAt(twice, 72)?.due).toBe('escalate')
    const escalated = did(twice, 'escalate', 72)
    expect(stateAt(escalated, 500)?.due).toBeNull()
    expect(tried(escalated, 'escalate', 500)).toMatchObject({ refused: { code: 'notDue' } })
  })

  it('escalate after three waits even where nobody sent the reminders', () => {
    expect(stateAt(submitted, 80)?.due).toBe('escalate')
    expect(tried(submitted, 'remind', 80)).toMatchObject({ refused: { code: 'notDue' } })
  })

  it('remind people outside of the team every 48 h: the creator, and whoever was handed a sheet', () => {
    const back = did(submitted, 'request-changes', 10, asked)
    expect(stateAt(back, 57)).toMatchObject({ waits: 'creator', due: null, isOverdue: false })
    expect(stateAt(back, 58)).toMatchObject({ due: 'remind', isOverdue: true })
    const out = did(inCreative, 'hand-off', 10, { comment: 'Legal', of: ulid(77) })
    expect(stateAt(out, 57)).toMatchObject({ waits: 'outside', due: null })
    expect(stateAt(out, 58)).toMatchObject({ due: 'remind' })
  })

  it('B11: two 24-h stages compliance then creative; never auto-approve silently, expire to overdue', () => {
    expect(stateAt(submitted, 23.9)).toMatchObject({ waits: 'compliance', isOverdue: false })
    expect(stateAt(submitted, 24)).toMatchObject({ waits: 'compliance', isOverdue: true })
    // Taking it up does not start the day again; passing it starts the other one.
    expect(stateAt(did(submitted, 'begin', 20), 24)?.isOverdue).toBe(true)
    const second = did(did(submitted, 'begin', 20), 'pass-compliance', 22)
    expect(stateAt(second, 45)).toMatchObject({ waits: 'creative', isOverdue: false })
    expect(stateAt(second, 46)).toMatchObject({ waits: 'creative', isOverdue: true })
    expect(stateAt(second, 10_000)?.isOverdue).toBe(true)
    expect(progressOf(second).state).toBe('creative-review')
  })

  it('are as long as the settings say', () => {
    const slow = { stageHours: 72, internalHours: 12, externalHours: 96 }
    expect(clockOf(progressOf(submitted), Date.parse(at(25)), slow)).toMatchObject({ isOverdue: false, due: 'remind' })
  })
})

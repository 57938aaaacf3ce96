import { deepStrictEqual, notStrictEqual, ok, strictEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, DraftActionInput } from '../../../lib/domain/draft.ts'
import { draftActions } from '../../../lib/domain/draft.ts'
import { defaultApprovalSettings } from '../../../lib/domain/settings.ts'
import {
  type DraftState,
  hashOfVersion,
  lastUndoable,
  progressOf,
  transition,
} from '../../../lib/partnership/approval.ts'
import { draftRow, ulid } from '../store/rows.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-11-02T09:00:00.000Z')

/** What is expected, written down again in the simplest way: which reviews this version has had, and no more. */
interface Model {
  state: DraftState
  heldFrom: DraftState
  compliancePassed: boolean
  rounds: number
  versions: number
  escalations: number
  reminders: number
}
interface Real {
  draft: Draft
  now: number
  ids: number
}
const model = (): Model => ({
  state: 'draft',
  heldFrom: 'draft',
  compliancePassed: false,
  rounds: 0,
  versions: 1,
  escalations: 0,
  reminders: 0,
})

/** Where each action leads from a state, as B11 tells it; null: it is refused. */
function expected({ state, heldFrom }: Model, kind: DraftActionInput['kind']): DraftState | null {
  const inReview = ['submitted', 'compliance-review', 'creative-review'].includes(state)
  const undecided = inReview || state === 'draft' || state === 'changes-requested'
  switch (kind) {
    case 'revise':
      return undecided || state === 'approved' || state === 'live-matched' ? 'draft' : null
    case 'submit':
      return state === 'draft' ? 'submitted' : null
    case 'begin':
      return state === 'submitted' ? 'compliance-review' : null
    case 'pass-compliance':
      return state === 'compliance-review' ? 'creative-review' : null
    case 'approve':
      return state === 'creative-review' ? 'approved' : null
    case 'request-changes':
      return inReview ? 'changes-requested' : null
    case 'hold':
      return undecided ? 'on-hold' : null
    case 'resume':
      return state === 'on-hold' ? heldFrom : null
    case 'reject':
      return undecided || state === 'on-hold' ? 'rejected' : null
    case 'reopen':
      return state === 'rejected' ? 'draft' : null
    case 'hand-off':
      return state === 'compliance-review' || state === 'creative-review' ? state : null
    case 'remind':
    case 'escalate':
      return inReview || state === 'changes-requested' ? state : null
    case 'match':
      return state === 'approved' ? 'live-matched' : null
    case 'unmatch':
      return state === 'live-matched' ? 'approved' : null
    default:
      return null
  }
}

/** One try at one action, after some hours, with or without what it needs. */
class Try implements fc.Command<Model, Real> {
  readonly kind: DraftActionInput['kind']
  readonly hours: number
  readonly comment: string
  readonly by: string
  readonly open: number

  constructor(input: Pick<Try, 'kind' | 'hours' | 'comment' | 'by' | 'open'>) {
    this.kind = input.kind
    this.hours = input.hours
    this.comment = input.comment
    this.by = input.by
    this.open = input.open
  }
  check = () => true
  toString = () => `${this.kind}(+${this.hours} h, “${this.comment}”, by “${this.by}”, ${this.open} open)`

  run(expecting: Model, real: Real): void {
    real.now += this.hours * HOUR
    real.ids++
    const before = structuredClone(real.draft)
    const was = progressOf(before)
    const action: DraftActionInput = {
      id: ulid(real.ids),
      kind: this.kind,
      by: this.by,
      comment: this.comment,
      post: { id: 'instagram:1', url: null },
      of: this.kind === 'undo' ? (lastUndoable(before)?.id ?? null) : ulid(9_999),
      content: { caption: `Try ${real.ids} #ad`, media: [] },
    }
    const rules = { clocks: defaultApprovalSettings, openFindings: this.open }
    const outcome = transition(real.draft, action, new Date(real.now).toISOString(), rules)
    // It never changes what it was given.
    deepStrictEqual(real.draft, before)
    if ('refused' in outcome) {
      if (this.kind !== 'undo') this.mustBeRefused(expecting)
      return
    }
    real.draft = outcome.draft
    const is = progressOf(outcome.draft)
    if (this.kind === 'undo') this.follow(expecting, is)
    else this.advance(expecting, is)
    invariants(outcome.draft, was.rounds, is, this.kind)
    strictEqual(is.state, expecting.state)
    strictEqual(is.rounds, expecting.rounds)
  }

  /** Everything it needed was there: then there is no reason to refuse it. */
  private mustBeRefused(expecting: Model): void {
    const needsComment = ['request-changes', 'hold', 'reject', 'hand-off'].includes(this.kind)
    const isApproval = this.kind === 'approve' || this.kind === 'pass-compliance'
    const isTimed = this.kind === 'remind' || this.kind === 'escalate'
    const lacks = this.by === '' || (needsComment && this.comment === '') || (isApproval && this.open > 0) || isTimed
    if (!lacks)
      deepStrictEqual([this.kind, expecting.state, expected(expecting, this.kind)], [this.kind, expecting.state, null])
  }

  private advance(expecting: Model, is: ReturnType<typeof progressOf>): void {
    const next = expected(expecting, this.kind)
    deepStrictEqual([this.kind, expecting.state, next === null], [this.kind, expecting.state, false])
    if (next === null) return
    notStrictEqual(this.by, '')
    const isWait = !['remind', 'escalate', 'begin'].includes(this.kind)
    if (this.kind === 'approve') {
      strictEqual(expecting.compliancePassed, true)
      strictEqual(this.open, 0)
    }
    if (this.kind === 'hold') expecting.heldFrom = expecting.state
    if (this.kind === 'revise') expecting.versions++
    if (this.kind === 'revise' || this.kind === 'request-changes' || this.kind === 'reopen')
      expecting.compliancePassed = false
    if (this.kind === 'pass-compliance') expecting.compliancePassed = true
    if (this.kind === 'request-changes') expecting.rounds++
    if (isWait) {
      expecting.reminders = is.reminders.length
      expecting.escalations = is.escalated ? 1 : 0
    }
    if (this.kind === 'remind') expecting.reminders++
    if (this.kind === 'escalate') expecting.escalations++
    ok(expecting.reminders <= 2)
    ok(expecting.escalations <= 1)
    expecting.state = next
  }

  /** After an undo the model is read again from what is left: the moments before it had their own checks. */
  private follow(expecting: Model, is: ReturnType<typeof progressOf>): void {
    expecting.state = is.state
    expecting.rounds = is.rounds
    expecting.heldFrom = is.held?.from.state ?? 'draft'
    expecting.compliancePassed = ['creative-review', 'approved', 'live-matched'].includes(
      is.held ? is.held.from.state : is.state,
    )
    expecting.reminders = is.reminders.length
    expecting.escalations = is.escalated ? 1 : 0
  }
}

/** Every state that a draft was in after some action. */
const reached = new Set<DraftState>()

/** What holds after every action that was done. */
function invariants(draft: Draft, rounds: number, is: ReturnType<typeof progressOf>, kind: string): void {
  const { approved } = is
  reached.add(is.state)
  const isApproved = is.state === 'approved' || is.state === 'live-matched'
  strictEqual(approved !== null, isApproved)
  if (approved) {
    const version = draft.versions.find(({ n }) => n === approved.version)
    strictEqual(version && hashOfVersion(version), approved.hash)
    strictEqual(approved.version, is.version)
  }
  if (kind !== 'undo') ok(is.rounds >= rounds)
  ok(is.reminders.length <= 2)
  deepStrictEqual(
    draft.versions.map(({ n }) => n),
    draft.versions.map((_, i) => i + 1),
  )
  // Told again from the record alone, it is the same story.
  deepStrictEqual(progressOf(structuredClone(draft)), is)
}

const tries = fc
  .record({
    kind: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...draftActions) },
      // Often enough the way that leads somewhere.
      {
        weight: 3,
        arbitrary: fc.constantFrom('submit', 'begin', 'pass-compliance', 'approve', 'revise', 'match' as const),
      },
    ),
    hours: fc.constantFrom(0, 1, 12, 24, 25, 49, 100),
    comment: fc.constantFrom('', 'Say it first'),
    by: fc.constantFrom('', 'Ines', 'Ines', 'Sven'),
    open: fc.constantFrom(0, 0, 0, 2),
  })
  .map((input) => new Try(input))

describe('any course of an approval', () => {
  it('keeps what B11 promises, whatever people try in whatever order', () => {
    fc.assert(
      fc.property(fc.commands([tries], { maxCommands: 60, size: 'max' }), (commands) => {
        const real: Real = {
          draft: draftRow(1, { createdAt: new Date(START).toISOString() }),
          now: START,
          ids: 100,
        }
        fc.modelRun(() => ({ model: model(), real }), commands)
        reached.add(progressOf(real.draft).state)
      }),
      { numRuns: 400 },
    )
    // It went everywhere, or it has proved little.
    expect([...reached].toSorted()).toEqual([
      'approved',
      'changes-requested',
      'compliance-review',
      'creative-review',
      'draft',
      'live-matched',
      'on-hold',
      'rejected',
      'submitted',
    ])
  })
})

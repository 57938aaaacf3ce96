import type { Draft, DraftAction, DraftActionInput, DraftEvent, DraftVersion } from '../domain/draft.ts'
import { sha256Of } from '../text/sha256.ts'
import { clockOf, type Clocks, MAX_REMINDERS, shifted } from './approval-clock.ts'
import type { DraftState, Progress } from './progress.ts'

export type { DraftState, Progress } from './progress.ts'

/** What an action is judged by besides the draft. */
export interface Rules {
  readonly clocks: Clocks
  /** Findings that fail the version now and were not waived: a `must` of the guidelines is not approved past. */
  readonly openFindings: number
}

/** Why an action is not done; words under `draft.refused.<code>` with `values`. */
export interface Refusal {
  readonly code:
    | 'illegal'
    | 'deleted'
    | 'nameMissing'
    | 'commentMissing'
    | 'captionMissing'
    | 'sameText'
    | 'openFindings'
    | 'notDue'
    | 'remindersSpent'
    | 'notLast'
    | 'postMissing'
    | 'tooMany'
    | 'changed'
  readonly values: readonly string[]
}

export type Outcome = { readonly draft: Draft } | { readonly refused: Refusal }

const IN_REVIEW = ['submitted', 'compliance-review', 'creative-review'] as const
const UNDECIDED = ['draft', ...IN_REVIEW, 'changes-requested'] as const
const SETTLED = ['approved', 'live-matched', 'drifted'] as const

/** After which states each action is legal; there is no other way from one state to another. */
const LEGAL: Readonly<Record<Exclude<DraftAction, 'undo'>, readonly DraftState[]>> = {
  revise: [...UNDECIDED, ...SETTLED],
  submit: ['draft'],
  begin: ['submitted'],
  'pass-compliance': ['compliance-review'],
  approve: ['creative-review'],
  'request-changes': IN_REVIEW,
  hold: UNDECIDED,
  resume: ['on-hold'],
  reject: [...UNDECIDED, 'on-hold'],
  reopen: ['rejected'],
  'hand-off': ['compliance-review', 'creative-review'],
  remind: [...IN_REVIEW, 'changes-requested'],
  escalate: [...IN_REVIEW, 'changes-requested'],
  match: ['approved'],
  unmatch: ['live-matched', 'drifted'],
}
/** Whoever reads it later, and the creator, must be told why. */
const WANTS_COMMENT = new Set<DraftAction>(['request-changes', 'reject', 'hold'])

/** Whether an action may be offered in a state; what else it needs, `transition` says. */
export const isLegal = (state: DraftState, kind: Exclude<DraftAction, 'undo'>): boolean => LEGAL[kind].includes(state)

/** SHA-256 over a version's caption and media, each in Unicode's NFC, as 64 hexadecimal digits (relationship.md B11). */
export function hashOfVersion({ caption, media }: Pick<DraftVersion, 'caption' | 'media'>): string {
  return sha256Of(JSON.stringify([caption.normalize('NFC'), media.map((one) => one.normalize('NFC'))]))
}

/** The state that follows from the events so far. Events that are not legal, as a file may bring them, count for nothing. */
export function progressOf({
  versions,
  events,
  createdAt,
}: Pick<Draft, 'versions' | 'events' | 'createdAt'>): Progress {
  return replay(versions, events, createdAt).progress
}

/** The event that `undo` would take back now; null when there is none. */
export function lastUndoable({ versions, events, createdAt }: Draft): DraftEvent | null {
  return replay(versions, events, createdAt).done.at(-1)?.event ?? null
}

interface Done {
  readonly event: DraftEvent
  readonly before: Progress
}

function replay(
  versions: readonly DraftVersion[],
  events: readonly DraftEvent[],
  createdAt: string,
): { progress: Progress; done: readonly Done[] } {
  const done: Done[] = []
  let progress: Progress = {
    ...fresh(createdAt),
    state: 'draft',
    version: 1,
    rounds: 0,
    approved: null,
    live: null,
    held: null,
  }
  for (const event of events) {
    if (event.kind === 'undo') {
      const last = done.at(-1)
      if (last?.event.id !== event.of) continue
      progress = last.before
      done.pop()
    } else if (fits(progress, versions, event)) {
      done.push({ event, before: progress })
      progress = after(progress, event)
    }
  }
  return { progress, done }
}

/** Whether an event may follow; a hash must be the one of the version that it froze. */
function fits(progress: Progress, versions: readonly DraftVersion[], event: DraftEvent): boolean {
  if (event.kind === 'undo' || !isLegal(progress.state, event.kind)) return false
  if (event.kind === 'revise') return versions.some(({ n }) => n === event.version)
  if (event.version !== progress.version) return false
  if (event.kind === 'remind' && (progress.escalated || progress.reminders.length >= MAX_REMINDERS)) return false
  if (event.kind === 'escalate' && progress.escalated) return false
  if (event.kind === 'approve') {
    const version = versions.find(({ n }) => n === event.version)
    return version !== undefined && event.hash === hashOfVersion(version)
  }
  return true
}

/** A wait that begins. */
const fresh = (since: string) => ({ since, reminders: [], escalated: false, handedTo: null })

function after(before: Progress, { kind, at, by, comment, version, hash, post, of }: DraftEvent): Progress {
  const moved = (state: DraftState): Progress => ({ ...before, ...fresh(at), state })
  switch (kind) {
    case 'revise':
      return { ...moved('draft'), version, approved: null, live: null }
    case 'submit':
      return moved('submitted')
    case 'begin':
      // Taking it up does not stop the clock of the compliance review: it runs since the draft came in.
      return { ...before, state: 'compliance-review' }
    case 'pass-compliance':
      return moved('creative-review')
    case 'approve':
      return { ...moved('approved'), approved: { version, hash: hash ?? '', by, at } }
    case 'request-changes':
      return { ...moved('changes-requested'), rounds: before.rounds + 1 }
    case 'hold':
      return { ...moved('on-hold'), held: { from: before, at } }
    case 'resume':
      return before.held ? shifted(before.held.from, Date.parse(at) - Date.parse(before.held.at)) : before
    case 'reject':
      return { ...moved('rejected'), held: null }
    case 'reopen':
      return moved('draft')
    case 'hand-off':
      return { ...before, ...fresh(at), handedTo: { name: comment, sheetId: of ?? '' } }
    case 'remind':
      return { ...before, reminders: [...before.reminders, at] }
    case 'escalate':
      return { ...before, escalated: true }
    case 'match':
      return { ...moved('live-matched'), live: { postId: post?.id ?? null, url: post?.url ?? null, at } }
    case 'unmatch':
      return { ...moved('approved'), live: null }
    default:
      return before
  }
}

const refused = (code: Refusal['code'], ...values: string[]): Outcome => ({ refused: { code, values } })

/**
 * Does one action, or says why not; a refused one changes nothing. Pure: `now` is an ISO instant. The draft comes back
 * with the event added, an approval with the hash of what was approved, a revision with its new version.
 */
export function transition(draft: Draft, action: DraftActionInput, now: string, rules: Rules): Outcome {
  const { kind, content } = action
  const by = action.by.trim()
  const comment = action.comment.trim()
  const { progress, done } = replay(draft.versions, draft.events, draft.createdAt)
  if (draft.deletedAt !== null) return refused('deleted')
  if (draft.events.length >= 2_000 || draft.versions.length >= 200) return refused('tooMany')
  if (by === '') return refused('nameMissing')
  const event = { id: action.id, kind, by, at: now, comment, version: progress.version, hash: null, post: null }
  const withEvent = (more: Partial<DraftEvent> = {}, versions = draft.versions): Outcome => ({
    draft: { ...draft, versions, events: [...draft.events, { ...event, of: null, ...more }], updatedAt: now },
  })
  if (kind === 'undo') {
    const last = done.at(-1)?.event
    return last && last.id === action.of ? withEvent({ of: last.id }) : refused('notLast')
  }
  if (!isLegal(progress.state, kind)) return refused('illegal', kind, progress.state)
  if (WANTS_COMMENT.has(kind) && comment === '') return refused('commentMissing')
  const version = draft.versions.find(({ n }) => n === progress.version)
  switch (kind) {
    case 'revise': {
      if (!content || (content.caption.trim() === '' && content.media.length === 0)) return refused('captionMissing')
      if (version && hashOfVersion(version) === hashOfVersion(content)) return refused('sameText', String(version.n))
      const n = Math.max(...draft.versions.map((one) => one.n)) + 1
      return withEvent({ version: n }, [...draft.versions, { n, ...content, by, at: now }])
    }
    case 'pass-compliance':
    case 'approve': {
      if (rules.openFindings > 0) return refused('openFindings', String(rules.openFindings))
      if (kind === 'pass-compliance' || !version) return withEvent({ of: action.of })
      return withEvent({ hash: hashOfVersion(version), of: action.of })
    }
    case 'remind':
    case 'escalate': {
      if (kind === 'remind' && progress.reminders.length >= MAX_REMINDERS) return refused('remindersSpent')
      return clockOf(progress, Date.parse(now), rules.clocks)?.due === kind ? withEvent() : refused('notDue')
    }
    case 'match':
      return action.post?.id || action.post?.url ? withEvent({ post: action.post }) : refused('postMissing')
    case 'hand-off':
      return comment === '' ? refused('commentMissing') : withEvent({ of: action.of })
    default:
      return withEvent({ of: action.of })
  }
}

/** The version that is talked about now. */
export function versionNow(
  { versions }: Pick<Draft, 'versions'>,
  { version }: Pick<Progress, 'version'>,
): DraftVersion {
  const found = versions.find(({ n }) => n === version) ?? versions.at(-1)
  if (!found) throw new TypeError('a draft without a version')
  return found
}

/**
 * What the rounds of changes say against the agreed number of them (relationship.md B7: up to 3; B11): `over` once more
 * were asked for, `last` when the next one would be.
 */
export function roundsSay({ rounds }: Pick<Progress, 'rounds'>, limit: number): 'fine' | 'last' | 'over' {
  return rounds > limit ? 'over' : rounds === limit ? 'last' : 'fine'
}

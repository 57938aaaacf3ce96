import type { Agreement } from '../../domain/agreement.ts'
import type { Brief } from '../../domain/brief.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Deliverable } from '../../domain/deliverable.ts'
import type { Draft } from '../../domain/draft.ts'
import type { Guideline } from '../../domain/guideline.ts'
import type { Letter } from '../../domain/letter.ts'
import type { Incident } from '../../domain/incident.ts'
import type { Note } from '../../domain/note.ts'
import type { Plan } from '../../domain/plan.ts'
import type { PartnerReview } from '../../domain/partner-review.ts'
import type { ProgrammeUse } from '../../domain/programme.ts'
import type { Pulse } from '../../domain/pulse.ts'
import type { Realignment } from '../../domain/realignment.ts'
import type { KeptReport } from '../../domain/report.ts'
import type { Vetting } from '../../domain/vetting.ts'
import type { Watch } from '../../domain/watch.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { same } from '../record/same.ts'
import { instant } from '../record/post.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'

type TypedMessages =
  | `${'note' | 'deliverable' | 'pulse' | 'brief' | 'watch' | 'programme'}.${'save' | 'delete' | 'restore'}`
  | 'note.mark'
  | 'contact.log'
  | 'contact.delete'

/** What people type. Every message may be repeated, and one that arrives late after a deletion does not undo it. */
export function typedHandlers(deps: Deps): Pick<Handlers, TypedMessages> {
  const time = () => deps.now().toISOString()
  const save = <T extends keyof Typed>(table: T, input: Omit<Typed[T], keyof Stamps>) =>
    valueOf(decide(deps, (tx) => saveRow(tx, table, input, time())))
  const remove = <T extends keyof Typed>(table: T, id: string) =>
    valueOf(decide(deps, (tx) => setDeleted(tx, table, id, time())))
  const restore = <T extends keyof Typed>(table: T, id: string) =>
    valueOf(decide(deps, (tx) => setDeleted(tx, table, id, null)))

  return {
    'note.save': (input) => save('notes', input),
    'note.mark': ({ id, pinned, followUpOn }) =>
      valueOf(
        decide(deps, async (tx) => {
          const stored = await tx.notes.get(id)
          if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
          const marked = {
            ...stored,
            ...(pinned !== undefined && { pinned }),
            ...(followUpOn !== undefined && { followUpOn }),
          }
          if (same(stored, marked)) return { value: stored, changed: false }
          await tx.put('notes', marked)
          return { value: marked, changed: true }
        }),
      ),
    'note.delete': ({ id }) => remove('notes', id),
    'note.restore': ({ id }) => restore('notes', id),

    'contact.log': (input) => save('contacts', { ...input, at: instant(input.at) ?? time() }),
    'contact.delete': ({ id }) => remove('contacts', id),

    'deliverable.save': (input) => save('deliverables', { ...input, dueAt: instant(input.dueAt) ?? input.dueAt }),
    'deliverable.delete': ({ id }) => remove('deliverables', id),
    'deliverable.restore': ({ id }) => restore('deliverables', id),

    'brief.save': (input) => save('briefs', input),
    'brief.delete': ({ id }) => remove('briefs', id),
    'brief.restore': ({ id }) => restore('briefs', id),

    'pulse.save': (input) => save('pulses', { ...input, at: instant(input.at) ?? time() }),
    'pulse.delete': ({ id }) => remove('pulses', id),
    'pulse.restore': ({ id }) => restore('pulses', id),

    'programme.save': (input) => save('programme', input),
    'programme.delete': ({ id }) => remove('programme', id),
    'programme.restore': ({ id }) => restore('programme', id),

    'watch.save': (input) => save('watches', input),
    'watch.delete': ({ id }) => remove('watches', id),
    'watch.restore': ({ id }) => restore('watches', id),
  }
}

async function valueOf<T>(decided: Promise<{ value: T }>): Promise<T> {
  return (await decided).value
}

type Stamps = { createdAt: string; updatedAt: string; deletedAt: string | null }
type Typed = {
  notes: Note
  contacts: Contact
  deliverables: Deliverable
  pulses: Pulse
  briefs: Brief
  watches: Watch
  programme: ProgrammeUse
}
type Deletable = Typed & {
  guidelines: Guideline
  drafts: Draft
  reports: KeptReport
  letters: Letter
  incidents: Incident
  vettings: Vetting
  agreements: Agreement
  plans: Plan
  realignments: Realignment
  reviews: PartnerReview
}

async function saveRow<T extends keyof Typed>(
  tx: StoreWriter,
  table: T,
  input: Omit<Typed[T], keyof Stamps>,
  at: string,
): Promise<{ value: Typed[T]; changed: boolean }> {
  const stored = (await tx[table].get((input as Typed[T]).id)) as Typed[T] | null
  // What is typed says nothing of whether the note is pinned.
  const pinned = stored && 'pinned' in stored ? { pinned: stored.pinned } : {}
  const { createdAt, updatedAt, deletedAt } = stored ?? { createdAt: at, updatedAt: at, deletedAt: null }
  const row = { ...pinned, ...input, createdAt, updatedAt, deletedAt } as Typed[T]
  if (stored && same(stored, row)) return { value: stored, changed: false }
  const saved = { ...row, updatedAt: at }
  await tx.put(table, saved as never)
  return { value: saved, changed: true }
}

export async function setDeleted<T extends keyof Deletable>(
  tx: StoreWriter,
  table: T,
  id: string,
  deletedAt: string | null,
): Promise<{ value: Deletable[T]; changed: boolean }> {
  const stored = (await tx[table].get(id)) as Deletable[T] | null
  if (!stored) throw new MessageError('not-found', 'This record is not there any more.')
  if ((stored.deletedAt === null) === (deletedAt === null)) return { value: stored, changed: false }
  const row = { ...stored, deletedAt }
  await tx.put(table, row as never)
  return { value: row, changed: true }
}

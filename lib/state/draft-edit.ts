import { type ReadonlySignal, signal } from '@preact/signals'
import type { Draft, DraftAction, DraftActionInput, DraftVersion } from '../domain/draft.ts'
import type { DraftAnswer, Input } from '../messages/protocol.ts'
import { lastUndoable } from '../partnership/approval.ts'
import { readSignOff, type SignOffProblem } from '../partnership/sign-off.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** Why the last decision was not taken, and about which draft. */
export interface Refused {
  readonly draftId: string
  readonly refusal: NonNullable<DraftAnswer['refused']>
}

export type NewDraft = Omit<Input<'draft.make'>, 'id' | 'submit'> & { readonly submit: boolean }

/** What a decision needs besides its kind. */
export interface Decision {
  readonly by: string
  readonly comment?: string
  readonly content?: Pick<DraftVersion, 'caption' | 'media'>
  readonly post?: DraftActionInput['post']
  /** Events that were there when the person began to write: another's decision in between is not written over. */
  readonly seen?: number
}

/** What people do with drafts. Every decision and every deletion can be undone from its toast. */
export interface DraftEdit {
  /** Why the last decision was refused; null once another was taken. */
  readonly refused: ReadonlySignal<Refused | null>
  /** Text that is being typed, kept on this device until it was taken in; '' forgets it. */
  readonly typed: { get(key: string): string; keep(key: string, text: string): void }
  /** The new draft's id; null when it was refused. */
  make(draft: NewDraft): Promise<string | null>
  /** False when it was refused: `refused` says why, and nothing was changed. */
  decide(draft: Draft, kind: Exclude<DraftAction, 'undo' | 'hand-off'>, decision: Decision): Promise<boolean>
  /** The draft with the new sheet, which is its last; null when it was refused. */
  handOff(draft: Draft, by: string, to: string): Promise<Draft | null>
  /** Takes in a sign-off file. Null when it was taken, or refused by the draft (`refused` says why then). */
  takeAnswer(text: string): Promise<{ problem: SignOffProblem } | { draftId: string } | null>
  /** Takes the last step back; the history keeps both. */
  undo(draft: Draft, by: string): Promise<void>
  remove(draft: Draft): Promise<void>
}

const key = (name: string) => `rapport.draft.review.${name}`

export function createDraftEdit({
  send,
  toasts,
  storage,
  newId,
  onChange,
}: Pick<SurfacePorts, 'send' | 'storage' | 'newId'> & { toasts: Toasts; onChange: () => Promise<void> }): DraftEdit {
  const refused = signal<Refused | null>(null)

  /** What an answer means for the page; the draft where something was done. */
  const settle = async ({ draft, refused: refusal }: DraftAnswer): Promise<Draft | null> => {
    refused.value = refusal === null ? null : { draftId: draft.id, refusal }
    await onChange()
    return refusal === null ? draft : null
  }
  const undo = (draft: Draft, by?: string) => async () => {
    const event = lastUndoable(draft)
    if (!event) return
    const { id, events } = draft
    const action = {
      id: newId(),
      kind: 'undo',
      by: by ?? event.by,
      comment: '',
      post: null,
      of: event.id,
      content: null,
    } as const
    await settle(await send('draft.act', { id, seen: events.length, action }))
  }

  return {
    refused,
    typed: {
      get(name) {
        try {
          return storage.getItem(key(name)) ?? ''
        } catch {
          return ''
        }
      },
      keep(name, text) {
        try {
          if (text === '') storage.removeItem(key(name))
          else storage.setItem(key(name), text)
        } catch {
          // Storage is full or switched off: the text is still in its field.
        }
      },
    },
    async make({ submit, ...draft }) {
      const id = newId()
      const made = await toasts.attempt(() => send('draft.make', { ...draft, id, submit: submit ? newId() : null }))
      await onChange()
      return made ? id : null
    },
    async decide(draft, kind, { by, comment = '', content = null, post = null, seen = draft.events.length }) {
      let done: Draft | null = null
      await toasts.attempt(async () => {
        const action = { id: newId(), kind, by, comment, post, of: null, content }
        done = await settle(await send('draft.act', { id: draft.id, seen, action }))
        if (done) toasts.say(`draft-${kind}`, [], undo(done))
      })
      return done !== null
    },
    async handOff(draft, by, to) {
      let done: Draft | null = null
      await toasts.attempt(async () => {
        const { id, events } = draft
        done = await settle(await send('draft.handoff', { id, seen: events.length, eventId: newId(), by, to }))
        if (done) toasts.say('draftHandedOff', [to], undo(done))
      })
      return done
    },
    async takeAnswer(text) {
      const read = readSignOff(text)
      if ('problem' in read) return read
      const { signOff } = read
      let taken: { draftId: string } | null = null
      await toasts.attempt(async () => {
        const done = await settle(await send('draft.answer', { eventId: newId(), signOff }))
        if (done) toasts.say('draftAnswered', [signOff.name], undo(done))
        taken = { draftId: signOff.draft }
      })
      return taken
    },
    async undo(draft, by) {
      await toasts.attempt(undo(draft, by))
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('draft.delete', { id })
        toasts.say('draftDeleted', [], async () => {
          await send('draft.restore', { id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

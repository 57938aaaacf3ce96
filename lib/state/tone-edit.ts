import type { Correction } from '../domain/correction.ts'
import type { Tone } from '../domain/tone.ts'
import { sameText } from '../sentiment/corrections.ts'
import type { SurfacePorts } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** Longest text that can be corrected: `correctionSchema`. */
const MAX_TEXT = 10_000

/** "This was positive": a person's word on how a text sounds, with the way back. */
export interface ToneEdit {
  /** Whether this text can be corrected at all. */
  can(text: string): boolean
  correct(text: string, tone: Tone, label: Correction['label']): Promise<void>
  remove(correction: Correction): Promise<void>
  restore(correction: Correction): Promise<void>
}

export function createToneEdit({
  store,
  send,
  newId,
  toasts,
  onChange,
}: Pick<SurfacePorts, 'store' | 'send' | 'newId'> & {
  toasts: Toasts
  /** Something was written: what is shown may have changed. */
  onChange: () => Promise<void>
}): ToneEdit {
  const done = async (work: () => Promise<unknown>) => {
    await work()
    await onChange()
  }
  return {
    can: (text) => text.trim() !== '' && text.length <= MAX_TEXT,
    async correct(text, tone, label) {
      await toasts.attempt(async () => {
        const before = (await store.corrections.all()).find((one) => sameText(one.text) === sameText(text))
        const input = { text, lang: tone.lang, was: tone.label }
        const { id } = await send('tone.correct', { ...input, id: newId(), label })
        toasts.say('toneCorrected', [], () =>
          done(() =>
            before ? send('tone.correct', { ...input, id, label: before.label }) : send('correction.delete', { id }),
          ),
        )
      })
      await onChange()
    },
    async remove({ id }) {
      await toasts.attempt(async () => {
        await send('correction.delete', { id })
        toasts.say('correctionDeleted', [], () => done(() => send('correction.restore', { id })))
      })
      await onChange()
    },
    async restore({ id }) {
      await toasts.attempt(() => send('correction.restore', { id }))
      await onChange()
    },
  }
}

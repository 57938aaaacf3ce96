import { sourceSpan } from '../../text/normalise.ts'
import { amountOf } from '../../text/numbers.ts'
import type { Quantity } from '../../text/numbers.ts'
import type { Edit } from '../define.ts'
import { afterProse } from '../placing.ts'
import type { PostView } from '../view.ts'

/**
 * The right number in place of a wrong one, in the unit the creator wrote where it comes out even; else number and
 * unit as the brand writes them, `inFull`.
 */
export function withNumber(
  view: PostView,
  wrong: Quantity,
  right: Pick<Quantity, 'value' | 'unit'>,
  inFull: string,
): Edit {
  const factor = wrong.unit?.factor ?? 1
  const converted = amountOf(right) / factor
  const even = Math.abs(converted * 10 - Math.round(converted * 10)) < 1e-6
  if (!even) return { ...sourceSpan(view.normal, wrong.start, wrong.end), insert: inFull }
  return { ...sourceSpan(view.normal, wrong.number.start, wrong.number.end), insert: written(converted, view.lang) }
}

/** With the decimal comma where the language writes one. */
function written(value: number, lang: string | null): string {
  const plain = String(Math.round(value * 10) / 10)
  return lang === null || /^(?:en|ja|ko|zh|hi|th|he)$/.test(lang) ? plain : plain.replace('.', ',')
}

/** A sentence added behind those of the caption, closed as they are. */
export function withSentence(view: PostView, sentence: string): Edit {
  const edit = afterProse(view, sentence)
  const words = sentence.trim()
  const lead = view.post.text.slice(0, edit.start).trimEnd()
  const opens = lead === '' || /[.!?…。！？:\n]["'”’)]*$|\p{Extended_Pictographic}\ufe0f?$/u.test(lead)
  const closed = /[.!?…。！？]["'”’)]*$/u.test(words) ? words : `${words}.`
  const started = closed.charAt(0).toUpperCase() + closed.slice(1)
  if (lead === '') return { ...edit, insert: edit.insert.replace(sentence, started) }
  return { start: edit.start, end: edit.end, insert: `${opens ? '' : '.'} ${started}` }
}

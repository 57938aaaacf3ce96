import type { z } from 'zod/mini'
import type { Draft, DraftActionInput, Sheet } from '../domain/draft.ts'
import { SIGN_OFF_FORMAT, SIGN_OFF_VERSION, signedText, type SignOff, signOffSchema } from '../domain/sign-off.ts'
import { bytesOf, hmacOf } from '../text/sha256.ts'
import { hashOfVersion, progressOf, versionNow } from './approval.ts'

/** A sign-off file is small; nothing larger is read. In UTF-16 code units. */
export const MAX_SIGN_OFF = 64 * 1024

/** Why a file is no sign-off; words under `draft.signOff.<code>`, `detail` says where. */
export interface SignOffProblem {
  readonly code: 'tooLarge' | 'notJson' | 'notOurs' | 'newer' | 'badField'
  readonly detail: string
}

/** Why an answer does not count here; words under `draft.refused.<code>` with `values`. */
export interface SignOffRefusal {
  readonly code: 'unknownSheet' | 'altered' | 'answered' | 'otherVersion' | 'notWaiting'
  readonly values: readonly string[]
}

/** Reads a sign-off file, whoever made it; never throws. */
export function readSignOff(text: string): { readonly signOff: SignOff } | { readonly problem: SignOffProblem } {
  const read = readAnswer(text, { format: SIGN_OFF_FORMAT, version: SIGN_OFF_VERSION, schema: signOffSchema })
  return 'problem' in read ? read : { signOff: read.answer }
}

/** Reads the answer that a sheet of ours wrote: JSON of one format, of a version that is known; never throws. */
export function readAnswer<T>(
  text: string,
  { format, version, schema }: { format: string; version: number; schema: z.ZodMiniType<T> },
): { readonly answer: T } | { readonly problem: SignOffProblem } {
  const refused = (code: SignOffProblem['code'], detail = '') => ({ problem: { code, detail } })
  if (text.length > MAX_SIGN_OFF) return refused('tooLarge')
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused('notJson', error instanceof Error ? error.message.slice(0, 200) : '')
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== format)
    return refused('notOurs')
  if (!('version' in file) || typeof file.version !== 'number') return refused('notOurs')
  if (file.version > version) return refused('newer', String(file.version))
  const parsed = schema.safeParse(file)
  if (parsed.success) return { answer: parsed.data }
  return refused(
    'badField',
    parsed.error.issues
      .map(({ path }) => path.join('.'))
      .join(', ')
      .slice(0, 200),
  )
}

/**
 * Holds an answer against the draft: the sheet must be one of its own, the answer as the sheet signed it, about the
 * version and the review that wait now, and not taken in before. It says that nothing was altered on the way; who wrote
 * it, it cannot prove, because the sheet carries the key.
 */
export function checkSignOff(
  draft: Draft,
  signOff: SignOff,
): { readonly sheet: Sheet } | { readonly refused: SignOffRefusal } {
  const refused = (code: SignOffRefusal['code'], ...values: string[]) => ({ refused: { code, values } })
  const sheet = draft.sheets.find(({ id }) => id === signOff.sheet)
  if (!sheet || signOff.draft !== draft.id) return refused('unknownSheet')
  if (hmacOf(bytesOf(sheet.secret), signedText(signOff)) !== signOff.mac) return refused('altered')
  const progress = progressOf(draft)
  if (draft.events.some(({ kind, of }) => kind !== 'hand-off' && of === sheet.id)) return refused('answered')
  const version = versionNow(draft, progress)
  const isSame = sheet.version === version.n && signOff.draftVersion === version.n
  if (!isSame || signOff.hash !== hashOfVersion(version))
    return refused('otherVersion', String(signOff.draftVersion), String(version.n))
  if (progress.state !== sheet.stage || progress.handedTo?.sheetId !== sheet.id) return refused('notWaiting')
  return { sheet }
}

/** The decision that an answer stands for. */
export function actionOf({ answer, name, comment, sheet }: SignOff, { stage }: Sheet, id: string): DraftActionInput {
  const approves = stage === 'creative-review' ? 'approve' : 'pass-compliance'
  const kind = answer === 'changes' ? 'request-changes' : approves
  return { id, kind, by: name, comment, post: null, of: sheet, content: null }
}

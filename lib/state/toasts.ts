import { type ReadonlySignal, signal } from '@preact/signals'
import type { DraftAction } from '../domain/draft.ts'
import { type Problem, problemOf } from './ports.ts'

/** A short message after an action, with the way back where there is one. */
export interface ToastMessage {
  id: number
  /** Key of its words under `common.toast`. */
  code: ToastCode
  values: string[]
  /** Undoes the action; null where there is nothing to undo. */
  undo: (() => Promise<unknown>) | null
  /** Set when the action failed: then this says why, and the toast stays until it is dismissed. */
  problem: Problem | null
}
export type ToastCode =
  | 'failed'
  | 'noteDeleted'
  | 'followUpDone'
  | 'followUpMoved'
  | 'contactLogged'
  | 'contactDeleted'
  | 'deliverableDeleted'
  | 'watchDeleted'
  | 'rated'
  | 'recordImported'
  | 'recordErased'
  | 'reportDeleted'
  | 'messageLogged'
  | 'letterDeleted'
  | 'alertSnoozed'
  | 'alertMuted'
  | 'partnerDeleted'
  | 'guidelineDeleted'
  | 'guidelineSaved'
  | 'exampleUsed'
  | 'rulesSorted'
  | 'ruleRemoved'
  | 'draftReplaced'
  | 'versionRestored'
  | 'guidelinesImported'
  | 'partnerSaved'
  | 'partnersImported'
  | 'tagAdded'
  | 'tagRemoved'
  | 'viewRemoved'
  | 'webhookRemoved'
  | 'overrideDeleted'
  | 'overridesImported'
  | 'settingsSaved'
  | 'postCaptured'
  | 'sampleLoaded'
  | 'siteAllowed'
  | 'siteRevoked'
  | 'findingWaived'
  | 'waiverTakenBack'
  | 'toneCorrected'
  | 'correctionDeleted'
  | `draft-${Exclude<DraftAction, 'undo' | 'hand-off'>}`
  | 'briefSaved'
  | 'briefDeleted'
  | 'draftHandedOff'
  | 'draftAnswered'
  | 'draftDeleted'
  | 'incidentDeleted'
  | 'vettingDeleted'
  | 'agreementDeleted'
  | 'agreementKept'
  | 'agreementRevised'
  | 'planDeleted'
  | 'ratingTaken'
  | 'sheetDeleted'
  | 'partnerReviewDeleted'
  | 'programmeUsed'
  | 'occasionPutAway'
  | 'undone'

export interface Toasts {
  readonly shown: ReadonlySignal<readonly ToastMessage[]>
  say(code: ToastCode, values?: string[], undo?: () => Promise<unknown>): void
  /** Runs an action; when it is refused, says so instead of failing silently. False then. */
  attempt(work: () => Promise<unknown>): Promise<boolean>
  dismiss(id: number): void
}

/** How long a toast stays; one that can be undone stays longer. */
const SHOWN_MS = 4_000
const UNDO_MS = 12_000

export function createToasts(later: (work: () => void, ms: number) => void): Toasts {
  const shown = signal<readonly ToastMessage[]>([])
  let last = 0
  const dismiss = (id: number) => {
    shown.value = shown.value.filter((toast) => toast.id !== id)
  }
  // Three at most: an older one is read by now, or has been overtaken.
  const show = (toast: ToastMessage) => {
    shown.value = [...shown.value.slice(-2), toast]
  }
  return {
    shown,
    dismiss,
    say(code, values = [], undo) {
      const id = ++last
      show({ id, code, values, undo: undo ?? null, problem: null })
      later(() => dismiss(id), undo ? UNDO_MS : SHOWN_MS)
    },
    async attempt(work) {
      try {
        await work()
        return true
      } catch (thrown) {
        show({ id: ++last, code: 'failed', values: [], undo: null, problem: problemOf(thrown) })
        return false
      }
    },
  }
}

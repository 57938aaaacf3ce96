import type { Draft, DraftActionInput } from '../../domain/draft.ts'
import { MessageError } from '../../messages/errors.ts'
import type { DraftAnswer } from '../../messages/protocol.ts'
import type { Handlers } from '../../messages/serve.ts'
import { hashOfVersion, progressOf, transition, versionNow } from '../../partnership/approval.ts'
import { assessDraft, openFindings } from '../../partnership/check-draft.ts'
import { actionOf, checkSignOff } from '../../partnership/sign-off.ts'
import type { StoreWriter } from '../../store/interface.ts'
import { hexOf } from '../../text/sha256.ts'
import { decide, rememberName } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type DraftMessages = `draft.${'make' | 'act' | 'handoff' | 'answer' | 'delete' | 'restore'}`
type Decided = { value: DraftAnswer; changed: boolean }

/** What people decide about drafts (relationship.md B11): each in one unit of work with what it is judged by. */
export function draftHandlers(deps: Pick<Deps, 'store' | 'bump' | 'now' | 'newId'>): Pick<Handlers, DraftMessages> {
  const time = () => deps.now().toISOString()

  /** The draft as it is, where an action may be about it; a repetition and a decision about an older state end here. */
  const withDraft = async (
    id: string,
    eventId: string,
    seen: number | null,
    work: (tx: StoreWriter, draft: Draft) => Promise<Decided>,
  ): Promise<DraftAnswer> => {
    const { value } = await decide(deps, async (tx): Promise<Decided> => {
      const draft = await tx.drafts.get(id)
      if (!draft) throw new MessageError('not-found', 'This draft is not there any more.')
      const last = draft.events.at(-1)
      if (draft.events.some((event) => event.id === eventId)) return unchanged(draft)
      if (seen !== null && seen !== draft.events.length)
        return unchanged(draft, { code: 'changed', values: last ? [last.by, last.kind] : [] })
      return work(tx, draft)
    })
    return value
  }

  return {
    'draft.make': async ({ content, by, submit, ...about }) => {
      const { value } = await decide(deps, async (tx) => {
        const stored = await tx.drafts.get(about.id)
        if (stored) return { value: stored, changed: false }
        if (!(await tx.partners.get(about.partnerId)))
          throw new MessageError('not-found', 'This partner is not there any more.')
        if (by.trim() === '' || (content.caption.trim() === '' && content.media.length === 0))
          throw new MessageError('bad-message', 'A draft needs a name and something to be looked at.')
        const at = time()
        const stamps = { createdAt: at, updatedAt: at, deletedAt: null }
        const made: Draft = {
          ...about,
          versions: [{ n: 1, ...content, by: by.trim(), at }],
          events: [],
          sheets: [],
          ...stamps,
        }
        await rememberName(tx, by)
        if (submit === null) {
          await tx.put('drafts', made)
          return { value: made, changed: true }
        }
        const handedIn = { id: submit, kind: 'submit', by, comment: '', post: null, of: null, content: null } as const
        return { value: (await act(tx, made, handedIn, at)).value.draft, changed: true }
      })
      return value
    },

    'draft.act': ({ id, seen, action }) =>
      withDraft(id, action.id, seen, async (tx, draft) => {
        const done = await act(tx, draft, action, time())
        if (done.changed) await rememberName(tx, action.by)
        return done
      }),

    'draft.handoff': ({ id, seen, eventId, by, to }) => {
      const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)))
      return withDraft(id, eventId, seen, async (tx, draft) => {
        const progress = progressOf(draft)
        const version = versionNow(draft, progress)
        const at = time()
        const sheetId = deps.newId()
        const action = {
          id: eventId,
          kind: 'hand-off',
          by,
          comment: to,
          post: null,
          of: sheetId,
          content: null,
        } as const
        const { state: stage } = progress
        const isReview = stage === 'compliance-review' || stage === 'creative-review'
        const about = { id: sheetId, version: version.n, hash: hashOfVersion(version), secret, at }
        const withSheet = isReview ? { ...draft, sheets: [...draft.sheets, { ...about, stage }].slice(-200) } : draft
        const done = await act(tx, withSheet, action, at)
        return done.changed ? done : unchanged(draft, done.value.refused)
      })
    },

    'draft.answer': ({ eventId, signOff }) =>
      withDraft(signOff.draft, eventId, null, async (tx, draft) => {
        const checked = checkSignOff(draft, signOff)
        if ('refused' in checked) return unchanged(draft, checked.refused)
        return act(tx, draft, actionOf(signOff, checked.sheet, eventId), time())
      }),

    'draft.delete': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'drafts', id, time()))).value,
    'draft.restore': async ({ id }) => (await decide(deps, (tx) => setDeleted(tx, 'drafts', id, null))).value,
  }
}

const unchanged = (draft: Draft, refused: DraftAnswer['refused'] = null): Decided => ({
  value: { draft, refused },
  changed: false,
})

/** Does what is legal, and stores it. Findings are looked at in the same unit of work: no approval outruns a guideline. */
async function act(tx: StoreWriter, draft: Draft, action: DraftActionInput, at: string): Promise<Decided> {
  const { approval } = await tx.settings.get()
  const isApproval = action.kind === 'approve' || action.kind === 'pass-compliance'
  const open = isApproval ? await openFindingsOf(tx, draft) : 0
  const outcome = transition(draft, action, at, { clocks: approval, openFindings: open })
  if ('refused' in outcome) return unchanged(draft, outcome.refused)
  await tx.put('drafts', outcome.draft)
  return { value: { draft: outcome.draft, refused: null }, changed: true }
}

async function openFindingsOf(tx: StoreWriter, draft: Draft): Promise<number> {
  const [guidelines, settings, waivers, partner] = await Promise.all([
    tx.guidelines.all(),
    tx.settings.get(),
    tx.waivers.all(),
    tx.partners.get(draft.partnerId),
  ])
  const { findings } = assessDraft(draft, versionNow(draft, progressOf(draft)), {
    guidelines,
    waivers,
    jurisdiction: settings.jurisdiction,
    relationship: partner?.relationship ?? null,
  })
  return openFindings(findings)
}

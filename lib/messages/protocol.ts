import type { Agreement, AgreementAction } from '../domain/agreement.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Brief } from '../domain/brief.ts'
import type { Channel, Contact, Direction } from '../domain/contact.ts'
import type { Correction } from '../domain/correction.ts'
import type { Deliverable } from '../domain/deliverable.ts'
import type { Finding, Verdict } from '../domain/finding.ts'
import type { Draft, DraftActionInput, DraftVersion } from '../domain/draft.ts'
import type { Incident, IncidentAction } from '../domain/incident.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Letter } from '../domain/letter.ts'
import type { Note } from '../domain/note.ts'
import type { Sending, Webhook } from '../domain/notify.ts'
import type { FieldSeen, Metrics, MissSeen, Observation, PageKind, PostSeen } from '../domain/observation.ts'
import type { Override, Repair } from '../domain/override.ts'
import type { Partner } from '../domain/partner.ts'
import type { Plan, PlanAction } from '../domain/plan.ts'
import type { PartnerReview } from '../domain/partner-review.ts'
import type { ProgrammeUse } from '../domain/programme.ts'
import type { Pulse } from '../domain/pulse.ts'
import type { RepairableField } from '../domain/repairable.ts'
import type { RatingAnswer } from '../domain/rating.ts'
import type { Realignment, SheetAction, SheetContent } from '../domain/realignment.ts'
import type { KeptReport, ReportKind } from '../domain/report.ts'
import type { SignOff } from '../domain/sign-off.ts'
import type { ReadShare } from '../domain/read-share.ts'
import type { Settings } from '../domain/settings.ts'
import type { Mood, Tone } from '../domain/tone.ts'
import type { Vetting, VettingDecision, VettingVerdict } from '../domain/vetting.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { Watch } from '../domain/watch.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'
import type { Refusal } from '../partnership/approval.ts'
import type { AgreementRefusal } from '../partnership/agreement.ts'
import type { IncidentRefusal } from '../partnership/incident.ts'
import type { PlanRefusal } from '../partnership/plan.ts'
import type { RatingRefusal } from '../partnership/rating.ts'
import type { SheetRefusal } from '../partnership/realignment.ts'
import type { SignOffRefusal } from '../partnership/sign-off.ts'
import type { Health } from '../health/types.ts'

/** What a badge on the page says of one post. */
export interface Badge {
  externalId: string
  verdict: Verdict
  /** The worst finding's reason code and values, for the tooltip; null when there is none. */
  reason: { code: string; values: string[] } | null
  mood: Mood | null
}

/** What the chip on a profile header says. */
export interface Chip {
  platform: string
  handle: string
  partnerId: string | null
  health: Health | null
  /** Day, decider and reason where the creator was vetted and rejected. */
  rejected?: string[]
}

export interface PageVerdict {
  /** False: the user switched the overlay off on this site. */
  overlay: boolean
  chip: Chip | null
  badges: Badge[]
  /** The page was read without these overrides, so nothing of the look was taken in: read it again with them. */
  repairs?: { key: string; rules: Repair[] }
}

/** Everything the opened badge shows. */
export interface PostCard {
  platform: string
  externalId: string
  /** Address of the post and when it was published, as the page showed them. */
  url: string | null
  publishedAt: string | null
  text: string
  tracked: boolean
  partner: { id: string; name: string } | null
  verdict: Verdict
  findings: Finding[]
  /** The caption reworded so that its findings go away; null when nothing asks for other words. */
  correction: CorrectedCaption | null
  tone: Tone
  mood: Mood
  /** Number of texts this post carried so far; over 1 means the caption was edited. */
  revisions: number
  firstSeenAt: string | null
}

/** A post that was pointed at, before anybody has confirmed whose it is. */
export interface Capture {
  readonly observation: Observation
  /** Whose account its author's name and address are, where that is known. */
  readonly partnerId: string | null
}

/** What the popup and the panel need to know of the current tab. */
export interface TabContext {
  tabId: number | null
  url: string | null
  /**
   * `unsupported`: no adapter reads this address. `no-permission`: one does, but the user has not allowed
   * it. `reload`: allowed, but the page was open before, so no script runs in it yet.
   */
  state: 'unsupported' | 'no-permission' | 'reload' | 'ready'
  site: { id: string; name: string; origins: string[] } | null
  page: PageKind | null
  /** The account this page is about: the profile's, or the focal post's author. */
  account: { platform: string; handle: string; name: string | null; url: string | null } | null
  partnerId: string | null
  /** The vetting sheet about the account, and the decision that stands. */
  vetting?: { id: string; verdict: VettingVerdict | null } | null
  /** What the last look at this page could not read. */
  misses: MissSeen[]
  /** What was read of this page since it was opened. */
  read: ReadShare | null
}

/** Every message: `'noun.verb'(input): output`. Schemas and handlers are mapped types over this. */
export interface Protocol {
  // from the content script
  'page.seen'(input: {
    observation: Observation
    misses: MissSeen[]
    /** Every field looked for and what found it: an old miss can end, and drift shows. */
    fields: FieldSeen[]
    /** Badge every post, tracked or not (the user pressed "check this page"). */
    checkAll: boolean
    /** `key` of the overrides that it was read with; none where it is left out. */
    repairsKey?: string | undefined
    /** The page has the address it was loaded under: what it carries as data is of this address. */
    sinceLoad?: boolean | undefined
  }): PageVerdict
  'post.card'(input: { platform: string; post: PostSeen }): PostCard
  /** Injects the card's script into the sender's tab. */
  'card.inject'(input: Record<string, never>): { ok: true }
  'panel.open'(input: Record<string, never>): { opened: boolean }
  'site.hide'(input: { platform: string; hidden: boolean }): Settings
  /** Changes an override, or makes one where `id` is null; from a page, one of its own site. */
  'override.save'(
    input: Omit<Override, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'> & { id: string | null },
  ): Override
  /** What a person pointed at on a page that no adapter reads; opens the page on which it is confirmed. */
  'capture.offer'(input: { observation: Observation }): { ok: true }
  'partner.track'(input: { platform: string; handle: string; name: string | null; url: string | null }): Partner

  // from the extension's own pages
  'tab.context'(input: { tabId: number | null }): TabContext
  /** Asks the tab's content script to read the page now and badge every post. */
  'page.check'(input: { tabId: number }): {
    observation: Observation | null
    misses: MissSeen[]
    /** Present when the page could not be read: `no-script`, `unsupported`. */
    problem: string | null
  }
  /** Lets the person point at a field in the tab's page; false where no script may run, or no adapter reads it. */
  'point.start'(input: { tabId: number; field: RepairableField }): { started: boolean }
  /** Lets the person point at a post in a tab whose page no adapter reads; false where no script may run. */
  'capture.start'(input: { tabId: number }): { started: boolean }
  /** What was pointed at last and is not kept or discarded yet. */
  'capture.read'(input: Record<string, never>): Capture | null
  /**
   * Takes it into a partner's record, as the person confirmed it. `same` says whether it is the post that is stored from
   * this address already; while that is not said, such a post keeps it from being kept.
   */
  'capture.keep'(input: {
    seenAt: string
    partnerId: string
    author: string
    publishedAt: string | null
    metrics: Metrics
    paid: boolean
    same: boolean | null
  }): { postId: string | null; stored: { text: string; firstSeenAt: string } | null }
  'capture.discard'(input: Record<string, never>): { ok: true }
  'partner.save'(input: Partner): Partner
  /** Saves several in one unit of work: all of them, or none. `deletedAt` is taken as sent: undoing is one message too. */
  'partner.import'(input: { partners: Partner[] }): { partners: Partner[] }
  'partner.delete'(input: { id: string }): Partner
  'partner.restore'(input: { id: string }): Partner
  /** Makes or changes a note; safe to call on every keystroke and to repeat. */
  'note.save'(input: {
    id: string
    partnerId: string | null
    postId: string | null
    text: string
    followUpOn: string | null
  }): Note
  /** Pins a note, or sets or takes off its follow-up, without its text. */
  'note.mark'(input: { id: string; pinned?: boolean | undefined; followUpOn?: string | null | undefined }): Note
  'note.delete'(input: { id: string }): Note
  'note.restore'(input: { id: string }): Note
  'contact.log'(input: {
    id: string
    partnerId: string
    direction: Direction
    channel: Channel
    at: string
    note: string
    template?: Contact['template']
    measured?: Contact['measured']
  }): Contact
  'contact.delete'(input: { id: string }): Contact
  /** Makes or changes a deliverable; safe to repeat. */
  'deliverable.save'(input: Omit<Deliverable, 'createdAt' | 'updatedAt' | 'deletedAt'>): Deliverable
  'deliverable.delete'(input: { id: string }): Deliverable
  'deliverable.restore'(input: { id: string }): Deliverable
  /** A new draft with its first version, handed in at once where `submit`; safe to repeat. */
  'draft.make'(
    input: Pick<Draft, 'id' | 'partnerId' | 'title' | 'platform' | 'kind' | 'deliverableId'> & {
      content: Pick<DraftVersion, 'caption' | 'media'>
      by: string
      /** The event's id where it is handed in at once. */
      submit: string | null
    },
  ): Draft
  /**
   * One decision about a draft; safe to repeat. `seen`: events that the person had seen, so that a decision about
   * what is not the newest state is refused. A refusal changes nothing and comes back with the draft as it is.
   */
  'draft.act'(input: { id: string; seen: number; action: DraftActionInput }): DraftAnswer
  /** Hands the present review to somebody outside: the newest sheet of the answer's draft is theirs. */
  'draft.handoff'(input: { id: string; seen: number; eventId: string; by: string; to: string }): DraftAnswer
  /** Takes in what somebody outside answered on a sheet. */
  'draft.answer'(input: { eventId: string; signOff: SignOff }): DraftAnswer
  'draft.delete'(input: { id: string }): Draft
  'draft.restore'(input: { id: string }): Draft
  /** Makes or changes a brief; safe to repeat. */
  'brief.save'(input: Omit<Brief, 'createdAt' | 'updatedAt' | 'deletedAt'>): Brief
  'brief.delete'(input: { id: string }): Brief
  'brief.restore'(input: { id: string }): Brief
  /** Opens an incident, its matrix filled from the record; safe to repeat. */
  'incident.open'(input: Pick<Incident, 'id' | 'partnerId' | 'title' | 'alert' | 'evidence'> & { by: string }): Incident
  /** One decision about an incident; safe to repeat. `seen` and refusals as for drafts. */
  'incident.act'(input: {
    id: string
    seen: number
    eventId: string
    by: string
    action: IncidentAction
  }): IncidentAnswer
  /** A report of it was exported: its name and hash become evidence. */
  'incident.reported'(input: { id: string; file: string; sha256: string }): { ok: true }
  'incident.delete'(input: { id: string }): Incident
  'incident.restore'(input: { id: string }): Incident
  /** Begins a vetting sheet about an account; where there is one already, that one. */
  'vetting.start'(input: {
    id: string
    platform: string
    handle: string
    name: string | null
    url: string | null
  }): Vetting
  /** Changes how far a sheet looks back; refused where it was changed since `base`, its `updatedAt` as seen. */
  'vetting.change'(input: { id: string; base: string; lookBack: Vetting['lookBack'] }): VettingAnswer
  /** A decision about the creator, with its reason; safe to repeat. `seen`: decisions that the person had seen. */
  'vetting.decide'(input: {
    id: string
    seen: number
    verdictId: string
    by: string
    decision: VettingDecision
    reason: string
  }): VettingAnswer
  'vetting.delete'(input: { id: string }): Vetting
  'vetting.restore'(input: { id: string }): Vetting
  /** Keeps a contract or brief that was pasted, as its first version; safe to repeat. */
  'agreement.make'(
    input: Pick<Agreement, 'id' | 'partnerId' | 'title' | 'timeZone'> & { text: string; by: string },
  ): AgreementAnswer
  /** One decision about an agreement. `seen`: its `updatedAt` as the person saw it; refusals as for drafts. */
  'agreement.act'(input: { id: string; seen: string; by: string; action: AgreementAction }): AgreementAnswer
  'agreement.delete'(input: { id: string }): Agreement
  'agreement.restore'(input: { id: string }): Agreement
  /** Makes a recovery plan, from an incident or by choice; safe to repeat. */
  'plan.make'(input: Pick<Plan, 'id' | 'partnerId' | 'title' | 'incidentId' | 'timeZone'> & { by: string }): Plan
  /** One decision about a plan; safe to repeat. `seen` and refusals as for drafts. */
  'plan.act'(input: { id: string; seen: number; eventId: string; by: string; action: PlanAction }): PlanAnswer
  /** Makes a rating sheet for the creator: the newest sheet of the answer's plan. */
  'plan.sheet'(input: { id: string; seen: number; eventId: string; by: string }): PlanAnswer
  /** Takes in what the creator answered on a rating sheet. */
  'plan.rating'(input: { eventId: string; rating: RatingAnswer }): PlanAnswer
  'plan.delete'(input: { id: string }): Plan
  'plan.restore'(input: { id: string }): Plan
  /**
   * Writes a change sheet; safe to repeat. `seen`: `updatedAt` of the sheet it was based on, null for a new one: what
   * rests on an older one is refused.
   */
  'realignment.save'(
    input: Pick<Realignment, 'id' | 'partnerId' | 'title' | 'planId' | 'timeZone'> & {
      content: SheetContent
      by: string
      seen: string | null
    },
  ): RealignmentAnswer
  'realignment.act'(input: {
    id: string
    seen: string
    eventId: string
    by: string
    action: SheetAction
  }): RealignmentAnswer
  'realignment.delete'(input: { id: string }): Realignment
  'realignment.restore'(input: { id: string }): Realignment
  /** Keeps a review; safe to repeat. `seen`: its `updatedAt` as it was read, null for a new one: an older one is refused. */
  'lookback.save'(
    input: Omit<PartnerReview, 'createdAt' | 'updatedAt' | 'deletedAt'> & { seen: string | null },
  ): PartnerReviewAnswer
  'lookback.delete'(input: { id: string }): PartnerReview
  'lookback.restore'(input: { id: string }): PartnerReview
  /** Something of the programme was done for a creator; safe to repeat. */
  'programme.save'(input: Omit<ProgrammeUse, 'createdAt' | 'updatedAt' | 'deletedAt'>): ProgrammeUse
  'programme.delete'(input: { id: string }): ProgrammeUse
  'programme.restore'(input: { id: string }): ProgrammeUse
  /** How a person feels the partnership is going; safe to repeat. */
  'pulse.save'(input: Omit<Pulse, 'createdAt' | 'updatedAt' | 'deletedAt'>): Pulse
  'pulse.delete'(input: { id: string }): Pulse
  'pulse.restore'(input: { id: string }): Pulse
  /** Takes an alert out of the list until an instant, or for good where it is null. */
  'alert.snooze'(input: Pick<AlertState, 'id' | 'until'>): AlertState
  'alert.wake'(input: { id: string }): { woken: boolean }
  /** Makes or changes a watch; safe to repeat. */
  'watch.save'(input: Omit<Watch, 'createdAt' | 'updatedAt' | 'deletedAt'>): Watch
  'watch.delete'(input: { id: string }): Watch
  'watch.restore'(input: { id: string }): Watch
  /** Makes or changes where the team is told of alerts; refused for an address that nothing may be sent to. */
  'webhook.save'(input: Omit<Webhook, 'createdAt' | 'updatedAt' | 'deletedAt'>): Webhook
  'webhook.delete'(input: { id: string }): Webhook
  'webhook.restore'(input: { id: string }): Webhook
  /** Sends a message now and says how it went. */
  'webhook.test'(input: { id: string }): Sending
  'guideline.save'(input: Guideline): Guideline
  /** Saves several in one unit of work: all of them, or none. Deleted ones among them come back. */
  'guideline.import'(input: { guidelines: Guideline[] }): { guidelines: Guideline[] }
  'guideline.delete'(input: { id: string }): Guideline
  'guideline.restore'(input: { id: string }): Guideline
  /**
   * A person's decision that a finding does not count. The post it names is judged again before this answers;
   * where it names none, all posts are, after the reply.
   */
  'finding.waive'(input: Omit<Waiver, 'createdAt' | 'updatedAt' | 'deletedAt'>): Waiver
  /** A stored post's caption reworded so that its findings go away; null when the post is not a partner's any more. */
  'post.correct'(input: { postId: string }): CorrectedCaption | null
  /** Takes a waiver back; it is kept as taken back, and waiving again is a new one. */
  'finding.unwaive'(input: { id: string }): Waiver
  /** "This was positive": holds for the same text wherever it stands. Stored posts are judged again. */
  'tone.correct'(input: Pick<Correction, 'id' | 'text' | 'lang' | 'label' | 'was'>): Correction
  'correction.delete'(input: { id: string }): Correction
  'correction.restore'(input: { id: string }): Correction
  'override.delete'(input: { id: string }): Override
  'override.restore'(input: { id: string }): Override
  /** Saves several in one unit of work: all of them, or none. Deleted ones among them come back. */
  'override.import'(input: { overrides: Override[] }): { overrides: Override[] }
  /** Judging stored posts again ends here: those not reached keep their findings of the version before. */
  'rescoring.stop'(input: Record<string, never>): { stopped: boolean }
  'rescoring.resume'(input: Record<string, never>): { started: boolean }
  /** A page has imported or erased the record itself: everything that rests on it is told. */
  'record.changed'(input: Record<string, never>): { ok: true }
  /** Makes a report of what is known now, and keeps it; repeated, it is the one that was made. */
  'report.make'(input: { id: string; kind: ReportKind; partnerId: string | null }): KeptReport
  'report.delete'(input: { id: string }): KeptReport
  'report.restore'(input: { id: string }): KeptReport
  /** Makes or changes a template of the team's own; a change keeps the text before as an earlier version. */
  'letter.save'(input: Pick<Letter, 'id' | 'base' | 'name' | 'subject' | 'body'>): Letter
  'letter.delete'(input: { id: string }): Letter
  'letter.restore'(input: { id: string }): Letter
  'settings.save'(input: Settings): Settings
  /** Works out anew what lists say of partners where it is out of date; answers when that is done, with how many. */
  'summaries.refresh'(input: Record<string, never>): { made: number }
  /** How a text sounds; nothing of it is stored. The weights live in the worker only. */
  'tone.read'(input: { text: string; lang: string | null }): Tone
  /** Registers the content script for exactly the sites that are allowed now. */
  'sites.sync'(input: Record<string, never>): { origins: string[] }
  /** Puts the sample brand, guidelines and partners in place (npm start, and the empty dashboard's button). */
  'sample.load'(input: Record<string, never>): { partners: number }
}

/** A draft as it is now, and why nothing was done where it was not; words under `draft.refused.<code>`. */
export interface DraftAnswer {
  draft: Draft
  refused: Refusal | SignOffRefusal | null
}

/** A plan as it is now, and why nothing was done where it was not; words under `plan.refused.<code>`. */
export interface PlanAnswer {
  plan: Plan
  refused: PlanRefusal | RatingRefusal | null
}

/** `review`: as it is kept; null where a new one was refused. */
export interface PartnerReviewAnswer {
  readonly review: PartnerReview | null
  readonly refused: 'changed' | 'badDay' | null
}

/** A change sheet as it is now, null where a new one was refused; words under `realign.refused.<code>`. */
export interface RealignmentAnswer {
  sheet: Realignment | null
  refused: SheetRefusal | null
}

/** An incident as it is now, and why nothing was done where it was not; words under `incident.refused.<code>`. */
export interface IncidentAnswer {
  incident: Incident
  refused: IncidentRefusal | null
}

/** A vetting sheet as it is now, and why nothing was done where it was not; words under `vet.refused.<code>`. */
export interface VettingAnswer {
  vetting: Vetting
  refused: { code: 'changed' | 'noName' | 'noReason' | 'full'; values: string[] } | null
}

/** An agreement as it is now, null where none was made; words of a refusal under `agreement.refused.<code>`. */
export interface AgreementAnswer {
  agreement: Agreement | null
  refused: AgreementRefusal | null
}

export type MessageName = keyof Protocol
export type Input<N extends MessageName> = Parameters<Protocol[N]>[0]
export type Output<N extends MessageName> = ReturnType<Protocol[N]>

/** What comes back for `{ type, input }`. A refusal carries a code and words a person can act on. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; message: string } }
export type ErrorCode = 'bad-message' | 'too-large' | 'not-allowed' | 'not-found' | 'disk-full' | 'failed'

/** From the background to a tab's content script. */
export interface TabProtocol {
  /** Read the page now. `checkAll` also badges posts of untracked creators. */
  'page.read'(input: { checkAll: boolean }): { observation: Observation; misses: MissSeen[] }
  /** Something that badges show has changed; ask again. */
  'badges.refresh'(input: Record<string, never>): { ok: true }
  /** Asked of the script that was injected for it. */
  'point.start'(input: { field: RepairableField }): { ok: true }
  /** Scrolls to the next post whose badge says "fail" or "review", from the current one on and around. */
  'flagged.next'(input: Record<string, never>): { moved: boolean }
}

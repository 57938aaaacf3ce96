import type { Agreement } from '../domain/agreement.ts'
import type { AlertState } from '../domain/alert-state.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { Brief } from '../domain/brief.ts'
import type { Comment } from '../domain/comment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Correction } from '../domain/correction.ts'
import type { Deliverable } from '../domain/deliverable.ts'
import type { Draft } from '../domain/draft.ts'
import type { EvidenceLink } from '../domain/evidence.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { GuidelineVersion } from '../domain/guideline-version.ts'
import type { Letter } from '../domain/letter.ts'
import type { Incident } from '../domain/incident.ts'
import type { Plan } from '../domain/plan.ts'
import type { PartnerReview } from '../domain/partner-review.ts'
import type { ProgrammeUse } from '../domain/programme.ts'
import type { Realignment } from '../domain/realignment.ts'
import type { Miss } from '../domain/miss.ts'
import type { Note } from '../domain/note.ts'
import type { News, Sending, Webhook } from '../domain/notify.ts'
import type { Override } from '../domain/override.ts'
import type { Partner } from '../domain/partner.ts'
import type { MetricSnapshot, Post, ProfileSnapshot, Revision } from '../domain/post.ts'
import type { Pulse } from '../domain/pulse.ts'
import type { ReadRates } from '../domain/read-rates.ts'
import type { KeptReport } from '../domain/report.ts'
import type { Settings } from '../domain/settings.ts'
import type { Summary, Touched } from '../domain/summary.ts'
import type { Vetting } from '../domain/vetting.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { Watch } from '../domain/watch.ts'

/**
 * The questions the app asks. Lists leave out deleted records unless `deleted: true`. Rows are parsed on
 * read: one that does not parse is left where it is, counted in `stats().setAside`, and never returned.
 */
export interface StoreReader {
  readonly partners: {
    all(options?: { deleted?: boolean }): Promise<Partner[]>
    /** Also finds deleted ones, for undo. */
    get(id: string): Promise<Partner | null>
    byAccount(account: string): Promise<Partner | null>
  }
  readonly posts: {
    get(id: string): Promise<Post | null>
    getMany(ids: readonly string[]): Promise<Post[]>
    /** Newest first by `sortAt`. */
    ofPartner(partnerId: string, options?: PostRange): Promise<Post[]>
    ofAccount(account: string, options?: PostRange): Promise<Post[]>
    countOfAccount(account: string): Promise<number>
    idsOfAccount(account: string): Promise<string[]>
  }
  /** Oldest first. */
  readonly revisions: { ofPost(postId: string): Promise<Revision[]> }
  readonly comments: {
    get(id: string): Promise<Comment | null>
    ofPost(postId: string, options?: { limit?: number }): Promise<Comment[]>
    countOfPost(postId: string): Promise<number>
  }
  /** Oldest first. */
  readonly metrics: { ofPost(postId: string): Promise<MetricSnapshot[]> }
  readonly profiles: {
    latest(account: string): Promise<ProfileSnapshot | null>
    ofAccount(account: string): Promise<ProfileSnapshot[]>
  }
  readonly assessments: {
    get(postId: string): Promise<Assessment | null>
    getMany(postIds: readonly string[]): Promise<Assessment[]>
    ofAccount(account: string): Promise<Assessment[]>
    /** Which posts of the account are assessed on exactly this basis; the others are stale. */
    postIdsOnBasis(account: string, basis: string): Promise<string[]>
  }
  readonly guidelines: {
    all(options?: { deleted?: boolean }): Promise<Guideline[]>
    get(id: string): Promise<Guideline | null>
  }
  readonly guidelineVersions: {
    get(guidelineId: string, version: number): Promise<GuidelineVersion | null>
    /** Oldest first. */
    ofGuideline(guidelineId: string): Promise<GuidelineVersion[]>
  }
  readonly waivers: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Waiver[]>
    get(id: string): Promise<Waiver | null>
  }
  readonly corrections: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Correction[]>
    get(id: string): Promise<Correction | null>
  }
  readonly notes: {
    /** Newest first; null = the inbox of notes without a partner. */
    ofPartner(partnerId: string | null): Promise<Note[]>
    all(options?: { deleted?: boolean }): Promise<Note[]>
    get(id: string): Promise<Note | null>
  }
  readonly contacts: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Contact[]>
    get(id: string): Promise<Contact | null>
  }
  readonly deliverables: {
    /** By due date, the earliest first. */
    ofPartner(partnerId: string): Promise<Deliverable[]>
    all(options?: { deleted?: boolean }): Promise<Deliverable[]>
    get(id: string): Promise<Deliverable | null>
  }
  readonly drafts: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Draft[]>
    all(options?: { deleted?: boolean }): Promise<Draft[]>
    get(id: string): Promise<Draft | null>
  }
  readonly briefs: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Brief[]>
    get(id: string): Promise<Brief | null>
  }
  readonly incidents: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Incident[]>
    all(options?: { deleted?: boolean }): Promise<Incident[]>
    get(id: string): Promise<Incident | null>
  }
  readonly vettings: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Vetting[]>
    get(id: string): Promise<Vetting | null>
    /** The newest sheet about the account. */
    byAccount(account: string): Promise<Vetting | null>
  }
  readonly agreements: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Agreement[]>
    all(options?: { deleted?: boolean }): Promise<Agreement[]>
    get(id: string): Promise<Agreement | null>
  }
  readonly plans: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Plan[]>
    all(options?: { deleted?: boolean }): Promise<Plan[]>
    get(id: string): Promise<Plan | null>
  }
  readonly realignments: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Realignment[]>
    all(options?: { deleted?: boolean }): Promise<Realignment[]>
    get(id: string): Promise<Realignment | null>
  }
  readonly reviews: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<PartnerReview[]>
    all(options?: { deleted?: boolean }): Promise<PartnerReview[]>
    get(id: string): Promise<PartnerReview | null>
  }
  readonly programme: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<ProgrammeUse[]>
    get(id: string): Promise<ProgrammeUse | null>
  }
  readonly evidence: {
    /** A chain from its first link on. */
    ofIncident(incidentId: string): Promise<EvidenceLink[]>
    last(incidentId: string): Promise<EvidenceLink | null>
  }
  readonly pulses: {
    /** Newest first. */
    ofPartner(partnerId: string): Promise<Pulse[]>
    get(id: string): Promise<Pulse | null>
  }
  readonly alertStates: {
    all(): Promise<AlertState[]>
    get(id: string): Promise<AlertState | null>
  }
  readonly watches: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Watch[]>
    get(id: string): Promise<Watch | null>
  }
  /** The open alerts, as last worked out. */
  readonly news: {
    all(): Promise<News[]>
    ofPartner(partnerId: string): Promise<News[]>
  }
  readonly webhooks: {
    all(options?: { deleted?: boolean }): Promise<Webhook[]>
    get(id: string): Promise<Webhook | null>
  }
  readonly sendings: {
    /** In the order in which they were made. */
    all(): Promise<Sending[]>
    get(id: string): Promise<Sending | null>
  }
  readonly misses: {
    all(): Promise<Miss[]>
    ofSite(platform: string): Promise<Miss[]>
    get(id: string): Promise<Miss | null>
  }
  readonly readRates: {
    all(): Promise<ReadRates[]>
    get(id: string): Promise<ReadRates | null>
  }
  readonly overrides: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<Override[]>
    get(id: string): Promise<Override | null>
  }
  readonly reports: {
    /** Newest first. */
    all(options?: { deleted?: boolean }): Promise<KeptReport[]>
    get(id: string): Promise<KeptReport | null>
  }
  readonly letters: {
    /** By name. */
    all(options?: { deleted?: boolean }): Promise<Letter[]>
    get(id: string): Promise<Letter | null>
  }
  readonly summaries: {
    all(): Promise<Summary[]>
    get(partnerId: string): Promise<Summary | null>
  }
  readonly touched: {
    all(): Promise<Touched[]>
    get(id: string): Promise<Touched | null>
  }
  readonly settings: {
    /** The stored settings over the defaults. */
    get(): Promise<Settings>
  }
  /** Ids of observations last seen before `instant`, the longest unseen first; set-aside rows expire too. */
  unseenSince(table: ObservedTable, instant: string, limit: number): Promise<string[]>
  /** Rows as they lie there, in the order of their keys, those after `after`: for export. */
  rawRows(table: TableName | 'meta', after: string | null, limit: number): Promise<Readonly<Record<string, unknown>>[]>
  /** Checks every row, so it takes as long as the record is large: for the data page, not for a list. */
  stats(): Promise<StoreStats>
}

/** ISO instants, both included; the newest `limit` between them. */
export interface PostRange {
  readonly since?: string
  readonly until?: string
  readonly limit?: number
}

export interface StoreStats {
  partners: number
  posts: number
  comments: number
  notes: number
  /** Rows that no longer parse, by table; kept in place, never returned. */
  setAside: Record<string, number>
}

/** Reads see the writes made before them in the same unit of work. */
export interface StoreWriter extends StoreReader {
  /** @throws TypeError when the row is not one that can be read back; the unit of work fails then */
  put<T extends TableName>(table: T, row: Rows[T]): Promise<void>
  putSettings(settings: Settings): Promise<void>
  /** A row as it lies there, unparsed. For import only, as are the next two. */
  rawRow(table: TableName | 'meta', key: string): Promise<unknown>
  /** Puts a row unparsed: one of another version is kept for a person to find. */
  putRaw(table: TableName | 'meta', row: object): Promise<void>
  /** Removes every row of every table. */
  clear(): Promise<void>
  /** Removes a row for good: retention and erase only; people's records are marked deleted instead. */
  remove(table: TableName, id: string): Promise<void>
  /** Removes a post for good with its revisions, comments, figures and assessment. Notes about it stay. */
  removePost(id: string): Promise<void>
}

/** What each table holds. */
export interface Rows {
  partners: Partner
  posts: Post
  revisions: Revision
  comments: Comment
  metrics: MetricSnapshot
  profiles: ProfileSnapshot
  assessments: Assessment
  guidelines: Guideline
  guidelineVersions: GuidelineVersion
  waivers: Waiver
  corrections: Correction
  notes: Note
  contacts: Contact
  deliverables: Deliverable
  drafts: Draft
  briefs: Brief
  incidents: Incident
  agreements: Agreement
  evidence: EvidenceLink
  vettings: Vetting
  plans: Plan
  realignments: Realignment
  reviews: PartnerReview
  programme: ProgrammeUse
  pulses: Pulse
  alertStates: AlertState
  watches: Watch
  news: News
  webhooks: Webhook
  sendings: Sending
  misses: Miss
  readRates: ReadRates
  overrides: Override
  reports: KeptReport
  letters: Letter
  summaries: Summary
  touched: Touched
}
export type TableName = keyof Rows
/** The tables that grow with browsing and carry `lastSeenAt`. */
export type ObservedTable = 'posts' | 'revisions' | 'comments' | 'metrics' | 'profiles'

export interface Store extends StoreReader {
  /**
   * Answers all questions of `work` from one state of the record, and in less time than each alone would take: a row or
   * a list that is asked for twice is read once, and is the same object, so it must not be changed. `work` may only
   * await the store.
   */
  read<T>(work: (reader: StoreReader) => Promise<T>): Promise<T>
  /**
   * Runs `work` as one unit: all of its writes are kept, or none. `work` may only await the store.
   * @throws QuotaError when the disk is full (nothing of this unit was kept)
   */
  write<T>(work: (tx: StoreWriter) => Promise<T>): Promise<T>
  /** The key for `authorHash`, made once per installation; 32 random bytes that never leave the machine. */
  hashKey(): Promise<Uint8Array<ArrayBuffer>>
  close(): void
}

/** The record on this machine was written by a newer version of the extension; nothing was changed. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError'
}

/** A migration failed; the record is as it was before. `cause` is what went wrong. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** The disk, or the browser's share of it, is full. What was stored before is untouched. */
export class QuotaError extends Error {
  override readonly name = 'QuotaError'
}

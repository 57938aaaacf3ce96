import type { Assessment } from '../domain/assessment.ts'
import type { Comment } from '../domain/comment.ts'
import type { Contact } from '../domain/contact.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { Miss } from '../domain/miss.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { MetricSnapshot, Post, ProfileSnapshot, Revision } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'

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
    /** Newest first by `sortAt`; `since` is an ISO instant. */
    ofPartner(partnerId: string, options?: { since?: string; limit?: number }): Promise<Post[]>
    ofAccount(account: string, options?: { since?: string; limit?: number }): Promise<Post[]>
    countOfAccount(account: string): Promise<number>
  }
  /** Oldest first. */
  readonly revisions: { ofPost(postId: string): Promise<Revision[]> }
  readonly comments: {
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
  }
  readonly guidelines: {
    all(options?: { deleted?: boolean }): Promise<Guideline[]>
    get(id: string): Promise<Guideline | null>
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
  readonly misses: {
    all(): Promise<Miss[]>
    ofSite(platform: string): Promise<Miss[]>
    get(id: string): Promise<Miss | null>
  }
  readonly settings: {
    /** The stored settings over the defaults. */
    get(): Promise<Settings>
  }
  stats(): Promise<StoreStats>
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
  put(table: 'partners', row: Partner): Promise<void>
  put(table: 'posts', row: Post): Promise<void>
  put(table: 'revisions', row: Revision): Promise<void>
  put(table: 'comments', row: Comment): Promise<void>
  put(table: 'metrics', row: MetricSnapshot): Promise<void>
  put(table: 'profiles', row: ProfileSnapshot): Promise<void>
  put(table: 'assessments', row: Assessment): Promise<void>
  put(table: 'guidelines', row: Guideline): Promise<void>
  put(table: 'notes', row: Note): Promise<void>
  put(table: 'contacts', row: Contact): Promise<void>
  put(table: 'misses', row: Miss): Promise<void>
  putSettings(settings: Settings): Promise<void>
  /** Removes a row for good: retention and erase only; people's records are marked deleted instead. */
  remove(table: TableName, id: string): Promise<void>
}

export type TableName =
  | 'partners'
  | 'posts'
  | 'revisions'
  | 'comments'
  | 'metrics'
  | 'profiles'
  | 'assessments'
  | 'guidelines'
  | 'notes'
  | 'contacts'
  | 'misses'

export interface Store extends StoreReader {
  /**
   * Runs `work` as one unit: all of its writes are kept, or none. `work` may only await the store.
   * @throws QuotaError when the disk is full (nothing of this unit was kept)
   */
  write<T>(work: (tx: StoreWriter) => Promise<T>): Promise<T>
  /** The key for `authorHash`, made once per installation; 32 random bytes that never leave the machine. */
  hashKey(): Promise<Uint8Array<ArrayBuffer>>
  close(): void
}

/** The disk, or the browser's share of it, is full. What was stored before is untouched. */
export class QuotaError extends Error {
  override readonly name = 'QuotaError'
}

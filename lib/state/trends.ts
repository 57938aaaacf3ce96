import type { Comment } from '../domain/comment.ts'
import type { Note } from '../domain/note.ts'
import type { Partner } from '../domain/partner.ts'
import type { Revision } from '../domain/post.ts'
import { type Heard, moodSettingsOf } from '../health/comment-mood.ts'
import { formulaOf, type Interaction } from '../health/formulas.ts'
import { engagementSeries, followersSeries, type MoodSeries, moodSeries, type Series } from '../health/series.ts'
import { isSpam, listen } from '../sentiment/signals/thread.ts'
import { type Theme, themesOf } from '../sentiment/signals/themes.ts'
import type { StoreReader } from '../store/interface.ts'
import { lostFields, profileWithoutLost, withoutLost } from '../watch/drift.ts'
import { type EngagementFigure, readEngagement } from './engagement.ts'

/** Posts of each account on the charts; those whose comments are heard, and how many comments of each. */
const POSTS = 100
const HEARD_POSTS = 30
const HEARD_COMMENTS = 200

/** Something that happened to the partner, marked on every chart. */
export interface Happening {
  kind: 'edit' | 'note' | 'spike'
  /** Milliseconds. */
  at: number
}

export interface AccountTrend {
  account: string
  platform: string
  handle: string
  followers: Series
  engagement: Series
  /** The rate of the last two months by the site's formula, and what it is held against. */
  rate: EngagementFigure
  /** What counts as engagement on the site, and whether it is shown as a share of views or as a number. */
  parts: readonly Interaction[]
  isShare: boolean
}

export interface Trends {
  partnerId: string
  accounts: AccountTrend[]
  mood: MoodSeries
  /** What negative comments of the window keep coming back to. */
  themes: Theme[]
  happenings: Happening[]
}

/** What the charts of a partner show; read apart from the rest of its page, which must not wait for it. */
export async function loadTrends(store: StoreReader, partner: Partner, now: number): Promise<Trends> {
  const [rates, { health, watch }] = await Promise.all([store.readRates.all(), store.settings.get()])
  const lost = lostFields(rates, now)
  const accounts = await Promise.all(
    partner.accounts.map(async ({ platform, handle }, index) => {
      const account = partner.accountKeys[index] ?? ''
      const [posts, stored] = await Promise.all([
        store.posts.ofAccount(account, { limit: POSTS }),
        store.profiles.ofAccount(account),
      ])
      const seen = posts.map((post) => withoutLost(post, lost))
      const profiles = stored.map((profile) => profileWithoutLost(profile, lost))
      const formula = formulaOf(platform, health.formulas?.[platform])
      const trend: AccountTrend = {
        account,
        platform,
        handle,
        followers: followersSeries(profiles),
        engagement: engagementSeries(platform, seen, formula.id),
        rate: await readEngagement(store, partner, { platform, posts: seen, profiles }, lost, now),
        parts: formula.parts,
        isShare: formula.over === 'views',
      }
      return { trend, posts }
    }),
  )
  const posts = await store.posts.ofPartner(partner.id, { limit: HEARD_POSTS })
  const threads = await Promise.all(
    posts.map(async ({ id }) => {
      const stored = await store.comments.ofPost(id, { limit: HEARD_COMMENTS })
      return heardOf(stored)
    }),
  )
  const [revisions, notes] = await Promise.all([
    Promise.all(accounts.flatMap((one) => one.posts).map(({ id }) => store.revisions.ofPost(id))),
    store.notes.ofPartner(partner.id),
  ])
  const mood = moodSeries(
    threads.flatMap((thread) => thread.map(({ heard }) => heard)),
    now,
    { settings: moodSettingsOf(watch) },
  )
  return {
    partnerId: partner.id,
    accounts: accounts.map(({ trend }) => trend),
    mood,
    themes: themesOf(
      threads.flatMap((thread) =>
        thread.flatMap(({ heard, text }) => (heard.label === 'negative' && !heard.isSpam ? [text] : [])),
      ),
    ),
    happenings: happeningsOf(revisions.flatMap(editsOf), notes, mood),
  }
}

function heardOf(stored: readonly Comment[]): { heard: Heard; text: string }[] {
  const said = stored.map((comment) => ({
    text: comment.text,
    author: comment.authorHash,
    byAuthor: comment.byAuthor,
    tone: comment.tone,
    spam: comment.spam,
    stored: comment,
  }))
  return listen(said).map((one) => {
    const { id, postId, publishedAt, firstSeenAt, tone, text } = one.comment.stored
    const at = Date.parse(publishedAt ?? firstSeenAt)
    return { heard: { id, postId, at, label: tone.label, isSpam: isSpam(one) }, text }
  })
}

/** When a whole caption was first seen as another one; a cut one says nothing of an edit. */
function editsOf(texts: readonly Revision[]): string[] {
  const whole = texts.filter(({ textComplete }) => textComplete)
  return whole.slice(1).flatMap(({ text, firstSeenAt }, i) => (text === whole[i]?.text ? [] : firstSeenAt))
}

function happeningsOf(edits: readonly string[], notes: readonly Note[], mood: MoodSeries): Happening[] {
  return [
    ...edits.map((at): Happening => ({ kind: 'edit', at: Date.parse(at) })),
    ...notes.map(({ createdAt }): Happening => ({ kind: 'note', at: Date.parse(createdAt) })),
    ...mood.spikes.map(({ at }): Happening => ({ kind: 'spike', at })),
  ].toSorted((a, b) => a.at - b.at)
}

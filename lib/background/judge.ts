import type { Assessment } from '../domain/assessment.ts'
import type { Comment } from '../domain/comment.ts'
import type { Correction } from '../domain/correction.ts'
import type { Finding, Verdict } from '../domain/finding.ts'
import type { Guideline } from '../domain/guideline.ts'
import type { PostSeen } from '../domain/observation.ts'
import type { Partner } from '../domain/partner.ts'
import type { Post } from '../domain/post.ts'
import type { Settings } from '../domain/settings.ts'
import type { Mood, Tone } from '../domain/tone.ts'
import type { Waiver } from '../domain/waiver.ts'
import { appliesTo, assess, engine as checksEngine } from '../guidelines/assess.ts'
import type { AssessContext, PostInput } from '../guidelines/assess.ts'
import { createRuleMemory } from '../guidelines/compile.ts'
import { correct } from '../guidelines/fix/correct.ts'
import type { CorrectedCaption } from '../guidelines/fix/correct.ts'
import { firstCommentOf, storedInput } from '../guidelines/stored-input.ts'
import { correctionsKey, withCorrections } from '../sentiment/corrections.ts'
import { engine as signalsEngine } from '../sentiment/signals/signals.ts'
import { listen, moodOfThread } from '../sentiment/signals/thread.ts'
import type { ToneEngine } from '../sentiment/tone.ts'
import type { StoreReader } from '../store/interface.ts'
import { NOTHING_AROUND } from './around.ts'
import type { Around } from './around.ts'
import type { TextJudge } from './record/comment.ts'

/** What posts are held against. */
export interface Standards {
  readonly guidelines: readonly Guideline[]
  readonly settings: Settings
  /** What people decided does not count. */
  readonly waivers: readonly Waiver[]
  /** What people said of how texts sound. */
  readonly corrections: readonly Correction[]
}

/** The standards as they are stored now. */
export async function readStandards(store: StoreReader): Promise<Standards> {
  const [guidelines, settings, waivers, corrections] = await Promise.all([
    store.guidelines.all(),
    store.settings.get(),
    store.waivers.all(),
    store.corrections.all(),
  ])
  return { guidelines, settings, waivers, corrections }
}

/** What can be said of any post on a page, tracked or not. */
export interface Opinion {
  readonly verdict: Verdict
  readonly findings: Finding[]
  readonly tone: Tone
  readonly mood: Mood
}

/** Everything that judges, as the background uses it: pure functions, so they may run inside a unit of work. */
export interface Judge {
  /** How texts sound, as people have corrected it. */
  hearing(standards: Pick<Standards, 'corrections'>): TextJudge
  /**
   * Names all that an assessment rests on besides the post itself: an assessment on another basis is stale.
   * A waiver for one post is no part of it: it is written together with that post's new assessment.
   */
  basisOf(partner: Partner, standards: Standards): string
  assess(
    post: Post,
    comments: readonly Comment[],
    partner: Partner,
    standards: Standards,
    now: Date,
    around?: Around,
  ): Assessment
  /** A post as it stood on the page at `seenAt` (ISO instant), `partner` null when nobody tracks its author. */
  consider(
    platform: string,
    lang: string | null,
    seen: PostSeen,
    seenAt: string,
    partner: Partner | null,
    standards: Standards,
  ): Opinion
  /** The caption of a stored post, reworded so that its findings go away. */
  correct(
    post: Post,
    comments: readonly Comment[],
    partner: Partner,
    standards: Standards,
    around?: Around,
  ): CorrectedCaption
  /** The same for a post as it stands on the page. */
  suggest(
    platform: string,
    lang: string | null,
    seen: PostSeen,
    seenAt: string,
    partner: Partner | null,
    standards: Standards,
  ): CorrectedCaption
}

export function createJudge({ engine, toneOf, spamOf }: ToneEngine): Judge {
  const remember = createRuleMemory()
  const hearing = createHearing({
    toneEngine: engine,
    toneOf,
    // The model has read spam in English only; on links and names of other languages it is wrong more often than right.
    spamOf: (text, { lang }) => (lang === 'en' ? spamOf(text) : null),
  })
  return {
    hearing,
    basisOf(partner, standards) {
      const { guidelines, settings, waivers } = standards
      const rules = guidelines
        .filter((guideline) => appliesTo(guideline, partner.id))
        .map(({ id, version }) => `${id}@${version}`)
        .toSorted()
      const waived = waivers.flatMap(({ id, postId }) => (postId === null ? [id] : [])).toSorted()
      const heard = hearing(standards).toneEngine
      const { jurisdiction, health } = settings
      // By which a rule on quality tells that engagement falls.
      const formulas = Object.entries(health.formulas ?? {})
        .map(([platform, formula]) => `${platform}=${formula}`)
        .toSorted()
      const about = [jurisdiction, partner.relationship, ...formulas]
      return [checksEngine, heard, signalsEngine, ...about, ...rules, ...waived].join('|')
    },
    assess(post, comments, partner, standards, now, around = NOTHING_AROUND) {
      const context = { ...contextOf(partner, standards, post.id), history: around.history }
      const input = { ...storedInput(post, comments), bio: around.bio }
      const { verdict, findings } = assess(input, remember(standards.guidelines), context)
      return {
        postId: post.id,
        account: post.account,
        basis: this.basisOf(partner, standards),
        verdict,
        findings,
        tone: hearing(standards).toneOf(post.text, post.lang),
        mood: moodOfThread(
          listen(
            comments.map(({ text, authorHash, byAuthor, tone, spam }) => ({
              text,
              author: authorHash,
              byAuthor,
              tone,
              spam,
            })),
          ),
        ),
        at: now.toISOString(),
      }
    },
    consider(platform, lang, seen, seenAt, partner, standards) {
      const context = contextOf(partner, standards, null)
      const input = seenInput(platform, lang, seen, seenAt)
      const { verdict, findings } = assess(input, remember(standards.guidelines), context)
      const heard = hearing(standards)
      return {
        verdict,
        findings,
        tone: heard.toneOf(seen.text, lang),
        mood: moodOfThread(
          listen(
            seen.comments.map(({ text, author, byAuthor }) => {
              const tone = heard.toneOf(text, lang)
              return { text, author: author.handle ?? author.name, byAuthor, tone, spam: heard.spamOf(text, tone) }
            }),
          ),
        ),
      }
    },
    correct: (post, comments, partner, standards, around = NOTHING_AROUND) =>
      correct({ ...storedInput(post, comments), bio: around.bio }, remember(standards.guidelines), {
        ...contextOf(partner, standards, post.id),
        history: around.history,
      }),
    suggest: (platform, lang, seen, seenAt, partner, standards) =>
      correct(
        seenInput(platform, lang, seen, seenAt),
        remember(standards.guidelines),
        contextOf(partner, standards, null),
      ),
  }
}

function seenInput(platform: string, lang: string | null, seen: PostSeen, seenAt: string): PostInput {
  return { ...seen, platform, lang, firstComment: firstCommentOf(seen.comments), capturedAt: seenAt }
}

/** Learns again only when the corrections are others. */
function createHearing(uncorrected: TextJudge): Judge['hearing'] {
  let known = { key: '', engine: uncorrected }
  return ({ corrections }) => {
    const key = correctionsKey(corrections)
    if (key !== known.key) {
      const engine = key === '' ? uncorrected.toneEngine : `${uncorrected.toneEngine}+${key}`
      const toneOf = withCorrections(uncorrected.toneOf, corrections)
      known = { key, engine: { ...uncorrected, toneEngine: engine, toneOf } }
    }
    return known.engine
  }
}

function contextOf(partner: Partner | null, { settings, waivers }: Standards, postId: string | null): AssessContext {
  return {
    waivers,
    postId,
    jurisdiction: settings.jurisdiction,
    relationship: partner?.relationship ?? null,
    partnerId: partner?.id ?? null,
  }
}

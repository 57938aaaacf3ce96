import type { Count } from '../../domain/count.ts'
import { MAX_TEXT } from '../../domain/limits.ts'
import type { FieldSeen, MissSeen, Observation, PostSeen, ProfileSeen } from '../../domain/observation.ts'
import { tokensOf } from '../extract.ts'
import { cut, tidy } from '../read-text.ts'
import { parseTime } from '../times.ts'
import type { PageData, PostData, ProfileData } from './types.ts'

const DAY = 86_400_000
const METRICS = ['likes', 'comments', 'shares', 'views', 'saves'] as const
const PROFILE_FIGURES = ['followers', 'following', 'posts'] as const
/** Where the first letters already differ, the data is of another text. */
const SAME_START = 20

export interface Completed {
  readonly observation: Observation
  /** `data.likes`: how often there was something to compare, and how often the two agreed. */
  readonly fields: readonly FieldSeen[]
  /** Where the data says something else: then what the page shows stands. */
  readonly misses: readonly MissSeen[]
}

/**
 * Completes what a page showed with what its own data says: a rounded figure by the exact one that it stands for, a
 * cut caption by the whole one that it begins, a relative time by its instant. What the page does not show stays
 * unknown, and where the two contradict each other the page is right. What came from the data says so.
 */
export function complete(observation: Observation, data: PageData): Completed {
  const compared = new Map<string, MissSeen>()
  const note: Note = (name, agrees, shown, said) => {
    const field = `data.${name}`
    const { of, missing, tried } = compared.get(field) ?? { of: 0, missing: 0, tried: [] }
    const words = `${shown} ≠ ${said}`.slice(0, 300)
    compared.set(field, {
      field,
      of: of + 1,
      missing: missing + (agrees ? 0 : 1),
      tried: agrees || tried.length > 0 ? tried : [words],
    })
  }
  const now = new Date(observation.seenAt)
  const { profile } = observation
  const ofProfile = profile?.handle == null ? undefined : data.profiles.get(profile.handle.toLowerCase())
  return {
    observation: {
      ...observation,
      profile: profile && ofProfile ? withProfile(profile, ofProfile, note) : profile,
      posts: observation.posts.map((post) => {
        const said = post.id === null ? undefined : data.posts.get(post.id)
        return said ? withPost(post, said, { lang: observation.lang ?? '', now }, note) : post
      }),
    },
    // One that is contradicted is not vouched for by another.
    fields: [...compared.values()].map(({ field, of, missing }) => ({ field, of, won: [missing > 0 ? 0 : of] })),
    misses: [...compared.values()].filter(({ missing }) => missing > 0),
  }
}

type Note = (field: string, agrees: boolean, shown: string | number, said: string | number) => void

function withProfile(profile: ProfileSeen, data: ProfileData, note: Note): ProfileSeen {
  const figures = { ...profile }
  for (const name of PROFILE_FIGURES) figures[name] = withFigure(name, profile[name], data[name], note)
  return figures
}

function withPost(post: PostSeen, data: PostData, page: { lang: string; now: Date }, note: Note): PostSeen {
  const metrics = { ...post.metrics }
  for (const name of METRICS) metrics[name] = withFigure(name, metrics[name], data[name], note)
  const text = wholeText(post, data.text, note)
  const publishedAt = instantOf(post, data.publishedAt, page, note)
  const sources = [
    ...(text === null ? [] : ['text' as const]),
    ...(publishedAt === null ? [] : ['publishedAt' as const]),
  ]
  return {
    ...post,
    metrics,
    ...(text === null ? {} : textFields(post, text)),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(sources.length === 0 ? {} : { embedded: sources }),
  }
}

/**
 * The exact figure, where the shown one is rounded and stands for it. TikTok's data rounds as well: a figure that
 * ends in two noughts proves nothing.
 */
function withFigure(name: string, shown: Count | null, said: number | undefined, note: Note): Count | null {
  if (shown === null || said === undefined) return shown
  const { value, step } = shown
  const covers = said >= value && said < value + step
  // Figures move on between the page's data and what it shows; twice or half as much is another figure.
  const isOther = said > 2 * (value + step) + 50 || 2 * said + 50 < value
  if (covers || isOther) note(name, covers, value, said)
  return covers && step > 1 && said % 100 !== 0 ? { value: said, step: 1, source: 'embedded' } : shown
}

/** The whole caption, where the page shows its beginning; null where there is nothing to complete. */
function wholeText(post: PostSeen, said: string | undefined, note: Note): string | null {
  if (said === undefined || post.textComplete || post.text === '') return null
  const whole = cut(tidy(said), MAX_TEXT)
  const shown = comparable(post.text)
  const agrees = comparable(whole).startsWith(shown)
  if (agrees || !comparable(whole).startsWith(shown.slice(0, SAME_START)))
    note('text', agrees, shown.slice(0, 100), comparable(whole).slice(0, 100))
  return agrees ? whole : null
}

/** Without what sites do to a caption that they show cut: spaces, the dots at its end, shortened addresses. */
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s?(?:…|\.\.\.)$/u, '')
}

function textFields(post: PostSeen, text: string): Partial<PostSeen> {
  const withTokens = (known: readonly string[], sign: '#' | '@') =>
    [...new Set([...known, ...tokensOf(text, sign).map((token) => token.slice(1, 2_000))])].slice(0, 500)
  return {
    text,
    textComplete: text.length < MAX_TEXT,
    visibleText: post.visibleText ?? post.text,
    hashtags: withTokens(post.hashtags, '#'),
    mentions: withTokens(post.mentions, '@'),
  }
}

/**
 * The instant, where the page shows how long ago it was and no date. "1 year ago" is said of anything up to two
 * years, so the true age is between the shown one and twice that, or a day beside it.
 */
function instantOf(
  post: PostSeen,
  said: number | undefined,
  page: { lang: string; now: Date },
  note: Note,
): string | null {
  if (said === undefined || post.publishedText === null) return null
  const shown = Date.parse(post.publishedAt ?? parseTime(post.publishedText, page) ?? '')
  if (Number.isNaN(shown)) return null
  const now = page.now.getTime()
  const agrees = now - said >= now - shown - DAY && now - said <= 2 * (now - shown) + DAY
  note('publishedAt', agrees, post.publishedText, new Date(said).toISOString())
  return agrees && post.publishedAt === null ? new Date(said).toISOString() : null
}

import type { Post, ProfileSnapshot } from '../domain/post.ts'
import type { Line, Report, ReportSection, ReportSource } from '../domain/report.ts'
import type { Vetting } from '../domain/vetting.ts'
import type { VettedPost } from '../guidelines/vet-post.ts'
import { categories, TIERS } from '../guidelines/safety/categories.ts'
import { engagementRate, newestFollowers } from '../health/engagement.ts'
import { shareOf } from '../health/robust.ts'
import { vettedSince } from '../partnership/look-back.ts'
import { beginningOf } from '../text/beginning.ts'
import { engagementFigures, figure } from './figures.ts'
import { line } from './line.ts'

const DAY = 86_400_000
/** Quotes that a section lists; all are counted. */
const QUOTES = 100
/** Longest beginning of a caption by which a source is known again, in UTF-16 code units. */
const SHORT = 80
/** Fewest comments of which a share is told (relationship.md B3). */
const MIN_COMMENTS = 10

/** What is known of a creator who is vetted: captured posts within the look-back, newest first, each as it was read. */
export interface VettingFacts {
  readonly vetting: Vetting
  readonly posts: readonly { readonly post: Post; readonly read: VettedPost }[]
  /** Posts within the look-back, of which `posts` are the newest. */
  readonly known: number
  readonly profiles: readonly ProfileSnapshot[]
  /** How many of the visible comments (`n`, without `spam`) could stand under any post; null: none was captured. */
  readonly crowd: {
    readonly n: number
    readonly generic: number
    readonly spam: number
    readonly level: 'usual' | 'some' | 'alarm' | null
  } | null
  /** Posts whose comments were read, and comments the creator wrote there. */
  readonly heard: { readonly posts: readonly string[]; readonly own: number; readonly all: number }
  /** Names of the competitors that were looked for. */
  readonly competitors: readonly string[]
  /** Days after which posts that are not seen any more are removed; null: never. */
  readonly retentionDays: number | null
}

/**
 * The vetting sheet of a creator at `now` (milliseconds since the epoch; relationship.md B12) as a report: it is shown,
 * printed and exported as reports are. A pure function of the record; every share is of a visible sample and says so.
 */
export function vettingReport(facts: VettingFacts, now: number): Report {
  const { vetting, posts, profiles } = facts
  const window = { from: vettedSince(vetting.lookBack, now), to: new Date(now).toISOString() }
  const all = [seen, safety, rivals, disclosure, engagement, audience, decisions].map((section) =>
    section(facts, window),
  )
  const known = new Map(
    [...posts.map(({ post }) => sourceOfPost(post)), ...profiles.map(sourceOfProfile)].map((one) => [one.id, one]),
  )
  const sections = all.map((section) => linked(section, known))
  const named = new Set(
    sections.flatMap(({ figures, lines }) => [...figures, ...lines].flatMap(({ evidence }) => evidence)),
  )
  const captured = [...known.values()]
  const first = captured.map(({ from }) => from).toSorted()[0]
  const last = captured
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  return {
    format: 'rapport-report',
    version: 1,
    kind: 'vetting',
    at: window.to,
    ...window,
    partner: { id: vetting.id, name: vetting.name },
    captured: first !== undefined && last !== undefined ? { first, last } : null,
    sections,
    sources: [...named].flatMap((id) => known.get(id) ?? []),
  }
}

interface Span {
  readonly from: string
  readonly to: string
}
type Section = (facts: VettingFacts, window: Span) => ReportSection

const sectionOf = (code: string, about: Partial<ReportSection>): ReportSection => ({
  code,
  values: [],
  partnerId: null,
  figures: [],
  lines: [],
  ...about,
})

/** How much was visible, and of which time: nobody should take a sample for everything. */
const seen: Section = ({ vetting, posts, known, profiles, retentionDays }, window) => {
  const dates = posts.map(({ post }) => post.sortAt).toSorted()
  const [oldest] = dates
  const newest = dates.at(-1)
  const months = new Set(dates.map((at) => at.slice(0, 7))).size
  const asked = vetting.lookBack.months
  const counted = { unit: 'count', formula: 'count', ...window, sample: posts.length } as const
  const lookBackDays = (Date.parse(window.to) - Date.parse(window.from)) / DAY
  return sectionOf('vetSeen', {
    figures: [
      figure('posts', posts.length === 0 ? null : posts.length, {
        ...counted,
        n: posts.length,
        basis: 'posts',
        missing: posts.length === 0 ? 'not-captured' : null,
        evidence: posts.map(({ post }) => post.id),
      }),
      figure('vetMonths', posts.length === 0 ? null : months, {
        ...counted,
        n: asked,
        basis: 'months',
        missing: posts.length === 0 ? 'not-captured' : null,
      }),
      ...vetting.accountKeys.flatMap((account, i) => {
        const shown = profiles.filter((one) => one.account === account)
        const { platform, handle } = vetting.accounts[i] ?? { platform: '', handle: '' }
        const followers = newestFollowers(shown)
        return [
          figure('vetFollowers', followers?.value ?? null, {
            values: [handle, platform],
            unit: 'count',
            n: shown.length,
            basis: 'looks',
            formula: 'newest',
            missing: followers === null ? 'not-captured' : null,
            low: followers === null ? null : followers.value,
            high: followers === null ? null : followers.value + followers.step - 1,
            evidence: shown.map(({ id }) => id),
          }),
        ]
      }),
    ],
    lines: [
      line('vet.line', vetting.lookBack.highRisk ? 'askedHighRisk' : 'asked', [String(asked)]),
      ...(oldest === undefined || newest === undefined
        ? [line('vet.line', 'nothing', [])]
        : [line('vet.line', 'sample', [String(posts.length), oldest.slice(0, 10), newest.slice(0, 10)])]),
      ...(known > posts.length ? [line('vet.line', 'cut', [String(known), String(posts.length)])] : []),
      ...(oldest !== undefined && (Date.parse(oldest) - Date.parse(window.from)) / DAY > 31
        ? [line('vet.line', 'short', [oldest.slice(0, 10), window.from.slice(0, 10)])]
        : []),
      ...(retentionDays !== null && retentionDays < lookBackDays
        ? [line('vet.line', 'retention', [String(retentionDays)])]
        : []),
    ],
  })
}

const severityOf = { floor: 'high', high: 'high', medium: 'medium', low: 'low' } as const

/** Sensitive topics by category, with how often and in which words (GARM-style; certifies nothing). */
const safety: Section = ({ posts }, window) => {
  const known = posts.filter(({ read }) => read.safety !== null)
  // A caption that was cut, or that a grid of pictures does not show, is not clean because nothing was found in it.
  const checked = known.filter(({ read }) => read.whole || (read.safety?.length ?? 0) > 0)
  const hits = checked.flatMap(({ post, read }) => (read.safety ?? []).map((hit) => Object.assign({ post }, hit)))
  const figures = categories.map((category) => {
    const own = hits.filter((hit) => hit.category === category)
    const ids = [...new Set(own.map(({ post }) => post.id))]
    return figure('vetCategory', checked.length === 0 ? null : ids.length, {
      values: [category],
      unit: 'count',
      n: checked.length,
      basis: 'posts',
      formula: 'count',
      ...window,
      sample: posts.length,
      missing: checked.length === 0 ? 'not-captured' : null,
      evidence: ids,
    })
  })
  const heaviest = hits.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  return sectionOf('vetSafety', {
    figures,
    lines: [
      ...heaviest.slice(0, QUOTES).map(({ post, category, tier, eased, quote }) =>
        line('vet.line', eased ? 'safetyEased' : 'safety', [category, tier], {
          severity: severityOf[tier],
          quote: quote.quote.slice(0, 2_000),
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(hits.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(hits.length - QUOTES)])] : []),
      ...(hits.length === 0 && checked.length > 0 ? [line('vet.line', 'safetyNone', [String(checked.length)])] : []),
      ...(posts.length > known.length
        ? [line('vet.line', 'safetyLanguage', [String(posts.length - known.length)])]
        : []),
      ...cutLines(posts),
      line('vet.line', 'safetyWords', []),
    ],
  })
}

/** How many captions were not shown whole: of those, finding nothing says nothing. */
function cutLines(posts: VettingFacts['posts']): Line[] {
  const cut = posts.filter(({ read }) => !read.whole)
  return cut.length === 0
    ? []
    : [line('vet.line', 'captionsCut', [String(cut.length)], { evidence: cut.slice(0, 25).map(({ post }) => post.id) })]
}

/** Whom of the competitors in the guidelines the creator names. */
const rivals: Section = ({ posts, competitors }, window) => {
  const hits = posts.flatMap(({ post, read }) => read.competitors.map((hit) => Object.assign({ post }, hit)))
  const named = competitors.filter((name) => hits.some((hit) => hit.name === name))
  const checked = posts.filter(({ read }) => read.whole || read.competitors.length > 0).length
  return sectionOf('vetCompetitors', {
    figures: named.map((name) => {
      const ids = [...new Set(hits.filter((hit) => hit.name === name).map(({ post }) => post.id))]
      return figure('vetCompetitor', ids.length, {
        values: [name],
        unit: 'count',
        n: checked,
        basis: 'posts',
        formula: 'count',
        ...window,
        sample: posts.length,
        evidence: ids,
      })
    }),
    lines: [
      ...hits.slice(0, QUOTES).map(({ post, name, sure, quote }) =>
        line('vet.line', sure ? 'competitor' : 'competitorUnclear', [name], {
          severity: sure ? 'medium' : 'low',
          quote: quote.quote.slice(0, 2_000),
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(hits.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(hits.length - QUOTES)])] : []),
      ...(competitors.length === 0
        ? [line('vet.line', 'noCompetitors', [])]
        : hits.length === 0 && checked > 0
          ? [line('vet.line', 'competitorsNone', [String(competitors.length), String(checked)])]
          : []),
      ...cutLines(posts),
    ],
  })
}

/** How often commercial posts say so: openly, weakly, not at all. */
const disclosure: Section = ({ posts }, window) => {
  const commercial = posts.filter(({ read }) => read.disclosure.linked)
  const checked = posts.filter(({ read }) => read.whole || read.disclosure.linked).length
  const judged = commercial.filter(({ read }) => read.disclosure.state !== null)
  const share = (state: 'open' | 'weak' | 'missing') => {
    const own = judged.filter(({ read }) => read.disclosure.state === state)
    const { share: value, low, high } = shareOf(own.length, judged.length)
    const isKnown = judged.length > 0
    return figure(`vet.${state}`, isKnown ? value : null, {
      unit: 'share',
      n: judged.length,
      basis: 'commercial',
      formula: 'vetShare',
      ...window,
      sample: posts.length,
      missing: isKnown ? null : checked === 0 ? 'not-captured' : 'not-enough',
      low: isKnown ? low : null,
      high: isKnown ? high : null,
      evidence: own.map(({ post }) => post.id),
    })
  }
  const quoted = judged.filter(({ read }) => read.disclosure.state !== 'open')
  return sectionOf('vetDisclosure', {
    figures: [
      figure('vetCommercial', checked === 0 ? null : commercial.length, {
        unit: 'count',
        n: checked,
        basis: 'posts',
        formula: 'count',
        ...window,
        sample: posts.length,
        missing: checked === 0 ? 'not-captured' : null,
        evidence: commercial.map(({ post }) => post.id),
      }),
      share('open'),
      share('weak'),
      share('missing'),
    ],
    lines: [
      ...quoted.slice(0, QUOTES).map(({ post, read }) =>
        line('vet.line', read.disclosure.state === 'weak' ? 'weakLabel' : 'missingLabel', [], {
          severity: read.disclosure.state === 'weak' ? 'medium' : 'high',
          quote: read.disclosure.quote?.quote.slice(0, 2_000) ?? null,
          at: post.sortAt,
          evidence: [post.id],
        }),
      ),
      ...(quoted.length > QUOTES ? [line('vet.line', 'moreQuotes', [String(quoted.length - QUOTES)])] : []),
      ...(commercial.length > judged.length
        ? [line('vet.line', 'labelUnknown', [String(commercial.length - judged.length)])]
        : []),
      ...cutLines(posts),
      line('vet.line', 'commercialSigns', []),
    ],
  })
}

/** The rate by each site's formula: of the last two months as everywhere, and of the whole look-back. */
const engagement: Section = ({ vetting, posts, profiles }, window) => {
  const now = Date.parse(window.to)
  const days = (now - Date.parse(window.from)) / DAY
  const rates = vetting.accounts.flatMap(({ platform, handle }, i) => {
    const account = vetting.accountKeys[i]
    const own = posts.flatMap(({ post }) => (post.account === account ? post : []))
    const looks = profiles.filter((profile) => profile.account === account)
    const followers = newestFollowers(looks)
    const profileId = looks.findLast((profile) => profile.followers !== null)?.id ?? null
    const of = (rate: ReturnType<typeof engagementRate>) => ({ platform, handle, rate, profileId })
    return [
      { code: 'engagement', one: of(engagementRate(platform, own, followers, { now })) },
      { code: 'engagementAll', one: of(engagementRate(platform, own, followers, { now, days })) },
    ]
  })
  return sectionOf('vetEngagement', {
    figures: rates.flatMap(({ code, one }) =>
      engagementFigures({ engagement: [one] }).map((made) => Object.assign(made, { code, sample: one.rate.n })),
    ),
  })
}

/** How much of the visible comments could stand under any post: never the audience itself. */
const audience: Section = ({ crowd, heard }, window) => {
  const n = crowd?.n ?? 0
  const isEnough = n >= MIN_COMMENTS
  const { share, low, high } = shareOf(crowd?.generic ?? 0, n)
  const about = { basis: 'visible', sample: heard.all, evidence: heard.posts, ...window } as const
  const missing = heard.all === 0 ? 'not-captured' : 'not-enough'
  const level = crowd?.level ?? null
  return sectionOf('vetAudience', {
    figures: [
      figure('vetGeneric', isEnough ? share : null, {
        ...about,
        evidence: [...about.evidence],
        unit: 'share',
        n,
        formula: 'vetShare',
        low: isEnough ? low : null,
        high: isEnough ? high : null,
        missing: isEnough ? null : missing,
      }),
      figure('spam', heard.all === 0 ? null : (crowd?.spam ?? 0), {
        ...about,
        evidence: [...about.evidence],
        unit: 'count',
        n: n + (crowd?.spam ?? 0),
        formula: 'count',
        missing: heard.all === 0 ? 'not-captured' : null,
      }),
      figure('vetReplies', heard.all === 0 ? null : heard.own, {
        ...about,
        evidence: [...about.evidence],
        unit: 'count',
        n: heard.all,
        formula: 'count',
        missing: heard.all === 0 ? 'not-captured' : null,
      }),
    ],
    lines: [
      ...(level === null || level === 'usual'
        ? []
        : [
            line('vet.line', level === 'alarm' ? 'crowdAlarm' : 'crowdSome', [], {
              severity: level === 'alarm' ? 'high' : 'medium',
            }),
          ]),
      line('vet.line', 'audienceSample', [String(heard.all), String(heard.posts.length)]),
    ],
  })
}

/** Every decision, the one that stands first, with who, when, why, and how much was visible then. */
const decisions: Section = ({ vetting }) =>
  sectionOf('vetDecision', {
    lines:
      vetting.verdicts.length === 0
        ? [line('vet.line', 'undecided', [])]
        : vetting.verdicts
            .toReversed()
            .map(({ decision, by, reason, at, posts }) =>
              line('vet.decided', decision, [by, reason, String(posts)], { at }),
            ),
  })

function sourceOfPost({ id, text, url, firstSeenAt, lastSeenAt }: Post): ReportSource {
  const address = url !== null && url.length <= 2_000 ? url : null
  return {
    id,
    kind: 'post',
    partnerId: null,
    words: beginningOf(text, SHORT),
    url: address,
    from: firstSeenAt,
    to: lastSeenAt,
  }
}

function sourceOfProfile({ id, account, at, lastSeenAt }: ProfileSnapshot): ReportSource {
  return { id, kind: 'profile', partnerId: null, words: account, url: null, from: at, to: lastSeenAt }
}

/** Without evidence that is not there any more: no link of a report leads nowhere. */
function linked(section: ReportSection, known: ReadonlyMap<string, ReportSource>): ReportSection {
  const there = <T extends { evidence: string[] }>(one: T): T => ({
    ...one,
    evidence: one.evidence.filter((id) => known.has(id)),
  })
  return { ...section, figures: section.figures.map(there), lines: section.lines.map((one: Line) => there(one)) }
}

import type { Report } from '../domain/report.ts'
import { engagementRate, newestFollowers } from '../health/engagement.ts'
import { shareOf } from '../health/robust.ts'
import { vettedSince } from '../partnership/look-back.ts'
import { engagementFigures, figure } from './figures.ts'
import { line, sectionOf } from './line.ts'
import { capturedOf, linked, sourceOfPost, sourceOfProfile, sourcesOf } from './sources.ts'
import { disclosure, rivals, safety } from './vetting-content.ts'
import type { Section, VettingFacts } from './vetting-facts.ts'

const DAY = 86_400_000
/** Fewest comments of which a share is told (relationship.md B3). */
const MIN_COMMENTS = 10

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
    [...posts.map(({ post }) => sourceOfPost(post)), ...profiles.map((one) => sourceOfProfile(one))].map((one) => [
      one.id,
      one,
    ]),
  )
  const sections = all.map((section) => linked(section, known))
  return {
    format: 'rapport-report',
    version: 1,
    kind: 'vetting',
    at: window.to,
    ...window,
    partner: { id: vetting.id, name: vetting.name },
    captured: capturedOf([...known.values()]),
    sections,
    sources: sourcesOf(sections, known),
  }
}

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

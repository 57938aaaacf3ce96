import { i18n } from '#i18n'
import type { Post } from '../lib/domain/post.ts'
import { raisesOf } from '../lib/health/raise.ts'
import type { Health } from '../lib/health/types.ts'
import { Badge } from './Badge.tsx'
import { bandLooks } from './meanings.ts'
import { safeLink } from './safe-link.ts'
import { NotCaptured } from './NotCaptured.tsx'
import {
  bandWord,
  basisWords,
  capWords,
  codeWords,
  healthReasonWords,
  needWords,
  partWord,
  penaltyWords,
  percent,
} from './words.ts'

const dots = { high: 3, medium: 2, low: 1 } as const

/** The number, its band in words, how sure it is, and the first reason; or what is missing for a number. */
export function HealthScore({ health, change = null }: { health: Health; change?: number | null }) {
  const reason = topReason(health)
  if (health.score === null) return <NotEnough health={health} />
  return (
    <div class="health">
      <p class="health-line">
        <span class={`health-number figure ${health.band}-text`}>{Math.round(health.score)}</span>
        <Badge {...bandLooks[health.band]}>{bandWord(health.band)}</Badge>
        {change !== null && <span class="soft small figure">{i18n.t('common.change', [signed(change)])}</span>}
        <Confidence level={health.confidence} />
      </p>
      {reason !== null && <p class="theirs">{reason}</p>}
    </div>
  )
}

/** The score in one line, for tables. */
export function HealthMark({ health, change = null }: { health: Health; change?: number | null }) {
  if (health.score === null) return <Badge {...bandLooks.unknown}>{i18n.t('common.notEnough')}</Badge>
  return (
    <Badge {...bandLooks[health.band]}>
      <span class="figure">{Math.round(health.score)}</span> {bandWord(health.band)}
      {change !== null && <span class="figure"> {i18n.t('common.change', [signed(change)])}</span>}
    </Badge>
  )
}

function NotEnough({ health }: { health: Health }) {
  // What can be counted comes with use; the rest this version cannot record.
  const needs = health.parts.filter((part) => part.score === null && part.needValues.length > 0)
  return (
    <div class="health">
      <p class="health-line">
        <Badge {...bandLooks.unknown}>{i18n.t('common.notEnough')}</Badge>
        <span class="soft small figure">{i18n.t('common.coverage', [percent(health.coverage)])}</span>
      </p>
      {needs.length > 0 && (
        <p class="soft theirs">
          {i18n.t('common.needs', [
            needs
              .slice(0, 3)
              .map((part) => needWords(part))
              .join('; '),
          ])}
        </p>
      )}
    </div>
  )
}

/** How sure a figure is, as dots and in words. */
export function Confidence({ level }: { level: Health['confidence'] }) {
  return (
    <span class="confidence soft small">
      {[1, 2, 3].map((dot) => (
        <span key={dot} aria-hidden="true" class={dot <= dots[level] ? 'dot on' : 'dot'} />
      ))}
      {i18n.t(`common.confidence.${level}`)}
    </span>
  )
}

/** The cap that holds the score down, or what takes points off it, or else the reason that moves it most. */
function topReason(health: Health): string | null {
  const cap = health.caps[0]
  if (cap) return capWords(cap)
  const penalty = health.penalties?.[0]
  if (penalty) return penaltyWords(penalty)
  const [first] = health.reasons.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
  return first ? healthReasonWords(first) : null
}

/**
 * Every part with its share, its n, and what it still needs; how much of it is known; then every reason, with the points it moves and,
 * as far as they are among `posts`, the posts it rests on.
 */
export function HealthParts({ health, posts }: { health: Health; posts: readonly Post[] }) {
  return (
    <>
      <table class="parts">
        <caption class="sr-only">{i18n.t('common.partsCaption')}</caption>
        <thead class="soft small">
          <tr>
            <th scope="col">{i18n.t('common.part')}</th>
            <th scope="col">{i18n.t('common.score')}</th>
            <th scope="col">{i18n.t('common.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {health.parts.map((part) => (
            <tr key={part.part}>
              <th scope="row">
                {partWord(part.part)}{' '}
                <span class="soft small figure">
                  {part.score !== null
                    ? basisWords(part)
                    : part.needValues.length > 0
                      ? i18n.t('common.needs', [needWords(part)])
                      : needWords(part)}
                </span>
              </th>
              <td class="figure">
                {part.score === null ? (
                  <NotCaptured />
                ) : (
                  <>
                    <span aria-hidden="true" class="part-bar">
                      <span style={{ width: `${part.score}%` }} />
                    </span>
                    {Math.round(part.score)}
                  </>
                )}
              </td>
              <td class="soft small figure">{percent(part.weight / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small figure">{i18n.t('common.confidenceWhy', [percent(health.coverage)])}</p>
      {health.penalties?.map((penalty) => (
        <p key={penalty.evidence[0]} class="theirs">
          <span class="figure strong act-text">{signed(-penalty.points)}</span> {penaltyWords(penalty)}
        </p>
      ))}
      {health.reasons.length > 0 && (
        <>
          <p class="soft small" aria-hidden="true">
            {i18n.t('common.reasonsTitle')}
          </p>
          <ul class="reasons" aria-label={i18n.t('common.reasonsTitle')}>
            {health.reasons.map((reason) => (
              <li key={`${reason.part}${reason.code}`}>
                <span class={`figure strong ${reason.delta < 0 ? 'act-text' : 'good-text'}`}>
                  {signed(reason.delta)}
                </span>
                <div>
                  <span class="theirs">{healthReasonWords(reason)}</span>
                  <Evidence posts={posts.filter((post) => reason.evidence.includes(post.id))} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Raises health={health} />
    </>
  )
}

/** What would raise the score, one thing at a time, and to what. */
function Raises({ health }: { health: Health }) {
  const raises = raisesOf(health)
  if (raises.length === 0) return null
  return (
    <>
      <p class="soft small" aria-hidden="true">
        {i18n.t('common.raiseTitle')}
      </p>
      <ul class="reasons" aria-label={i18n.t('common.raiseTitle')}>
        {raises.map(({ code, score, gain }) => (
          <li key={code}>
            <span class="figure strong good-text">{signed(gain)}</span>
            <span>
              {codeWords('health.raise', code)}{' '}
              <span class="soft figure">{i18n.t('common.raiseTo', [Math.round(score)])}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Evidence({ posts }: { posts: readonly Post[] }) {
  if (posts.length === 0) return null
  return (
    <details class="misses">
      <summary>{i18n.t('common.evidence', posts.length)}</summary>
      <ul>
        {posts.map((post) => {
          const link = safeLink(post.url)
          const words = post.text.trim().slice(0, 80) || i18n.t('common.noCaption')
          return (
            <li key={post.id} class="theirs">
              {link === null ? (
                words
              ) : (
                <a href={link} target="_blank" rel="noreferrer">
                  {words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const signed = (delta: number) =>
  new Intl.NumberFormat(undefined, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(delta)

import type { Severity } from '../domain/guideline.ts'
import type { WebhookShape } from '../domain/notify.ts'

/** Most lines of one message; what is more is counted. */
const LINES = 20
/** Longest line, in UTF-16 code units. */
const LINE = 500

/** One alert in words, as it is told outside of Rapport. */
export interface ToldAlert {
  readonly id: string
  readonly severity: Severity
  readonly severityWord: string
  readonly partner: string
  readonly why: string
  readonly since: string
}

export interface Told {
  readonly kind: 'alert' | 'digest' | 'test'
  /** One line above the alerts. */
  readonly title: string
  readonly alerts: readonly ToldAlert[]
  /** "and 12 more", where not all are told. */
  readonly more: (n: number) => string
}

/**
 * The body of a webhook's request as JSON: `slack`, an incoming webhook's `text` with `&`, `<` and `>` escaped, so that
 * nothing of a caption becomes a link or a mention (docs.slack.dev, "Formatting message text"); `teams`, an adaptive
 * card for a Teams workflow; `json`, plain data for one's own server.
 */
export function webhookBody(shape: WebhookShape, told: Told): string {
  const alerts = told.alerts.slice(0, LINES)
  const left = told.alerts.length - alerts.length
  const rest = left > 0 ? [told.more(left)] : []
  if (shape === 'json')
    return JSON.stringify({
      from: 'rapport',
      version: 1,
      kind: told.kind,
      title: told.title,
      alerts: alerts.map(({ id, severity, partner, why, since }) => ({ id, severity, partner, why, since })),
      more: left,
    })
  if (shape === 'slack') {
    const lines = alerts.map((alert) => `• ${slackText(lineOf(alert))}`)
    return JSON.stringify({ text: [`*${slackText(told.title)}*`, ...lines, ...rest].join('\n') })
  }
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            block(cardText(told.title), { weight: 'Bolder' }),
            ...alerts.map((alert) => block(cardText(lineOf(alert)))),
            ...rest.map((text) => block(text)),
          ],
        },
      },
    ],
  })
}

const lineOf = ({ severityWord, partner, why }: ToldAlert) => short(`${severityWord} · ${partner}: ${why}`)
const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more })

/** One line, and no longer than a channel can bear. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > LINE ? `${/^.{0,499}/u.exec(line)?.[0] ?? ''}…` : line
}

const slackText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** Text blocks read Markdown: what a creator wrote must not become a link. */
const cardText = (text: string) => text.replaceAll(/[\\[\]()*_`~#]/g, String.raw`\$&`)

/** Waits before another try, in minutes; after the last one it is given up. */
const WAITS = [1, 5, 15, 60, 240, 720]

/** When to try again after `tries` that failed (epoch milliseconds); null: no more. */
export function nextTryAt(tries: number, now: number): number | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : now + wait * 60_000
}

import { i18n } from '#i18n'
import { axes, matrix } from '../lib/domain/incident.ts'
import type { IncidentView } from '../lib/state/incidents.ts'
import { escapeHtml, htmlPage } from '../lib/text/html.ts'
import { cellList, eventWords, levelWord, reasonOf, sourceOf } from './incident-words.ts'
import { codeWords, wordsLocale } from './words.ts'

/** A dossier's parts, said once for every form of it. Texts are plain. */
interface Part {
  readonly heading: string
  readonly lines: readonly string[]
  readonly quotes?: readonly { readonly text: string; readonly about: string }[]
}

const when = (at: string) =>
  new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

function partsOf(view: IncidentView, at: string): Part[] {
  const { incident, partner, progress, posts, comments, chain } = view
  const { assessment, postMortem } = progress
  const none = i18n.t('incident.dossier.none')
  return [
    {
      heading: i18n.t('incident.dossier.about'),
      lines: [
        `${i18n.t('incident.partner')}: ${partner.name}`,
        `${i18n.t('incident.statusTitle')}: ${codeWords('incident.status', progress.status)}`,
        `${i18n.t('incident.opened', [incident.openedBy])}, ${when(incident.createdAt)}`,
        ...(incident.alert ? [i18n.t('incident.proposed', [incident.alert.words])] : []),
        `${i18n.t('incident.owner')}: ${progress.owner || none}`,
        `${i18n.t('incident.due')}: ${progress.due ?? none}`,
        i18n.t('incident.dossier.made', [when(at)]),
      ],
    },
    {
      heading: i18n.t('incident.levelTitle'),
      lines: [
        `${levelWord(assessment.level)}. ${codeWords('incident.confidence', assessment.confidence)}. ${reasonOf(assessment)}`,
        ...(assessment.deciding.length > 0 ? [i18n.t('incident.decidedBy', [cellList(assessment.deciding)])] : []),
        ...assessment.notCaptured.map((axis) => i18n.t('incident.axisNotCaptured', [codeWords('incident.axis', axis)])),
        ...progress.levels.map((one) => `${when(one.at)}: ${levelWord(one.level)} (${one.by})`),
      ],
    },
    {
      heading: i18n.t('incident.matrixTitle'),
      lines: axes.flatMap((axis) =>
        matrix[axis].map((cell) => {
          const rating = progress.matrix.get(cell)?.rating ?? null
          const source = rating ? `: ${sourceOf(rating)}` : ''
          return `${codeWords('incident.axis', axis)}, ${codeWords('incident.cell', cell)}: ${rating?.value ?? i18n.t('incident.unknown')}${source}`
        }),
      ),
    },
    {
      heading: i18n.t('incident.dossier.evidence'),
      lines: posts.size === 0 ? [i18n.t('incident.dossier.noPosts')] : [],
      quotes: [...posts.values()].map((post) => ({
        text: post.text,
        about: `${codeWords('site.name', post.platform)} · ${post.url ?? post.id} · ${i18n.t('incident.dossier.sample', [comments.get(post.id) ?? 0, when(post.lastSeenAt)])}`,
      })),
    },
    {
      heading: i18n.t('incident.postMortemTitle'),
      lines: postMortem
        ? [
            `${i18n.t('incident.cause')}: ${postMortem.cause}`,
            `${i18n.t('incident.action')}: ${postMortem.action}`,
            `${i18n.t('incident.actionOwner')}: ${postMortem.owner}`,
            `${i18n.t('incident.actionDue')}: ${postMortem.due ?? none}`,
          ]
        : [none],
    },
    {
      heading: i18n.t('incident.timelineTitle'),
      lines: incident.events.map((event) => `${when(event.at)} · ${event.by} · ${eventWords(event)}`),
    },
    {
      heading: i18n.t('incident.lockerTitle'),
      lines: [i18n.t('incident.dossier.chain', [chain.length, chain.at(-1)?.hash ?? none])],
    },
  ]
}

const titleOf = ({ incident }: IncidentView) => i18n.t('incident.dossier.title', [incident.title])

/** The incident as a printable page in one file, which asks the network for nothing. `at`: ISO instant of the export. */
export function dossierHtml(view: IncidentView, at: string): string {
  const body = partsOf(view, at)
    .map(
      ({ heading, lines, quotes = [] }) =>
        `<h2>${escapeHtml(heading)}</h2>${lines.length > 0 ? `<ul>${lines.map((one) => `<li dir="auto">${escapeHtml(one)}</li>`).join('')}</ul>` : ''}${quotes
          .map(
            ({ text, about }) =>
              `<blockquote dir="auto">${escapeHtml(text)}</blockquote><p class="soft">${escapeHtml(about)}</p>`,
          )
          .join('')}`,
    )
    .join('\n')
  const title = titleOf(view)
  return htmlPage({
    lang: wordsLocale(),
    title,
    style: STYLE,
    body: `<main>\n<h1 dir="auto">${escapeHtml(title)}</h1>\n${body}\n</main>`,
  })
}

const plain = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, ' ')

/** The same as Markdown. What is quoted cannot become markup: each line is a quote's or an item's, with its signs escaped. */
export function dossierMarkdown(view: IncidentView, at: string): string {
  const parts = partsOf(view, at).map(({ heading, lines, quotes = [] }) =>
    [
      `## ${plain(heading)}`,
      lines.map((one) => `- ${plain(one)}`).join('\n'),
      ...quotes.map(
        ({ text, about }) =>
          `${text
            .split('\n')
            .map((one) => `> ${plain(one)}`)
            .join('\n')}\n>\n> ${plain(about)}`,
      ),
    ]
      .filter((one) => one !== '')
      .join('\n\n'),
  )
  return `# ${plain(titleOf(view))}\n\n${parts.join('\n\n')}\n`
}

/** The same as data: the incident as recorded, what comes of it, and the posts with when they were captured. */
export function dossierJson(view: IncidentView, at: string): string {
  const { incident, partner, progress, posts, comments, chain } = view
  const data = {
    format: 'rapport-incident',
    version: 1,
    exportedAt: at,
    partner: partner.name,
    incident,
    status: progress.status,
    assessment: progress.assessment,
    levels: progress.levels,
    posts: Array.from(posts.values(), (post) => ({ ...post, visibleSampleOfComments: comments.get(post.id) ?? 0 })),
    evidenceHead: chain.at(-1)?.hash ?? null,
  }
  return `${JSON.stringify(data, null, 1)}\n`
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fff,#15171c);color:light-dark(#1a1d23,#e9ebef);font:15px/1.5 system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere}
h1{font-size:22px}h2{margin-top:28px;font-size:17px}.soft{color:light-dark(#565d6a,#a7aebb)}
blockquote{margin:12px 0 4px;padding:8px 12px;border-inline-start:4px solid light-dark(#868d9a,#747c8a);white-space:pre-wrap;break-inside:avoid}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}}`

import { i18n } from '#i18n'
import type { Finding } from '../lib/domain/finding.ts'
import type { Asks } from '../lib/guidelines/fix/asks.ts'
import { codeWords, reasonWords, sourceWords, wordsLocale } from './words.ts'

/** What a message to a creator is about. */
export interface MessageAbout {
  /** The partner's name; null when nobody tracks the creator. */
  name: string | null
  /** Address of the post; null when the page showed none. */
  url: string | null
  /** ISO instant; null when the page showed none. */
  publishedAt: string | null
  /** It is not live yet. */
  isDraft?: boolean
}

/** What is asked for in words, by rule kind; any other kind is asked by its own words. */
const ASKS: Readonly<
  Record<string, 'disclosure' | 'hashtag' | 'mention' | 'link' | 'wording' | 'leaveOut' | 'correct'>
> = {
  disclosure: 'disclosure',
  'required-hashtag': 'hashtag',
  'required-mention': 'mention',
  'required-link': 'link',
  'required-phrase': 'wording',
  'banned-phrase': 'leaveOut',
  'banned-claim': 'leaveOut',
  competitor: 'leaveOut',
  'product-fact': 'correct',
}

/**
 * A friendly message that asks for at most three things, each with the words it is about, why, and by whose
 * rule; then the corrected caption (null when there is none), ready to paste. It names everything it is about,
 * so nothing is left to fill in.
 */
export function creatorMessage(about: MessageAbout, { asked, more, allDone }: Asks, corrected: string | null): string {
  const [firstName] = about.name?.trim().split(/\s+/) ?? []
  const opening = `${thanks(about)} ${i18n.t('message.intro', asked.length)}`
  const paragraphs = [
    firstName ? i18n.t('message.greetingName', [firstName]) : i18n.t('message.greeting'),
    about.url === null ? opening : `${opening}\n${about.url}`,
    asked.map((finding, index) => `${index + 1}. ${askWords(finding)}`).join('\n'),
  ]
  if (more > 0) paragraphs.push(i18n.t(allDone ? 'message.moreDone' : 'message.more', more))
  if (corrected !== null) paragraphs.push(i18n.t(allDone ? 'message.caption' : 'message.captionPartly'), corrected)
  return [...paragraphs, i18n.t('message.close')].join('\n\n')
}

function thanks({ publishedAt, isDraft }: MessageAbout): string {
  if (isDraft) return i18n.t('message.thanksDraft')
  if (publishedAt === null) return i18n.t('message.thanks')
  const day = new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'long' }).format(new Date(publishedAt))
  return i18n.t('message.thanksDay', [day])
}

/** One thing to ask for: what, why, and by whose rule. */
export function askWords(finding: Finding): string {
  const ask = ASKS[finding.kind]
  const [quote] = finding.evidence
  const what = ask === 'leaveOut' || ask === 'correct' ? quote?.quote : finding.value
  const asked = ask === undefined || what === undefined ? null : codeWords('message.ask', ask, [what ?? ''])
  const by = finding.source.type === 'law' ? i18n.t('message.rule', [sourceWords(finding.source)]) : null
  return [asked, reasonWords(finding), by].filter((words) => words !== null).join(' ')
}

import type { Channel, Direction } from '../domain/contact.ts'

/** What a pasted message says of itself; null where it does not. A proposal: a person confirms it. */
export interface PastedMessage {
  readonly direction: Direction | null
  readonly channel: Channel | null
  /** When it was sent: an instant, or a time on the clock of whoever pasted it, `2026-11-12T10:14`. */
  readonly sent: { readonly instant: string } | { readonly wall: string } | null
  /** The words themselves, without headers and what they answer to. */
  readonly body: string
}

export interface PasteContext {
  /** What the creator is called: names, handles. */
  readonly names: readonly string[]
  /** Milliseconds since the epoch: nothing was sent after it. */
  readonly now: number
  /** Whether 3/4 is the third of April where the person lives. */
  readonly isDayFirst: boolean
}

/** Longest paste that is looked at, in UTF-16 code units. */
export const MAX_PASTE = 100_000

/** Header names as mail programs write them in English, German, French, Spanish, Italian, Portuguese, Dutch and Swedish. */
const HEADER =
  /^\s{0,3}\*{0,2}(from|von|de|da|van|från|to|an|à|para|aan|till|date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|skickat|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|cc|bcc|reply-to)\*{0,2}\s{0,2}:\*{0,2}\s?(.{0,500})$/iu
const from = new Set(['from', 'von', 'de', 'da', 'van', 'från'])
const to = new Set(['to', 'an', 'à', 'para', 'aan', 'till'])
const date = new Set([
  'date',
  'sent',
  'datum',
  'gesendet',
  'envoyé',
  'fecha',
  'enviado',
  'data',
  'inviato',
  'verzonden',
  'skickat',
])

/** `[12/11/2026, 10:14:05] Maya: text`, `12.11.26, 10:14 - Maya: text`: exported chats. */
const CHAT =
  /^[\u200e\u200f]?\[?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}),?\s{1,3}(\d{1,2}):(\d{2})(?::\d{2})?\s?([ap])?\.?m?\.?\]?\s{0,2}(?:[-–]\s)?([^:\n]{1,80}):\s(.*)$/iu
/** `On Tue, 3 Nov 2026 at 10:14, Maya <maya@example.com> wrote:`, and the like in other languages. */
const ANSWERED =
  /^(?:on|am|le|el|il|em|op|den)\s.{4,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev).{0,80}:\s*$/iu
const QUOTED = /^\s?>/

/** Reads a pasted e-mail, a chat that was copied, or plain words: who wrote, when, by what. Never throws. */
export function readPasted(text: string, context: PasteContext): PastedMessage {
  const lines = text.slice(0, MAX_PASTE).split(/\r\n|\r|\n/)
  return chatOf(lines, context) ?? mailOf(lines, context) ?? plainOf(lines, context)
}

function chatOf(lines: readonly string[], context: PasteContext): PastedMessage | null {
  const messages: { who: string; sent: PastedMessage['sent']; words: string[] }[] = []
  for (const line of lines) {
    const parts = CHAT.exec(line)
    if (parts) messages.push({ who: parts[7] ?? '', sent: chatTime(parts, context), words: [parts[8] ?? ''] })
    else messages.at(-1)?.words.push(line)
  }
  const last = messages.at(-1)
  if (!last) return null
  // What one side said in a row at the end is one message.
  const run = messages.slice(messages.findLastIndex(({ who }) => who !== last.who) + 1)
  return {
    // A chat has two sides: who is not the creator is us, as far as the creator speaks in it at all.
    direction: isCreator(last.who, context.names)
      ? 'in'
      : messages.some(({ who }) => isCreator(who, context.names))
        ? 'out'
        : null,
    channel: 'chat',
    sent: last.sent,
    body: run.map(({ words }) => words.join('\n').trim()).join('\n'),
  }
}

function chatTime(parts: RegExpExecArray, { now, isDayFirst }: PasteContext): PastedMessage['sent'] {
  const [a, b, c, hour, minute] = [1, 2, 3, 4, 5].map((i) => Number(parts[i]))
  if (a === undefined || b === undefined || c === undefined || hour === undefined) return null
  const half = parts[6]?.toLowerCase()
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  const isYearFirst = (parts[1] ?? '').length === 4
  const year = isYearFirst ? a : c < 100 ? 2000 + c : c
  const orders = isYearFirst
    ? [[b, c]]
    : isDayFirst
      ? [
          [b, a],
          [a, b],
        ]
      : [
          [a, b],
          [b, a],
        ]
  for (const [month = 0, day = 0] of orders) {
    const wall = wallOf(year, month, day, hours, minute ?? 0)
    // A day of slack: the clock that it is of is not known here.
    if (wall !== null && Date.parse(`${wall}:00Z`) <= now + DAY) return { wall }
  }
  return null
}

function mailOf(lines: readonly string[], context: PasteContext): PastedMessage | null {
  const head: Record<'from' | 'to' | 'date', string | null> = { from: null, to: null, date: null }
  let end = 0
  for (const [i, line] of lines.entries()) {
    const parts = HEADER.exec(line)
    if (!parts) {
      // Headers stand at the top, perhaps after an empty line, and may go on in an indented one.
      if (line.trim() === '' ? end === 0 : /^\s/.test(line) && end > 0) continue
      break
    }
    const [name, value] = [(parts[1] ?? '').toLowerCase(), (parts[2] ?? '').trim()]
    if (from.has(name)) head.from ??= value
    else if (to.has(name)) head.to ??= value
    else if (date.has(name)) head.date ??= value
    end = i + 1
  }
  if (head.from === null && (head.to === null || head.date === null)) return null
  const direction =
    head.from !== null && isCreator(head.from, context.names)
      ? 'in'
      : head.to !== null && isCreator(head.to, context.names)
        ? 'out'
        : null
  return {
    direction,
    channel: 'email',
    sent: head.date === null ? null : mailTime(head.date, context.now),
    body: withoutAnswered(lines.slice(end)),
  }
}

function mailTime(text: string, now: number): PastedMessage['sent'] {
  const plain = text
    .replaceAll(/\([^)]*\)|\bat\b/giu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const hasZone = /(?:[+-]\d{2}:?\d{2}|\bGMT|\bUTC|Z)$/.test(plain)
  const time = Date.parse(hasZone ? plain : `${plain} UTC`)
  if (Number.isNaN(time) || time > now + DAY) return null
  const iso = new Date(time).toISOString()
  return hasZone ? { instant: iso } : { wall: iso.slice(0, 16) }
}

function plainOf(lines: readonly string[], { names }: PasteContext): PastedMessage {
  const answered = lines.find((line) => ANSWERED.test(line.trim()))
  // An answer above what it answers: if the creator wrote that, this is ours.
  const direction = answered === undefined ? null : isCreator(answered, names) ? 'out' : 'in'
  return { direction, channel: answered === undefined ? null : 'email', sent: null, body: withoutAnswered(lines) }
}

/** The newest message alone: without quoted lines, what an "On … wrote:" begins, and a signature. */
function withoutAnswered(lines: readonly string[]): string {
  const end = lines.findIndex((line) => ANSWERED.test(line.trim()) || /^-{2,}\s?$|^-{3,}.{0,40}-{3,}$/.test(line))
  return (end === -1 ? lines : lines.slice(0, end))
    .filter((line) => !QUOTED.test(line))
    .join('\n')
    .trim()
}

/** Shortest part of a name by which somebody is known again. */
const LEAST = 3

function isCreator(text: string, names: readonly string[]): boolean {
  const words = new Set(wordsOf(text))
  const flat = text.toLocaleLowerCase()
  return names.some((name) => {
    const folded = name.trim().toLocaleLowerCase()
    if (folded.length < LEAST) return false
    if (flat.includes(folded)) return true
    const [first = ''] = wordsOf(name)
    return first.length >= LEAST && words.has(first)
  })
}

const wordsOf = (text: string): string[] => text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const DAY = 86_400_000

const pad = (n: number) => String(n).padStart(2, '0')

function wallOf(year: number, month: number, day: number, hour: number, minute: number): string | null {
  const wall = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`
  const time = Date.parse(`${wall}:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 16) === wall ? wall : null
}

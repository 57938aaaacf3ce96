import { CircleCheck, Circle, CircleX, Frown, Meh, Smile, TriangleAlert } from 'lucide'
import type { Verdict } from '../domain/finding.ts'
import type { Badge } from '../messages/protocol.ts'
import { createHost, createIcon, element } from './host.ts'
import { moodKind, moodWord, reasonWords, t, verdictWord } from './words.ts'
import type { MoodKind } from './words.ts'

const looks = {
  pass: { meaning: 'good', icon: CircleCheck },
  review: { meaning: 'watch', icon: TriangleAlert },
  fail: { meaning: 'act', icon: CircleX },
  unknown: { meaning: 'unknown', icon: Circle },
} as const satisfies Record<Verdict, { meaning: string; icon: unknown }>
const moods = {
  positive: { meaning: 'good', icon: Smile },
  neutral: { meaning: 'unknown', icon: Meh },
  mixed: { meaning: 'unknown', icon: Meh },
  negative: { meaning: 'act', icon: Frown },
} as const satisfies Record<MoodKind, { meaning: string; icon: unknown }>

export interface BadgeView {
  host: HTMLElement
  /** Shows another verdict; the same one again changes nothing. */
  show(badge: Badge): void
  /** While the card is on its way. */
  setBusy(busy: boolean): void
  focus(): void
}

/** What badges with the same words show is made once, and copied. */
const faces: Record<string, Element> = {}

function faceOf(doc: Document, verdict: Verdict, mood: MoodKind | null): Element {
  return element(
    doc,
    'span',
    '',
    createIcon(doc, looks[verdict].icon, 12),
    element(doc, 'span', 'sr-only', 'Rapport: '),
    element(doc, 'span', '', verdictWord(verdict)),
    ...(mood
      ? [
          element(doc, 'span', 'bar'),
          element(
            doc,
            'span',
            `mood ${moods[mood].meaning}`,
            createIcon(doc, moods[mood].icon, 12),
            element(doc, 'span', 'sr-only', `, ${t('overlay.comments')} `),
            element(doc, 'span', '', moodWord(mood)),
          ),
        ]
      : []),
  )
}

/** The pill on a post: what the check says and how the comments sound; a button that opens the card. */
export function createBadge(doc: Document, css: string, onOpen: () => void): BadgeView {
  const { host, root } = createHost(doc, 'rapport-badge', css)
  const button = element(doc, 'button', 'pill')
  button.ariaHasPopup = 'dialog'
  button.addEventListener('click', onOpen)
  root.append(button)
  let shown = ''

  return {
    host,
    show(badge) {
      const state = JSON.stringify(badge)
      if (state === shown) return
      shown = state
      const mood = moodKind(badge.mood)
      const face = (faces[`${badge.verdict} ${mood}`] ??= faceOf(doc, badge.verdict, mood))
      button.className = `pill ${looks[badge.verdict].meaning}`
      button.replaceChildren(...face.cloneNode(true).childNodes)
      button.title = [
        badge.reason ? reasonWords(badge.reason) : '',
        badge.mood && badge.mood.n > 0 ? t('overlay.sample', [String(badge.mood.n)]) : '',
      ]
        .filter(Boolean)
        .join('\n')
        .slice(0, 500)
    },
    setBusy(busy) {
      button.ariaBusy = String(busy)
    },
    focus: () => button.focus(),
  }
}

import { primary } from '../../text/language.ts'
import type { Span } from '../../text/normalise.ts'
import type { Edit } from '../define.ts'
import type { PostView } from '../view.ts'

/** Milder words that fit where the swear word stood, so that the sentence still stands. */
const MILDER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    shit: 'wow',
    bullshit: 'nonsense',
    crap: 'stuff',
    wtf: 'what',
    damn: 'wow',
    bitch: 'friend',
    bastard: 'rascal',
  },
  de: { scheiße: 'Mist', scheisse: 'Mist', verdammt: 'echt', beschissen: 'blöd', arsch: 'Hintern' },
  fr: { putain: 'wow', merde: 'mince', chiant: 'pénible', bordel: 'bazar' },
  es: { mierda: 'porras', joder: 'vaya', coño: 'vaya', puto: 'dichoso', puta: 'dichosa' },
}

/**
 * Ways to keep to one aspect of the voice; `places` are what is too many or unwanted, in the caption. `most` is how
 * many exclamation marks may stay.
 */
export function reword(
  view: PostView,
  aspect: string,
  places: readonly Span[],
  most: number,
): readonly (readonly Edit[])[] {
  const { text } = view.post
  switch (aspect) {
    case 'maxExclamations':
      return [fewerMarks(text, places, most)]
    case 'maxEmoji':
      return [places.map((place) => without(text, place))]
    case 'maxCapsWords':
      return [places.map((place) => ({ ...place, insert: calm(view, place) }))]
    case 'noProfanity': {
      const lang = primary(view.lang) ?? 'en'
      const milder = places.map((place) => {
        const word = text.slice(place.start, place.end)
        const mild = MILDER[lang]?.[word.toLowerCase()]
        return mild === undefined ? withoutWord(text, place) : { ...place, insert: asWritten(mild, word) }
      })
      return [milder, places.map((place) => withoutWord(text, place))]
    }
    case 'bannedOpeners':
      return places.map((place) => [withoutOpener(text, place)])
    default:
      return []
  }
}

/** The first runs become one mark each, as many as may stay; later ones a full stop, or nothing beside another mark. */
function fewerMarks(text: string, runs: readonly Span[], most: number): Edit[] {
  return runs.map(({ start, end }, at) => {
    const ends = /[.?!…]/.test(text.charAt(start - 1)) || /[.?…]/.test(text.charAt(end))
    return { start, end, insert: at < most ? '!' : ends ? '' : '.' }
  })
}

/** Takes a piece out, and one of the spaces around it. */
function without(text: string, { start, end }: Span): Edit {
  const spaced = text.charAt(start - 1) === ' ' && /^(?:\s|$)/.test(text.slice(end, end + 1))
  return { start: spaced ? start - 1 : start, end, insert: '' }
}

/** The same for a word; what then begins the sentence gets its capital. */
function withoutWord(text: string, { start, end }: Span): Edit {
  const before = text.slice(Math.max(0, start - 3), start)
  if (!/(?:^|[.!?\n]\s?)$/.test(before)) return without(text, { start, end })
  const rest = /^[\s,]*/.exec(text.slice(end, end + 10))?.[0].length ?? 0
  return capitalised(text, start, end + rest)
}

function withoutOpener(text: string, { start, end }: Span): Edit {
  const rest =
    /^[\s\p{P}\p{Extended_Pictographic}\ufe0f]*/u.exec(text.slice(end, end + 40))?.[0].replace(/[#@("„“«[].*$/su, '')
      .length ?? 0
  return capitalised(text, start, end + rest)
}

function capitalised(text: string, start: number, end: number): Edit {
  const next = String.fromCodePoint(text.codePointAt(end) ?? 32)
  return end < text.length ? { start, end: end + next.length, insert: next.toUpperCase() } : { start, end, insert: '' }
}

/** In small letters, with a capital where a sentence begins; in German everywhere, for it may be a noun. */
function calm(view: PostView, { start, end }: Span): string {
  const lower = view.post.text.slice(start, end).toLocaleLowerCase(view.lang ?? 'en')
  const before = view.post.text.slice(Math.max(0, start - 3), start)
  const capital = primary(view.lang) === 'de' || /(?:^|[.!?\n]\s?)$/.test(before)
  return capital ? lower.charAt(0).toLocaleUpperCase(view.lang ?? 'en') + lower.slice(1) : lower
}

function asWritten(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

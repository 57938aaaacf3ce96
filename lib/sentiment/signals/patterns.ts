/**
 * Ways to say something, by language (ISO 639-1; all are looked for in every text, because threads mix them).
 * Each is a regular expression over normalised, lower-case text: a space stands for any short gap, an accented letter
 * also for the plain one that people type in a hurry, and the ends are ends of words in scripts that set spaces.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>

/** Scripts whose words run on: no spaces, or particles written onto the word. */
const RUNS_ON = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const INSIDE = String.raw`[\p{L}\p{M}\p{N}_]`
/** What is written otherwise than it is read; not inside the brackets of an expression. */
const LOOSE = /\[[^\]]*\]| |[àáâãçèéêëìíîïñòóôõùúûğışćśńźżąęłøœ]|[äöüß]/gu
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', œ: 'oe' }
const SPELT: Readonly<Record<string, string>> = { ä: 'ae|a', ö: 'oe|o', ü: 'ue|u', ß: 'ss' }

/**
 * The expression for texts in one language, and for those whose language is not known. English is always among
 * them, because the world comments in it. Made when a text of the language is first met: there are a hundred of them,
 * most sessions need a few, and the worker starts sooner.
 * Its function throws a SyntaxError when one of the phrases is no expression.
 */
export function compile(phrases: Phrases): (lang: string | null) => RegExp {
  const made = new Map<string, RegExp>()
  return (lang) => {
    const key = lang !== null && Object.hasOwn(phrases, lang) ? lang : ''
    const known = made.get(key) ?? expression(key === '' ? Object.values(phrases).flat() : ofLanguage(phrases, key))
    made.set(key, known)
    return known
  }
}

const ofLanguage = (phrases: Phrases, lang: string) =>
  [...new Set([lang, 'en', 'any'])].flatMap((part) => phrases[part] ?? [])

function expression(phrases: readonly string[]): RegExp {
  const spaced = phrases.filter((phrase) => !RUNS_ON.test(phrase)).map(sourceOf)
  const runOn = phrases.filter((phrase) => RUNS_ON.test(phrase)).map(sourceOf)
  // The ends of words are looked at once for all, not for each phrase.
  return new RegExp([`(?<!${INSIDE})(?:${spaced.join('|')})(?!${INSIDE})`, ...runOn].join('|'), 'gu')
}

function sourceOf(phrase: string): string {
  return phrase.replace(LOOSE, (part) => {
    if (part.startsWith('[')) return part
    if (part === ' ') return String.raw`(?:[\s,]{1,3})`
    return `(?:${part}|${SPELT[part] ?? PLAIN[part] ?? part.normalize('NFD').charAt(0)})`
  })
}

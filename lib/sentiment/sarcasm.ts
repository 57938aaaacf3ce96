import type { Form } from './forms.ts'

/** What people set beside praise they do not mean. Marks, no proof. */
const MARKS =
  /(?:^|\s)\/s(?=\s|$)|\b(?:yeah,? right|thanks for nothing|as if|oh (?:great|joy|wonderful)|just (?:great|what i needed)|how (?:original|convenient)|good luck with that|what could (?:possibly )?go wrong|great,? another)\b|🙄|🙃|🤡/iu

/** Whether praise comes with marks of not being meant: the usual ones, or signs that say the contrary. */
export function soundsSarcastic(text: string, leaning: string, forms: readonly Form[]): boolean {
  if (leaning === 'positive' && MARKS.test(text)) return true
  const against = leaning === 'positive' ? -1 : leaning === 'negative' ? 1 : 0
  return forms.some(({ sign }) => sign * against >= 2)
}

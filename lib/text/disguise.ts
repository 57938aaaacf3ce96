/** Longest word looked at for disguises; nothing people write is longer. */
export const LONGEST_DISGUISE = 60

/** Finds the words that a masked or stretched word may stand for. */
export interface Disguises {
  /** `sh*t` as "shit". */
  unmask(masked: string): readonly string[]
  /** `duuupe` as "dupe". */
  unstretch(stretched: string): readonly string[]
}

/** Sorted by what a disguise leaves as it is, when first asked: few captions have any. */
export function disguisesOf(words: () => Iterable<string>): Disguises {
  let byOutline: Map<string, string[]> | undefined
  let bySqueezed: Map<string, string[]> | undefined
  return {
    unmask(masked) {
      byOutline ??= groupBy(words(), outlineOf)
      return (byOutline.get(outlineOf(masked)) ?? []).filter((word) => unmasks(masked, word))
    },
    unstretch(stretched) {
      bySqueezed ??= groupBy(words(), squeeze)
      return (bySqueezed.get(squeeze(stretched)) ?? []).filter((word) => stretches(stretched, word))
    },
  }
}

function groupBy(words: Iterable<string>, keyOf: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const key = keyOf(word)
    const group = groups.get(key)
    if (group) group.push(word)
    else groups.set(key, [word])
  }
  return groups
}

/** A mask keeps the length and the first letter. */
function outlineOf(word: string): string {
  return `${word.length}${word.charAt(0)}`
}

/** Every run of one character as one. */
function squeeze(word: string): string {
  return word.replaceAll(/([^])\1+/g, '$1')
}

/** `sh*t` is "shit": same length, the visible letters agree, the first is visible, and half of them are. */
function unmasks(masked: string, word: string): boolean {
  let visible = 0
  for (let i = 0; i < word.length; i++) {
    const char = masked.charAt(i)
    if (char === word[i]) visible++
    else if (i === 0 || !'*•●'.includes(char)) return false
  }
  return visible >= 2 && visible * 2 >= word.length
}

/** `duuupe` is "dupe": every run of a letter is as long as it should be, or three and more. */
function stretches(stretched: string, word: string): boolean {
  let at = 0
  for (let i = 0; i < word.length;) {
    const letter = word.charAt(i)
    let wanted = 0
    while (word[i] === letter) [i, wanted] = [i + 1, wanted + 1]
    let run = 0
    while (stretched[at] === letter) [at, run] = [at + 1, run + 1]
    if (run !== wanted && (run < 3 || run < wanted)) return false
  }
  return at === stretched.length
}

const ACCENTED = /[\u00c0-\u024f\u0370-\u03ff\u0622-\u0626\u1e00-\u1eff]/g
/** Letters that Unicode does not take apart. */
const UNDIVIDED: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd' }

/**
 * The text with Latin, Greek and Arabic letters without their accents, for finding words that people type
 * either way (`#publicite`, `#wspolpracareklamowa`, `اعلان`). Every UTF-16 unit keeps its place.
 */
export function withoutAccents(text: string): string {
  return text.replace(ACCENTED, (char) => UNDIVIDED[char] ?? char.normalize('NFD').charAt(0))
}

import type { Guideline } from '../domain/guideline.ts'
import { inflectedAs } from '../text/inflect.ts'

/** Languages kept ready per rule: those of one audience. A rule of a hundred thousand words is large in each. */
const LANGUAGES = 6

/**
 * What a kind makes of its parameters for captions of one language, made once and kept as long as the
 * parameters are (see `parsedOnce`): a guideline is compiled for the first post and ready for all others.
 * `languageOf` names the languages that are read differently.
 */
export function compiledOnce<P extends object, T>(
  make: (params: P, lang: string) => T,
  languageOf: (lang: string | null) => string = inflectedAs,
): (params: P, lang: string | null) => T {
  const made = new WeakMap<P, Map<string, T>>()
  return (params, lang) => {
    const language = languageOf(lang)
    const byLanguage = made.get(params) ?? new Map<string, T>()
    made.set(params, byLanguage)
    let compiled = byLanguage.get(language)
    if (compiled === undefined) {
      compiled = make(params, language)
      if (byLanguage.size >= LANGUAGES) byLanguage.clear()
      byLanguage.set(language, compiled)
    }
    return compiled
  }
}

/**
 * Guidelines are read from the store again for every few posts. Gives those that have not changed the rules
 * they had before, so that what was compiled for them is found again. Keeps no more than the last list.
 */
export function createRuleMemory(): (guidelines: readonly Guideline[]) => readonly Guideline[] {
  let last = new Map<string, Guideline>()
  return (guidelines) => {
    const kept = guidelines.map((guideline) => {
      const before = last.get(guideline.id)
      const same = before?.version === guideline.version && before.updatedAt === guideline.updatedAt
      return same ? { ...guideline, rules: before.rules } : guideline
    })
    last = new Map(kept.map((guideline) => [guideline.id, guideline]))
    return kept
  }
}

import { kinds } from './kinds/index.ts'

/** What the engine itself says, whatever the rule. */
export const engineReasons = ['ruleNotUnderstood', 'ruleIncomplete', 'quoteLost'] as const

/** Every code a finding's `reason` can be; each has words under `reason.<code>` in the locale files. */
export const reasonCodes: readonly string[] = [
  ...new Set<string>([...kinds.flatMap(({ reasons }) => reasons), ...engineReasons]),
].toSorted()

/** One acceptance case of the relationship spec, and the test that shows it. */
export interface SpecCase {
  /** `B0` to `B12`. */
  readonly id: string
  /** In our words, one case each. */
  readonly says: string
  /** From the repository's root. */
  readonly file: string
  /** The test's name as written in the file, with its placeholders where it is one of `it.each`. */
  readonly test: string
}

/** The cases of one id: `[what it says, file below tests/, name of the test]`. */
export const casesOf = (
  id: string,
  rows: readonly (readonly [says: string, file: string, test: string])[],
): readonly SpecCase[] => rows.map(([says, file, test]) => ({ id, says, file: `tests/${file}`, test }))

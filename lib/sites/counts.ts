import type { Count } from '../domain/count.ts'

/** Placeholder until the locale tables land: plain digits only. */
export function parseCount(shown: string, _lang: string): Count | null {
  const digits = /\d+/.exec(shown)
  return digits ? { value: Number(digits[0]), step: 1 } : null
}

import type { BackgroundOptions } from '../../../lib/background/start.ts'

/** What the background says, so that a test can see what was meant. */
export const testWords: BackgroundOptions['words'] = {
  check: 'Check',
  note: 'Note',
  alert: ({ code, values }) => `${code}: ${values.join(', ')}`,
  severity: ({ severity }) => severity,
  count: (n) => `${n} alerts`,
  digest: (n) => `${n} open`,
  test: 'a test',
  more: (n) => `and ${n} more`,
}

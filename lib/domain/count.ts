import * as z from 'zod/mini'

/**
 * A figure as the page showed it: `1.2K` is `{ value: 1200, step: 100 }`, the true number lying in
 * `[value, value + step)`. `step` is 1 when the page showed every digit. Missing is `null`, never 0.
 */
export const countSchema = z.object({
  value: z.number().check(z.int(), z.gte(0)),
  step: z.number().check(z.int(), z.gte(1)),
  /** Left out for what the page shows. `embedded`: the page shows it rounded, and the page's own data exactly. */
  source: z.optional(z.literal('embedded')),
})
export type Count = z.infer<typeof countSchema>

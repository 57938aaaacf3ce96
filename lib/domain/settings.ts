import * as z from 'zod/mini'

/** A host of a federated site that the user added, e.g. `{ platform: 'mastodon', host: 'brand.social' }`. */
export const ownHostSchema = z.object({
  platform: z.string().check(z.maxLength(31)),
  host: z.string().check(z.maxLength(253)),
})
export type OwnHost = z.infer<typeof ownHostSchema>

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Jurisdictions whose disclosure rules apply when a guideline names none. */
  jurisdiction: z.string().check(z.maxLength(10)),
  /** Platforms whose overlay the user switched off. */
  hiddenOn: z.array(z.string().check(z.maxLength(31))),
  ownHosts: z.array(ownHostSchema).check(z.maxLength(100)),
  /** Observations older than this are removed by the retention alarm; null keeps everything. */
  retentionDays: z.nullable(z.number().check(z.int(), z.gte(30), z.lte(3_650))),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system',
  jurisdiction: 'US',
  hiddenOn: [],
  ownHosts: [],
  retentionDays: 730,
}

import type { Site } from './types.ts'

/** Every adapter, in the order in which they are tried. */
export const sites: readonly Site[] = []

/** Match patterns of all sites: the optional permissions in the manifest come from here. */
export const siteMatches: readonly string[] = sites.flatMap((site) => site.matches)

import type { Page } from './types.ts'

/** Placeholder until the locale tables land: ISO instants only. */
export function parseTime(shown: string, _page: Pick<Page, 'lang' | 'now'>): string | null {
  const time = Date.parse(shown)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

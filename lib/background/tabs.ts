import { forgetTab, readTab } from './tab-memory.ts'
import type { SessionArea } from './tab-memory.ts'

/** The part of the browser that keeping tabs up to date needs. */
export interface TabsPort {
  readonly tabs: {
    query(query: Record<string, never>): Promise<{ id?: number }[]>
    sendMessage(tabId: number, message: unknown): Promise<unknown>
  }
  readonly action: { setBadgeText(details: { tabId: number; text: string }): Promise<void> }
  readonly storage: { readonly session: SessionArea }
}

/**
 * Tells the content scripts of all pages that were read that what their badges show has changed. Only after
 * decisions of people: if what one tab reads refreshed the others, two tabs that show different states of
 * one post would keep each other busy for ever.
 */
export async function refreshBadges({ tabs, storage }: TabsPort): Promise<void> {
  const open = await tabs.query({})
  await Promise.all(
    open.map(async ({ id }) => {
      if (id === undefined || !(await readTab(storage.session, id))) return
      await tabs.sendMessage(id, { type: 'badges.refresh', input: {} }).catch(() => undefined)
    }),
  )
}

/** The tab shows another page from now on, or none: its number on the toolbar button goes. */
export async function leavePage(
  { action, storage }: Pick<TabsPort, 'action' | 'storage'>,
  tabId: number,
): Promise<void> {
  await forgetTab(storage.session, tabId)
  await action.setBadgeText({ tabId, text: '' }).catch(() => undefined)
}

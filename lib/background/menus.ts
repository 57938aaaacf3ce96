/** Selected text that goes along in an address; more is cut. */
const MAX_SELECTION = 10_000

const CHECK = 'check-selection'
const NOTE = 'note'

/** The part of the browser that the context menu needs. */
export interface MenusPort {
  readonly contextMenus: {
    removeAll(): Promise<void>
    create(item: {
      id: string
      title: string
      contexts: ('selection' | 'page' | 'link')[]
      documentUrlPatterns?: string[]
    }): number | string
  }
  readonly tabs: { create(properties: { url: string }): Promise<unknown> }
  readonly action: { openPopup?: () => Promise<void> }
  readonly runtime: { getURL(path: string): string }
}

/** Makes the menu anew; the browser keeps it, so once per installation or update is enough. */
export async function makeMenus(
  { contextMenus }: MenusPort,
  words: { check: string; note: string },
  patterns: readonly string[],
): Promise<void> {
  await contextMenus.removeAll()
  contextMenus.create({ id: CHECK, title: words.check, contexts: ['selection'] })
  contextMenus.create({
    id: NOTE,
    title: words.note,
    contexts: ['page', 'link'],
    documentUrlPatterns: [...patterns],
  })
}

/** A click on the menu. */
export async function onMenu(
  browser: MenusPort,
  clicked: { readonly menuItemId: number | string; readonly selectionText?: string },
): Promise<void> {
  if (clicked.menuItemId === CHECK) {
    const text = (clicked.selectionText ?? '').slice(0, MAX_SELECTION).toWellFormed()
    const query = new URLSearchParams({ text })
    await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#/check?${query}`) })
  }
  if (clicked.menuItemId === NOTE) await openNote(browser)
}

/** The popup has the creator of this tab chosen already; where it cannot be opened, the list of notes can. */
async function openNote(browser: MenusPort): Promise<void> {
  try {
    if (!browser.action.openPopup) throw new Error('not in this browser')
    await browser.action.openPopup()
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/notes') })
  }
}

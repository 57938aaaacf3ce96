/** Chromium's side panel; `close` and the events are newer than the oldest version we run on. */
interface SidePanel {
  open(options: { windowId: number } | { tabId: number }): Promise<void>
  close?(options: { windowId: number }): Promise<void>
  readonly onOpened?: { addListener(listener: (info: { windowId: number }) => void): void }
  readonly onClosed?: { addListener(listener: (info: { windowId: number }) => void): void }
}

/** The part of the browser that the panel's keyboard command needs: one of the two, by browser. */
export interface PanelPort {
  readonly sidePanel?: SidePanel
  readonly sidebarAction?: { toggle(): Promise<void> }
}

/**
 * Opens and closes the panel of a window. Both browsers allow it only inside the user's own action, so
 * `toggle` calls them before it awaits anything, and remembers by itself which panels are open: after a
 * restart of the worker it opens one that is open already, which does nothing.
 */
export function createPanel({ sidePanel, sidebarAction }: PanelPort): { toggle(windowId: number): Promise<void> } {
  const open = new Set<number>()
  sidePanel?.onOpened?.addListener(({ windowId }) => open.add(windowId))
  sidePanel?.onClosed?.addListener(({ windowId }) => open.delete(windowId))
  return {
    toggle: async (windowId) => {
      try {
        if (sidePanel?.close && open.has(windowId)) await sidePanel.close({ windowId })
        else if (sidePanel) await sidePanel.open({ windowId })
        else await sidebarAction?.toggle()
      } catch {
        // The browser did not take the command for a user's action; the toolbar button still works.
      }
    },
  }
}

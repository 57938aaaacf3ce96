/**
 * The element that comes next in the page: after the focused one, else the first that is not above the view;
 * after the last comes the first. Null when there is none.
 */
export function nextOf(hosts: readonly HTMLElement[], focused: Element | null): HTMLElement | null {
  const inOrder = hosts
    .filter((host) => host.isConnected)
    .toSorted((a, b) => (a.compareDocumentPosition(b) & a.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  const at = inOrder.findIndex((host) => host === focused)
  const next = at < 0 ? inOrder.find((host) => host.getBoundingClientRect().top >= 0) : inOrder[at + 1]
  return next ?? inOrder[0] ?? null
}

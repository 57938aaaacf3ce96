/** Up and down go through the field and the list in `body`; Enter in the field takes the first that was found. */
export function onListKey(event: KeyboardEvent, body: Element | null, takeFirst: (() => void) | null): void {
  const stops = [...(body?.querySelectorAll<HTMLElement>('input, button') ?? [])]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  if (event.key === 'ArrowDown') stops[Math.min(at + 1, stops.length - 1)]?.focus()
  else if (event.key === 'ArrowUp') stops[Math.max(at - 1, 0)]?.focus()
  else if (event.key === 'Enter' && at === 0 && takeFirst) takeFirst()
  else return
  event.preventDefault()
}

import { type ComponentChild, render } from 'preact'
import { onTestFinished } from 'vitest'

/** Renders into the page for the length of one test. */
export function show(view: ComponentChild): HTMLElement {
  const place = document.createElement('div')
  document.body.append(place)
  render(view, place)
  onTestFinished(() => {
    render(null, place)
    place.remove()
  })
  return place
}

/** The words a person reads, with the spaces they see. */
export const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

// Which control it is, only the test knows.
// oxlint-disable typescript/no-unnecessary-type-parameters
/** The control whose accessible name is `name`; throws when there is none, or more than one. */
export function control<T extends HTMLElement = HTMLElement>(place: ParentNode, name: string): T {
  const found = [...place.querySelectorAll<T>('button, a, input, select, textarea')].filter(
    (element) => nameOf(element) === name,
  )
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} controls are named “${name}”`)
  return only
}

function nameOf(element: HTMLElement): string {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null
  return element.getAttribute('aria-label') ?? (labels?.[0] ? words(labels[0]) : words(element))
}

export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

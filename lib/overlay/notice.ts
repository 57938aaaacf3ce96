import { createHost, element } from './host.ts'

/** How long the words stay, in milliseconds. */
const STAY = 6_000

/** Words beside something of ours that was pressed; they leave by themselves, whatever became of the rest. */
export function showNotice(doc: Document, css: string, beside: Element, words: string) {
  const { top, left } = beside.getBoundingClientRect()
  const { host, root } = createHost(doc, 'rapport-chip', css)
  const notice = element(doc, 'span', 'notice', element(doc, 'span', '', words))
  notice.role = 'alert'
  const chip = element(doc, 'span', 'chip said', notice)
  chip.style.cssText = `position: fixed; top: ${Math.max(8, top)}px; left: ${Math.max(8, left)}px`
  root.append(chip)
  doc.body.append(host)
  setTimeout(() => host.remove(), STAY)
}

import { i18n } from '#i18n'
import { Check, Copy } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { Button } from './Button.tsx'

/** Puts a text on the clipboard, and says whether it is there. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  // Another text is not copied yet.
  useEffect(() => setSaid(null), [text])
  const copy = () => {
    // No clipboard where the page is not secure.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    )
  }
  return (
    <span class="copy">
      <Button icon={said === 'copied' ? Check : Copy} onClick={copy}>
        {children}
      </Button>
      <output class={`small ${said === 'notCopied' ? 'act-text' : 'soft'}`}>{said && i18n.t(`fix.${said}`)}</output>
    </span>
  )
}

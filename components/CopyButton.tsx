import { i18n } from '#i18n'
import { Check, Copy } from 'lucide'
import { useState } from 'preact/hooks'
import { Button } from './Button.tsx'

/** Puts a text on the clipboard, and says whether it is there. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [tried, setTried] = useState<{ text: string; copied: boolean } | null>(null)
  // Another text is not copied yet.
  const copied = tried?.text === text ? tried.copied : null
  const copy = () => {
    // No clipboard where the page is not secure.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setTried({ text, copied: true }),
      () => setTried({ text, copied: false }),
    )
  }
  return (
    <span class="copy">
      <Button icon={copied === true ? Check : Copy} onClick={copy}>
        {children}
      </Button>
      <output class={`small ${copied === false ? 'act-text' : 'soft'}`}>
        {copied !== null && i18n.t(copied ? 'fix.copied' : 'fix.notCopied')}
      </output>
    </span>
  )
}

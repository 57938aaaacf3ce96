import { i18n } from '#i18n'
import type { DiffPart } from './diff-parts.ts'

/** What was removed struck through, what was added underlined, and both said to those who only hear it. */
export function Diff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p class="diff theirs" dir="auto">
      {parts.map(({ is, text }, index) => {
        if (is === 'same') return text
        const Tag = is === 'removed' ? 'del' : 'ins'
        return (
          <Tag key={index}>
            <span class="sr-only">{i18n.t(`fix.${is}`)} </span>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}

import { i18n } from '#i18n'
import type { DiffPart } from './diff-parts.ts'

/** What was removed struck through, what was added underlined, and both said to those who only hear it. */
export function Diff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p class="diff theirs" dir="auto">
      {parts.map(({ is, text }, index) => {
        // Each piece for itself: a direction mark in a caption turns nothing else around.
        if (is === 'same') return <bdi key={index}>{text}</bdi>
        const Tag = is === 'removed' ? 'del' : 'ins'
        return (
          <Tag key={index} dir="auto">
            <span class="sr-only">{i18n.t(`fix.${is}`)} </span>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}

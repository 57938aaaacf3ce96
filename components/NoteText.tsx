import { formatRoute } from '../lib/state/route.ts'
import { type Inline, readMarkdown } from '../lib/text/markdown.ts'
import { safeLink } from './safe-link.ts'

/** A note with its light markdown, made of elements: nothing typed is ever taken for HTML. */
export function NoteText({ text, linkTags = false }: { text: string; linkTags?: boolean }) {
  return (
    <>
      {readMarkdown(text).map(({ kind, parts }, index) => (
        <span key={index} class={kind === 'item' ? 'note-item' : 'note-line'}>
          {parts.map((part, at) => (
            <Part key={at} part={part} linkTags={linkTags} />
          ))}
        </span>
      ))}
    </>
  )
}

function Part({ part, linkTags }: { part: Inline; linkTags: boolean }) {
  switch (part.kind) {
    case 'bold':
      return <strong>{part.text}</strong>
    case 'italic':
      return <em>{part.text}</em>
    case 'link': {
      const href = safeLink(part.href)
      if (href === null) return <>{part.text}</>
      return (
        <a href={href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      )
    }
    case 'tag':
      return linkTags ? (
        <a href={formatRoute({ view: 'notes', id: null, query: { q: part.text } })}>{part.text}</a>
      ) : (
        <span class="accent-text">{part.text}</span>
      )
    default:
      return <>{part.text}</>
  }
}

import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../lib/text/markdown.ts'

const parts = (text: string) => readMarkdown(text).flatMap((line) => line.parts)

describe('light markdown of a note', () => {
  it('knows bold, italic, links, lists and tags', () => {
    expect(readMarkdown('- ask **Ida** for the *draft*, see [brief](https://brand.example/b) #urgent')).toEqual([
      {
        kind: 'item',
        parts: [
          { kind: 'plain', text: 'ask ' },
          { kind: 'bold', text: 'Ida' },
          { kind: 'plain', text: ' for the ' },
          { kind: 'italic', text: 'draft' },
          { kind: 'plain', text: ', see ' },
          { kind: 'link', text: 'brief', href: 'https://brand.example/b' },
          { kind: 'plain', text: ' ' },
          { kind: 'tag', text: '#urgent', name: 'urgent' },
        ],
      },
    ])
  })

  it('makes a link of no other address than http and https', () => {
    for (const text of ['[x](javascript:alert(1))', '[x](data:text/html,hi)', '<img src=x onerror=alert(1)>'])
      expect(parts(text).filter(({ kind }) => kind === 'link')).toEqual([])
  })

  it('leaves snake_case, 3 * 4 and C# as they are', () => {
    for (const text of ['utm_source_code', '3 * 4 * 5', 'C# and a&#39;b'])
      expect(parts(text)).toEqual([{ kind: 'plain', text }])
  })

  it('loses no words, whatever is written', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { parts: found } of readMarkdown(text)) for (const part of found) expect(text).toContain(part.text)
      }),
    )
    const long = '*_['.repeat(16_000)
    expect(
      parts(long)
        .map((part) => part.text)
        .join('').length,
    ).toBeGreaterThan(0)
  })
})

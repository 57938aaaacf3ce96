import { describe, expect, it } from 'vitest'
import { createHandlers } from '../../lib/background/handlers.ts'
import { schemas } from '../../lib/messages/schemas.ts'
import { parseFile, walk, type AstNode } from './sources.ts'

/** Names declared by `interface Protocol`; that schemas and handlers map over it is checked by the compiler. */
function namesIn(path: string, name: string): string[] {
  const names: string[] = []
  walk(parseFile(path).ast, (node) => {
    if (node.type !== 'TSInterfaceDeclaration' || (node['id'] as AstNode)['name'] !== name) return
    for (const member of (node['body'] as { body: { key: { value: string } }[] }).body) names.push(member.key.value)
  })
  return names
}

describe('messages', () => {
  const protocol = namesIn('lib/messages/protocol.ts', 'Protocol').toSorted()

  it('are named noun.verb', () => {
    expect(protocol.length).toBeGreaterThan(0)
    expect(protocol.filter((name) => !/^[a-z]+\.[a-z]+$/.test(name))).toEqual([])
  })

  it('have a handler each, and there is none without a message', () => {
    // Handlers use what they depend on when they are called, not when they are made.
    expect(Object.keys(createHandlers({} as Parameters<typeof createHandlers>[0])).toSorted()).toEqual(protocol)
  })

  it('have a schema each, and there is none without a message', () => {
    expect(Object.keys(schemas).toSorted()).toEqual(protocol)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, chainFile, nextLink, verifyChain } from '../../../lib/partnership/evidence-chain.ts'
import { evidenceRows, t, ulid } from '../store/rows.ts'

const chain = () => evidenceRows(ulid(1), 5)

describe('a chain of evidence', () => {
  it('is whole as it was recorded, and names the first link that was changed', () => {
    expect(verifyChain(chain())).toBeNull()
    for (const n of [1, 3, 5]) {
      const changed = chain()
      for (const link of changed.filter(({ seq }) => seq >= n)) link.body = link.body.replace('No.', 'no.')
      expect(verifyChain(changed)).toEqual({ seq: n, why: 'content' })
    }
  })

  it('finds a link that was taken out, and one that was put in with a hash of its own', () => {
    expect(verifyChain(chain().filter(({ seq }) => seq !== 2))).toEqual({ seq: 2, why: 'order' })
    const [first, , ...rest] = chain()
    const forged = nextLink(first ?? null, { incidentId: ulid(1), at: t(2), kind: 'decision', body: { note: 'Other' } })
    expect(verifyChain([...(first ? [first] : []), forged, ...rest])).toEqual({ seq: 3, why: 'order' })
  })

  it('writes the same value as the same text, whatever the order of its keys', () => {
    const property = fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      return canonical(value) === canonical(turned)
    })
    expect(() => fc.assert(property)).not.toThrow()
  })

  it('is a file of a link a line, the same bytes for the same record', () => {
    const file = chainFile(chain(), ulid(1), t(9))
    expect(file.split('\n')).toHaveLength(8)
    expect(JSON.parse(file)).toHaveLength(7)
    expect(chainFile(chain(), ulid(1), t(9))).toBe(file)
  })
})

import { describe, expect, it } from 'vitest'
import { wholeHandle, wholeId } from '../../../lib/sites/whole-names.ts'

describe('names that mean one thing everywhere', () => {
  it.each([
    ['mastodon', 'maya', 'https://mastodon.social/@maya', 'maya@mastodon.social'],
    ['mastodon', '@maya', 'https://fosstodon.org/home', 'maya@fosstodon.org'],
    ['mastodon', 'maya@mastodon.social', 'https://fosstodon.org/home', 'maya@mastodon.social'],
    ['bluesky', 'maya.example', 'https://bsky.app/', 'maya.example'],
    ['x', '@maya', 'https://x.com/maya', 'maya'],
    ['mastodon', 'maya', 'not an address', 'maya'],
  ])('on %s, %s at %s is %s', (platform, handle, address, whole) => {
    expect(wholeHandle(platform, handle, address)).toBe(whole)
  })

  it('number posts by server only where servers do', () => {
    expect(wholeId('mastodon', '1', 'https://mastodon.social/@maya/1')).toBe('mastodon.social/1')
    expect(wholeId('x', '1', 'https://x.com/maya/status/1')).toBe('1')
  })
})

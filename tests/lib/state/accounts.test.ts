import { describe, expect, it } from 'vitest'
import { accountFromAddress, hostFromText } from '../../../lib/state/accounts.ts'

const own = [{ platform: 'mastodon', host: 'brand.social' }]

describe('an account from a pasted address', () => {
  it.each([
    ['https://www.instagram.com/maya.bakes/', 'instagram', 'maya.bakes'],
    ['www.instagram.com/maya.bakes?igsh=1', 'instagram', 'maya.bakes'],
    ['https://x.com/maya_b', 'x', 'maya_b'],
    ['https://brand.social/@maya', 'mastodon', 'maya@brand.social'],
    ['https://brand.social/@maya@mastodon.social', 'mastodon', 'maya@mastodon.social'],
  ])('%s', (address, platform, handle) => {
    expect(accountFromAddress(address, own)).toMatchObject({ account: { platform, handle } })
  })

  it.each([
    ['', 'not-an-address'],
    ['maya bakes', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['https://shop.example/maya', 'unknown-site'],
    ['https://www.instagram.com/', 'not-a-profile'],
  ])('is refused with a reason: %s', (address, problem) => {
    expect(accountFromAddress(address, own)).toEqual({ problem })
  })
})

describe('a server of one’s own', () => {
  it.each(['brand.social', 'https://brand.social/@maya', '@maya@brand.social', '  Brand.Social '])(
    'is read from %s',
    (text) => {
      expect(hostFromText(text, [])).toEqual({ host: 'brand.social' })
    },
  )

  it.each([
    ['', 'not-an-address'],
    ['localhost', 'not-an-address'],
    ['127.0.0.1', 'not-an-address'],
    ['*.social', 'not-an-address'],
    ['http://brand.social', 'insecure'],
    ['brand.social:8443', 'port'],
    ['mastodon.example', 'known-host'],
  ])('is refused with a reason: %s', (text, problem) => {
    expect(hostFromText(text, ['mastodon.example'])).toEqual({ problem })
  })
})

import { describe, expect, it } from 'vitest'
import { timeFromShortcode, timeFromTid, timeFromTikTok, timeFromX } from '../../../lib/sites/ids.ts'

const now = new Date('2026-11-22T12:00:00.000Z')

describe('times in ids', () => {
  it('reads when an X post was made', () => {
    expect(timeFromX('1050118621198921728', now)).toBe('2018-10-10T20:19:24.211Z')
  })

  it('reads when a TikTok video was made', () => {
    expect(timeFromTikTok(String(1_762_961_783n << 32n), now)).toBe('2025-11-12T15:36:23.000Z')
  })

  it('reads when a Bluesky record was made', () => {
    // 2026-11-22T09:18:04Z in microseconds, shifted by ten bits, in the TID alphabet.
    expect(timeFromTid('3n2vbu7ous22b', now)).toBe('2026-11-22T09:18:04.000Z')
  })

  it('reads when an Instagram or Threads post was made', () => {
    // 1772529300321 - 1314220021721 milliseconds, shifted by 23 bits, in URL-safe base64.
    expect(timeFromShortcode('DVark3EZrWO', now)).toBe('2026-03-03T09:15:00.000Z')
    expect(timeFromShortcode('mara.bakes', now)).toBeNull()
    expect(timeFromShortcode('zzzzzzzzzzz', now)).toBeNull()
  })

  it.each([
    '',
    'abc',
    '-1',
    '12',
    '29694205104',
    '1e20',
    '9'.repeat(30),
    '0000000000000000000',
    '18446744073709551615',
  ])('reads nothing in %j', (id) => {
    expect([timeFromX(id, now), timeFromTikTok(id, now)]).toEqual([null, null])
  })

  it.each([
    '',
    'self',
    '3n2vbu7ous22',
    '3n2vbu7ous22b2',
    '3n2vbu7ous201',
    '2222222222222',
    'zzzzzzzzzzzzz',
    'jzzzzzzzzzzzz',
  ])('takes %j for no TID', (key) => {
    expect(timeFromTid(key, now)).toBeNull()
  })

  it('refuses times before the sites and after tomorrow', () => {
    expect(timeFromX('1050118621198921728', new Date('2018-10-01T00:00:00.000Z'))).toBeNull()
    expect(timeFromTikTok(String(1_000_000_000n << 32n), now)).toBeNull()
  })
})
